"""What is suggested while somebody types, on the small index of conftest.py."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search_api.access import PUBLIC, Access
from search_api.answers import SuggestionAnswer
from search_api.service import SearchService
from search_api.suggesting import _bodies, _typed


def suggest(service: SearchService, typed: str, access: Access = PUBLIC) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in whole(service, typed, access)]


def whole(service: SearchService, typed: str, access: Access = PUBLIC) -> tuple[SuggestionAnswer, ...]:
    return service.suggest(typed, 10, access).suggestions


def test_a_begun_word_is_written_out_and_finds_cases_and_items(service: SearchService) -> None:
    assert suggest(service, "Parkering ved hav") == [
        ("question", "Parkering ved havnen"),
        ("case", "19/10 Parkering ved havnen"),
        ("item", "Parkering ved havnen"),
    ]


def test_an_item_is_the_newest_of_its_title_and_has_its_page(service: SearchService) -> None:
    assert [one.url for one in whole(service, "park") if one.kind == "item"] == ["/items/direktionen-2020-05-04-01"]


def test_people_and_bodies_are_suggested_by_any_part_of_their_name(service: SearchService) -> None:
    assert suggest(service, "anna l") == [("person", "Anna Lund")]
    assert ("person", "Dora Seier Skastrup") in suggest(service, "skås")
    assert suggest(service, "direk") == [("body", "Direktionen")]
    (one,) = whole(service, "direk")
    assert one.asks == {"body": ("Direktionen",)}


def test_a_single_letter_suggests_nobody_and_a_space_no_word(service: SearchService) -> None:
    assert [kind for kind, _ in suggest(service, "l") if kind == "person"] == []
    assert [kind for kind, _ in suggest(service, "parkering ") if kind == "question"] == []


def test_a_word_typed_to_its_end_or_without_danish_letters_is_met_too(service: SearchService) -> None:
    assert ("item", "Skolernes budget") in suggest(service, "skolerne")
    assert ("item", "Vindmøller") in suggest(service, "vindmoel")
    assert ("item", "Parkering ved havnen") in suggest(service, "parkering ")


def test_a_word_begun_at_the_end_of_a_question_is_written_out(service: SearchService) -> None:
    assert ("item", "Parkering ved havnen") in suggest(service, "hvad har vi besluttet om park")
    assert suggest(service, "find sager om hav")[0] == ("question", "find sager om havnen")


def test_a_case_number_suggests_its_case(service: SearchService) -> None:
    assert suggest(service, "19/11")[0] == ("case", "19/11 Skolernes budget")


def test_a_case_number_half_typed_suggests_the_cases_that_begin_so_newest_first(service: SearchService) -> None:
    assert suggest(service, "19/") == [("case", "19/11 Skolernes budget"), ("case", "19/10 Parkering ved havnen")]
    assert suggest(service, "sag 19/1")[:2] == suggest(service, "19/")
    assert suggest(service, "19/10") == [("case", "19/10 Parkering ved havnen")]
    assert suggest(service, "2019-0010") == [("case", "19/10 Parkering ved havnen")]
    assert suggest(service, "x19/1") == []


def test_a_case_number_is_begun_in_any_writing(service: SearchService) -> None:
    assert suggest(service, "2019/1") == suggest(service, "19-1") == suggest(service, "19/1")


def test_a_committee_is_suggested_by_its_initials() -> None:
    bodies = ("Byrådet", "Klima- og Teknikudvalget")
    assert [one.text for one in _bodies(_typed("ktu"), bodies)] == ["Klima- og Teknikudvalget"]
    assert _bodies(_typed("om ktu"), bodies) == []


def test_a_word_that_begins_nothing_is_suggested_as_it_is_spelled(service: SearchService) -> None:
    assert suggest(service, "sager om parkerign") == [("question", "sager om parkering")]
    assert suggest(service, "skolexes") == []


@pytest.mark.parametrize("typed", ["", " ", "zzzz", "?!…", '"', "x" * 5_000])
def test_there_may_be_nothing_to_suggest(service: SearchService, typed: str) -> None:
    assert suggest(service, typed) == []


@pytest.mark.parametrize("typed", ["luk", "hemm", "carl", "carl hemmingsen", "20/99", "20/", "20/9", "parkering af"])
def test_nothing_of_closed_items_is_suggested(service: SearchService, typed: str) -> None:
    assert suggest(service, typed) == []


def test_no_more_than_asked_for(service: SearchService) -> None:
    assert len(service.suggest("s", 1, PUBLIC).suggestions) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered(service: SearchService, typed: str) -> None:
    service.suggest(typed, 10, PUBLIC)
