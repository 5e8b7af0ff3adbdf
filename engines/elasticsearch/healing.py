"""What a dead writer left behind: requests that the server is still at, and items that no meeting names."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from elasticsearch import AuthorizationException

from engines.elasticsearch.connection import Server
from engines.elasticsearch.meetings import PROBE
from engines.elasticsearch.names import Place
from engines.elasticsearch.retrying import not_ready, patiently

_LOOKS_AGAIN = 0.1  # seconds
_LONGEST = 60.0  # seconds; what the dead writer itself would have waited for its answer
_UNSEEN = 3.0  # seconds to wait where it may not be seen what the server is at; a request takes well below one
_ACTION = "indices:data/write/bulk"


def outlast(server: Server, target: str) -> None:
    """Wait until the server is done with the writes to `target` that it is at now; the writer may be gone already.

    Were its items removed while they still come in, their meeting would come in last and name what is gone.
    """
    time.sleep(_LOOKS_AGAIN)  # what has just been sent is not a task yet
    deadline = time.monotonic() + _LONGEST
    try:
        waited = patiently(server, lambda: _tasks(server, target))
        while waited and time.monotonic() < deadline:
            time.sleep(_LOOKS_AGAIN)
            waited &= patiently(server, lambda: _tasks(server, target))
    except _Unseen:
        time.sleep(_UNSEEN)


def remove_left_over(server: Server, place: Place, target: str, named: Mapping[str, Sequence[str]]) -> None:
    """Delete the items of these meetings that `named` does not have for them, and what was only tried."""
    left_over = [_of_others(meeting_id, items) for meeting_id, items in named.items()]
    ours = {"term": {"organisation": place.organisation}}
    any_of = {"should": [{"term": {"kind": PROBE}}, *left_over], "minimum_should_match": 1}

    def delete() -> None:
        answer = server.writing.delete_by_query(
            index=target, query={"bool": {"filter": [ours], **any_of}}, routing=place.routing, conflicts="proceed"
        )
        for failure in answer["failures"]:
            raise not_ready(answer, failure.get("reason") or failure.get("cause"))

    patiently(server, delete)


class _Unseen(Exception):
    """These credentials may not ask what the server is at."""


def _tasks(server: Server, target: str) -> set[str]:
    """The writes to an alias or an index that the server is at, as its names for them."""
    try:
        # Not by the client's `tasks.list`, which warns that the API is a preview; it is older than version 8.
        answer = server.writing.perform_request(
            "GET", "/_tasks", params={"actions": _ACTION, "detailed": "true"}, headers={"accept": "application/json"}
        )
    except AuthorizationException as error:
        raise _Unseen from error
    tasks = {name: task for node in answer.body["nodes"].values() for name, task in node["tasks"].items()}
    return {name for name, task in tasks.items() if target in str(task.get("description"))}


def _of_others(meeting_id: str, items: Sequence[str]) -> dict[str, Any]:
    own = [{"term": {"kind": "item"}}, {"term": {"meeting.id": meeting_id}}]
    return {"bool": {"filter": own, "must_not": [{"terms": {"item.id": list(items)}}]}}
