"""Days that a text names, and how to ask for texts that name a day.

A day and a month without a year (*bad den 31. marts om*, *ØU den 4/2*) are the last that there was when the text was
written: minutes tell of what has been.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mappings import analysis, dates
from mappings.dates import MONTHS

_YEARLESS = re.compile(
    rf"(?<![\d/.,-])(?P<day>\d{{1,2}})\.?(?:\s*(?:[-–]|og)\s*\d{{1,2}}\.?)?\s*(?P<month>{'|'.join(MONTHS)})\b(?!\s+\d{{4}})"
    # In figures only where it is called a day: *21/5* may be anything.
    r"|\b(?:den|d\.)\s*(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\w/]|[.-]\d|\s+\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day in a text, and where it stands (characters); `body` is whose meeting that day is meant, if known."""

    date: dt.date
    start: int
    end: int
    body: str = ""


def find(text: str, written: dt.date) -> list[Dated]:
    """The days that a text names which was written on a day, in order; what no calendar has is none."""
    whole = [Dated(date, match.start(), match.end()) for match, date in dates.matches(text)]
    return sorted([*whole, *_yearless(text, written)], key=lambda dated: dated.start)


def spellings(date: dt.date) -> tuple[tuple[str, ...], ...]:
    """Runs of `words` tokens of which a text that names a day holds one; all but the first may mean another year's."""
    month = MONTHS[date.month - 1]
    figures = {" ".join(analysis.words(f"{day}/{of}")) for day in _figures(date.day) for of in _figures(date.month)}
    runs = (tuple(each.split()) for each in sorted(figures))
    return ((f"{date:%Y%m%d}",), (str(date.day), month), (f"{date.day:02d}", month), *runs)


def _figures(number: int) -> tuple[str, str]:
    return str(number), f"{number:02d}"


def _yearless(text: str, written: dt.date) -> Iterator[Dated]:
    for match in _YEARLESS.finditer(text):
        month = MONTHS.index(match["month"].lower()) + 1 if match["month"] else int(match["m"])
        for year in (written.year, written.year - 1):
            try:
                date = dt.date(year, month, int(match["day"] or match["d"]))
            except ValueError:
                break
            if date <= written:
                yield Dated(date, match.start(), match.end())
                break
