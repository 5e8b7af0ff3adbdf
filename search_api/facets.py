"""Facets: the values to narrow a search by, each with its count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engines.asked import FacetName, Filters
from mappings.documents import Person
from mappings.naming import slug
from search_api.answers import FacetValue
from search_api.beginnings import begins, folded

LARGEST_FACET = 20  # people shown; the other facets have few values


def chosen(name: FacetName, filters: Filters) -> tuple[str, ...]:
    """The values of a facet that are filtered by."""
    values: dict[FacetName, tuple[str, ...]] = {
        "body": filters.bodies,
        "year": tuple(map(str, filters.years)),
        "person": filters.people,
        "case": filters.cases,
        "outcome": filters.outcomes,
        "attachments": filters.attachments,
    }
    return values[name]


def without(name: FacetName, filters: Filters) -> Filters:
    """The filters less a facet's own."""
    return replace(
        filters,
        bodies=() if name == "body" else filters.bodies,
        years=() if name == "year" else filters.years,
        people=() if name == "person" else filters.people,
        cases=() if name == "case" else filters.cases,
        outcomes=() if name == "outcome" else filters.outcomes,
        attachments=() if name == "attachments" else filters.attachments,
    )


def facet(name: FacetName, counts: Mapping[str, int], filters: Filters) -> tuple[FacetValue, ...]:
    """A facet's values: years newest first, the others by count; those filtered by are always there."""
    own = chosen(name, filters)
    every = {**dict.fromkeys(own, 0), **counts}
    if name == "year":
        return tuple(FacetValue(int(year), every[year], year in own) for year in sorted(every, reverse=True))
    return tuple(FacetValue(value, every[value], value in own) for value in _shown(every, own))


def people(
    counts: Mapping[str, int], filters: Filters, known: Mapping[str, Person], typed: str
) -> tuple[FacetValue, ...]:
    """The people of most items by name, of those only whose name begins as typed; and those filtered by."""
    words = folded(typed)
    names = {own: known[own].name if own in known else own for own in (*filters.people, *counts)}
    every = {own: counts.get(own, 0) for own in names if own in filters.people or begins(words, names[own])}
    return tuple(FacetValue(names[own], every[own], own in filters.people) for own in _shown(every, filters.people))


def cases(counts: Mapping[str, int], filters: Filters, titles: Mapping[str, str]) -> tuple[FacetValue, ...]:
    """The cases that most items are of, each with what its newest item is called."""
    return tuple(replace(one, label=titles.get(str(one.value))) for one in facet("case", counts, filters))


def bodies(names: Iterable[str], stored: Iterable[str]) -> tuple[str, ...]:
    """The bodies as stored, whatever the case and spelling they were asked for in; unknown names as they are."""
    by_slug = {slug(body): body for body in stored}
    return tuple(dict.fromkeys(by_slug.get(slug(name), name) for name in names))


def _shown(counts: Mapping[str, int], own: tuple[str, ...]) -> list[str]:
    """The values of most items, and those filtered by."""
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    return [value for i, value in enumerate(ordered) if i < LARGEST_FACET or value in own]
