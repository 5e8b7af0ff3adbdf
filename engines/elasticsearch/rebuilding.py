"""The index made anew beside the one in use, organisation by organisation, then the aliases led to it.

Whatever the interruption, the version in use stays as it was, and what was copied is gone on with the next time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from engines.base import Part, Rebuilding
from engines.batching import batches
from engines.elasticsearch.lease import Lease, whole_index
from engines.elasticsearch.names import Place
from engines.elasticsearch.retrying import patiently
from engines.elasticsearch.stored import Copy, organisations
from engines.elasticsearch.storing import Store
from engines.elasticsearch.succession import Succession
from engines.elasticsearch.versions import Version
from engines.kept import Model, Prepared, Stored
from engines.nothing import Nothing
from mappings.errors import ReferatError

_MEETINGS_AT_ONCE = 20  # read together


@contextmanager
def rebuild(succession: Succession, model: Model) -> Iterator[Rebuilding]:
    """As `Engine.rebuild`."""
    before = succession.versions.current()
    if before is None:
        yield Nothing()
        return
    succession.versions.check_readable(before.meta)
    succession.versions.make_stores()
    with whole_index(succession.server, succession.place) as lease:
        before = succession.versions.current() or before
        succession.call_finished(before)  # unless it was: it was taken into use, but who did so was interrupted
        yield _Rebuilding(succession, lease, before, succession.beside(model))


def drop_old(succession: Succession) -> tuple[str, ...]:
    """As `Engine.drop_old`."""
    if not any(_left(succession)):
        return ()
    succession.versions.make_stores()
    with whole_index(succession.server, succession.place):
        old, unfinished = _left(succession)
        succession.delete([*old, *unfinished])
    return (*old, *unfinished)


def _left(succession: Succession) -> tuple[tuple[str, ...], tuple[str, ...]]:
    succession.versions.current()  # what stands under the alias has to be ours
    found = succession.left_behind()
    return found.old, found.unfinished


@dataclass(frozen=True, slots=True)
class _Rebuilding:
    """A version that is being filled from the one in use."""

    succession: Succession
    lease: Lease
    before: Version
    after: Version

    def parts(self) -> Iterator[Part]:
        """See `Rebuilding.parts`."""
        server, index = self.succession.server, self.succession.place.index
        patiently(server, lambda: server.writing.indices.refresh(index=self.after.concrete))
        owners = {name for version in (self.before, self.after) for name in organisations(server, version.concrete)}
        for owner in sorted(owners):
            place = Place(index, owner)
            store = Store(server, place, self.after.concrete, self.lease)
            if self.lease.left:
                store.heal(self.lease.left)
            copies = [Copy(server, version.concrete, place) for version in (self.before, self.after)]
            yield _Part(copies[0], copies[1], store, self.after.meta.model)

    def finish(self) -> None:
        """See `Rebuilding.finish`."""
        self.lease.check()
        self.succession.take_into_use(self.after)


class _Part:
    """What one organisation has in the index."""

    def __init__(self, source: Copy, target: Copy, store: Store, model: Model) -> None:
        self._source = source
        self._target = target
        self._store = store
        self._model = model
        self._ids = source.ids()
        self.total = len(self._ids)
        self.done = 0

    def remaining(self) -> Iterator[Stored]:
        """See `Part.remaining`."""
        copied = set(self._target.ids())
        self._store.remove(sorted(copied.difference(self._ids)))  # removed since an earlier attempt copied it
        for start in range(0, self.total, _MEETINGS_AT_ONCE):
            ids = self._ids[start : start + _MEETINGS_AT_ONCE]
            stored = self._source.meetings(ids)
            there = self._target.meetings([one for one in ids if one in copied])
            for identity in ids:
                if there.get(identity) == stored[identity]:
                    self.done += 1
                else:
                    yield stored[identity]

    def write(self, meetings: Iterable[Prepared]) -> None:
        """See `Part.write`. Raises `ReferatError` where the server refuses a document that it held before."""
        for batch in batches(meetings):
            before = self._store.added + self._store.replaced
            self._store.write(batch, self._model)
            self.done += self._store.added + self._store.replaced - before
            for refused in self._store.refused:
                raise ReferatError(
                    f"The server refused {refused.item_id or refused.meeting_id} for the new index: {refused.reason}. "
                    "Remove its file, run `referat index` with --prune, and run `referat reindex` again."
                )
