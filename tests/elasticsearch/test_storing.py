"""A meeting is stored whole or not at all: what the server refuses, and what a writer that died left behind."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from elasticsearch import Elasticsearch

from benchmarks import synthetic
from engines.asked import PUBLIC, Filters, Selection
from engines.elasticsearch import healing
from engines.elasticsearch.connection import Server
from engines.elasticsearch.engine import ElasticsearchEngine
from engines.elasticsearch.meetings import whole
from engines.elasticsearch.names import Place
from engines.kept import Model, Prepared, WriteReport
from indexer.embedding import model_of
from indexer.pipeline import index
from mappings.documents import encode
from mappings.errors import ReferatError
from tests.contract.corpus import DIMENSION, item, meeting, vector, words
from tests.doubles import GramEmbedder
from tests.elasticsearch.indices import own_indices
from tests.elasticsearch.writers import documents, leases, opened, process, settings

MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"), item("Veje", "Stier og veje"))
JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale"), item("Budget"), item("Drift"))
JUNE_ANEW = meeting("Direktionen", "2021-06-28", item("Cykelstier", "Stier"), item("Budget", "Renter"))
JUNE_LONGER = meeting("Direktionen", "2021-06-28", *(item(f"Sag{number}") for number in range(6)))
TOO_HIGH = 2**40  # as a page, which the mapping has as an integer


@pytest.fixture(scope="module")
def index_name(elasticsearch_url: str) -> Iterator[str]:
    """One for all that is tested here: making an index takes longer than most of it."""
    with own_indices(elasticsearch_url) as name:
        yield name


@pytest.fixture
def engine(elasticsearch_url: str, index_name: str) -> Iterator[ElasticsearchEngine]:
    """Nothing is stored."""
    engine = opened(elasticsearch_url, index_name)
    engine.write([])
    engine.remove([origin.meeting_id for origin in engine.origins()])
    yield engine
    engine.close()


def refused(prepared: Prepared, number: int = 1) -> Prepared:
    """The meeting, of which the server will not have item `number`."""
    items = tuple(replace(one, page=TOO_HIGH) if one.number == number else one for one in prepared.meeting.items)
    return replace(prepared, meeting=replace(prepared.meeting, items=items))


def ids(engine: ElasticsearchEngine) -> set[str]:
    return set(engine.select(Selection(limit=100), PUBLIC).ids)


# What the server refuses


def test_what_is_refused_is_told_by_item_and_the_rest_is_stored(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str
) -> None:
    report = engine.write([refused(JUNE, 2), MAY])
    assert (report.added, report.replaced) == (1, 0)
    (one,) = report.refused
    assert (one.meeting_id, one.item_id) == (JUNE.meeting.id, f"{JUNE.meeting.id}-02")
    assert "item.page" in one.reason
    assert list(engine.export(PUBLIC)) == [MAY.meeting]
    assert {source["kind"] for source in documents(elasticsearch_url, index_name).values()} == {
        "item",
        "meeting",
        "state",
    }
    assert len(documents(elasticsearch_url, index_name)) == 4


def test_of_a_meeting_with_something_refused_the_version_before_stays(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str
) -> None:
    engine.write([JUNE, MAY])
    before = documents(elasticsearch_url, index_name)
    report = engine.write([refused(JUNE_ANEW, 2)])
    assert [one.item_id for one in report.refused] == [f"{JUNE.meeting.id}-02"]
    assert report == WriteReport(refused=report.refused)
    after = documents(elasticsearch_url, index_name)
    state = Place(index_name).key("state")
    assert {**after, state: None} == {**before, state: None}
    near = engine.candidates(words(""), vector("Hjemmearbejde"), Filters(), 1, PUBLIC)
    assert near[0].evidence.heading == pytest.approx(1, abs=0.01)
    assert engine.write([JUNE_ANEW]) == WriteReport(replaced=1)


def test_a_meeting_itself_can_be_refused(engine: ElasticsearchEngine) -> None:
    long = replace(MAY, meeting=replace(MAY.meeting, body="x" * 40_000, items=()), passages=(), vectors=MAY.vectors[:0])
    (one,) = engine.write([long, JUNE]).refused
    assert (one.meeting_id, one.item_id) == (MAY.meeting.id, "")
    assert "immense term" in one.reason
    assert len(one.reason) < 600
    assert list(engine.export(PUBLIC)) == [JUNE.meeting]


def test_what_is_no_text_is_refused_by_item(engine: ElasticsearchEngine) -> None:
    items = (JUNE.meeting.items[0], replace(JUNE.meeting.items[1], title="Løs \ud800 halvdel"))
    odd = replace(JUNE, meeting=replace(JUNE.meeting, items=items))
    (one,) = engine.write([odd, MAY]).refused
    assert (one.meeting_id, one.item_id) == (JUNE.meeting.id, f"{JUNE.meeting.id}-02")
    assert list(engine.export(PUBLIC)) == [MAY.meeting]


def test_a_file_with_something_refused_is_named_and_the_others_are_indexed(
    elasticsearch_url: str, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.jsonl", tmp_path / "good.jsonl"
    endless = replace(JUNE.meeting.items[0], case_number="9" * 40_000)
    good.write_bytes(encode(MAY.meeting))
    bad.write_bytes(encode(replace(JUNE.meeting, items=(endless,))))
    embedder = GramEmbedder()
    with own_indices(elasticsearch_url) as name:
        engine = ElasticsearchEngine(settings(elasticsearch_url, name), model_of(embedder))
        report = index([tmp_path], engine, embedder)
        engine.close()
    assert (report.added, report.items) == (1, 2)
    (failure,) = report.failures
    assert failure.path == str(bad)
    assert failure.reason.startswith(f"{bad}: {JUNE.meeting.id}-01 cannot be stored: ")
    assert "\n" not in failure.reason


def test_vectors_come_in_any_layout_and_none_at_all(engine: ElasticsearchEngine) -> None:
    wide = np.zeros((len(MAY.passages), 2 * DIMENSION), dtype=">f8")
    wide[:, ::2] = MAY.vectors
    nothing = np.zeros_like(JUNE.vectors)
    engine.write([replace(MAY, vectors=wide[:, ::2]), replace(JUNE, vectors=nothing)])
    found = engine.candidates(words("budget"), vector("Skoler"), Filters(), 10, PUBLIC)
    by_id = {one.item_id: one.evidence for one in found}
    assert by_id[f"{MAY.meeting.id}-01"].heading == pytest.approx(1, abs=0.01)
    assert f"{JUNE.meeting.id}-02" in by_id


def moved() -> tuple[Prepared, Prepared]:
    """A meeting without its last item, and another that has it."""
    last = JUNE.meeting.items[-1]
    kept = tuple(passage.item_id != last.id for passage in JUNE.passages)
    without = replace(
        JUNE,
        meeting=replace(JUNE.meeting, items=JUNE.meeting.items[:-1]),
        passages=tuple(passage for passage in JUNE.passages if passage.item_id != last.id),
        vectors=JUNE.vectors[np.array(kept)],
    )
    having = replace(MAY, meeting=replace(MAY.meeting, items=(last,)), passages=(), vectors=MAY.vectors[:0])
    return without, having


@pytest.mark.parametrize("known", [True, False], ids=["to a meeting that was", "to a new one"])
def test_an_item_moves_from_one_meeting_to_another(engine: ElasticsearchEngine, known: bool) -> None:
    engine.write([JUNE, MAY] if known else [JUNE])
    without, having = moved()
    assert engine.write([without, having]) == WriteReport(replaced=1 + known, added=1 - known)
    assert list(engine.export(PUBLIC)) == [having.meeting, without.meeting]
    assert ids(engine) == {one.id for one in JUNE.meeting.items}


def test_an_item_whose_meeting_is_refused_does_not_move(engine: ElasticsearchEngine) -> None:
    engine.write([JUNE, MAY])
    without, having = moved()
    with pytest.raises(ReferatError, match=JUNE.meeting.items[-1].id):
        engine.write([refused(without), having])
    assert list(engine.export(PUBLIC)) == [MAY.meeting, JUNE.meeting]


# What a writer that died left behind


@pytest.fixture
def break_off(elasticsearch_url: str, index_name: str) -> Callable[[Prepared, int], None]:
    """Does only the first operations of a write that is in the journal, as when server and writer die together."""

    def break_off(prepared: Prepared, operations: int) -> None:
        place = Place(index_name)
        with Elasticsearch(elasticsearch_url) as client:
            stored = client.get(index=place.read, id=place.key("meeting", prepared.meeting.id))["_source"]["items"]
            made = whole(prepared, place, tuple(stored))
            lines = b"".join(one.lines for one in made.unit.operations[:operations])  # type: ignore[union-attr]
            answer = client.perform_request(
                "POST",
                f"/{place.write}/_bulk",
                headers={"content-type": "application/x-ndjson", "accept": "application/json"},
                body=lines,
            )
            assert not answer.body["errors"]
            gone = {"token": "gone", "machine": "", "pid": 1, "since": 1, "until": 1, "started": "", "host": ""}
            journal = {"kind": "lease", "organisation": "", "meetings": [prepared.meeting.id], **gone}
            client.index(index=place.state, id="writer/", document=journal)

    return break_off


@pytest.mark.parametrize(
    ("anew", "done"), [(JUNE_ANEW, done) for done in (1, 2, 3, 4)] + [(JUNE_LONGER, done) for done in (1, 4, 6, 7)]
)
def test_whatever_was_done_of_a_write_no_item_is_lost_and_none_is_left_over(
    engine: ElasticsearchEngine,
    break_off: Callable[[Prepared, int], None],
    elasticsearch_url: str,
    index_name: str,
    anew: Prepared,
    done: int,
) -> None:
    engine.write([JUNE, MAY])
    break_off(anew, done)
    change = change_of(elasticsearch_url, index_name)
    assert engine.write([]) == WriteReport()  # whoever writes next heals, whatever it has to write
    committed = done > len(anew.meeting.items)
    wanted = anew if committed else JUNE
    own = {one.id for one in MAY.meeting.items}
    assert ids(engine) == own | {one.id for one in wanted.meeting.items}
    assert len(documents(elasticsearch_url, index_name)) == len(ids(engine)) + 3
    assert change_of(elasticsearch_url, index_name) == change + 1
    assert leases(elasticsearch_url, index_name) == {}
    assert engine.write([anew]) == WriteReport(replaced=1)
    assert engine.meetings([anew.meeting.id], PUBLIC) == [anew.meeting]
    assert ids(engine) == own | {one.id for one in anew.meeting.items}


def test_who_heals_waits_for_what_the_server_is_still_at_and_for_no_more(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two requests of the dead writer are under way; another organisation goes on writing."""
    under_way = [{"dead 1", "dead 2"}, {"dead 2", "other 1"}, {"other 1", "other 2"}, {"other 2"}]
    monkeypatch.setattr(healing, "_LOOKS_AGAIN", 0.001)
    monkeypatch.setattr(healing, "_tasks", lambda *_: under_way.pop(0))
    server = Server(settings(elasticsearch_url, index_name))
    healing.outlast(server, Place(index_name).write)
    server.close()
    assert len(under_way) == 1


