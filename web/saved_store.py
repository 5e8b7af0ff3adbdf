"""Saved searches of users that are known: a small database of their own beside the index.

Each request opens it anew, since it is asked seldom; several processes may.
"""

from __future__ import annotations

import datetime as dt
import hmac
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from mappings.errors import BadRequest, EngineUnavailable
from web.saved_file import MOST, Saved

NAME = "saved.db"
_VERSION = 1
_PATIENCE = 10.0  # seconds that another process may write
_SCHEMA = """
CREATE TABLE IF NOT EXISTS searches (
    number INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL,
    saved TEXT NOT NULL, seen TEXT, mail TEXT NOT NULL DEFAULT '', UNIQUE (user, query)
);
CREATE TABLE IF NOT EXISTS secret (value TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Kept(Saved):
    """A saved search as it is kept: by its number, and where new results are sent to, if anywhere."""

    number: int
    mail: str


class SavedSearches:
    """The saved searches of all users in a data folder; nothing is made before the first is saved."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def of(self, user: str) -> list[Kept]:
        """Those of a user, oldest first."""
        return self._all("WHERE user = ? ORDER BY number", (user,))

    def mailed(self) -> list[Kept]:
        """Those whose new results are to be sent somewhere."""
        return self._all("WHERE mail != '' ORDER BY number", ())

    def one(self, user: str, number: int) -> Kept | None:
        """A user's own by its number."""
        return next(iter(self._all("WHERE user = ? AND number = ?", (user, number))), None)

    def save(self, user: str, search: Saved, mail: str = "") -> bool:
        """Save it, unless the user has it already; raises `BadRequest` where there are too many."""
        with self._writing() as connection:
            held = connection.execute("SELECT query FROM searches WHERE user = ?", (user,)).fetchall()
            if (search.query,) in held:
                return False
            if len(held) >= MOST:
                raise BadRequest(f"Der kan gemmes {MOST} søgninger. Slet en først.")
            connection.execute(
                "INSERT INTO searches (user, name, query, saved, seen, mail) VALUES (?, ?, ?, ?, ?, ?)",
                (user, search.name, search.query, search.saved.isoformat(), search.seen, mail),
            )
            return True

    def change(self, user: str, kept: Kept) -> None:
        """Note what has been seen and where to send."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE searches SET seen = ?, mail = ? WHERE user = ? AND number = ?",
                (kept.seen, kept.mail, user, kept.number),
            )

    def delete(self, user: str, number: int) -> None:
        """Forget one."""
        with self._writing() as connection:
            connection.execute("DELETE FROM searches WHERE user = ? AND number = ?", (user, number))

    def token(self, user: str) -> str:
        """What a form of this user must carry: no other site can know it."""
        with self._writing() as connection:
            found = connection.execute("SELECT value FROM secret").fetchone()
            if found is None:
                found = (secrets.token_hex(32),)
                connection.execute("INSERT INTO secret VALUES (?)", found)
        return hmac.new(found[0].encode(), user.encode(), sha256).hexdigest()

    def check(self, user: str, token: str) -> None:
        """Raise `BadRequest` unless it is this user's token."""
        if not hmac.compare_digest(self.token(user).encode(), token.encode("utf-8", "replace")):
            raise BadRequest("Formularen er for gammel, eller den kom fra en anden side. Gå tilbage, og prøv igen.")

    def _all(self, where: str, values: tuple[object, ...]) -> list[Kept]:
        if not self._path.is_file():
            return []
        with self._open() as connection:
            rows = connection.execute(f"SELECT name, query, saved, seen, number, mail FROM searches {where}", values)
            return [replace(Kept(*row), saved=dt.date.fromisoformat(row[2])) for row in rows]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch(mode=0o600)  # who asks for what is nobody else's business
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(self._path, isolation_level=None, timeout=_PATIENCE)
            try:
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                if version > _VERSION:
                    raise EngineUnavailable(f"{self._path} was made by a later version of the program; use that one.")
                if version == 0:
                    connection.execute("PRAGMA journal_mode = WAL")
                    connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
                yield connection
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise EngineUnavailable(f"{self._path} cannot be used ({error}).") from error
