"""More than one answer holds: deep pages, thousands of items, long exports; and what changes while one reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import elasticsearch
import numpy as np
import pytest

from engines.asked import FACETS, PUBLIC, Access, Selection
from engines.elasticsearch import counting, people, reading, selection, waiting, walking
from engines.elasticsearch.engine import ElasticsearchEngine
from engines.kept import Prepared
from engines.patience import unhurried
from mappings.documents import Appearance
from mappings.errors import EngineUnavailable
from tests.contract.corpus import DIMENSION, item, meeting, words
from tests.elasticsearch.document import run
from tests.elasticsearch.indices import own_indices
from tests.elasticsearch.opening import Overheard, opened

CLERK = Access(closed=True)
MANY = 10_050  # items of one meeting; the server gives 10,000 hits in one answer


def plain(prepared: Prepared) -> Prepared:
    """The meeting without passages: these tests ask for none, and thousands of them take their time."""
    return replace(prepared, passages=(), vectors=np.empty((0, DIMENSION), dtype=np.float32))


LONG = plain(meeting("Byrådet", "2021-06-28", *(item(f"Punkt {n}", closed=n % 500 == 7) for n in range(MANY))))
SHORT = [
    replace(
        plain(meeting("Direktionen", f"2020-01-{day:02d}", item("Budget", people=(f"Person {day}",)), item("Skoler"))),
        appearances=(Appearance("anna-lund", "present", "direktør"), Appearance("bo-kjaer", "absent")),
    )
    for day in range(1, 21)
]


@pytest.fixture(scope="module")
def written(elasticsearch_url: str) -> Iterator[str]:
    with own_indices(elasticsearch_url) as name:
        engine = opened(elasticsearch_url, name)
        engine.write([LONG, *SHORT])
        engine.close()
        yield name


@pytest.fixture
def engine(elasticsearch_url: str, written: str) -> Iterator[ElasticsearchEngine]:
    made = opened(elasticsearch_url, written)
    yield made
    made.close()


def test_a_page_beyond_the_ten_thousandth_hit_is_given(engine: ElasticsearchEngine):
    heard = Overheard(engine)
    whole = engine.select(Selection(limit=20_000), CLERK)
    assert whole.total == len(whole.ids) == len(set(whole.ids)) == MANY + 40
    assert whole.ids[:MANY] == tuple(one.id for one in LONG.meeting.items)
    for offset in (9_995, 10_020, 10_080):
        page = engine.select(Selection(offset=offset, limit=10, facets=("body",)), CLERK)
        assert page.ids == whole.ids[offset : offset + 10]
        assert page.facets["body"] == {"Byrådet": MANY, "Direktionen": 40}
    assert engine.select(Selection(offset=MANY + 40, limit=10), CLERK).ids == ()
    assert not heard.open


def test_deep_pages_follow_each_other_in_every_order(engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch):
    wanted = Selection(words=words("budget skoler budget"), also=tuple(f"{one.meeting.id}-01" for one in SHORT))
    for sort in ("newest", "oldest", "relevance"):
        sorted_by = replace(wanted, sort=sort)  # type: ignore[arg-type]
        near = engine.select(replace(sorted_by, limit=100), PUBLIC)
        assert near.total == len(near.ids) == 20
        with monkeypatch.context() as shallow:
            shallow.setattr(selection, "WINDOW", 3)
            heard = Overheard(engine)
            deep = [engine.select(replace(sorted_by, offset=first, limit=4), PUBLIC) for first in range(0, 24, 4)]
            assert tuple(identity for page in deep for identity in page.ids) == near.ids
            assert any("search_after" in search for search in heard.searches)
            assert not heard.open
            engine._server.reading = heard.client


def test_ten_thousand_items_and_a_meeting_of_as_many_are_read(engine: ElasticsearchEngine):
    assert engine.meetings([LONG.meeting.id, "nothing"], CLERK) == [LONG.meeting]
    (public,) = engine.meetings([LONG.meeting.id], PUBLIC)
    assert [one.number for one in public.items] == list(range(1, MANY + 1))
    assert [one.title for one in public.items if one.closed] == ["Lukket"] * 21
    wanted = [one.id for one in reversed(LONG.meeting.items)]
    assert [found.item.id for found in engine.items([*wanted, "nothing"], PUBLIC)] == wanted


def test_however_many_meetings_somebody_is_in_all_are_told(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
):
    at_once = engine.appearances(["anna-lund"], PUBLIC)
    assert [one.meeting_id for one in at_once] == [one.meeting.id for one in reversed(SHORT)]
    monkeypatch.setattr(people, "WINDOW", 20)
    monkeypatch.setattr(people, "_AT_ONCE", 3)
    assert engine.appearances(["anna-lund"], PUBLIC) == at_once


def test_many_meetings_are_read_and_told_of_in_order(engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "_AT_ONCE", 3)
    monkeypatch.setattr(reading, "_MEETINGS_AT_ONCE", 4)
    monkeypatch.setattr(reading, "_MEETINGS_TOLD_AT_ONCE", 2)
    ids = [one.meeting.id for one in reversed(SHORT)]
    assert engine.meetings(ids, PUBLIC) == [one.meeting for one in reversed(SHORT)]
    assert [found.item.id for found in engine.items([f"{one}-02" for one in ids], PUBLIC)] == [
        f"{one}-02" for one in ids
    ]
    assert [origin.meeting_id for origin in engine.origins()] == sorted([LONG.meeting.id, *ids])


def test_an_export_is_told_a_meeting_at_a_time_and_leaves_nothing_open(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading, "_AT_ONCE", 7)
    heard = Overheard(engine)
    export = engine.export(PUBLIC)
    assert [next(export) for _ in SHORT] == [one.meeting for one in SHORT]
    assert len(heard.searches) < 20
    assert heard.open
    export.close()
    assert not heard.open


def test_a_walk_reads_a_page_at_a_time_and_leaves_nothing_open(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(walking, "AT_ONCE", 7)
    heard = Overheard(engine)
    walk = engine.walk(Selection(sort="oldest"), PUBLIC)
    first = [next(walk).item.id for _ in range(7)]
    assert len(heard.searches) <= 4
    assert heard.open
    walk.close()  # type: ignore[attr-defined]
    assert not heard.open
    assert first == list(engine.select(Selection(sort="oldest", limit=7), PUBLIC).ids)


def test_the_whole_export_is_what_was_written(engine: ElasticsearchEngine):
    heard = Overheard(engine)
    assert list(engine.export(CLERK)) == [*(one.meeting for one in SHORT), LONG.meeting]
    assert not heard.open


def test_a_facet_of_very_many_values_is_counted_exactly(engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch):
    wanted = Selection(facets=FACETS, limit=0)
    at_once = engine.select(wanted, PUBLIC)
    assert len(at_once.facets["person"]) == 20
    monkeypatch.setattr(counting, "AT_ONCE", 3)
    assert engine.select(wanted, PUBLIC) == at_once
    assert len(engine.people(PUBLIC)) == 20


def test_a_case_on_several_shards_is_counted_whole(elasticsearch_url: str, index_name: str):
    """Each shard names its own cases, and none has the two items of most of them."""
    with elasticsearch.Elasticsearch(elasticsearch_url, request_timeout=30) as client:
        run(client, "Before the first `referat index`, or the next `referat reindex`: more shards", index_name)
        engine = opened(elasticsearch_url, index_name)
        numbers = [*(f"21/{n}" for n in range(20)), *(f"21/{n}" for n in range(20)), "21/7", "21/5", "21/5"]
        engine.write([plain(meeting("Byrådet", "2021-06-28", *(item(f"Om {one}", case=one) for one in numbers)))])
        found = engine.select(Selection(facets=("case",)), PUBLIC)
        first = ("21/0", "21/1", *(f"21/{n}" for n in range(10, 16)))
        assert found.facets["case"] == {"21/5": 4, "21/7": 3} | dict.fromkeys(first, 2)
        assert found.titles["21/5"] == "Om 21/5"
        engine.close()
        client.indices.delete_index_template(name=index_name)


def test_a_search_that_did_not_see_everything_is_an_error(engine: ElasticsearchEngine):
    whole = engine._asker._whole
    good = {"timed_out": False, "_shards": {"failed": 0}, "hits": {"hits": []}}
    assert whole(good) is good
    for bad in (
        {**good, "timed_out": True},
        {**good, "_shards": {"failed": 1}},
        {"error": {"type": "search_phase_execution_exception", "reason": "x"}, "status": 503},
    ):
        with pytest.raises(EngineUnavailable) as said:
            whole(bad)
        assert "\n" not in str(said.value)


def test_who_has_time_waits_for_a_part_that_is_not_ready(engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch):
    """A server that just started answers, but says of each search that its shard is not there yet."""
    heard = Overheard(engine)
    ask = heard.msearch
    starting = {"error": {"type": "no_shard_available_action_exception", "reason": "x"}, "status": 503}
    left = iter(range(3))

    def not_yet(**asked: Any) -> Any:
        answer = ask(**asked)
        if next(left, None) is not None:
            answer.body["responses"][-1] = starting
        return answer

    monkeypatch.setattr(heard, "msearch", not_yet)
    monkeypatch.setattr(waiting, "FIRST", 0.01)
    with pytest.raises(EngineUnavailable, match="not ready"):
        engine.select(Selection(), CLERK)
    assert unhurried(engine.select)(Selection(), CLERK).total == MANY + 40
    assert next(left, None) is None