def test_the_server_tells_what_it_is_at(elasticsearch_url: str) -> None:
    model = Model(name="random", dimension=384)
    many = list(synthetic.meetings(500, model.dimension))
    with own_indices(elasticsearch_url) as name, ThreadPoolExecutor(1) as pool:
        engine = ElasticsearchEngine(settings(elasticsearch_url, name), model)
        server = Server(settings(elasticsearch_url, name))
        writing = pool.submit(engine.write, many)
        seen: set[str] = set()
        while not writing.done():
            seen |= healing._tasks(server, Place(name).write)
        assert writing.result().added == len(many)
        assert seen
        assert healing._tasks(server, Place(name).write) == set()
        server.close()
        engine.close()


WRITE, REMOVE = "write([JUNE_ANEW])", "remove([JUNE_ANEW.meeting.id])"
MOMENTS = [
    ("lease.Lease.note", "before"),
    ("lease.Lease.note", "after"),
    ("storing.Store._check_ids", "after"),
    ("storing.Store._store", "after"),
    ("bulk.Sender._post", "before"),
    ("bulk.Sender._post", "after"),
    ("storing.Store._refresh", "before"),
    ("storing.Store._refresh", "after"),
    ("lease.Lease.give_back", "before"),
]
WRITES_ONLY = ("storing.Store._check_ids", "storing.Store._store")
KILLS = [
    (*moment, what) for moment in MOMENTS for what in (WRITE, REMOVE) if what == WRITE or moment[0] not in WRITES_ONLY
]
KILLED_AT = """
from pkgutil import resolve_name
from unittest import mock
from tests.elasticsearch.test_storing import JUNE_ANEW
path, when = {path!r}, {when!r}
owner, _, name = f"engines.elasticsearch.{{path}}".rpartition(".")
original = getattr(resolve_name(owner), name)
def killed(*args, **kwargs):
    if when == "after": original(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
with mock.patch.object(resolve_name(owner), name, killed):
    engine.{what}
"""


