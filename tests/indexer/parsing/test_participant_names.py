"""Where a name in a list of people begins and ends, and what is none."""

import pytest

from tests.indexer.parsing.listing import DATED, people, told
from tests.indexer.parsing.writing import read


def test_each_line_is_a_person_where_each_begins_with_a_name() -> None:
    front = (
        "Medlemmer:       Lars Holte, kommunaldirektør (formand)\n"
        "                 Anne Lerhard, direktør for Social og Sundhed\n"
        "                 Per Lund, direktør for Børn og Kultur"
    )
    assert [(one.name, one.title) for one in people(front)] == [
        ("Lars Holte", "kommunaldirektør"),
        ("Anne Lerhard", "direktør for Social og Sundhed"),
        ("Per Lund", "direktør for Børn og Kultur"),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "Til stede: Lars Holte, Byrådet, Anne Lerhard, FOA\nAfbud: Per Lund, 3F",
        "Til stede:\nLars Holte, Danmarks Lærerforening (formand)\nAnne Lerhard, Social og Sundhed\nAfbud:\nPer Lund",
        "Ledelsesrepræsentanter:\nLars Holte\n\nMedarbejderrepræsentanter:\nAnne Lerhard, HK\n\nAfbud: Per Lund",
        "For ledelsen: Lars Holte\nFor medarbejderne: Anne Lerhard, BUPL\nAfbud: Per Lund, Handicaprådet",
        "Tilstede var: Lars Holte og Anne Lerhard.\n\nFraværende var: Per Lund.",
        "Mødt var: Lars Holte, borgmester, og Anne Lerhard.\nFraværende: Per Lund (afbud).",
        "Afbud: Per Lund\nMedarbejdersiden:\nAnne Lerhard, FOA\nLedelsessiden:\nLars Holte",
    ],
)
def test_for_whom_somebody_is_there_is_nobody(front: str) -> None:
    assert {(one.name, one.role) for one in people(front)} == {
        ("Lars Holte", "present"),
        ("Anne Lerhard", "present"),
        ("Per Lund", "absent"),
    }


def test_a_list_of_cases_below_the_names_is_nobody() -> None:
    found = people(
        "Til stede: Lars Holte (fmd.)\nAfbud: Per Lund\n\nSager til beslutning\n2. Nyt plejecenter (2014-0100345)"
    )
    assert [(one.name, one.role) for one in found] == [("Lars Holte", "present"), ("Per Lund", "absent")]


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("Deltagere: Jens Chr. Hansen, Ole Fr. Møller", ["Jens Chr. Hansen", "Ole Fr. Møller"]),
        ("Deltagere: Bo Sand, Mette\nKirstine Holm, Ulla Krag", ["Bo Sand", "Mette Kirstine Holm", "Ulla Krag"]),
        ("Deltagere: Lars Holte, Anne\nMarie Holm", ["Lars Holte", "Anne Marie Holm"]),
        ("Til stede: Lars Holte, Bo Sand\nMødet begyndte kl. 10", ["Lars Holte", "Bo Sand"]),
        ("Til stede: konst. direktør Mette Winther og Bo Sand", ["Mette Winther", "Bo Sand"]),
    ],
)
def test_names_are_whole(front: str, names: list[str]) -> None:
    assert [one.name for one in people(front)] == names


@pytest.mark.parametrize(
    "told", ["for Dansk Fagforbund", "fra Rådgiverhuset", "via Teams", "født Krogh", "for Børne- og Ungeudvalget"]
)
def test_what_is_told_behind_a_name_is_none_of_it(told: str) -> None:
    found = read(f"{DATED}Deltagere: Ulla Krag, Bo Sand {told}\n\nPunkt 1: Evt.\n\n21/100\n")
    assert [(one.name, one.role) for one in found.meeting.participants] == [
        ("Ulla Krag", "present"),
        ("Bo Sand", "present"),
    ]
    assert any(told in remark.text for remark in found.remarks)


def test_a_name_may_have_words_in_lower_case() -> None:
    names = ["Hans af Ugglas", "Otto von der Recke", "Abdul-Rahman ibn Ali", "Marie d’Or", "Ahmed el-Sayed"]
    assert [one.name for one in people(f"Deltagere: {', '.join(names)}")] == names


@pytest.mark.parametrize(
    "front",
    [
        "Til stede: Holte, Lars (borgmester); Brink Lerhard, Anne-Mette; al-Sadi, Omar\n\nAfbud: Krag, Ulla P.",
        "Til stede:\nHolte, Lars, borgmester\nBrink Lerhard, Anne-Mette\nal-Sadi, Omar\n\nAfbud:\nKrag, Ulla P.",
        "Til stede:\nLARS HOLTE (borgmester)\nANNE-METTE BRINK LERHARD\nOMAR AL-SADI\n\nAfbud:\nULLA P. KRAG",
    ],
)
def test_names_in_capitals_and_with_the_family_first_are_told_as_people_are_called(front: str) -> None:
    assert [(name.casefold(), *rest) for name, *rest in told(front)] == [
        ("lars holte", "present", "borgmester", ""),
        ("anne-mette brink lerhard", "present", "", ""),
        ("omar al-sadi", "present", "", ""),
        ("ulla p. krag", "absent", "", ""),
    ]
    assert not any(name.isupper() for name, *_ in told(front))


@pytest.mark.parametrize(
    "front",
    [
        "Til stede:\nDagtilbud, Lone Holm\nKultur, Bo Sand",
        "Til stede:\nLone Holm, Bo Sand",
        "Til stede:\nHTK SEKRETARIAT, Lone Holm",
        "Til stede: Lone, Bo",
    ],
)
def test_what_is_no_family_name_before_a_comma_stays_where_it_stands(front: str) -> None:
    assert not {"Lone Holm Dagtilbud", "Bo Sand Lone Holm", "Bo Lone"} & {name for name, *_ in told(front)}


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("Deltagere fra ledelsen", "Deltagere fra medarbejderne"),
        ("Til stede (A-siden)", "Til stede (B-siden)"),
        ("Mødedeltagere på ledelsessiden", "Mødedeltagere på medarbejdersiden"),
        ("Medlemmer fra Byrådet", "Medlemmer fra Ældrerådet"),
    ],
)
def test_whom_a_label_lists_is_no_participant(there: str, here: str) -> None:
    found = told(f"{there}: Lars Holte (formand), Anne Lerhard\n{here}: Ulla Brix (FOA)\nAfbud fra gruppen: Bo Sand")
    assert [one[:3] for one in found] == [
        ("Lars Holte", "present", "formand"),
        ("Anne Lerhard", "present", ""),
        ("Ulla Brix", "present", ""),
        ("Bo Sand", "absent", ""),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "Deltagere: Lars Holte (LH) Bo Lind (BL) Ulla Krag (afbud)",
        "Deltagere: Lars Holte + Bo Lind + Ulla Krag (afbud)",
        "Mødte: Lars Holte, Bo Lind. Fraværende: Ulla Krag.",
    ],
)
def test_names_are_parted_by_brackets_signs_and_full_stops(front: str) -> None:
    assert [one[:2] for one in told(front)] == [
        ("Lars Holte", "present"),
        ("Bo Lind", "present"),
        ("Ulla Krag", "absent"),
    ]
