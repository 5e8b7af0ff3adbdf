"""Reading documents as the asker may see them: what is closed to him does not even leave the server."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from engines.asked import Access
from engines.closed import CLOSED_TITLE, placeholder, with_items
from engines.elasticsearch import cosines
from engines.elasticsearch.asking import Answer, Asker, Body, Snapshot
from engines.elasticsearch.documents import to_item, to_meeting, to_passage
from engines.elasticsearch.filters import hidden, must, one_of, permitted
from engines.elasticsearch.names import Clause, Place
from engines.found import Found, Sitting
from engines.kept import Origin, Vectors
from mappings.documents import Item, Meeting, Passage

_AT_ONCE = 500  # documents in one answer; of 130 words each some 1.5 MB
_MEETINGS_AT_ONCE = 50
_MEETINGS_TOLD_AT_ONCE = 5_000
_PLACEHOLDER = [f"item.{name}" for name in ("id", "number", "part", "case_number", "page", "closed")]
_UNTITLED = {"title": ""}
_BY_MEETING: list[Any] = [{"meeting.date": "asc"}, {"meeting.id": "asc"}]
_BY_POSITION: list[Any] = [*_BY_MEETING, {"position": "asc"}]


def items(asker: Asker, ids: Sequence[str], access: Access, near: Vectors | None = None) -> list[Found]:
    """As `Engine.items`."""
    found: dict[str, Found] = {}
    read: dict[str, Meeting] = {}
    for answers in _by_ids(asker, ids, lambda these: item_bodies(asker.place, access, [these], near)):
        found.update(found_in(answers, read))
    return [found[identity] for identity in ids if identity in found]


def titles(asker: Asker, ids: Sequence[str], access: Access) -> dict[str, str]:
    """As `Engine.titles`."""

    def bodies(these: Clause) -> list[Body]:
        seen: Body = {"query": must([*permitted(asker.place, access), these]), "_source": ["item.id", "item.title"]}
        shut: Body = {"query": must([*hidden(asker.place), these]), "_source": ["item.id"]}
        return [seen] if access.closed else [seen, shut]

    hits = (hit for answers in _by_ids(asker, ids, bodies) for answer in answers for hit in answer["hits"]["hits"])
    found = (hit["_source"]["item"] for hit in hits)
    return {item["id"]: item.get("title", CLOSED_TITLE) for item in found}


def _by_ids(asker: Asker, ids: Sequence[str], bodies: Callable[[Clause], list[Body]]) -> Iterator[Sequence[Answer]]:
    """What the searches of `bodies` find of items of these ids, some hundred at a time."""
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), _AT_ONCE):
        these = one_of("item.id", wanted[start : start + _AT_ONCE])
        answered = asker.msearch([{**body, "size": _AT_ONCE, "track_total_hits": False} for body in bodies(these)])
        if answered is None:
            return
        yield answered.answers


def of_snapshot(
    snapshot: Snapshot, place: Place, ids: Sequence[str], access: Access, near: Vectors | None
) -> list[Found]:
    """As `items`, of what a snapshot holds and the asker may read; some hundred ids at most, read together."""
    if not ids:
        return []
    (body, *_) = item_bodies(place, access, [one_of("item.id", ids)], near)
    found = found_in(snapshot.msearch([{**body, "size": len(ids), "track_total_hits": False}]))
    return [found[identity] for identity in ids if identity in found]


def meetings(asker: Asker, ids: Sequence[str], access: Access) -> list[Meeting]:
    """As `Engine.meetings`."""
    found: dict[str, Meeting] = {}
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), _MEETINGS_AT_ONCE):
        these = one_of("meeting.id", wanted[start : start + _MEETINGS_AT_ONCE])
        whole = _at_once(asker, access, these)
        if whole is None:
            with asker.snapshot() as snapshot:
                whole = list(_stored(snapshot, asker.place, access, [these])) if snapshot else []
        found.update((meeting.id, meeting) for meeting in whole)
    return [found[identity] for identity in ids if identity in found]


def sittings(asker: Asker) -> list[Sitting]:
    """As `Engine.sittings`; everybody may know that a meeting was held, and how long its agenda was."""
    body: Body = {
        "query": must(asker.place.of_kind("meeting")),
        "sort": [{"meeting.date": "desc"}, {"meeting.id": "asc"}],
        "_source": ["meeting.id", "meeting.body", "meeting.date", "items"],
    }
    with asker.snapshot() as snapshot:
        if snapshot is None:
            return []
        return [_sitting(hit["_source"]) for page in snapshot.pages(body, _MEETINGS_TOLD_AT_ONCE) for hit in page]


def _sitting(source: Mapping[str, Any]) -> Sitting:
    meeting = source["meeting"]
    return Sitting(meeting["id"], meeting["body"], dt.date.fromisoformat(meeting["date"]), len(source["items"]))


def export(asker: Asker, access: Access) -> Iterator[Meeting]:
    """As `Engine.export`."""
    with asker.snapshot() as snapshot:
        if snapshot is not None:
            yield from _stored(snapshot, asker.place, access, [])


def origins(asker: Asker, ids: Sequence[str] | None) -> list[Origin]:
    """As `Engine.origins`."""
    body: Body = {"sort": [{"meeting.id": "asc"}], "_source": ["origin", "meeting.id", "meeting.sha256"]}
    every = asker.place.of_kind("meeting")
    if ids is None:
        with asker.snapshot() as snapshot:
            pages = snapshot.pages({**body, "query": must(every)}, _MEETINGS_TOLD_AT_ONCE) if snapshot else ()
            return [_origin(hit["_source"]) for page in pages for hit in page]
    found: list[Origin] = []
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), _MEETINGS_TOLD_AT_ONCE):
        part = wanted[start : start + _MEETINGS_TOLD_AT_ONCE]
        these = {"query": must([*every, one_of("meeting.id", part)]), "size": len(part), "track_total_hits": False}
        answered = asker.msearch([{**body, **these}])
        found += [_origin(hit["_source"]) for hit in answered.answers[0]["hits"]["hits"]] if answered else ()
    return found


def _origin(source: Mapping[str, Any]) -> Origin:
    return Origin(source["meeting"]["id"], source["origin"], source["meeting"]["sha256"])


def found_in(answers: Sequence[Answer], known: dict[str, Meeting] | None = None) -> dict[str, Found]:
    """The items of answers by their ids; `known` are the meetings read so far, and what is new is added to them."""
    read = {} if known is None else known
    found: dict[str, Found] = {}
    for hit in (hit for answer in answers for hit in answer["hits"]["hits"]):
        item, identity = _item(hit), hit["_source"]["meeting"]["id"]
        if identity not in read:
            read[identity] = to_meeting(hit["_source"])
        found[item.id] = Found(item, read[identity], _nearest(item, hit))
    return found


def _at_once(asker: Asker, access: Access, these: Clause) -> list[Meeting] | None:
    """Meetings and their items in one round trip; None where they do not fit, or were replaced in the middle of it."""
    bodies = [_meeting_body(asker.place, [these]), *item_bodies(asker.place, access, [these])]
    answered = asker.msearch([{**body, "size": _AT_ONCE, "track_total_hits": False} for body in bodies])
    if answered is None:
        return []
    if any(len(answer["hits"]["hits"]) == _AT_ONCE for answer in answered.answers):
        return None
    held: dict[str, list[Answer]] = {}
    for hit in heapq.merge(*(answer["hits"]["hits"] for answer in answered.answers[1:]), key=_order):
        held.setdefault(hit["_source"]["meeting"]["id"], []).append(hit)
    found = []
    for hit in answered.answers[0]["hits"]["hits"]:
        meeting = hit["_source"]["meeting"]
        own = held.pop(meeting["id"], [])
        if [one["_source"]["item"]["id"] for one in own] != hit["_source"]["items"]:
            return None
        if any(one["_source"]["meeting"] != meeting for one in own):
            return None
        found.append(with_items(to_meeting(hit["_source"]), tuple(_item(one) for one in own), access))
    return None if held else found


def _stored(snapshot: Snapshot, place: Place, access: Access, these: list[Clause]) -> Iterator[Meeting]:
    """Meetings by date with their items, of which only those of one meeting and a page are held at a time."""

    def stream(body: Body) -> Iterator[Answer]:
        for page in snapshot.pages(body, _AT_ONCE):
            yield from page

    of_meetings = stream(_meeting_body(place, these))
    of_items = heapq.merge(*(stream(body) for body in item_bodies(place, access, these)), key=_order)
    groups = groupby(of_items, key=lambda hit: hit["sort"][:2])
    group = next(groups, None)
    for hit in of_meetings:
        own: tuple[Item, ...] = ()
        while group is not None and group[0] <= hit["sort"][:2]:
            if group[0] == hit["sort"][:2]:
                own = tuple(_item(one) for one in group[1])
            group = next(groups, None)
        yield with_items(to_meeting(hit["_source"]), own, access)


def _meeting_body(place: Place, these: list[Clause]) -> Body:
    return {"query": must([*place.of_kind("meeting"), *these]), "sort": _BY_MEETING, "_source": ["meeting", "items"]}


def item_bodies(place: Place, access: Access, these: list[Clause], near: Vectors | None = None) -> list[Body]:
    """A search for items that may be read, and one for what may be known of the others; both in reading order."""
    query = must([*permitted(place, access), *these])
    if near is not None:
        query["bool"]["should"] = [cosines.body(near, inner_hits={"size": 1})]
    found: list[Body] = [{"query": query, "sort": _BY_POSITION, "_source": ["item", "meeting"]}]
    if not access.closed:
        query = must([*hidden(place), *these])
        found.append({"query": query, "sort": _BY_POSITION, "_source": [*_PLACEHOLDER, "meeting"]})
    return found


def _item(hit: Answer) -> Item:
    """The item of a hit; of one that was asked for its placeholder, that."""
    source = hit["_source"]
    return to_item(source) if "title" in source["item"] else placeholder(to_item({"item": source["item"] | _UNTITLED}))


def _nearest(item: Item, hit: Answer) -> Passage | None:
    passages = hit.get("inner_hits", {}).get("passages", {}).get("hits", {}).get("hits", [])
    return to_passage(item.id, passages[0]["_source"]) if passages else None


def _order(hit: Answer) -> Any:
    """By date, meeting and position, of whatever types the server sorts by."""
    return hit["sort"][:3]
