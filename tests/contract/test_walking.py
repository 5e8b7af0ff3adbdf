"""Everything that matches comes, once, in order, as of one moment, to those who may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines.asked import PUBLIC, Access, Filters, Selection
from engines.base import Engine
from engines.kept import Prepared
from tests.contract import naive
from tests.contract.conftest import Data
from tests.contract.corpus import item, meeting, vector, words
from tests.contract.test_selecting import corpora, selections

CLERK = Access(closed=True)
MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler"), item("Veje", "Stier til skoler"))
JUNE = meeting(
    "Byrådet",
    "2021-06-28",
    item("Hjemmearbejde", "Aftale om hjemmearbejde"),
    item("Afskedigelse", "Sagen om skoler", closed=True),
    item("Skoler", "Skoler, skoler og skoler"),
)
SCHOOLS, ROADS = (one.id for one in MAY.meeting.items)
HOME, SHUT, AGAIN = (one.id for one in JUNE.meeting.items)


def ids(engine: Engine, selection: Selection, access: Access = PUBLIC, first: tuple[str, ...] = ()) -> list[str]:
    return [found.item.id for found in engine.walk(selection, access, first=first)]


@pytest.fixture
def written(engine: Engine) -> Engine:
    engine.write([JUNE, MAY])
    return engine


def test_nothing_is_walked_where_nothing_was_written(engine: Engine):
    assert list(engine.walk(Selection(), PUBLIC)) == []
    assert engine.edition() is None


def test_it_is_the_whole_in_the_order_asked_for_whatever_the_page(written: Engine):
    assert ids(written, Selection(limit=1, offset=3)) == [HOME, AGAIN, SCHOOLS, ROADS]
    assert ids(written, Selection(sort="oldest")) == [SCHOOLS, ROADS, HOME, AGAIN]
    asked = Selection(words=words("skoler"), sort="relevance")
    assert ids(written, asked) == list(written.select(asked, PUBLIC).ids)


def test_each_comes_whole_with_its_meeting(written: Engine):
    found = list(written.walk(Selection(words=words("hjemmearbejde")), PUBLIC))
    assert [one.item for one in found] == [JUNE.meeting.items[0]]
    assert found[0].meeting == replace(JUNE.meeting, items=())
    assert found[0].nearest is None


def test_what_is_put_first_comes_first_if_it_matches(written: Engine):
    asked = Selection(words=words("skoler"), also=(HOME,))
    first = (HOME, "nothing", ROADS, SHUT, HOME)
    assert ids(written, asked, first=first) == [HOME, ROADS, AGAIN, SCHOOLS]
    assert ids(written, replace(asked, filters=Filters(years=(2020,))), first=first) == []


def test_what_is_closed_never_comes_however_it_is_asked_for(written: Engine):
    for asked in (
        Selection(),
        Selection(words=words("afskedigelse")),
        Selection(words=words("skoler"), sort="relevance"),
        Selection(also=(SHUT,)),
        Selection(words=words("skoler"), also=(SHUT,)),
    ):
        assert SHUT not in ids(written, asked, PUBLIC, first=(SHUT,))
        assert SHUT in ids(written, asked, CLERK, first=(SHUT,))


def test_it_is_one_moment_whatever_is_written_meanwhile(written: Engine, other: Engine):
    walk = written.walk(Selection(), PUBLIC)
    assert next(walk).item.id == HOME
    other.remove([MAY.meeting.id])
    other.write([meeting("Byrådet", "2021-06-28", item("Noget andet")), meeting("Byrådet", "2020-01-01", item("Nyt"))])
    other.write([meeting("Byrådet", "2020-01-02", item("Nyt"))])  # sweeps what died in the change before
    assert [found.item for found in walk] == [JUNE.meeting.items[2], *MAY.meeting.items]
    assert ids(written, Selection()) == ["byraadet-2021-06-28-01", "byraadet-2020-01-02-01", "byraadet-2020-01-01-01"]


def test_who_has_had_enough_may_stop(written: Engine):
    walk = written.walk(Selection(), PUBLIC)
    next(walk)
    walk.close()  # type: ignore[attr-defined]
    assert next(walk, None) is None


def test_each_tells_its_nearest_passage_when_asked_by_vector(written: Engine):
    for sort in ("newest", "relevance"):
        asked = Selection(words=words("skoler"), sort=sort)  # type: ignore[arg-type]
        found = {one.item.id: one.nearest for one in written.walk(asked, PUBLIC, vector("Nye skoler"))}
        assert found == {one.item.id: one.nearest for one in written.items(list(found), PUBLIC, vector("Nye skoler"))}
        assert all(found.values())
    assert list(found) == list(written.select(Selection(words=words("skoler"), sort="relevance"), PUBLIC).ids)


def test_more_than_is_read_together_comes_once_and_in_order(engine: Engine):
    long = meeting("Byrådet", "2023-01-01", *(item(f"Punkt {n}", "Pleje") for n in range(1_100)))
    engine.write([long])
    wanted = [one.id for one in long.meeting.items]
    assert ids(engine, Selection(words=words("pleje"))) == wanted
    first = tuple(wanted[::2])
    assert ids(engine, Selection(words=words("pleje")), first=first) == [*first, *wanted[1::2]]


def test_an_edition_is_another_for_every_change(written: Engine, other: Engine):
    seen = written.edition()
    assert seen is not None
    assert seen.changed is not None
    assert other.edition() == written.edition() == seen
    other.remove([MAY.meeting.id])
    later = written.edition()
    assert later is not None
    assert later.name != seen.name
    assert later.changed is not None
    assert later.changed >= seen.changed
    assert later.name.isascii()
    assert " " not in later.name


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora(), st.lists(selections, min_size=8, max_size=8), st.booleans())
def test_walking_is_as_selecting_everything(
    new_data: Callable[[], Data], corpus: list[Prepared], wanted: list[Selection], closed: bool
):
    engine, access = new_data().open(), Access(closed=closed)
    engine.write(corpus)
    items = naive.held(corpus)
    for selection in wanted:
        whole = naive.select(items, replace(selection, offset=0, limit=1000), access)
        assert ids(engine, selection, access) == list(whole.ids)
        by_words = replace(selection, sort="relevance")
        assert sorted(ids(engine, by_words, access)) == sorted(whole.ids)
        assert ids(engine, selection, access, first=whole.ids[::-1]) == list(whole.ids[::-1])
    engine.close()
