"""Frequencies are remembered, and forgotten with the first change, whoever made it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from engines.asked import PUBLIC, Access, Filters, Selection
from engines.elasticsearch.engine import ElasticsearchEngine
from tests.contract.corpus import item, meeting, words
from tests.elasticsearch.opening import Overheard, opened

CLERK = Access(closed=True)
JUNE = meeting("Byrådet", "2021-06-28", item("Budget", "Budget og skoler"), item("Skoler"), item("Veje"))
JULY = meeting("Byrådet", "2021-07-28", *(item(f"Budget {n}", closed=n < 2) for n in range(8)))


@pytest.fixture
def engine(elasticsearch_url: str, index_name: str) -> Iterator[ElasticsearchEngine]:
    made = opened(elasticsearch_url, index_name)
    made.write([JUNE])
    yield made
    made.close()


def scores(engine: ElasticsearchEngine, question: str, access: Access = PUBLIC) -> dict[str, float]:
    found = engine.candidates(words(question), None, Filters(), 50, access)
    return {one.item_id: one.evidence.stems for one in found}


def counted(heard: Overheard) -> list[str]:
    """The tokens of stems that were counted, in order."""
    filters = [
        search["aggs"]["held"]["filters"]["filters"] for search in heard.searches if "held" in search.get("aggs", {})
    ]
    stems = [clause["term"].get("text.stems") for part in filters for clause in part]
    return [stem for stem in stems if stem]


def test_a_token_is_counted_once(engine: ElasticsearchEngine):
    heard = Overheard(engine)
    assert scores(engine, "budget skoler") == scores(engine, "skoler budget")
    assert counted(heard) == ["budg", "skol"]
    scores(engine, "budget veje")
    assert counted(heard) == ["budg", "skol", "vej"]
    scores(engine, "budget", CLERK)
    assert counted(heard) == ["budg", "skol", "vej", "budg"]


def test_another_process_s_write_is_noticed_at_once(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str
):
    before = scores(engine, "budget skoler")
    other = opened(elasticsearch_url, index_name)
    other.write([JULY])
    after = scores(engine, "budget skoler")
    assert after == scores(other, "budget skoler")
    assert after[f"{JUNE.meeting.id}-01"] != before[f"{JUNE.meeting.id}-01"]
    other.remove([JULY.meeting.id])
    assert scores(engine, "budget skoler") == pytest.approx(before)
    other.close()


def test_relevance_is_by_what_is_there_now(engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str):
    """ "skoler" is rarer than "veje" first, and then the other way round; either is once in a title of one word."""
    wanted = Selection(words=words("veje skoler"), also=tuple(f"{JUNE.meeting.id}-{n:02d}" for n in (2, 3)),
                       sort="relevance")  # fmt: skip
    first = engine.select(wanted, PUBLIC).ids
    assert first[0] == f"{JUNE.meeting.id}-03"
    other = opened(elasticsearch_url, index_name)
    other.write([meeting("Byrådet", "2022-01-01", *(item("Veje") for _ in range(5)))])
    other.close()
    assert engine.select(wanted, PUBLIC).ids == first[::-1]


def test_counts_are_of_what_each_asker_may_see(engine: ElasticsearchEngine):
    engine.write([JULY])
    public, clerk = scores(engine, "budget skoler"), scores(engine, "budget skoler", CLERK)
    assert len(clerk) == len(public) + 2
    assert clerk[f"{JUNE.meeting.id}-02"] > public[f"{JUNE.meeting.id}-02"]


def test_people_are_remembered_until_something_changes(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str
):
    heard = Overheard(engine)
    assert engine.people(PUBLIC) == engine.people(PUBLIC) == []
    assert sum("aggs" in search for search in heard.searches) == 1
    other = opened(elasticsearch_url, index_name)
    other.write([meeting("Byrådet", "2022-01-01", item("Valg", people=("Bo Lund",)))])
    assert [person.name for person in engine.people(PUBLIC)] == ["Bo Lund"]
    engine.people(PUBLIC).clear()
    assert [person.name for person in engine.people(PUBLIC)] == ["Bo Lund"]
    other.close()
