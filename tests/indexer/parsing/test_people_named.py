"""Names of people in an item's text."""

import pytest

from indexer.parsing import titles
from tests.indexer.parsing.writing import FRONT, item, read


def people(text: str) -> list[str]:
    return list(item(f"Baggrund\n\n{text}").people)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Direktør Jørgen Lerhard sidder i forvejen som formand.", ["Jørgen Lerhard"]),
        ("Oplæg ved forfatter Christian Ørsted, samt drøftelser.", ["Christian Ørsted"]),
        (
            "Thomas Hovmann Henriksen, Helle Thoresen og Maria Grønbæk.",
            ["Thomas Hovmann Henriksen", "Helle Thoresen", "Maria Grønbæk"],
        ),
        ("Anne-Grethe Vinterlund og Mai-Britt Bach-Nielsen", ["Anne-Grethe Vinterlund", "Mai-Britt Bach-Nielsen"]),
        ("Karen von Lowzow og Hans de la Cour", ["Karen von Lowzow", "Hans de la Cour"]),
        ("Lars P. Holm og Fatima El-Sayed, Mehmet Yilmaz", ["Lars P. Holm", "Fatima El-Sayed", "Mehmet Yilmaz"]),
        ("Lars Holm fremlagde. Lars Holm gik.", ["Lars Holm"]),
        ("Lars Holm fremlagde Lars Holms oplæg.", ["Lars Holm"]),
        ("Lars rammesatte programmet, og Tina og Maria deltog.", []),
        ("Notatet ligger hos Maria. Bilag følger.", []),
        ("Vedlagt fra Maria Bilag 3", []),
        ("Klaus Kommune og Karen Udvalget", []),
        ("Store Lederdag i Høje Taastrup Kommune", []),
        ("Sagen er sendt til Lars Holm Skole.", ["Lars Holm"]),
        ("Skriv til lars.holm@htk.dk eller http://x.dk/Lars Holm", []),
    ],
)
def test_a_given_name_with_a_family_name_is_a_person(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_a_participants_full_name_is_found_whatever_it_is() -> None:
    text = f"{FRONT}Mødedeltagere Xqwzia Brndt\n\nPunkt 1: Xqwzia Brndt orienterer\n\n21/100\n\nBaggrund\n\nIntet."
    assert read(text).meeting.items[0].people == ("Xqwzia Brndt",)


def test_a_name_in_a_heading_or_a_title_is_found_once() -> None:
    text = f"{FRONT}Punkt 1: Møde med Karsten Mellon\n\n21/100\n\nBilag\n\nGod Ledelse (Karsten Mellon)"
    assert read(text).meeting.items[0].people == ("Karsten Mellon",)


def in_meeting(participants: str, text: str) -> list[str]:
    minutes = f"{FRONT}Deltagere: {participants}\n\nPunkt 1: Kantinen\n\n21/100\n\nBaggrund\n\n{text}"
    return list(read(minutes).meeting.items[0].people)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CH orienterede om sagen.", ["Carla Holm"]),
        ("Oplæg v/ CH og drøftelse.", ["Carla Holm"]),
        ("PAN og CH fremlagde. CH gik.", ["Per Aalbæk Nielsen", "Carla Holm"]),
        ("CH er Schweiz på biler, og CH-mærket er rødt.", []),
        ("UU orienterede.", ["Ulla Udby"]),
        ("AB orienterede.", []),
    ],
)
def test_initials_of_a_participant_who_does_something(text: str, names: list[str]) -> None:
    assert in_meeting("Carla Holm, Per Aalbæk Nielsen, Ulla Udby", text) == names


def test_initials_that_two_participants_have_are_nobodys() -> None:
    assert in_meeting("Carla Holm, Carl Hede", "CH orienterede.") == []


