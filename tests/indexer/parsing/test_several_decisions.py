"""Decisions of several bodies in one text: each with whose it is and of when."""

import datetime as dt

import pytest

from indexer.parsing.several import decisions
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
            "MTU 040504: Anb.\nBY 260504: Godkendt.",
            [("MTU", "2004-05-04", "Anb."), ("BY", "2004-05-26", "Godkendt.")],
        ),
        (
            "T.U. 04.05.04: Anbefales. Kbst. 26.05.04: Godkendt.",
            [("T.U.", "2004-05-04", "Anbefales."), ("Kbst.", "2004-05-26", "Godkendt.")],
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
        "Byrådet den 26. maj 2016:\n\nByrådet kunne ikke tiltræde forslaget.\n"
    )
    assert [(one.body, one.date.isoformat(), one.outcomes) for one in found.decisions] == [
        ("Teknisk Udvalg", "2016-05-04", ("recommended",)),
        ("Byrådet", "2016-05-26", ("rejected",)),
    ]
