"""Participants in the head of minutes, in many forms."""

import pytest

from mappings.documents import Participant
from tests.indexer.parsing.writing import meeting, read

PRESENT = ["Lars Holte", "Jørgen Lerhard"]


def people(front: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{front}", markdown=markdown)
    return [(person.name, person.role) for person in found.participants]


@pytest.mark.parametrize(
    "front",
    [
        "Mødedeltagere Lars Holte, Jørgen Lerhard",
        "Mødedeltagere Lars Holte, Jørgen\nLerhard",
        "**Mødedeltagere** Lars Holte, Jørgen  \nLerhard",
        "**Mødedeltagere:** Lars Holte og Jørgen Lerhard",
        "Mødedeltagere\n- Lars Holte\n- Jørgen Lerhard",
        "Deltagere:\n\n* Lars Holte\n\n* Jørgen Lerhard",
        "Til stede:\nLars Holte\nJørgen Lerhard",
        "Deltagere: Lars Holte,\n\nJørgen Lerhard",
        "Mødedeltagere\tLars Holte, Jørgen Lerhard",
        "| Deltagere | Lars Holte, Jørgen Lerhard |",
        "Deltagere\nLars Holte, kommunaldirektør\nJørgen Lerhard, direktør",
        "Formand: Lars Holte\nMedlemmer: Jørgen Lerhard",
        "Mødedeltagere Lars Holte (A), Jørgen Lerhard (V)",
        "Deltagere: Lars Holte (A, formand)\nJørgen Lerhard (V)",
    ],
)
def test_participants_are_read_from_lists_of_many_forms(front: str) -> None:
    assert people(front) == [(name, "present") for name in PRESENT]


@pytest.mark.parametrize(
    "front",
    [
        "Mødedeltagere Lars Holte, Jørgen Lerhard (Afbud)",
        "Mødedeltagere Lars Holte, Jørgen Lerhard (afbud)",
        "Mødedeltagere Lars Holte, Jørgen Lerhard - afbud",
        "Mødedeltagere Lars Holte\n\nAfbud: Jørgen Lerhard",
        "Mødedeltagere Lars Holte\n\nAfbud fra Jørgen Lerhard",
        "Mødedeltagere: Lars Holte\nFraværende:\nJørgen Lerhard",
        "Mødedeltagere Lars Holte, Jørgen Lerhard\n\n**Afbud:** Jørgen Lerhard",
    ],
)
def test_an_apology_makes_a_participant_absent(front: str) -> None:
    assert people(front) == [("Lars Holte", "present"), ("Jørgen Lerhard", "absent")]


@pytest.mark.parametrize(
    "front",
    [
        "Mødedeltagere Lars Holte, Kathrine Seier\nSkastrup (sekretær)",
        "Mødedeltagere Lars Holte, Kathrine Seier Skastrup (referent)",
        "Mødedeltagere Lars Holte\nReferent: Kathrine Seier Skastrup",
        "Mødedeltagere Lars Holte\n\nSekretær: Kathrine Seier Skastrup",
    ],
)
def test_the_secretary_is_told_apart(front: str) -> None:
    assert people(front) == [("Lars Holte", "present"), ("Kathrine Seier Skastrup", "secretary")]


def test_nobody_absent_is_nobody() -> None:
    assert people("Mødedeltagere Lars Holte\n\nAfbud: Ingen") == [("Lars Holte", "present")]


def test_what_stands_beside_a_name_is_remarked() -> None:
    reading = read(
        "REFERAT Direktionen d. 04-10-2016\n\nMødedeltagere Lars Holte (gik 11), Per Lund\n\nPunkt 1: Evt.\n\n21/100"
    )
    assert reading.meeting.participants == (Participant("Lars Holte"), Participant("Per Lund"))
    assert ["gik 11" in remark.text for remark in reading.remarks] == [True]


def test_a_sentence_under_the_participants_names_nobody() -> None:
    found = meeting(
        "REFERAT Direktionen d. 04-10-2016\n\nMødedeltagere Lars Holte, Per Lund\nMødet blev holdt på Teams."
    )
    assert [person.name for person in found.participants] == ["Lars Holte", "Per Lund"]
    assert found.items[0].sections[0].text == "Mødet blev holdt på Teams."


@pytest.mark.parametrize(
    "line",
    [
        "Fraværende med afbud: Lilly Brand",
        "Meldt afbud: Lilly Brand",
        "Ikke mødt: Lilly Brand",
        "Ej mødt op: Lilly Brand",
    ],
)
def test_a_label_that_says_so_tells_who_was_not_there(line: str) -> None:
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\nDeltagere: Ole Vad, Lilly Brand\n{line}").participants
    assert [(one.name, one.role) for one in found] == [("Ole Vad", "present"), ("Lilly Brand", "absent")]


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ("Deltagere: Ole Vad\nEj til stede: Ingen", [("Ole Vad", "present")]),
        (
            "Til stede:\nLedelsesrepræsentanter: Vibeke Holst (formand), Ole Vad\nMedarbejdersiden: Lis Bo, Per Kok",
            [("Vibeke Holst", "present"), ("Ole Vad", "present"), ("Lis Bo", "present"), ("Per Kok", "present")],
        ),
        (
            "Deltagere: Ole Vad\nAfbud: Lone Riis (V)\nSuppleant: Hans Toft (V)",
            [("Ole Vad", "present"), ("Lone Riis", "absent"), ("Hans Toft", "present")],
        ),
        ("Afbud:\nPolitikere: Ole Vad\nEmbedsmænd: Per Kok", [("Ole Vad", "absent"), ("Per Kok", "absent")]),
        (
            "| Ledelsesside | Vibeke Holst (formand), Ole Vad |\n| Medarbejderside | Lis Bo, FOA |",
            [("Vibeke Holst", "present"), ("Ole Vad", "present"), ("Lis Bo", "present")],
        ),
        (
            "Fraværende: Ole Vad (afbud)\n\nEmbedsmænd: Direktør Per Kok, sekretær Lis Bo",
            [("Ole Vad", "absent"), ("Per Kok", "present"), ("Lis Bo", "secretary")],
        ),
        ("Medlemmer\nOle Vad      Deltog\nLone Riis      Afbud", [("Ole Vad", "present"), ("Lone Riis", "absent")]),
        ("| Deltagere | Ole Vad (V)<br>HR-chef Lone Riis |", [("Ole Vad", "present"), ("Lone Riis", "present")]),
        ("Deltagere: Ole Vad\nLars Kok: formand", [("Ole Vad", "present"), ("Lars Kok", "present")]),
        ("Deltagere:\nOle Vad\nBemærkninger: Mødet begyndte sent", [("Ole Vad", "present")]),
    ],
)
def test_a_label_is_nobody(lines: str, people: list[tuple[str, str]]) -> None:
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{lines}").participants
    assert [(one.name, one.role) for one in found] == people


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_table_without_a_head_stands_between_dashes(gap: str) -> None:
    dashes = "  --------------------- --------------------------------------------\n"
    rows = "  **Deltagere:**        Lone Riis, Ole Vad\n" + gap + "  **Afbud:**            Ole Vad\n"
    wrapped = (
        "\n  **Fra                 HR-chef Bo Lind, fuldmægtig Lars\n  administrationen:**   Kok\n\n" if gap else ""
    )
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{dashes}{rows}{wrapped}{dashes}", markdown=True)
    told = [(one.name, one.role) for one in found.participants]
    assert told[:2] == [("Lone Riis", "present"), ("Ole Vad", "absent")]
    assert told[2:] == ([("Bo Lind", "present"), ("Lars Kok", "present")] if gap else [])


