"""Abbreviations in a question that only join its words ("rotter mv.", "jf. sag 21/5239"): no item need hold them.

Nor the *under* of "under evt."
"""

from __future__ import annotations

import re
from functools import cache

from mappings import analysis, danish
from search_api.readings.plain import cover


def without_small(text: str) -> str:
    """The text with them blank, as long as before; the text itself where nothing else would be left.

    In capitals they stand for something.
    """
    spans = [match.span() for match in _small().finditer(text) if text.isupper() or not match.group().isupper()]
    left = cover(text, spans, " ") if spans else text
    return left if analysis.content(analysis.words(left)) else text


# Not the item Eventuelt: "sagt under evt."
_AT = r"under(?: punktet| pkt\.)?(?= (?:evt|eventuelt)(?!\w))"
_PERHAPS = r"(?<!under )(?<!punktet )(?<!pkt\. )evt"


@cache
def _small() -> re.Pattern[str]:
    every = sorted(danish.words("small_abbreviations"), key=len, reverse=True)
    listed = "|".join(map(re.escape, every))
    return re.compile(rf"(?<![\w.-])(?:{_AT}|{_PERHAPS}|{listed})(?![\w-])\.?", re.IGNORECASE)
