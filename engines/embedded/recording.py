"""Writing meetings into the truth: one transaction for a batch, which is one change."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from engines.checking import check, twice
from engines.embedded.changes import Change, Facts, NewItem, outcome_bits
from engines.embedded.truth import set_meta, transaction
from engines.kept import Model, Prepared, Vectors
from engines.spelling import is_fuller
from mappings.abbreviations import explained
from mappings.documents import Item, Passage, Person, encode

# How many changes a swept item is remembered for, so that a reader that slept can still catch up by what died.
REMEMBERED = 1_000

_NEW_ITEM = """
INSERT INTO items (id, meeting, number, born, date, body, case_number, closed, outcomes, attachments, people, passages)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Recorder:
    """Records batches on one connection while the writer's lock is held."""

    def __init__(self, connection: sqlite3.Connection, change: int) -> None:
        self._connection = connection
        self._codes: dict[tuple[str, str], int] = {}
        self._labels: dict[int, str] = {}
        self.change = change
        self.added = self.replaced = self.removed = 0

    def write(self, batch: Sequence[Prepared], model: Model) -> Change:
        """Store meetings, each in place of what had its id; durable on return."""
        for prepared in batch:
            check(prepared, model)
        number = self.change + 1
        new: list[NewItem] = []
        gone: list[int] = []
        added = replaced = 0
        try:
            with transaction(self._connection):
                self._sweep()
                for prepared in batch:
                    known = self._bury(prepared.meeting.id, number, gone)
                    added, replaced = added + (not known), replaced + known
                    new.extend(self._store(prepared, number))
                self._note(number, model=model.name, dimension=model.dimension)
        except BaseException:
            self._codes.clear()  # codes given in a transaction that was undone mean nothing
            self._labels.clear()
            raise
        self.change = number
        self.added, self.replaced = self.added + added, self.replaced + replaced
        dead = set(gone)
        return Change(number, [item for item in new if item.ordinal not in dead], gone)

    def remove(self, meeting_ids: Iterable[str]) -> Change:
        """Forget meetings, and the names that only they held."""
        number = self.change + 1
        gone: list[int] = []
        with transaction(self._connection):
            self._sweep()
            removed = sum(self._bury(identity, number, gone) for identity in dict.fromkeys(meeting_ids))
            self._forget_names()
            self._note(number)
        self._codes.clear()
        self.change = number
        self.removed += removed
        return Change(number, [], gone)

    def sweep(self) -> None:
        """Throw away what the last change took away; its indexes have followed."""
        with transaction(self._connection):
            self._sweep()

    def _note(self, number: int, **values: str | int) -> None:
        set_meta(self._connection, change=number, changed=dt.datetime.now(dt.UTC).isoformat(), **values)

    def _sweep(self) -> None:
        """Throw away the contents of what died in the last change, unless a crash kept that from being done then."""
        dead = "(SELECT ordinal FROM items WHERE died = ?)"
        for table in ("documents", "passages", "vectors", "abbreviations"):
            self._connection.execute(f"DELETE FROM {table} WHERE ordinal IN {dead}", (self.change,))
        horizon = self.change - REMEMBERED
        if self._connection.execute("DELETE FROM items WHERE died <= ?", (horizon,)).rowcount:
            set_meta(self._connection, horizon=horizon)

    def _bury(self, meeting_id: str, number: int, gone: list[int]) -> bool:
        found = self._connection.execute("DELETE FROM meetings WHERE id = ?", (meeting_id,)).rowcount > 0
        if found:
            self._connection.execute("DELETE FROM appearances WHERE meeting = ?", (meeting_id,))
            code = self._code("meeting", meeting_id)
            living = "FROM items WHERE meeting = ? AND died IS NULL"
            gone.extend(ordinal for (ordinal,) in self._connection.execute(f"SELECT ordinal {living}", (code,)))
            self._connection.execute("UPDATE items SET died = ? WHERE meeting = ? AND died IS NULL", (number, code))
        return found

    def _store(self, prepared: Prepared, number: int) -> Iterable[NewItem]:
        meeting = prepared.meeting
        self._connection.execute(
            "INSERT INTO meetings VALUES (?, ?, ?, ?, ?)",
            (
                meeting.id,
                meeting.date.toordinal(),
                prepared.origin,
                meeting.sha256,
                encode(replace(meeting, items=())),
            ),
        )
        self._connection.executemany(
            "INSERT INTO appearances VALUES (?, ?, ?, ?)",
            [(one.slug, meeting.id, one.role, one.title) for one in prepared.appearances],
        )
        code, body = self._code("meeting", meeting.id), self._code("body", meeting.body)
        rows = _rows_by_item(prepared.passages)
        for item in meeting.items:
            mine = rows.get(item.id, [])
            passages = tuple(prepared.passages[row] for row in mine)
            facts = Facts(
                date=meeting.date.toordinal(),
                meeting=code,
                body=body,
                case=self._code("case", item.case_number) if item.case_number else 0,
                outcomes=outcome_bits(item),
                attachments=bool(item.attachments),
                people=tuple(sorted({self._person(person) for person in prepared.people.get(item.id, ())})),
            )
            new = self._store_item(item, code, number, facts, passages, prepared.vectors[mine])
            self._connection.executemany(
                "INSERT INTO abbreviations VALUES (?, ?, ?, ?)",
                [(new.ordinal, one.short, one.full, one.person) for one in explained(item, meeting)],
            )
            yield new

    def _store_item(
        self, item: Item, meeting: int, number: int, facts: Facts, passages: tuple[Passage, ...], vectors: Vectors
    ) -> NewItem:
        people = np.array(facts.people, dtype=np.int32).tobytes()
        try:
            ordinal = self._connection.execute(
                _NEW_ITEM,
                (
                    item.id,
                    meeting,
                    item.number,
                    number,
                    facts.date,
                    facts.body,
                    facts.case,
                    item.closed,
                    facts.outcomes,
                    facts.attachments,
                    people,
                    len(passages),
                ),
            ).lastrowid
        except sqlite3.IntegrityError as error:
            raise twice(item.id) from error
        assert ordinal is not None
        self._connection.execute("INSERT INTO documents VALUES (?, ?)", (ordinal, encode(item)))
        self._connection.execute("INSERT INTO passages VALUES (?, ?)", (ordinal, encode(passages)))
        rows = vectors.astype("<f4", copy=False).tobytes()
        self._connection.execute("INSERT INTO vectors VALUES (?, ?)", (ordinal, rows))
        return NewItem(ordinal, item, facts, passages, vectors)

    def _person(self, person: Person) -> int:
        return self._code("person", person.slug, person.name)

    def _code(self, kind: str, value: str, label: str = "") -> int:
        """The number of a name, given the first time it is met; the fullest (longest) label is kept."""
        code = self._codes.get((kind, value))
        if code is None:
            found = self._connection.execute(
                "SELECT code, label FROM names WHERE kind = ? AND value = ?", (kind, value)
            ).fetchone()
            if found is None:
                found = (
                    self._connection.execute(
                        "INSERT INTO names (kind, value, label) VALUES (?, ?, ?)", (kind, value, label)
                    ).lastrowid,
                    label,
                )
            code, self._labels[found[0]] = found
            self._codes[kind, value] = code
        if is_fuller(label, self._labels[code]):
            self._connection.execute("UPDATE names SET label = ? WHERE code = ?", (label, code))
            self._labels[code] = label
        return code

    def _forget_names(self) -> None:
        used: set[int] = set()
        query = "SELECT meeting, body, case_number, people FROM items WHERE died IS NULL"
        for meeting, body, case, people in self._connection.execute(query):
            used.update((meeting, body, case))
            used.update(np.frombuffer(people, dtype=np.int32).tolist())
        known = {code for (code,) in self._connection.execute("SELECT code FROM names")}
        self._connection.executemany("DELETE FROM names WHERE code = ?", [(code,) for code in known - used])


def _rows_by_item(passages: Sequence[Passage]) -> dict[str, list[int]]:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        rows[passage.item_id].append(row)
    return rows
