"""What a question is taken for where it gives nothing: its time as words, another spelling."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.search_api.asking import ask
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, indexed, item, meeting

MEETINGS = (
    meeting(
        DIREKTIONEN,
        "2013-05-27",
        ["Anna Lund"],
        item(1, "Mødeplan", "Udvalgsmødet den 5. august 2013 aflyses."),
        item(2, "Regnskab", "Regnskabet for svømmehallen.", closed=True),
    ),
    meeting(
        DIREKTIONEN,
        "2013-08-05",
        ["Anna Lund"],
        item(1, "Parkering", "Biler ved havnen."),
        item(2, "Lukket", "Udvalgsmødet den 1. marts 2012 aflyses.", closed=True),
    ),
    meeting(DIREKTIONEN, "2014-02-03", ["Anna Lund"], item(1, "Svømmehallen", "Svømmehallens takster i 2013.")),
    meeting(BYRAADET, "2014-02-10", ["Anna Lund"], item(1, "Svømmehal", "Svømmehallens takster i 2013.")),
    meeting(
        DIREKTIONEN,
        "2015-02-03",
        ["Anna Lund"],
        item(1, "Parkering", "Biler og parkering ved torvet."),
        item(
            2,
            "Snerydning",
            "Fra vinteren 2016/2017 ryddes stierne. Status gives hvert kvartal, første gang i marts 2017.",
        ),
        item(3, "Budget 2018-2021", "Budgettet udarbejdes."),
    ),
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    opened = indexed(tmp_path_factory.mktemp("meant"), MEETINGS)
    yield opened
    opened.close()


def test_where_no_meeting_of_that_day_has_an_answer_what_names_the_day_is_found(service: SearchService) -> None:
    answer = ask(service, "udvalgsmødet aflyses den 5. aug 2013")
    assert [one.id for one in answer.results] == ["direktionen-2013-05-27-01"]
    told = "Intet fundet med »Kun møder den 5. august 2013«; her er, hvad der nævner »5. aug 2013«."
    assert answer.notices == (told,)
    assert answer.query.filters == {}
    snippet = answer.results[0].snippet
    assert "5. august 2013" in [snippet.text[start:end] for start, end in snippet.marks]
    assert (answer.query.phrases, answer.query.readings) == (("20130805",), ())
    assert answer.total == len(answer.results) == sum(value.count for value in answer.facets["year"])


def test_so_is_what_names_a_day_that_is_asked_for_without_its_year(service: SearchService) -> None:
    answer = ask(service, "udvalgsmødet aflyses den 5. august")
    assert [one.id for one in answer.results] == ["direktionen-2013-05-27-01"]
    assert answer.notices[0].endswith("her er, hvad der nævner »5. august«.")


@pytest.mark.parametrize(
    ("question", "year"),
    [("svømmehallens takster i 2013 i direktionen", "2013"), ("hvad besluttede direktionen i 2017", "2017")],
)
def test_what_else_narrows_the_question_still_does(service: SearchService, question: str, year: str) -> None:
    answer = ask(service, question)
    assert {one.meeting.body for one in answer.results} == {DIREKTIONEN}
    assert answer.query.filters == {"body": (DIREKTIONEN,)}
    assert answer.notices == (f"Intet fundet med »Kun møder i {year}«; her er, hvad der nævner »{year}«.",)


def test_the_words_read_otherwise_are_still_where_they_stand(service: SearchService) -> None:
    question = "den 5. august 2013 aflyses udvalgsmødet seneste"
    answer = ask(service, question)
    assert [question[one.start : one.end] for one in answer.query.readings] == ["seneste"]
    assert answer.query.text == question


def test_of_several_pages_each_is_of_the_question_as_it_was_taken(service: SearchService) -> None:
    request = SearchRequest(question="udvalgsmødet aflyses den 5. aug 2013", page=2, size=1)
    assert service.search(request, PUBLIC).results == ()
    assert [one.result.id for one in service.export(request, PUBLIC).results] == ["direktionen-2013-05-27-01"]


def test_what_names_the_time_but_is_of_another_matter_is_no_result(service: SearchService) -> None:
    answer = ask(service, "vindmøller i 2012")
    assert (answer.total, answer.results) == (0, ())
    assert answer.notices == ("Intet fundet med »Kun møder i 2012«, og heller ikke uden.",)


@pytest.mark.parametrize(
    ("question", "found", "names"),
    [
        ("vinteren 2016/2017", "direktionen-2015-02-03-02", "vinteren 2016/2017"),
        ("hvad besluttede vi i 2017", "direktionen-2015-02-03-02", "2017"),
        ("2018-2021", "direktionen-2015-02-03-03", "2018-2021"),
    ],
)
def test_a_time_of_no_meeting_that_is_all_a_question_asks_for_is_found_where_it_is_named(
    service: SearchService, question: str, found: str, names: str
) -> None:
    answer = ask(service, question)
    assert [one.id for one in answer.results] == [found]
    assert answer.notices[0].endswith(f"her er, hvad der nævner »{names}«.")
    assert answer.total == sum(value.count for value in answer.facets["year"])


@pytest.mark.parametrize("question", ["1. kvartal 2017", "2012", "marts 2012", "efter 2016", "hvad blev udsat i 2017"])
def test_what_nothing_names_is_not_found(service: SearchService, question: str) -> None:
    answer = ask(service, question)
    assert (answer.total, answer.results) == (0, ())


def test_a_closed_item_that_names_the_time_is_not_told_of(service: SearchService) -> None:
    answer = ask(service, "udvalgsmødet aflyses den 1. marts 2012")
    assert answer.total == 0
    assert "direktionen-2013-08-05-02" not in {one.id for one in answer.similar}


def test_a_period_without_an_end_names_nothing(service: SearchService) -> None:
    answer = ask(service, "udvalgsmødet aflyses siden 2014")
    assert (answer.total, answer.results) == (0, ())
    assert answer.notices == ("Intet fundet med »Kun møder fra 2014 og frem«; uden den afgrænsning er der 1.",)
    assert "direktionen-2013-05-27-01" in {one.id for one in answer.similar}


def test_beside_results_of_a_time_stands_what_there_is_of_others(service: SearchService) -> None:
    answer = ask(service, "parkering biler i 2013")
    assert [one.id for one in answer.results] == ["direktionen-2013-08-05-01"]
    assert [one.id for one in answer.similar].count("direktionen-2015-02-03-01") == 1
    assert "direktionen-2013-08-05-01" not in {one.id for one in answer.similar}
