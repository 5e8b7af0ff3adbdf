"""The embedded engine: one data folder, one writer at a time, any number of readers."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

import numpy as np

from engines.asked import Access, Filters, Selection
from engines.base import Rebuilding
from engines.embedded import cache, reading
from engines.embedded.candidates import candidates, titled
from engines.embedded.counting import people_counts
from engines.embedded.dossiers import dossiers, ids_of_case
from engines.embedded.filters import mask, resolve
from engines.embedded.following import lag
from engines.embedded.health import status
from engines.embedded.lock import writing
from engines.embedded.rebuilding import drop_old, rebuild
from engines.embedded.selection import select
from engines.embedded.troubles import TROUBLES, in_our_words
from engines.embedded.truth import Truth, any_state, connect_reading, snapshot, state
from engines.embedded.versions import Version, current
from engines.embedded.view import View, Views, check_model
from engines.embedded.vocabulary import Vocabulary, spellings, vocabulary
from engines.embedded.walking import walk
from engines.embedded.writing import Writer, opened
from engines.found import Appeared, Candidate, Dossiers, Edition, Found, Selected, Sitting, Spelling
from engines.kept import EngineStatus, Model, Origin, Prepared, Vectors, WriteReport
from engines.words import Words
from mappings.abbreviations import Abbreviation
from mappings.documents import Meeting, Person
from mappings.errors import EngineUnavailable, IndexMismatch, WriterBusy

_LOOKS = 5  # how often a read starts again because a writer swept what it was about to read

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A version as this engine has it open."""

    version: Version
    truth: Truth
    views: Views


