"""The derived indexes brought up to the truth: after each commit, and after whatever a crash left behind.

The order is always truth, vectors, text, note, and last the merging of vectors, which leaves out what readers no
longer find. Vectors may therefore be ahead of the text but never behind it, and the text's last commit is the moment
at which a change becomes visible. The note (`published`) only saves readers from looking further: it says which change
they may expect to find.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np

from engines.embedded import compaction, segments, text
from engines.embedded.changes import Change
from engines.embedded.files import read_line, replace_file
from engines.embedded.reading import born_between, died_between
from engines.embedded.segments import Ints, Manifest
from engines.embedded.troubles import SegmentTrouble, TextTrouble, is_full
from engines.embedded.truth import State, snapshot, state
from engines.kept import Model

NOTE = "published"


@dataclass(frozen=True, slots=True)
class Published:
    """Which truth, and which of its changes, every index has followed."""

    identity: str
    change: int


def read_note(folder: Path) -> Published | None:
    """What was published last; None where nothing was, or the note cannot be read."""
    try:
        identity, change = read_line(folder / NOTE).decode("ascii").split()
        return Published(identity, int(change))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None


def publish(folder: Path, identity: str, change: int) -> None:
    """Tell readers; not forced to the disk, because it is written again when the index is opened."""
    if read_note(folder) != Published(identity, change):
        replace_file(folder / NOTE, f"{identity} {change}\n".encode(), durable=False)


def lag(folder: Path, found: State) -> list[str]:
    """Which derived indexes are not where the truth is; empty when all is well."""
    behind = []
    manifest = _usable_manifest(folder, found)
    if found.model and (manifest is None or manifest.applied != found.change):
        behind.append(segments.FOLDER)
    if found.change and _applied_text(folder, found) != found.change:
        behind.append(text.FOLDER)
    return behind


class Followers:
    """The vector and the text index of one writer, following change by change. Wants the writer's lock."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, found: State, model: Model | None) -> None:
        self._folder = folder
        self._connection = connection
        self._identity = found.identity
        self._model = model
        self._manifest: Manifest | None = None
        self._bring_up(found)
        self._text = text.TextWriter(text.open_index(folder), found.identity)

    def follow(self, change: Change) -> None:
        """Apply a change that the truth holds already, and show it to readers."""
        if self._manifest is None and self._model:
            nothing = Change(0, (), ())
            self._manifest = compaction.rebuild(self._folder, self._identity, self._model.dimension, nothing)
        if self._manifest:
            self._manifest = compaction.follow(self._folder, self._manifest, change)
        self._text.follow(change)
        publish(self._folder, self._identity, change.number)
        if self._manifest:
            self._manifest = compaction.merge(self._folder, self._manifest, self._living)

    def __enter__(self) -> Followers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._text.__exit__(kind, error, trace)

    def _bring_up(self, found: State) -> None:
        if found.model:
            self._manifest = self._bring_up_vectors(found, found.model.dimension)
        applied = _applied_text(self._folder, found)
        if applied != found.change:
            self._bring_up_text(applied, found, found.model.dimension if found.model else 1)
        publish(self._folder, found.identity, found.change)

    def _bring_up_text(self, applied: int | None, found: State, dimension: int) -> None:
        change = self._changes_since(applied, found.change, dimension)
        if change is not None:
            try:
                with text.TextWriter(text.open_index(self._folder), found.identity) as writer:
                    writer.follow(change)
                return
            except TextTrouble as trouble:
                if is_full(trouble):  # what there is can still be read, so it stays
                    raise
        with text.TextWriter(text.create_index(self._folder), found.identity) as writer:
            writer.follow(self._everything(found.change, dimension))

    def _bring_up_vectors(self, found: State, dimension: int) -> Manifest:
        manifest = _usable_manifest(self._folder, found)
        if manifest is None or manifest.applied > found.change:
            return compaction.rebuild(
                self._folder, found.identity, dimension, self._everything(found.change, dimension)
            )
        segments.delete_strangers(self._folder, manifest)
        if manifest.applied == found.change:
            return manifest
        change = self._changes_since(manifest.applied, found.change, dimension)
        if change is None:
            return compaction.rebuild(
                self._folder, found.identity, dimension, self._everything(found.change, dimension)
            )
        return compaction.follow(self._folder, manifest, change)

    def _changes_since(self, applied: int | None, upto: int, dimension: int) -> Change | None:
        """What happened since; None where that is not known any more, or where the index is ahead of the truth."""
        if applied is None or applied > upto:
            return None
        gone = died_between(self._connection, applied, upto)
        if gone is None:
            return None
        return Change(upto, born_between(self._connection, applied, upto, dimension), gone)

    def _everything(self, upto: int, dimension: int) -> Change:
        return Change(upto, born_between(self._connection, 0, upto, dimension), ())

    def _living(self) -> Ints:
        found = self._connection.execute("SELECT ordinal FROM items WHERE died IS NULL ORDER BY ordinal").fetchall()
        return np.array(found, dtype=np.int64).ravel()


def state_of(connection: sqlite3.Connection, folder: Path) -> State:
    """The state of an index that has been made."""
    with snapshot(connection):
        found = state(connection, folder)
    if found is None:
        raise SegmentTrouble("the index was not made")
    return found


def _applied_text(folder: Path, found: State) -> int | None:
    if not text.exists(folder):
        return None
    try:
        return text.applied(text.reload(text.open_index(folder)), found.identity)
    except TextTrouble:
        return None


def _usable_manifest(folder: Path, found: State) -> Manifest | None:
    manifest = segments.read_manifest(folder)
    if manifest is None or found.model is None:
        return None
    if (manifest.identity, manifest.dimension) != (found.identity, found.model.dimension):
        return None
    try:
        for entry in manifest.segments:
            segments.check_size(folder, entry, manifest.dimension)
    except (SegmentTrouble, FileNotFoundError):
        return None
    return manifest
