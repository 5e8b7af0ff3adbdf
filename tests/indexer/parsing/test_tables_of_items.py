"""Minutes whose items are the rows of a table, as Word's are printed: a title, and beside it what was said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mappings.documents import Item
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import FRONT, read

HEAD = "# Referat fra Skolebestyrelsen den 12. maj 2022\n\n"
ROWS = ((1, "Velkomst", "Formanden bød velkommen."), (2, "Budget 2023", "Godkendt."), (3, "Evt.", "Lars spurgte."))
AGENDA = (["1", "A", "Ja"], ["2", "B", "Nej"], ["3", "C", "Ja"], ["4", "D", "Nej"])


def pipes(*rows: str) -> str:
    """A table in Markdown; the first row is its head."""
    head, *others = rows
    return "\n".join((f"| {head} |", "|---" * (head.count("|") + 1) + "|", *(f"| {row} |" for row in others), ""))


def items(text: str, *, markdown: bool = True) -> tuple[Item, ...]:
    return read(f"{HEAD}{text}" if markdown else f"{HEAD[2:]}{text}", markdown=markdown).meeting.items


def titles(text: str, *, markdown: bool = True) -> list[tuple[str, str]]:
    return [(one.printed, one.title) for one in items(text, markdown=markdown)]


def told(found: Item) -> list[tuple[str, str, str]]:
    return [(section.kind, section.heading, section.text) for section in found.sections]


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


def test_a_table_may_lack_its_outer_pipes() -> None:
    rows = "\n".join(f"{n} | {title} | {text}" for n, title, text in ROWS)
    found = items(f"Nr. | Punkt | Referat\n--- | :--- | ---\n{rows}\n\nMødet sluttede kl. 19.\n")
    assert [(one.title, told(one)[0][2]) for one in found] == [(title, text) for _, title, text in ROWS]


GRID = """
+-----+----------------------+------------------------------+
| Nr. | Emne                 | Referat                      |
+=====+======================+==============================+
| 1   | Trafik gennem        | Vi skriver til kommunen. Vi  |
|     | Ulsted               | foreslår:                    |
|     |                      |                              |
|     |                      | - bump                       |
|     |                      | - en zone                    |
+-----+----------------------+------------------------------+
| 2   | Naboklage            | Klagen fra Åge Kvist         |
|     | (lukket)             | besvares.                    |
+-----+----------------------+------------------------------+
| 3   | Evt.                 | Intet.                       |
+-----+----------------------+------------------------------+
"""


@pytest.mark.parametrize("markdown", [True, False])
def test_rows_of_a_grid_may_have_several_lines(markdown: bool) -> None:
    found = items(GRID, markdown=markdown)
    assert [(one.title, one.closed) for one in found] == [
        ("Trafik gennem Ulsted", False),
        ("Naboklage (lukket)", True),
        ("Evt.", False),
    ]
    said = found[0].sections[0].text
    assert said.startswith("Vi skriver til kommunen. Vi foreslår:")
    assert said.splitlines()[-2:] == ["- bump", "- en zone"]


def test_a_frame_that_is_no_grid_of_rows_is_kept() -> None:
    frame = "+------+------+\n| A    | B    |\n  C er alene\n+------+------+\n"
    text = f"{HEAD}{pipes('Nr. | Punkt | Referat', *(f'{n} | {t} | {x}' for n, t, x in ROWS))}\n{frame}"
    assert "C er alene" in read(text, markdown=True).meeting.items[-1].sections[-1].text


def test_columns_below_dashes_are_a_table() -> None:
    text = "  Nr.   Emne         Referat\n  ----- ------------ ----------------------------\n"
    text += "".join(f"  {n}     {title:<12} {said}\n" for n, title, said in ROWS)
    found = items(f"{text}\nMødet sluttede kl. 19.\n")
    assert [(one.title, told(one)[0][2]) for one in found] == [(title, said) for _, title, said in ROWS]


@pytest.mark.parametrize("markdown", [True, False])
def test_a_frame_of_dashes_holds_rows_of_several_lines(markdown: bool) -> None:
    found = items(
        "  ---------------------------------------------------\n"
        "  Nr.   Emne              Referat\n"
        "  ----- ----------------- ---------------------------\n"
        "  1     Ny ordensregel    Bestyrelsen drøftede\n"
        "        for mobiler       mobilfri skole.\n\n"
        "  2     Lukket punkt:     Gustav skifter skole.\n"
        "        Elevsag\n\n"
        "  3     Budget pr.        Godkendt.\n"
        "        31. maj 2022\n"
        "  ---------------------------------------------------\n",
        markdown=markdown,
    )
    assert [(one.title, one.closed, told(one)[0][2]) for one in found] == [
        ("Ny ordensregel for mobiler", False, "Bestyrelsen drøftede mobilfri skole."),
        ("Lukket punkt: Elevsag", True, "Gustav skifter skole."),
        ("Budget pr. 31. maj 2022", False, "Godkendt."),
    ]


def test_text_across_the_columns_is_no_table() -> None:
    text = f"{HEAD}## 1. Velkomst\n\nTalt om:\n\nEt langt ord over kolonnen\n---- ---- ----\nmere tekst her\n"
    assert "Et langt ord over kolonnen" in read(text, markdown=True).meeting.items[0].sections[0].text


ALIGNED = """
Navn               Funktion      Fremmøde
Anne Krogh         Formand       Ja
Ole Bach           Medlem        Afbud

