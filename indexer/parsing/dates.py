"""The date, weekday and time of day of the lines that tell when a meeting was."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from mappings.dates import MONTHS, PATTERN, full_year, matches

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
# *mandag d. 3. maj 21*: the weekday tells that the two figures are a year, and no number of anything.
_BRIEF = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:den\s+|d\.\s*)?(?P<day>\d{{1,2}})\.?\s*(?P<month>{'|'.join(MONTHS)})"
    r"\s+['’]?(?P<year>\d\d)(?![\d.:])",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\buge \d{1,2}\b", re.IGNORECASE)
_TIME = re.compile(r"(?:\bkl(?:\.|okken)?\s*:?\s*)(\d{1,2})(?:[.:](\d{2}))?(?!\d)", re.IGNORECASE)
_BARE_TIME = re.compile(r"(?<![\d.:/-])(\d{1,2})[.:](\d{2})(?![\d.:/]|-(?!\d{1,2}[.:]\d{2}(?!\d)))")
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
    for match, date in matches(text):
        weekday = _WEEKDAY.search(text, max(0, match.start() - 30), match.start())
        agrees = WEEKDAYS[date.weekday()] == weekday[1].lower() if weekday else None
        return Found(date, match.start(), match.end(), agrees)
    return _brief(text)


def _brief(text: str) -> Found | None:
    """The first date of a text whose year has two figures, where the weekday beside it is the right one."""
    for match in _BRIEF.finditer(text):
        month = MONTHS.index(match["month"].casefold()) + 1
        try:
            date = dt.date(full_year(int(match["year"])), month, int(match["day"]))
        except ValueError:
            continue
        if WEEKDAYS[date.weekday()] == match["weekday"].casefold():
            return Found(date, match.start("day"), match.end(), agrees=True)
    return None


def start_time(text: str) -> str | None:
    """The first time of day, as `08:30`: after *kl.*, or in figures such as 8.30 that are no date."""
    bare = PATTERN.sub(" ", text)
    for match in (_TIME.search(bare), _BARE_TIME.search(bare)):
        if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
            return f"{int(match[1]):02d}:{match[2] or '00'}"
    return None


def without(text: str) -> str:
    """What a line that gives date and time says besides: its words without date, weekday, week, time and period."""
    rest = _WEEK.sub(" ", _WEEKDAY.sub(" ", PATTERN.sub(" ", _BRIEF.sub(" ", text))))
    rest = _TIME.sub(" ", rest) if _TIME.search(rest) else _BARE_TIME.sub(" ", rest, count=1)
    rest = re.sub(r"\b(?:den|d\.|fra|kl\.?|timer?)(?!\w)", " ", _PERIOD.sub(" ", rest), flags=re.IGNORECASE)
    return re.sub(r"(?:\s*,){2,}", ",", " ".join(rest.split())).strip(" ,.:;-–")
