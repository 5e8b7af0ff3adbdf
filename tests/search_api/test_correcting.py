"""Mente du: what a misspelt question is respelled as."""

import pytest

from engines.found import Spelling
from engines.letters import distance
from mappings import analysis
from search_api.access import PUBLIC
from search_api.correcting import corrected
from search_api.query import SearchRequest
from search_api.readings.plain import plain
from search_api.service import SearchService

HELD = {
    "graffiti": 3,
    "parkering": 9,
    "havnen": 4,
    "sygefraværsstatistik": 2,
    "regulering": 2,
    "budget": 8,
    "stikontakten": 1,
    "bundget": 9,
    "statistikken": 3,
    "statistisk": 4,
    "eller": 9,
    "balslund": 1,
    "hjemmearbejde": 3,
}
STEMS = {analysis.stem(word) for word in HELD}


def near(word: str) -> list[Spelling]:
    found = [Spelling(other, distance(word, other), items) for other, items in HELD.items()]
    return sorted((one for one in found if 0 < one.letters <= 2), key=lambda one: (one.letters, -one.items))


def ask(question: str) -> str | None:
    return corrected(question, plain(question).words, lambda word: analysis.stem(word) in STEMS, near)


@pytest.mark.parametrize("question", ["bund havn", "hvne", "havnen2", "elle"])
def test_a_short_word_and_one_with_figures_are_left_as_they_are(question: str) -> None:
    assert ask(question) is None


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("grafitti", "graffiti"),
        ("Grafitti ved havnen", "Graffiti ved havnen"),
        ("GRAFITTI, havnen!", "GRAFFITI, havnen!"),
        ("Hvad med grafitti. Og havnen?", "Hvad med graffiti. Og havnen?"),
        ("sygefraværstatestik", "sygefraværsstatistik"),
        ("parkeirng ved hanven", "parkering ved havnen"),
        ("parkeringsregulerng", "parkeringsregulering"),
        ("buudget", "budget"),
        ("statestik", "statistik"),
        ("hjemearbejde", "hjemmearbejde"),
    ],
)
def test_a_misspelt_word_is_respelled_and_the_rest_stays_as_typed(question: str, meant: str) -> None:
    assert ask(question) == meant


@pytest.mark.parametrize(
    "question",
    [
        "graffiti",
        "brint",
        "prix",
        "busgade",
        "bugdte",
        "12345",
        "21/5239",
        "",
        "zzzzz yyyyy xxxxx wwwww vvvvv",
        "xyzzyplugh",
        "stikkontakten",
        "regulerin. af budget",
        "havneelser",
        "Billund",
    ],
)
def test_words_that_occur_that_are_right_or_cut_short_or_that_nothing_is_near_stay(question: str) -> None:
    assert ask(question) is None


@pytest.mark.parametrize(
    ("a", "b", "letters"),
    [("kat", "kat", 0), ("kat", "kta", 1), ("kat", "katte", 2), ("kat", "hund", 3), ("", "kat", 3), ("ab", "", 2)],
)
def test_letters_are_counted(a: str, b: str, letters: int) -> None:
    assert distance(a, b) == distance(b, a) == letters


def test_where_only_the_other_spelling_has_results_they_are_shown_and_that_is_said(service: SearchService) -> None:
    right = service.search(SearchRequest(question="vindmøller"), PUBLIC)
    typed = service.search(SearchRequest(question="vindmøllre"), PUBLIC)
    assert right.total
    assert [one.id for one in typed.results] == [one.id for one in right.results]
    assert (typed.total, typed.facets) == (right.total, right.facets)
    assert typed.suggestion == typed.query.text == "vindmøller"
    assert (typed.respelled, right.respelled) == (True, False)
    assert typed.notices == ("Intet svarer til »vindmøllre«; her er, hvad der svarer til »vindmøller«.",)
    assert right.notices == ()


def test_what_is_taken_along_is_what_is_shown_then(service: SearchService) -> None:
    asked = SearchRequest(question="vindmøllre")
    shown = service.search(asked, PUBLIC)
    assert service.export(asked, PUBLIC).total == shown.total
    assert service.hits(asked, PUBLIC, 100).total == shown.total


def suggestion(service: SearchService, question: str) -> str | None:
    return service.search(SearchRequest(question=question), PUBLIC).suggestion


def test_a_search_that_finds_nothing_as_typed_suggests_another_spelling(service: SearchService) -> None:
    assert suggestion(service, "vindmøllre") == "vindmøller"
    assert suggestion(service, "Parkerign ved havnen i 2019") == "Parkering ved havnen i 2019"


def test_what_is_found_as_typed_is_not_respelled(service: SearchService) -> None:
    assert suggestion(service, "skolernes budget") is None
    assert suggestion(service, '"vindmøllre"') is None
    assert suggestion(service, "") is None


def test_a_question_in_english_is_not_respelled_as_danish(service: SearchService) -> None:
    assert suggestion(service, "boilers") is None
    assert suggestion(service, "energy target") is None


def test_words_of_closed_items_are_not_suggested(service: SearchService) -> None:
    assert suggestion(service, "hemmelgi") is None
