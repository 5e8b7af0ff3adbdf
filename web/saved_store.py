"""Saved searches of users that are known: a small database of their own beside the index."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from mappings.errors import BadRequest
from mappings.keeping import SmallDatabase
from mappings.told import Told
from web.saved_file import MOST, Saved

NAME = "saved.db"
_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS searches (
    number INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL,
    saved TEXT NOT NULL, seen TEXT, mail TEXT NOT NULL DEFAULT '', UNIQUE (user, query)
);
"""


@dataclass(frozen=True, slots=True)
class Kept(Saved):
    """A saved search as it is kept: by its number, and where new results are sent to, if anywhere."""

    number: int
    mail: str


class SavedSearches:
    """The saved searches of all users in a data folder; nothing is made before the first is saved."""

    def __init__(self, folder: Path) -> None:
        self._kept = SmallDatabase(folder / NAME, _VERSION, _SCHEMA)

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
        with self._kept.writing() as connection:
            held = connection.execute("SELECT query FROM searches WHERE user = ?", (user,)).fetchall()
            if (search.query,) in held:
                return False
            if len(held) >= MOST:
                raise BadRequest(Told("Der kan gemmes %(most)s søgninger. Slet en først.", most=MOST))
            connection.execute(
                "INSERT INTO searches (user, name, query, saved, seen, mail) VALUES (?, ?, ?, ?, ?, ?)",
                (user, search.name, search.query, search.saved.isoformat(), search.seen, mail),
            )
            return True

    def change(self, user: str, kept: Kept) -> None:
        """Note what has been seen and where to send."""
        with self._kept.writing() as connection:
            connection.execute(
                "UPDATE searches SET seen = ?, mail = ? WHERE user = ? AND number = ?",
                (kept.seen, kept.mail, user, kept.number),
            )

    def delete(self, user: str, number: int) -> None:
        """Forget one."""
        with self._kept.writing() as connection:
            connection.execute("DELETE FROM searches WHERE user = ? AND number = ?", (user, number))

    def _all(self, where: str, values: tuple[object, ...]) -> list[Kept]:
        if not self._kept.exists():
            return []
        with self._kept.opened() as connection:
            rows = connection.execute(f"SELECT name, query, saved, seen, number, mail FROM searches {where}", values)
            return [replace(Kept(*row), saved=dt.date.fromisoformat(row[2])) for row in rows]
