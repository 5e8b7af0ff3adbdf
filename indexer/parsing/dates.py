"""Danish dates and times of day, in words and in figures."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from mappings.labels import MONTHS

_MONTH_NUMBERS = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

# Groups: 4. oktober 2016 | 4-10-2016, 04.10.16, 4/10 2016 | 2016-10-04. Of "28.-29. juni 2021" the first day counts.
DATE = (
    r"(?:(?P<day>\d{1,2})\.?(?:\s*(?:[-–]|og)\s*\d{1,2}\.?)?\s*(?P<month>"
    + "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS)
    + r")\s+(?P<year>\d{4})"
    r"|(?<![\d/.-])(?P<d>\d{1,2})\s?[-./]\s?(?P<m>\d{1,2})(?:\s?[-./]\s?(?P<y>\d{4}|\d{2}(?!\d))|\s+(?P<spaced_y>\d{4}))(?![-./]?\d)"
    r"|(?<![\d/.-])(?P<iso_year>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})(?!\d))"
)
_DATE = re.compile(DATE, re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_TIME = re.compile(r"(?:\bkl(?:\.|okken)?\s*:?\s*)(\d{1,2})(?:[.:](\d{2}))?(?!\d)", re.IGNORECASE)
_BARE_TIME = re.compile(r"(?<![\d.:/-])(\d{1,2})[.:](\d{2})(?![\d.:/-])")
_PERIOD = re.compile(r"\s*(?:[-–]|til|-)\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d{2})?(?!\d)(?:\s*timer)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, where it stands (`start`, `end`), and whether the weekday named beside it is the right one.

    `agrees` is None where no weekday is named.
    """

    date: dt.date
    start: int
    end: int
    agrees: bool | None


def find(text: str) -> Found | None:
    """The first date of a text that the calendar knows."""
    for match in _DATE.finditer(text):
        date = from_match(match)
        if date:
            weekday = _WEEKDAY.search(text, max(0, match.start() - 30), match.start())
            agrees = WEEKDAYS[date.weekday()] == weekday[1].lower() if weekday else None
            return Found(date, match.start(), match.end(), agrees)
    return None


def from_match(match: re.Match[str]) -> dt.date | None:
    """The date of a match of `DATE`; None for one that no calendar has."""
    if match["month"]:
        year, month, day = int(match["year"]), _MONTH_NUMBERS[match["month"][:3].lower()], int(match["day"])
    elif match["iso_year"]:
        year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    else:
        year, month, day = int(match["y"] or match["spaced_y"]), int(match["m"]), int(match["d"])
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def start_time(text: str) -> str | None:
    """The first time of day, as `08:30`: after *kl.*, or in figures such as 8.30 that are no date."""
    bare = _DATE.sub(" ", text)
    for match in (_TIME.search(bare), _BARE_TIME.search(bare)):
        if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
            return f"{int(match[1]):02d}:{match[2] or '00'}"
    return None


def without(text: str) -> str:
    """What a line that gives date and time says besides: its words without date, weekday, time and period."""
    rest = _WEEKDAY.sub(" ", _DATE.sub(" ", text))
    rest = _TIME.sub(" ", rest) if _TIME.search(rest) else _BARE_TIME.sub(" ", rest, count=1)
    rest = re.sub(r"\b(?:den|d\.|fra|kl\.?|timer?)(?!\w)", " ", _PERIOD.sub(" ", rest), flags=re.IGNORECASE)
    return " ".join(rest.split()).strip(" ,.:;-–")
