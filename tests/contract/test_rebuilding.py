"""The index is made anew beside the one that is searched: for another model, whatever happens on the way."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np
import pytest

from engines.asked import FACETS, PUBLIC, Access, Filters, Selection
from engines.base import Engine, Part
from engines.kept import Model, Prepared, Stored, Vectors
from mappings.documents import Passage, Person
from mappings.errors import IndexMismatch, ReferatError, WriterBusy
from tests.contract.conftest import Data
from tests.contract.corpus import MODEL, analysis_text, item, meeting, vector, words

JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde"), item("Budget", "Drift"))
MAY = meeting(
    "Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen", people=("Anna Krogh",)), present=("Bo Lund",)
)
CLOSED = meeting("Økonomiudvalget", "2021-04-30", item("Køb af grund", "Fortroligt", closed=True))
EMPTY = meeting("Ældrerådet", "2020-01-01")
ALL = [JUNE, MAY, CLOSED, EMPTY]
OTHER = Model(name="other", dimension=5)
STAFF = Access(closed=True)


def other_vector(text: str) -> Vectors:
    """What the other model makes of a text."""
    found: Vectors = vector(text)[: OTHER.dimension]
    return found / np.linalg.norm(found)


def prepared(stored: Stored, model: Model = OTHER) -> Prepared:
    """As an indexer would, by the other model or by the first."""
    embed = vector if model == MODEL else other_vector
    items = {one.id: one for one in stored.meeting.items}
    passages = tuple(Passage(one.id, -1, 0, len(one.title), "") for one in items.values())
    vectors = np.array([embed(analysis_text(items[one.item_id], one)) for one in passages], dtype=np.float32)
    return Prepared(
        meeting=stored.meeting,
        passages=passages,
        vectors=vectors.reshape(-1, model.dimension),
        people=stored.people,
        origin=stored.origin,
    )


def rebuild(engine: Engine, model: Model = OTHER) -> list[str]:
    """All the way; the ids of what had to be written."""
    written: list[str] = []
    with engine.rebuild(model) as rebuilding:
        for part in rebuilding.parts():
            some = [prepared(stored, model) for stored in part.remaining()]
            part.write(some)
            assert part.done == part.total
            written += [one.meeting.id for one in some]
        rebuilding.finish()
    return written


def only(parts: Iterator[Part]) -> Part:
    (part,) = parts
    return part


def everything(engine: Engine) -> tuple[object, ...]:
    found = engine.select(Selection(facets=FACETS, limit=100), STAFF)
    return found, list(engine.export(STAFF)), engine.people(STAFF), engine.origins()


def test_what_is_stored_is_all_that_is_needed_to_write_it_again(engine: Engine):
    engine.write(ALL)
    with engine.rebuild(OTHER) as rebuilding:
        part = only(rebuilding.parts())
        assert (part.done, part.total) == (0, 4)
        found = {stored.meeting.id: stored for stored in part.remaining()}
    assert {identity: stored.meeting for identity, stored in found.items()} == {
        one.meeting.id: one.meeting for one in ALL
    }
    assert found[MAY.meeting.id].origin == MAY.origin
    (people,) = found[MAY.meeting.id].people.values()
    assert set(people) == {Person("bo-lund", "Bo Lund"), Person("anna-krogh", "Anna Krogh")}


def test_another_model_takes_over(data: Data, engine: Engine):
    engine.write(ALL)
    before = everything(engine)
    assert len(rebuild(data.open(None))) == 4
    anew = data.open(OTHER)
    assert everything(anew) == before
    assert anew.status().model == OTHER
    (found,) = anew.candidates(words(""), other_vector("Skoler"), Filters(bodies=("Byrådet",)), 1, PUBLIC)
    assert found.evidence.heading is not None
    assert found.evidence.heading == pytest.approx(1, abs=1e-2)
    assert anew.write([prepared(Stored(meeting=MAY.meeting, people=MAY.people, origin=MAY.origin))]).replaced == 1


def test_who_has_the_old_model_is_told_what_to_do(data: Data, engine: Engine):
    engine.write([MAY])
    early = data.open(MODEL)
    assert early.select(Selection(), PUBLIC).total == 1
    rebuild(data.open(None))
    for refused in (lambda: early.select(Selection(), PUBLIC), lambda: early.write([JUNE]), _asks(data)):
        with pytest.raises(IndexMismatch, match="referat reindex") as error:
            refused()
        assert "REFERAT_MODEL" in str(error.value)
        assert "\n" not in str(error.value)


def _asks(data: Data) -> Callable[[], object]:
    return lambda: data.open(MODEL).select(Selection(), PUBLIC)


def test_searches_go_on_against_the_old_one_until_the_new_one_is_done(engine: Engine, other: Engine):
    engine.write(ALL)
    before = everything(other)
    with engine.rebuild(MODEL) as rebuilding:
        part = only(rebuilding.parts())
        for stored in part.remaining():
            part.write([prepared(stored, MODEL)])
            assert everything(other) == everything(engine) == before
        rebuilding.finish()
        assert everything(other) == before
    assert everything(other) == everything(engine) == before
    other.write([meeting("Byrådet", "2022-01-31", item("Skoler"))])
    assert engine.select(Selection(words=words("skoler")), PUBLIC).total == 2


def test_nobody_may_write_meanwhile_and_afterwards_all_may(engine: Engine, other: Engine):
    engine.write([MAY])
    with engine.rebuild(MODEL) as rebuilding:
        for attempt in (
            lambda: other.write([JUNE]),
            lambda: engine.remove([MAY.meeting.id]),
            lambda: rebuild(other),
            other.drop_old,
        ):
            with pytest.raises(WriterBusy):
                attempt()
        assert only(rebuilding.parts()).total == 1
    assert other.write([JUNE]).added == 1


def test_a_writer_keeps_a_rebuild_waiting(engine: Engine, other: Engine):
    engine.write([MAY])

    def meanwhile() -> Iterator[Prepared]:
        with pytest.raises(WriterBusy):
            rebuild(other)
        yield JUNE

    engine.write(meanwhile())
    assert len(rebuild(other, MODEL)) == 2


def interrupt(engine: Engine, model: Model = OTHER, after: int = 2) -> list[str]:
    """Copy some meetings and leave without finishing; their ids."""
    with engine.rebuild(model) as rebuilding:
        part = only(rebuilding.parts())
        some = list(islice(part.remaining(), after))
        part.write(prepared(stored, model) for stored in some)
    return [stored.meeting.id for stored in some]


def test_an_interrupted_rebuild_is_gone_on_with(data: Data, engine: Engine):
    engine.write(ALL)
    before = everything(engine)
    first = interrupt(engine)
    assert everything(engine) == before
    assert "reindex" in " ".join(engine.status().problems)
    second = rebuild(data.open(None))
    assert len(first) == 2
    assert sorted(first + second) == sorted(one.meeting.id for one in ALL)
    anew = data.open(OTHER)
    assert everything(anew) == before
    assert anew.status().problems == ()


def test_what_changed_since_an_interruption_is_not_forgotten(data: Data, engine: Engine):
    engine.write(ALL)
    first = interrupt(engine, after=3)
    removed, changed, kept = first
    replaced = next(one for one in ALL if one.meeting.id == changed)
    engine.remove([removed])
    engine.write([dataclasses.replace(replaced, origin="/elsewhere.txt")])
    assert kept not in rebuild(data.open(None))
    anew = data.open(OTHER)
    assert {origin.meeting_id for origin in anew.origins()} == {one.meeting.id for one in ALL} - {removed}
    assert {origin.path for origin in anew.origins() if origin.meeting_id == changed} == {"/elsewhere.txt"}


def test_what_was_begun_for_another_model_is_thrown_away(data: Data, engine: Engine):
    engine.write(ALL)
    interrupt(engine, OTHER)
    assert len(rebuild(engine, MODEL)) == 4
    assert data.open(MODEL).select(Selection(), STAFF).total == 4
    assert engine.status().problems == ()


def test_the_old_one_is_kept_until_it_is_dropped(engine: Engine):
    engine.write(ALL)
    assert engine.drop_old() == ()
    before = everything(engine)
    rebuild(engine, MODEL)
    rebuild(engine, MODEL)
    kept = engine.status()
    assert kept.problems == ()
    dropped = engine.drop_old()
    assert len(dropped) == 2
    assert all(name in kept.details["old"] for name in dropped)
    assert "old" not in engine.status().details
    assert engine.status().bytes < kept.bytes
    assert everything(engine) == before
    assert engine.write([MAY]).replaced == 1
    assert engine.drop_old() == ()


def test_what_was_begun_can_be_dropped(engine: Engine):
    engine.write(ALL)
    before = everything(engine)
    interrupt(engine)
    assert len(engine.drop_old()) == 1
    assert engine.status().problems == ()
    assert everything(engine) == before


def test_an_error_on_the_way_leaves_all_as_it_was(engine: Engine):
    engine.write([MAY])
    before = everything(engine)
    with pytest.raises(OSError, match=r"^no more$"), engine.rebuild(OTHER) as rebuilding:
        _fail(only(rebuilding.parts()))
    assert everything(engine) == before
    with pytest.raises(ReferatError), engine.rebuild(OTHER) as rebuilding:
        only(rebuilding.parts()).write([MAY])  # vectors of a wrong length
    assert everything(engine) == before


def _fail(part: Part) -> None:
    raise OSError("no more")


def test_where_nothing_is_stored_there_is_nothing_to_do(engine: Engine):
    assert rebuild(engine) == []
    assert engine.drop_old() == ()
    assert engine.status().model is None
    assert engine.write([MAY]).added == 1


def test_vectors_that_are_known_stay_known(engine: Engine):
    engine.write([MAY])
    engine.cache_vectors({b"key": vector("x")})
    rebuild(engine, MODEL)
    engine.drop_old()
    assert engine.cached_vectors([b"key"]).keys() == {b"key"}
