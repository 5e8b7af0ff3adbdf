"""The list of people: by family name, of all years or of one, under a letter or by a part of the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engines.asked import Access, Filters, Selection
from engines.base import Engine
from mappings import alphabet, analysis
from mappings.documents import Person
from search_api.case_list import years_of_items

PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleAsked:
    """Which people: of a year (None: of all), under a letter, with a name that begins so; empty asks nothing."""

    year: int | None = None
    letter: str = ""
    name: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person, the letter they stand under, and how many items they took part in or are named in."""

    slug: str
    name: str
    letter: str
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """A page of the people asked for; `total` is how many they are, `years` are all with items, newest first.

    `letters` are those that people of the year (and of the name) stand under, and how many do.
    """

    years: tuple[int, ...]
    letters: Mapping[str, int]
    total: int
    people: tuple[PersonLine, ...]


def people(
    engine: Engine,
    asked: PeopleAsked,
    known: Mapping[str, Person],
    initials: Mapping[str, Sequence[str]],
    access: Access,
) -> PeopleList:
    """A page of the people asked for; `initials` are whom they may stand for."""
    of_year = Filters(years=(asked.year,)) if asked.year is not None else Filters()
    counts = engine.select(Selection(filters=of_year, limit=0, facets=("person",)), access).facets["person"]
    meant = set(initials.get(asked.name.upper(), ()))
    begun = [analysis.fold(word) for word in analysis.words(asked.name)]
    found = [
        PersonLine(slug, known[slug].name, alphabet.letter(family(known[slug].name)), count)
        for slug, count in counts.items()
        if slug in known and (not asked.name or slug in meant or _begins(known[slug].name, begun))
    ]
    letters = Counter(one.letter for one in found)
    lines = sorted((one for one in found if asked.letter in ("", one.letter)), key=_place)
    start = (asked.page - 1) * PAGE
    return PeopleList(
        years=years_of_items(engine, access),
        letters={one: letters[one] for one in sorted(letters, key=alphabet.place)},
        total=len(lines),
        people=tuple(lines[start : start + PAGE]),
    )


def family(name: str) -> str:
    """The family name: the last word of letters; the name itself where there is none."""
    return next(iter(reversed(analysis.words(name))), name)


def _place(one: PersonLine) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    return alphabet.sorting(family(one.name)), alphabet.sorting(one.name), one.slug


def _begins(name: str, begun: Sequence[str]) -> bool:
    """Whether every word typed begins a part of a name."""
    parts = [analysis.fold(word) for word in analysis.words(name)]
    return bool(begun) and all(any(part.startswith(word) for part in parts) for word in begun)
