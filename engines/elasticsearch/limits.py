"""How large a request the server takes, found out when one is refused or lost its connection."""

from __future__ import annotations

import re
from collections.abc import Callable

from elasticsearch import ApiError

from engines.elasticsearch import troubles
from engines.elasticsearch.connection import Server

_USUAL = 100 * 1024 * 1024  # bytes; `http.max_content_length` where nobody sets it
_SMALL = 1_000_000  # bytes; below that it is not the size that costs a request its connection
_PRESSURE = re.compile(r"operation_bytes=(\d+), max_\w+_bytes=(\d+)")


class TooLarge(Exception):
    """A request that the server will never take; the text says what is too large and what to do."""


def too_large(error: Exception, size: int, largest: Callable[[], int]) -> str:
    """Why a request of `size` bytes will never be taken; empty where `error` says nothing of the kind.

    The server breaks off some connections while too much still comes, so a lost one is no proof of anything else;
    then `largest` is asked, which may raise what the client raises.
    """
    if isinstance(error, ApiError) and error.meta.status == 413:
        return _line(size, "http.max_content_length of the server, or the limit of a proxy before it")
    if isinstance(error, ApiError) and error.meta.status == 429 and (found := _PRESSURE.search(str(error.body))):
        if int(found[1]) > int(found[2]):
            return _line(size, "indexing_pressure.memory.limit of the server, or its memory")
        return ""
    if isinstance(error, troubles.NO_ANSWER) and size > _SMALL and size > largest():
        return _line(size, "http.max_content_length of the server")
    return ""


def largest_request(server: Server) -> int:
    """Bytes that every node takes in one request."""
    try:
        answer = server.writing.nodes.info(metric="http", filter_path="nodes.*.http.max_content_length_in_bytes")
    except ApiError:  # who may only write may not ask
        return _USUAL
    found = [node["http"]["max_content_length_in_bytes"] for node in answer.body.get("nodes", {}).values()]
    return int(min(found, default=_USUAL))


def _line(size: int, limit: str) -> str:
    return f"it takes {size / 1_000_000:.1f} MB, more than the server takes in one request; raise {limit}"
