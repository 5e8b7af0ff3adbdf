"""Readings together, and what is left of the question to search for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mappings import analysis
from mappings.documents import Person
from search_api.readings.reader import Known
from search_api.understanding import Understood, understand

KNOWN = Known(
    today=dt.date(2026, 11, 25),
    people={person.slug: person for person in (Person("anna-lund", "Anna Lund"), Person("bo-kjaer", "Bo Kjær"))},
)
PIECES = [
    *("anna lund", "bo kjær", "i 2021", "siden 2019", "2020-2022", "31. februar", "21/5239", "sidste år", "budget"),
    *("parkering", "hvad har vi besluttet om", "beslutninger", '"taget til efterretning"', "-skole", "ikke", "og", "i"),
    *("seneste to år", "den 28. juni 2021", "før", "-", '"', "2021", "§ 17", "nyeste", "afvist", "direktionen"),
]
questions = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=8).map(" ".join)


def ask(question: str, *literal: str) -> Understood:
    return understand(question, known=KNOWN, literal=literal)


def effects(understood: Understood) -> list[tuple[str, str, str]]:
    return [(one.kind, one.effect, understood.text[one.start : one.end]) for one in understood.readings]


def test_person_period_and_case_are_read_beside_a_topic() -> None:
    understood = ask("parkering med Anna Lund i 2021 og 19/1034")
    assert effects(understood) == [
        ("person", "favours", "Anna Lund"),
        ("period", "narrows", "i 2021"),
        ("case", "finds", "19/1034"),
    ]
    assert understood.meaning == "parkering med og 19/1034"


def test_a_year_beside_a_name_alone_narrows() -> None:
    understood = ask("Anna Lund 2016")
    assert effects(understood) == [("person", "finds", "Anna Lund"), ("period", "narrows", "2016")]
    assert understood.meaning == "anna lund"


@pytest.mark.parametrize("question", ["2021", "i 2021", "beslutninger i 2021", "hvad har vi besluttet i 2021"])
def test_a_question_about_a_time_alone_browses_it(question: str) -> None:
    understood = ask(question)
    assert understood.empty
    assert [one.asks.years for one in understood.readings] == [(2021,)]


@pytest.mark.parametrize("question", ["parkering uden beslutning", "sager uden beslutninger"])
def test_that_nothing_was_decided_is_no_wish_for_decisions_and_is_said_not_to_be_read(question: str) -> None:
    understood = ask(question)
    assert "decisions" not in [one.kind for one in understood.readings]
    assert "punkter, hvor noget blev besluttet" in understood.notices[0]


def test_quoted_words_are_not_read_and_excluded_ones_as_nothing_else() -> None:
    assert ask('"i 2021" skole').readings == ()
    assert [one.kind for one in ask("skole -2021").readings] == ["without"]
    assert ask('"Anna Lund"').readings == ()


def test_words_taken_literally_are_searched_for_and_the_rest_is_read() -> None:
    understood = ask("parkering i 2021 med Anna Lund", "I 2021")
    assert effects(understood) == [("person", "favours", "Anna Lund")]
    assert understood.meaning == "parkering i 2021 med"


def test_literal_words_that_are_not_in_the_question_do_nothing() -> None:
    assert ask("parkering i 2021", "i 2019", "", "?!") == ask("parkering i 2021")


@given(questions)
def test_a_question_taken_literally_is_its_words(question: str) -> None:
    understood = ask(question, question)
    assert understood.readings == ()
    assert understood.words.stems == understand(question).words.stems or understand(question).readings


@given(questions)
def test_with_every_reading_taken_off_nothing_is_read(question: str) -> None:
    literal: list[str] = []
    understood = ask(question)
    for _ in analysis.words(question):
        if not understood.readings:
            break
        literal += [understood.text[one.start : one.end] for one in understood.readings]
        understood = ask(question, *literal)
    assert understood.readings == ()


@given(questions)
def test_readings_do_not_overlap_and_stand_where_they_say(question: str) -> None:
    understood = ask(question)
    ends = [0, *(one.end for one in understood.readings)]
    for end, reading in zip(ends, understood.readings, strict=False):
        assert end <= reading.start < reading.end <= len(understood.text)


@given(questions, st.dates(min_value=dt.date(1900, 1, 1)))
def test_no_question_on_any_day_is_an_error(question: str, today: dt.date) -> None:
    understand(question, known=Known(today=today, people=KNOWN.people))


@pytest.mark.parametrize(
    "question",
    [
        "parkering ikke i 2021",
        "parkering undtagen Anna Lund",
        "forslag ikke fra Anna Lund",
        "parkering uden Anna Lund som formand",
    ],
)
def test_what_a_question_denies_is_not_asked_for_and_that_is_told(question: str) -> None:
    understood = ask(question)
    assert not {one.kind for one in understood.readings} & {"person", "period"}
    (told,) = understood.notices
    assert told.startswith("Det er ikke muligt at udelade møder ")


@pytest.mark.parametrize(
    "question", ["møder i 2021 om parkering", "mødet i marts om parkering", "parkering på møder i 2021"]
)
def test_that_the_time_is_that_of_meetings_is_not_searched_for(question: str) -> None:
    assert ask(question).terms == ("parkering",)


def test_a_meeting_is_a_matter_where_nothing_tells_when_or_whose_it_is() -> None:
    assert ask("møde med naboerne i 2021").terms == ("møde", "naboerne")
