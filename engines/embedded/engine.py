"""The embedded engine: one data folder, one writer at a time, any number of readers."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from engines.base import (
    Access,
    Candidate,
    EngineStatus,
    Filters,
    Found,
    Model,
    Origin,
    Prepared,
    Selected,
    Selection,
    Vectors,
    Words,
    WriteReport,
)
from engines.embedded import cache, reading
from engines.embedded.candidates import candidates
from engines.embedded.changes import Change
from engines.embedded.filters import mask, resolve
from engines.embedded.following import Followers, lag, state_of
from engines.embedded.health import status
from engines.embedded.lock import writing
from engines.embedded.recording import Recorder
from engines.embedded.selection import people_counts, select
from engines.embedded.troubles import in_our_words
from engines.embedded.truth import State, Truth, connect_reading, snapshot, state
from engines.embedded.view import View, Views, check_model
from mappings.documents import Meeting, Person
from mappings.errors import EngineUnavailable, IndexMismatch, WriterBusy

# A batch is one commit. It ends at the first of these; the time is for whoever embeds while we wait.
BATCH_MEETINGS, BATCH_BYTES, BATCH_SECONDS = 200, 24_000_000, 5.0
_LOOKS = 5  # how often a read starts again because a writer swept what it was about to read

Answer = TypeVar("Answer")


class EmbeddedEngine:
    """`Engine` over a folder. Nothing is made on the disk before the first write."""

    def __init__(self, folder: Path, model: Model | None = None) -> None:
        self._folder = folder
        self._model = model
        self._truth = Truth(folder)
        self._views = Views(self._truth, model)
        with in_our_words(folder):
            self._mend()

    def candidates(
        self, words: Words, vector: Vectors | None, filters: Filters, limit: int, access: Access
    ) -> list[Candidate]:
        """See `Engine.candidates`."""

        def ask(view: View, connection: sqlite3.Connection) -> list[Candidate]:
            dimension = view.state.model.dimension if view.state.model else 0
            if vector is not None and vector.shape != (dimension,):
                raise IndexMismatch(
                    f"The question's vector has shape {vector.shape}, but the index in {self._folder} holds vectors "
                    f"of {dimension} dimensions. Set REFERAT_MODEL to the model that made the index."
                )
            return candidates(view, connection, words, vector, filters, limit, access)

        return self._ask(ask, [])

    def select(self, selection: Selection, access: Access) -> Selected:
        """See `Engine.select`."""
        empty = Selected(0, (), {name: {} for name in selection.facets})
        return self._ask(lambda view, connection: select(view, connection, selection, access), empty)

    def items(self, ids: Sequence[str], access: Access) -> list[Found]:
        """See `Engine.items`."""
        return self._read(lambda connection: reading.found_items(connection, ids, access), [])

    def meetings(self, ids: Sequence[str], access: Access) -> list[Meeting]:
        """See `Engine.meetings`."""
        return self._read(lambda connection: reading.found_meetings(connection, ids, access), [])

    def export(self, access: Access) -> Iterator[Meeting]:
        """See `Engine.export`."""
        if self._views.latest() is None:
            return
        with in_our_words(self._folder):
            connection = connect_reading(self._truth.path)
            try:
                with snapshot(connection):
                    yield from reading.every_meeting(connection, access)
            finally:
                connection.close()

    def people(self, access: Access) -> list[Person]:
        """See `Engine.people`."""

        def ask(view: View, connection: sqlite3.Connection) -> list[Person]:
            seen = mask(resolve(Filters(), access, connection), view.columns)
            rows = np.arange(len(view.columns)) if seen is None else np.flatnonzero(seen)
            known = reading.labels(connection, [code for code, _ in people_counts(view.columns, rows)])
            return sorted((Person(*found) for found in known.values()), key=lambda person: person.slug)

        return self._ask(ask, [])

    def origins(self) -> list[Origin]:
        """See `Engine.origins`."""
        return self._read(reading.origins, [])

    def cached_vectors(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """See `Engine.cached_vectors`."""
        with in_our_words(self._folder):
            return cache.cached(self._folder, keys)

    def cache_vectors(self, vectors: Mapping[bytes, Vectors]) -> None:
        """See `Engine.cache_vectors`; needs no lock of ours, and works beside a write."""
        with in_our_words(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            cache.keep(self._folder, vectors)

    def write(self, meetings: Iterable[Prepared]) -> WriteReport:
        """See `Engine.write`; each batch is committed when it is full, or five seconds old."""

        def record(recorder: Recorder, model: Model | None, follow: Callable[[Change], None]) -> None:
            if model is None:
                raise IndexMismatch(
                    f"The index in {self._folder} is empty and no model was named; open it with the model "
                    "that made the vectors."
                )
            for batch in batches(meetings):
                follow(recorder.write(batch, model))

        return self._change(record)

    def remove(self, meeting_ids: Sequence[str]) -> WriteReport:
        """See `Engine.remove`."""

        def record(recorder: Recorder, _: Model | None, follow: Callable[[Change], None]) -> None:
            follow(recorder.remove(meeting_ids))

        return self._change(record) if self._truth.exists() else WriteReport()

    def status(self) -> EngineStatus:
        """See `Engine.status`."""
        with in_our_words(self._folder):
            return status(self._folder, self._truth)

    def close(self) -> None:
        """See `Engine.close`."""
        self._truth.close()

    def _change(self, record: Callable[[Recorder, Model | None, Callable[[Change], None]], None]) -> WriteReport:
        """Hold the lock, bring every index up, record, and let every index follow each change."""
        with in_our_words(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            with writing(self._folder), self._truth.writing() as connection:
                found = state_of(connection, self._folder)
                check_model(self._folder, found, self._model)
                model = found.model or self._model
                recorder = Recorder(connection, found.change)
                with Followers(self._folder, connection, found, model) as followers:
                    record(recorder, model, followers.follow)
        return WriteReport(recorder.added, recorder.replaced, recorder.removed)

    def _mend(self) -> None:
        """Bring up what a crash left behind, unless somebody is writing, or nothing can be written here."""
        if not self._truth.exists():
            return
        connection = self._truth.reading()
        with snapshot(connection):
            found: State | None = state(connection, self._folder)
        if found is None:
            return
        check_model(self._folder, found, self._model)
        if not lag(self._folder, found):
            return
        try:
            self._change(lambda *_: None)
        except WriterBusy:
            return
        except EngineUnavailable:
            if self._views.latest() is None:  # a full disk must not keep anybody from reading what is there
                raise

    def _ask(self, ask: Callable[[View, sqlite3.Connection], Answer], empty: Answer) -> Answer:
        with in_our_words(self._folder):
            for look in range(_LOOKS):
                view = self._views.latest()
                if view is None:
                    return empty
                try:
                    return ask(view, self._truth.reading())
                except LookupError:
                    if look == _LOOKS - 1:
                        raise
                    time.sleep(0.02 * (look + 1))
        raise AssertionError("unreachable")

    def _read(self, read: Callable[[sqlite3.Connection], Answer], empty: Answer) -> Answer:
        with in_our_words(self._folder):
            return empty if self._views.latest() is None else read(self._truth.reading())


def batches(meetings: Iterable[Prepared]) -> Iterator[list[Prepared]]:
    """Meetings in commits of a bounded number, size and age."""
    batch: list[Prepared] = []
    size, begun = 0, time.monotonic()
    for prepared in meetings:
        batch.append(prepared)
        size += prepared.vectors.nbytes
        if len(batch) >= BATCH_MEETINGS or size >= BATCH_BYTES or time.monotonic() - begun >= BATCH_SECONDS:
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch
