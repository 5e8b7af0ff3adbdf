"""When two spellings are one person."""

import pytest

from mappings.people import name_key, same_person


def same(a: str, b: str) -> bool:
    first, second = name_key(a), name_key(b)
    assert first is not None
    assert second is not None
    return same_person(first, second)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kathrine Seier Skastrup", "Kathrine Seier Skaastrup"),
        ("Kathrine Seier Skastrup", "Kathrine Skaastrup"),
        ("Per Aalbæk Nielsen", "Per Ålbæk Nielsen"),
        ("Per Aalbæk Nielsen", "Per A. Nielsen"),
        ("Mette Kjærgaard Aagesen", "Mette Kjærgård Ågesen"),
        ("Sanne Overby Krag", "Sanne Overby Kragh"),
        ("Anne-Mette Holm", "Anne Mette Holm"),
        ("Anne-Mette Krag Holm", "Anne-Mette Holm"),
        ("Anne-Mette Holm", "Anne-M. Holm"),
        ("P.B. Nielsen", "P. Nielsen"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert same(a, b)
    assert same(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anne Marie Hansen", "Anne Grethe Hansen"),
        ("Anne Marie Hansen", "Anne Mette Hansen"),
        ("Lars Holte", "Per Holte"),
        ("Lars Holte", "Lars Holm"),
        ("Lars Kristensen", "Lars Christensen"),
        ("Per Aalbæk Nielsen", "Per B. Nielsen"),
        ("Anne-Mette Holm", "Anne Holm"),
        ("Anne-Mette Holm", "Anne Krag Holm"),
        ("Anne-Mette Holm", "Anne-Grethe Holm"),
    ],
)
def test_two_people(a: str, b: str) -> None:
    assert not same(a, b)
    assert not same(b, a)


@pytest.mark.parametrize("name", ["", "Lars", "Holte,", "123", "Anne-Mette"])
def test_a_single_name_is_nobody(name: str) -> None:
    assert name_key(name) is None
