"""Whatever is asked, it is asked with the filter of who asks: nothing closed is found, counted or sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from engines.asked import FACETS, PUBLIC, Access, Filters, Selection
from engines.elasticsearch import counting
from engines.elasticsearch.engine import ElasticsearchEngine
from tests.contract.corpus import item, meeting, vector, words
from tests.elasticsearch.indices import own_indices
from tests.elasticsearch.opening import Overheard, opened

CLERK = Access(closed=True)
JUNE = meeting(
    "Byrådet",
    "2021-06-28",
    item("Aftale", "Aftale om hjemmearbejde", outcomes=("approved",), people=("Bo Lund",)),
    item("Afskedigelse", "Sagen om Carl Dahl", case="21/5239", closed=True, people=("Carl Dahl",), outcomes=("noted",)),
    present=("Anna Krogh",),
)
OPEN, SHUT = (one.id for one in JUNE.meeting.items)
ASKED = words("aftale om sagen", phrases=("aftale om",), without="vej")
ALSO = (OPEN, SHUT)

READS: dict[str, Callable[[ElasticsearchEngine, Access], object]] = {
    "candidates": lambda engine, access: engine.candidates(ASKED, vector("Sagen"), Filters(years=(2021,)), 5, access),
    "candidates by vector": lambda engine, access: engine.candidates(words(""), vector("x"), Filters(), 5, access),
    "select": lambda engine, access: engine.select(Selection(words=words("sagen"), also=ALSO), access),
    "one of several phrases": lambda engine, access: engine.select(
        Selection(words=words("", either=("sagen om", "aftale om"))), access
    ),
    "relevance": lambda engine, access: engine.select(Selection(words=words("sagen"), sort="relevance"), access),
    "a deep page": lambda engine, access: engine.select(Selection(offset=1, limit=20_000), access),
    "facets": lambda engine, access: engine.select(Selection(limit=0, facets=FACETS), access),
    "people": lambda engine, access: engine.people(access),
    "items": lambda engine, access: engine.items(ALSO, access, vector("Sagen")),
    "meetings": lambda engine, access: engine.meetings([JUNE.meeting.id], access),
    "export": lambda engine, access: list(engine.export(access)),
    "walk": lambda engine, access: list(
        engine.walk(Selection(words=words("sagen"), also=ALSO, sort="relevance"), access, vector("Sagen"), ALSO)
    ),
}


@pytest.fixture(scope="module")
def written(elasticsearch_url: str) -> Iterator[str]:
    with own_indices(elasticsearch_url) as name:
        engine = opened(elasticsearch_url, name)
        engine.write([JUNE])
        engine.close()
        yield name


@pytest.fixture
def engine(elasticsearch_url: str, written: str) -> Iterator[ElasticsearchEngine]:
    made = opened(elasticsearch_url, written)
    yield made
    made.close()


def scopes(search: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The filters that a search is bound by: of its query, and of its kNN."""
    found = [search["query"]["bool"]["filter"]] if "query" in search else []
    return found + ([search["knn"]["filter"]] if "knn" in search else [])


def is_about_items(search: dict[str, Any]) -> bool:
    return any({"term": {"kind": "item"}} in scope for scope in scopes(search))


def is_for_placeholders(search: dict[str, Any]) -> bool:
    """Whether a search fetches no more of closed items than everybody may know."""
    about = all({"term": {"item.closed": True}} in scope for scope in scopes(search))
    allowed = {"item.id", "item.number", "item.part", "item.case_number", "item.page", "item.closed", "meeting"}
    rest = search.keys() - {"query", "sort", "size", "track_total_hits", "timeout", "pit", "search_after", "_source"}
    return about and set(search["_source"]) <= allowed and not rest


