"""A question for an item by its number and its meeting has that item for an answer; a closed one for nobody else."""

from search_api.access import Access
from search_api.service import SearchService
from tests.search_api.asking import ask


def test_it_is_the_only_result(service: SearchService) -> None:
    answer = ask(service, "hvad besluttede vi under punkt 2 på mødet den 4. maj 2020?")
    assert [result.id for result in answer.results] == ["direktionen-2020-05-04-02"]
    assert answer.total == 1
    assert answer.facets["body"][0].count == 1
    assert "Først punkt 2 på mødet" in [reading.label for reading in answer.query.readings]


def test_it_stands_before_what_has_the_words_beside_it(service: SearchService) -> None:
    answer = ask(service, "punkt 2 på mødet den 4. maj 2020 parkering")
    assert [result.id for result in answer.results] == ["direktionen-2020-05-04-02", "direktionen-2020-05-04-01"]


def test_the_bodies_chosen_say_whose_meeting_it_is(service: SearchService) -> None:
    answer = ask(service, "punkt 2 på sidste møde", bodies=("Direktionen",))
    assert [result.id for result in answer.results] == ["direktionen-2020-05-04-02"]


def test_a_closed_item_is_found_by_those_alone_who_may_see_it(service: SearchService) -> None:
    question = "punkt 3 på mødet den 4. maj 2020"
    hidden = ask(service, question)
    assert "number" not in [reading.kind for reading in hidden.query.readings]
    assert "direktionen-2020-05-04-03" not in [one.id for one in (*hidden.results, *hidden.similar)]
    assert ask(service, question, Access(closed=True)).results[0].id == "direktionen-2020-05-04-03"


def test_taken_as_it_stands_its_words_are_searched_for(service: SearchService) -> None:
    answer = ask(service, "punkt 2 på mødet den 4. maj 2020", literal=("punkt 2",))
    assert "number" not in [reading.kind for reading in answer.query.readings]
    assert answer.query.words == ("punkt", "2")
