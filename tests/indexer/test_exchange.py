"""Meetings as JSON Lines: what is missing is completed, what is given is kept."""

import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

from indexer import exchange
from mappings.documents import Deadline, Meeting, encode
from mappings.errors import UnreadableSource


def test_what_a_decision_names_is_read_where_it_is_not_given(tmp_path: Path) -> None:
    named = {"body": "Rådet", "date": "2021-06-28", "text": "HR fremsender svar senest den 1. juli."}
    given = {**named, "responsible": ["Lone"], "deadlines": [{"text": "snart"}]}
    item = {"number": 1, "title": "Svar", "decisions": [named, given]}
    line = json.dumps({"body": "Rådet", "date": "2021-06-28", "items": [item]}, ensure_ascii=False)
    (tmp_path / "given.jsonl").write_text(line, encoding="utf-8")
    (meeting,) = exchange.read(tmp_path / "given.jsonl")
    assert isinstance(meeting, Meeting)
    read, kept = meeting.items[0].decisions
    assert (read.responsible, read.deadlines[0].date) == (("HR",), dt.date(2021, 7, 1))
    assert (kept.responsible, kept.deadlines) == (("Lone",), (Deadline("snart"),))
    again = tmp_path / "again.jsonl"
    again.write_bytes(encode(meeting))
    assert list(exchange.read(again)) == [meeting]


@pytest.mark.parametrize("escaped", [True, False])
def test_letters_that_are_taken_apart_are_put_together(tmp_path: Path, escaped: bool) -> None:
    item = {
        "number": 1,
        "title": "Budgetma\u030al",
        "sections": [{"kind": "other", "heading": "", "text": "På a\u030a"}],
    }
    given = {"body": "Ra\u030adet", "date": "2021-06-28", "items": [item]}
    (tmp_path / "apart.jsonl").write_text(json.dumps(given, ensure_ascii=escaped), encoding="utf-8")
    (meeting,) = exchange.read(tmp_path / "apart.jsonl")
    assert isinstance(meeting, Meeting)
    assert (meeting.body, meeting.items[0].title) == ("Rådet", "Budgetmål")
    assert meeting.items[0].sections[0].text == "På å"


LINE = b'{"body": "R\\u00e5det", "date": "2021-06-28", "items": []}\n'


def test_a_small_file_that_unpacks_to_very_much_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.jsonl.gz"
    with gzip.open(bomb, "wb", compresslevel=9) as packed:
        for _ in range(80):
            packed.write(bytes(2**20))
    assert bomb.stat().st_size < 100_000
    with pytest.raises(UnreadableSource, match="unpacks to more than 64 MB"):
        list(exchange.read(bomb))
    with pytest.raises(UnreadableSource, match="unpacks to more than 1 MB"):
        list(exchange.read(bomb, most=2**20))


def test_meetings_are_counted_as_they_come_out_so_that_what_is_packed_honestly_is_read(tmp_path: Path) -> None:
    honest = tmp_path / "honest.jsonl.gz"
    honest.write_bytes(gzip.compress(LINE * 1000))
    assert len(list(exchange.read(honest, most=len(LINE) * 1000))) == 1000
    with pytest.raises(UnreadableSource, match="unpacks to more than"):
        list(exchange.read(honest, most=len(LINE) * 1000 - 1))


@pytest.mark.parametrize("line", [b"\n", b"nothing\n", b'{"body": ""}\n'])
def test_a_file_of_lines_that_are_no_meetings_is_given_up(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "other.jsonl").write_bytes(line * 50_000)
    found = exchange.read(tmp_path / "other.jsonl")
    with pytest.raises(UnreadableSource, match="line 1001: too many lines that are no meeting"):
        list(found)


def test_empty_lines_between_meetings_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "spaced.jsonl").write_bytes((LINE + b"\n") * 5_000)
    assert len(list(exchange.read(tmp_path / "spaced.jsonl"))) == 5_000


@pytest.mark.parametrize(("part", "identity"), [(".1", "raadet-2021-06-28-03.1"), ("a", "raadet-2021-06-28-03")])
def test_a_part_of_an_item_has_an_id_of_its_own(tmp_path: Path, part: str, identity: str) -> None:
    given = {"body": "Rådet", "date": "2021-06-28", "items": [{"number": 3, "part": part, "title": "Vejlys"}]}
    (tmp_path / "part.jsonl").write_text(json.dumps(given), encoding="utf-8")
    (meeting,) = exchange.read(tmp_path / "part.jsonl")
    assert isinstance(meeting, Meeting)
    assert (meeting.items[0].id, meeting.items[0].printed) == (identity, f"3{part}")


def test_what_no_agenda_prints_behind_a_number_is_refused(tmp_path: Path) -> None:
    given = {"body": "Rådet", "date": "2021-06-28", "items": [{"number": 3, "part": "<b>", "title": "Vejlys"}]}
    (tmp_path / "part.jsonl").write_text(json.dumps(given), encoding="utf-8")
    (error,) = exchange.read(tmp_path / "part.jsonl")
    assert isinstance(error, UnreadableSource)
    assert "item part '<b>'" in str(error)
