"""The server that is measured, and indices of one's own on it."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import replace

from elasticsearch import Elasticsearch

from engines.elasticsearch.names import Place
from mappings.settings import Settings
from tests.elasticsearch import server
from tests.elasticsearch.indices import own_indices
from tests.elasticsearch.server import RunningServer

NAMED = "REFERAT_TEST_ELASTICSEARCH_URL"
HEAP = "1g"
_PATIENCE = 600  # seconds that a request about a whole index may take


@contextlib.contextmanager
def address() -> Iterator[str | None]:
    """Where a server answers: the one that is named, else one of our own; None, and a line that says why, without."""
    if named := os.environ.get(NAMED):
        yield named.rstrip("/")
        return
    with own() as started:
        yield started.url if started else None


@contextlib.contextmanager
def own() -> Iterator[RunningServer | None]:
    """A server that may be killed; None, and a line that says why, where there is none to start."""
    if missing := server.missing():
        print(f"  left out: {missing}")
        yield None
        return
    started = RunningServer(heap=HEAP, quick=False)
    try:
        yield started
    finally:
        started.close()


@contextlib.contextmanager
def index(url: str, *, vectors: str = "int8_hnsw") -> Iterator[Settings]:
    """Settings of an index that goes away again; reading is given longer than people are."""
    with own_indices(url) as name:
        yield replace(
            Settings(engine="elasticsearch"),
            elasticsearch_url=url,
            elasticsearch_index=name,
            elasticsearch_vectors=vectors,
            elasticsearch_timeout=60,
        )


def place(settings: Settings) -> Place:
    """What things are called there."""
    return Place(settings.elasticsearch_index, settings.elasticsearch_organisation)


def client(settings: Settings) -> Elasticsearch:
    """The client as it comes, for what is compared with."""
    return Elasticsearch(settings.elasticsearch_url, request_timeout=_PATIENCE)


def settle(on: Elasticsearch, index: str) -> None:
    """Wait until the server has merged what it wanted to merge."""
    quiet = 0
    while quiet < 3:
        merging = on.indices.stats(index=index, metric="merge")["_all"]["total"]["merges"]["current"]
        quiet = 0 if merging else quiet + 1
        time.sleep(0.5)


def merge(on: Elasticsearch, index: str) -> None:
    """Make one segment of the index, as its longest-lived data are, however long that takes."""
    task = on.indices.forcemerge(index=index, max_num_segments=1, wait_for_completion=False)["task"]
    headers = {"accept": "application/json"}
    while not on.perform_request("GET", f"/_tasks/{task}", headers=headers).body["completed"]:  # `tasks.get` warns
        time.sleep(0.5)
    on.indices.refresh(index=index)


def segments(on: Elasticsearch, index: str) -> int:
    """How many segments are searched."""
    return int(on.indices.stats(index=index, metric="segments")["_all"]["primaries"]["segments"]["count"])


def size(on: Elasticsearch, index: str) -> int:
    """Bytes on disk."""
    return int(on.indices.stats(index=index, metric="store")["_all"]["primaries"]["store"]["size_in_bytes"])
