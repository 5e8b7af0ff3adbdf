"""The minutes of one meeting, from its document: the front, the items and their sections put together.

Every non-blank line is given its place once, by the part of the document that holds it: the parts divide the lines
between them, and `_placed` refuses a line that is left out or held twice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from indexer.parsing import (
    agenda,
    answered,
    attendance,
    besides,
    bodies,
    case_above,
    columns,
    contents,
    front,
    front_matter,
    gathered,
    groups,
    informal,
    items,
    label_above,
    laid_out,
    language,
    letterspaced,
    number_above,
    openness,
    quoted,
    rows,
    running,
    tables,
    told_closed,
    torn,
    unnumbered,
    unseen,
)
from indexer.parsing.front_facts import Front
from indexer.parsing.headings import heading_at
from indexer.parsing.items import ItemReading, Surroundings
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line
from indexer.parsing.lines import lines as lines_of
from indexer.parsing.opening import FAINT, Opening
from indexer.parsing.reading import Placed, Reading, Remark
from indexer.sources import Document
from mappings.documents import Item, Meeting
from mappings.errors import NotMinutes
from mappings.naming import free_id, item_id, meeting_id, slug

_NAMED = re.compile(r"(?P<body>[^\W\d_][\w -]*?)[-_ ]+(?P<date>\d{4}-\d{2}-\d{2})")
_Value = TypeVar("_Value", str, dt.date)
_PAGE = 30  # lines of a page or so
_RUNNING = ("meeting:title", "furniture:letterhead")  # what a page may repeat at its head


def parse(document: Document) -> Reading:
    """The meeting of a document, with the place of every line; raises `NotMinutes` with the reason in one line."""
    document = unseen.without(quoted.bare(document))
    document = label_above.joined(torn.joined(tables.unified(front_matter.told(letterspaced.joined(document)))))
    table_of_items, laid_rows = _unfolded(document)
    if all(opening.closed for opening in table_of_items.openings):  # what is closed shows among much that is open
        table_of_items, laid_rows = _unfolded(columns.headed(document))
    if not table_of_items.openings:
        table_of_items, laid_rows = _unfolded(number_above.joined(document))
    lines, openings = table_of_items.lines, table_of_items.openings
    if not openings:
        raise NotMinutes(f'{document.name}: no agenda items were found ("Punkt 1: …"), so this is not minutes.')
    signs = told_closed.signs(lines)
    head, foot = lines[: openings[0].first], lines[openings[-1].first :]
    openings = told_closed.closed(contents.titled(openings, head, foot, signs), lines)
    below = unnumbered.after(openings[-1], lines, closed=openings[-1].closed or openness.any_closes(foot[1:]))
    openings += told_closed.closed(contents.titled(below, head, foot, signs), lines)
    openings += besides.at_foot(openings, lines)
    lines = groups.without(lines, openings)
    head = lines[: openings[0].first]
    table = contents.read(head, openings, signs)
    facts = front.read(head, table.lines)
    facts.minutes = facts.minutes or table_of_items.told
    if not (facts.participants or openings[-1].closed):
        facts.participants = front.read(_ended(lines[openings[-1].last + 1 :]), frozenset()).participants
    if len(openings) == 1 and openings[0].closed and len(facts.left) > _PAGE:
        raise NotMinutes(
            f"{document.name}: only a closed item was found, below {len(facts.left)} lines that are of none."
        )
    hidden = _hidden(facts, openings)
    body, date, remarks = _body_and_date(document, facts, lines, openings)
    meeting = Meeting(
        body=body,
        date=date,
        id=meeting_id(body, date),
        start_time=facts.start_time,
        place=facts.place,
        participants=tuple(one for one in facts.participants if one.name not in hidden),
        source=document.name,
        sha256=document.sha256,
    )
    readings = _items(document, lines, openings, meeting, facts)
    if facts.agenda and not facts.minutes and not any(reading.item.decisions for reading in readings):
        raise NotMinutes(f"{document.name}: is an agenda without decisions; index the minutes of the meeting instead.")
    found, more = _numbered(readings, meeting.id)
    found, pages = _paged(found, readings, table)
    meeting = replace(meeting, items=found, language=language.of(found))
    told = (remark for remark in facts.remarks if not any(name in remark.text for name in hidden))
    remarks = [*told, *remarks, *more, *pages, *(remark for one in readings for remark in one.remarks)]
    placements = _placed(lines, facts, table, readings, table_of_items.rows | laid_rows)
    return Reading(meeting, placements, tuple(sorted(remarks, key=lambda remark: remark.line)))


def _unfolded(document: Document) -> tuple[rows.Unfolded, frozenset[int]]:
    """The lines and items of a document with its tables unfolded, and the numbers of the lines that laid items out."""
    lines = case_above.below(running.without(lines_of(document), document.lines))
    lines, decisions = gathered.below_items(lines)
    lines, answers = answered.unfolded(lines)
    lines, laid_rows = laid_out.unfolded(lines, markdown=document.markdown)
    return rows.unfolded(lines, agenda.openings(lines), document), laid_rows | answers | decisions


def _ended(foot: Sequence[Line]) -> Sequence[Line]:
    """The lines below the one that ends the meeting, where some tell who was there: *Mødet sluttede kl. 10*."""
    ends = [
        at for at, line in enumerate(foot) if line.text.startswith("Mødet") and layout().closing.fullmatch(line.text)
    ]
    return foot[ends[-1] + 1 :] if ends else ()


def _body_and_date(
    document: Document, facts: Front, lines: Sequence[Line], openings: Sequence[Opening]
) -> tuple[str, dt.date, list[Remark]]:
    """Who met and when: as the front says, else as the decisions' headings and the file's name say, with a remark."""
    heads = [found for index in range(len(lines)) if (found := heading_at(lines, index)) and found.kind == "decision"]
    faint = all(opening.strength == FAINT for opening in openings)  # which the chapters of a paper look like as well
    titled = facts.minutes or (not faint and (facts.agenda or facts.labelled))
    titled = titled or _is_of_a_meeting(facts, openings, decided=bool(heads))
    if facts.body and facts.date and titled:
        return facts.body, facts.date, []
    if not (titled or any(head.date for head in heads)):
        raise NotMinutes(f"{document.name}: no title, date of a meeting or decision says that this is minutes.")
    named = _NAMED.search(document.name)
    remarks: list[Remark] = []
    body = facts.body
    if body is None:
        body = _commonest(head.body for head in heads) or (named["body"].capitalize() if named else None)
        remarks.append(Remark(0, f"Udvalget står ikke i titlen; læst som {body}."))
    date = facts.date
    if date is None:
        date = _commonest(sorted((head.date for head in heads if head.date), reverse=True)) or (
            _iso(named["date"]) if named else None
        )
        remarks.append(Remark(0, f"Mødedatoen står ikke i mødets egne linjer; læst som {date}."))
    if body is None or not slug(body):
        raise NotMinutes(f'{document.name}: the body that met is not named; write a title such as "REFERAT Byrådet".')
    if date is None:
        raise NotMinutes(f'{document.name}: the date of the meeting was not found; write a line "Mødedato …".')
    return body, date, remarks


def _is_of_a_meeting(facts: Front, openings: Sequence[Opening], *, decided: bool) -> bool:
    """Whether a document without a word for minutes tells of a body's meeting on a day, as no letter would."""
    ends = any(unnumbered.is_named(opening.title) for opening in openings)
    told = decided or ends or facts.participants or facts.start_time or facts.place
    return bool(told and facts.date and facts.body and bodies.is_one(facts.body))


