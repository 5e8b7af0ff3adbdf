"""Small databases of their own beside the index: what an operator keeps that cannot be made again from the minutes.

Each use opens them anew, since they are asked seldom; several processes may.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mappings.errors import EngineUnavailable
from mappings.write_ahead import write_ahead

_PATIENCE = 10.0  # seconds that another process may write


@dataclass(frozen=True, slots=True)
class SmallDatabase:
    """A file of SQLite for its owner's eyes alone, made by the first write.

    `schema` makes its tables at `version`, each `IF NOT EXISTS`: of two processes that come first one makes them.
    """

    path: Path
    version: int
    schema: str

    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return self.path.is_file()

    def make(self) -> None:
        """An empty file, and the folder for it, where there is none; raises `EngineUnavailable`."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
        except OSError as error:
            raise EngineUnavailable(f"{self.path} cannot be written to ({error.strerror}).") from error

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """A connection that commits each statement; raises `EngineUnavailable` for whatever goes wrong with it."""
        try:
            connection = sqlite3.connect(self.path, isolation_level=None, timeout=_PATIENCE)
            try:
                self._prepare(connection)
                yield connection
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise EngineUnavailable(f"{self.path} cannot be used ({error}).") from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection within one transaction: all of it is kept, or nothing."""
        self.make()
        with self.opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    def _prepare(self, connection: sqlite3.Connection) -> None:
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found > self.version:
            raise EngineUnavailable(f"{self.path} was made by a later version of the program; use that one.")
        if found == 0:
            write_ahead(connection, _PATIENCE)
            connection.executescript(f"BEGIN IMMEDIATE; {self.schema} PRAGMA user_version = {self.version}; COMMIT;")
