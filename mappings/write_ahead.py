"""SQLite's write-ahead log, in which readers and a writer never wait for each other."""

from __future__ import annotations

import sqlite3
import time

_PAUSE = 0.01  # seconds between two tries


def write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Puts a database into WAL mode, where it stays; tries for `patience` seconds while others read or write it.

    SQLite's own waiting (`timeout`) does not hold here: of two that make the change at once, one is refused at once.
    Raises `sqlite3.Error`.
    """
    end = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > end:
                raise
        time.sleep(_PAUSE)
