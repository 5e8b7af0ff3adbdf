"""One agenda item from its lines: title, case number, sections, decisions, attachments, people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from indexer.parsing import attachments, bodies, case_numbers, decided, openness, people, sections
from indexer.parsing.headings import Heading
from indexer.parsing.layout import layout
from indexer.parsing.lines import COLUMN, Line
from indexer.parsing.opening import Opening
from indexer.parsing.prose import text
from indexer.parsing.reading import Remark
from indexer.parsing.sections import Part
from mappings.documents import Decision, Item, Meeting, Section

_FIRST_LINES = 4  # below an item's facts, among which a sentence may tell that it is closed


@dataclass(slots=True)
class ItemReading:
    """An item, the number of its first line, the places of its lines as (line number, place), and its remarks."""

    item: Item
    line: int
    places: list[tuple[int, str]]
    remarks: list[Remark]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an item's lines are read by: its meeting, the format, and the words that every page repeats at its head.

    `formal` says whether the document heads its decisions *Beslutning*, `guests` who came for which item.
    """

    meeting: Meeting
    markdown: bool
    running: frozenset[str]
    formal: bool
    guests: Mapping[int, Sequence[str]]


@dataclass(slots=True)
class _Found:
    """What the sections of an item are read into."""

    sections: list[Section] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)


def read(
    heading: Sequence[Line],
    lines: Sequence[Line],
    opening: Opening,
    around: Surroundings,
    left: Sequence[Line],
) -> ItemReading:
    """The item of a heading and the lines below it; `left` are lines from before the first item that it has to keep."""
    name = f"item {opening.printed}:"
    places = [(line.number, f"{name}title") for line in heading]
    remarks: list[Remark] = []
    title, behind = case_numbers.title_and_case(opening.title)
    case, closed, rest = _facts(lines, opening.closed, name, around, places)
    found = _Found()
    if left:
        _keep(left, found, name, places, around.markdown)
        remarks.append(Remark(left[0].number, "Linjer før første punkt kunne ikke placeres; de står i punktet."))
    words = [line for line in rest if not _furniture(line, around, places)]
    case, words = (case, words) if case else _case_below(words, name, places)
    divided = sections.parts(words, formal=around.formal)
    for part, below in zip_longest(divided, divided[1:]):
        if part.heading is None:
            remarks.append(Remark(words[part.begin].number, f"Tekst uden overskrift i punkt {opening.printed}."))
        section = _read(part, words, found, name, places, around.markdown)
        if part.heading and section.kind == "decision" and not sections.only_announces(part, below):
            found.decisions += _decisions(part.heading, section, around.meeting)
    closed = closed or any(
        one.kind == "decision" and openness.is_closed(one.text.partition("\n")[0]) for one in found.sections
    )
    if not title:
        remarks.append(Remark(heading[0].number, f"Punkt {opening.printed} har ingen titel."))
    item = Item(
        number=opening.number,
        part=opening.part,
        title=title or f"Punkt {opening.printed}",  # which every page has for a link
        case_number=case or behind,
        closed=closed,
        sections=tuple(found.sections),
        decisions=tuple(found.decisions),
        attachments=tuple(found.attachments),
    )
    guests = around.guests.get(opening.number, ())
    names = () if closed else tuple(dict.fromkeys((*people.named(item, around.meeting.participants), *guests)))
    return ItemReading(replace(item, people=names), heading[0].number, places, remarks)


def _facts(
    lines: Sequence[Line], closed: bool, name: str, around: Surroundings, places: list[tuple[int, str]]
) -> tuple[str | None, bool, list[Line]]:
    """Case number and closedness, from the lines directly under the title; and the lines that are neither."""
    case: str | None = None
    kept: list[Line] = []
    for index, line in enumerate(lines):
        number = case_numbers.case_number(line) if case is None else None
        if number:
            case, closed = number, closed or openness.tells_closed(line)
            places.append((line.number, f"{name}case"))
        elif openness.says_closed(line) or openness.is_mark(line):
            closed = closed or openness.is_closed(line.text)
            places.append((line.number, f"{name}closed"))
        elif case is None and case_numbers.is_fact(line):
            kept.append(line)
        elif not _furniture(line, around, places):
            return case, closed or _tell_closed(lines[index:]), [*kept, *lines[index:]]
    return case, closed, kept


def _case_below(lines: list[Line], name: str, places: list[tuple[int, str]]) -> tuple[str | None, list[Line]]:
    """The case number that stands by its label in a paragraph of its own, the only one there; and the other lines."""
    alone = (line for line in lines if line.before and line.after and line.heading_like)
    told = [(line, found["labelled"]) for line in alone if (found := layout().case.fullmatch(line.text))]
    if len(told) != 1 or not told[0][1]:
        return None, lines
    own, case = told[0]
    places.append((own.number, f"{name}case"))
    return str(case), [line for line in lines if line is not own]


def _tell_closed(lines: Sequence[Line]) -> bool:
    """Whether lines below an item's facts tell that it is closed; *Lukket møde* at its end is of what comes below."""
    return (
        any(map(openness.tells_closed, lines[:_FIRST_LINES]))
        or any(map(openness.closes_anywhere, lines[:-1]))
        or any(map(openness.goes_on, lines))
    )


def _furniture(line: Line, around: Surroundings, places: list[tuple[int, str]]) -> bool:
    """Whether a line holds nothing of the item; then it has got its place."""
    repeated = line.before and line.rank > COLUMN and line.text in around.running
    kind = line.furniture or ("page" if repeated else "")
    if kind:
        places.append((line.number, f"furniture:{kind}"))
    return bool(kind)


def _keep(left: Sequence[Line], found: _Found, name: str, places: list[tuple[int, str]], markdown: bool) -> None:
    found.sections.append(Section("other", "", text(left, markdown=markdown)))
    places.extend((line.number, f"{name}section 1") for line in left)


def _read(
    part: Part,
    words: Sequence[Line],
    found: _Found,
    name: str,
    places: list[tuple[int, str]],
    markdown: bool,
) -> Section:
    """Read one section, and the attachments that it lists."""
    heading, lines = part.heading, list(words[part.begin : part.end])
    place = f"{name}section {len(found.sections) + 1}"
    places.extend((line.number, place) for line in lines)
    if heading:
        own = words[heading.first : heading.last + 1]
        places.extend((line.number, place if heading.rest else f"{place} heading") for line in own)
        if heading.rest:
            lines.insert(0, sections.with_rest(heading, own[-1]))
    kind = heading.kind if heading else "other"
    lines = attachments.parted(lines) if kind == "attachments" else lines
    section = Section(kind, heading.words if heading else "", text(lines, markdown=markdown))
    found.sections.append(section)
    if kind == "attachments":
        found.attachments.extend(attachments.names(lines))
    return section


def _decisions(heading: Heading, section: Section, meeting: Meeting) -> list[Decision]:
    """What was decided, by the body and on the day that the heading names, else those of the meeting."""
    body, date = bodies.named(heading.body or ""), heading.date or meeting.date
    body = body if body and body != bodies.named(meeting.body) else meeting.body
    return decided.decisions(section.text, body, date)
