"""Meetings as the server keeps them, and back: one document an item, one a meeting, one for the state of the index.

An item's document has the item and its meeting as they are (`item`, `meeting`), what it is filtered by, and its
passages with their vectors. Vectors, terms and what is written in several ways can be found by but are not kept in
`_source`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from engines.elasticsearch.names import Place
from engines.kept import Prepared, Vectors
from mappings.abbreviations import Abbreviation, explained
from mappings.analysis import item_terms
from mappings.documents import TITLE, TOOK_PART, Appearance, Item, Meeting, Passage, Person

Document = dict[str, Any]
_PART = re.compile(r"\t")
_PERSON = "person"


def item_documents(prepared: Prepared, place: Place) -> Iterator[tuple[str, Document]]:
    """Key and document of every item of a meeting; vectors are NumPy rows, for `orjson` to write."""
    meeting = msgspec.to_builtins(replace(prepared.meeting, items=()))
    del meeting["items"]
    rows: dict[str, list[int]] = {}
    for row, passage in enumerate(prepared.passages):
        rows.setdefault(passage.item_id, []).append(row)
    for position, item in enumerate(prepared.meeting.items):
        people = prepared.people.get(item.id, ())
        terms, written = item_terms(item)
        yield (
            place.key("item", item.id),
            {
                "kind": "item",
                "organisation": place.organisation,
                "position": position,
                "year": prepared.meeting.date.year,
                "outcomes": sorted({outcome for decision in item.decisions for outcome in decision.outcomes}),
                "attachments": "yes" if item.attachments else "no",
                "people": [{"slug": person.slug, "name": person.name} for person in people],
                "labels": [label(person) for person in people],
                "present": [one.slug for one in prepared.appearances if one.role in TOOK_PART],
                "absent": [one.slug for one in prepared.appearances if one.role == "absent"],
                "meeting": meeting,
                "item": msgspec.to_builtins(item),
                "abbreviations": [_abbreviation(one) for one in explained(item, prepared.meeting)],
                "written": written,
                "terms": " ".join(terms),
                **_passages(prepared, rows.get(item.id, [])),
            },
        )


def meeting_document(prepared: Prepared, place: Place) -> tuple[str, Document]:
    """Key and document of the meeting itself: what its items do not say, and where it was read from."""
    meeting = msgspec.to_builtins(replace(prepared.meeting, items=()))
    del meeting["items"]
    document = {
        "kind": "meeting",
        "organisation": place.organisation,
        "origin": prepared.origin,
        "items": [item.id for item in prepared.meeting.items],
        "appearances": msgspec.to_builtins(prepared.appearances),
        "meeting": meeting,
    }
    return place.key("meeting", prepared.meeting.id), document


def to_item(source: Mapping[str, Any]) -> Item:
    """The item of a document's `_source`."""
    return msgspec.convert(source["item"], Item)


def to_meeting(source: Mapping[str, Any]) -> Meeting:
    """The meeting of a document's `_source`, without items."""
    return msgspec.convert(source["meeting"], Meeting)


def label(person: Person) -> str:
    """A person as one token, so that slugs and names are counted together."""
    return f"{person.slug}\t{person.name}"


def from_label(text: str) -> Person:
    """The person of a label."""
    slug, name = _PART.split(text, maxsplit=1)
    return Person(slug, name)


def to_appearances(source: Mapping[str, Any]) -> tuple[Appearance, ...]:
    """Everybody in the meeting of a document's `_source`; nobody where it is of before that was kept."""
    return msgspec.convert(source.get("appearances", ()), tuple[Appearance, ...])


def to_abbreviation(text: str) -> Abbreviation:
    """The abbreviation of one token of ours."""
    short, full, person = _PART.split(text, maxsplit=2)
    return Abbreviation(short, full, person == _PERSON)


def _abbreviation(one: Abbreviation) -> str:
    return "\t".join((one.short, one.full, _PERSON if one.person else ""))


def _passages(prepared: Prepared, rows: list[int]) -> Document:
    """Passages with their vectors; the title's apart, since there is one an item and it needs no nesting."""
    bodies = [row for row in rows if prepared.passages[row].section != TITLE]
    titles = [row for row in rows if prepared.passages[row].section == TITLE]
    found: Document = {"passages": [_passage(prepared.passages[row], prepared.vectors[row]) for row in bodies]}
    if titles:
        found["title_passage"] = _passage(prepared.passages[titles[0]], prepared.vectors[titles[0]])
        del found["title_passage"]["section"]
    return found


def _passage(passage: Passage, vector: Vectors) -> Document:
    found: Document = {
        "section": passage.section,
        "start": passage.start,
        "end": passage.end,
        "context": passage.context,
    }
    if float(vector @ vector) > 0:  # a vector without length resembles nothing, and the server takes none
        found["vector"] = vector
    return found


def to_passage(item_id: str, source: Mapping[str, Any]) -> Passage:
    """The passage of a nested document, or of a title (which has no section)."""
    return Passage(item_id, source.get("section", TITLE), source["start"], source["end"], source["context"])
