"""Participants in other layouts."""

from datetime import date

import pytest

from mappings.documents import Participant
from tests.indexer.parsing.writing import meeting, read


def participants(front: str) -> list[Participant]:
    return list(meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{front}").participants)


def test_a_title_may_stand_before_a_name() -> None:
    found = participants(
        "Deltagere: Lars Holte\n\nFra administrationen deltog kommunaldirektør Helle Dybkær, økonomichef Sune Rahbek"
        " og byrådssekretær Pia Nord (referent)."
    )
    assert [(one.name, one.role, one.title) for one in found] == [
        ("Lars Holte", "present", ""),
        ("Helle Dybkær", "present", "kommunaldirektør"),
        ("Sune Rahbek", "present", "økonomichef"),
        ("Pia Nord", "secretary", "byrådssekretær"),
    ]


def test_a_line_each_may_have_a_party_and_a_title() -> None:
    found = participants("Deltagere:\nKaren Bruhn (V), borgmester\nAnders Holm (A), 1. viceborgmester\nLone Riis (V)")
    assert [(one.name, one.title) for one in found] == [
        ("Karen Bruhn", "borgmester"),
        ("Anders Holm", "1. viceborgmester"),
        ("Lone Riis", ""),
    ]


def test_who_comes_from_the_administration_is_present() -> None:
    found = participants("Deltagere: Lone Riis (V), Jannik Oxholm (A)\n\nFra administrationen Ulla Bjerre, kulturchef")
    assert [(one.name, one.title) for one in found] == [
        ("Lone Riis", ""),
        ("Jannik Oxholm", ""),
        ("Ulla Bjerre", "kulturchef"),
    ]


@pytest.mark.parametrize("label", ["Fra forvaltningen", "Fra administrationen:", "Embedsværket", "Administration"])
def test_a_label_alone_may_head_those_from_the_administration(label: str) -> None:
    found = participants(f"Afbud\nLone Riis\n\n{label}\nDirektør Ulla Bjerre\nVejchef Kim Torp\nReferent: Mette Vad")
    assert [(one.name, one.role) for one in found] == [
        ("Lone Riis", "absent"),
        ("Ulla Bjerre", "present"),
        ("Kim Torp", "present"),
        ("Mette Vad", "secretary"),
    ]


def test_a_label_may_stand_in_a_column_of_its_own() -> None:
    found = meeting(
        "Referat\n\nSocialudvalget\n\nDato           4. oktober 2016\n\n"
        "Medlemmer      Lone Riis (A) - formand\n               Per Vad (V)\n\nAfbud          Kim Torp"
    )
    assert found.date == date(2016, 10, 4)
    assert [(one.name, one.role) for one in found.participants] == [
        ("Lone Riis", "present"),
        ("Per Vad", "present"),
        ("Kim Torp", "absent"),
    ]


def test_who_comes_from_the_administration_may_be_told_in_a_line_that_a_stop_ends() -> None:
    found = participants("Til stede: Lone Riis, Per Vad\nFra forvaltningen: Vejchef Kim Torp og Elin Bork (ref.).")
    assert [(one.name, one.role) for one in found[2:]] == [("Kim Torp", "present"), ("Elin Bork", "secretary")]


@pytest.mark.parametrize("closed", [False, True])
def test_who_was_there_may_be_told_where_an_open_meeting_ends(closed: bool) -> None:
    last = "Punkt 2: Lukket" if closed else "Punkt 2: Eventuelt\n\n21/101\n\nIntet."
    found = read(
        f"REFERAT Byrådet d. 04-10-2016\n\nPunkt 1: Havn\n\n21/100\n\nBeslutning\n\nGodkendt.\n\n{last}\n\n"
        "Mødet sluttede kl. 10:15\n\nTil stede\nLone Riis, Per Vad\n\nFraværende\nKim Torp"
    ).meeting
    told = [("Lone Riis", "present"), ("Per Vad", "present"), ("Kim Torp", "absent")]
    assert [(one.name, one.role) for one in found.participants] == ([] if closed else told)


@pytest.mark.parametrize(("yes", "no"), [("- [x]", "- [ ]"), ("☒", "☐")])
def test_a_box_before_a_name_tells_who_was_there(yes: str, no: str) -> None:
    found = participants(f"Deltagere\n{yes} Lone Riis (V)\n{yes} Per Vad\n{no} Kim Torp (A)")
    assert [(one.name, one.role) for one in found] == [
        ("Lone Riis", "present"),
        ("Per Vad", "present"),
        ("Kim Torp", "absent"),
    ]


def test_boxes_that_nobody_ticked_tell_nothing() -> None:
    found = participants("Deltagere\n[ ] Lone Riis\n[ ] Per Vad")
    assert [(one.name, one.role) for one in found] == [("Lone Riis", "present"), ("Per Vad", "present")]


def test_names_may_be_parted_by_dashes() -> None:
    found = participants(
        "Deltagere: Lone Ejsing (A), formand - Signe Krog (V), næstformand - Tove Lind, direktør for Børn og Kultur"
    )
    assert [(one.name, one.title) for one in found] == [
        ("Lone Ejsing", "formand"),
        ("Signe Krog", "næstformand"),
        ("Tove Lind", "direktør for Børn og Kultur"),
    ]


def test_a_dash_before_what_somebody_is_parts_no_names() -> None:
    found = participants("Deltagere:\nHanne Jensen - Dansk Folkeparti\nPer Holm - Radikale Venstre\nOle Vad - Venstre")
    assert [one.name for one in found] == ["Hanne Jensen", "Per Holm", "Ole Vad"]


def test_a_title_may_have_capitals_and_names_may_be_short() -> None:
    found = participants(
        "Deltagere: Teknik- og Miljøchef Ole Drejsing, HR-chef Lis Bo, MKH, Anne-Lise, afbud fra Lone Bo"
    )
    assert [(one.name, one.role, one.title) for one in found] == [
        ("Ole Drejsing", "present", "teknik- og Miljøchef"),
        ("Lis Bo", "present", "HR-chef"),
        ("MKH", "present", ""),
        ("Anne-Lise", "present", ""),
        ("Lone Bo", "absent", ""),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Gæster: 12 tilhørere fra skolebestyrelserne.",
        "Desuden: Mødet blev streamet på hjemmesiden.",
        "Ref.: 22/1234",
        "Fra administrationen blev mødet fulgt af tre elever.",
    ],
)
def test_what_is_told_besides_is_nobody(line: str) -> None:
    assert [one.name for one in participants(f"Deltagere: Lone Riis, Per Vad\n\n{line}")] == ["Lone Riis", "Per Vad"]


def test_the_unit_beside_a_name_is_nobody() -> None:
    assert [one.name for one in participants("Referent: Gitte Sand, HR og Løn (GS)")] == ["Gitte Sand"]


def test_a_deputy_is_present_though_listed_under_apologies() -> None:
    found = participants("Deltagere: Lone Riis\n\nAfbud:\nHans Elbæk (V)\nSom stedfortræder deltog Inger Lyng (V)")
    assert [(one.name, one.role) for one in found] == [
        ("Lone Riis", "present"),
        ("Hans Elbæk", "absent"),
        ("Inger Lyng", "present"),
    ]
