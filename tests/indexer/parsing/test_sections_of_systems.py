"""Headings that case systems put into every item, beside those that are known everywhere."""

import pytest

from tests.indexer.parsing.writing import item, kinds


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Forvaltningens bemærkninger", "exposition"),
        ("Administrationens bemærkninger", "exposition"),
        ("Forvaltningens vurdering", "other"),
        ("Sagens tidligere behandling", "other"),
        ("Sagsforløb", "other"),
        ("Sagen afgøres i", "other"),
        ("MOTIVERING", "other"),
        ("Begrundelse:", "other"),
    ],
)
def test_they_begin_a_section(heading: str, kind: str) -> None:
    found = item(f"Resume\nKort sagt.\n\n{heading}\nByrådet den 4. maj.\n\nBeslutning\nGodkendt.")
    assert kinds(found) == [("background", "Resume"), (kind, heading), ("decision", "Beslutning")]


@pytest.mark.parametrize("word", ["Afgørelse", "Kendelse"])
def test_a_board_decides_in_words_of_its_own(word: str) -> None:
    assert [one.text for one in item(f"{word}: Hegnet flyttes.").decisions] == ["Hegnet flyttes."]


def test_the_reasons_of_a_decision_are_told_apart_from_it() -> None:
    found = item(
        "Afgørelse:\nLejen nedsættes.\nBegrundelse:\nLejen er for høj.\nSagens oplysninger:\nLejer har klaget."
    )
    assert [one.text for one in found.decisions] == ["Lejen nedsættes."]


def test_below_a_decision_they_are_none_of_it() -> None:
    found = item("Beslutning\nGodkendt.\n\nSagens tidligere behandling\nØkonomiudvalget den 4. maj: Udsat.")
    assert [one.text for one in found.decisions] == ["Godkendt."]
