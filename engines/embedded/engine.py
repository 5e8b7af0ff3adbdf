"""The embedded engine: one data folder, one writer at a time, any number of readers."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
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
        self._people: tuple[View | None, Access, list[Person]] = (None, Access(), [])
        with in_our_words(folder):
            self._mend()

    def candidates(
        self, words: Words, vector: Vectors | None, filters: Filters, limit: int, access: Access
    ) -> list[Candidate]:
        """See `Engine.candidates`."""

        def ask(view: View, connection: sqlite3.Connection) -> list[Candidate]:
            dimension = view.state.model.dimension if view.state.model else None
            if vector is not None and dimension and vector.shape != (dimension,):
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
            known_view, known_access, people = self._people
            if known_view is view and known_access == access:
                return people
            seen = mask(resolve(Filters(), access, connection), view.columns)
            rows = np.arange(len(view.columns)) if seen is None else np.flatnonzero(seen)
            known = reading.labels(connection, [code for code, _ in people_counts(view.columns, rows)])
            people = sorted((Person(*found) for found in known.values()), key=lambda person: person.slug)
            self._people = (view, access, people)  # every search asks for them; a view never changes
            return people

        nobody: list[Person] = []
        return list(self._ask(ask, nobody))

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
        with ExitStack() as held:
            with in_our_words(self._folder):
                recorder, followers, model = self._begin(held)
            if model is None:
                raise IndexMismatch(
                    f"The index in {self._folder} is empty and no model was named; open it with the model "
                    "that made the vectors."
                )
            for batch in batches(meetings):  # what goes wrong in making them is not ours to explain
                with in_our_words(self._folder):
                    followers.follow(recorder.write(batch, model))
            self._end(held, recorder)
        return WriteReport(added=recorder.added, replaced=recorder.replaced)

    def remove(self, meeting_ids: Sequence[str]) -> WriteReport:
        """See `Engine.remove`."""
        if not self._truth.exists():
            return WriteReport()
        with ExitStack() as held:
            with in_our_words(self._folder):
                recorder, followers, _ = self._begin(held)
                followers.follow(recorder.remove(meeting_ids))
            self._end(held, recorder)
        return WriteReport(removed=recorder.removed)

    def status(self) -> EngineStatus:
        """See `Engine.status`."""
        with in_our_words(self._folder):
            return status(self._folder, self._truth)

    def close(self) -> None:
        """See `Engine.close`."""
        self._truth.close()

    def _begin(self, held: ExitStack) -> tuple[Recorder, Followers, Model | None]:
        """Take the lock and bring every index up to the truth; `held` lets go of all of it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        held.enter_context(writing(self._folder))
        connection = held.enter_context(self._truth.writing())
        found = state_of(connection, self._folder)
        check_model(self._folder, found, self._model)
        model = found.model or self._model
        followers = held.enter_context(Followers(self._folder, connection, found, model))
        return Recorder(connection, found.change), followers, model

    def _end(self, held: ExitStack, recorder: Recorder) -> None:
        with in_our_words(self._folder):
            recorder.sweep()
            held.close()

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
            with in_our_words(self._folder), ExitStack() as held:
                self._begin(held)
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
