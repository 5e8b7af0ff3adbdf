"""What has been told to whom: an outbox, so that a crash neither loses a digest nor sends it twice.

SMTP cannot be part of a transaction, so two steps are written down around it.

1. The new results are noted as told *and* the finished digest is put into the outbox, in one transaction. Before it
   nothing has happened and the next run finds the same results; after it the digest is sent, however often we die.
2. A digest is `waiting` until its very last line, the dot that makes the server take it, is about to be sent. Then it
   is `handing`, on the disk, and after the server's answer it is gone. Who dies while it is `waiting` sends it again
   from the start: without the dot the server has thrown it away. Who dies while it is `handing` cannot know: the server
   may have it. It is then not sent again by itself, for the system sends what a killed process wrote, so the server
   almost always has it; but it is not forgotten either: every run names it until somebody decides (`--unsure send` or
   `--unsure drop`).

So within the two or three packets in which no program can know, this is at most once with a notice; elsewhere exactly
once. Sent again it has the same Message-ID, made of its contents, by which a mail server may know it.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mappings.keeping import SmallDatabase

NAME = "alerts.db"
_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS watches (
    number INTEGER PRIMARY KEY, query TEXT NOT NULL, recipient TEXT NOT NULL, UNIQUE (query, recipient)
);
CREATE TABLE IF NOT EXISTS told (watch INTEGER NOT NULL, item TEXT NOT NULL, PRIMARY KEY (watch, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT, watch INTEGER NOT NULL, message_id TEXT NOT NULL, recipient TEXT NOT NULL,
    message BLOB NOT NULL, state TEXT NOT NULL, made TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest in the outbox; `number` is its own there."""

    number: int
    message_id: str
    recipient: str
    message: bytes


class Journal:
    """The journal of a data folder, open; one process at a time writes to it (see `referat.alerting.alone`)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def told(self, query: str, recipient: str) -> set[str] | None:
        """The ids that this recipient has been told of; None where the search is new to him."""
        watch = self._watch(query, recipient)
        if watch is None:
            return None
        return {item for (item,) in self._connection.execute("SELECT item FROM told WHERE watch = ?", (watch,))}

    def begin(self, query: str, recipient: str, known: Iterable[str]) -> None:
        """Watch a search for a recipient from now on; `known` is what he need not be told of."""
        with self._transaction():
            self._connection.execute("INSERT INTO watches (query, recipient) VALUES (?, ?)", (query, recipient))
            self._note(query, recipient, known)

    def put(self, query: str, recipient: str, items: Sequence[str], message_id: str, message: bytes) -> None:
        """Note that these are told, by this digest, which is to be sent."""
        with self._transaction():
            self._note(query, recipient, items)
            watch = self._watch(query, recipient)
            made = dt.datetime.now(dt.UTC).isoformat()
            row = (watch, message_id, recipient, message, "waiting", made)
            self._connection.execute(
                "INSERT INTO outbox (watch, message_id, recipient, message, state, made) VALUES (?, ?, ?, ?, ?, ?)", row
            )

    def waiting(self) -> list[Digest]:
        """What is to be sent, oldest first."""
        return self._in("waiting")

    def unsure(self) -> list[Digest]:
        """What the server may have or not."""
        return self._in("handing")

    def handing(self, digest: Digest) -> None:
        """The server is about to take it."""
        self._move(digest, "handing")

    def not_taken(self, digest: Digest) -> None:
        """The server said that it has not; it is to be sent again."""
        self._move(digest, "waiting")

    def sent(self, digest: Digest) -> None:
        """It is the server's from now on; it is not kept."""
        with self._transaction():
            self._connection.execute("DELETE FROM outbox WHERE number = ?", (digest.number,))

    def keep_only(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Forget the searches and recipients that nobody wants any more, and what was to be sent to them."""
        keep = set(wanted)
        watches = self._connection.execute("SELECT number, query, recipient FROM watches").fetchall()
        gone = [(number,) for number, query, recipient in watches if (query, recipient) not in keep]
        with self._transaction():
            for table, column in (("told", "watch"), ("outbox", "watch"), ("watches", "number")):
                self._connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", gone)

    def _watch(self, query: str, recipient: str) -> int | None:
        found = self._connection.execute(
            "SELECT number FROM watches WHERE query = ? AND recipient = ?", (query, recipient)
        ).fetchone()
        return int(found[0]) if found else None

    def _note(self, query: str, recipient: str, items: Iterable[str]) -> None:
        watch = self._watch(query, recipient)
        self._connection.executemany("INSERT OR IGNORE INTO told VALUES (?, ?)", ((watch, item) for item in items))

    def _in(self, state: str) -> list[Digest]:
        query = "SELECT number, message_id, recipient, message FROM outbox WHERE state = ? ORDER BY number"
        return [Digest(*row) for row in self._connection.execute(query, (state,))]

    def _move(self, digest: Digest, state: str) -> None:
        with self._transaction():
            self._connection.execute("UPDATE outbox SET state = ? WHERE number = ?", (state, digest.number))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise


@contextmanager
def opened(folder: Path) -> Iterator[Journal]:
    """The journal of a data folder, made where there is none. What is noted is on the disk when noting it returns."""
    kept = SmallDatabase(folder / NAME, _VERSION, _SCHEMA)
    kept.make()
    with kept.opened() as connection:
        connection.execute("PRAGMA synchronous = FULL")
        yield Journal(connection)
