"""Reading documents out of the truth, as the asker may see them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np

from engines.asked import Access
from engines.closed import CLOSED_TITLE, readable, with_items
from engines.embedded.changes import Facts, NewItem
from engines.embedded.truth import snapshot
from engines.found import Appeared, Found, Sitting
from engines.kept import Origin, Vectors
from mappings.abbreviations import Abbreviation
from mappings.documents import TITLE, Appearance, Meeting, Passage, Role, decode_item, decode_meeting

_AT_ONCE = 500  # SQL parameters in one statement


class _Titled(msgspec.Struct):
    """So much of an item: the rest is not even taken apart."""

    title: str


_titled_decoder = msgspec.json.Decoder(_Titled)
_passages_decoder = msgspec.json.Decoder(tuple[Passage, ...])


def found_items(
    connection: sqlite3.Connection, ids: Sequence[str], access: Access, near: Vectors | None
) -> list[Found]:
    """As `Engine.items`."""
    found: dict[str, Found] = {}
    ordinals: dict[int, str] = {}
    read: dict[bytes, Meeting] = {}
    query = """
        SELECT i.id, i.ordinal, d.document, m.document FROM items i JOIN documents d USING (ordinal)
        JOIN names n ON n.code = i.meeting JOIN meetings m ON m.id = n.value
        WHERE i.died IS NULL AND i.id IN ({})
    """
    with snapshot(connection):
        for identity, ordinal, item, meeting in _many(connection, query, list(dict.fromkeys(ids))):
            if meeting not in read:
                read[meeting] = decode_meeting(meeting)
            found[identity] = Found(readable(decode_item(item), access), read[meeting])
            if access.closed or not found[identity].item.closed:
                ordinals[ordinal] = identity
        if near is not None:
            for ordinal, passage in _nearest(connection, list(ordinals), near):
                found[ordinals[ordinal]] = replace(found[ordinals[ordinal]], nearest=passage)
    return [found[identity] for identity in ids if identity in found]


def found_ordinals(
    connection: sqlite3.Connection, ordinals: Sequence[int], access: Access, near: Vectors | None
) -> list[Found]:
    """The items of these ordinals in this order, on a connection that is in a transaction; missing ones are left out.

    With `near`, each with its nearest passage, as `found_items`.
    """
    query = """
        SELECT i.ordinal, d.document, m.document FROM items i JOIN documents d USING (ordinal)
        JOIN names n ON n.code = i.meeting JOIN meetings m ON m.id = n.value WHERE i.ordinal IN ({})
    """
    found: dict[int, Found] = {}
    read: dict[bytes, Meeting] = {}
    for ordinal, item, meeting in _many(connection, query, ordinals):
        if meeting not in read:
            read[meeting] = decode_meeting(meeting)
        found[ordinal] = Found(readable(decode_item(item), access), read[meeting])
    if near is not None:
        seen = [ordinal for ordinal, one in found.items() if access.closed or not one.item.closed]
        for ordinal, passage in _nearest(connection, seen, near):
            found[ordinal] = replace(found[ordinal], nearest=passage)
    return [found[ordinal] for ordinal in ordinals if ordinal in found]


def titles(connection: sqlite3.Connection, ids: Sequence[str], access: Access) -> dict[str, str]:
    """As `Engine.titles`."""
    query = """
        SELECT i.id, i.closed, d.document FROM items i JOIN documents d USING (ordinal)
        WHERE i.died IS NULL AND i.id IN ({})
    """
    return {
        identity: CLOSED_TITLE if closed and not access.closed else _titled_decoder.decode(item).title
        for identity, closed, item in _many(connection, query, list(dict.fromkeys(ids)))
    }


def titles_of(connection: sqlite3.Connection, ordinals: Sequence[int]) -> dict[int, str]:
    """The titles of these versions of items."""
    query = "SELECT ordinal, document FROM documents WHERE ordinal IN ({})"
    return {ordinal: _titled_decoder.decode(item).title for ordinal, item in _many(connection, query, ordinals)}


def found_meetings(connection: sqlite3.Connection, ids: Sequence[str], access: Access) -> list[Meeting]:
    """As `Engine.meetings`."""
    with snapshot(connection):
        query = "SELECT id, document FROM meetings WHERE id IN ({})"
        known: dict[str, bytes] = dict(_many(connection, query, list(dict.fromkeys(ids))))
        found = {identity: _whole(connection, identity, known[identity], access) for identity in known}
    return [found[identity] for identity in ids if identity in found]


def sittings(connection: sqlite3.Connection) -> list[Sitting]:
    """As `Engine.sittings`; everybody may know that a meeting was held, and how long its agenda was."""
    query = """
        SELECT m.document, (
            SELECT count(*) FROM names n JOIN items i ON i.meeting = n.code AND i.died IS NULL
            WHERE n.kind = 'meeting' AND n.value = m.id
        ) FROM meetings m ORDER BY m.date DESC, m.id
    """
    with snapshot(connection):
        rows = [(decode_meeting(document), items) for document, items in connection.execute(query)]
    return [Sitting(meeting.id, meeting.body, meeting.date, items) for meeting, items in rows]


def every_meeting(connection: sqlite3.Connection, access: Access) -> Iterator[Meeting]:
    """As `Engine.export`, on a connection of its own that is in a transaction."""
    query = "SELECT id, document FROM meetings ORDER BY date, id"
    for identity, document in connection.execute(query):
        yield _whole(connection, identity, document, access)


def _whole(connection: sqlite3.Connection, identity: str, document: bytes, access: Access) -> Meeting:
    query = """
        SELECT d.document FROM names n JOIN items i ON i.meeting = n.code AND i.died IS NULL
        JOIN documents d USING (ordinal) WHERE n.kind = 'meeting' AND n.value = ? ORDER BY i.ordinal
    """
    items = tuple(readable(decode_item(item), access) for (item,) in connection.execute(query, (identity,)))
    return with_items(decode_meeting(document), items, access)


def origins(connection: sqlite3.Connection, ids: Sequence[str] | None) -> list[Origin]:
    """As `Engine.origins`."""
    query = "SELECT id, origin, sha256 FROM meetings"
    if ids is None:
        return [Origin(*row) for row in connection.execute(f"{query} ORDER BY id")]
    these = _many(connection, f"{query} WHERE id IN ({{}})", list(dict.fromkeys(ids)))
    return sorted((Origin(*row) for row in these), key=lambda origin: origin.meeting_id)


def appearances(connection: sqlite3.Connection, slugs: Sequence[str]) -> list[Appeared]:
    """As `Engine.appearances`."""
    query = """
        SELECT a.slug, a.role, a.title, m.document FROM appearances a JOIN meetings m ON m.id = a.meeting
        WHERE a.slug IN ({})
    """
    found = []
    with snapshot(connection):
        for slug, role, title, document in _many(connection, query, list(dict.fromkeys(slugs))):
            meeting = decode_meeting(document)
            found.append(Appeared(meeting.id, meeting.body, meeting.date, Appearance(slug, role, title)))
    return sorted(found, key=lambda one: (-one.date.toordinal(), one.meeting_id, one.appearance.slug))


def with_part(connection: sqlite3.Connection, slugs: Sequence[str], roles: Sequence[Role]) -> list[int]:
    """The codes of the meetings that one of these people has one of these roles in."""
    query = """
        SELECT n.code, a.role FROM appearances a JOIN names n ON n.kind = 'meeting' AND n.value = a.meeting
        WHERE a.slug IN ({})
    """
    return list({code for code, role in _many(connection, query, slugs) if role in roles})


def appearances_in(connection: sqlite3.Connection, meeting: str) -> tuple[Appearance, ...]:
    """Everybody in a meeting, as it was stored; nobody where the database is of before that was kept."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'appearances'").fetchone() is None:
        return ()
    query = "SELECT slug, role, title FROM appearances WHERE meeting = ? ORDER BY rowid"
    return tuple(Appearance(*row) for row in connection.execute(query, (meeting,)))


