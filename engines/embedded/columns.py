"""The facts of every living item as NumPy arrays: what filters, facets and sorting are computed on.

Row n of every array is the same item; rows are in the order of ordinals, so that an ordinal's row is found by
bisection. Frozen: a later state is another `Columns`, made from the one before by what was born and what died.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from engines.embedded.reading import died_between

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_ROWS = """
    SELECT ordinal, id, meeting, number, date, body, case_number, closed, outcomes, attachments, people, passages
    FROM items WHERE ordinal > ? AND born <= ? AND (died IS NULL OR died > ?) ORDER BY ordinal
"""


@dataclass(frozen=True)
class Columns:
    """The items as of one change; `people` are the codes of all items in a row, item n's from `bounds[n]` on."""

    change: int
    last: int
    ordinals: Ints
    ids: list[str]
    meetings: Ints
    numbers: Ints
    dates: Ints
    years: Ints
    bodies: Ints
    cases: Ints
    closed: Mask
    outcomes: Ints
    attachments: Mask
    passages: Ints
    bounds: Ints
    people: Ints
    names: dict[int, str]

    def __len__(self) -> int:
        return len(self.ids)

    def rows_of(self, ordinals: Ints) -> Ints:
        """The row of each ordinal, -1 where it does not live."""
        if not len(self):
            return np.full(len(ordinals), -1, dtype=np.int64)
        places = self.ordinals.searchsorted(ordinals)
        alive = self.ordinals.take(places, mode="clip") == ordinals
        return places if alive.all() else np.where(alive, places, -1)

    @cached_property
    def row_of_id(self) -> dict[str, int]:
        """Each id's row."""
        return {identity: row for row, identity in enumerate(self.ids)}

    @cached_property
    def newest(self) -> Ints:
        """A key that sorts by date, newest first, then by meeting id, then by number."""
        return self._by_date(-1)

    @cached_property
    def oldest(self) -> Ints:
        """A key that sorts by date, oldest first, then by meeting id, then by number."""
        return self._by_date(1)

    @cached_property
    def closed_count(self) -> int:
        """How many items are closed."""
        return int(self.closed.sum())

    @property
    def all_open(self) -> bool:
        """Whether nothing is closed."""
        return self.closed_count == 0

    def _by_date(self, sign: int) -> Ints:
        _, first, place = np.unique(self.dates << 32 | self.meetings, return_index=True, return_inverse=True)
        held = zip((sign * self.dates[first]).tolist(), self.meetings[first].tolist(), strict=True)
        dated = [(date, self.names.get(code, "")) for date, code in held]
        rank = np.empty(len(dated), dtype=np.int64)
        rank[sorted(range(len(dated)), key=dated.__getitem__)] = np.arange(len(dated))
        return rank[place] << 20 | np.minimum(self.numbers, (1 << 20) - 1)


def nothing() -> Columns:
    """The columns of an empty index."""
    none = np.empty(0, dtype=np.int64)
    return Columns(
        change=0,
        last=0,
        ordinals=none,
        ids=[],
        meetings=none,
        numbers=none,
        dates=none,
        years=none,
        bodies=none,
        cases=none,
        closed=none > 0,
        outcomes=none,
        attachments=none > 0,
        passages=none,
        bounds=np.zeros(1, dtype=np.int64),
        people=none,
        names={},
    )


def advance(before: Columns, connection: sqlite3.Connection, change: int) -> Columns:
    """The columns as of `change`, read inside a snapshot of the truth; only what is new is read."""
    died = died_between(connection, before.change, change)
    if died is None or change < before.change:
        return advance(nothing(), connection, change)
    before = without(before, died)
    rows = connection.execute(_ROWS, (before.last, change, change)).fetchall()
    last = connection.execute("SELECT max(ordinal) FROM items WHERE born <= ?", (change,)).fetchone()[0] or 0
    fields = list(zip(*rows, strict=True)) if rows else [()] * 12
    ordinals, ids, meetings, numbers, dates, bodies, cases, closed, outcomes, attachments, people, passages = fields
    counts = [len(codes) // 4 for codes in people]
    names = before.names | _names(connection, max(before.names, default=0))
    day_numbers = _ints(dates)
    return Columns(
        change=change,
        last=max(before.last, last),
        ordinals=np.concatenate((before.ordinals, _ints(ordinals))),
        ids=[*before.ids, *ids],
        meetings=np.concatenate((before.meetings, _ints(meetings))),
        numbers=np.concatenate((before.numbers, _ints(numbers))),
        dates=np.concatenate((before.dates, day_numbers)),
        years=np.concatenate((before.years, years(day_numbers))),
        bodies=np.concatenate((before.bodies, _ints(bodies))),
        cases=np.concatenate((before.cases, _ints(cases))),
        closed=np.concatenate((before.closed, _ints(closed) > 0)),
        outcomes=np.concatenate((before.outcomes, _ints(outcomes))),
        attachments=np.concatenate((before.attachments, _ints(attachments) > 0)),
        passages=np.concatenate((before.passages, _ints(passages))),
        bounds=np.concatenate((before.bounds, before.bounds[-1] + np.cumsum(counts, dtype=np.int64))),
        people=np.concatenate((before.people, np.frombuffer(b"".join(people), dtype=np.int32).astype(np.int64))),
        names=names,
    )


def without(before: Columns, died: list[int]) -> Columns:
    """The columns without the items of these ordinals."""
    gone = before.rows_of(np.array(died, dtype=np.int64))
    gone = gone[gone >= 0]
    if not len(gone):
        return before
    keep = np.ones(len(before), dtype=np.bool_)
    keep[gone] = False
    counts = np.diff(before.bounds)
    return Columns(
        change=before.change,
        last=before.last,
        ordinals=before.ordinals[keep],
        ids=[identity for identity, kept in zip(before.ids, keep.tolist(), strict=True) if kept],
        meetings=before.meetings[keep],
        numbers=before.numbers[keep],
        dates=before.dates[keep],
        years=before.years[keep],
        bodies=before.bodies[keep],
        cases=before.cases[keep],
        closed=before.closed[keep],
        outcomes=before.outcomes[keep],
        attachments=before.attachments[keep],
        passages=before.passages[keep],
        bounds=np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts[keep]))),
        people=before.people[np.repeat(keep, counts)],
        names=before.names,
    )


def years(days: Ints) -> Ints:
    """The calendar years of days counted from year 1 (`date.toordinal`)."""
    since_epoch = (days - 719_163).astype("datetime64[D]")
    return since_epoch.astype("datetime64[Y]").astype(np.int64) + 1970


def _names(connection: sqlite3.Connection, known: int) -> dict[int, str]:
    query = "SELECT code, value FROM names WHERE code > ? AND kind IN ('body', 'case', 'meeting', 'person')"
    return dict(connection.execute(query, (known,)))


def _ints(values: tuple[int, ...]) -> Ints:
    return np.array(values, dtype=np.int64)
