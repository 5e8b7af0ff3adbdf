"""Who a list says was not there, or came in the place of somebody."""

import pytest

from tests.indexer.parsing.listing import people, told


@pytest.mark.parametrize(
    "absent",
    [
        "Anne Lerhard under punkt 8 og 9",
        "Anne Lerhard deltog ikke under punkt 2 og 3",
        "Anne Lerhard (V) fra og med punkt 10",
        "Ingen ved mødets start. Anne Lerhard forlod mødet kl. 10.50 efter punkt 8.",
    ],
)
def test_who_missed_a_part_was_there(absent: str) -> None:
    assert [(one.name, one.role) for one in people(f"Deltagere: Lars Holte, Anne Lerhard\nFraværende: {absent}")] == [
        ("Lars Holte", "present"),
        ("Anne Lerhard", "present"),
    ]


def test_a_group_of_those_who_were_not_there_was_not() -> None:
    found = people("Afbud:\nMedarbejderrepræsentanter:\nPer Lund, FOA\n\nTil stede: Zweta Brogade, Anne Skovgade")
    assert [(one.name, one.role) for one in found] == [
        ("Per Lund", "absent"),
        ("Zweta Brogade", "present"),
        ("Anne Skovgade", "present"),
    ]


@pytest.mark.parametrize(
    "absent",
    [
        "Afbud: Lars Holte deltager ikke i mødet",
        "Fraværende: Lars Holte var ikke til stede",
        "Afbud: Lars Holte - deltog ikke i mødet",
        "Afbud: Lars Holte deltager i andet møde",
        "Deltagere: Lars Holte deltog ikke",
    ],
)
def test_who_took_no_part_is_absent(absent: str) -> None:
    assert [(one.name, one.role) for one in people(absent)] == [("Lars Holte", "absent")]


@pytest.mark.parametrize(
    ("deputy", "title"),
    [
        ("Bo Sand som stedfortræder for Lise Holm", "stedfortræder for Lise Holm"),
        ("Bo Sand (stedfortræder for Lise Holm)", "stedfortræder for Lise Holm"),
        ("Bo Sand (V) som suppleant for Lise Holm (V)", "suppleant for Lise Holm"),
        ("Bo Sand i stedet for Lise Holm", ""),
        ("Bo Sand for Lise Holm", ""),
        ("Bo Sand deltog i stedet for Lise Holm", ""),
        ("i stedet for Lise Holm deltog Bo Sand", ""),
    ],
)
@pytest.mark.parametrize("more", ["", ", Lise Holm (afbud)", "\nAfbud: Lise Holm"])
def test_who_comes_in_the_place_of_somebody_is_one_person_and_the_other_is_absent(
    deputy: str, title: str, more: str
) -> None:
    assert [(one.name, one.role, one.title) for one in people(f"Deltagere: Ulla Krag, {deputy}{more}")] == [
        ("Ulla Krag", "present", ""),
        ("Bo Sand", "present", title),
        ("Lise Holm", "absent", ""),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "Deltagere: Lise Holm, Bo Sand (suppleant for Lise Holm)",
        "Deltagere: Bo Sand (suppleant for Lise Holm)\nØvrige: Lise Holm",
        "Deltagere: Bo Sand for Lise Holm under punkt 3, Lise Holm",
    ],
)
def test_who_has_an_entry_of_their_own_is_as_that_says(front: str) -> None:
    assert sorted((one.name, one.role) for one in people(front)) == [("Bo Sand", "present"), ("Lise Holm", "present")]


def test_a_deputy_beside_an_absence_was_there() -> None:
    assert [
        (one.name, one.role) for one in people("Deltagere: Ulla Krag, Lise Holm (V) (Afbud, stedfortræder Bo Sand)")
    ] == [
        ("Ulla Krag", "present"),
        ("Lise Holm", "absent"),
        ("Bo Sand", "present"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        *(
            "(deltog ikke)",
            "(syg)",
            "(fravær)",
            "(afbud pga. ferie)",
            "(orlov)",
            "(meldt afbud)",
            "(HR-chef, sygemeldt)",
        ),
        *("mødte ikke", "- syg", ", på ferie", "(ikke til stede)", "(deltog ikke i mødet)"),
    ],
)
def test_absence_is_told_in_many_ways_beside_a_name(told: str) -> None:
    assert [(one.name, one.role) for one in people(f"Deltagere: Ulla Krag, Bo Sand {told}, Per Holm")] == [
        ("Ulla Krag", "present"),
        ("Bo Sand", "absent"),
        ("Per Holm", "present"),
    ]


@pytest.mark.parametrize(
    "told", ["(fraværende fra pkt. 3)", "(afbud til punkt 2)", "(ikke stemmeberettiget)", "(fraværende i starten)"]
)
def test_what_is_no_absence_from_the_meeting(told: str) -> None:
    assert [(one.name, one.role) for one in people(f"Deltagere: Bo Sand {told}")] == [("Bo Sand", "present")]


@pytest.mark.parametrize("sign", ["-", "÷", "0", "ikke", "deltog ikke", "Sygemeldt", "Udeblevet", "syg", "afmeldt", ""])
def test_a_table_tells_who_was_not_there_in_many_ways(sign: str) -> None:
    table = f"| Navn | Fremmøde |\n|---|---|\n| Lars Holte | x |\n| Bo Sand | {sign} |"
    assert [(one.name, one.role) for one in people(table, markdown=True)] == [
        ("Lars Holte", "present"),
        ("Bo Sand", "absent"),
    ]


def test_a_table_may_have_a_column_of_those_who_were_not_there() -> None:
    table = "| Navn | Til stede | Afbud |\n|---|---|---|\n| Lars Holte | x | |\n| Bo Sand | | x |"
    assert [one.role for one in people(table, markdown=True)] == ["present", "absent"]


@pytest.mark.parametrize(("who", "name"), [("Lars Holte", "Lars Holte"), ("Lars", "Lars")])
def test_who_was_absent_is_no_part_of_the_label(who: str, name: str) -> None:
    assert [one[:2] for one in told(f"Til stede: Bo Lind\nAfbud fra {who}: syg")][1:] == [(name, "absent")]


def test_who_took_part_as_a_deputy_is_told_beside_whom_they_came_for() -> None:
    found = told("Til stede: Lars Holte (V)\nFraværende: Tina Toft (A) - Lis Bo (A) deltog som stedfortræder")
    assert [one[:2] for one in found] == [("Lars Holte", "present"), ("Tina Toft", "absent"), ("Lis Bo", "present")]
