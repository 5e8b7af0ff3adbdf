"""What a version of the index holds, read as it lies there, whatever model or analysis it was made by.

For who makes the index anew; nobody writes to what is read meanwhile, so no snapshot is needed, however long it takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engines.elasticsearch.connection import Server
from engines.elasticsearch.documents import to_appearances, to_item, to_meeting
from engines.elasticsearch.names import Clause, Kind, Place
from engines.elasticsearch.retrying import patiently
from engines.kept import Stored
from mappings.documents import Person

_AT_ONCE = 200  # documents in one answer; few, for one may be as large as a whole request may be
_BUCKETS_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Copy:
    """One organisation's documents in one version."""

    server: Server
    concrete: str
    place: Place

    def ids(self) -> list[str]:
        """Every meeting, in the order of ids."""
        query = {"bool": {"filter": self.place.of_kind("meeting")}}
        return list(_values(self.server, self.concrete, "meeting.id", query, self.place.routing))

    def meetings(self, ids: Sequence[str]) -> dict[str, Stored]:
        """Meetings whole, by id, with the items that the meeting's own document names, as far as they are there."""
        sources = self._sources("item", ids, ["item", "people"], [{"item.id": "asc"}])
        items = {source["item"]["id"]: source for source in sources}
        found = {}
        for source in self._sources(
            "meeting", ids, ["meeting", "origin", "items", "appearances"], [{"meeting.id": "asc"}]
        ):
            meeting = to_meeting(source)
            own = [items[identity] for identity in source["items"] if identity in items]
            found[meeting.id] = Stored(
                meeting=replace(meeting, items=tuple(to_item(each) for each in own)),
                people={each["item"]["id"]: tuple(Person(**one) for one in each["people"]) for each in own},
                origin=source["origin"],
                appearances=to_appearances(source),
            )
        return found

    def _sources(self, kind: Kind, ids: Sequence[str], fields: list[str], sort: list[Any]) -> Iterator[dict[str, Any]]:
        query = {"bool": {"filter": [*self.place.of_kind(kind), {"terms": {"meeting.id": list(ids)}}]}}
        body = {"query": query, "_source": fields, "sort": sort, "size": _AT_ONCE, "track_total_hits": False}
        after: dict[str, Any] = {}
        while True:
            hits = _search(self.server, self.concrete, self.place.routing, **body, **after)["hits"]["hits"]
            yield from (hit["_source"] for hit in hits)
            if len(hits) < _AT_ONCE:
                return
            after = {"search_after": hits[-1]["sort"]}


def organisations(server: Server, concrete: str) -> list[str]:
    """Whose documents a version holds."""
    return list(_values(server, concrete, "organisation", {"match_all": {}}, None))


def _values(server: Server, concrete: str, field: str, query: Clause, routing: str | None) -> Iterator[str]:
    """Every value that a field has, in order."""
    sources = [{"value": {"terms": {"field": field}}}]
    after: dict[str, Any] = {}
    while True:
        values = {"values": {"composite": {"size": _BUCKETS_AT_ONCE, "sources": sources, **after}}}
        found = _search(server, concrete, routing, query=query, size=0, aggs=values)["aggregations"]["values"]
        yield from (bucket["key"]["value"] for bucket in found["buckets"])
        if "after_key" not in found:
            return
        after = {"after": found["after_key"]}


def _search(server: Server, concrete: str, routing: str | None, **body: Any) -> Mapping[str, Any]:
    """The answer to a search whose `body` is as the server takes it."""
    answer = patiently(
        server,
        lambda: server.writing.search(index=concrete, routing=routing, body=body, allow_partial_search_results=False),
    )
    return dict(answer.body)
