"""Documents come back as they were written, to those who may read them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engines.asked import PUBLIC, Access, Filters, Selection
from engines.base import Engine
from engines.found import Sitting
from mappings.documents import Item, Person, Section
from tests.contract.corpus import item, meeting, vector, words

CLERK = Access(closed=True)
MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler", people=("Anna Krogh",)), present=("Bo Lund",))
JUNE = meeting(
    "Byrådet",
    "2021-06-28",
    item("Hjemmearbejde", "Aftale om hjemmearbejde"),
    item("Afskedigelse", "Sagen om Carl Dahl", case="21/5239", part=".1", closed=True, people=("Carl Dahl",),
         outcomes=("noted",), attachments=("Notat om Carl Dahl",)),
    item("Personale", "Aftale om barsel", case="21/5239"),
)  # fmt: skip
OPEN, SHUT = "byraadet-2021-06-28-01", "byraadet-2021-06-28-02"
PLACEHOLDER = Item(id=SHUT, number=2, part=".1", title="Lukket", case_number="21/5239", closed=True, page=7)


@pytest.fixture(autouse=True)
def _written(engine: Engine):
    engine.write([JUNE, MAY])


def test_items_come_in_the_order_asked_for_with_their_meeting(engine: Engine):
    found = engine.items([OPEN, "nothing", "byraadet-2021-05-31-01", OPEN], PUBLIC)
    assert [one.item.id for one in found] == [OPEN, "byraadet-2021-05-31-01", OPEN]
    assert found[0].item == JUNE.meeting.items[0]
    assert found[0].meeting == replace(JUNE.meeting, items=())


def test_items_tell_their_nearest_passage_when_asked_by_vector(engine: Engine):
    sections = tuple(Section("other", heading, f"Om {heading}") for heading in ("vand", "vind", "varme"))
    long = meeting("Byrådet", "2023-01-01", replace(item("Energi"), sections=sections), item("Tom"))
    engine.write([long])
    for section in (1, 0, 2):
        for access in (PUBLIC, CLERK):
            energy, empty = engine.items([one.id for one in long.meeting.items], access, vector(sections[section].text))
            assert energy.nearest == next(p for p in long.passages if p.section == section)
            assert empty.nearest is None
    assert engine.items([OPEN], PUBLIC)[0].nearest is None
    assert engine.items([SHUT], PUBLIC, vector("Sagen om Carl Dahl"))[0].nearest is None
    assert engine.items([SHUT], CLERK, vector("Sagen om Carl Dahl"))[0].nearest is not None


def test_titles_are_those_of_the_items_that_there_are(engine: Engine):
    ids = [OPEN, "nothing", "byraadet-2021-05-31-01", OPEN]
    assert engine.titles(ids, PUBLIC) == {one.item.id: one.item.title for one in engine.items(ids, PUBLIC)}
    assert engine.titles([], PUBLIC) == {}
    engine.remove([MAY.meeting.id])
    assert engine.titles(["byraadet-2021-05-31-01"], CLERK) == {}


def test_meetings_come_whole_in_the_order_asked_for(engine: Engine):
    found = engine.meetings([JUNE.meeting.id, "nothing", MAY.meeting.id], CLERK)
    assert found == [JUNE.meeting, MAY.meeting]


def test_sittings_are_every_meeting_newest_first_with_the_length_of_its_agenda(engine: Engine):
    found = [
        Sitting(JUNE.meeting.id, "Byrådet", JUNE.meeting.date, 3),
        Sitting(MAY.meeting.id, "Byrådet", MAY.meeting.date, 1),
    ]
    assert engine.sittings(PUBLIC) == engine.sittings(CLERK) == found


def test_a_meeting_that_is_gone_is_no_sitting(engine: Engine):
    engine.remove([JUNE.meeting.id])
    assert [sitting.id for sitting in engine.sittings(PUBLIC)] == [MAY.meeting.id]
    engine.remove([MAY.meeting.id])
    assert engine.sittings(PUBLIC) == []


def test_export_is_oldest_first_and_whole(engine: Engine):
    assert list(engine.export(CLERK)) == [MAY.meeting, JUNE.meeting]


def test_export_is_one_snapshot(engine: Engine):
    export = engine.export(CLERK)
    assert next(export) == MAY.meeting
    engine.remove([JUNE.meeting.id])
    assert next(export) == JUNE.meeting
    assert next(export, None) is None


def test_a_closed_item_is_read_as_a_bare_placeholder(engine: Engine):
    assert engine.items([SHUT], PUBLIC)[0].item == PLACEHOLDER
    assert engine.meetings([JUNE.meeting.id], PUBLIC)[0].items[1] == PLACEHOLDER
    assert list(engine.export(PUBLIC))[1].items[1] == PLACEHOLDER
    assert engine.items([SHUT], CLERK)[0].item == JUNE.meeting.items[1]
    assert engine.titles([SHUT], PUBLIC) == {SHUT: PLACEHOLDER.title}
    assert engine.titles([SHUT], CLERK) == {SHUT: JUNE.meeting.items[1].title}


def test_the_digest_of_a_file_with_a_closed_item_is_only_for_who_may_read_it(engine: Engine):
    """With it a guess at what the closed item says could be verified."""
    ids = [MAY.meeting.id, JUNE.meeting.id]
    assert [one.sha256 for one in engine.meetings(ids, PUBLIC)] == [MAY.meeting.sha256, ""]
    assert [one.sha256 for one in engine.export(PUBLIC)] == [MAY.meeting.sha256, ""]
    assert [one.sha256 for one in engine.meetings(ids, CLERK)] == [MAY.meeting.sha256, JUNE.meeting.sha256]


def test_a_closed_item_is_never_selected_or_counted(engine: Engine):
    facets = ("person", "outcome", "body", "case", "attachments")
    for selection in (
        Selection(facets=facets),
        Selection(words=words("afskedigelse"), facets=facets),
        Selection(also=(SHUT,), facets=facets),
        Selection(words=words("hjemmearbejde"), also=(SHUT,), facets=facets),
        Selection(filters=Filters(cases=("21/5239",)), facets=facets),
        Selection(filters=Filters(people=("carl-dahl",)), facets=facets),
    ):
        public, clerk = engine.select(selection, PUBLIC), engine.select(selection, CLERK)
        assert SHUT not in public.ids
        assert SHUT in clerk.ids
        assert clerk.total == public.total + 1
        assert "carl-dahl" not in public.facets["person"]
        assert public.facets["outcome"] == {}
        assert "yes" not in public.facets["attachments"]
        assert clerk.facets["attachments"]["yes"] == 1
        assert public.titles.get("21/5239") in (None, "Personale")


def test_a_closed_item_is_no_candidate_however_it_is_asked_for(engine: Engine):
    for question, asked in ((words("afskedigelse Carl"), None), (words(""), vector("Sagen om Carl Dahl"))):
        assert SHUT not in {one.item_id for one in engine.candidates(question, asked, Filters(), 10, PUBLIC)}
        assert SHUT in {one.item_id for one in engine.candidates(question, asked, Filters(), 10, CLERK)}


def test_the_words_of_a_closed_item_do_not_show_in_the_scores_of_open_ones(engine: Engine):
    """Were it counted how many closed items hold "aftale", it would be worth less beside "barsel"."""

    def scores() -> list[float]:
        question = words("aftale barsel")
        found = engine.candidates(question, None, Filters(), 10, PUBLIC)
        return [one.evidence.stems for one in sorted(found, key=lambda one: one.item_id)]

    before = scores()
    secret = (item("Aftale", "Aftale om aftale", closed=True) for _ in range(4))
    engine.write([meeting("Direktionen", "2022-01-01", *secret)])
    assert scores() == pytest.approx(before, rel=0.1)
    assert len(before) == 2


def test_people_are_those_of_items_the_asker_may_see(engine: Engine):
    assert engine.people(PUBLIC) == [Person("anna-krogh", "Anna Krogh"), Person("bo-lund", "Bo Lund")]
    assert Person("carl-dahl", "Carl Dahl") in engine.people(CLERK)


def test_a_person_has_the_fullest_spelling(engine: Engine):
    fuller = meeting("Byrådet", "2022-01-01", item("Valg"))
    known = {fuller.meeting.items[0].id: (Person("anna-krogh", "Anna Marie Krogh"),)}
    engine.write([replace(fuller, people=known)])
    assert Person("anna-krogh", "Anna Marie Krogh") in engine.people(PUBLIC)
