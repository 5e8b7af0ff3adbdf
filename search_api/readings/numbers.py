"""Agenda items asked for by number beside their meeting: "punkt 4 på mødet den 28. juni", "sidste møde, pkt. 3, 5"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from mappings.told import Told
from search_api.readings.plain import Plain, cover
from search_api.readings.reading import Reading

# The ids of the items of this printed number, of the day that these readings narrow to; none where there is no such
# item, or they leave several days with one.
Numbered = Callable[[Sequence[Reading], str], tuple[str, ...]]

_ONE = r"\d{1,3}(?:\.\d{1,2}| ?[a-h](?!\w))?"
_NUMBER = re.compile(
    r"(?<!\w)(?:(?:under|ved|til|på|i|om|for|of) )?"
    r"(?:(?:dagsordens)?punkt(?:et|er|erne)?|dagsordenspkt\.?|pkt\.?|(?:agenda )?items?) ?(?:nr\.? |no\.? |number )?"
    rf"(?P<numbers>{_ONE}(?:(?:,|,? og|,? and| &| \+) {_ONE})*)\.?(?![\w/]|[.,-]\d)"
)
# What may stand between the number and its meeting.
_BETWEEN = re.compile(
    r"[\s,;:()–-]*(?:(?:på|fra|ved|i|til|af|om|of|at|from|in|on|the|det|den|d|dagsorden(?:en)?|referat(?:et)?|møde[tr]?"
    r"|meeting)(?!\w)[\s.,;:()–-]*)*"
)


def is_at(meeting: Reading, found: Sequence[Reading], text: Plain) -> bool:
    """Whether the number of an item stands beside what names its meeting."""
    bare = _bare(found, text)
    return any(_is_beside(match, meeting, bare) for match in _NUMBER.finditer(bare))


def numbers(found: Sequence[Reading], text: Plain, numbered: Numbered) -> list[Reading]:
    """The readings, and the items whose numbers stand beside the time of their meeting."""
    theirs = [replace(one, effect="narrows") for one in found if one.kind in ("body", "period")]
    bare = _bare(found, text)
    for match in _NUMBER.finditer(bare):
        if any(_is_beside(match, one, bare) for one in theirs if one.kind == "period"):
            asked = [one.group().replace(" ", "") for one in re.finditer(_ONE, match["numbers"])]
            had = {number: items for number in asked if (items := numbered(theirs, number))}
            if had:
                means = Told("punkt %(number)s på mødet", number=", ".join(had))
                items = tuple(chain.from_iterable(had.values()))
                own = Reading(
                    kind="number", effect="finds", start=match.start(), end=match.end(), means=means, items=items
                )
                return [*found, own]
    return list(found)


def _bare(found: Sequence[Reading], text: Plain) -> str:
    return cover(text.text, ((one.start, one.end) for one in found), " ")


def _is_beside(match: re.Match[str], period: Reading, bare: str) -> bool:
    first, last = sorted((match.span(), (period.start, period.end)))
    return first[1] <= last[0] and bool(_BETWEEN.fullmatch(bare, first[1], last[0]))
