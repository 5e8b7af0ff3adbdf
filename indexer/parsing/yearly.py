"""Items that are counted through the year: *45/11  Tilskud til koncerter*, *46/11  Meddelelser*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing import dates, openness
from indexer.parsing.lines import Line
from indexer.parsing.opening import Opening

_FEWEST = 3
_HEAD = 40  # lines among which the meeting's year stands
_LONGEST = 200  # characters of a title
_ITEM = re.compile(
    r"(?:(?:Punkt|Pkt\.?|Sag)(?: nr\.?)? )?(?P<number>\d{1,3})/(?P<year>(?:19|20)?\d\d)[.:]?\s+(?P<title>[^\W_].*)",
    re.IGNORECASE | re.DOTALL,
)


def openings(lines: Sequence[Line]) -> list[Opening]:
    """The openings, one number after the other and all of the meeting's year; of a list above them none, which may
    call them closed.

    Days (*12/11*) are none, unless their month looks like that year and they follow each other.
    """
    told = (dates.find(line.text) for line in lines[:_HEAD])
    years = {found.date.year % 100 for found in told if found}
    last: dict[int, Opening] = {}
    for at, line in enumerate(lines):
        found = _ITEM.fullmatch(line.text) if len(line.text) <= _LONGEST and line.heading_like else None
        if found and int(found["year"]) % 100 in years:
            number = int(found["number"])
            # *47/11  Lukket sag* is the next one, and closes but itself.
            below = [line for line in lines[at + 1 : at + 2] if not _ITEM.fullmatch(line.text)]
            one, listed = openness.sure_opening(at, number, found["title"], below), last.get(number)
            last[number] = replace(one, closed=True) if listed and listed.closed else one
    found_ones = sorted(last.values(), key=lambda one: one.first)
    begin = found_ones[0].number if found_ones else 0
    counted = [one.number for one in found_ones] == list(range(begin, begin + len(found_ones)))
    return found_ones if counted and len(found_ones) >= _FEWEST else []