@pytest.mark.parametrize("read", READS)
def test_every_search_is_bound_to_what_the_asker_may_see(engine: ElasticsearchEngine, read: str):
    heard = Overheard(engine)
    READS[read](engine, PUBLIC)
    about_items = [search for search in heard.searches if is_about_items(search)]
    assert any(not is_for_placeholders(search) for search in about_items)
    for search in heard.searches:
        for scope in scopes(search):
            assert {"term": {"organisation": ""}} in scope
            assert sum("kind" in clause.get("term", {}) for clause in scope) == 1
        assert scopes(search)
    for search in about_items:
        open_only = all({"term": {"item.closed": False}} in scope for scope in scopes(search))
        assert open_only or is_for_placeholders(search)


@pytest.mark.parametrize("read", READS)
def test_who_may_see_the_closed_is_not_bound(engine: ElasticsearchEngine, read: str):
    heard = Overheard(engine)
    READS[read](engine, CLERK)
    assert "item.closed" not in str(heard.searches)


def test_the_parts_of_a_question_are_all_there(engine: ElasticsearchEngine):
    """So that the test above is about all of them: four of text, two of vectors, counts before, scores after."""
    heard = Overheard(engine)
    found = engine.candidates(ASKED, vector("Sagen"), Filters(), 5, PUBLIC)
    assert [one.item_id for one in found] == [OPEN]
    texts = [search for search in heard.searches if "must" in search.get("query", {}).get("bool", {})]
    assert len(texts) == 4
    assert [search["knn"]["field"] for search in heard.searches if "knn" in search] == [
        "passages.vector",
        "title_passage.vector",
    ]
    assert sum("held" in search.get("aggs", {}) for search in heard.searches) == 1
    assert sum("should" in search.get("query", {}).get("bool", {}) for search in heard.searches) == 1


def test_what_a_public_reader_is_sent_holds_no_closed_word(engine: ElasticsearchEngine):
    answers: list[str] = []
    heard = Overheard(engine)
    ask = heard.msearch

    def listening(**asked: Any) -> Any:
        answers.append(str((answer := ask(**asked)).body))
        return answer

    heard.msearch = listening  # type: ignore[method-assign]
    for read in READS.values():
        read(engine, PUBLIC)
    sent = "\n".join(answers)
    assert "hjemmearbejde" in sent
    for secret in ("Afskedigelse", "Sagen om", "Carl", "carl-dahl"):
        assert secret not in sent


def test_values_counted_page_by_page_are_bound_too(engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(counting, "AT_ONCE", 1)
    heard = Overheard(engine)
    assert engine.select(Selection(facets=("person",), limit=0), PUBLIC).facets["person"] == {
        "anna-krogh": 1,
        "bo-lund": 1,
    }
    assert [person.slug for person in engine.people(PUBLIC)] == ["anna-krogh", "bo-lund"]
    paged = [search for search in heard.searches if "composite" in str(search)]
    assert len(paged) == 6
    assert all({"term": {"item.closed": False}} in scope for search in paged for scope in scopes(search))


def test_what_is_asked_never_reaches_a_query_language(engine: ElasticsearchEngine):
    """Text is only ever compared with tokens: no clause that parses, and none that takes patterns."""
    heard = Overheard(engine)
    strange = words('closed:true AND (a OR *) "x" ~2 /r.*/', phrases=('ikke" OR closed:true',), without="item.closed")
    engine.candidates(strange, vector("x"), Filters(bodies=("*",), cases=("OR",)), 5, PUBLIC)
    engine.candidates(replace(strange, phrases=()), vector("x"), Filters(), 5, PUBLIC)
    engine.select(Selection(words=strange, also=("*",), sort="relevance"), PUBLIC)
    for clause in ("query_string", "regexp", "wildcard", "prefix", "fuzzy", "match"):
        assert f"'{clause}'" not in str(heard.searches)
    allowed = {"Math.max(0.0, cosineSimilarity(params.asked, 'passages.vector') + 1.0)"}
    allowed.add("Math.max(0.0, cosineSimilarity(params.asked, 'title_passage.vector') + 1.0)")
    assert set(_values(heard.searches, "source")) == allowed


def _values(tree: Any, name: str) -> Iterator[Any]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == name:
                yield value
            yield from _values(value, name)
    elif isinstance(tree, list):
        for value in tree:
            yield from _values(value, name)
