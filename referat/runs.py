"""Every run of the indexer, noted beside the index: what it read, what was odd in it, what failed and why.

A run holds a lock of its own while it lasts, which the system lets go of however it ends: one that has not ended and
whose lock is free was interrupted. Indexing is never stopped by the noting: where that fails, the log has a line.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import logging
import os
import secrets
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec

from mappings.errors import EngineUnavailable, NotFound, ReferatError, Stopped
from mappings.keeping import SmallDatabase
from mappings.locks import is_held
from mappings.told import Told
from web.administration import Counts, Run, RunTold, State, Trouble, Work

if TYPE_CHECKING:
    from indexer.pipeline import IndexReport
    from indexer.reindexing import ReindexReport

log = logging.getLogger(__name__)

NAME, LOCKS = "runs.db", "runs"
KEPT = 200  # runs
TOLD = 500  # places that failed, and as many that were odd, of one run
_LONGEST = 500  # characters of a path or a reason
_MOST_PATHS = 20
_EVERY = 1.0  # seconds between two notes of how far a run has come
_HIGHEST = 2**63 - 1  # number that SQLite knows of
_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS runs (
    number INTEGER PRIMARY KEY AUTOINCREMENT, work TEXT NOT NULL, user TEXT NOT NULL, paths TEXT NOT NULL,
    began TEXT NOT NULL, ended TEXT, state TEXT NOT NULL, error TEXT NOT NULL DEFAULT '', lock TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, counts TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE IF NOT EXISTS troubles (
    run INTEGER NOT NULL, kind TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS of_run ON troubles (run);
"""
_COLUMNS = "number, work, user, paths, began, ended, state, error, done, total, counts, lock"


