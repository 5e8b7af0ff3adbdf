"""Words spelled nearly alike, and items by how their titles begin: what suggestions are made of."""

import pytest

from engines.asked import PUBLIC, Access, Selection
from engines.base import Engine
from engines.found import Spelling
from engines.words import Words
from mappings.analysis import forms
from tests.contract.corpus import item, meeting

CLERK = Access(closed=True)
MAY = meeting(
    "Byrådet",
    "2021-05-03",
    item("Sygefraværsstatistik", "Graffiti på skolerne. Graffiti ved havnen."),
    item("Parkering ved havnen", "Graffitien fjernes ikke fra skolens mur."),
    item("Lukket sag", "Graffito og grafitte er hemmeligt.", closed=True),
)
JUNE = meeting("Byrådet", "2021-06-07", item("Parkeringsregler i midtbyen", "Der skiltes med graffiti."))


@pytest.fixture(autouse=True)
def stored(engine: Engine) -> None:
    engine.write([MAY, JUNE])


def test_words_near_are_told_nearest_first_with_how_many_hold_them(engine: Engine) -> None:
    assert engine.spellings("grafitti", PUBLIC) == [Spelling("graffiti", 2, 2)]
    assert engine.spellings("graffitie", PUBLIC) == [Spelling("graffiti", 1, 2), Spelling("graffitien", 1, 1)]
    assert engine.spellings("sygefraværstatestik", PUBLIC) == [Spelling("sygefraværsstatistik", 2, 1)]


def test_a_swapped_pair_of_letters_is_one(engine: Engine) -> None:
    assert engine.spellings("parkeirng", PUBLIC) == [Spelling("parkering", 1, 1)]


@pytest.mark.parametrize("word", ["havnen", "zzzzzzzz", "hav", "", "21/5239", "ελληνικά", "a" * 64])
def test_the_word_itself_is_not_near_and_some_have_none_near(engine: Engine, word: str) -> None:
    assert engine.spellings(word, PUBLIC) == []


def test_a_closed_items_words_are_told_only_to_who_may_see_it(engine: Engine) -> None:
    assert "grafitte" not in {one.word for one in engine.spellings("grafitti", PUBLIC)}
    assert Spelling("grafitte", 1, 1) in engine.spellings("grafitti", CLERK)


def test_a_word_that_only_a_closed_item_holds_has_the_neighbours_that_any_other_has(engine: Engine) -> None:
    shut = [item(f"Lukket sag {number}", "Graffito er hemmeligt.", closed=True) for number in (1, 2)]
    engine.write([meeting("Byrådet", "2021-08-02", *shut)])
    assert engine.spellings("graffito", PUBLIC) == [Spelling("graffiti", 1, 2)]


def test_what_is_gone_is_no_longer_told(engine: Engine) -> None:
    engine.remove([MAY.meeting.id])
    assert engine.spellings("parkeirng", PUBLIC) == []
    assert engine.spellings("grafitti", CLERK) == [Spelling("graffiti", 2, 1)]


def test_items_are_found_by_how_a_word_of_their_title_begins_newest_first(engine: Engine) -> None:
    assert engine.titled([], "park", 10, PUBLIC) == ["byraadet-2021-06-07-01", "byraadet-2021-05-03-02"]
    assert engine.titled([], "park", 1, PUBLIC) == ["byraadet-2021-06-07-01"]
    assert engine.titled(["havn"], "park", 10, PUBLIC) == ["byraadet-2021-05-03-02"]
    assert engine.titled(["havn"], "", 10, PUBLIC) == ["byraadet-2021-05-03-02"]
    assert engine.titled([], "", 10, PUBLIC) == []
    assert engine.titled([], "graff", 10, PUBLIC) == []


def test_a_closed_title_is_found_only_by_who_may_see_it(engine: Engine) -> None:
    assert engine.titled([], "luk", 10, PUBLIC) == []
    assert engine.titled([], "luk", 10, CLERK) == ["byraadet-2021-05-03-03"]


def test_excluded_phrases_must_not_stand_in_a_row(engine: Engine) -> None:
    words = Words(stems=("graffiti",), forms=(forms("graffiti"),), excluded_phrases=(("ved", "havnen"),))
    assert engine.select(Selection(words=words), PUBLIC).ids == ("byraadet-2021-06-07-01",)
    assert [one.item_id for one in engine.candidates(words, None, Selection().filters, 10, PUBLIC)] == [
        "byraadet-2021-06-07-01"
    ]
    apart = Words(stems=("graffiti",), forms=(forms("graffiti"),), excluded_phrases=(("havnen", "ved"),))
    assert engine.select(Selection(words=apart), PUBLIC).total == 3


def test_nothing_stored_has_nothing_near(new_data) -> None:
    empty = new_data().open()
    assert empty.spellings("grafitti", PUBLIC) == []
    assert empty.titled(["havn"], "park", 10, PUBLIC) == []
