"""Facets: the values to narrow a search by, each with its count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engines.base import FacetName, Filters
from mappings.documents import Person
from mappings.naming import slug
from search_api.answers import FacetValue

LARGEST_FACET = 20  # people shown; the other facets have few values


def chosen(name: FacetName, filters: Filters) -> tuple[str, ...]:
    """The values of a facet that are filtered by."""
    if name == "body":
        return filters.bodies
    if name == "year":
        return tuple(map(str, filters.years))
    return filters.people if name == "person" else filters.outcomes


def without(name: FacetName, filters: Filters) -> Filters:
    """The filters less a facet's own."""
    if name == "body":
        return replace(filters, bodies=())
    if name == "year":
        return replace(filters, years=())
    return replace(filters, people=()) if name == "person" else replace(filters, outcomes=())


def facet(
    name: FacetName, counts: Mapping[str, int], filters: Filters, people: Mapping[str, Person]
) -> tuple[FacetValue, ...]:
    """A facet's values: years newest first, the others by count; those filtered by are always there."""
    own = chosen(name, filters)
    every = {**dict.fromkeys(own, 0), **counts}
    if name == "year":
        return tuple(FacetValue(int(year), every[year], year in own) for year in sorted(every, reverse=True))
    ordered = sorted(every, key=lambda value: (-every[value], value))
    shown = [value for i, value in enumerate(ordered) if i < LARGEST_FACET or value in own]
    if name == "person":
        return tuple(FacetValue(people[s].name if s in people else s, every[s], s in own) for s in shown)
    return tuple(FacetValue(value, every[value], value in own) for value in shown)


def bodies(names: Iterable[str], stored: Iterable[str]) -> tuple[str, ...]:
    """The bodies as stored, whatever the case and spelling they were asked for in; unknown names as they are."""
    by_slug = {slug(body): body for body in stored}
    return tuple(dict.fromkeys(by_slug.get(slug(name), name) for name in names))
