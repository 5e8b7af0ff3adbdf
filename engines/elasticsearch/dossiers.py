"""Cases: a page of them, and the items of one; one round trip each."""

from __future__ import annotations

import heapq

from engines.asked import Access, Filters
from engines.elasticsearch.asking import Asker, Body
from engines.elasticsearch.counting import counted, counting
from engines.elasticsearch.filters import must, one_of, permitted
from engines.elasticsearch.names import Clause
from engines.elasticsearch.reading import found_in, item_bodies
from engines.elasticsearch.selection import listed
from engines.found import Dossier, Dossiers, Found

_CASE = "item.case_number"


def dossiers(asker: Asker, filters: Filters, offset: int, limit: int, access: Access, beginning: str = "") -> Dossiers:
    """As `Engine.dossiers`: of each case the server gives the newest item, and all are counted."""
    of_cases: list[Clause] = [{"prefix": {_CASE: beginning}}] if beginning else [{"exists": {"field": _CASE}}]
    query = must([*permitted(asker.place, access, filters), *of_cases], must_not=[{"term": {_CASE: ""}}])
    page: Body = {"query": query, "size": 0, "track_total_hits": False, "aggs": counting([_CASE])}
    if limit > 0:
        order = listed("newest")
        shown = {"from": max(offset, 0), "size": limit, "docvalue_fields": ["item.id", _CASE]}
        page = {**page, **order, **shown, "collapse": {"field": _CASE}}
    answered = asker.msearch([page])
    if answered is None:
        return Dossiers(0, ())
    counts = counted(asker, answered.answers[0], _CASE, query)
    fields = (hit["fields"] for hit in answered.answers[0]["hits"]["hits"])
    found = ((each[_CASE][0], each["item.id"][0]) for each in fields)
    return Dossiers(len(counts), tuple(Dossier(number, counts.get(number, 1), newest) for number, newest in found))


def of_case(asker: Asker, number: str, limit: int, access: Access) -> list[Found]:
    """As `Engine.of_case`."""
    if limit <= 0 or not number:
        return []
    bodies = item_bodies(asker.place, access, [one_of(_CASE, [number])])
    order = {"sort": listed("newest")["sort"], "size": limit, "track_total_hits": False}
    answered = asker.msearch([{**body, **order} for body in bodies])
    if answered is None:
        return []
    found = found_in(answered.answers)
    hits = heapq.merge(*(answer["hits"]["hits"] for answer in answered.answers), key=lambda hit: _newest(hit["sort"]))
    return [found[hit["_source"]["item"]["id"]] for hit in hits][:limit]


def _newest(values: list[int | str]) -> tuple[int | str, ...]:
    """What the server sorted by (date, meeting, number, id), such that the newest comes first."""
    date, *rest = values
    return (-int(date), *rest)
