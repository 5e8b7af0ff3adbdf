"""The last meetings that questions name, where the Direktion met on three days and the council on one in between."""

import datetime as dt
from collections.abc import Sequence

import pytest

from search_api.readings.reader import Known
from search_api.readings.reading import Reading
from search_api.understanding import Understood, understand

COUNCIL, BOARD = "Byrådet", "Direktionen"
HELD = [(BOARD, "2026-09-01"), (COUNCIL, "2026-08-18"), (BOARD, "2026-08-04"), (BOARD, "2025-11-10")]


def back(theirs: Sequence[Reading], count: int) -> dt.date | None:
    bodies = [body for one in theirs for body in one.asks.bodies]
    years = [str(year) for one in theirs for year in one.asks.years]
    days = [day for body, day in HELD if (not bodies or body in bodies) and (not years or day[:4] in years)]
    return dt.date.fromisoformat(days[count - 1]) if count <= len(days) else None


def ask(question: str, *literal: str) -> Understood:
    known = Known(today=dt.date(2026, 11, 25), bodies=(BOARD, COUNCIL), back=back)
    return understand(question, known=known, literal=literal)


def since(understood: Understood) -> str | None:
    """The day from which meetings are asked for; None where they are not narrowed to so."""
    (day,) = {one.asks.date_from for one in understood.readings if one.effect == "narrows"} - {None} or {None}
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("sidste møde", "2026-09-01"),
        ("de sidste tre møder", "2026-08-04"),
        ("referatet fra det seneste møde", "2026-09-01"),
        ("hvad blev afvist på forrige møde", "2026-09-01"),
        ("de seneste 2 møder i Direktionen", "2026-08-04"),
        ("de to seneste direktionsmøder", "2026-08-04"),
        ("sidste byrådsmøde", "2026-08-18"),
        ("direktionens sidste møde i 2025", "2025-11-10"),
        ("kantinen på de seneste to direktionsmøder", "2026-08-04"),
        ("hvad besluttede vi om kantinen på sidste byrådsmøde", "2026-08-18"),
        ("parking at the last two meetings", "2026-08-18"),
    ],
)
def test_the_last_meetings_are_asked_for(question: str, first: str) -> None:
    assert since(ask(question)) == first


@pytest.mark.parametrize("question", ["sidste byrådsmøde", "de seneste to direktionsmøder", "parkering på sidste møde"])
def test_meetings_to_come_are_none_of_the_last(question: str) -> None:
    (period,) = (one for one in ask(question).readings if one.kind == "period")
    assert period.asks.date_to == dt.date(2026, 8, 18) if "byråd" in question else dt.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("næstsidste møde", "2026-08-18"),
        ("det næstsidste direktionsmøde", "2026-08-04"),
        ("hvad blev besluttet på næstsidste møde i Direktionen", "2026-08-04"),
        ("kantinen på næstsidste dir.møde", "2026-08-04"),
        ("the last but one meeting", "2026-08-18"),
    ],
)
def test_the_last_but_one_is_asked_for_by_itself(question: str, day: str) -> None:
    (period,) = (one for one in ask(question).readings if one.kind == "period")
    assert (period.effect, period.asks.date_from, period.asks.date_to) == (
        "narrows",
        *[dt.date.fromisoformat(day)] * 2,
    )


def test_the_last_meeting_of_a_body_that_has_none_here_is_no_other_s() -> None:
    understood = ask("hvad blev sagt på sidste MED-møde")
    assert since(understood) is None
    assert understood.terms == ("MED-møde",)


@pytest.mark.parametrize(
    "question",
    [
        "sidste møde om kantinen",
        "næstsidste møde om kantinen",
        "hvad blev sagt på sidste møde om kantinen",
        "de seneste tre møder om kantinen",
        "godkendelse af referat fra sidste møde",
        "opfølgning på sidste møde",
        "de seneste møder",
        "de seneste 40 møder",
    ],
)
def test_the_newest_come_first_where_they_may_be_of_a_matter_or_nobody_knows_how_many(question: str) -> None:
    understood = ask(question)
    assert since(understood) is None
    assert [one.sort for one in understood.readings if one.sort] == ["newest"]
    assert not {"møde", "møder"} & {*understood.terms}


def test_a_topic_at_the_last_meetings_of_a_body_is_looked_for_in_its_meetings_only() -> None:
    understood = ask("kantinen på de seneste to direktionsmøder")
    assert understood.terms == ("kantinen",)
    assert [one.label for one in understood.readings] == [
        "Kun de seneste 2 møder, fra 4. august 2026",
        "Kun Direktionen",
    ]


def test_the_last_meetings_are_taken_literally_where_that_is_wanted() -> None:
    understood = ask("kantinen på sidste møde", "sidste møde")
    assert (understood.readings, understood.terms) == ((), ("kantinen", "sidste", "møde"))
