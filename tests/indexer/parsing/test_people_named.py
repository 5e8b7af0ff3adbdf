"""Names of people in an item's text."""

import pytest

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
