"""Going over to the write-ahead log beside others."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest

from mappings.write_ahead import write_ahead


def reading(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("CREATE TABLE words (word TEXT)")
    connection.execute("BEGIN")
    connection.execute("SELECT * FROM words").fetchall()
    return connection


def test_it_waits_for_another_that_reads(tmp_path: Path) -> None:
    other = reading(tmp_path / "x.db")
    threading.Timer(0.3, other.execute, ["COMMIT"]).start()
    connection = sqlite3.connect(tmp_path / "x.db", isolation_level=None, timeout=0)
    write_ahead(connection, 30)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_it_gives_up_when_its_patience_ends(tmp_path: Path) -> None:
    other = reading(tmp_path / "x.db")
    connection = sqlite3.connect(tmp_path / "x.db", isolation_level=None, timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        write_ahead(connection, 0.05)
    other.execute("COMMIT")


def test_what_is_no_matter_of_waiting_is_told_at_once(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "x.db").execute("CREATE TABLE words (word TEXT)")
    connection = sqlite3.connect(f"file:{tmp_path / 'x.db'}?mode=ro", uri=True)
    begun = time.monotonic()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        write_ahead(connection, 30)
    assert time.monotonic() - begun < 15
