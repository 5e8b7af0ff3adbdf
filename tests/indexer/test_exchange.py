"""Meetings as JSON Lines: what is missing is completed, what is given is kept."""

import datetime as dt
import json
from pathlib import Path

from indexer import exchange
from mappings.documents import Deadline, Meeting, encode


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
