"""What a search answers, on a small index that can be read beside it (conftest.py)."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import synthetic
from engines import open_engine
from indexer.embedding import model_of
from mappings.errors import BadRequest, NotFound
from mappings.settings import Settings
from search_api.access import PUBLIC, Access
from search_api.answers import SearchAnswer
from search_api.query import SearchRequest
from search_api.service import SearchService
from search_api.weighing import CANDIDATES
from tests.doubles import GramEmbedder

EVERYTHING = Access(closed=True)


def ask(service: SearchService, question: str = "", **filters: object) -> SearchAnswer:
    return service.search(SearchRequest(question=question, **filters), PUBLIC)  # type: ignore[arg-type]


def ids(answer: SearchAnswer) -> list[str]:
    return [result.id for result in answer.results]


def counts(answer: SearchAnswer, facet: str) -> dict[str | int, int]:
    return {value.value: value.count for value in answer.facets[facet]}


def test_an_empty_question_browses_the_newest(service: SearchService) -> None:
    answer = ask(service)
    assert answer.total == 6
    assert ids(answer)[0] == "byraadet-2021-06-07-01"
    assert ids(answer)[-1] == "direktionen-2019-05-06-02"
    assert answer.query.sort == "newest"


def test_all_words_in_any_inflection_make_a_result(service: SearchService) -> None:
    answer = ask(service, "skolens budgetter")
    assert set(ids(answer)) >= {"direktionen-2019-05-06-02", "byraadet-2021-06-07-01"}
    assert ids(answer)[0] in {"direktionen-2019-05-06-02", "byraadet-2021-06-07-01"}


def test_a_result_carries_what_a_reader_wants(service: SearchService) -> None:
    first = ask(service, "skolernes budget", years=(2019,)).results[0]
    assert (first.id, first.title, first.number) == ("direktionen-2019-05-06-02", "Skolernes budget", 2)
    assert (first.meeting.body, first.meeting.date) == ("Direktionen", dt.date(2019, 5, 6))
    assert (first.case_number, first.page, first.outcomes) == ("19/11", 4, ("approved",))
    assert first.decision == "Det blev skolernes budget."
    assert first.why == "ordene »skolernes«, »budget«"
    assert first.url == "/items/direktionen-2019-05-06-02"
    assert {first.snippet.text[a:b].lower() for a, b in first.snippet.marks} <= {
        "skolernes",
        "skolerne",
        "budgettet",
        "budget",
    }


def test_a_case_number_finds_that_case_first(service: SearchService) -> None:
    answer = ask(service, "hvad skete der med 19/10")
    assert ids(answer)[:2] == ["direktionen-2020-05-04-01", "direktionen-2019-05-06-01"]
    assert {result.why for result in answer.results[:2]} == {"sagsnummer 19/10"}


@pytest.mark.parametrize(
    ("question", "total"), [('"det blev"', 6), ('hvornår "det blev"', 6), ('find "det blev" 2020', 2)]
)
def test_a_phrase_of_small_words_is_held_by_what_has_them_in_a_row(
    service: SearchService, question: str, total: int
) -> None:
    assert ask(service, question).total == total


def test_a_phrase_must_stand_in_a_row(service: SearchService) -> None:
    assert ids(ask(service, '"taget til efterretning"')) == ["byraadet-2021-06-07-01"]
    assert ids(ask(service, '"efterretning taget til"')) == []


def test_a_minus_excludes(service: SearchService) -> None:
    with_bus = ids(ask(service, "budget"))
    without = ids(ask(service, "budget -frokost"))
    assert "direktionen-2020-05-04-02" in with_bus
    assert "direktionen-2020-05-04-02" not in without
    assert len(without) == len(with_bus) - 1


def test_nothing_found_is_said_and_neighbours_stand_apart(service: SearchService) -> None:
    answer = ask(service, "vindue mod gaden")
    assert (answer.total, answer.results) == (0, ())
    assert answer.similar
    assert CLOSED not in {result.id for result in answer.similar}
    assert sum(value.count for values in answer.facets.values() for value in values) == 0


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


def test_attachments_of_the_closed_are_counted_only_for_who_may_see_it(service: SearchService) -> None:
    everything = service.search(SearchRequest(attachments=("yes",)), EVERYTHING)
    assert counts(everything, "attachments") == {"no": 4, "yes": 3}
    assert CLOSED in ids(everything)
    assert CLOSED not in ids(ask(service, attachments=("yes",)))


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


@pytest.mark.parametrize(
    "name", ["Dora Seier Skastrup", "dora skåstrup", "dora-seier-skastrup", "Dora Seier Skaastrup"]
)
def test_a_person_is_found_in_any_spelling(service: SearchService, name: str) -> None:
    assert ask(service, people=(name,)).total == 4


def test_a_person_named_in_an_item_belongs_to_it(service: SearchService) -> None:
    assert ids(ask(service, people=("Erik Vang",))) == ["byraadet-2021-06-07-02"]


def test_a_name_in_the_question_finds_what_they_took_part_in(service: SearchService) -> None:
    assert set(ids(ask(service, "Anna Lund"))) == {
        "direktionen-2019-05-06-01",
        "direktionen-2019-05-06-02",
        "direktionen-2020-05-04-01",
        "direktionen-2020-05-04-02",
    }


def test_a_name_beside_a_topic_prefers_but_does_not_replace_the_topic(service: SearchService) -> None:
    found = ids(ask(service, "skolernes budget med Anna Lund"))
    assert found[0] == "direktionen-2019-05-06-02"
    assert "byraadet-2021-06-07-01" in found
    assert "direktionen-2019-05-06-01" not in found


def test_an_unknown_person_or_body_gives_nothing_rather_than_everything(service: SearchService) -> None:
    assert ask(service, people=("Niels Ukendt",)).total == 0
    assert ask(service, bodies=("Ukendt udvalg",)).total == 0


def test_a_body_is_found_in_any_case(service: SearchService) -> None:
    assert ask(service, bodies=("byraadet",)).total == 2


def test_results_sort_by_date_when_asked(service: SearchService) -> None:
    newest = ids(ask(service, "budget", sort="newest"))
    assert newest == sorted(newest, key=lambda i: i.split("-20")[1], reverse=True)
    assert ids(ask(service, "parkering", sort="oldest"))[0] == "direktionen-2019-05-06-01"


def test_pages_follow_one_another_without_gap_or_repeat(service: SearchService) -> None:
    for question in ("", "budget"):
        whole = ids(ask(service, question, size=100))
        paged = [i for page in range(1, 8) for i in ids(ask(service, question, page=page, size=1))]
        assert paged == whole
        assert ask(service, question, page=2, size=1).total == len(whole)


def test_deep_pages_follow_one_another_too(tmp_path: Path) -> None:
    """More items than are weighed: what comes after them keeps its place whichever page asks."""
    embedder = GramEmbedder()
    engine = open_engine(Settings(data=tmp_path), model=model_of(embedder))
    engine.write(synthetic.meetings(400, embedder.dimension))
    service = SearchService(engine, embedder)
    question = max((word for word in synthetic.words(300) if len(word) > 4), key=lambda word: ask(service, word).total)
    pages = [ask(service, question, page=page, size=20) for page in range(1, 21)]
    paged = [i for answer in pages for i in ids(answer)]
    whole = [i for page in (1, 2, 3, 4) for i in ids(ask(service, question, page=page, size=100))]
    assert len(paged) > 3 * CANDIDATES
    assert {answer.total for answer in pages} == {len(paged)}
    assert paged == whole
    assert len(set(paged)) == len(paged)
    service.close()


def test_a_period_that_ends_before_it_begins_is_refused(service: SearchService) -> None:
    with pytest.raises(BadRequest):
        ask(service, date_from=dt.date(2021, 1, 1), date_to=dt.date(2020, 1, 1))


CLOSED = "direktionen-2020-05-04-03"


@pytest.mark.parametrize("question", ["", "hemmelig parkering", "20/99", "Carl Hemmingsen", '"hemmelig parkering"'])
def test_the_closed_is_never_found_counted_or_named(service: SearchService, question: str) -> None:
    answer = ask(service, question)
    assert CLOSED not in ids(answer)
    assert CLOSED not in {result.id for result in answer.similar}
    assert "Carl Hemmingsen" not in counts(answer, "person")
    for values in answer.facets.values():
        assert sum(value.count for value in values if value.value == 2020) <= 2


def test_the_closed_is_a_placeholder_to_read(service: SearchService) -> None:
    item = service.item(CLOSED, PUBLIC).item
    assert (item.number, item.case_number, item.closed, item.sections) == (3, "20/99", True, ())
    listed = service.meeting("direktionen-2020-05-04", PUBLIC).items[2]
    assert listed == item
    assert service.item(CLOSED, EVERYTHING).item.sections[0].text.startswith("Hemmelig")


def test_the_closed_is_not_related(service: SearchService) -> None:
    assert service.related(CLOSED, PUBLIC).related == ()


def test_the_same_case_is_related_first(service: SearchService) -> None:
    related = service.related("direktionen-2019-05-06-01", PUBLIC).related
    assert [(one.id, one.reason) for one in related] == [("direktionen-2020-05-04-01", "samme sag, 19/10")]


@pytest.mark.parametrize("read", ["item", "meeting", "related"])
def test_what_is_not_there_is_said(service: SearchService, read: str) -> None:
    with pytest.raises(NotFound):
        getattr(service, read)("nowhere-2020-01-01-01", PUBLIC)


@pytest.mark.parametrize(
    "question",
    [
        "?!…",
        '"',
        '""',
        "-",
        "- - -",
        "closed:true",
        "title:* OR 1=1",
        "skol*",
        "(((",
        "\x00",
        "🙂🙂",
        "ελληνικά",
        "\u202eabc",
        "a" * 10_000,
        "ord " * 2_500,
        "-budget",
        '"og det er"',
    ],
)
def test_no_question_is_an_error(service: SearchService, question: str) -> None:
    answer = ask(service, question)
    assert answer.total >= len(answer.results)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet='"- /budget:*()[]', max_size=60))
def test_whatever_is_asked_is_answered(service: SearchService, question: str) -> None:
    answer = ask(service, question)
    assert len(answer.results) == min(answer.total, 10)
    assert CLOSED not in ids(answer)


def test_a_period_in_the_question_filters_and_is_counted_like_a_chosen_one(service: SearchService) -> None:
    read, chosen = ask(service, "parkering i 2019"), ask(service, "parkering", years=(2019,))
    assert ids(read) == ids(chosen) == ["direktionen-2019-05-06-01"]
    assert read.facets == chosen.facets
    assert read.query.filters == chosen.query.filters == {"year": ("2019",)}
    (reading,) = read.query.readings
    assert (reading.text, reading.label, reading.asks) == ("i 2019", "Kun møder i 2019", {"year": ("2019",)})


def test_a_reading_can_be_taken_off(service: SearchService) -> None:
    answer = ask(service, "parkering ved havnen i 2019", literal=("i 2019",))
    assert answer.query.readings == ()
    assert "2019" in answer.query.words
    assert set(ids(answer)) >= {"direktionen-2019-05-06-01", "direktionen-2020-05-04-01"}


def test_a_narrowing_that_leaves_nothing_over_is_told_and_what_there_is_stands_apart(service: SearchService) -> None:
    answer = ask(service, "vindmøller i 2019")
    assert (answer.total, ids(answer)) == (0, [])
    assert "byraadet-2021-06-07-02" in {one.id for one in answer.similar}
    assert answer.notices == ("Intet fundet med »Kun møder i 2019«; uden den afgrænsning er der 1.",)


def test_where_several_narrowings_leave_nothing_over_what_there_is_without_each_is_told(service: SearchService) -> None:
    answer = ask(service, "parkering ved havnen i byrådet i 2019")
    assert answer.total == 0
    together = "Intet fundet med »Kun Byrådet«, »Kun møder i 2019«"
    assert answer.notices == (f"{together}; uden »Kun Byrådet« er der 1.",)
    (outcome,) = ask(service, "hvilke sager blev afvist i 2019").notices
    assert outcome.endswith("; uden »Kun beslutninger med udfaldet afvist« er der 2, uden »Kun møder i 2019« er der 1.")


def test_a_date_that_does_not_exist_is_told_and_the_question_answered(service: SearchService) -> None:
    answer = ask(service, "vindmøller 31. februar 2021")
    assert len(answer.notices) == 1
    assert "byraadet-2021-06-07-02" in {*ids(answer), *(one.id for one in answer.similar)}


def test_what_the_question_names_is_within_the_filters_chosen(service: SearchService) -> None:
    assert ids(ask(service, "19/10", years=(2020,))) == ["direktionen-2020-05-04-01"]
    assert "direktionen-2019-05-06-01" not in ids(ask(service, "19/10 i 2020"))


def test_seneste_puts_the_newest_first_unless_another_order_is_chosen(service: SearchService) -> None:
    answer = ask(service, "seneste beslutning om parkering ved havnen")
    assert answer.query.sort == "newest"
    assert ids(answer)[:2] == ["direktionen-2020-05-04-01", "direktionen-2019-05-06-01"]
    assert ask(service, "seneste beslutning om parkering", sort="relevance").query.sort == "relevance"


def test_the_last_meetings_are_those_of_whom_the_question_or_a_filter_names(service: SearchService) -> None:
    def meetings(question: str, **filters: object) -> set[str]:
        return {one.meeting.id for one in ask(service, question, **filters).results}

    assert meetings("sidste møde") == {"byraadet-2021-06-07"}
    assert meetings("sidste møde i Direktionen") == {"direktionen-2020-05-04"}
    assert meetings("sidste møde", bodies=("Direktionen",)) == {"direktionen-2020-05-04"}
    assert meetings("sidste møde i 2019") == {"direktionen-2019-05-06"}
    assert meetings("de to seneste møder") == {"byraadet-2021-06-07", "direktionen-2020-05-04"}
    (reading,) = ask(service, "sidste møde").query.readings
    assert (reading.label, reading.asks) == (
        "Kun det seneste møde, 7. juni 2021",
        {"from": ("2021-06-07",), "to": ("2021-06-07",)},
    )


def test_a_body_in_the_question_is_chosen_in_its_facet(service: SearchService) -> None:
    answer = ask(service, "byrådets beslutninger om skolernes budget")
    assert ids(answer) == ["byraadet-2021-06-07-01"]
    assert {value.value for value in answer.facets["body"] if value.chosen} == {"Byrådet"}


def test_an_outcome_alone_is_all_that_came_to_it_and_beside_a_topic_comes_first(service: SearchService) -> None:
    assert ids(ask(service, "hvilke sager blev afvist")) == ["direktionen-2020-05-04-02"]
    assert ids(ask(service, "parkering ved havnen udsat"))[0] == "direktionen-2019-05-06-01"
    assert ids(ask(service, "parkering ved havnen godkendt"))[0] == "direktionen-2020-05-04-01"


@pytest.mark.parametrize("question", ["hemmelig 20/99 i 2020", "Direktionen 2020", "afvist i 2020", "i 2020"])
def test_readings_find_nothing_closed(service: SearchService, question: str) -> None:
    answer = ask(service, question)
    assert CLOSED not in {*ids(answer), *(one.id for one in answer.similar)}


def test_a_phrase_that_stands_nowhere_has_no_results_but_what_comes_near_is_similar(service: SearchService) -> None:
    answer = service.search(SearchRequest(question='"parkering i havnen"'), PUBLIC)
    assert (answer.total, answer.results) == (0, ())
    assert answer.similar[0].title == "Parkering ved havnen"
