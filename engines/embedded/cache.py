"""Vectors kept by the digest of model and text, so that text that comes again is not embedded again.

A database of its own: it is written while a long indexing run holds the writer's lock, it may be deleted at any time,
and it survives that the index is made anew by the same model.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from engines.kept import Vectors
from mappings.write_ahead import write_ahead

NAME = "cache.db"
_AT_ONCE = 500
_PATIENCE = 60.0  # seconds; another process's write of some thousand vectors takes well below one


def cached(folder: Path, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
    """As `Engine.cached_vectors`."""
    if not keys or not (folder / NAME).is_file():
        return {}
    found: dict[bytes, Vectors] = {}
    with _connected(folder, "rw") as connection:
        if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'vectors'").fetchone():
            return {}
        for start in range(0, len(keys), _AT_ONCE):
            part = list(keys[start : start + _AT_ONCE])
            query = f"SELECT key, vector FROM vectors WHERE key IN ({', '.join('?' * len(part))})"
            for key, vector in connection.execute(query, part):
                found[key] = np.frombuffer(vector, dtype="<f4")
    return found


def keep(folder: Path, vectors: Mapping[bytes, Vectors]) -> None:
    """As `Engine.cache_vectors`; the folder exists."""
    if not vectors:
        return
    with _connected(folder, "rwc") as connection:
        write_ahead(connection, _PATIENCE)
        connection.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes is only embedded again
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
        rows = ((key, np.ascontiguousarray(vector, dtype="<f4").tobytes()) for key, vector in vectors.items())
        connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        connection.execute("COMMIT")


@contextmanager
def _connected(folder: Path, mode: str) -> Iterator[sqlite3.Connection]:
    uri = f"{(folder / NAME).absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_PATIENCE)
    try:
        yield connection
    finally:
        connection.close()
