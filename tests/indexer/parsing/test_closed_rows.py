"""Which rows of a table of items are closed: by a word of their own, a column, or a row or line above them."""

import pytest

from tests.indexer.parsing.tabled import HEAD, items, pipes
from tests.indexer.parsing.writing import read


@pytest.mark.parametrize(
    "rows",
    [
        ("1 | Velkomst | Hej.", "2 | Lukket: Løn | Hun fik mere."),
        ("1 | Velkomst | Hej.", "2 | Løn (lukket) | Hun fik mere."),
        ("1 | Velkomst | Hej.", "2 | Løn | Lukket<br>Hun fik mere."),
        ("1 | Velkomst | Hej.", "2 | Løn | Hun fik mere.", " | | Lukket punkt"),
        ("1 | Velkomst | Hej.", "2 | Løn | Hun fik mere.", " | Lukket | "),
        ("1 | Velkomst | Hej.", " | Lukket punkt | ", "2 | Løn | Hun fik mere."),
        ("1 | Velkomst | Hej.", "Lukkede punkter | | ", "2 | Løn | Hun fik mere."),
        ("1 | Velkomst | Hej.", "2 | Løn<br>Punktet er lukket | Hun fik mere."),
    ],
)
def test_what_a_row_calls_closed_is_closed(rows: tuple[str, ...]) -> None:
    table = pipes("Nr. | Punkt | Referat", *rows)
    assert [one.closed for one in items(table)] == [False, True]


@pytest.mark.parametrize(
    "row", [" | Lukket | Hun fik mere.", " | Løn (lukket) | Hun fik mere.", " | Løn | Lukket: mere."]
)
def test_a_closed_row_without_a_number_above_the_first_item_is_none_of_it(row: str) -> None:
    closed, first, last = items(pipes("Nr. | Punkt | Referat", row, "1 | Velkomst | Hej.", "2 | Evt. | Intet."))
    assert [one.closed for one in (closed, first, last)] == [True, False, False]
    assert not any("mere" in section.text for one in (first, last) for section in one.sections)


@pytest.mark.parametrize(
    ("cell", "closed"), [("x", True), ("Lukket", True), ("", False), ("Nej", False), ("Åben", False)]
)
def test_a_column_may_tell_what_is_closed(cell: str, closed: bool) -> None:
    found = items(pipes("Nr. | Punkt | Lukket | Referat", "1 | Velkomst | | Hej.", f"2 | Løn | {cell} | Mere."))
    assert [one.closed for one in found] == [False, closed]


@pytest.mark.parametrize(("cell", "closed"), [("Ja", False), ("x", False), ("Nej", True), ("", True), ("L", True)])
def test_a_column_may_tell_what_is_open(cell: str, closed: bool) -> None:
    rows = f"| 1 | Trivsel | Ja | Ok. |\n| 2 | Løn | {cell} | Gives. |\n"
    found = read(
        f"{HEAD}| Nr. | Sag | Offentlig | Beslutning |\n|---|---|---|---|\n{rows}", markdown=True
    ).meeting.items
    assert [one.closed for one in found] == [False, closed]
    assert [section.kind for section in found[0].sections] == ["decision"]


def test_a_column_that_tells_nothing_of_it_closes_none() -> None:
    rows = "| 1 | Trivsel | Ved Lis | Ok. |\n| 2 | Løn | | Gives. |\n"
    found = read(f"{HEAD}| Nr. | Sag | Åben | Beslutning |\n|---|---|---|---|\n{rows}", markdown=True).meeting.items
    assert not any(one.closed for one in found)


def test_all_below_a_row_of_closed_items_are_closed_until_another_says_otherwise() -> None:
    rows = ("Velkomst | Hej.", "Lukkede punkter | ", "Løn | Mere.", "Køb | Ja.", "Åbne punkter | ", "Evt. | Intet.")
    found = items(pipes("Emne | Referat", *rows))
    assert [(one.title, one.closed) for one in found] == [
        ("Velkomst", False),
        ("Løn", True),
        ("Køb", True),
        ("Evt.", False),
    ]


@pytest.mark.parametrize("row", ["**Lukkede punkter** | | ", "B | Lukkede punkter | ", " | Sager for lukkede døre | "])
def test_such_a_row_may_be_bold_or_have_a_letter(row: str) -> None:
    found = items(pipes("Nr. | Punkt | Referat", "1 | Velkomst | Hej.", row, "2 | Løn | Mere.", "3 | Køb | Ja."))
    assert [one.closed for one in found][-2:] == [True, True]


@pytest.mark.parametrize("line", ["## Lukkede punkter", "Lukket dagsorden", "Sagen behandles for lukkede døre."])
def test_what_stands_between_two_tables_may_close_the_second(line: str) -> None:
    first, second = (
        pipes("Punkt | Referat", "1. Velkomst | Hej."),
        pipes("Punkt | Referat", "2. Løn | A.", "3. Køb | B."),
    )
    found = items(f"## Åbne punkter\n\n{first}\n{line}\n\n{second}")
    assert [one.closed for one in found][-2:] == [True, True]


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("Lukkede punkter", [False, True, True]),
        ("Lukket", [True, False, False]),
        ("Lukket punkt", [True, True, False]),  # of which of the two cannot be told
    ],
)
def test_a_line_between_rows_that_tabs_part_may_close(line: str, closed: list[bool]) -> None:
    table = f"Nr.\tPunkt\tReferat\n1\tVelkomst\tHej.\n{line}\n2\tLøn\tMere.\n3\tKøb\tJa.\n"
    assert [one.closed for one in items(table, markdown=False)] == closed


def test_what_stands_above_the_table_may_close_all_of_it() -> None:
    found = items("## Lukkede punkter\n\n" + pipes("Punkt | Referat", "1. Løn | A.", "2. Køb | B."))
    assert [one.closed for one in found] == [True, True]


def test_parts_of_a_closed_item_are_closed() -> None:
    found = items(pipes("Punkt | Referat", "1. Lukket: Løn | Mere.", "1.1 Tillæg | Meget mere.", "2. Evt. | Intet."))
    assert [(one.printed, one.closed) for one in found] == [("1", True), ("1.1", True), ("2", False)]
