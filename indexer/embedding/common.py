"""What the passages of an index have in common: the mean of their vectors, kept beside them for those who search.

A model gives all texts of a kind much of one direction. How near a question is to that says nothing about any of them,
so `search_api.common` takes some of it off. The mean of 400 items, some 1,000 passages, has a cosine of 0.998 at least
to that of all (of 3,575 items, and of 1,039).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engines.asked import PUBLIC, Selection
from engines.base import Engine
from engines.kept import Vectors
from indexer.embedding.base import Embedder
from indexer.embedding.cache import vector_key
from indexer.passages import passages
from mappings.documents import TITLE, embedding_text

SAMPLE = 400  # items, spread evenly over the newest `_NEWEST`
_NEWEST = 10_000
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean vector, of shape (dimension,) and less than unit length, and of how many passages it is."""

    vector: Vectors
    passages: int


def remember(engine: Engine, embedder: Embedder) -> None:
    """Work it out from what is stored that everybody may see, and keep it with the engine's vectors."""
    keys = [vector_key(embedder.name, text) for text in _texts(engine)]
    vectors: list[Vectors] = []
    for start in range(0, len(keys), _AT_ONCE):
        vectors += engine.cached_vectors(keys[start : start + _AT_ONCE]).values()
    known = [one for one in vectors if one.shape == (embedder.dimension,)]
    if known:
        mean = np.mean(np.stack(known), axis=0, dtype=np.float64)
        engine.cache_vectors({key_of(engine, embedder): np.append(mean, len(known)).astype(np.float32)})


def remembered(engine: Engine, embedder: Embedder) -> Mean | None:
    """The mean as it was worked out last; None where that never was."""
    key = key_of(engine, embedder)
    found = engine.cached_vectors([key]).get(key)
    if found is None or found.shape != (embedder.dimension + 1,):
        return None
    return Mean(found[:-1], int(found[-1]))


def _texts(engine: Engine) -> Iterator[str]:
    ids = engine.select(Selection(limit=_NEWEST), PUBLIC).ids
    chosen = [ids[place] for place in np.linspace(0, len(ids) - 1, min(SAMPLE, len(ids))).astype(int)]
    for found in engine.items(chosen, PUBLIC):
        yield from (embedding_text(found.item, one) for one in passages(found.item) if one.section != TITLE)


def key_of(engine: Engine, embedder: Embedder) -> bytes:
    """What the mean is kept by, of each owner its own: cached vectors are shared between them."""
    whose = f"{embedder.name}\0{engine.owner()}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whose, digest_size=16, person=b"common 1").digest()
