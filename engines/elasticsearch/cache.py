"""Vectors kept by the digest of model and text, so that text that comes again is not embedded again.

An index of its own, without a lease: it is written in the middle of a long write and beside another's, it may be
deleted at any time, and it survives that the index is made anew. It is only ever read by key, so it is never refreshed.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import numpy as np
import orjson
from elasticsearch import BadRequestError

from engines.elasticsearch.bulk import Operation, Sender, Unit, index
from engines.elasticsearch.connection import Server
from engines.elasticsearch.names import Place
from engines.elasticsearch.retrying import not_ready, patiently
from engines.kept import Vectors
from mappings.errors import EngineUnavailable

_AT_ONCE = 500


def cached(server: Server, place: Place, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
    """As `Engine.cached_vectors`."""
    found: dict[bytes, Vectors] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = {key.hex(): key for key in keys[start : start + _AT_ONCE]}
        for name, vector in _read(server, place, list(part)):
            found[part[name]] = np.frombuffer(base64.b64decode(vector), dtype="<f4")
    return found


def keep(server: Server, place: Place, vectors: Mapping[bytes, Vectors]) -> None:
    """As `Engine.cache_vectors`."""
    if not vectors:
        return
    patiently(server, lambda: _make(server, place))
    with Sender(server, place.vectors) as sender:
        for key, vector in vectors.items():
            sender.send(Unit("", (Operation(index(key.hex(), {"vector": _written(vector)}, None)),)))
        refused = sender.finish()
    if refused:
        raise EngineUnavailable(
            f"{place.vectors} does not take vectors ({refused[0].reason}). Delete that index: it is then made anew."
        )


def _read(server: Server, place: Place, names: list[str]) -> Iterator[tuple[str, str]]:
    """Those known, in base64; nothing where the index is not there."""

    def get() -> list[Any]:
        answer = server.writing.mget(index=place.vectors, ids=names)
        for document in answer["docs"]:
            error = document.get("error")
            if error and error["type"] != "index_not_found_exception":
                raise not_ready(answer, error)
        return [document for document in answer["docs"] if document.get("found")]

    for document in patiently(server, get):
        yield document["_id"], document["_source"]["vector"]


def _written(vector: Vectors) -> str:
    return base64.b64encode(np.ascontiguousarray(vector, dtype="<f4").tobytes()).decode("ascii")


def _make(server: Server, place: Place) -> None:
    """Make the index unless it is there; left to itself, the server would make one of another mapping."""
    indices = server.writing.indices
    if indices.exists(index=place.vectors):
        return
    body = orjson.loads((files("mappings") / "vectors.json").read_bytes())
    try:
        indices.create(index=place.vectors, settings=body["settings"], mappings=body["mappings"])
    except BadRequestError as error:
        if error.error != "resource_already_exists_exception":
            raise
