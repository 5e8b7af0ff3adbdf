"""What a result tells of an item."""

import datetime as dt

from engines.found import Found
from mappings.documents import Decision, Item, Meeting, Section
from search_api import results
from search_api.answers import Result
from search_api.highlighting import Marker
from search_api.understanding import understand

COMMITTEE = Decision("Teknisk Udvalg", dt.date(2004, 5, 4), "Anbefales.", ("recommended",))
COUNCIL = Decision("Byrådet", dt.date(2004, 5, 26), "Byrådet sagde nej.", ("rejected",))


def of(*decisions: Decision) -> Result:
    item = Item(
        number=1,
        title="Skaterbane",
        id="byraadet-2004-05-26-01",
        sections=(Section("decision", "Beslutning", "Byrådet sagde nej."),),
        decisions=decisions,
    )
    meeting = Meeting(body="Byrådet", date=COUNCIL.date, id="byraadet-2004-05-26", items=(item,))
    return results.result(Found(item, meeting), understand("skaterbane"), Marker(["skaterbane"]), None)


def why(question: str, text: str) -> str:
    item = Item(number=1, title="Nyt", sections=(Section("background", "Baggrund", text),))
    meeting = Meeting(body="Byrådet", date=COUNCIL.date, id="byraadet-2004-05-26", items=(item,))
    understood = understand(question)
    return results.result(Found(item, meeting), understood, results.marker_of(understood), None).why


def test_what_means_the_same_as_a_word_asked_for_is_a_reason_as_the_word_is() -> None:
    assert why("HMU", "Hovedudvalget mødes.") == "ordet »Hovedudvalget« for »hmu«"
    assert why("skolefritidsordning i byen", "En SFO i byen.") == "ordene »byen«, »SFO« for »skolefritidsordning«"
    assert why("HMU", "HMU er vores Hovedudvalg.") == "ordet »hmu«"


def test_of_several_bodies_the_last_decision_is_told_however_they_are_printed() -> None:
    assert of(COMMITTEE, COUNCIL).decision == of(COUNCIL, COMMITTEE).decision == COUNCIL.text
    assert of(COMMITTEE, COUNCIL).outcomes == of(COUNCIL, COMMITTEE).outcomes == ("rejected", "recommended")


def test_of_one_day_the_last_body_and_what_it_said_first_is_told() -> None:
    finance = Decision("Økonomiudvalget", COUNCIL.date, "Anbefales.", ("recommended",))
    assert of(finance, COUNCIL).decision == COUNCIL.text
    addendum = Decision("Byrådet", COUNCIL.date, "Sagen lukkes.", ("other",))
    assert of(COUNCIL, addendum).decision == COUNCIL.text


def test_without_a_decision_there_is_none_to_tell() -> None:
    assert of().decision is None
