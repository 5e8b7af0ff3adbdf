"""Decisions of several bodies in one text: each with whose it is and of when."""

import datetime as dt

import pytest

from indexer.parsing.decided import decisions
from tests.indexer.parsing.writing import item

DATE = dt.date(2004, 5, 26)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.body, one.date.isoformat(), one.text) for one in decisions(text, "Byrådet", DATE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Teknisk Udvalg den 4. maj 2004:\nAnbefales.\n\nByrådet den 26. maj 2004:\nGodkendt.\nA stemte imod.",
            [("Teknisk Udvalg", "2004-05-04", "Anbefales."), ("Byrådet", "2004-05-26", "Godkendt.\nA stemte imod.")],
        ),
        (
            "TEKNIK- OG MILJØUDVALGET DEN 4. MAJ 2004: Anbefales.\nBYRÅDET DEN 26. MAJ 2004: Afvist.",
            [("Teknik- og Miljøudvalget", "2004-05-04", "Anbefales."), ("Byrådet", "2004-05-26", "Afvist.")],
        ),
        (
            "Byrådet den 26. maj 2004:\nJa.\n\nTidligere beslutninger:\n\nSocialudvalget den 4. maj 2004:\nUdsat.",
            [("Byrådet", "2004-05-26", "Ja."), ("Socialudvalget", "2004-05-04", "Udsat.")],
        ),
        (
            "Tidligere behandling:\nØkonomiudvalget den 3. maj 2004: Anbefales.\n\nBeslutning:\nAfvist.",
            [("Økonomiudvalget", "2004-05-03", "Anbefales."), ("Byrådet", "2004-05-26", "Afvist.")],
        ),
        (
            "Beslutning i Social- og Sundhedsudvalget den 4/5 2004:\nUdsat.\nByrådets beslutning:\nGodkendt.",
            [("Social- og Sundhedsudvalget", "2004-05-04", "Udsat."), ("Byrådet", "2004-05-26", "Godkendt.")],
        ),
    ],
)
def test_each_body_has_its_own_decision(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.",
        "",
        "Godkendt, jf. Økonomiudvalgets indstilling af 3. maj 2004.",
        # Initials are no name, lists of whom to tell and of meetings no decisions, and advice ends nobody knows where.
        "MTU 040504: Anb.\nBY 260504: Godkendt.",
        "T.U. 04.05.04: Anbefales. Kbst. 26.05.04: Godkendt.",
        "Skovområdet 4. juli 2004: besigtigelse.\nHavneområdet 5. juli 2004: besigtigelse.",
        "Byrådet den 4. maj 2004.\nØkonomiudvalget den 5. maj 2004.\nMøderne begynder kl. 17.",
        "Indstilling fra Teknisk Udvalg den 4. maj 2004:\nAt planen godkendes.\n\nGodkendt.",
        "Udtalelse fra Ældrerådet den 3. maj 2004:\nRådet er imod.\nByrådet den 26. maj 2004:\nGodkendt.",
        # Nobody knows of which year.
        "Teknisk Udvalg, 4. maj:\nAnbefales.\nByrådet, 26. maj:\nGodkendt.",
        # Whose are the words before the first head?
        "A tog forbehold.\nTeknisk Udvalg den 4. maj 2004:\nAnbefales.\nByrådet den 26. maj 2004:\nGodkendt.",
    ],
)
def test_what_cannot_be_told_apart_for_certain_stays_one(text: str) -> None:
    assert told(text) == [("Byrådet", "2004-05-26", text)]


def test_an_item_that_two_bodies_decided_has_both_with_what_each_came_to() -> None:
    found = item(
        "Beslutning\n\nTeknisk Udvalg den 4. maj 2016:\n\nAnbefales.\n\n"
        "Direktionen den 4. oktober 2016:\n\nDirektionen kunne ikke tiltræde forslaget.\n"
    )
    assert [(one.body, one.date.isoformat(), one.outcomes) for one in found.decisions] == [
        ("Teknisk Udvalg", "2016-05-04", ("recommended",)),
        ("Direktionen", "2016-10-04", ("rejected",)),
    ]
