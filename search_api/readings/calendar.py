"""Stretches of time as staff name them: years, quarters, months, and the terms between municipal elections."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from mappings.told import Month, Told

FIRST_YEAR = 1900  # as far as months are counted back: a calendar has no year 0
_TUESDAY, _NOVEMBER = 1, 11
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; None where it has no such end."""

    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that it is made of; none where it is not made of whole ones."""
        if self.first is None or self.last is None:
            return ()
        whole = (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
        return tuple(range(self.first.year, self.last.year + 1)) if whole else ()


def of_year(year: int) -> Period:
    """1 January to 31 December."""
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))


def whole_years(period: Period) -> Period:
    """The years that it begins and ends in."""
    first, last = period.first, period.last
    return Period(of_year(first.year).first if first else None, of_year(last.year).last if last else None)


def of_months(year: int, first: int, last: int) -> Period:
    """Whole months of one year."""
    return Period(dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))


def of_quarter(year: int, quarter: int) -> Period:
    """Three months of a year, `quarter` from 1 to 4."""
    return of_months(year, quarter * 3 - 2, quarter * 3)


def of_half(year: int, half: int) -> Period:
    """Six months of a year, `half` 1 or 2."""
    return of_months(year, half * 6 - 5, half * 6)


def of_week(day: dt.date) -> Period:
    """Monday to Sunday around a day."""
    monday = day - dt.timedelta(days=day.weekday())
    return Period(monday, monday + dt.timedelta(days=6))


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day some months earlier, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    year = max(year, FIRST_YEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def after(period: Period) -> Period:
    """All that comes after it."""
    return Period(period.last + _ONE_DAY if period.last else None)


def before(period: Period) -> Period:
    """All that comes before it."""
    return Period(None, period.first - _ONE_DAY if period.first else None)


def easter(year: int) -> dt.date:
    """Easter Sunday, by the anonymous Gregorian algorithm (Meeus, *Astronomical Algorithms*, 1991, chapter 8)."""
    century, rest = divmod(year, 100)
    golden, lost, shift = year % 19, century - century // 4, (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + lost - shift + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def election_day(year: int) -> dt.date:
    """The third Tuesday of November."""
    first = dt.date(year, _NOVEMBER, 1)
    return first + dt.timedelta(days=(_TUESDAY - first.weekday()) % 7 + 14)


def last_election(day: dt.date) -> dt.date:
    """The day of the last municipal election on or before a day; they come every four years (2013, 2017, 2021 …)."""
    year = day.year - (day.year - 2017) % 4
    held = election_day(year)
    return held if held <= day else election_day(year - 4)


def term(day: dt.date) -> Period:
    """The term of the council that sits on a day: four years from 1 January after an election."""
    first = day.year - (day.year - 2018) % 4
    return Period(dt.date(first, 1, 1), dt.date(first + 3, 12, 31))


def told(period: Period) -> Told:
    """The period, after *møder*: `i 2021`, `i juni 2021`, `fra 2019 til 2021`, `efter 28. juni 2021`."""
    if period.first is None or period.last is None:
        return _open_told(period)
    if period.first == period.last:
        return Told("den %(day)s", day=period.first)
    if period.years:
        if len(period.years) == 1:
            return Told("i %(year)s", year=period.first.year)
        return Told("fra %(first)s til %(last)s", first=period.first.year, last=period.last.year)
    if period == of_months(period.first.year, period.first.month, period.first.month):
        return Told("i %(month)s", month=Month(period.first.year, period.first.month))
    return Told("fra %(first)s til %(last)s", first=period.first, last=period.last)


def _open_told(period: Period) -> Told:
    if period.first is not None:
        whole = (period.first.month, period.first.day) == (1, 1)
        return Told("fra %(first)s og frem", first=period.first.year if whole else period.first)
    if period.last is not None:
        whole = (period.last.month, period.last.day) == (12, 31)
        return Told("til og med %(last)s", last=period.last.year if whole else period.last)
    return Told("når som helst")