class Runs:
    """The runs of a data folder; any process may note and read them."""

    def __init__(self, folder: Path) -> None:
        self._kept = SmallDatabase(folder / NAME, _VERSION, _SCHEMA)
        self._locks = folder / LOCKS

    def begin(self, work: Work, paths: Sequence[str] = (), user: str = "") -> Noted:
        """Note that a run begins; raises `EngineUnavailable` where nothing can be noted."""
        lock = _Lock.taken(self._locks)
        told = [_short(path) for path in paths[:_MOST_PATHS]]
        more = ["…"] if len(paths) > _MOST_PATHS else []
        try:
            with self._kept.writing() as connection:
                self._tidy(connection)
                begun = connection.execute(
                    "INSERT INTO runs (work, user, paths, began, state, lock) VALUES (?, ?, ?, ?, 'running', ?)",
                    (work, user, msgspec.json.encode([*told, *more]).decode(), _now(), lock.name),
                )
        except ReferatError:
            lock.let_go()
            raise
        return Noted(self._kept, begun.lastrowid or 0, lock)

    def begin_anyway(self, work: Work, paths: Sequence[str] = ()) -> Noted:
        """As `begin`; where nothing can be noted, the run goes on without, and the log says why."""
        try:
            return self.begin(work, paths)
        except ReferatError as error:
            _warn(error)
            return Noted(None, 0, None)

    def all(self) -> list[Run]:
        """Those that are remembered, latest first."""
        return self._read("ORDER BY number DESC", ())

    def running(self) -> Run | None:
        """The latest that goes on just now, by whichever process."""
        return next((run for run in self.all() if run.state == "running"), None)

    def one(self, number: int) -> RunTold:
        """A run with what failed and what was odd in it; raises `NotFound`."""
        found = self._read("WHERE number = ?", (number,)) if number <= _HIGHEST else []
        if not found:
            raise NotFound(Told("Den kørsel huskes ikke længere."))
        with self._kept.opened() as connection:
            rows = connection.execute(
                "SELECT kind, path, line, reason FROM troubles WHERE run = ?", (number,)
            ).fetchall()
        failed, odd = ([Trouble(*row[1:]) for row in rows if row[0] == kind] for kind in ("failed", "odd"))
        return RunTold(found[0], tuple(failed), tuple(odd))

    def _read(self, which: str, values: tuple[object, ...]) -> list[Run]:
        if not self._kept.exists():
            return []
        with self._kept.opened() as connection:
            return [self._run(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM runs {which}", values)]

    def _run(self, row: Sequence[object]) -> Run:
        number, work, user, paths, began, ended, state, error, done, total, counts, lock = row
        dead = state == "running" and not is_held(self._locks / str(lock))
        told = {
            **{"number": number, "work": work, "user": user, "began": began, "ended": ended, "error": error},
            **{"done": done, "total": total, "state": "interrupted" if dead else state},
            **{"paths": msgspec.json.decode(str(paths)), "counts": msgspec.json.decode(str(counts))},
        }
        return msgspec.convert(told, Run)

    def _tidy(self, connection: sqlite3.Connection) -> None:
        """Note which runs were interrupted, and forget the oldest."""
        for number, lock in connection.execute("SELECT number, lock FROM runs WHERE state = 'running'").fetchall():
            if not is_held(self._locks / lock):
                connection.execute("UPDATE runs SET state = 'interrupted' WHERE number = ?", (number,))
                (self._locks / lock).unlink(missing_ok=True)
        oldest = "SELECT number FROM runs ORDER BY number DESC LIMIT -1 OFFSET ?"
        connection.execute(f"DELETE FROM troubles WHERE run IN ({oldest})", (KEPT - 1,))
        connection.execute(f"DELETE FROM runs WHERE number IN ({oldest})", (KEPT - 1,))


class Noted:
    """A run while it lasts; entered and left, it is over however that is."""

    def __init__(self, kept: SmallDatabase | None, number: int, lock: _Lock | None) -> None:
        self.number = number
        self._kept = kept
        self._lock = lock
        self._counts = Counts()
        self._troubles: list[tuple[int, str, str, int, str]] = []
        self._told = 0.0

    def progress(self, done: int, total: int) -> None:
        """How far it has come; noted once in a while."""
        now = time.monotonic()
        if now - self._told >= _EVERY or done == total:
            self._told = now
            self._note("UPDATE runs SET done = ?, total = ? WHERE number = ?", (done, total, self.number))

    def indexed(self, report: IndexReport) -> None:
        """What a run of `index` did."""
        self._counts = _counts(report, odd=len(report.remarks), failed=len(report.failures))
        failed = [("failed", one.path, 0, one.reason) for one in report.failures[:TOLD]]
        odd = [("odd", one.path, one.line, one.reason) for one in report.remarks[:TOLD]]
        self._troubles = [
            (self.number, kind, _short(path), line, _short(reason)) for kind, path, line, reason in (*failed, *odd)
        ]

    def reindexed(self, report: ReindexReport) -> None:
        """What a run of `reindex` did."""
        self._counts = _counts(report)

    def __enter__(self) -> Noted:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        state = _state(error)
        said = _said(error) if error is not None and state == "failed" else ""
        ended = _now() if state != "interrupted" else None
        counts = msgspec.json.encode(self._counts).decode()
        self._note(
            "UPDATE runs SET state = ?, error = ?, ended = ?, counts = ? WHERE number = ?",
            (state, said, ended, counts, self.number),
        )
        if self._lock:
            self._lock.let_go()

    def _note(self, statement: str, values: tuple[object, ...]) -> None:
        if self._kept is None:
            return
        try:
            with self._kept.writing() as connection:
                connection.execute(statement, values)
                connection.executemany("INSERT INTO troubles VALUES (?, ?, ?, ?, ?)", self._troubles)
        except ReferatError as error:
            _warn(error)
            self._kept = None
        self._troubles = []


class _Lock:
    """A file that a run holds the lock of, under a name that no other run ever has."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.name = path.name
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def taken(cls, folder: Path) -> _Lock:
        """A new one; raises `EngineUnavailable`."""
        path = folder / f"{secrets.token_hex(8)}.lock"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError as error:
            raise EngineUnavailable(f"{path} cannot be written to ({error.strerror}).") from error
        return cls(path, descriptor)

    def let_go(self) -> None:
        self._path.unlink(missing_ok=True)
        os.close(self._descriptor)


def _counts(report: IndexReport | ReindexReport, **more: int) -> Counts:
    known = {field.name for field in fields(Counts)}
    return Counts(**{f.name: getattr(report, f.name) for f in fields(report) if f.name in known}, **more)


def _state(error: BaseException | None) -> State:
    if error is None:
        return "done"
    return "failed" if isinstance(error, Exception) and not isinstance(error, Stopped) else "interrupted"


def _said(error: BaseException) -> str:
    return _short(str(error) if isinstance(error, ReferatError) else f"{type(error).__name__}: {error}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def _warn(error: ReferatError) -> None:
    log.warning("The run is not noted: %s", error)
