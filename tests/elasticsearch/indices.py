"""Names for a test's own indices on a server that it shares with others, and how they go away again."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator

import elasticsearch


def own_name() -> str:
    """A name for `REFERAT_ELASTICSEARCH_INDEX` that nobody else has."""
    return f"test-{uuid.uuid4().hex}"


def forget(client: elasticsearch.Elasticsearch, name: str) -> None:
    """Remove every index whose name begins with `name`."""
    found = list(client.indices.get(index=f"{name}*", expand_wildcards="all", features="aliases"))
    if found:
        client.indices.delete(index=found, ignore_unavailable=True)


@contextlib.contextmanager
def own_indices(url: str) -> Iterator[str]:
    """A name of one's own on a server, for as long as it is needed."""
    name = own_name()
    try:
        yield name
    finally:
        with elasticsearch.Elasticsearch(url, request_timeout=60) as client:
            forget(client, name)
