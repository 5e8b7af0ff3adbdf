"""A reranker orders the first results and the first neighbours, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from engines.found import Candidate, Evidence
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.ranking import Ranked
from search_api.reranking import FIRST, reranked
from search_api.service import SearchService


def ranked(name: str, score: float, *, hit: bool) -> Ranked:
    return Ranked(Candidate(name, dt.date(2021, 1, 1), Evidence()), score, hit)


RANKED = [ranked("sag", 11, hit=True), ranked("a", 3, hit=True), ranked("b", 2, hit=True), ranked("c", 1, hit=False)]


def order(found: Sequence[Ranked]) -> list[str]:
    return [one.candidate.item_id for one in found]


def test_results_are_ordered_by_what_it_says_and_stay_before_neighbours() -> None:
    assert order(reranked(RANKED, (), lambda ids: {"sag": 0, "a": 1, "b": 2, "c": 9})) == ["b", "a", "sag", "c"]


def test_what_is_named_outright_stays_in_front() -> None:
    assert order(reranked(RANKED, {"sag"}, lambda ids: {"a": 1, "b": 2, "c": 9})) == ["sag", "b", "a", "c"]


def test_what_it_says_nothing_of_comes_after_in_its_order() -> None:
    assert order(reranked(RANKED, (), lambda ids: {"b": 0.5})) == ["b", "sag", "a", "c"]


def test_only_the_first_are_read_and_the_rest_follow() -> None:
    many = [ranked(f"{n:02d}", 100 - n, hit=True) for n in range(FIRST + 5)]
    asked: list[str] = []

    def backwards(ids: Sequence[str]) -> dict[str, float]:
        asked.extend(ids)
        return {one: float(place) for place, one in enumerate(ids)}

    found = order(reranked(many, (), backwards))
    assert len(asked) == FIRST
    assert found == [*reversed(order(many)[:FIRST]), *order(many)[FIRST:]]


class Longest:
    """Likes long texts, and remembers what it was asked."""

    def __init__(self) -> None:
        self.read: list[tuple[str, str]] = []

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        self.read += [(question, text) for text in texts]
        return [float(len(text)) for text in texts]


def test_the_service_reads_title_and_passage_and_pages_do_not_overlap(service: SearchService) -> None:
    longest = Longest()
    ours = SearchService(service._engine, service._embedder, reranker=longest)
    asked = SearchRequest(question="parkering")
    plain, other = service.search(asked, PUBLIC), ours.search(asked, PUBLIC)
    assert {one.id for one in other.results} == {one.id for one in plain.results}
    assert ("parkering", "Parkering ved havnen\nDet blev parkering ved havnen.") in longest.read
    assert all("Hemmelig" not in text for _, text in longest.read)
    pages = [ours.search(SearchRequest(question="parkering", page=n, size=1), PUBLIC).results for n in (1, 2)]
    assert [one.id for page in pages for one in page] == [one.id for one in other.results[:2]]
