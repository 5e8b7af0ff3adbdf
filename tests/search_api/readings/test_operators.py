"""AND, OR and NOT in questions, as search engines know them."""

import datetime as dt

import pytest

from mappings import analysis
from search_api.readings.reader import Known
from search_api.understanding import Understood, understand


def ask(question: str, *literal: str) -> Understood:
    return understand(question, known=Known(today=dt.date(2026, 11, 25)), literal=literal)


def choices(understood: Understood) -> list[set[str]]:
    """What an item may hold instead of each other."""
    return [
        {*(form.term for way in one.ways for form in way), *(" ".join(run) for run in one.runs)}
        for one in understood.words.choices
    ]


def test_and_is_no_word_to_search_for() -> None:
    understood = ask("kantine AND drift")
    assert understood.terms == ("kantine", "drift")
    assert [one.label for one in understood.readings] == ["Søger ikke på »AND«"]


@pytest.mark.parametrize("between", ["OR", "ELLER"])
def test_of_what_or_joins_an_item_need_hold_one(between: str) -> None:
    understood = ask(f"kantine {between} køkken i skoler")
    assert choices(understood) == [{"kantine", "kokken"}]
    assert understood.words.forms == (analysis.forms("skoler"),)


@pytest.mark.parametrize(
    ("question", "either"),
    [
        ("kantine eller køkken i skoler", {"kantine", "kokken"}),
        ("har vi noget om kantine eller køkken?", {"kantine", "kokken"}),
        ("enten kantine eller køkken", {"kantine", "kokken"}),
        ("cykelsti eller vandrerute eller busbane", {"cykelsti", "vandrerute", "busbane"}),
        ("dogs or cats", {"dog", "cat"}),
    ],
)
def test_of_what_a_sentence_says_eller_of_an_item_need_hold_one(question: str, either: set[str]) -> None:
    understood = ask(question)
    assert choices(understood) == [either]
    assert {"enten", "eller", "or"}.isdisjoint(understood.terms)


@pytest.mark.parametrize(
    "question",
    [
        "dag- eller døgntilbud",
        "en eller anden kantine",
        "kantine godkendt eller afvist",
        "drøftet eller behandlet kantine",
        "kantine eller den i skolen",
        '"kantine eller køkken"',
        "kantine eller",
    ],
)
def test_eller_of_half_a_word_of_what_is_read_or_of_small_words_joins_none(question: str) -> None:
    assert choices(ask(question)) == []


def test_small_english_words_are_nothing_to_choose_among() -> None:
    assert ask("AND OR NOT").terms == ("and", "or", "not")


def test_eller_is_taken_literally_where_that_is_wanted() -> None:
    assert choices(ask("kantine eller køkken", "eller")) == []


def test_or_joins_phrases_too() -> None:
    understood = ask('"egen drift" OR forpagtning OR "betalt parkering"')
    assert choices(understood) == [{"egen drift", "forpagte", "betalt parkering"}]
    assert (understood.words.phrases, understood.words.forms) == ((), ())


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("kantine NOT drift", ("drift",)),
        ("kantine AND NOT drift", ("drift",)),
        ('kantine NOT "egen drift"', ("egen drift",)),
    ],
)
def test_what_has_not_before_it_is_excluded(question: str, without: tuple[str, ...]) -> None:
    understood = ask(question)
    assert (understood.without, understood.terms) == (without, ("kantine",))
    assert [one.label for one in understood.readings] == [f"Uden: {without[0]}"]


@pytest.mark.parametrize(
    "question",
    [
        "projects that are NOT finished",
        "applications NOT approved",
        "NOT finished",
        "kantine not drift",
        "KANTINE NOT DRIFT",
        '"kantine NOT drift"',
    ],
)
def test_a_sentence_may_say_not(question: str) -> None:
    assert ask(question).without == ()


@pytest.mark.parametrize(
    ("question", "word"), [("ænder and gæs", "and"), ("ÆNDER AND GÆS", "and"), ("kantine OR", "or")]
)
def test_in_small_letters_among_capitals_and_at_the_end_they_are_words(question: str, word: str) -> None:
    understood = ask(question)
    assert word in understood.terms
    assert understood.words.choices == ()


def test_times_that_or_joins_are_read_as_times() -> None:
    understood = ask("kantine i 2019 OR 2020")
    assert [one.asks.years for one in understood.readings] == [(2019, 2020)]
    assert understood.words.choices == ()


def test_operators_are_taken_literally_where_that_is_wanted() -> None:
    assert ask("kantine NOT drift", "NOT drift").terms == ("kantine", "not", "drift")
    assert choices(ask("kantine OR drift", "OR")) == []