def test_a_hard_break_parts_the_names_in_a_cell() -> None:
    rows = "| Til stede:    | Lone Riis (A), formand\\ |\n|               | Ole Vad (V)\\           |\n"
    rows += "|               | Lars Kok               |\n"
    rule = f"+{15 * '-'}+{24 * '-'}+\n"
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{rule}{rows}{rule}", markdown=True).participants
    assert [one.name for one in found] == ["Lone Riis", "Ole Vad", "Lars Kok"]


@pytest.mark.parametrize("lines", ["Gæster: Pkt. 1: Iben Hjorth", "Gæster:\nPkt. 1: Iben Hjorth"])
def test_the_item_before_a_guests_name_is_whom_they_came_for(lines: str) -> None:
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\nDeltagere: Ole Vad\n{lines}")
    assert [one.name for one in found.participants] == ["Ole Vad", "Iben Hjorth"]
    assert found.items[0].people == ("Iben Hjorth",)


def test_what_somebody_is_may_stand_behind_their_party_and_a_dash() -> None:
    found = meeting("REFERAT Direktionen d. 04-10-2016\n\nMedlemmer\nHanne Ruus (A) - Formand\nErik Dall (V)")
    assert [(person.name, person.title) for person in found.participants] == [
        ("Hanne Ruus", "formand"),
        ("Erik Dall", ""),
    ]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "Deltagere: *Ledelsesside:* Kim Bjerre, Sus Holm. *Medarbejderside:* Arne Lau (FOA)",
            [("Kim Bjerre", "present"), ("Sus Holm", "present"), ("Arne Lau", "present")],
        ),
        ("Til stede: Alle undtagen Per Gade, der havde meldt afbud.", [("Per Gade", "absent")]),
        ("Til stede: alle undtagen Per Gade og Lis Bo", [("Per Gade", "absent"), ("Lis Bo", "absent")]),
        ("Mødt:\nFormand, byrådsmedlem Lis Bo\nIda Lund", [("Lis Bo", "present"), ("Ida Lund", "present")]),
        ("Medlemmer til stede: Bo Dam, Ida Lund", [("Bo Dam", "present"), ("Ida Lund", "present")]),
        ("Fremmødte: Alle medlemmer var til stede på nær Per Gade", [("Per Gade", "absent")]),
        ("Til stede: Bo Dam\n\nFraværende med afbud Per Gade", [("Bo Dam", "present"), ("Per Gade", "absent")]),
        ("Til stede: Bo Dam\nIkke deltagende  Per Gade", [("Bo Dam", "present"), ("Per Gade", "absent")]),
        (
            "Mødt: Bo Dam, Ida Lund\nFra forvaltn.: Ældrechef Mona Friis",
            [("Bo Dam", "present"), ("Ida Lund", "present"), ("Mona Friis", "present")],
        ),
        ("Til stede: Bo Dam, Ida Lund\nReferent: Bo", [("Bo Dam", "secretary"), ("Ida Lund", "present")]),
        (
            "Til stede: Bo Dam, Bo Lund\nReferent: Bo",
            [("Bo Dam", "present"), ("Bo Lund", "present"), ("Bo", "secretary")],
        ),
    ],
)
def test_who_was_there_is_told_in_more_ways(front: str, expected: list[tuple[str, str]]) -> None:
    assert people(front, markdown="*" in front) == expected


def test_those_listed_in_front_matter_were_there() -> None:
    matter = "title: Referat\nudvalg: Handicaprådet\ndate: 2023-02-14\ndeltagere: [Bo Dam, Ida Lund]\nafbud: Per Gade"
    found = read(f"---\n{matter}\n---\n\n## 1. Budget\n\nGodkendt.\n", markdown=True).meeting
    assert [(one.name, one.role) for one in found.participants] == [
        ("Bo Dam", "present"),
        ("Ida Lund", "present"),
        ("Per Gade", "absent"),
    ]
