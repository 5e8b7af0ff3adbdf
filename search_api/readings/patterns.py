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
    """A time that a question names with its year in four figures, as texts have it: "3. kvartal 19"."""
    return _SHORT_YEAR.sub(lambda year: str(year_of(year.group())), time)


_SHORT_YEAR = re.compile(r"(?<= )['’]?\d\d$")


def year_of(text: str) -> int:
    """2019 of *2019*, *'19* and *19*."""
    return full_year(int(text.lstrip("'’")))