@pytest.mark.parametrize(("path", "when", "what"), KILLS)
def test_a_writer_killed_between_two_steps_leaves_meetings_whole(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str, path: str, when: str, what: str
) -> None:
    engine.write([JUNE, MAY])
    with process(KILLED_AT.format(path=path, when=when, what=what), elasticsearch_url, index_name) as child:
        assert child.wait(60) == -signal.SIGKILL, child.stderr and child.stderr.read()
    assert_whole(engine)  # to readers, before anybody heals
    engine.write([])
    assert_whole(engine)
    engine.write([JUNE_ANEW])
    assert engine.meetings([JUNE.meeting.id, MAY.meeting.id], PUBLIC) == [JUNE_ANEW.meeting, MAY.meeting]
    assert_whole(engine)
    assert engine.status().problems == ()


def assert_whole(engine: ElasticsearchEngine) -> None:
    """Meetings are as they were or as they should be; there is nothing besides."""
    meetings = list(engine.export(PUBLIC))
    assert MAY.meeting in meetings
    assert all(one in (MAY.meeting, JUNE.meeting, JUNE_ANEW.meeting) for one in meetings)
    items = {one.id for each in meetings for one in each.items}
    assert ids(engine) == items


# What is one change


def test_every_batch_is_a_change_that_readers_can_tell(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = change_of(elasticsearch_url, index_name)
    monkeypatch.setattr("engines.batching.BATCH_MEETINGS", 1)
    engine.write([JUNE, MAY])
    assert change_of(elasticsearch_url, index_name) == before + 2
    engine.write([])
    engine.remove(["unknown"])
    assert change_of(elasticsearch_url, index_name) == before + 2
    engine.remove([MAY.meeting.id])
    assert change_of(elasticsearch_url, index_name) == before + 3


def change_of(url: str, name: str) -> int:
    return int(documents(url, name)[Place(name).key("state")]["change"])
