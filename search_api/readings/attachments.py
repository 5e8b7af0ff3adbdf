"""Whether items are asked for that have attachments: "kantinen med bilag", "sager uden bilag i 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engines.asked import Attachments, Filters
from mappings.told import Told
from search_api.readings.plain import Plain, cover
from search_api.readings.reading import Reading

_ITEMS = r"sager|punkter|dagsordenspunkter|beslutninger|møder|cases|items|decisions"
_READ = "\ufffc"  # stands for what other readings are
# Of something else than items, what follows may tell of the attachments: "brev med bilag om økonomi".
_HAVING = re.compile(
    rf"(?<!\w)(?P<items>(?:{_ITEMS}),? )?(?<!ikke )(?:(?:kun|only) )?"
    r"(?P<sign>med|uden|with|without|(?:der|som|that) (?:har|have)) (?:vedhæftede |vedlagte )?"
    r"(?:bilag|attachments?)(?!\w)"
    rf"(?P<end>(?= ?(?:$|[,.;:?!){_READ}])))?"
)
_MEANS = {"yes": Told("punkter med bilag"), "no": Told("punkter uden bilag")}


def attachments(text: Plain, others: Sequence[Reading]) -> Iterator[Reading]:
    """What is said of attachments, not of one by its number or its matter."""
    for match in _HAVING.finditer(cover(text.text, ((one.start, one.end) for one in others), _READ)):
        if match["items"] or match["end"] is not None:
            has: Attachments = "no" if match["sign"] in ("uden", "without") else "yes"
            yield Reading(
                kind="attachments",
                effect="narrows",
                start=match.end("items") if match["items"] else match.start(),
                end=match.end(),
                means=_MEANS[has],
                asks=Filters(attachments=(has,)),
            )
