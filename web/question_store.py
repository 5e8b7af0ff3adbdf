"""What is asked, counted by month: a small database of its own beside the index. Who asked, and when, is not in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mappings.keeping import SmallDatabase

NAME = "questions.db"
MONTHS = 13  # that are kept, this one included: a year can be compared with the one before
_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS questions (
    month TEXT NOT NULL, question TEXT NOT NULL, asked INTEGER NOT NULL, unanswered INTEGER NOT NULL,
    PRIMARY KEY (month, question)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """A question, how often it was asked in the months that are kept, and how often it had no result."""

    question: str
    asked: int
    unanswered: int


class QuestionStore:
    """The questions of a data folder; any process may count."""

    def __init__(self, folder: Path) -> None:
        self._kept = SmallDatabase(folder / NAME, _VERSION, _SCHEMA)

    def count(self, asked: Iterable[tuple[str, bool]], today: dt.date) -> None:
        """Count questions, each with whether it had a result; what is too old is forgotten."""
        rows = [(f"{today:%Y-%m}", question, int(not answered)) for question, answered in asked]
        with self._kept.writing() as connection:
            connection.executemany(
                "INSERT INTO questions VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET"
                " asked = asked + 1, unanswered = unanswered + excluded.unanswered",
                rows,
            )
            connection.execute("DELETE FROM questions WHERE month < ?", (_oldest(today),))

    def frequent(self, limit: int, today: dt.date) -> list[Counted]:
        """The most asked, most asked first."""
        return self._sums("1", "sum(asked)", limit, today)

    def unanswered(self, limit: int, today: dt.date) -> list[Counted]:
        """Those that most often had no result, most often first."""
        return self._sums("sum(unanswered) > 0", "sum(unanswered)", limit, today)

    def forget(self) -> None:
        """Forget all."""
        if self._kept.exists():
            with self._kept.writing() as connection:
                connection.execute("DELETE FROM questions")

    def _sums(self, which: str, by: str, limit: int, today: dt.date) -> list[Counted]:
        if not self._kept.exists():
            return []
        query = (
            "SELECT question, sum(asked), sum(unanswered) FROM questions WHERE month >= ?"
            f" GROUP BY question HAVING {which} ORDER BY {by} DESC, question LIMIT ?"
        )
        with self._kept.opened() as connection:
            return [Counted(*row) for row in connection.execute(query, (_oldest(today), limit))]


def _oldest(today: dt.date) -> str:
    """The first month that is kept."""
    months = today.year * 12 + today.month - 1 - (MONTHS - 1)
    return f"{months // 12:04d}-{months % 12 + 1:02d}"