def test_initials_that_the_list_gives_stand_anywhere() -> None:
    assert in_meeting("Carla Holm (CAH), Carl Hede (CHE)", "Ansvarlig: CHE. CH orienterede.") == ["Carl Hede"]
    listed = read(f"{FRONT}Deltagere: Carla Holm (CAH), Carl Hede (direktør)\n\nPunkt 1: X\n\n21/1\n\nBaggrund\n\nY")
    assert [(one.name, one.initials, one.title) for one in listed.meeting.participants] == [
        *(("Carla Holm", "CAH", ""), ("Carl Hede", "", "direktør"))
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Oplæg ved HR-chef Ib Lund.", "HR-chef"),
        ("Ib Lund, direktør for Teknik og Miljø, sagde.", "direktør for Teknik og Miljø"),
        ("Direktør Ib Lund gik.", "direktør"),
        ("Ib Lund (chefkonsulent) gik.", "chefkonsulent"),
        ("Ib Lund gik.", ""),
        ("Direktør Ib Lundgren gik.", ""),
    ],
)
def test_a_title_stands_right_beside_a_name(text: str, title: str) -> None:
    assert titles.beside(text, "Ib Lund") == title


LISTED = (
    "Deltagere: Tine Bjerregaard Holm (velfærdsdirektør), Jens Ørum Pedersen, Jens Bak (3F), Anne-Lise Kruse, "
    "Claus Munk, Anne-Mette K. Lund, Ib Sand (afbud)"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tine bød velkommen.", ["Tine Bjerregaard Holm"]),
        ("Anne-Lise og Tine skriver et oplæg.", ["Anne-Lise Kruse", "Tine Bjerregaard Holm"]),
        ("Herefter orienterede Claus om budgettet (v/ Tine).", ["Claus Munk", "Tine Bjerregaard Holm"]),
        ("Vi besøger KKR. Claus spurgte til prisen.", ["Claus Munk"]),
        ("Direktør Holm og velfærdsdirektør Holm er enige.", ["Tine Bjerregaard Holm"]),
        ("Borgmester Holm og direktør Munk spurgte.", []),
        ("Jens orienterede.", []),
        ("Ib orienterede.", []),
        ("Claus orienterede efter Claus Holm.", ["Claus Holm"]),
        ("Hans Claus orienterede.", ["Hans Claus"]),
        ("Tilbuddet fra Claus er sendt.", []),
        ("Claus og Jens Bak deltog ikke i behandlingen.", ["Claus Munk", "Jens Bak"]),
        ("Claus og Jens Bak har hver sin nøgle.", ["Jens Bak"]),
        ("Ansvarlig: Claus", ["Claus Munk"]),
        ("Tovholder: Jens Bak og Claus", ["Jens Bak", "Claus Munk"]),
        ("Tovholdere: Tine og Claus", ["Tine Bjerregaard Holm", "Claus Munk"]),
        ("Leverandør: Claus", []),
        ("Jens Ø. orienterede, og Claus M. udarbejder en plan.", ["Jens Ørum Pedersen", "Claus Munk"]),
        ("J. Ørum Pedersen redegjorde.", ["Jens Ørum Pedersen"]),
        ("J. Pedersen og C. Munk spurgte.", ["Jens Ørum Pedersen", "Claus Munk"]),
        ("A. Krogh Lund og J. Holm Bak spurgte.", ["Anne-Mette K. Lund"]),
        ("J. Holm, T. Munk og A. Vind Lund spurgte.", []),
        ("Jens P. Ørum spurgte.", ["Jens P. Ørum"]),
        ("Tine Bjerregaard mente, at det hastede.", ["Tine Bjerregaard Holm"]),
    ],
)
def test_a_participant_is_called_by_less_than_the_name_where_no_other_can_be_meant(text: str, names: list[str]) -> None:
    found = read(f"{FRONT}{LISTED}\n\nPunkt 1: Evt.\n\n21/100\n\nBeslutning\n\n{text}\n").meeting
    assert list(found.items[0].people) == names
