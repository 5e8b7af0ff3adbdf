"""The real minutes, held against what a person read in them, and the example minutes, of which no word may be lost."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indexer import sources
from indexer.parsing import Reading, parse
from indexer.sources import Document
from tests.indexer.parsing.writing import assert_nothing_lost, words, words_of

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
REAL = ROOT.parent / "shared" / "minutes"
EXPECTED = sorted((HERE / "expected").glob("*.json"))
FILES = [
    *(sorted(REAL.glob("*")) or [pytest.param(REAL, marks=pytest.mark.skip("no real minutes beside the checkout"))]),
    *sorted((ROOT / "examples" / "minutes").glob("*.*")),
]
_HEADING = re.compile(r"[#*\s]*Punkt (\d+): ")


def _name(path: Path) -> str:
    return path.name


@pytest.fixture(params=FILES, ids=_name, scope="module")
def source(request: pytest.FixtureRequest) -> Document:
    return sources.read(request.param)


def test_every_line_has_one_place_and_every_word_is_kept(source: Document) -> None:
    assert_nothing_lost(source, parse(source))


def test_the_words_of_the_items_are_the_words_of_the_source(source: Document) -> None:
    """Without asking the parser where anything is: all that stands from the first item on is in the items."""
    first = next(number for number, line in enumerate(source.lines) if _HEADING.match(line) and "..." not in line)
    printed = Counter(words("\n".join(line for line in source.lines[first:])))
    items = parse(source).meeting.items
    for item in items:
        printed -= Counter(["Punkt", str(item.number)])
    assert sum(map(words_of, items), Counter()) == printed


def test_the_front_names_nobody_that_the_source_does_not(source: Document) -> None:
    meeting = parse(source).meeting
    front = " ".join(" ".join(source.lines).split("Punkt 1:")[0].split())
    assert all(person.name in front for person in meeting.participants)
    assert len(meeting.participants) >= 4
    assert meeting.place
    assert meeting.place in front


def test_the_same_source_gives_the_same_meeting(source: Document) -> None:
    assert parse(source) == parse(source)


def test_ids_are_those_of_the_body_the_date_and_the_number(source: Document) -> None:
    meeting = parse(source).meeting
    assert meeting.id == Path(source.name).stem
    assert [item.id for item in meeting.items] == [f"{meeting.id}-{item.number:02d}" for item in meeting.items]


@pytest.fixture(params=EXPECTED, ids=_name, scope="module")
def read_by_hand(request: pytest.FixtureRequest, real: Path) -> tuple[dict[str, Any], Document, Reading]:
    expected = json.loads(request.param.read_text(encoding="utf-8"))
    document = sources.read(next(real.glob(f"{request.param.stem}.*")))
    return expected, document, parse(document)


def _lines(document: Document, ranges: list[list[int]]) -> list[str]:
    """The words of line ranges, table rules left out."""
    found = (document.lines[number - 1] for first, last in ranges for number in range(first, last + 1))
    return words("\n".join(found))


def _pairs(read: tuple[dict[str, Any], Document, Reading]) -> Iterator[tuple[dict[str, Any], Any, Document]]:
    expected, document, reading = read
    assert len(expected["items"]) == len(reading.meeting.items)
    for own, item in zip(expected["items"], reading.meeting.items, strict=True):
        yield own, item, document


def test_the_meeting_is_what_a_person_reads(read_by_hand: tuple[dict[str, Any], Document, Reading]) -> None:
    expected, _, reading = read_by_hand
    meeting = reading.meeting
    for key in ("id", "body", "start_time", "place", "language"):
        assert getattr(meeting, key) == expected[key]
    assert meeting.date.isoformat() == expected["date"]
    found = [{"name": person.name, "role": person.role} for person in meeting.participants]
    assert found == expected["participants"]


def test_the_items_are_what_a_person_reads(read_by_hand: tuple[dict[str, Any], Document, Reading]) -> None:
    for own, item, _ in _pairs(read_by_hand):
        for key in ("number", "title", "case_number", "closed", "page"):
            assert getattr(item, key) == own[key]
        assert list(item.attachments) == own["attachments"]


def test_the_sections_are_what_a_person_reads(read_by_hand: tuple[dict[str, Any], Document, Reading]) -> None:
    for own, item, document in _pairs(read_by_hand):
        printed = [(one["kind"], one["heading"], _lines(document, one["text_lines"])) for one in own["sections"]]
        assert [(section.kind, section.heading, words(section.text)) for section in item.sections] == printed


def test_the_decisions_are_what_a_person_reads(read_by_hand: tuple[dict[str, Any], Document, Reading]) -> None:
    for own, item, document in _pairs(read_by_hand):
        printed = [(one["body"], one["date"], _lines(document, one["text_lines"])) for one in own["decisions"]]
        assert [(one.body, one.date.isoformat(), words(one.text)) for one in item.decisions] == printed


def test_the_outcomes_are_what_a_person_reads(read_by_hand: tuple[dict[str, Any], Document, Reading]) -> None:
    for own, item, _ in _pairs(read_by_hand):
        assert [list(one.outcomes) for one in item.decisions] == [one["outcomes"] for one in own["decisions"]]


def test_deadlines_responsible_and_amounts_are_what_a_person_reads(
    read_by_hand: tuple[dict[str, Any], Document, Reading],
) -> None:
    for own, item, _ in _pairs(read_by_hand):
        for one, expected in zip(item.decisions, own["decisions"], strict=True):
            assert [deadline.text for deadline in one.deadlines] == expected["deadlines"]
            assert list(one.responsible) == expected["responsible"]
            assert [amount.text for amount in one.amounts] == expected["amounts"]


def test_the_places_are_those_a_person_gives(read_by_hand: tuple[dict[str, Any], Document, Reading]) -> None:
    """Each line of the source: front, or the item and part of it that it stands in."""
    expected, _, reading = read_by_hand
    wanted: dict[int, str] = {}
    for first, last in expected["furniture"]:
        wanted.update(dict.fromkeys(range(first, last + 1), "front"))
    for item in expected["items"]:
        name = f"item {item['number']}:"
        wanted.update(dict.fromkeys(range(item["heading_lines"][0], item["heading_lines"][1] + 1), f"{name}title"))
        wanted[item["case_line"]] = f"{name}case"
        for number, section in enumerate(item["sections"], 1):
            wanted[section["heading_line"]] = f"{name}section {number} heading"
            for first, last in section["text_lines"]:
                wanted.update(dict.fromkeys(range(first, last + 1), f"{name}section {number}"))
    found = {placed.line: placed.place for placed in reading.placements}
    shown = {line: "front" if place.startswith(("meeting:", "furniture:")) else place for line, place in found.items()}
    assert shown == {line: wanted[line] for line in found}
