"""The stretches of time that a question names, one by one: dates, months, quarters, years, "sidste år", an election.

Danish as staff write it, and English. What stands before them ("siden", "før", "mellem") is for `periods.py`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from search_api.readings import days, relative, seasons, years
from search_api.readings.calendar import Period
from search_api.readings.joining import joined
from search_api.readings.patterns import Sort

_PATTERNS = tuple(
    (re.compile(pattern), read)
    for pattern, read in (*days.PATTERNS, *years.PATTERNS, *seasons.PATTERNS, *relative.PATTERNS)
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time and the characters that name it; `period` is None where the calendar has no such time.

    `dated` says whether the year stands there: "i marts" is the last March, and without the *i* it is nothing.
    """

    start: int
    end: int
    period: Period | None
    sort: Sort
    dated: bool = True


def moments(text: str, today: dt.date) -> Iterator[Moment]:
    """Every stretch of time that lower-case `text` names, in order, the longest first where they overlap."""
    plainly = joined(text)
    found = [(match, read) for pattern, read in _PATTERNS for match in pattern.finditer(plainly)]
    found.sort(key=lambda one: (one[0].start(), -one[0].end()))
    last = 0
    for match, read in found:
        if match.start() < last:
            continue
        meant = read(match, today)
        if meant is not None:
            last = match.end()
            yield Moment(match.start(), match.end(), *meant)
