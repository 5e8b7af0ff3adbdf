"""Writing: the lease, the index to write to, what a dead writer left behind, then batch after batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from engines.batching import batches
from engines.elasticsearch import lease
from engines.elasticsearch.connection import Server
from engines.elasticsearch.names import Place
from engines.elasticsearch.retrying import patiently
from engines.elasticsearch.storing import Store
from engines.elasticsearch.versions import Versions
from engines.kept import Model, Prepared, WriteReport


class Recorder:
    """Writes to the index of a place, which is made where there is none."""

    def __init__(self, server: Server, place: Place, versions: Versions, model: Model | None) -> None:
        self._server = server
        self._place = place
        self._versions = versions
        self._model = model

    def write(self, meetings: Iterable[Prepared]) -> WriteReport:
        """As `Engine.write`; each batch is found by all when it is full, or five seconds old."""
        with self._writing() as (store, model):
            for batch in batches(meetings):
                store.write(batch, model)
        return WriteReport(added=store.added, replaced=store.replaced, refused=tuple(store.refused))

    def remove(self, meeting_ids: Sequence[str]) -> WriteReport:
        """As `Engine.remove`."""
        if patiently(self._server, self._versions.current) is None:
            return WriteReport()
        with self._writing() as (store, _):
            store.remove(meeting_ids)
        return WriteReport(removed=store.removed)

    @contextmanager
    def _writing(self) -> Iterator[tuple[Store, Model]]:
        """Where to store, and the model of what is there, while the lease is held."""
        patiently(self._server, lambda: self._versions.make(self._model))
        with lease.writing(self._server, self._place) as held:
            # Only now nobody makes the index anew, so that the aliases lead where they will.
            version = patiently(self._server, lambda: self._versions.make(self._model))
            store = Store(self._server, self._place, self._place.write, held)
            if held.left:
                store.heal(held.left)
            yield store, version.meta.model
