"""What came of a decision, told only where it is certain."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from engines.found import Found
from mappings.documents import Decision, Item, Meeting, Outcome
from search_api.timeline import mentioned, timeline


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


def test_what_two_later_meetings_print_of_an_earlier_one_stands_once() -> None:
    earlier = Decision("Kulturudvalget", dt.date(2020, 12, 1), "Anbefales.", ("recommended",))
    printed = [found(date, "Kantinen") for date in ("2021-01-05", "2021-03-02")]
    both = [
        Found(dataclasses.replace(one.item, decisions=(*one.item.decisions, earlier)), one.meeting) for one in printed
    ]
    assert [(entry.body, entry.decision) for entry in timeline(both)] == [
        ("Kulturudvalget", "Anbefales."),
        ("Direktionen", "Godkendt."),
        ("Direktionen", "Godkendt."),
    ]


def test_items_of_one_meeting_are_no_sequels_of_each_other() -> None:
    both = found("2021-01-05", "Kantinen"), found("2021-01-05", "Kantinens inventar", number=2)
    assert sequels(*both) == [None, None]


def test_the_next_of_a_series_is_no_sequel() -> None:
    quarters = found("2021-01-05", "Sygefravær 3. kvartal 2020"), found("2021-04-06", "Sygefravær 4. kvartal 2020")
    assert sequels(*quarters) == [None, None]


@pytest.mark.parametrize(
    "title", ["Regnskab 2019", "Budgetopfølgning pr. 31. marts 2020", "Anlægsbevilling til cykelsti, 2. etape"]
)
def test_the_same_title_in_one_case_is_the_same_matter_though_it_names_a_time(title: str) -> None:
    postponed = found("2020-02-04", title, "Udsat.", "postponed")
    told = timeline([postponed, found("2020-03-10", title, "Anbefales.", "recommended"), found("2020-03-24", title)])
    assert [entry.then.text if entry.then else None for entry in told] == [
        "genoptaget i Direktionen 10. marts 2020: anbefalet",
        "behandlet igen i Direktionen 24. marts 2020: godkendt",
        None,
    ]


def test_a_matter_is_followed_past_the_next_of_its_series() -> None:
    told = sequels(
        found("2021-01-05", "Sygefravær 3. kvartal 2020", "Udsat.", "postponed"),
        found("2021-02-02", "Sygefravær 4. kvartal 2020"),
        found("2021-03-02", "Sygefravær 3. kvartal 2020"),
    )
    assert told == ["direktionen-2021-03-02-01", None, None]


def test_what_an_item_prints_of_an_earlier_body_is_followed_by_its_own_decision() -> None:
    later = found("2018-02-06", "Tidsplan for budget 2019-2022")
    internal = Decision("Direktionen internt", dt.date(2018, 1, 30), "Udsat.", ("postponed",))
    item = dataclasses.replace(later.item, decisions=(*later.item.decisions, internal))
    assert sequels(Found(item, later.meeting)) == ["direktionen-2018-02-06-01", None]


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


def test_what_goes_on_with_a_matter_came_of_it_rather_than_what_speaks_of_it() -> None:
    """The policy for relatives names the strategy in February, the strategy itself comes back in May."""
    draft = found("2022-01-26", "Demensstrategi - udkast", "Sendes i høring.")
    relatives, final = found("2022-02-09", "Pårørendepolitik"), found("2022-05-11", "Demensstrategi - godkendelse")
    for by, came in (([relatives, final], final), ([relatives], relatives)):
        (entry,) = mentioned(timeline([draft]), draft, by)
        assert entry.then is not None
        assert entry.then.id == came.item.id
