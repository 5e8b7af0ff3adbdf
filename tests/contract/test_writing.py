"""What is written is found, whole, at once, by everybody."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from engines.asked import FACETS, PUBLIC, Filters, Selection
from engines.base import Engine
from engines.kept import Model, Origin, Prepared, WriteReport
from mappings.errors import IndexMismatch, ReferatError, WriterBusy
from tests.contract.conftest import Data
from tests.contract.corpus import DIMENSION, MODEL, item, meeting, vector, words

JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde"), item("Budget", "Drift"))
MAY = meeting(
    "Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen", people=("Anna Krogh",)), present=("Bo Lund",)
)


def total(engine: Engine, selection: Selection | None = None) -> int:
    return engine.select(selection or Selection(), PUBLIC).total


def finds(engine: Engine, question: str) -> set[str]:
    return set(engine.select(Selection(words=words(question), limit=100), PUBLIC).ids)


def test_an_empty_index_answers_everything_with_nothing(engine: Engine):
    assert engine.select(Selection(facets=FACETS), PUBLIC).total == 0
    assert engine.select(Selection(facets=FACETS), PUBLIC).facets == {name: {} for name in FACETS}
    assert engine.candidates(words("skole"), vector("skole"), Filters(), 10, PUBLIC) == []
    assert engine.items(["x"], PUBLIC) == engine.meetings(["x"], PUBLIC) == list(engine.export(PUBLIC)) == []
    assert engine.people(PUBLIC) == engine.origins() == []
    assert engine.remove(["x"]) == WriteReport()
    status = engine.status()
    assert (status.meetings, status.items, status.passages, status.model, status.problems) == (0, 0, 0, None, ())


def test_what_is_written_is_counted_and_found(engine: Engine):
    assert engine.write([JUNE, MAY]) == WriteReport(added=2)
    assert total(engine) == 3
    assert finds(engine, "hjemmearbejde") == {"direktionen-2021-06-28-01"}
    status = engine.status()
    assert (status.meetings, status.items, status.passages) == (2, 3, 6)
    assert status.model == MODEL
    assert status.changed is not None
    assert status.bytes > 0
    assert status.problems == ()


def test_another_handle_sees_a_finished_write(engine: Engine, other: Engine):
    assert total(other) == 0
    engine.write([JUNE])
    assert total(other) == 2
    other.write([MAY])
    assert total(engine) == 3
    engine.remove([JUNE.meeting.id])
    assert total(other) == 1
    assert finds(other, "hjemmearbejde") == set()


def test_writing_twice_changes_nothing_but_the_report(engine: Engine):
    engine.write([JUNE, MAY])
    before = (engine.select(Selection(facets=FACETS), PUBLIC), list(engine.export(PUBLIC)))
    assert engine.write([JUNE, MAY]) == WriteReport(replaced=2)
    assert (engine.select(Selection(facets=FACETS), PUBLIC), list(engine.export(PUBLIC))) == before
    found = engine.candidates(words("hjemmearbejde"), vector("Budget"), Filters(), 10, PUBLIC)
    assert len(found) == len({one.item_id for one in found}) == 3


def test_a_meeting_replaces_what_had_its_id_whole(engine: Engine):
    engine.write([JUNE, MAY])
    anew = meeting("Direktionen", "2021-06-28", item("Cykelstier", "Stier langs vejen"))
    assert engine.write([anew]) == WriteReport(replaced=1)
    assert finds(engine, "hjemmearbejde") == finds(engine, "budget") == set()
    assert finds(engine, "cykelstier") == {"direktionen-2021-06-28-01"}
    assert engine.items(["direktionen-2021-06-28-02"], PUBLIC) == []
    near = engine.candidates(words(""), vector("Budget"), Filters(), 10, PUBLIC)
    assert {one.item_id for one in near} == {"direktionen-2021-06-28-01", "byraadet-2021-05-31-01"}
    assert all(one.evidence.heading is not None and one.evidence.heading < 0.999 for one in near)


def test_the_last_of_two_with_one_id_in_one_write_stays(engine: Engine):
    anew = meeting("Direktionen", "2021-06-28", item("Cykelstier"))
    assert engine.write([JUNE, anew]) == WriteReport(added=1, replaced=1)
    assert engine.meetings([JUNE.meeting.id], PUBLIC) == [anew.meeting]
    assert total(engine) == 1


def test_removing_forgets_everything_of_a_meeting(engine: Engine):
    engine.write([JUNE, MAY])
    assert engine.remove([MAY.meeting.id, "unknown-2020-01-01"]) == WriteReport(removed=1)
    assert engine.meetings([MAY.meeting.id], PUBLIC) == []
    assert engine.people(PUBLIC) == []
    assert [origin.meeting_id for origin in engine.origins()] == [JUNE.meeting.id]
    assert engine.select(Selection(facets=("body",)), PUBLIC).facets["body"] == {"Direktionen": 2}
    assert engine.remove([MAY.meeting.id]) == WriteReport()
    assert engine.write([MAY]) == WriteReport(added=1)
    assert finds(engine, "skoler") == {"byraadet-2021-05-31-01"}


def test_everything_can_be_removed(engine: Engine):
    engine.write([JUNE, MAY])
    engine.remove([JUNE.meeting.id, MAY.meeting.id])
    assert total(engine) == 0
    assert engine.candidates(words("skoler"), vector("Budget"), Filters(), 10, PUBLIC) == []
    assert engine.status().items == 0


def test_origins_tell_file_and_digest(engine: Engine):
    engine.write([JUNE])
    assert engine.origins() == [
        Origin("direktionen-2021-06-28", "/referater/direktionen-2021-06-28.txt", JUNE.meeting.sha256)
    ]


def test_nothing_to_write_is_no_error(engine: Engine):
    assert engine.write([]) == WriteReport()
    assert total(engine) == 0


def test_a_meeting_without_items_or_passages_is_kept(engine: Engine):
    empty = meeting("Ældrerådet", "2020-01-01")
    silent = dataclasses.replace(MAY, passages=(), vectors=np.empty((0, DIMENSION), dtype=np.float32))
    engine.write([empty, silent])
    assert engine.meetings([empty.meeting.id], PUBLIC) == [empty.meeting]
    found = engine.candidates(words("skoler"), vector("Budget"), Filters(), 10, PUBLIC)
    assert [(one.item_id, one.evidence.body) for one in found] == [("byraadet-2021-05-31-01", None)]


def test_what_was_committed_stays_when_a_later_meeting_cannot_be_made(engine: Engine):
    def broken() -> Iterator[Prepared]:
        yield JUNE
        raise OSError("a file that cannot be read")

    engine.write([MAY])
    with pytest.raises(OSError, match=r"^a file that cannot be read$"):
        engine.write(broken())
    assert finds(engine, "skoler") == {"byraadet-2021-05-31-01"}
    assert engine.write([JUNE]).removed == 0
    assert total(engine) == 3


def test_a_second_writer_is_refused_at_once_and_the_first_goes_on(engine: Engine, other: Engine):
    refused = []

    def meanwhile() -> Iterator[Prepared]:
        for handle in (engine, other):
            with pytest.raises(WriterBusy) as busy:
                handle.write([MAY])
            refused.append(str(busy.value))
        yield JUNE

    engine.write(meanwhile())
    assert total(other) == 2
    assert len(refused) == 2
    assert all("\n" not in line for line in refused)
    other.write([MAY])
    assert total(engine) == 3


def test_readers_read_while_one_writes(engine: Engine, other: Engine):
    engine.write([MAY])
    seen = []

    def slowly() -> Iterator[Prepared]:
        for handle in (engine, other):
            seen.append((total(handle), finds(handle, "skoler"), len(handle.candidates(
                words("skoler"), vector("Budget"), Filters(), 5, PUBLIC))))  # fmt: skip
        yield JUNE

    engine.write(slowly())
    assert seen == [(1, {"byraadet-2021-05-31-01"}, 1)] * 2


def test_another_model_is_refused_by_name_and_by_dimension(data: Data, engine: Engine):
    engine.write([JUNE])
    for model in (Model(name="other", dimension=DIMENSION), Model(name=MODEL.name, dimension=3)):
        with pytest.raises(IndexMismatch, match="REFERAT_MODEL"):
            data.open(model).select(Selection(), PUBLIC)
    assert total(data.open(None)) == 2


def test_a_handle_opened_before_another_model_wrote_is_refused(data: Data, engine: Engine):
    early = data.open(Model(name="other", dimension=DIMENSION))
    engine.write([JUNE])
    with pytest.raises(IndexMismatch, match="REFERAT_MODEL"):
        early.select(Selection(), PUBLIC)
    with pytest.raises(IndexMismatch, match="REFERAT_MODEL"):
        early.write([MAY])


def test_vectors_of_another_dimension_are_refused_and_nothing_is_kept_of_them(engine: Engine):
    engine.write([MAY])
    with pytest.raises(IndexMismatch, match="dimension"):
        engine.write([dataclasses.replace(JUNE, vectors=np.ones((4, 3), dtype=np.float32))])
    with pytest.raises(ReferatError):
        engine.write([dataclasses.replace(JUNE, vectors=np.ones((1, DIMENSION), dtype=np.float32))])
    with pytest.raises(IndexMismatch):
        engine.candidates(words("skole"), np.ones(3, dtype=np.float32), Filters(), 5, PUBLIC)
    assert total(engine) == 1


def test_two_items_with_one_id_are_refused(engine: Engine):
    first = JUNE.meeting.items[0]
    twice = dataclasses.replace(JUNE.meeting, items=(first, first))
    with pytest.raises(ReferatError, match="direktionen-2021-06-28-01"):
        engine.write([dataclasses.replace(JUNE, meeting=twice)])
    assert engine.write([JUNE]) == WriteReport(added=1)


def test_vectors_are_cached_by_key(engine: Engine, other: Engine):
    assert engine.cached_vectors([b"a"]) == {}
    engine.cache_vectors({b"a": vector("a"), b"b": vector("b")})
    found = other.cached_vectors([b"a", b"b", b"c"])
    assert {key: kept.tolist() for key, kept in found.items()} == {
        b"a": vector("a").tolist(),
        b"b": vector("b").tolist(),
    }
    assert total(engine) == 0
    keys = {number.to_bytes(4, "big"): vector(str(number)) for number in range(3_000)}
    engine.cache_vectors(keys)
    assert len(engine.cached_vectors(list(keys))) == 3_000


def test_vectors_can_be_cached_in_the_middle_of_a_write(engine: Engine, other: Engine):
    def embedding() -> Iterator[Prepared]:
        for handle in (engine, other):
            handle.cache_vectors({b"k": vector("k")})
            assert handle.cached_vectors([b"k"]).keys() == {b"k"}
        yield JUNE

    engine.write(embedding())
    assert total(engine) == 2


def test_many_threads_share_an_engine(engine: Engine, run_together: Callable[..., list[int]]):
    engine.write([JUNE, MAY])
    assert set(run_together(lambda: total(engine) + len(finds(engine, "skoler")), 8, 25)) == {4}
