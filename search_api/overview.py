"""What the index holds, seen from afar: its bodies and meetings, and what their decisions came to year by year."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engines.asked import Access, Filters, Selection
from engines.base import Engine
from engines.found import Sitting as Sitting
from mappings.documents import OUTCOMES, Meeting, Outcome
from mappings.naming import slug

NEWEST = 10  # meetings on the overview


@dataclass(frozen=True, slots=True)
class BodySummary:
    """A body that met: how often, and from when to when."""

    slug: str
    name: str
    meetings: int
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class YearOfDecisions:
    """How many items of a year's meetings have each outcome; one with several counts for each of them."""

    year: int
    items: int
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything from afar: the bodies by how often they met, the newest meetings, the years from the first on."""

    meetings: int
    items: int
    bodies: tuple[BodySummary, ...]
    newest: tuple[Sitting, ...]
    years: tuple[YearOfDecisions, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The meetings of one year, newest first; `years` are all that had any, newest first, and how many."""

    year: int | None
    years: tuple[tuple[int, int], ...]
    sittings: tuple[Sitting, ...]


@dataclass(frozen=True, slots=True)
class BodyList:
    """Who met in a year, or ever where none is asked for; `years` as in `Calendar`."""

    year: int | None
    years: tuple[tuple[int, int], ...]
    bodies: tuple[BodySummary, ...]


@dataclass(frozen=True, slots=True)
class BodyAnswer:
    """One body: who it is, its meetings of a year, and what its decisions came to, year by year."""

    body: BodySummary
    calendar: Calendar
    years: tuple[YearOfDecisions, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The meetings of the same body right before and after one."""

    before: Sitting | None
    after: Sitting | None


def overview(engine: Engine, access: Access) -> Overview:
    """The index as the asker may see it."""
    sittings = engine.sittings(access)
    years = decisions(engine, access)
    return Overview(
        meetings=len(sittings),
        items=sum(year.items for year in years),
        bodies=bodies(sittings),
        newest=tuple(sittings[:NEWEST]),
        years=years,
    )


def bodies(sittings: Iterable[Sitting]) -> tuple[BodySummary, ...]:
    """Who met, those who met most often first."""
    met: dict[str, list[Sitting]] = {}
    for sitting in sittings:
        met.setdefault(slug(sitting.body), []).append(sitting)
    found = [
        BodySummary(key, own[0].body, len(own), min(one.date for one in own), max(one.date for one in own))
        for key, own in met.items()
    ]
    return tuple(sorted(found, key=lambda body: (-body.meetings, body.name)))


def body_list(sittings: Sequence[Sitting], year: int | None) -> BodyList:
    """Who met in a year, or ever."""
    own = (sitting for sitting in sittings if year in (None, sitting.date.year))
    return BodyList(year, _years(sittings), bodies(own))


def calendar(sittings: Sequence[Sitting], year: int | None) -> Calendar:
    """One year of some meetings; the newest that had any where none is asked for."""
    years = _years(sittings)
    shown = year if year is not None else (years[0][0] if years else None)
    return Calendar(shown, years, tuple(sitting for sitting in sittings if sitting.date.year == shown))


def around(sittings: Iterable[Sitting], meeting: Meeting) -> Around:
    """What the body of a meeting met about before and after it; of one day, by id."""
    body, here = slug(meeting.body), (meeting.date, meeting.id)
    own = [one for one in sittings if slug(one.body) == body]
    before = max((one for one in own if _when(one) < here), key=_when, default=None)
    after = min((one for one in own if _when(one) > here), key=_when, default=None)
    return Around(before, after)


def _when(sitting: Sitting) -> tuple[dt.date, str]:
    return sitting.date, sitting.id


def _years(sittings: Iterable[Sitting]) -> tuple[tuple[int, int], ...]:
    """The years of some meetings, newest first, and how many each had."""
    counts = Counter(sitting.date.year for sitting in sittings)
    return tuple(sorted(counts.items(), reverse=True))


def decisions(engine: Engine, access: Access, body: str | None = None) -> tuple[YearOfDecisions, ...]:
    """What the decisions of each year came to, of one body or of all; years without an item are left out."""
    of_body = Filters(bodies=(body,)) if body else Filters()
    years = engine.select(Selection(filters=of_body, limit=0, facets=("year",)), access).facets["year"]
    return tuple(_year(engine, access, of_body.bodies, int(year), years[year]) for year in sorted(years, key=int))


def _year(engine: Engine, access: Access, names: tuple[str, ...], year: int, items: int) -> YearOfDecisions:
    within = Selection(filters=Filters(bodies=names, years=(year,)), limit=0, facets=("outcome",))
    counts = engine.select(within, access).facets["outcome"]
    return YearOfDecisions(year, items, {name: counts[name] for name in OUTCOMES if counts.get(name)})
