"""What the patterns of times in a question share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from mappings.dates import full_year
from search_api.readings.calendar import Period

Sort = Literal[
    "day", "month", "part", "season", "feast", "meeting", "year", "relative", "vague", "week", "loose", "split"
]

# What a match of a pattern means on the day of asking: the period, or None where the calendar has no such time; its
# sort; whether the year stands there. None at all where the words name no time. What is `loose` (*i foråret*) stands in
# no text as it stands in the question.
Read = tuple[Period | None, Sort, bool] | None
Reader = Callable[[re.Match[str], dt.date], Read]

FREE, DONE = r"(?<![\w/.,-])", r"(?![\w/]|[.,-]\d)"  # no part of a number or a word on either side
YEAR = r"(?:19|20)\d\d"


def in_full(time: str) -> str:
    """A time that a question names as texts have it: *3. kvartal 2019* of "Q3 2019", *2017/2018* of "17/18"."""
    for pattern, written in _SHORT:
        time = pattern.sub(written, time)
    split = _SHORT_SPLIT.search(time)
    if split and year_of(split[2]) == year_of(split[1]) + 1:
        return f"{time[: split.start()]}{year_of(split[1])}/{year_of(split[2])}"
    return _SHORT_YEAR.sub(lambda year: str(year_of(year.group())), time)


_SHORT_YEAR, _SHORT_SPLIT = re.compile(r"(?<= )['’]?\d\d$"), re.compile(r"(?<!\d)(\d\d)/(\d\d)$")
_SHORT = tuple(
    (re.compile(pattern, re.IGNORECASE), written)
    for pattern, written in (
        (r"(?<!\w)[qk]([1-4])(?: (?:i|af|of|in))?(?: året| the year)?[ -]?(?=['’]?\d)", r"\1. kvartal "),
        (rf"(?<!\w)({YEAR})[ /-]?[qk]([1-4])$", r"\2. kvartal \1"),
        (r"(?<=\d)(\.?) ?kvt\.?(?!\w)", r"\1 kvartal"),
    )
)


def year_of(text: str) -> int:
    """2019 of *2019*, *'19* and *19*."""
    return full_year(int(text.lstrip("'’")))
