"""Heads that tell in sentences, or in unusual figures, when a body met, and who was there."""

import pytest

from mappings.documents import Meeting
from tests.indexer.parsing.writing import meeting


def people(found: Meeting) -> list[tuple[str, str]]:
    return [(one.name, one.role) for one in found.participants]


@pytest.mark.parametrize(
    "told",
    [
        "Onsdag den 17. november 2010 kl. 19.30 afholdtes møde i Bevaringsudvalget på Gamle\nRådhus. Til stede var "
        "Bo Lind, Ida Toft og Ulla Wejs. Fraværende med\nafbud var Hardy Nebel. Referent var Lars Peter Skram.",
        "Mødet blev afholdt onsdag den 17. november 2010 kl. 19.30 i Bevaringsudvalget, og til stede var Bo Lind, "
        "Ida Toft\nog Ulla Wejs. Afbud fra Hardy Nebel. Referent var Lars Peter Skram.",
        "Onsdag den 17. november 2010 kl. 19.30 holdt Bevaringsudvalget møde i Medborgerhuset. Til stede var Bo\n"
        "Lind, Ida Toft og Ulla Wejs. Der var afbud fra Hardy Nebel. Referent var Lars Peter Skram.",
    ],
)
def test_sentences_tell_when_and_who(told: str) -> None:
    found = meeting(told)
    assert (found.body, found.date.isoformat(), found.start_time) == ("Bevaringsudvalget", "2010-11-17", "19:30")
    assert people(found) == [
        ("Bo Lind", "present"),
        ("Ida Toft", "present"),
        ("Ulla Wejs", "present"),
        ("Hardy Nebel", "absent"),
        ("Lars Peter Skram", "secretary"),
    ]


def test_the_day_that_a_sentence_tells_comes_before_a_stamp() -> None:
    head = (
        "Socialudvalget\n\nReferat\n\nMODTAGET\n12. juni 1998\n\nMøde nr. 6 holdtes tirsdag den 9. juni 1998 kl. 16.00"
    )
    found = meeting(head)
    assert (found.date.isoformat(), found.start_time) == ("1998-06-09", "16:00")


def test_the_next_meeting_is_another() -> None:
    head = "REFERAT Byrådet d. 04-10-2016\n\nVi ses igen, næste møde er tirsdag den 1. november 2016 kl. 9."
    assert meeting(head).date.isoformat() == "2016-10-04"


@pytest.mark.parametrize("day", ["mandag d. 3. maj 21 kl. 15:00", "d. 3/5-21 kl. 15.00", "d. 3.5.21 kl. 15"])
def test_a_year_may_have_two_figures(day: str) -> None:
    found = meeting(f"Byrådet\n\nReferat af møde\n{day}")
    assert (found.date.isoformat(), found.start_time) == ("2021-05-03", "15:00")


def test_two_figures_behind_a_month_are_no_year_on_another_weekday() -> None:
    found = meeting("REFERAT Byrådet d. 04-10-2016\n\ntirsdag d. 3. maj 21 kl. 15:00")
    assert found.date.isoformat() == "2016-10-04"


def test_the_week_is_no_place() -> None:
    found = meeting("Personalemøde i Borgerservice\n\nUge 18, onsdag den 5. maj 2021, kl. 8.15-9.00, kantinen")
    assert (found.date.isoformat(), found.start_time, found.place) == ("2021-05-05", "08:15", "kantinen")


def test_a_sentence_tells_when_it_began() -> None:
    found = meeting(
        "Referat\n\nNævnet for Bevillinger\n\n8. februar 2022\n\nMødet begyndte kl. 13.00 og sluttede kl. 14.20."
    )
    assert found.start_time == "13:00"


def test_a_title_may_have_a_word_before_it() -> None:
    (one,) = meeting("REFERAT Byrådet d. 04-10-2016\n\nSekretær: Juridisk konsulent Troels Friis").participants
    assert (one.name, one.title) == ("Troels Friis", "juridisk konsulent")


def test_a_sentence_tells_of_guests() -> None:
    found = meeting("REFERAT Byrådet d. 04-10-2016\n\nTil stede var Bo Lind. Som gæst deltog planlægger Ida Toft.")
    assert people(found) == [("Bo Lind", "present"), ("Ida Toft", "present")]
