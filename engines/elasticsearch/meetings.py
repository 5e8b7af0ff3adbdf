"""A meeting as the operations that store it, and as those that only try whether the server would take it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import orjson

from engines.elasticsearch.bulk import Operation, Unit, delete, index
from engines.elasticsearch.documents import Document, item_documents, meeting_document
from engines.elasticsearch.names import Kind, Place
from engines.kept import Prepared, Refused

PROBE: Kind = "probe"  # the kind of documents that are deleted again at once, and that no query asks for


@dataclass(frozen=True, slots=True)
class Whole:
    """What stores a meeting, and what tries it first where it is to replace another."""

    unit: Unit
    probe: Unit | None


def whole(prepared: Prepared, place: Place, stored: tuple[str, ...] | None) -> Whole | Refused:
    """The operations of a meeting; `stored` are the ids of the items it has now, None where there is no such meeting.

    What cannot even be written as JSON is refused.
    """
    meeting_id, routing = prepared.meeting.id, place.routing
    operations: list[Operation] = []
    probes: list[Operation] = []
    about = ""
    try:
        ids = [item.id for item in prepared.meeting.items]
        for about, (key, document) in zip(ids, item_documents(prepared, place), strict=True):
            operations.append(Operation(index(key, document, routing), about))
            if stored is not None:
                probes += _probe(about, _without_vectors(document), place)
        about = ""
        key, document = meeting_document(prepared, place)
        operations.append(Operation(index(key, document, routing), commits=True))
        if stored is not None:
            probes += _probe("", document, place)
    except (orjson.JSONEncodeError, UnicodeEncodeError) as error:
        return Refused(meeting_id, about, f"it cannot be written as JSON ({error})")
    kept = set(ids)
    for gone in stored or ():
        if gone not in kept:
            operations.append(Operation(delete(place.key("item", gone), routing), gone))
    probe = None if stored is None else Unit(meeting_id, tuple(probes))
    return Whole(Unit(meeting_id, tuple(operations)), probe)


def removal(meeting_id: str, items: tuple[str, ...], place: Place) -> Unit:
    """What forgets a meeting. Its own document goes first: without it, its items are left-overs."""
    own = Operation(delete(place.key("meeting", meeting_id), place.routing), commits=True)
    others = (Operation(delete(place.key("item", item_id), place.routing), item_id) for item_id in items)
    return Unit(meeting_id, (own, *others))


def plain(prepared: Prepared) -> Prepared:
    """The meeting with vectors laid out as they are written fastest, if at all."""
    return replace(prepared, vectors=np.ascontiguousarray(prepared.vectors, dtype=np.float32))


def _probe(about: str, document: Document, place: Place) -> list[Operation]:
    """A document shown to the server and taken away again, under a key that is nobody's."""
    key = place.key(PROBE, about)
    shown = index(key, {**document, "kind": PROBE}, place.routing)
    return [Operation(shown, about), Operation(delete(key, place.routing), about)]


def _without_vectors(document: Document) -> Document:
    """Vectors cost most of the work, and what can be wrong with them was looked for already (see `checking`)."""
    found: dict[str, Any] = {**document, "passages": [_bare(passage) for passage in document["passages"]]}
    if "title_passage" in document:
        found["title_passage"] = _bare(document["title_passage"])
    return found


def _bare(passage: Document) -> Document:
    return {name: value for name, value in passage.items() if name != "vector"}
