"""Questions that name times, asked on Wednesday 25 November 2026."""

import datetime as dt

from engines.asked import Filters
from search_api.readings.periods import periods
from search_api.readings.plain import plain
from search_api.readings.reading import Reading, Readings

TODAY = dt.date(2026, 11, 25)


def read(question: str) -> Readings:
    return periods(plain(question), TODAY)


def only(question: str) -> Reading:
    (reading,) = read(question).found
    return reading


def between(first: str | None, last: str | None) -> Filters:
    return Filters(
        date_from=dt.date.fromisoformat(first) if first else None, date_to=dt.date.fromisoformat(last) if last else None
    )
