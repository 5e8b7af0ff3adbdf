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
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.service import SearchService
from search_api.weighing import CANDIDATES
from tests.doubles import GramEmbedder
from tests.search_api.asking import ask, ids
from tests.search_api.conftest import CLOSED


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


@pytest.mark.parametrize(
    "name", ["Dora Seier Skastrup", "dora skåstrup", "dora-seier-skastrup", "Dora Seier Skaastrup"]
)
def test_a_person_is_found_in_any_spelling(service: SearchService, name: str) -> None:
    assert ask(service, people=(name,)).total == 4


def test_a_person_named_in_an_item_belongs_to_it(service: SearchService) -> None:
    assert ids(ask(service, people=("Erik Vang",))) == ["byraadet-2021-06-07-02"]


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


def test_a_phrase_that_stands_nowhere_has_no_results_but_what_comes_near_is_similar(service: SearchService) -> None:
    answer = service.search(SearchRequest(question='"parkering i havnen"'), PUBLIC)
    assert (answer.total, answer.results) == (0, ())
    assert answer.similar[0].title == "Parkering ved havnen"
