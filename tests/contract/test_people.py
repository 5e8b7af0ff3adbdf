"""Who was in which meeting, and what minutes explain themselves."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from engines.asked import FACETS, PUBLIC, Access, Filters, Selection
from engines.base import Engine
from engines.found import Appeared
from mappings.abbreviations import Abbreviation
from mappings.documents import Appearance, Participant
from tests.contract.conftest import Data
from tests.contract.corpus import MODEL, item, meeting, words

CLERK = Access(closed=True)
ANNA, BO = Appearance("anna-lund", "present", "direktør"), Appearance("bo-kjaer", "absent")
MAY = replace(
    meeting(
        "Direktionen",
        "2020-05-04",
        item("Kantinen", "Teknik- og Miljøcenter (TMC) driver kantinen. Anna Lund (AL) orienterede."),
        item("Lukket", "Hemmeligt Tilsynsudvalg (HTU) og Teknik- og Miljøcenter (TMC).", closed=True),
        present=("Anna Lund",),
    ),
    appearances=(ANNA, BO),
)
JUNE = replace(
    meeting("Byrådet", "2021-06-07", item("Vej", "Teknik- og Miljøcenter (TMC) anlægger vejen."), item("Skole")),
    appearances=(Appearance("bo-kjaer", "present"), Appearance("anna-lund", "named")),
)
TMC = Abbreviation("TMC", "Teknik- og Miljøcenter")
INITIALS = Abbreviation("AL", "Anna Lund", person=True)


@pytest.fixture
def written(engine: Engine) -> Engine:
    engine.write([MAY, JUNE])
    return engine


def test_nothing_is_known_of_nothing(engine: Engine) -> None:
    assert engine.appearances(["anna-lund"], PUBLIC) == []
    assert engine.abbreviations(PUBLIC) == {}


def test_a_person_appears_in_meetings_newest_first(written: Engine) -> None:
    in_june = Appeared(JUNE.meeting.id, "Byrådet", dt.date(2021, 6, 7), Appearance("anna-lund", "named"))
    in_may = Appeared(MAY.meeting.id, "Direktionen", dt.date(2020, 5, 4), ANNA)
    assert written.appearances(["anna-lund"], PUBLIC) == [in_june, in_may]
    both = written.appearances(["bo-kjaer", "anna-lund", "nobody"], PUBLIC)
    assert [one.appearance.slug for one in both] == ["anna-lund", "bo-kjaer", "anna-lund", "bo-kjaer"]


def test_a_meeting_replaced_or_removed_has_other_people(written: Engine) -> None:
    written.write([replace(MAY, appearances=(BO,))])
    assert [one.meeting_id for one in written.appearances(["anna-lund"], PUBLIC)] == [JUNE.meeting.id]
    written.remove([MAY.meeting.id])
    assert [one.meeting_id for one in written.appearances(["bo-kjaer"], PUBLIC)] == [JUNE.meeting.id]


def test_abbreviations_are_counted_by_items(written: Engine) -> None:
    assert dict(written.abbreviations(PUBLIC)) == {TMC: 2, INITIALS: 1}


def test_what_only_a_closed_item_explains_is_for_who_may_read_it(written: Engine) -> None:
    hidden = Abbreviation("HTU", "Hemmeligt Tilsynsudvalg")
    assert hidden not in written.abbreviations(PUBLIC)
    assert dict(written.abbreviations(CLERK)) == {TMC: 3, INITIALS: 1, hidden: 1}


def test_abbreviations_follow_what_is_written(written: Engine) -> None:
    assert written.abbreviations(PUBLIC)
    written.remove([JUNE.meeting.id])
    assert dict(written.abbreviations(PUBLIC)) == {TMC: 1, INITIALS: 1}


def test_initials_in_the_list_of_participants_count_for_every_item(engine: Engine) -> None:
    listed = (Participant("Carla Holm", initials="CAH"),)
    engine.write([replace(JUNE, meeting=replace(JUNE.meeting, participants=listed))])
    assert engine.abbreviations(PUBLIC)[Abbreviation("CAH", "Carla Holm", person=True)] == 2


def test_items_of_the_meetings_that_somebody_took_part_in(written: Engine) -> None:
    """Anna Lund is named in the meeting of June, and Bo Kjær was absent in May."""
    anna, bo = Filters(present=("anna-lund", "nobody")), Filters(present=("bo-kjaer",))
    found = written.select(Selection(filters=anna, facets=FACETS), PUBLIC)
    assert found.ids == (f"{MAY.meeting.id}-01",)
    assert found.facets["body"] == {"Direktionen": 1}
    assert written.select(Selection(filters=anna), CLERK).total == 2
    assert written.select(Selection(filters=bo), PUBLIC).ids == (f"{JUNE.meeting.id}-01", f"{JUNE.meeting.id}-02")
    assert written.select(Selection(filters=Filters(present=("nobody",))), PUBLIC).total == 0
    assert len(written.candidates(words("teknik"), None, Filters(), 5, PUBLIC)) == 2
    for only, meeting_id in ((anna, MAY.meeting.id), (bo, JUNE.meeting.id)):
        (one,) = written.candidates(words("teknik"), None, only, 5, PUBLIC)
        assert one.item_id == f"{meeting_id}-01"


def test_items_of_the_meetings_that_several_took_part_in_together(engine: Engine) -> None:
    engine.write(
        [MAY, replace(JUNE, appearances=(Appearance("bo-kjaer", "present"), Appearance("anna-lund", "present")))]
    )
    both = Filters(together=(("anna-lund",), ("nobody", "bo-kjaer")))
    assert engine.select(Selection(filters=both), PUBLIC).ids == (f"{JUNE.meeting.id}-01", f"{JUNE.meeting.id}-02")
    assert engine.select(Selection(filters=replace(both, present=("nobody",))), PUBLIC).total == 0
    (one,) = engine.candidates(words("teknik"), None, both, 5, PUBLIC)
    assert one.item_id == f"{JUNE.meeting.id}-01"


def test_whoever_keeps_the_minutes_took_part(engine: Engine) -> None:
    engine.write([replace(JUNE, appearances=(Appearance("bo-kjaer", "secretary"),))])
    assert engine.select(Selection(filters=Filters(present=("bo-kjaer",))), PUBLIC).total == 2


def test_items_of_the_meetings_that_somebody_was_absent_from(engine: Engine) -> None:
    """Bo Kjær was absent in May, where an item is closed; Anna Lund is only named in June, and was never absent."""
    engine.write([MAY, JUNE])
    bo, anna = Filters(absent=("bo-kjaer", "nobody")), Filters(absent=("anna-lund",))
    found = engine.select(Selection(filters=bo, facets=FACETS), PUBLIC)
    assert found.ids == (f"{MAY.meeting.id}-01",)
    assert found.facets["body"] == {"Direktionen": 1}
    assert engine.select(Selection(filters=bo), CLERK).total == 2
    assert engine.select(Selection(filters=anna), PUBLIC).total == 0
    (one,) = engine.candidates(words("teknik"), None, bo, 5, PUBLIC)
    assert one.item_id == f"{MAY.meeting.id}-01"
    assert engine.select(Selection(filters=replace(bo, present=("anna-lund",))), PUBLIC).total == 1
    assert engine.select(Selection(filters=replace(bo, present=("bo-kjaer",))), PUBLIC).total == 0


def test_items_of_the_meetings_that_several_were_absent_from_together(engine: Engine) -> None:
    engine.write([MAY, replace(JUNE, appearances=(BO, Appearance("anna-lund", "absent")))])
    both = Filters(away=(("anna-lund",), ("nobody", "bo-kjaer")))
    assert engine.select(Selection(filters=both), PUBLIC).ids == (f"{JUNE.meeting.id}-01", f"{JUNE.meeting.id}-02")


def test_an_index_made_anew_has_the_same_people_and_abbreviations(data: Data, engine: Engine) -> None:
    engine.write([MAY, JUNE])
    before = engine.appearances(["anna-lund", "bo-kjaer"], PUBLIC), dict(engine.abbreviations(CLERK))
    known = {one.meeting.id: one for one in (MAY, JUNE)}
    with engine.rebuild(MODEL) as rebuilding:
        for part in rebuilding.parts():
            stored = list(part.remaining())
            assert [one.appearances for one in stored] == [known[one.meeting.id].appearances for one in stored]
            part.write(known[one.meeting.id] for one in stored)
        rebuilding.finish()
    again = data.open()
    assert (again.appearances(["anna-lund", "bo-kjaer"], PUBLIC), dict(again.abbreviations(CLERK))) == before


def test_many_threads_ask_at_once(written: Engine, run_together: Callable[..., list[object]]) -> None:
    every = run_together(lambda: (len(written.people(PUBLIC)), dict(written.abbreviations(PUBLIC))), 4, 5)
    assert all(one == every[0] for one in every)
