"""Items asked for by their number, where the Direktion met on three days and on each had items 1 to 4, and a 3a."""

import datetime as dt
from collections.abc import Sequence

import pytest

from search_api.readings.reader import Known
from search_api.readings.reading import Reading
from search_api.understanding import Understood, understand

DAYS = ("2021-06-28", "2022-01-10", "2022-03-07")


def numbered(theirs: Sequence[Reading], number: str) -> tuple[str, ...]:
    asked = [one.asks for one in theirs if one.effect == "narrows"]
    held = [dt.date.fromisoformat(day) for day in DAYS]
    for one in asked:
        held = [day for day in held if (one.date_from or day) <= day <= (one.date_to or day)]
        held = [day for day in held if not one.years or day.year in one.years]
    return tuple(f"{day}/{number}" for day in held if len(held) == 1 and number in ("1", "2", "3", "3a", "3.1", "4"))


def ask(question: str) -> Understood:
    last = dt.date.fromisoformat(DAYS[-1])
    known = Known(
        today=dt.date(2022, 4, 1), bodies=("Direktionen",), back=lambda theirs, count: last, numbered=numbered
    )
    return understand(question, known=known)


def found(understood: Understood) -> list[str]:
    return [item for one in understood.readings if one.kind == "number" for item in one.items]


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("punkt 4 på mødet den 28. juni 2021", "2021-06-28/4"),
        ("hvad blev der besluttet under punkt 4 på direktionens møde 28. juni 2021?", "2021-06-28/4"),
        ("direktionsmødet 28-06-2021, pkt. 3a", "2021-06-28/3a"),
        ("28. juni 2021: punkt 3.1", "2021-06-28/3.1"),
        ("dagsordenspunkt 2 i juni 2021", "2021-06-28/2"),
        ("item 2 at the meeting on 28 June 2021", "2021-06-28/2"),
        ("referat af punkt 2 fra sidste direktionsmøde", "2022-03-07/2"),
        ("sidste møde i direktionen, pkt. nr. 2", "2022-03-07/2"),
        ("pkt. 2 sidste møde", "2022-03-07/2"),
    ],
)
def test_an_item_is_found_by_its_number_and_its_meeting(question: str, item: str) -> None:
    understood = ask(question)
    assert found(understood) == [item]
    assert not understood.words.stems
    assert not understood.empty


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("punkt 3a og 4 på mødet den 28. juni 2021", ["3a", "4"]),
        ("punkterne 1, 2 og 3.1 den 28. juni 2021", ["1", "2", "3.1"]),
        ("items 2 and 3 at the meeting on 28 June 2021", ["2", "3"]),
        ("punkt 2 og 40 den 28. juni 2021", ["2"]),  # there was no 40
    ],
)
def test_several_items_are_found_by_their_numbers(question: str, numbers: list[str]) -> None:
    understood = ask(question)
    assert found(understood) == [f"2021-06-28/{number}" for number in numbers]
    (label,) = (one.label for one in understood.readings if one.kind == "number")
    assert label == f"Først punkt {', '.join(numbers)} på mødet"


@pytest.mark.parametrize(
    "question",
    [
        "punkt 4 i 2022",  # two meetings had one
        "punkt 9 på mødet den 28. juni 2021",
        "punkt 4 i budgetaftalen fra 28. juni 2021",
        "punkt 4 om kantinen på mødet den 28. juni 2021",
        "de 2 sidste møder",
        "punkt 4",
    ],
)
def test_a_number_without_its_meeting_beside_it_is_a_word(question: str) -> None:
    assert found(ask(question)) == []


def test_beside_a_topic_it_comes_first_and_the_topic_is_searched_for() -> None:
    understood = ask("punkt 4 på mødet den 28. juni 2021 kantinen")
    assert found(understood) == ["2021-06-28/4"]
    assert understood.terms == ("kantinen",)


@pytest.mark.parametrize(
    "question",
    ["hvem deltog i mødet den 28. juni 2021", "hvem var til stede på mødet 28/6-2021", "deltagerliste 28. juni 2021"],
)
def test_who_took_part_in_a_meeting_asks_for_that_meeting(question: str) -> None:
    understood = ask(question)
    assert [one.effect for one in understood.readings] == ["narrows"]
    assert understood.empty


def test_who_took_part_in_anything_else_is_searched_for() -> None:
    assert ask("hvem deltog i ledernetværket").terms == ("deltog", "ledernetværket")
