"""What readings ask, put together with the filters that were chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from engines.asked import Filters
from search_api.readings.reading import Reading

Value = TypeVar("Value")


def narrowed(chosen: Filters, readings: Iterable[Reading]) -> Filters:
    """The filters with those of the readings that narrow, as if these had been chosen too."""
    for reading in readings:
        if reading.effect == "narrows":
            chosen = _with(chosen, reading.asks)
    return chosen


def within(filters: Filters, asks: Filters) -> Filters | None:
    """What is asked within the filters; None where nothing can be both."""
    pairs = (
        (filters.bodies, asks.bodies),
        (filters.years, asks.years),
        (filters.people, asks.people),
        (filters.present, asks.present),
        (filters.absent, asks.absent),
        (filters.cases, asks.cases),
        (filters.outcomes, asks.outcomes),
        (filters.attachments, asks.attachments),
    )
    if any(chosen and wanted and not set(chosen) & set(wanted) for chosen, wanted in pairs):
        return None
    return replace(
        filters,
        bodies=_common(filters.bodies, asks.bodies),
        years=_common(filters.years, asks.years),
        people=_common(filters.people, asks.people),
        present=_common(filters.present, asks.present),
        together=_union(filters.together, asks.together),
        absent=_common(filters.absent, asks.absent),
        away=_union(filters.away, asks.away),
        cases=_common(filters.cases, asks.cases),
        outcomes=_common(filters.outcomes, asks.outcomes),
        attachments=_common(filters.attachments, asks.attachments),
        date_from=_later(filters.date_from, asks.date_from),
        date_to=_earlier(filters.date_to, asks.date_to),
    )


def _with(chosen: Filters, asks: Filters) -> Filters:
    return replace(
        chosen,
        bodies=_union(chosen.bodies, asks.bodies),
        years=_union(chosen.years, asks.years),
        people=_union(chosen.people, asks.people),
        present=_union(chosen.present, asks.present),
        together=_union(chosen.together, asks.together),
        absent=_union(chosen.absent, asks.absent),
        away=_union(chosen.away, asks.away),
        cases=_union(chosen.cases, asks.cases),
        outcomes=_union(chosen.outcomes, asks.outcomes),
        attachments=_union(chosen.attachments, asks.attachments),
        date_from=_later(chosen.date_from, asks.date_from),
        date_to=_earlier(chosen.date_to, asks.date_to),
    )


def _union(chosen: tuple[Value, ...], asked: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys((*chosen, *asked)))


def _common(chosen: tuple[Value, ...], asked: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(value for value in chosen if value in asked) if chosen and asked else chosen or asked


def _later(a: dt.date | None, b: dt.date | None) -> dt.date | None:
    return max(a, b) if a and b else a or b


def _earlier(a: dt.date | None, b: dt.date | None) -> dt.date | None:
    return min(a, b) if a and b else a or b
