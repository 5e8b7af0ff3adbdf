"""The table of contents: furniture, but for the pages it gives the items."""

import pytest

from tests.indexer.parsing.writing import FRONT, read

ITEMS = """
Punkt 1: Økonomiopfølgning

21/100

Punkt 2: Lukket

21/101

Punkt 3: Spørgsmål til ledelsevaluering 2016

21/102
"""


def pages(table: str, items: str = ITEMS, *, markdown: bool = False) -> list[int | None]:
    return [item.page for item in read(f"{FRONT}{table}\n{items}", markdown=markdown).meeting.items]


@pytest.mark.parametrize(
    "table",
    [
        "Indholdsfortegnelse\n\nØkonomiopfølgning.....3\nLukket.....4\nSpørgsmål til ledelseevaluering 2016.....5",
        "Indhold\n\nØkonomiopfølgning..... 3\n\nLukket..... 4\n\nSpørgsmål til ledelsevaluering 2016..... 5",
        "## Indholdsfortegnelse\n\nØkonomiopfølgning.....\t3\nLukket.....\t4\nSpørgsmål til ledelsevaluering 2016\t5",
        "Indhold\nØkonomiopfølgning . . . 3\nLukket . . . . . . . . 4\nSpørgsmål til ledelsevaluering 2016 . . . . 5",
        "Indholdsfortegnelse:\n\nØkonomiopfølgning…………3\nLukket…………4\nSpørgsmål til ledelsevaluering 2016…………5",
        "Indholdsfortegnelse\n\n| | |\n|---|----|\n| Økonomiopfølgning..... | 3 |\n| Lukket..... | 4 |\n"
        "| Spørgsmål til ledelseevaluering 2016..... | 5 |",
        "Indholdsfortegnelse\n\n| Punkt | Side |\n|---|----|\n| Økonomiopfølgning | 3 |\n| Lukket | 4 |\n"
        "| Spørgsmål til ledelsevaluering 2016 | 5 |",
        "Indhold\n\n1. Økonomiopfølgning.....3\n2. Lukket.....4\n3. Spørgsmål til ledelsevaluering 2016.....5",
        "Indholdsfortegnelse\n\nPunkt 1: Økonomiopfølgning.....3\nPunkt 2: Lukket.....4\n"
        "Punkt 3: Spørgsmål til ledelsevaluering 2016.....5",
        "Økonomiopfølgning.....3\nLukket.....4\nSpørgsmål til ledelsevaluering 2016.....5",
        "Indholdsfortegnelse\n\nØkonomiopfølgning.....3\nLukket.....4\nSpørgsmål til\nledelsevaluering 2016.....5",
    ],
)
def test_the_pages_are_read_from_tables_of_many_forms(table: str) -> None:
    assert pages(table) == [3, 4, 5]


def test_a_wrapped_entry_is_one_whatever_its_first_line_resembles() -> None:
    long = "Anlægsbevilling til renovering af Sengeløse Skole samt etablering af ny hal og"
    table = f"Indhold\n\n{long}\nparkering.....4\nLukket.....7"
    assert pages(table, f"\nPunkt 1: {long}\nparkering\n\n21/1\n\nPunkt 2: Lukket\n\n21/2") == [4, 7]


def test_an_item_that_the_table_lacks_has_no_page_and_takes_no_others() -> None:
    reading = read(f"{FRONT}Indhold\n\nØkonomiopfølgning.....3\nSpørgsmål til ledelsevaluering 2016.....5\n{ITEMS}")
    assert [item.page for item in reading.meeting.items] == [3, None, 5]
    assert ["står ikke i indholdsfortegnelsen" in remark.text for remark in reading.remarks] == [True]


def test_an_entry_without_an_item_is_passed_over() -> None:
    table = "Indhold\n\nØkonomiopfølgning.....3\nLukket.....4\nAnlæg.....5\nSpørgsmål til ledelsevaluering.....9"
    reading = read(f"{FRONT}{table}\n{ITEMS}")
    assert [item.page for item in reading.meeting.items] == [3, 4, 9]
    assert ["nævner et punkt" in remark.text for remark in reading.remarks] == [True]


def test_a_title_that_was_rewritten_is_matched_by_its_neighbours() -> None:
    assert pages("Indhold\n\nØkonomiopfølgning.....3\nLukket.....4\nMåling af chefer.....7") == [3, 4, 7]


def test_a_table_without_pages_is_furniture_all_the_same() -> None:
    reading = read(
        f"{FRONT}Indholdsfortegnelse\n\nPunkt 1: Økonomiopfølgning\n\nPunkt 2: Lukket\n\n"
        f"Punkt 3: Spørgsmål til ledelsevaluering 2016\n{ITEMS}"
    )
    assert [item.number for item in reading.meeting.items] == [1, 2, 3]
    assert {placed.place for placed in reading.placements if placed.line in (5, 7, 9, 11)} == {"furniture:contents"}


def test_dotted_leaders_within_an_item_are_text() -> None:
    reading = read(f"{FRONT}Punkt 1: Evt.\n\n21/100\n\nBaggrund\n\nKaffe.....3\n\nKage.....4")
    assert reading.meeting.items[0].sections[0].text == "Kaffe.....3\n\nKage.....4"


def test_words_after_the_table_are_no_part_of_it() -> None:
    reading = read(f"{FRONT}Indhold\n\nØkonomiopfølgning.....3\n\nMødet begyndte med en rundvisning.\n{ITEMS}")
    assert reading.meeting.items[0].sections[0].text == "Mødet begyndte med en rundvisning."


def test_a_list_of_the_items_that_nothing_heads_is_no_text_of_them() -> None:
    titles = ((1, "Godkendelse af dagsorden"), (2, "Lån til havnen"), (3, "Salg (lukket)"))
    listed = "".join(f"{n} {title} {n}\n" for n, title in titles)
    told = "".join(f"Punkt {n}.\n\n{title}\n\n2024-00011{n}\n\nBeslutning:\nGodkendt.\n\n" for n, title in titles)
    first, *_ = read(f"{FRONT}{listed}\n{told}").meeting.items
    assert [section.text for section in first.sections] == ["Godkendt."]