def _commonest(values: Iterable[_Value | None]) -> _Value | None:
    found = Counter(value for value in values if value is not None)
    return found.most_common(1)[0][0] if found else None


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _items(
    document: Document, lines: Sequence[Line], openings: Sequence[Opening], meeting: Meeting, facts: Front
) -> list[ItemReading]:
    """The items in order; what the front left over goes to the first open one."""
    ends = [opening.first for opening in openings[1:]] + [len(lines)]
    host = next((at for at, opening in enumerate(openings) if not opening.closed), 0)
    left = [lines[index] for index in facts.left]
    repeated = (lines[at].text for at, place in facts.places.items() if place in _RUNNING)
    formal = (facts.agenda and not facts.minutes) or informal.has_formal(lines)
    around = Surroundings(meeting, document.markdown, frozenset(repeated), formal, _guests(facts))
    return [
        items.read(
            lines[opening.first : opening.last + 1],
            lines[opening.last + 1 : end],
            opening,
            around,
            left if at == host else [],
        )
        for at, (opening, end) in enumerate(zip(openings, ends, strict=True))
    ]


def _guests(facts: Front) -> dict[int, list[str]]:
    """Who is listed as there for an item, by its number: *HR-chef Mette Winther deltog under punkt 3*."""
    guests: dict[int, list[str]] = {}
    for name, numbers in facts.there_for.items():
        for number in numbers:
            guests.setdefault(number, []).append(name)
    return guests


