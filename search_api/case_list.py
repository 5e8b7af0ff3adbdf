"""The list of cases: of one year, what was dealt with last first, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from engines.asked import Access, Filters, Selection
from engines.base import Engine
from mappings.documents import Outcome
from search_api.answers import MeetingReference
from search_api.results import outcomes_of

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case in a year: how many items it had, and title, meeting and outcomes of the newest."""

    number: str
    title: str
    items: int
    meeting: MeetingReference
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList:
    """A page of a year's cases; `total` is how many the year has, `years` are all with items, newest first."""

    year: int | None
    years: tuple[int, ...]
    total: int
    cases: tuple[CaseLine, ...]


def cases(engine: Engine, year: int | None, page: int, access: Access) -> CaseList:
    """A page of the cases of a year, or of the newest that there is."""
    years = years_of_items(engine, access)
    shown = year if year is not None else next(iter(years), None)
    if shown is None:
        return CaseList(year=None, years=(), total=0, cases=())
    found = engine.dossiers(Filters(years=(shown,)), (page - 1) * PAGE, PAGE, access)
    newest = {one.item.id: one for one in engine.items([each.newest for each in found.page], access)}
    lines = (
        CaseLine(
            number=each.number,
            title=one.item.title,
            items=each.items,
            meeting=MeetingReference.of(one.meeting),
            outcomes=outcomes_of(one.item),
        )
        for each in found.page
        if (one := newest.get(each.newest))
    )
    return CaseList(year=shown, years=years, total=found.total, cases=tuple(lines))


def years_of_items(engine: Engine, access: Access) -> tuple[int, ...]:
    """The years of which there are items, newest first."""
    counts = engine.select(Selection(limit=0, facets=("year",)), access).facets["year"]
    return tuple(sorted(map(int, counts), reverse=True))
