"""What the pages for browsing show: meetings by year and month, a body, and the index from afar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mappings.told import Month as MonthOfYear
from search_api.overview import BodyAnswer, BodyList, Calendar, Overview, Sitting
from web import parameters
from web.charts import OutcomeChart, outcome_chart
from web.wording import month


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year to go to, and how many meetings it had; None where that is not counted."""

    year: int
    meetings: int | None
    current: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The meetings of a month, newest first."""

    name: str
    sittings: tuple[Sitting, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of meetings, and the years there are."""

    year: int | None
    links: tuple[YearLink, ...]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class BodiesPage:
    """The bodies of a year, or all; the years to go to."""

    answer: BodyList
    years: tuple[YearLink, ...]


@dataclass(frozen=True, slots=True)
class BodyPage:
    """The page of a body."""

    answer: BodyAnswer
    year: Year
    chart: OutcomeChart | None


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The index from afar; `problems` are there where something is wrong with it."""

    overview: Overview
    chart: OutcomeChart | None
    healthy: bool


def year_asked(given: Mapping[str, Sequence[str]]) -> int | None:
    """The year of the parameters of a page that takes no other; None where none is asked for."""
    return parameters.year(parameters.single(given, "year")["year"])


def of_year(calendar: Calendar) -> Year:
    """A calendar by months."""
    links = _links(calendar.years, calendar.year)
    by_month = groupby(calendar.sittings, key=lambda sitting: MonthOfYear(sitting.date.year, sitting.date.month))
    return Year(calendar.year, links, tuple(Month(month(of), tuple(own)) for of, own in by_month))


def bodies_page(answer: BodyList) -> BodiesPage:
    """The page of the bodies."""
    return BodiesPage(answer, _links(answer.years, answer.year))


def body_page(answer: BodyAnswer) -> BodyPage:
    """The page of a body."""
    return BodyPage(answer, of_year(answer.calendar), outcome_chart(answer.years))


def overview_page(overview: Overview, problems: Sequence[str]) -> OverviewPage:
    """The page of the whole index. What is wrong is told in the log and by `referat status`; here only that it is."""
    return OverviewPage(overview, outcome_chart(overview.years), not problems)


def _links(years: Iterable[tuple[int, int]], shown: int | None) -> tuple[YearLink, ...]:
    return tuple(YearLink(year, meetings, year == shown) for year, meetings in years)
