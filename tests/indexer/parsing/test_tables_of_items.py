"""Minutes whose items are the rows of a table, as Word's are printed: a title, and beside it what was said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mappings.documents import Item
from mappings.errors import NotMinutes
from tests.indexer.parsing.tabled import ROWS, items, pipes, titles, told
from tests.indexer.parsing.writing import FRONT, read

AGENDA = (["1", "A", "Ja"], ["2", "B", "Nej"], ["3", "C", "Ja"], ["4", "D", "Nej"])


@pytest.mark.parametrize("number", ["{n}", "{n}.", "{n})", "Ad {n}", "Punkt {n}", "**{n}.**"])
@pytest.mark.parametrize("parted", [" | ", "\t"])
def test_a_row_is_an_item(number: str, parted: str) -> None:
    rows = [parted.join((number.format(n=n), title, text)) for n, title, text in ROWS]
    heads = parted.join(("Nr.", "Punkt", "Referat"))
    found = items(pipes(heads, *rows)) if "|" in parted else items("\n".join((heads, *rows)), markdown=False)
    assert [(one.number, one.title) for one in found] == [(1, "Velkomst"), (2, "Budget 2023"), (3, "Evt.")]
    assert told(found[0]) == [("other", "Referat", "Formanden bød velkommen.")]
    assert told(found[1]) == [("decision", "Referat", "Godkendt.")]
    assert [one.outcomes for one in found[1].decisions] == [("approved",)]


@pytest.mark.parametrize(
    "table",
    [
        pipes("Punkt | Referat", "1. Velkomst | Hej.", "2. Budget 2023 | Kort.", "3. Evt. | Intet."),
        pipes("Punkt | Emne | Beslutning", "1 | Velkomst | Hej.", "2 | Budget 2023 | Kort.", "3 | Evt. | Intet."),
        pipes("Dagsordenspunkt | Referat", "Velkomst | Hej.", "Budget 2023 | Kort.", "Evt. | Intet."),
        pipes(
            "**Emne** | **Konklusion/beslutning**", "Ad 1 Velkomst | Hej.", "Ad 2 Budget 2023 | Kort.", "Evt. | Nej."
        ),
        "Dagsordenspunkt\tReferat\tAnsvarlig\n\n1. Velkomst\tHej.\n\n2. Budget 2023\tKort.\tBo\n\nEvt.\tIntet.\t\n",
        pipes("Punkt | Referat", "1. Velkomst | Hej.")
        + "\n"
        + pipes("Punkt | Referat", "2. Budget 2023 | K.", "3. Evt. | I."),
    ],
)
def test_numbers_stand_beside_or_before_the_titles_or_nowhere(table: str) -> None:
    assert titles(table, markdown="|" in table) == [("1", "Velkomst"), ("2", "Budget 2023"), ("3", "Evt.")]


def test_rows_that_are_but_a_number_are_called_as_the_agenda_in_the_head_calls_them() -> None:
    listed = "Dagsorden:\n1. Velkomst\n2. Budget 2023\n\n"
    assert titles(f"{listed}Punkt\tReferat\nAd 1\tHej.\nAd 2\tKort.", markdown=False) == [
        ("1", "Velkomst"),
        ("2", "Budget 2023"),
    ]


def test_a_title_in_bold_may_have_sections_below_it() -> None:
    cell = "**1. Princip**<br>Bilag: Udkast<br>Indstilling: At det vedtages."
    found = items(pipes("Dagsorden | Referat", f"{cell} | Princippet blev vedtaget.", "**2. Evt.** | Intet."))[0]
    assert (found.title, found.attachments) == ("Princip", ("Udkast",))
    assert [one.text for one in found.decisions] == ["Princippet blev vedtaget."]


def test_what_a_cell_has_below_the_title_and_between_breaks_is_text() -> None:
    row = "1 | Budget<br>v/ Bo Sand<br>a) Skolen<br>Frist i marts | Vi så på:<br>- Træ<br>- Jern<br><br>Mere i maj."
    found = items(pipes("Nr. | Punkt | Referat", row, "2 | Evt. | Intet."))[0]
    assert found.title == "Budget v/ Bo Sand"
    assert told(found) == [
        ("other", "", "a) Skolen\nFrist i marts"),
        ("other", "Referat", "Vi så på:\n- Træ\n- Jern\n\nMere i maj."),
    ]


def test_rows_without_a_number_go_on_with_the_item() -> None:
    rows = ("1 | Budget | Vi så på det. | Bo Sand", " | Taget | Det er utæt. | Lars Holte", "2 | Evt. | Intet. | ")
    found = items(pipes("Nr. | Punkt | Referat | Ansvarlig", *rows))
    assert [one.title for one in found] == ["Budget", "Evt."]
    assert told(found[0]) == [
        ("other", "Referat", "Vi så på det.\n\nTaget\n\nDet er utæt.\nAnsvarlig: Bo Sand\nAnsvarlig: Lars Holte")
    ]


def test_paragraphs_of_a_cell_stand_below_each_other_between_tabs() -> None:
    row = "1\tBudget\tVi så på det.\nTaget er utæt.\nDet blev aftalt, at vi venter.\tBo Sand"
    found = items(f"Nr.\tPunkt\tReferat\tAnsvarlig\n{row}\n2\tEvt.\tIntet.\t\n", markdown=False)
    assert [one.title for one in found] == ["Budget", "Evt."]
    assert [one.text for one in found[0].sections] == [
        "Vi så på det.\nTaget er utæt.",
        "Det blev aftalt, at vi venter.\nAnsvarlig: Bo Sand",
    ]


def test_beside_who_does_it_by_when_stands_what_was_said() -> None:
    rows = (
        "1. Velkomst | Hej. | |",
        "2. Budget | Direktionen godkendte planen. | BS | 1. juni 2022",
        "3. Evt. | Nej. | |",
    )
    found = items(pipes("Punkt | Indhold | Ansvarlig | Frist", *rows))
    assert [(one.number, one.title) for one in found] == [(1, "Velkomst"), (2, "Budget"), (3, "Evt.")]
    assert told(found[1]) == [
        ("decision", "Indhold", "Direktionen godkendte planen.\nAnsvarlig: BS\nFrist: 1. juni 2022")
    ]
    assert found[1].decisions[0].responsible == ("BS",)


def test_the_heads_of_the_columns_head_the_sections() -> None:
    row = "1 | Budget | 22/101 | At det godkendes | Godkendt. | Bo Sand | 1. juni 2022"
    heads = "Nr. | Punkt | Sagsnr. | Indstilling | Beslutning | Ansvarlig | Frist"
    found = items(pipes(heads, row, "2 | Evt. | | | Intet | | "))[0]
    assert found.case_number == "22/101"
    assert told(found) == [
        ("recommendation", "Indstilling", "At det godkendes"),
        ("decision", "Beslutning", "Godkendt.\nAnsvarlig: Bo Sand\nFrist: 1. juni 2022"),
    ]
    assert [(one.responsible, [day.date for day in one.deadlines]) for one in found.decisions] == [
        (("Bo Sand",), [date(2022, 6, 1)])
    ]


def test_a_table_of_what_was_said_is_of_no_agenda() -> None:
    table = pipes("Punkt | Referat", "Velkomst | Hej.", "Evt. | Intet.")
    front = "# Dagsorden for Skolebestyrelsen den 12. maj 2022\n\n"
    assert len(read(f"{front}{table}", markdown=True).meeting.items) == 2
    with pytest.raises(NotMinutes):
        read(front + pipes("Punkt | Referat", "Velkomst | ", "Evt. | "), markdown=True)


@pytest.mark.parametrize(
    "table",
    [
        pipes("Navn | Rolle", "Lars Holte | Formand", "Bo Sand | Medlem", "Ulla Krag | Medlem"),
        pipes("Hvem | Hvad | Hvornår", "Bo Sand | Brev | 1. maj", "Lars Holte | Notat | 2. maj", "HR | Møde | 3. maj"),
        pipes("Emne | Ansvarlig | Frist", "Brev | Bo Sand | 1. maj", "Notat | Lars Holte | 2. maj"),
        pipes("Nr. | Bilag", "1 | Notat A.pdf", "2 | Notat B.pdf", "3 | Notat C.pdf"),
        pipes("Punkt | Side", "Velkomst | 1", "Budget | 2", "Evt. | 3"),
        pipes("Skole | Elever", "Nord | 412", "Syd | 380", "Vest | 100"),
    ],
)
def test_another_table_is_no_agenda(table: str) -> None:
    with pytest.raises(NotMinutes):
        items(table)


def test_a_table_below_the_agenda_is_text_of_the_last_item() -> None:
    others = pipes("Navn | Rolle", "Bo Sand | Medlem") + "\n" + pipes("Nr. | Bilag", "3 | Notat.pdf")
    found = items(pipes("Punkt | Referat", "1. Velkomst | Hej.", "2. Evt. | Intet.") + "\n" + others)
    assert [section.text for section in found[-1].sections] == [
        "Intet.\n\nNavn | Rolle\nBo Sand | Medlem\nNr. | Bilag\n3 | Notat.pdf"
    ]


@pytest.mark.parametrize("place", ["within", "above"])
def test_a_table_beside_the_items_is_none(place: str) -> None:
    table = pipes("Emne | Beslutning", *(f"Sag om bænk {n} | Godkendt" for n in "ABCDE"))
    above, within = (table, "") if place == "above" else ("", f"Beslutning\n\nTaget til efterretning.\n\n{table}")
    found = read(f"{FRONT}{above}\nPunkt 1: Bænke\n\n21/1\n\n{within}\nPunkt 2: Evt.\n\n21/2\n").meeting.items
    assert [one.title for one in found] == ["Bænke", "Evt."]
    assert all("Sag om bænk E | Godkendt" in one.text for one in found[0].decisions)


CELLS = st.sampled_from(["", "1", "2.", "Ad 3", "Lukket", "Evt.", "Hej<br>- du", "-", "Punkt", "Referat"])
PARTED = st.sampled_from([" | ", "\t"])


def agenda_with(rows: list[list[str]], parted: str) -> tuple[Item, ...]:
    """The items of a table of four, whatever other rows follow them; none of its words is lost, or this fails."""
    lines = [parted.join(row) for row in (["Nr.", "Punkt", "Referat"], *AGENDA, *rows)]
    return items("\n".join(f"| {line} |" for line in lines) if "|" in parted else "\n".join(lines))


@given(st.lists(st.lists(CELLS)), PARTED)
def test_no_word_of_a_table_is_lost(rows: list[list[str]], parted: str) -> None:
    assert agenda_with(rows, parted)


@given(st.lists(st.lists(CELLS), max_size=3), PARTED)
def test_what_most_of_a_table_is_like_tells_its_columns(rows: list[list[str]], parted: str) -> None:
    assert [one.title for one in agenda_with(rows, parted)[:4]] == ["A", "B", "C", "D"]
