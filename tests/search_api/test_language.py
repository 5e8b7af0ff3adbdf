"""Which questions are taken to be in English."""

import datetime as dt

import pytest

from search_api.language import language
from search_api.readings.reader import Known
from search_api.understanding import understand


@pytest.mark.parametrize(
    "question",
    [
        "previous decisions about speed bumps",
        "equipment for working from home",
        "who organises school capacity analyses",
        "has the council discussed offshore wind turbines",
    ],
)
def test_english_sentences_are_english(question: str) -> None:
    assert language(question) == "en"


@pytest.mark.parametrize(
    "question",
    [
        "",
        "hjemmearbejde",
        "god ledelse",
        "Tina Koudal",
        "golf bane",
        "smart city",
        "team og projekt",
        "IT strategi",
        "previous decisions about hjemmearbejde på rådhuset",
        "daginstitution toevling",
    ],
)
def test_everything_else_is_danish(question: str) -> None:
    assert language(question) == "da"


@pytest.mark.parametrize(
    "question",
    [
        "solar panels last year",
        "street lighting LED",
        "did the council approve the sale of land in Tøvling?",
        "previous decisions about hjemmearbejde",
    ],
)
def test_keywords_and_what_names_a_danish_place_are_english_by_their_words(question: str) -> None:
    assert understand(question).language == "en"


@pytest.mark.parametrize("question", ["golf bane", "IT strategi", "god ledelse", "hvem har mødt WHO", "plan for byen"])
def test_danish_words_are_danish(question: str) -> None:
    assert understand(question).language == "da"


def test_small_words_of_english_are_no_matter_beside_what_is_read() -> None:
    understood = understand("decisions taken in 2021", known=Known(today=dt.date(2026, 11, 25)))
    assert (understood.topic, understood.terms) == (False, ())


def test_what_is_in_capitals_is_no_small_word_of_english() -> None:
    assert understand("WHO vaccination").terms == ("who", "vaccination")
    assert understand("who pays for vaccination").terms == ("pays", "vaccination")
    assert understand("A school in the town").terms == ("school", "town")


def test_small_words_of_english_are_not_searched_for_in_an_english_question() -> None:
    understood = understand("who pays for parking in the town centre")
    assert (understood.language, understood.terms) == ("en", ("pays", "parking", "town", "centre"))
    assert understood.meaning == "who pays for parking in the town centre"
    assert "for" in understand("gebyr for parkering").terms
