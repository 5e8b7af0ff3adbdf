"""What the people of a list are: titles before and behind names, and of what somebody is head."""

import pytest

from tests.indexer.parsing.listing import LARS, people, told

ANNE = ("Anne Lerhard", "present", "direktør for Børn, Unge og Kultur", "AL")


@pytest.mark.parametrize(
    "front",
    [
        "Til stede: Lars Holte, kommunaldirektør (LH), Anne Lerhard, direktør for Børn, Unge og Kultur (AL)",
        "Til stede: Lars Holte (LH, kommunaldirektør), Anne Lerhard (AL, direktør for Børn, Unge og Kultur)",
        "Til stede:\nLars Holte, kommunaldirektør (LH)\nAnne Lerhard, direktør for Børn, Unge og Kultur (AL)",
        "Deltagere: Lars Holte (kommunaldirektør, LH), Anne Lerhard (AL, direktør for Børn,\nUnge og Kultur; gik 11)",
    ],
)
def test_what_somebody_is_head_of_may_have_commas(front: str) -> None:
    assert told(front) == [LARS, ANNE]


def test_a_field_behind_a_comma_is_of_the_title() -> None:
    assert told("Til stede:\nLars Holte (direktør, Børn, Skole og Kultur)\nAnne Lerhard (HR-chef)") == [
        ("Lars Holte", "present", "direktør, Børn, Skole og Kultur", ""),
        ("Anne Lerhard", "present", "HR-chef", ""),
    ]


@pytest.mark.parametrize(
    ("listed", "role"),
    [
        ("Lars Holte (direktør) (Afbud)", "absent"),
        ("Lars Holte (direktør, Afbud)", "absent"),
        ("Lars Holte, direktør, Afbud", "absent"),
        ("Lars Holte (direktør) (Referent)", "secretary"),
    ],
)
def test_a_role_behind_a_title_is_no_field_of_it(listed: str, role: str) -> None:
    assert told(f"Mødedeltagere: {listed}, Anne Lerhard (HR-chef)") == [
        ("Lars Holte", role, "direktør", ""),
        ("Anne Lerhard", "present", "HR-chef", ""),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "Formand: Lars Holte\nNæstformand: Per Lund\nMedlemmer: Anne Lerhard",
        "Til stede: formand Lars Holte, næstformand Per Lund, Anne Lerhard",
        "Til stede: Formand: Lars Holte, Næstformand: Per Lund, Anne Lerhard",
    ],
)
def test_who_is_in_the_chair_is_told_before_the_name(front: str) -> None:
    assert [(one.name, one.title) for one in people(front)] == [
        ("Lars Holte", "formand"),
        ("Per Lund", "næstformand"),
        ("Anne Lerhard", ""),
    ]


def test_what_the_list_says_of_who_is_in_the_chair_goes_before_it() -> None:
    assert told("Formand: Lars Holte\nDeltagere: Lars Holte (LH, kommunaldirektør)") == [LARS]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("stedfortræder Bo Lind", "stedfortræder"),
        ("kst. kommunaldirektør Bo Lind", "kst. kommunaldirektør"),
        ("fg. direktør Bo Lind", "fg. direktør"),
        ("Dr. Bo Lind", "dr."),
        ("cand.jur. Bo Lind", "cand.jur."),
        ("cand. polit. Bo Lind", "cand. polit."),
        ("prof. Bo Lind", "prof."),
        ("Direktør for Børn og Unge Bo Lind", "direktør for Børn og Unge"),
        ("direktør for Teknik, Kultur og Miljø Bo Lind", "direktør for Teknik, Kultur og Miljø"),
        ("chef for Kultur Bo Lind", "chef for Kultur"),
        ("Bo Lind direktør for Børn og Unge", "direktør for Børn og Unge"),
    ],
)
def test_what_somebody_is_stands_before_the_name(entry: str, title: str) -> None:
    assert [(one.name, one.title) for one in people(f"Deltagere: Ulla Krag, {entry}, Per Holm")] == [
        ("Ulla Krag", ""),
        ("Bo Lind", title),
        ("Per Holm", ""),
    ]


def test_what_a_guest_is_stands_before_the_name() -> None:
    guests = "Gæster: Overlæge Vibeke Stenbæk, sygeplejerske Bo Lind, skolepsykolog Ida Krag"
    assert told(f"Deltagere: Lars Holte\n{guests}")[1:] == [
        ("Vibeke Stenbæk", "present", "overlæge", ""),
        ("Bo Lind", "present", "sygeplejerske", ""),
        ("Ida Krag", "present", "skolepsykolog", ""),
    ]
