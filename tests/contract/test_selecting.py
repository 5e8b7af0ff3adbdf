"""Which items match, in plain terms, against a model that looks at every item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines.asked import FACETS, PUBLIC, Access, Filters, Selection
from engines.base import Engine
from engines.kept import Prepared
from engines.words import Words
from mappings.analysis import Forms
from mappings.documents import OUTCOMES
from tests.contract import naive
from tests.contract.conftest import Data
from tests.contract.corpus import item, meeting, words

CORPUS = [
    meeting(
        "Direktionen",
        "2021-06-28",
        item("Hjemmearbejde", "Aftale om hjemmearbejde blev ikke godkendt", outcomes=("rejected",), case="21/1"),
        item("Budget", "Budgettet for skolerne blev godkendt", outcomes=("approved", "noted"), people=("Bo Lund",)),
        present=("Anna Krogh",),
    ),
    meeting("Byrådet", "2021-06-28", item("Skoler", "Skoler og hjemmearbejde", case="21/1", outcomes=("approved",))),
    meeting(
        "Byrådet",
        "2020-01-31",
        item("Veje", "Veje, stier og skoler", people=("Anna Krogh",), case="20/9", attachments=("Kort.pdf", "Plan")),
    ),
    meeting("Ældrerådet", "2022-12-31", *(item(f"Punkt {n}", "Orientering om pleje") for n in range(12))),
]
DIREKTIONEN, BYRAADET = "direktionen-2021-06-28", "byraadet-2021-06-28"


@pytest.fixture
def written(engine: Engine) -> Engine:
    engine.write(CORPUS)
    return engine


def ids(engine: Engine, **selection: object) -> list[str]:
    return list(engine.select(Selection(**selection), PUBLIC).ids)  # type: ignore[arg-type]


def test_all_words_must_be_there(written: Engine):
    assert ids(written, words=words("skoler hjemmearbejde")) == [f"{BYRAADET}-01"]
    assert ids(written, words=words("skoler ukendt")) == []


FORMS = [
    meeting("Byrådet", "2020-01-31", item("Bøger", "Børnene i byerne låner flere bøger"), item("Barnet", "En by")),
    meeting("Byrådet", "2021-01-31", item("Børnehaven", "Åben i bygen"), item("Sagen", "Lagt frem, vedtaget")),
]


EVERY = [f"byraadet-{day}-0{n}" for day in ("2020-01-31", "2021-01-31") for n in (1, 2)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("barn", ["byraadet-2020-01-31-01", "byraadet-2020-01-31-02"]),  # by its stem none is *børnene*
        ("børn byer", ["byraadet-2020-01-31-01", "byraadet-2020-01-31-02"]),
        ("bogen", ["byraadet-2020-01-31-01"]),
        ("børnehaver", ["byraadet-2021-01-31-01"]),
        ("læger", []),  # *lagt* has the stem
        ("vedtægter", []),  # and so has *vedtaget*
    ],
)
def test_a_word_is_held_in_any_form_and_no_other_word_for_it(engine: Engine, asked: str, found: list[str]):
    engine.write(FORMS)
    assert ids(engine, words=words(asked)) == found


def test_of_ways_to_say_the_same_one_is_enough(engine: Engine):
    engine.write(FORMS)
    first, second, third, _ = EVERY
    assert ids(engine, words=words("", choices=(("SKOLE", "børnehave"),))) == [third]
    assert ids(engine, words=words("", choices=(("børn bog", "lagt frem"),))) == [EVERY[3], first]
    assert ids(engine, words=words("", choices=(("ukendt", "frem lagt"),))) == []
    assert ids(engine, words=words("by", choices=(("barn", "frem lagt"),))) == [first, second]
    assert ids(engine, words=words("", choices=(("barn", "ukendt"), ("bog", "ukendt")))) == [first]


def test_an_excluded_word_is_so_in_any_form(engine: Engine):
    engine.write(FORMS)
    assert ids(engine, words=words("", without="barn")) == ["byraadet-2021-01-31-01", "byraadet-2021-01-31-02"]
    assert len(ids(engine, words=words("", without="læge vedtægt"))) == 4


def test_a_phrase_stands_in_a_row(written: Engine):
    assert ids(written, words=words("", phrases=("ikke godkendt",))) == [f"{DIREKTIONEN}-01"]
    assert ids(written, words=words("", phrases=("godkendt ikke",))) == []
    assert ids(written, words=words("", phrases=("Hjemmearbejde Aftale",))) == []  # not over title and text
    assert ids(written, words=words("", phrases=("godkendt",))) == [f"{DIREKTIONEN}-01", f"{DIREKTIONEN}-02"]


def test_one_of_several_phrases_is_enough(written: Engine):
    dates = ("skoler og hjemmearbejde", "stier og skoler", "godkendt ikke")
    assert ids(written, words=words("", either=dates)) == [f"{BYRAADET}-01", "byraadet-2020-01-31-01"]
    assert ids(written, words=words("", either=("godkendt ikke", "ukendt"))) == []
    assert ids(written, words=words("veje", either=dates)) == ["byraadet-2020-01-31-01"]
    assert ids(written, words=words("", phrases=("og hjemmearbejde",), either=dates)) == [f"{BYRAADET}-01"]


def test_excluded_words_hold_for_named_ids_too(written: Engine):
    wanted = words("skoler", without="veje")
    assert ids(written, words=wanted, also=("byraadet-2020-01-31-01", f"{DIREKTIONEN}-01")) == [
        f"{BYRAADET}-01",
        f"{DIREKTIONEN}-01",
        f"{DIREKTIONEN}-02",
    ]


def test_ids_alone_match_just_those(written: Engine):
    named = (f"{DIREKTIONEN}-01", "unknown")
    assert ids(written, also=named) == ids(written, words=Words(), also=named) == [f"{DIREKTIONEN}-01"]
    assert ids(written, words=words("", without="aftale"), also=named) == []


def test_excluded_words_alone_leave_the_rest(written: Engine):
    assert ids(written, words=words("", without="orientering skoler")) == [f"{DIREKTIONEN}-01"]


def test_words_that_are_no_syntax_are_only_words(written: Engine):
    for strange in ("closed:true", "*", "stems:skol", "AND OR NOT", "skol*", '"', "marks:body1"):
        assert ids(written, words=Words(forms=(Forms(strange, (strange,)),))) == []
        assert ids(written, words=Words(phrases=((strange,),))) == []


def test_newest_and_oldest_are_by_date_then_meeting_then_number(written: Engine):
    assert ids(written)[:3] == [f"aeldreraadet-2022-12-31-{n:02d}" for n in (1, 2, 3)]
    assert ids(written, sort="oldest")[:4] == [
        "byraadet-2020-01-31-01",
        f"{BYRAADET}-01",
        f"{DIREKTIONEN}-01",
        f"{DIREKTIONEN}-02",
    ]


def test_relevance_is_by_words_then_newest(written: Engine):
    named = (f"{DIREKTIONEN}-01",)
    found = ids(written, words=words("skoler"), also=named, sort="relevance")
    assert found[0] == f"{BYRAADET}-01"  # twice in few words
    assert found[-1] == named[0]  # not at all
    assert ids(written, words=words("pleje"), sort="relevance", limit=12) == ids(
        written, words=words("pleje"), limit=12
    )


def test_pages_follow_each_other(written: Engine):
    for sort in ("newest", "oldest", "relevance"):
        wanted = Selection(words=words("pleje"), sort=sort, limit=100)  # type: ignore[arg-type]
        whole = written.select(wanted, PUBLIC)
        assert whole.total == len(whole.ids) == 12
        pages = [written.select(replace(wanted, limit=5, offset=offset), PUBLIC) for offset in range(0, 15, 5)]
        assert tuple(identity for page in pages for identity in page.ids) == whole.ids
        assert {page.total for page in pages} == {12}
    assert ids(written, offset=10_000) == ids(written, limit=0) == []


def test_facets_count_everything_that_matches(written: Engine):
    found = written.select(Selection(facets=FACETS, limit=1), PUBLIC)
    facets = found.facets
    assert facets["body"] == {"Direktionen": 2, "Byrådet": 2, "Ældrerådet": 12}
    assert facets["year"] == {"2020": 1, "2021": 3, "2022": 12}
    assert facets["person"] == {"anna-krogh": 3, "bo-lund": 1}
    assert facets["outcome"] == {"approved": 2, "rejected": 1, "noted": 1}
    assert facets["case"] == {"21/1": 2}
    assert facets["attachments"] == {"yes": 1, "no": 15}
    assert found.titles == {"21/1": "Skoler"}


def test_cases_are_those_of_most_items(engine: Engine):
    """Of thirteen cases, one of them of three items, one of a single one, the ten that come first."""
    pairs = [f"21/{n}" for n in range(20, 31)]
    numbers = ["21/99", *pairs, "21/1", *pairs, "21/99", "21/99"]
    engine.write([meeting("Byrådet", "2021-06-28", *(item(f"Punkt {n}", case=case) for n, case in enumerate(numbers)))])
    found = engine.select(Selection(facets=("case",)), PUBLIC)
    assert found.facets["case"] == {"21/99": 3} | {f"21/{n}": 2 for n in range(20, 29)}
    assert found.titles["21/99"] == "Punkt 0"  # all of one day: the first on the agenda
    assert found.titles.keys() == found.facets["case"].keys()


def test_cases_that_are_filtered_by_are_all_counted(written: Engine):
    wanted = Selection(filters=Filters(cases=("21/1", "20/9", "99/9")), facets=("case",))
    found = written.select(wanted, PUBLIC)
    assert found.facets["case"] == {"21/1": 2, "20/9": 1}
    assert found.titles == {"21/1": "Skoler", "20/9": "Veje"}


def test_with_and_without_attachments_are_all_there_is(written: Engine):
    for question in (None, words("skoler")):
        everything = Selection(words=question, limit=100)
        having = ids(written, words=question, filters=Filters(attachments=("yes",)))
        lacking = ids(written, words=question, filters=Filters(attachments=("no",)), limit=100)
        assert having == ["byraadet-2020-01-31-01"]
        assert sorted(having + lacking) == sorted(written.select(everything, PUBLIC).ids)
    found = written.candidates(words("skoler"), None, Filters(attachments=("yes",)), 10, PUBLIC)
    assert [one.item_id for one in found] == ["byraadet-2020-01-31-01"]


def test_unknown_filter_values_match_nothing(written: Engine):
    for filters in (Filters(bodies=("Nej",)), Filters(people=("nej",)), Filters(cases=("99/9",)), Filters(years=(1,))):
        assert ids(written, filters=filters) == []
        assert ids(written, words=words("skoler"), filters=filters) == []


# The rest is checked against the model, on small random corpora.

VOCABULARY = ["skole", "skoler", "vej", "budget", "hjemmearbejde", "ikke", "godkendt", "ældre", "21/77"]
BODIES, PEOPLE, CASES = ["Direktionen", "Byrådet", "Hoved-MED"], ["Anna Krogh", "Bo Lund", "Åse Bæk"], ["21/77", "20/1"]
DATES = ["2019-12-31", "2020-01-01", "2020-06-15", "2021-06-28"]

texts = st.lists(st.sampled_from(VOCABULARY), min_size=0, max_size=8).map(" ".join)
random_items = st.builds(
    item,
    texts,
    texts,
    case=st.sampled_from([None, *CASES]),
    closed=st.booleans(),
    outcomes=st.lists(st.sampled_from(OUTCOMES[:3]), max_size=2).map(tuple),
    people=st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple),
    attachments=st.sampled_from([(), (), ("Bilag 1",), ("Bilag 1", "Bilag 2")]),
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Prepared]:
    days = st.tuples(st.sampled_from(BODIES), st.sampled_from(DATES))
    return [
        meeting(body, date, *draw(st.lists(random_items, max_size=3)))
        for body, date in draw(st.lists(days, min_size=1, max_size=5))
    ]


def some(values: list[str], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=most).map(tuple)


filters = st.builds(
    Filters,
    bodies=some(BODIES),
    years=st.lists(st.sampled_from([2019, 2020, 2021, 1999]), max_size=2).map(tuple),
    people=some(["anna-krogh", "bo-lund", "aase-baek", "ingen"]),
    cases=some([*CASES, "9/9"]),
    outcomes=some(list(OUTCOMES[:3])),
    attachments=some(["yes", "no"]),
    date_from=st.none() | st.sampled_from(DATES).map(dt.date.fromisoformat),
    date_to=st.none() | st.sampled_from(DATES).map(dt.date.fromisoformat),
)
questions = st.none() | st.builds(
    words,
    texts,
    phrases=st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3).map(" ".join), max_size=1).map(
        tuple
    ),
    either=st.lists(st.sampled_from(VOCABULARY), max_size=2).map(tuple),
    without=st.sampled_from(["", "", "vej", "budget skole"]),
    related=st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3).map(" ".join), max_size=2).map(
        tuple
    ),
)
known_ids = [f"{body}-{date}-{n:02d}" for body in ("direktionen", "byraadet") for date in DATES for n in (1, 2)]
selections = st.builds(
    Selection,
    words=questions,
    also=some(known_ids, 3),
    filters=filters | st.just(Filters()),
    sort=st.sampled_from(["newest", "oldest"]),
    offset=st.integers(0, 3),
    limit=st.integers(0, 6),
    facets=st.just(FACETS),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora(), corpora(), st.lists(selections, min_size=12, max_size=12), st.booleans())
def test_selecting_is_as_looking_at_every_item(
    new_data: Callable[[], Data],
    first: list[Prepared],
    second: list[Prepared],
    wanted: list[Selection],
    closed: bool,
):
    engine, access = new_data().open(), Access(closed=closed)
    engine.write(first)
    engine.write(second)
    items = naive.held([*first, *second])
    for selection in wanted:
        assert engine.select(selection, access) == naive.select(items, selection, access)
        relevance = engine.select(replace(selection, sort="relevance", offset=0, limit=1000), access)
        plain = naive.select(items, replace(selection, offset=0, limit=1000), access)
        assert sorted(relevance.ids) == sorted(plain.ids)
        assert (relevance.total, relevance.facets) == (plain.total, plain.facets)
    engine.close()
