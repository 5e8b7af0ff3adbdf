"""What shares words with the best item comes with it, and is never taken for a result by that."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from engines import open_engine
from engines.asked import PUBLIC, Access, Filters
from engines.base import Engine
from engines.found import Candidate, Found
from engines.kept import Model, Prepared
from engines.words import Words
from mappings import analysis
from mappings.documents import Item
from mappings.settings import Settings
from search_api import widening
from search_api.query import SearchRequest
from search_api.service import SearchService
from search_api.signals import ALL
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, item, meeting

MEETINGS = (
    meeting(
        DIREKTIONEN,
        "2020-05-04",
        [],
        item(1, "Kælkebakken", "Jordvolden ved Skovbrynet tilsås med blomsterfrø."),
        item(2, "Jordvolden", "Skovbrynet ryddes, og volden tilsås med blomsterfrø."),
        item(3, "Skovbrynet", "Et hegn."),
        item(4, "Lukket", "Jordvolden ved Skovbrynet tilsås med blomsterfrø.", closed=True),
        item(5, "Regnskabet", "Et overskud."),
    ),
    meeting(BYRAADET, "2021-05-04", [], item(1, "Jordvolden", "Skovbrynet tilsås med blomsterfrø.")),
)
BEST, NEXT, FAINT, CLOSED, OTHER = (f"direktionen-2020-05-04-0{number}" for number in range(1, 6))
COUNCIL = "byraadet-2021-05-04-01"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    opened = open_engine(Settings(data=tmp_path_factory.mktemp("widening")), model=Model(name="none", dimension=1))
    none = np.empty((0, 1), dtype=np.float32)
    opened.write(Prepared(meeting=one, passages=(), vectors=none, people={}, origin=one.id) for one in MEETINGS)
    yield opened
    opened.close()


def asked(question: str, **more: object) -> Words:
    words = analysis.words(question)
    return Words(
        stems=tuple(map(analysis.stem, words)), terms=tuple(t for w in words for t in analysis.terms(w)), **more
    )  # type: ignore[arg-type]


def alike(
    engine: Engine, words: Words, filters: Filters | None = None, access: Access = PUBLIC, best: str = BEST
) -> dict[str, Candidate]:
    found = widening.alike(engine, best, words, None, filters or Filters(), 50, access)
    return {one.item_id: one for one in found}


def test_whoever_shares_more_of_the_words_is_more_alike(engine: Engine) -> None:
    found = alike(engine, asked("kælkebakke"))
    assert OTHER not in found
    assert found[NEXT].evidence.related > found[FAINT].evidence.related > 0


def test_the_words_asked_for_are_left_out(engine: Engine) -> None:
    words = asked("jordvold skovbryn blomsterfrø kælkebakke tilså")
    assert FAINT not in alike(engine, words)


def test_closed_items_come_only_to_those_who_may_read_them(engine: Engine) -> None:
    assert CLOSED not in alike(engine, asked("kælkebakke"))
    assert CLOSED in alike(engine, asked("kælkebakke"), access=Access(closed=True))


def test_filters_and_excluded_words_hold(engine: Engine) -> None:
    assert set(alike(engine, asked("kælkebakke"), Filters(bodies=(BYRAADET,)))) == {COUNCIL}
    assert NEXT not in alike(engine, asked("kælkebakke", excluded=(analysis.forms("ryddes"),)))


def test_of_an_item_that_is_gone_nothing_is_asked(engine: Engine) -> None:
    assert alike(engine, asked("kælkebakke"), best="direktionen-1999-01-01-01") == {}


def test_what_is_only_alike_is_no_result(engine: Engine) -> None:
    service = SearchService(engine, None)
    with_it = service.search(SearchRequest(question="kælkebakken"), PUBLIC)
    without = service.by(replace(ALL, widening=False)).search(SearchRequest(question="kælkebakken"), PUBLIC)
    assert [one.id for one in with_it.results] == [one.id for one in without.results] == [BEST]
    assert NEXT in [one.id for one in with_it.similar]
    assert NEXT not in [one.id for one in without.similar]


def test_what_a_facet_counts_are_the_results(engine: Engine) -> None:
    """The facets are counted without widening: what is only alike must not make a difference."""
    service = SearchService(engine, None)
    of_all = service.search(SearchRequest(question="kælkebakken"), PUBLIC)
    chosen = service.search(SearchRequest(question="kælkebakken", bodies=(DIREKTIONEN,)), PUBLIC)
    assert [(one.value, one.count) for one in chosen.facets["body"]] == [(DIREKTIONEN, 1)]
    assert [(one.value, one.count) for one in of_all.facets["body"]] == [(DIREKTIONEN, 1)]


def test_a_long_item_asks_for_no_more_than_its_longest_terms() -> None:
    words = " ".join(f"ord{'x' * (number % 40)}{number}" for number in range(400))
    found = Found(Item(number=1, title="Titel", sections=item(1, "Titel", words).sections), MEETINGS[0])
    terms = widening._terms(found, Words())
    assert len(terms) == widening.MOST
    assert min(map(len, terms)) > len("ordxx1")
