"""Small databases beside the index."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mappings.errors import EngineUnavailable
from mappings.keeping import SmallDatabase

SCHEMA = "CREATE TABLE IF NOT EXISTS words (word TEXT NOT NULL);"


def words(kept: SmallDatabase) -> list[str]:
    with kept.opened() as connection:
        return [word for (word,) in connection.execute("SELECT word FROM words ORDER BY word")]


def add(kept: SmallDatabase, word: str) -> None:
    with kept.writing() as connection:
        connection.execute("INSERT INTO words VALUES (?)", (word,))


def test_it_is_made_by_the_first_write_for_its_owner_alone(tmp_path: Path) -> None:
    kept = SmallDatabase(tmp_path / "data" / "x.db", 1, SCHEMA)
    assert not kept.exists()
    add(kept, "a")
    assert words(kept) == ["a"]
    assert kept.path.stat().st_mode & 0o077 == 0


def test_many_may_come_first_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: add(SmallDatabase(tmp_path / "x.db", 1, SCHEMA), str(n)), range(32)))
    assert len(words(SmallDatabase(tmp_path / "x.db", 1, SCHEMA))) == 32


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    kept = SmallDatabase(tmp_path / "x.db", 1, SCHEMA)
    with pytest.raises(EngineUnavailable, match="nowhere"), kept.writing() as connection:
        connection.executemany("INSERT INTO words SELECT ?", [("a",), ("b",)]).execute("SELECT * FROM nowhere")
    assert words(kept) == []


def test_one_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    add(SmallDatabase(tmp_path / "x.db", 2, SCHEMA), "a")
    with pytest.raises(EngineUnavailable, match="a later version of the program"):
        words(SmallDatabase(tmp_path / "x.db", 1, SCHEMA))


def test_what_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"not a database at all, but long enough to be looked at as one" * 20)
    with pytest.raises(EngineUnavailable, match="cannot be used") as told:
        words(SmallDatabase(tmp_path / "x.db", 1, SCHEMA))
    assert isinstance(told.value.__cause__, sqlite3.Error)
    (tmp_path / "file").touch()
    with pytest.raises(EngineUnavailable, match="cannot be written to"):
        SmallDatabase(tmp_path / "file" / "x.db", 1, SCHEMA).make()
