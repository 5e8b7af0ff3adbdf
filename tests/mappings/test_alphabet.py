"""Names in the order of a Danish register."""

import pytest

from mappings.alphabet import OTHERS, letter, place, sorting


def test_our_letters_come_last_and_two_a_are_one_of_them() -> None:
    names = ["Aagesen", "Zacho", "Åberg", "Østergaard", "Ærø", "Abel", "Ödegaard", "Müller", "Mygind"]
    assert sorted(names, key=sorting) == [
        "Abel",
        "Mygind",
        "Müller",
        "Zacho",
        "Ærø",
        "Ödegaard",
        "Østergaard",
        "Åberg",
        "Aagesen",
    ]


@pytest.mark.parametrize(
    ("name", "found_under"),
    [
        ("Aagesen", "Å"),
        ("Ödegaard", "Ø"),
        ("Étienne", "E"),
        ("łukasz", "L"),
        ("", OTHERS),
        ("3M", OTHERS),
        ("Ωmega", OTHERS),
    ],
)
def test_every_name_is_found_under_a_letter(name: str, found_under: str) -> None:
    assert letter(name) == found_under


def test_what_is_no_letter_of_ours_comes_last() -> None:
    assert sorted(["#", "Å", "Z", "A"], key=place) == ["A", "Z", "Å", "#"]
