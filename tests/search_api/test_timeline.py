"""What came of a decision, told only where it is certain."""

from __future__ import annotations

import datetime as dt

from engines.base import Found
from mappings.documents import Decision, Item, Meeting, Outcome
from search_api.timeline import timeline


def found(date: str, title: str, text: str = "Godkendt.", outcome: Outcome = "approved", number: int = 1) -> Found:
    day = dt.date.fromisoformat(date)
    item = Item(
        id=f"direktionen-{date}-{number:02d}",
        number=number,
        title=title,
        case_number="21/1",
        decisions=(Decision("Direktionen", day, text, (outcome,)),) if text else (),
    )
    return Found(item, Meeting(id=f"direktionen-{date}", body="Direktionen", date=day))


def sequels(*items: Found) -> list[str | None]:
    return [entry.then.id if entry.then else None for entry in timeline(items)]


def test_the_next_decision_is_what_came_of_it() -> None:
    told = timeline([found("2021-03-02", "Kantinen"), found("2021-01-05", "Kantinen", "Udsat.", "postponed")])
    assert told[0].then is not None
    assert told[0].then.text == "genoptaget i Direktionen 2. marts 2021: godkendt"
    assert told[1].then is None


def test_items_of_one_meeting_are_no_sequels_of_each_other() -> None:
    both = found("2021-01-05", "Kantinen"), found("2021-01-05", "Kantinens inventar", number=2)
    assert sequels(*both) == [None, None]


def test_the_next_of_a_series_is_no_sequel() -> None:
    quarters = found("2021-01-05", "Sygefravær 3. kvartal 2020"), found("2021-04-06", "Sygefravær 4. kvartal 2020")
    assert sequels(*quarters) == [None, None]


def test_an_item_without_a_decision_is_there_and_no_sequel() -> None:
    told = timeline([found("2021-01-05", "Kantinen", "Udsat.", "postponed"), found("2021-02-02", "Kantinen", "")])
    assert [(entry.decision, entry.then) for entry in told] == [("Udsat.", None), (None, None)]


def test_under_the_meetings_own_number_only_the_same_matter_follows() -> None:
    told = sequels(
        found("2021-01-05", "Program 05-01-2021"),
        found("2021-01-05", "Den bærende fortælling", number=2),
        found("2021-02-02", "Kantinens priser"),
        found("2021-03-02", "Opfølgning på den bærende fortælling"),
        found("2021-03-02", "Øvrige sager", number=2),
    )
    assert told == [None, "direktionen-2021-03-02-01", None, None, None]


def test_a_decision_printed_again_stands_once_where_it_was_made() -> None:
    own = found("2021-01-05", "Kantinen", "Anbefales.", "recommended")
    later = found("2021-02-02", "Kantinen", "Godkendt.")
    again = Item(
        id=later.item.id,
        number=1,
        title="Kantinen",
        case_number="21/1",
        decisions=(*later.item.decisions, Decision("Direktionen", own.meeting.date, "Anbefales", ("recommended",))),
    )
    assert [(entry.id, entry.date.isoformat()) for entry in timeline([own, Found(again, later.meeting)])] == [
        ("direktionen-2021-01-05-01", "2021-01-05"),
        ("direktionen-2021-02-02-01", "2021-02-02"),
    ]
