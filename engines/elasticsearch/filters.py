"""What an item must be to be seen: the one way to the `filter` of every query, kNN, count and suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engines.asked import Access, Filters
from engines.elasticsearch.names import Clause, Place

NO_FILTERS = Filters()


def permitted(place: Place, access: Access, filters: Filters = NO_FILTERS) -> list[Clause]:
    """This organisation's items that the asker may see, and that are as the filters want them; none of it is scored."""
    found = place.of_kind("item")
    if not access.closed:
        found.append({"term": {"item.closed": False}})
    for name, wanted in (
        ("meeting.body", filters.bodies),
        ("year", filters.years),
        ("people.slug", filters.people),
        ("present", filters.present),
        *(("present", slugs) for slugs in filters.together),
        ("absent", filters.absent),
        *(("absent", slugs) for slugs in filters.away),
        ("item.case_number", filters.cases),
        ("outcomes", filters.outcomes),
        ("attachments", filters.attachments),
    ):
        if wanted:
            found.append({"terms": {name: list(wanted)}})
    if filters.date_from or filters.date_to:
        found.append({"range": {"meeting.date": _dates(filters)}})
    return found


def hidden(place: Place) -> list[Clause]:
    """The closed items, of which everybody may know that they are there."""
    return [*place.of_kind("item"), {"term": {"item.closed": True}}]


def one_of(name: str, values: Sequence[str]) -> Clause:
    """That a field has one of these values."""
    return {"terms": {name: list(values)}}


def must(clauses: Sequence[Clause], **more: Any) -> Clause:
    """A query of conditions, with the other parts of a `bool` that are given."""
    return {"bool": {"filter": list(clauses), **more}}


def _dates(filters: Filters) -> dict[str, str]:
    limits = (("gte", filters.date_from), ("lte", filters.date_to))
    return {name: day.isoformat() for name, day in limits if day}
