"""Dates in Danish, and as minutes write them: *28. juni 2021*, *28-06-2021*, *28.6.21*, *28/6-2021*, *2021-06-28*."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_MONTH_NUMBERS = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_PIVOT = 70  # of years in two figures those from here on are of the last century

# Groups: 4. oktober 2016 | 4-10-2016, 04.10.16, 4/10 2016 | 2016-10-04. Of "28.-29. juni 2021" the first day counts;
# "kl. 10-11.30" is none.
_DATE = (
    r"(?:(?<![\d/])(?P<day>\d{1,2})\.?(?:\s*(?:[-–]|og)\s*\d{1,2}\.?)?\s*(?P<month>"
    + "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS)
    + r"|sept\.?"
    + r")\s+(?P<year>\d{4})(?!\d)"
    r"|(?:(?<![\w/.-])|(?<=\bd\.))(?<!\bkl )(?<!\bkl\. )"
    r"(?P<d>\d{1,2})\s?[-./]\s?(?P<m>\d{1,2})(?:\s?[-./]\s?(?P<y>\d{4}|\d{2}(?!\d))|\s+(?P<spaced_y>\d{4}))(?![-./]?\d)"
    r"|(?<![\w/.-])(?P<iso_year>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})(?!\d))"
)
_FIGURES = re.compile(r"\d+")
PATTERN = re.compile(_DATE, re.IGNORECASE)


def matches(text: str) -> Iterator[tuple[re.Match[str], dt.date]]:
    """Every date of a text that the calendar knows, with where it stands."""
    end = 0
    for figures in _FIGURES.finditer(text):  # looking at figures alone is eight times as fast as at every place
        match = PATTERN.match(text, figures.start()) if figures.start() >= end else None
        date = from_match(match) if match else None
        if match and date:
            end = match.end()
            yield match, date


def full_year(year: int) -> int:
    """The year that two figures stand for; one of four is itself."""
    if year > 99:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def from_match(match: re.Match[str]) -> dt.date | None:
    """The date of a match of `PATTERN`; None for one that no calendar has."""
    if match["month"]:
        year, month, day = int(match["year"]), _MONTH_NUMBERS[match["month"][:3].lower()], int(match["day"])
    elif match["iso_year"]:
        year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    else:
        year, month, day = int(match["y"] or match["spaced_y"]), int(match["m"]), int(match["d"])
    year = full_year(year)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def danish_date(date: dt.date) -> str:
    """`28. juni 2021`."""
    return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"
