"""All the results of a search are what its pages show, one after the other, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search_api import floor
from search_api.access import PUBLIC, Access
from search_api.query import SearchRequest
from search_api.service import SearchService

REQUESTS = {
    "everything": SearchRequest(),
    "oldest": SearchRequest(sort="oldest"),
    "words": SearchRequest(question="skolernes budget"),
    "one word": SearchRequest(question="budget"),
    "by date": SearchRequest(question="budget", sort="newest"),
    "filtered": SearchRequest(question="parkering", years=(2020,)),
    "a case": SearchRequest(question="19/10"),
    "a person": SearchRequest(question="Anna Lund"),
    "a phrase": SearchRequest(question='"skolernes køkken"'),
    "less a word": SearchRequest(question="-budget"),
    "nothing": SearchRequest(question="xyzzyq"),
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_it_is_the_pages_one_after_the_other(service: SearchService, request_: SearchRequest) -> None:
    pages = [service.search(replace(request_, page=number, size=2), PUBLIC) for number in (1, 2, 3, 4)]
    export = service.export(replace(request_, page=3, size=1), PUBLIC)
    assert [one.result for one in export.results] == [result for page in pages for result in page.results]
    assert export.total == pages[0].total
    assert export.query.text == pages[0].query.text


def test_hits_that_lack_some_of_the_words_come_along(service: SearchService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floor, "floor", lambda *_, **__: 0.3)
    asked = SearchRequest(question="parkeringspladser ved havnen")
    page = service.search(asked, PUBLIC)
    assert [result.title for result in page.results] == ["Parkering ved havnen"] * 2
    assert [one.result for one in service.export(asked, PUBLIC).results] == list(page.results)
    assert service.hits(asked, PUBLIC, 10).ids == ("direktionen-2020-05-04-01", "direktionen-2019-05-06-01")


def test_each_comes_with_its_item_whole(service: SearchService) -> None:
    (one,) = service.export(SearchRequest(question="frokost"), PUBLIC).results
    assert one.found.item == service.item(one.result.id, PUBLIC).item
    assert one.found.meeting.body == "Direktionen"


def test_what_is_closed_is_not_exported(service: SearchService) -> None:
    for asked in (SearchRequest(), SearchRequest(question="hemmelig"), SearchRequest(question="20/99")):
        assert "direktionen-2020-05-04-03" not in {one.result.id for one in service.export(asked, PUBLIC).results}
        assert "direktionen-2020-05-04-03" not in (service.hits(asked, PUBLIC, 100).ids or ())
        everything = service.export(asked, Access(closed=True)).results
        assert "direktionen-2020-05-04-03" in {one.result.id for one in everything}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_the_ids_of_all_hits_are_those_of_the_export(service: SearchService, request_: SearchRequest) -> None:
    newest = service.export(replace(request_, sort="newest"), PUBLIC)
    hits = service.hits(request_, PUBLIC, 100)
    assert hits.ids == tuple(one.result.id for one in newest.results)
    assert hits.total == len(hits.ids)


def test_of_too_many_hits_only_the_number_is_told(service: SearchService) -> None:
    assert service.hits(SearchRequest(), PUBLIC, 6).ids is not None
    hits = service.hits(SearchRequest(), PUBLIC, 5)
    assert (hits.total, hits.ids) == (6, None)


def test_the_edition_of_what_is_searched_is_known(service: SearchService) -> None:
    edition = service.edition()
    assert edition is not None
    assert edition.changed is not None


def test_who_stops_early_lets_go_of_what_the_engine_keeps(
    service: SearchService, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks = []
    walk = service._engine.walk
    monkeypatch.setattr(service._engine, "walk", lambda *asked: walks.append(walk(*asked)) or walks[-1])
    export = service.export(SearchRequest(), PUBLIC)
    next(export.results)
    assert walks[0].gi_frame is not None
    export.results.close()
    assert walks[0].gi_frame is None
