"""The index made anew beside the one in use: every meeting is copied from one truth to the next, then the next is used.

Killed at any point, the version in use stays as it was, and what was copied is gone on with the next time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import numpy as np

from engines.asked import Access
from engines.base import Part, Rebuilding
from engines.batching import batches
from engines.embedded import reading
from engines.embedded.lock import writing
from engines.embedded.troubles import TROUBLES, in_our_words
from engines.embedded.truth import Truth, any_state, connect_reading
from engines.embedded.versions import Version, current, old, unfinished, use
from engines.embedded.writing import Writer, opened
from engines.kept import Model, Prepared, Stored
from engines.nothing import Nothing
from mappings.documents import Person
from mappings.errors import IndexMismatch

_EVERYTHING = Access(closed=True)


@contextmanager
def rebuild(root: Path, model: Model) -> Iterator[Rebuilding]:
    """As `Engine.rebuild`."""
    with ExitStack() as held:
        with in_our_words(root):
            made = _begin(root, model, held)
        yield made


def drop_old(root: Path) -> tuple[str, ...]:
    """As `Engine.drop_old`."""
    with in_our_words(root):
        if not root.is_dir():
            return ()
        with writing(root):
            left = [*old(root), *unfinished(root)]
            for version in left:
                version.delete()
    return tuple(version.name for version in left)


def _begin(root: Path, model: Model, held: ExitStack) -> Rebuilding:
    """Take the writer's lock, and open both versions; `held` lets go of all of it."""
    if not Truth(current(root).folder).exists():
        return Nothing()
    held.enter_context(writing(root))
    before = current(root)
    source = held.enter_context(closing(connect_reading(Truth(before.folder).path)))
    any_state(source, before.folder)
    after = _beside(root, before, model)
    truth = Truth(after.folder)
    held.callback(truth.close)
    writer = held.enter_context(opened(after.folder, truth, model))
    target = held.enter_context(closing(connect_reading(truth.path)))
    return _Rebuilding(after, _Part(root, source, target, writer))


class _Part:
    """The one share of a data folder."""

    def __init__(self, root: Path, source: sqlite3.Connection, target: sqlite3.Connection, writer: Writer) -> None:
        self._root = root
        self._source = source
        self._target = target
        self._writer = writer
        self.total = source.execute("SELECT count(*) FROM meetings").fetchone()[0]
        self.done = 0

    def remaining(self) -> Iterator[Stored]:
        """See `Part.remaining`."""
        with in_our_words(self._root):
            self._forget_removed()
            ids = [one for (one,) in self._source.execute("SELECT id FROM meetings ORDER BY date, id")]
        for identity in ids:
            with in_our_words(self._root):
                stored = _stored(self._source, identity)
                if stored is None or _stored(self._target, identity) == stored:
                    self.done += 1
                    continue
            yield stored

    def write(self, meetings: Iterable[Prepared]) -> None:
        """See `Part.write`."""
        recorder = self._writer.recorder
        for batch in batches(meetings):
            before = recorder.added + recorder.replaced
            self._writer.write(batch)
            self.done += recorder.added + recorder.replaced - before

    def _forget_removed(self) -> None:
        """What was removed from the version in use after an earlier attempt had copied it."""
        query = "SELECT id FROM meetings"
        kept = set(self._source.execute(query))
        gone = [one for (one,) in set(self._target.execute(query)) - kept]
        if gone:
            self._writer.remove(gone)


class _Rebuilding:
    """A version that is being filled."""

    def __init__(self, version: Version, part: _Part) -> None:
        self._version = version
        self._part = part

    def parts(self) -> Iterator[Part]:
        """See `Rebuilding.parts`."""
        yield self._part

    def finish(self) -> None:
        """See `Rebuilding.finish`."""
        with in_our_words(self._version.root):
            use(self._version)


def _beside(root: Path, before: Version, model: Model) -> Version:
    """The version to fill: an unfinished one of the same model and version; else a new one, and those there are go."""
    for version in unfinished(root):
        if _fits(version, model):
            return version
        version.delete()
    return Version(root, before.number + 1)


def _fits(version: Version, model: Model) -> bool:
    truth = Truth(version.folder)
    if not truth.exists():
        return False
    try:
        with closing(connect_reading(truth.path)) as connection:
            found = any_state(connection, version.folder)
    except (*TROUBLES, IndexMismatch):
        return False
    return found is not None and found.model == model and found.fits


def _stored(connection: sqlite3.Connection, identity: str) -> Stored | None:
    found = reading.found_meetings(connection, [identity], _EVERYTHING)
    if not found:
        return None
    (origin,) = connection.execute("SELECT origin FROM meetings WHERE id = ?", (identity,)).fetchone()
    query = """
        SELECT i.id, i.people FROM names n JOIN items i ON i.meeting = n.code AND i.died IS NULL
        WHERE n.kind = 'meeting' AND n.value = ?
    """
    codes = {
        item: np.frombuffer(people, dtype=np.int32).tolist() for item, people in connection.execute(query, (identity,))
    }
    known = reading.labels(connection, sorted({code for each in codes.values() for code in each}))
    people = {item: tuple(sorted((Person(*known[code]) for code in each), key=_slug)) for item, each in codes.items()}
    return Stored(
        meeting=found[0], people=people, origin=origin, appearances=reading.appearances_in(connection, identity)
    )


def _slug(person: Person) -> str:
    return person.slug
