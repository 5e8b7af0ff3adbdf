"""Who writes to an index just now, and what somebody who died left unfinished: its leases, as anybody may read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elasticsearch import NotFoundError

from engines.elasticsearch.connection import Server
from engines.elasticsearch.holder import is_dead
from engines.elasticsearch.lease import WHOLE
from engines.elasticsearch.names import Place


@dataclass(frozen=True, slots=True)
class Writers:
    """Whether the whole index is being made anew, and the meetings that a dead writer of this organisation was at."""

    rebuilding: bool
    left: tuple[str, ...]


def writers(server: Server, place: Place) -> Writers:
    """As of a second ago at most; whether a lease has run out is told by the server's clock."""
    whole: dict[str, Any] = {"ids": {"values": [WHOLE]}}
    own = {"bool": {"filter": [{"term": {"organisation": place.organisation}}], "must_not": [whole]}}
    holds = {"range": {"until": {"gte": "now", "_name": "holds"}}}
    query = {"bool": {"filter": [{"term": {"kind": "lease"}}, {"bool": {"should": [whole, own]}}], "should": [holds]}}
    try:
        found = server.reading.search(index=place.state, query=query)["hits"]["hits"]
    except NotFoundError:
        return Writers(False, ())
    living = [hit["_id"] for hit in found if hit.get("matched_queries") and not is_dead(hit["_source"])]
    left = [hit["_source"].get("meetings", ()) for hit in found if hit["_id"] not in [WHOLE, *living]]
    return Writers(WHOLE in living, tuple(meeting for meetings in left for meeting in meetings))
