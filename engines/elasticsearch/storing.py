"""Storing whole meetings in one version of the index, batch by batch; each batch is one change, then found by all.

Order is what keeps a meeting whole wherever the writer or the server dies. Its items come first, then the meeting's own
document, which names them and so makes them count, then the deletion of items that it has no more: before the meeting's
document nothing that was stored is gone, and after it everything new is there. What may then be left over is known by
the lease's journal and removed by `heal`.

The server has no undo. So a meeting that replaces another is shown to it first, in documents that nobody finds and that
the same request deletes again; what the server refuses of them costs only the new meeting, not the old one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from engines.checking import check, twice
from engines.elasticsearch.bulk import Operation, Sender, Unit, index
from engines.elasticsearch.connection import Server
from engines.elasticsearch.healing import outlast, remove_left_over
from engines.elasticsearch.lease import Lease
from engines.elasticsearch.meetings import plain, removal, whole
from engines.elasticsearch.names import Place
from engines.elasticsearch.retrying import not_ready, patiently
from engines.kept import Model, Prepared, Refused
from mappings.errors import EngineUnavailable

_IDS = 1_000  # in one request
_REMOVED_AT_ONCE = 500  # meetings


class Store:
    """Stores in `target`, the alias or the index that is written to, while the lease is held. For one thread."""

    def __init__(self, server: Server, place: Place, target: str, lease: Lease) -> None:
        self._server = server
        self._place = place
        self._target = target
        self._lease = lease
        self._change = self._read_change()
        self.added = self.replaced = self.removed = 0
        self.refused: list[Refused] = []

    def write(self, batch: Sequence[Prepared], model: Model) -> None:
        """Store meetings, each in place of what had its id; found by everybody on return."""
        for prepared in batch:
            check(prepared, model)
        stored = self._items_of(list(dict.fromkeys(prepared.meeting.id for prepared in batch)))
        self._check_ids(batch, stored)
        if moved := _moved(batch, stored):  # where the meeting that had the item is refused, it is to stay there
            self.write(batch[:moved], model)
            self.write(batch[moved:], model)
            return
        latest = {prepared.meeting.id: prepared for prepared in batch}
        with self._changing(list(latest)) as sender:
            refused = self._store(sender, latest, stored)
        self._count(batch, stored, {one.meeting_id for one in refused})
        self.refused += refused

    def remove(self, meeting_ids: Iterable[str]) -> None:
        """Forget meetings; unknown ids are ignored."""
        ids = list(dict.fromkeys(meeting_ids))
        for start in range(0, len(ids), _REMOVED_AT_ONCE):
            stored = self._items_of(ids[start : start + _REMOVED_AT_ONCE])
            if stored:
                with self._changing(list(stored)) as sender:
                    for meeting_id, items in stored.items():
                        sender.send(removal(meeting_id, items, self._place))
            self.removed += len(stored)

    def heal(self, meeting_ids: Sequence[str]) -> None:
        """Make whole what a dead writer left of these meetings: items that their meeting does not name are removed."""
        outlast(self._server, self._target)
        self._refresh()
        stored = self._items_of(meeting_ids)
        named = {meeting_id: stored.get(meeting_id, ()) for meeting_id in meeting_ids}
        with self._changing(meeting_ids):
            remove_left_over(self._server, self._place, self._target, named)

    @contextmanager
    def _changing(self, meeting_ids: Sequence[str]) -> Iterator[Sender]:
        """What is sent within is one change: noted in the journal first, counted last, then shown to readers."""
        self._lease.note(meeting_ids)
        with Sender(self._server, self._target, self._lease, alias=self._target == self._place.write) as sender:
            yield sender
            refused = sender.finish()
            self._change += 1
            sender.send(_state(self._change, self._place))
            refused += sender.finish()
        if refused:  # only documents of our own making, and deletions
            raise EngineUnavailable(f"Elasticsearch at {self._server.where} refused: {refused[0].reason}.")
        self._refresh()
        self._lease.finished()

    def _store(
        self, sender: Sender, latest: Mapping[str, Prepared], stored: Mapping[str, tuple[str, ...]]
    ) -> list[Refused]:
        """Store every meeting that the server takes; gives what it refused of the others."""
        refused: list[Refused] = []
        tried: list[Unit] = []
        for meeting_id, prepared in latest.items():
            made = whole(plain(prepared), self._place, stored.get(meeting_id))
            if isinstance(made, Refused):
                refused.append(made)
            elif made.probe is None:
                sender.send(made.unit)
            else:
                sender.send(made.probe)
                tried.append(made.unit)
        refused += self._settled(sender, latest, set(stored))
        bad = {one.meeting_id for one in refused}
        for unit in tried:
            if unit.meeting_id not in bad:
                sender.send(unit)
        unforeseen = self._settled(sender, latest, set())
        return refused + [one if one.meeting_id in sender.untouched else _with_loss(one) for one in unforeseen]

    def _settled(self, sender: Sender, latest: Mapping[str, Prepared], untouched: set[str]) -> list[Refused]:
        """What was refused of all that was sent; what the server took of those meetings is removed again."""
        refused = sender.finish()
        for meeting_id in dict.fromkeys(one.meeting_id for one in refused):
            if meeting_id not in untouched | sender.untouched:
                items = tuple(item.id for item in latest[meeting_id].meeting.items)
                sender.send(removal(meeting_id, items, self._place))
        return refused

    def _count(self, batch: Sequence[Prepared], stored: Mapping[str, tuple[str, ...]], refused: set[str]) -> None:
        known = set(stored)
        for prepared in batch:
            meeting_id = prepared.meeting.id
            if meeting_id not in refused:
                self.replaced += meeting_id in known
                self.added += meeting_id not in known
                known.add(meeting_id)

    def _check_ids(self, batch: Sequence[Prepared], stored: Mapping[str, tuple[str, ...]]) -> None:
        """Raise `ReferatError` where an item of the batch has the id of another, of its own meeting or of any other."""
        owners = {item_id: meeting_id for meeting_id, items in stored.items() for item_id in items}
        own = set(owners)
        living: dict[str, tuple[str, ...]] = dict(stored)
        for prepared in batch:
            meeting_id = prepared.meeting.id
            for item_id in living.get(meeting_id, ()):
                owners.pop(item_id, None)
            living[meeting_id] = tuple(item.id for item in prepared.meeting.items)
            for item_id in living[meeting_id]:
                if item_id in owners:
                    raise twice(item_id)
                owners[item_id] = meeting_id
        new = [item.id for prepared in batch for item in prepared.meeting.items if item.id not in own]
        for start in range(0, len(new), _IDS):
            self._check_unknown(new[start : start + _IDS], list(living))

    def _check_unknown(self, item_ids: list[str], meeting_ids: list[str]) -> None:
        """Raise `ReferatError` where another meeting than these has one of these items."""
        query = {
            "filter": [*self._place.of_kind("item"), {"terms": {"item.id": item_ids}}],
            "must_not": [{"terms": {"meeting.id": meeting_ids}}],
        }
        found = patiently(
            self._server,
            lambda: self._server.writing.search(
                index=self._target,
                routing=self._place.routing,
                query={"bool": query},
                size=1,
                allow_partial_search_results=False,
                source_includes=["item.id"],
                track_total_hits=False,
            ),
        )
        for hit in found["hits"]["hits"]:
            raise twice(hit["_source"]["item"]["id"])

    def _items_of(self, meeting_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the items of those meetings that are stored, as of this very moment."""
        found: dict[str, tuple[str, ...]] = {}
        for start in range(0, len(meeting_ids), _IDS):
            part = meeting_ids[start : start + _IDS]
            documents = self._get([self._place.key("meeting", meeting_id) for meeting_id in part], ["items"])
            for meeting_id, document in zip(part, documents, strict=True):
                if document is not None:
                    found[meeting_id] = tuple(document["items"])
        return found

    def _read_change(self) -> int:
        (state,) = self._get([self._place.key("state")], ["change"])
        return 0 if state is None else int(state["change"])

    def _get(self, keys: Sequence[str], fields: list[str]) -> list[dict[str, Any] | None]:
        """The documents of these keys, in their order."""
        routing = {"routing": self._place.routing} if self._place.routing else {}
        wanted = [{"_id": key, **routing} for key in keys]
        if not wanted:
            return []

        def get() -> list[dict[str, Any] | None]:
            answer = self._server.writing.mget(index=self._target, docs=wanted, source_includes=fields)
            for document in answer["docs"]:
                if error := document.get("error"):
                    raise not_ready(answer, error)
            return [dict(document["_source"]) if document["found"] else None for document in answer["docs"]]

        return patiently(self._server, get)

    def _refresh(self) -> None:
        """Show readers what was written."""

        def refresh() -> None:
            answer = self._server.writing.indices.refresh(index=self._target)
            if answer["_shards"]["failed"]:
                raise not_ready(answer, answer["_shards"]["failures"][0]["reason"])

        patiently(self._server, refresh)


def _moved(batch: Sequence[Prepared], stored: Mapping[str, tuple[str, ...]]) -> int | None:
    """The number of the first meeting that has an item which is still stored with another of the batch."""
    owners = {item_id: meeting_id for meeting_id, items in stored.items() for item_id in items}
    for number, prepared in enumerate(batch):
        meeting = prepared.meeting
        if any(owners.get(item.id, meeting.id) != meeting.id for item in meeting.items):
            return number
    return None


def _with_loss(refused: Refused) -> Refused:
    return replace(refused, reason=f"{refused.reason}; what it was to replace is gone")


def _state(change: int, place: Place) -> Unit:
    document = {
        "kind": "state",
        "organisation": place.organisation,
        "change": change,
        "changed": dt.datetime.now(dt.UTC).isoformat(),
    }
    return Unit("", (Operation(index(place.key("state"), document, place.routing)),))