def abbreviations(connection: sqlite3.Connection, access: Access) -> dict[Abbreviation, int]:
    """As `Engine.abbreviations`."""
    query = """
        SELECT a.short, a.full, a.person, count(*) FROM abbreviations a JOIN items i USING (ordinal)
        WHERE i.died IS NULL AND (? OR NOT i.closed) GROUP BY a.short, a.full, a.person
    """
    rows = connection.execute(query, (access.closed,))
    return {Abbreviation(short, full, bool(person)): count for short, full, person, count in rows}


def _nearest(
    connection: sqlite3.Connection, ordinals: Sequence[int], question: Vectors
) -> Iterator[tuple[int, Passage]]:
    """Of each of these versions of items that has sections the passage of them that is nearest to the question."""
    query = "SELECT ordinal, p.passages, v.vectors FROM passages p JOIN vectors v USING (ordinal) WHERE ordinal IN ({})"
    for ordinal, passages, vectors in _many(connection, query, ordinals):
        rows = np.frombuffer(vectors, dtype="<f4").reshape(-1, len(question))
        own = list(zip(_passages_decoder.decode(passages), np.vecdot(rows, question).tolist(), strict=True))
        of_sections = [(cosine, passage) for passage, cosine in own if passage.section != TITLE]
        if of_sections:
            yield ordinal, max(of_sections, key=lambda found: found[0])[1]