class EmbeddedEngine:
    """`Engine` over a folder. Nothing is made on the disk before the first write."""

    def __init__(self, folder: Path, model: Model | None = None) -> None:
        self._folder = folder
        self._model = model
        self._lock = threading.Lock()
        with in_our_words(folder):
            self._opened = _open(current(folder), model)
        self._vocabulary: Vocabulary | None = None
        self._known: dict[tuple[str, Access], tuple[View, object]] = {}
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

    def items(self, ids: Sequence[str], access: Access, near: Vectors | None = None) -> list[Found]:
        """See `Engine.items`."""
        return self._read(lambda connection: reading.found_items(connection, ids, access, near), [])

    def titles(self, ids: Sequence[str], access: Access) -> dict[str, str]:
        """See `Engine.titles`."""
        return self._read(lambda connection: reading.titles(connection, ids, access), {})

    def meetings(self, ids: Sequence[str], access: Access) -> list[Meeting]:
        """See `Engine.meetings`."""
        return self._read(lambda connection: reading.found_meetings(connection, ids, access), [])

    def dossiers(self, filters: Filters, offset: int, limit: int, access: Access, *, beginning: str = "") -> Dossiers:
        """See `Engine.dossiers`."""

        def ask(view: View, connection: sqlite3.Connection) -> Dossiers:
            return dossiers(view.columns, connection, filters, offset, limit, access, beginning)

        return self._ask(ask, Dossiers(0, ()))

    def of_case(self, number: str, limit: int, access: Access) -> list[Found]:
        """See `Engine.of_case`."""

        def ask(view: View, connection: sqlite3.Connection) -> list[Found]:
            ids = ids_of_case(view.columns, connection, number, limit)
            return reading.found_items(connection, ids, access, near=None)

        nothing: list[Found] = []
        return self._ask(ask, nothing)

    def spellings(self, word: str, access: Access) -> list[Spelling]:
        """See `Engine.spellings`."""

        def ask(view: View, connection: sqlite3.Connection) -> list[Spelling]:
            known = self._vocabulary
            if known is None or not known.serves(view):
                known = self._vocabulary = vocabulary(view)
            return spellings(view, known, word, mask(resolve(Filters(), access, connection), view.columns))

        nothing: list[Spelling] = []
        return self._ask(ask, nothing)

    def titled(self, stems: Sequence[str], beginning: str, limit: int, access: Access) -> list[str]:
        """See `Engine.titled`."""

        def ask(view: View, connection: sqlite3.Connection) -> list[str]:
            return titled(view, stems, beginning, mask(resolve(Filters(), access, connection), view.columns), limit)

        nothing: list[str] = []
        return self._ask(ask, nothing)

    def sittings(self, access: Access) -> list[Sitting]:
        """See `Engine.sittings`."""
        nothing: list[Sitting] = []
        return list(self._once("sittings", access, lambda view, connection: reading.sittings(connection), nothing))

    def export(self, access: Access) -> Iterator[Meeting]:
        """See `Engine.export`."""
        with in_our_words(self._folder):
            now = self._now()
            if now.views.latest() is None:
                return
            connection = connect_reading(now.truth.path)
            try:
                with snapshot(connection):
                    yield from reading.every_meeting(connection, access)
            finally:
                connection.close()

    def walk(
        self, selection: Selection, access: Access, near: Vectors | None = None, first: Sequence[str] = ()
    ) -> Iterator[Found]:
        """See `Engine.walk`."""
        with in_our_words(self._folder):
            now = self._now()
            if now.views.latest() is not None:
                yield from walk(now.truth, now.views, selection, access, near, first)

    def edition(self) -> Edition | None:
        """See `Engine.edition`."""

        def ask(view: View, connection: sqlite3.Connection) -> Edition | None:
            return Edition(f"{view.state.identity}-{view.change}", view.state.changed)

        return self._ask(ask, None)

    def owner(self) -> str:
        """See `Engine.owner`."""
        return ""

    def people(self, access: Access) -> list[Person]:
        """See `Engine.people`."""

        def ask(view: View, connection: sqlite3.Connection) -> list[Person]:
            seen = mask(resolve(Filters(), access, connection), view.columns)
            rows = np.arange(len(view.columns)) if seen is None else np.flatnonzero(seen)
            known = reading.labels(connection, [code for code, _ in people_counts(view.columns, rows)])
            return sorted((Person(*found) for found in known.values()), key=lambda person: person.slug)

        nobody: list[Person] = []
        return list(self._once("people", access, ask, nobody))

    def appearances(self, slugs: Sequence[str], access: Access) -> list[Appeared]:
        """See `Engine.appearances`."""
        return self._read(lambda connection: reading.appearances(connection, slugs), [])

    def abbreviations(self, access: Access) -> Mapping[Abbreviation, int]:
        """See `Engine.abbreviations`."""
        nothing: Mapping[Abbreviation, int] = {}
        return self._once(
            "abbreviations", access, lambda view, connection: reading.abbreviations(connection, access), nothing
        )

    def origins(self, ids: Sequence[str] | None = None) -> list[Origin]:
        """See `Engine.origins`."""
        return self._read(lambda connection: reading.origins(connection, ids), [])

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
        with self._writer() as writer:
            writer.write(meetings)
        return WriteReport(added=writer.recorder.added, replaced=writer.recorder.replaced)

    def remove(self, meeting_ids: Sequence[str]) -> WriteReport:
        """See `Engine.remove`."""
        if not self._now().truth.exists():
            return WriteReport()
        with self._writer() as writer:
            writer.remove(meeting_ids)
        return WriteReport(removed=writer.recorder.removed)

    def rebuild(self, model: Model) -> AbstractContextManager[Rebuilding]:
        """See `Engine.rebuild`."""
        return rebuild(self._folder, model)

    def drop_old(self) -> tuple[str, ...]:
        """See `Engine.drop_old`."""
        return drop_old(self._folder)

    def status(self) -> EngineStatus:
        """See `Engine.status`."""
        with in_our_words(self._folder):
            return status(self._now().version, self._now().truth)

    def close(self) -> None:
        """See `Engine.close`."""
        self._opened.truth.close()

    def _now(self) -> _Opened:
        """The version in use, opened; another process may have taken the next one into use."""
        version = current(self._folder)
        with self._lock:
            if self._opened.version != version:
                self._opened = _open(version, self._model)
            return self._opened

    @contextmanager
    def _writer(self) -> Iterator[Writer]:
        """Take the lock and bring every index up to the truth."""
        with ExitStack() as held:
            with in_our_words(self._folder):
                self._folder.mkdir(parents=True, exist_ok=True)
                held.enter_context(writing(self._folder))
                now = self._now()  # as of when nobody else can change it
            yield held.enter_context(opened(now.version.folder, now.truth, self._model))

    def _mend(self) -> None:
        """Bring up what a crash left behind, unless somebody is writing, or nothing can be written here."""
        now = self._now()
        if not now.truth.exists():
            return
        connection = now.truth.reading()
        with snapshot(connection):
            found = any_state(connection, now.version.folder)
            if found is None or (self._model is None and not found.fits):
                return  # of another version: nothing to search, but its status can be asked for, and it can be rebuilt
            state(connection, now.version.folder)
        check_model(self._folder, found, self._model)
        if not lag(now.version.folder, found):
            return
        try:
            with self._writer():
                pass
        except WriterBusy:
            return
        except EngineUnavailable:
            if now.views.latest() is None:  # a full disk must not keep anybody from reading what is there
                raise

    def _once(
        self, what: str, access: Access, work_out: Callable[[View, sqlite3.Connection], Answer], empty: Answer
    ) -> Answer:
        """As `_ask`, worked out once for each view: it is asked for often, and a view never changes."""

        def ask(view: View, connection: sqlite3.Connection) -> Answer:
            known = self._known.get((what, access))
            if known is None or known[0] is not view:
                known = (view, work_out(view, connection))
                current_ones = {key: one for key, one in self._known.items() if one[0] is view}
                self._known = {**current_ones, (what, access): known}
            return cast(Answer, known[1])

        return self._ask(ask, empty)

    def _ask(self, ask: Callable[[View, sqlite3.Connection], Answer], empty: Answer) -> Answer:
        def look(now: _Opened) -> Answer:
            for again in range(1, _LOOKS + 1):
                view = now.views.latest()
                if view is None:
                    return empty
                try:
                    return ask(view, now.truth.reading())
                except LookupError:
                    if again == _LOOKS:
                        raise
                    time.sleep(0.02 * again)
            raise AssertionError("unreachable")

        return self._in_use(look)

    def _read(self, read: Callable[[sqlite3.Connection], Answer], empty: Answer) -> Answer:
        return self._in_use(lambda now: empty if now.views.latest() is None else read(now.truth.reading()))

    def _in_use(self, do: Callable[[_Opened], Answer]) -> Answer:
        """Do it with the version in use; again, where that was replaced, and perhaps deleted, in the middle of it."""
        with in_our_words(self._folder):
            while True:
                now = self._now()
                try:
                    return do(now)
                except (*TROUBLES, EngineUnavailable):
                    if current(self._folder) == now.version:
                        raise


def _open(version: Version, model: Model | None) -> _Opened:
    truth = Truth(version.folder)
    return _Opened(version, truth, Views(truth, model))