Nr.   Punkt                Referat
1     Velkomst             Formanden bød velkommen.
2     Lukket: Elevsag      Gustav skifter skole, og
                           det er aftalt.
3     Evt.                 Intet.
"""


@pytest.mark.parametrize("markdown", [True, False])
def test_blanks_alone_may_part_columns_below_a_head(markdown: bool) -> None:
    meeting = read(f"{HEAD if markdown else HEAD[2:]}{ALIGNED}", markdown=markdown).meeting
    assert [(one.name, one.role) for one in meeting.participants] == [("Anne Krogh", "present"), ("Ole Bach", "absent")]
    assert [(one.title, one.closed) for one in meeting.items] == [
        ("Velkomst", False),
        ("Lukket: Elevsag", True),
        ("Evt.", False),
    ]
    assert "det er aftalt." in meeting.items[1].sections[0].text


def test_blank_lines_may_part_the_rows_below_a_head() -> None:
    table = (
        "Nr.   Punkt                Beslutning                 Ansvarlig   Frist\n\n"
        "1     Velkomst             Godkendt.\n\n"
        "2     Strategi             Drøftet. Et nyt udkast     Bo Sand     1. juni 2022\n"
        "      2023-2026            fremlægges.\n\n"
        "                                                             Side 1 af 2\n\n"
        "3     Lukket punkt\n\n"
        "4     Evt.                 Intet.\n\n"
        "Mødet sluttede kl. 19, og alle gik hjem.\n"
    )
    found = items(table, markdown=False)
    assert [(one.title, one.closed) for one in found] == [
        ("Velkomst", False),
        ("Strategi 2023-2026", False),
        ("Lukket punkt", True),
        ("Evt.", False),
    ]
    assert found[1].decisions[0].text == "Drøftet. Et nyt udkast fremlægges.\nAnsvarlig: Bo Sand\nFrist: 1. juni 2022"


def test_a_column_may_be_called_as_the_minutes_are() -> None:
    table = ALIGNED.partition("\n\n")[2]
    assert (
        read(f"Hovedudvalget\nMøde 9. juni 2021\nReferat\n\n{table}").meeting.items[0].sections[0].text
        == "Formanden bød velkommen."
    )


def test_a_table_in_html_is_one() -> None:
    row = "<tr>\n<td>{}</td>\n<td><p>{}</p></td>\n<td><p>{}</p>\n<ul><li>a</li>\n<li>b</li></ul></td>\n</tr>\n"
    heads = "<table border=0>\n<thead>\n<tr><th>Nr.</th><th>Punkt</th><th>Referat</th></tr>\n</thead>\n"
    found = items(heads + "".join(row.format(*one) for one in ROWS) + "</table>\n")
    assert [(one.title, told(one)[0][2].split()) for one in found] == [
        (title, [*said.split(), "-", "a", "-", "b"]) for _, title, said in ROWS
    ]
