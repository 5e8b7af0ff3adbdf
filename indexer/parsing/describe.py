"""A reading for a reader: the meeting as lines of Danish text, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.parsing.reading import Reading
from mappings import named
from mappings.dates import danish_date
from mappings.documents import Decision, Item, Meeting, Participant, Section
from mappings.labels import OUTCOME_LABELS, ROLE_LABELS, SECTION_LABELS


def describe(reading: Reading) -> str:
    """The meeting, its items and the remarks, one fact a line."""
    meeting = reading.meeting
    lines = [*_meeting(meeting)]
    for item in meeting.items:
        lines += ["", *_item(item)]
    if reading.remarks:
        lines += ["", "Bemærkninger"]
        lines += [
            f"  linje {remark.line}: {remark.text}" if remark.line else f"  {remark.text}" for remark in reading.remarks
        ]
    return "\n".join(lines)


def _meeting(meeting: Meeting) -> Iterator[str]:
    time = f" kl. {meeting.start_time.replace(':', '.')}" if meeting.start_time else ""
    yield f"{meeting.body}, {danish_date(meeting.date)}{time}"
    if meeting.place:
        yield f"Sted: {meeting.place}"
    for role, label in ROLE_LABELS.items():
        names = [_told(person) for person in meeting.participants if person.role == role]
        if names:
            yield f"{label}: {', '.join(names)}"
    yield f"Kilde: {meeting.source} ({len(meeting.items)} punkter)"


def _told(person: Participant) -> str:
    beside = ", ".join(filter(None, (person.title, person.initials)))
    return f"{person.name} ({beside})" if beside else person.name


def _item(item: Item) -> Iterator[str]:
    facts = [f"sag {item.case_number}"] if item.case_number else []
    facts += [f"side {item.page}"] if item.page else []
    yield f"Punkt {item.printed}: {item.title}" + (f" ({', '.join(facts)})" if facts else "")
    if item.closed:
        yield "  Lukket punkt"
    for section in item.sections:
        yield f"  {_heading(section)}: {_words(section.text)}"
    for decision in item.decisions:
        yield f"  {_decision(decision)}"
        yield from (f"    {fact}" for fact in named.lines(decision.deadlines, decision.responsible, decision.amounts))
    for name in item.attachments:
        yield f"  Bilag: {name}"
    if item.people:
        yield f"  Personer: {', '.join(item.people)}"


def _heading(section: Section) -> str:
    heading = section.heading.rstrip(" :") or "Uden overskrift"
    label = SECTION_LABELS[section.kind]
    return heading if heading.startswith(label) or section.kind == "other" else f"{heading} [{label}]"


def _decision(decision: Decision) -> str:
    outcomes = ", ".join(OUTCOME_LABELS[outcome] for outcome in decision.outcomes)
    return f"Besluttet af {decision.body} {danish_date(decision.date)}: {outcomes}"


def _words(text: str) -> str:
    count = len(text.split())
    return "1 ord" if count == 1 else f"{count} ord"
