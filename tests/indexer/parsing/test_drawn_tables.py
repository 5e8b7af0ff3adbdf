"""Tables of items whose columns are drawn, or parted by blanks alone, as converters write them."""

import pytest

from tests.indexer.parsing.tabled import HEAD, ROWS, items, pipes, told
from tests.indexer.parsing.writing import read


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
