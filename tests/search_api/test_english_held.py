"""What holds the Danish for every word of an English question has what was asked for."""

from collections.abc import Iterator

import pytest

from mappings import analysis
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.service import SearchService
from search_api.understanding import understand
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, indexed, item, meeting

FREEZE = item(1, "Ansættelsesstop i stabene", "Ledige stillinger besættes ikke i et halvt år.")
MOWING = item(2, "Udlicitering af græsslåning", "En gartner skal klippe parkerne.")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    others = item(1, "Budget", "Penge til vejen."), item(2, "Toget til byen", "Det er forsinket.")
    meetings = meeting(BYRAADET, "2021-06-14", [], FREEZE, MOWING), meeting(DIREKTIONEN, "2020-06-15", [], *others)
    opened = indexed(tmp_path_factory.mktemp("english"), meetings)
    yield opened
    opened.close()


def required(question: str) -> list[str]:
    return [form.term for form in understand(question).words.forms]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("hiring freeze", FREEZE.title),
        ("minutes on hiring freeze", FREEZE.title),
        ("outsourcing of lawn mowing", MOWING.title),
    ],
)
def test_an_english_question_is_answered_by_what_has_all_of_it_in_danish(
    english: SearchService, question: str, title: str
) -> None:
    answer = english.search(SearchRequest(question=question), PUBLIC)
    assert title in [one.title for one in answer.results]
    assert understand(question).synonyms


def test_of_words_together_any_translation_will_do_of_a_single_one_the_first() -> None:
    said = understand("outsourcing of lawn mowing").synonyms
    assert len(said["lawn mowing"]) > 1
    assert said["outsourcing"] == ("udlicitering",)


@pytest.mark.parametrize(
    ("english", "danish"),
    [("theft", "tyveri"), ("lunch", "frokost"), ("agreement", "aftale"), ("laptops", "bærbar"), ("snow", "sne")],
)
def test_the_first_translation_is_the_plain_one(english: str, danish: str) -> None:
    assert understand(f"the {english} of a school").synonyms[english] == (danish,)


def test_what_is_going_to_be_is_asked_for_without_going() -> None:
    assert "going" not in required("is the town hall going to be closed")


def test_a_word_that_the_list_does_not_know_must_be_held() -> None:
    assert required("outsourcing of zorbing") == [analysis.terms("zorbing")[0]]


def test_small_words_and_words_of_intent_need_not_be_held() -> None:
    assert required("minutes on sick leave") == []
    assert required("minutes on parking in Torvet") == [analysis.terms("torvet")[0]]


def test_a_danish_question_is_not_translated() -> None:
    assert understand("hjemmearbejde for ansatte").synonyms == {}
    assert required("minutter og sekunder") == [analysis.terms(word)[0] for word in ("minutter", "sekunder")]


def test_without_related_words_nothing_is_translated() -> None:
    assert understand("hiring freeze", related_words=False).synonyms == {}
