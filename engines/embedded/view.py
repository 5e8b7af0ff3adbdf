"""What a reader sees: columns, text and vectors as of one and the same change, however far a writer has come."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tantivy

from engines.embedded import segments, text
from engines.embedded.columns import Columns, Ints, advance, nothing
from engines.embedded.following import Published, read_note
from engines.embedded.segments import Segment
from engines.embedded.troubles import SegmentTrouble, TextTrouble
from engines.embedded.truth import State, Truth, snapshot, state
from engines.kept import Model
from mappings.errors import EngineUnavailable, IndexMismatch

_TRIES, _PAUSE = 40, 0.05  # a reader that opens while segments are being merged looks again, for two seconds at most


@dataclass(frozen=True)
class View:
    """One moment of the index. Nothing in it changes, so threads share it."""

    state: State
    change: int
    columns: Columns
    index: tantivy.Index
    searcher: tantivy.Searcher
    segments: tuple[Segment, ...]
    mirror: tempfile.TemporaryDirectory[str] | None

    @cached_property
    def counted(self) -> int:
        """How many documents tantivy's BM25 counts: the dead too, as long as they are not merged away, and its note."""
        return text.documents_counted(self.searcher)

    @cached_property
    def body_rows(self) -> list[Ints]:
        """For each segment and each of its items with sections: the item's row in the columns, -1 where it is gone."""
        return [self.columns.rows_of(s.ordinals[s.body_starts]) for s in self.segments]

    @cached_property
    def title_rows(self) -> list[Ints]:
        """As `body_rows`, for titles."""
        return [self.columns.rows_of(s.ordinals[s.title_starts]) for s in self.segments]


class Views:
    """The latest view, made anew when a change has been published."""

    def __init__(self, truth: Truth, model: Model | None) -> None:
        self._truth = truth
        self._folder = truth.folder
        self._model = model
        self._view: View | None = None
        self._lock = threading.Lock()

    def latest(self) -> View | None:
        """The view of the last published change; None while there is no index."""
        note = read_note(self._folder)
        view = self._view
        if view is not None and note is not None and _shows(view, note):
            return view
        with self._lock:
            if self._view is None or self._view is view or note is None or not _shows(self._view, note):
                self._view = self._look(note)
            return self._view

    def _look(self, note: Published | None) -> View | None:
        view = self._view
        if not self._truth.exists():
            self._truth.forget()
            return None
        if view is not None and note is None:
            return view
        if view is not None and note is not None and view.state.identity != note.identity:
            self._truth.forget()
            view = None
        if not os.access(self._folder, os.W_OK):
            self._truth.forget()
        for _ in range(_TRIES):
            try:
                return self._look_once(view)
            except (TextTrouble, SegmentTrouble, FileNotFoundError) as error:
                trouble = error
                time.sleep(_PAUSE)
        raise EngineUnavailable(
            f"The search index in {self._folder} is missing or being built ({trouble}). "
            "Try again in a while; if nothing is writing, run `referat status`."
        )

    def _look_once(self, before: View | None) -> View | None:
        connection = self._truth.reading()
        with snapshot(connection):
            found = state(connection, self._folder)
        if found is None:
            return None
        check_model(self._folder, found, self._model)
        index, mirror = self._index(before)
        searcher = text.reload(index)
        change = text.applied(searcher, found.identity)
        if change is None:
            raise TextTrouble("the text index is not finished")
        if change == 0:
            return None
        mapped = self._segments(before, found, change)
        with snapshot(connection):
            columns = advance(before.columns if before else nothing(), connection, change)
        return View(found, change, columns, index, searcher, mapped, mirror)

    def _index(self, before: View | None) -> tuple[tantivy.Index, tempfile.TemporaryDirectory[str] | None]:
        if not os.access(self._folder / text.FOLDER, os.W_OK) and text.exists(self._folder):
            return text.open_mirror(self._folder)
        return (before.index if before else text.open_index(self._folder)), None

    def _segments(self, before: View | None, found: State, change: int) -> tuple[Segment, ...]:
        if found.model is None:
            return ()
        manifest = segments.read_manifest(self._folder)
        if manifest is None or manifest.identity != found.identity or manifest.applied < change:
            raise SegmentTrouble("the vector index is not finished")
        if manifest.since > change:
            raise SegmentTrouble("the vector index has gone on")
        known = {s.entry.name: s for s in before.segments} if before else {}
        return tuple(
            known.get(entry.name) or segments.open_segment(self._folder, entry, manifest.dimension)
            for entry in manifest.segments
        )


def check_model(folder: Path, found: State, wanted: Model | None) -> None:
    """Raise `IndexMismatch` where an index was made by another model than the one that asks."""
    if wanted is None or found.model is None or found.model == wanted:
        return
    raise IndexMismatch(
        f"The index in {folder} was made with the model {found.model.name!r} ({found.model.dimension} dimensions), "
        f"but REFERAT_MODEL is {wanted.name!r} ({wanted.dimension}). "
        "Set REFERAT_MODEL back, or run `referat reindex` to embed it anew."
    )


def _shows(view: View, note: Published) -> bool:
    return view.state.identity == note.identity and view.change >= note.change