def labels(connection: sqlite3.Connection, codes: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Value and label (slug and name) of each code."""
    query = "SELECT code, value, label FROM names WHERE code IN ({})"
    return {code: (value, label) for code, value, label in _many(connection, query, codes)}


def codes(connection: sqlite3.Connection, kind: str, values: Iterable[str]) -> list[int]:
    """The codes of those names that are known."""
    query = "SELECT code FROM names WHERE kind = ? AND value = ?"
    found = (connection.execute(query, (kind, value)).fetchone() for value in values)
    return [row[0] for row in found if row]


def begun_codes(connection: sqlite3.Connection, kind: str, beginning: str) -> list[int]:
    """The codes of the names that begin so."""
    query = "SELECT code FROM names WHERE kind = ? AND value >= ? AND value < ?"
    return [code for (code,) in connection.execute(query, (kind, beginning, beginning + chr(0x10FFFF)))]


def born_between(connection: sqlite3.Connection, after: int, upto: int, dimension: int) -> Iterator[NewItem]:
    """What was born in the changes `after` < change <= `upto` and lives at `upto`, in order, for an index to follow."""
    query = """
        SELECT i.ordinal, d.document, i.date, i.meeting, i.body, i.case_number, i.outcomes, i.attachments,
            i.people, p.passages, v.vectors
        FROM items i JOIN documents d USING (ordinal) JOIN passages p USING (ordinal) JOIN vectors v USING (ordinal)
        WHERE i.born > ? AND i.born <= ? AND (i.died IS NULL OR i.died > ?) ORDER BY i.ordinal
    """
    for row in connection.execute(query, (after, upto, upto)):
        ordinal, item, date, meeting, body, case, outcomes, attachments, people, passages, vectors = row
        own = tuple(np.frombuffer(people, dtype=np.int32).tolist())
        facts = Facts(date, meeting, body, case, outcomes, bool(attachments), own)
        rows = np.frombuffer(vectors, dtype="<f4").reshape(-1, dimension)
        yield NewItem(ordinal, decode_item(item), facts, _passages_decoder.decode(passages), rows)


def died_between(connection: sqlite3.Connection, after: int, upto: int) -> list[int] | None:
    """What died in the changes `after` < change <= `upto`; None where that is no longer remembered."""
    horizon = connection.execute("SELECT value FROM meta WHERE key = 'horizon'").fetchone()
    if horizon and int(horizon[0]) > after:
        return None
    query = "SELECT ordinal FROM items WHERE died > ? AND died <= ?"
    return [ordinal for (ordinal,) in connection.execute(query, (after, upto))]


def _many(
    connection: sqlite3.Connection, query: str, values: Sequence[str] | Sequence[int]
) -> Iterator[tuple[Any, ...]]:
    """Rows of `query`, its `{}` filled with a parameter for each of `values`, some hundred at a time.

    Typed as SQLite types them: by the statement, which no checker reads.
    """
    for start in range(0, len(values), _AT_ONCE):
        part = values[start : start + _AT_ONCE]
        yield from connection.execute(query.format(", ".join("?" * len(part))), part)
