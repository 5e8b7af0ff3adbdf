"""The facets of an answer, and what choosing one of their values gives (conftest.py has the index)."""

import datetime as dt

import pytest

from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.search_api.asking import ask, counts, ids


def test_a_facet_does_not_count_its_own_filter_away(service: SearchService) -> None:
    answer = ask(service, years=(2019,))
    assert answer.total == 2
    assert counts(answer, "year") == {2021: 2, 2020: 2, 2019: 2}
    assert counts(answer, "body") == {"Direktionen": 2}


@pytest.mark.parametrize("facet", ["year", "body", "outcome", "person", "case", "attachments"])
@pytest.mark.parametrize("question", ["", "parkering ved havnen", "budget", "bil"])
def test_choosing_a_value_gives_the_number_its_facet_told(service: SearchService, facet: str, question: str) -> None:
    fields = {"year": "years", "body": "bodies", "outcome": "outcomes", "person": "people", "case": "cases"}
    start = ask(service, question, bodies=("Direktionen",) if facet != "body" else ())
    for value, count in counts(start, facet).items():
        filters = {"bodies": start.query.filters.get("body", ())} | {fields.get(facet, facet): (value,)}
        assert ask(service, question, **filters).total == count, value


def test_cases_are_told_that_several_results_are_of_by_what_the_newest_is_called(service: SearchService) -> None:
    cases = ask(service).facets["case"]
    assert [(case.value, case.count, case.label) for case in cases] == [
        ("19/10", 2, "Parkering ved havnen"),
        ("19/11", 2, "Skolernes budget"),
    ]
    assert counts(ask(service, years=(2021,)), "case") == {}


def test_a_chosen_case_is_told_though_of_a_single_result_and_the_others_stay(
    service: SearchService,
) -> None:
    (alone,) = ask(service, years=(2021,), cases=("19/11",)).facets["case"]
    assert (alone.value, alone.count, alone.chosen, alone.label) == ("19/11", 1, True, "Skolernes budget")
    chosen = ask(service, cases=("19/11", "99/9"))
    assert counts(chosen, "case") == {"19/10": 2, "19/11": 2, "99/9": 0}
    assert chosen.total == 2


def test_with_and_without_attachments_are_counted_whichever_is_chosen(service: SearchService) -> None:
    for chosen, total in ((("yes",), 2), (("no",), 4), ((), 6), (("yes", "no"), 6)):
        answer = ask(service, attachments=chosen)
        assert answer.total == total
        assert counts(answer, "attachments") == {"no": 4, "yes": 2}
    assert ids(ask(service, "budget", attachments=("yes",))) == ["direktionen-2019-05-06-02"]


def test_people_are_searched_for_within_the_results(service: SearchService) -> None:
    def named(typed: str, **filters: object) -> list[str | int]:
        answer = service.search(SearchRequest(**filters), PUBLIC, person=typed)  # type: ignore[arg-type]
        assert answer.total == service.search(SearchRequest(**filters), PUBLIC).total  # type: ignore[arg-type]
        return [person.value for person in answer.facets["person"]]

    assert named("") == ["Anna Lund", "Bo Kjær", "Dora Seier Skastrup", "Erik Vang"]
    assert named("skå") == named("dora s") == ["Dora Seier Skastrup"]
    assert named("KJAER") == ["Bo Kjær"]
    assert named("hemmingsen") == named("xyz") == []
    assert named("skå", people=("Bo Kjær",)) == ["Bo Kjær", "Dora Seier Skastrup"]  # what is chosen stays
    assert named("erik", years=(2019,)) == []


def test_values_of_one_filter_are_alternatives_and_filters_add_up(service: SearchService) -> None:
    assert ask(service, years=(2019, 2021)).total == 4
    assert ask(service, years=(2019, 2021), bodies=("Byrådet",)).total == 2
    assert ids(ask(service, date_from=dt.date(2020, 5, 4), date_to=dt.date(2020, 5, 4))) == [
        "direktionen-2020-05-04-01",
        "direktionen-2020-05-04-02",
    ]
    assert ask(service, cases=("19/10",)).total == 2
    assert ask(service, cases=("2019-0010",)).total == 2
    assert ask(service, outcomes=("approved",)).total == 3


def test_a_body_in_the_question_is_chosen_in_its_facet(service: SearchService) -> None:
    answer = ask(service, "byrådets beslutninger om skolernes budget")
    assert ids(answer) == ["byraadet-2021-06-07-01"]
    assert {value.value for value in answer.facets["body"] if value.chosen} == {"Byrådet"}
