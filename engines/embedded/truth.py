"""The truth: one SQLite database that everything else can be made from again.

In WAL mode readers and the writer never wait for each other. Each commit is a *change* with the next number; a row of
`items` is one version of an item and lives from change `born` until change `died`, so that a reader can see the items
as of the change that the derived indexes have come to. What died is swept one write later.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
import uuid
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from engines.embedded.files import sync_folder
from engines.kept import Model
from mappings.analysis import ANALYSIS_VERSION
from mappings.errors import IndexMismatch
from mappings.write_ahead import write_ahead

SCHEMA_VERSION = 2  # raise it when tables change, so that old ones have to be made anew
NAME = "truth.db"
_PATIENCE = 30.0  # seconds to wait for SQLite's own lock, held for the length of one commit at most

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS names (
    code INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL,
    UNIQUE (kind, value)
);
CREATE TABLE IF NOT EXISTS meetings (
    id TEXT PRIMARY KEY, date INTEGER NOT NULL, origin TEXT NOT NULL, sha256 TEXT NOT NULL, document BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS items (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, meeting INTEGER NOT NULL, number INTEGER NOT NULL,
    born INTEGER NOT NULL, died INTEGER, date INTEGER NOT NULL, body INTEGER NOT NULL, case_number INTEGER NOT NULL,
    closed INTEGER NOT NULL, outcomes INTEGER NOT NULL, attachments INTEGER NOT NULL, people BLOB NOT NULL,
    passages INTEGER NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS living_id ON items (id) WHERE died IS NULL;
CREATE INDEX IF NOT EXISTS living_meeting ON items (meeting) WHERE died IS NULL;
CREATE INDEX IF NOT EXISTS dead ON items (died) WHERE died IS NOT NULL;
CREATE TABLE IF NOT EXISTS documents (ordinal INTEGER PRIMARY KEY, document BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS abbreviations (
    ordinal INTEGER NOT NULL, short TEXT NOT NULL, full TEXT NOT NULL, person INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS abbreviations_of_item ON abbreviations (ordinal);
CREATE TABLE IF NOT EXISTS appearances (
    slug TEXT NOT NULL, meeting TEXT NOT NULL, role TEXT NOT NULL, title TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS appearances_of_person ON appearances (slug);
CREATE INDEX IF NOT EXISTS appearances_in_meeting ON appearances (meeting);
CREATE TABLE IF NOT EXISTS passages (ordinal INTEGER PRIMARY KEY, passages BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS vectors (ordinal INTEGER PRIMARY KEY, vectors BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class State:
    """What an index is: who it is, the last change, when that was, the model of its vectors, and what it is made by."""

    identity: str
    change: int
    changed: dt.datetime | None
    model: Model | None
    schema: int
    analysis: int

    @property
    def fits(self) -> bool:
        """Whether it is as this program makes them."""
        return (self.schema, self.analysis) == (SCHEMA_VERSION, ANALYSIS_VERSION)


class Truth:
    """The database of one data folder; a connection for each thread that reads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / NAME
        self._own = threading.local()
        self._lock = threading.Lock()
        self._connections: weakref.WeakSet[_Connection] = weakref.WeakSet()  # a thread that ends takes its own along
        self._generation = 0

    def exists(self) -> bool:
        """Whether there is a database; nothing is made by asking."""
        return self.path.is_file()

    def reading(self) -> sqlite3.Connection:
        """This thread's connection, on which nothing can be written."""
        generation, connection = getattr(self._own, "connection", (None, None))
        if connection is None or generation != self._generation:
            connection = connect_reading(self.path)
            with self._lock:
                self._connections.add(connection)
                self._own.connection = (self._generation, connection)
        assert isinstance(connection, sqlite3.Connection)
        return connection

    def forget(self) -> None:
        """Connect anew from here on: the file is another than it was."""
        with self._lock:
            self._generation += 1

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            self._generation += 1
            for connection in list(self._connections):
                connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection to write with, the database made first where there is none. Wants the writer's lock."""
        new = not self.exists()
        connection = _connect(self.path, "rwc")
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
                _make(connection)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA wal_autocheckpoint = 8000")
            if new:
                sync_folder(self.folder)
            yield connection
        finally:
            connection.close()


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Reads that all see the same moment."""
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.rollback()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Writes that are all on the disk afterwards, or none of them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise


def state(connection: sqlite3.Connection, folder: Path) -> State | None:
    """What the index is; None while it has not been made. Raises `IndexMismatch` for another version's."""
    found = any_state(connection, folder)
    if found is not None and not found.fits:
        raise IndexMismatch(
            f"The index in {folder} is of version {found.schema}.{found.analysis}, but this program reads "
            f"{SCHEMA_VERSION}.{ANALYSIS_VERSION}. Run `referat reindex` to build it anew from what is stored."
        )
    return found


def any_state(connection: sqlite3.Connection, folder: Path) -> State | None:
    """As `state`, also of an older version, or where texts were analysed otherwise: it can be read, not searched."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        return None
    if version > SCHEMA_VERSION:
        raise IndexMismatch(
            f"The index in {folder} is of version {version}, but this program reads {SCHEMA_VERSION}. "
            "Index the files into a new REFERAT_DATA folder, or use the program that made it."
        )
    meta: dict[str, str] = dict(connection.execute("SELECT key, value FROM meta"))
    model = Model(name=meta["model"], dimension=int(meta["dimension"])) if "model" in meta else None
    changed = dt.datetime.fromisoformat(meta["changed"]) if "changed" in meta else None
    return State(meta["identity"], int(meta["change"]), changed, model, version, int(meta["analysis"]))


def set_meta(connection: sqlite3.Connection, **values: str | int) -> None:
    """Note facts about the whole index; part of the running transaction."""
    rows = [(key, str(value)) for key, value in values.items()]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)


class _Connection(sqlite3.Connection):
    """One that can be weakly referred to."""


def connect_reading(path: Path) -> _Connection:
    """A connection that cannot write, also where the folder cannot be written to.

    SQLite wants to make a shared-memory file beside a WAL database. Where it cannot and the writer left no WAL, the
    file is read as it stands, and has to be connected to anew to see more.
    """
    try:
        connection = _connect(path, "rw")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        left = path.with_name(f"{path.name}-wal")
        settled = not left.exists() or left.stat().st_size == 0
        connection = _connect(path, "ro&immutable=1" if settled else "ro")
    connection.execute("PRAGMA query_only = 1")
    return connection


def _connect(path: Path, mode: str) -> _Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=_PATIENCE,
        factory=_Connection,
        check_same_thread=False,  # each thread has its own; only `close` comes from another
    )
    connection.execute("PRAGMA cache_size = -32000")
    return connection


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA page_size = 8192")
    write_ahead(connection, _PATIENCE)
    with transaction(connection):
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        set_meta(connection, identity=uuid.uuid4().hex, analysis=ANALYSIS_VERSION, change=0)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