def _hidden(facts: Front, openings: Sequence[Opening]) -> set[str]:
    """The names of those who were there for closed items alone: that they were tells of these."""
    shut = {attendance.SHUT, *(opening.number for opening in openings if opening.closed)}
    return {name for name, numbers in facts.there_for.items() if numbers and shut.issuperset(numbers)}


def _numbered(readings: Sequence[ItemReading], meeting: str) -> tuple[tuple[Item, ...], list[Remark]]:
    """The items with their ids; of two with one number the second is told apart by a letter, with a remark."""
    taken: set[str] = set()
    printed: set[str] = set()
    found: list[Item] = []
    remarks: list[Remark] = []
    for reading in readings:
        item = reading.item
        given = free_id(item_id(meeting, item.number, item.part), taken)
        if item.printed in printed:
            remarks.append(Remark(reading.line, f"Punkt {item.printed} findes flere gange; dette er {given}."))
        taken.add(given)
        printed.add(item.printed)
        found.append(replace(item, id=given))
    return tuple(found), remarks


def _paged(
    found: Sequence[Item], readings: Sequence[ItemReading], table: contents.Contents
) -> tuple[tuple[Item, ...], list[Remark]]:
    """The items with their first pages from the table of contents, and what does not agree between the two.

    No title is told of an entry without an item: that may be a closed one's.
    """
    if not table.entries:
        return tuple(found), []
    given = contents.aligned(table.entries, [item.title for item in found])
    remarks = [
        Remark(reading.line, f"Punkt {item.printed} står ikke i indholdsfortegnelsen.")
        for item, reading, entry in zip(found, readings, given, strict=True)
        if entry is None
    ]
    used = {id(entry) for entry in given}
    remarks += [
        Remark(entry.line, "Indholdsfortegnelsen nævner et punkt, der ikke findes.")
        for entry in table.entries
        if id(entry) not in used
    ]
    pages = (replace(item, page=entry.page) if entry else item for item, entry in zip(found, given, strict=True))
    return tuple(pages), remarks


def _placed(
    lines: Sequence[Line],
    facts: Front,
    table: contents.Contents,
    readings: Sequence[ItemReading],
    unfolded: frozenset[int],
) -> tuple[Placed, ...]:
    """The place of every line, each exactly once; of a row that was `unfolded`, the item that has all of it."""
    places: dict[int, str] = {}
    held = [(lines[index].number, place) for index, place in facts.places.items()]
    held += [(lines[index].number, "furniture:contents") for index in table.lines]
    held += [placed for reading in readings for placed in reading.places]
    for number, own in held:
        place = f"{own.partition(':')[0]}:row" if number in unfolded else own
        if number in places and not (number in unfolded and places[number] == place):
            raise AssertionError(f"line {number} is placed twice: {places[number]}, {place}")
        places[number] = place
    missing = [line.number for line in lines if line.number not in places]
    if missing:
        raise AssertionError(f"lines {missing} are placed nowhere")
    return tuple(Placed(number, places[number]) for number in sorted(places))
