"""From lines to plain text: what is joined, what keeps a line, what marks go."""

import time

import pytest

from indexer.parsing.prose import joined
from tests.indexer.parsing.writing import item

LONG = "Et fremadrettet fokusområde er branding, som kan bruges af en kommune i vækst og af dens virksomheder. God"


def text(lines: str, *, markdown: bool = False) -> str:
    found = item(f"Baggrund\n\n{lines}", markdown=markdown)
    assert len(found.sections) == 1
    return found.sections[0].text


def test_soft_wrapped_lines_are_joined() -> None:
    assert text("Direktionen har drøftet\nsagen med\nCharlotte Markussen.") == (
        "Direktionen har drøftet sagen med Charlotte Markussen."
    )


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert text("Første.\n\n\n\nAnden.") == "Første.\n\nAnden."


@pytest.mark.parametrize("gap", ["\n\n", "\n\f\n", "\n\n\f", "\n\nSide 4\n\n"])
def test_a_paragraph_cut_in_two_is_joined(gap: str) -> None:
    assert text(f"{LONG}{gap}branding er en opgave for alle.") == f"{LONG} branding er en opgave for alle."


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (LONG + ".", "branding er alt."),
        (LONG, "Branding er alt."),
        ("Udskudt", "branding er alt."),
        (LONG + ":", "a er b"),
    ],
)
def test_paragraphs_that_do_not_run_on_stay_apart(above: str, below: str) -> None:
    assert text(f"{above}\n\n{below}") == f"{above}\n\n{below}"


def test_a_short_line_in_plain_text_stays_a_line() -> None:
    assert text("9.00 Velkomst\n10.00 Pause\n14.00 Tak for i dag") == "9.00 Velkomst\n10.00 Pause\n14.00 Tak for i dag"


def test_lines_of_a_markdown_paragraph_are_joined_and_hard_breaks_kept() -> None:
    assert text("Lars Holte (formand)  \nHenrik Dons\nogså deltog\\\nThomas Friis", markdown=True) == (
        "Lars Holte (formand)\nHenrik Dons også deltog\nThomas Friis"
    )


def test_bullets_keep_a_line_each_and_their_depth() -> None:
    source = "Her er:\n\n- kaffe\n  - sort\n    - uden sukker\n  - hvid\n* te\n\n- vand"
    assert text(source) == "Her er:\n\n- kaffe\n  - sort\n    - uden sukker\n  - hvid\n- te\n- vand"


def test_a_wrapped_bullet_is_joined() -> None:
    assert text("- de strategiske samarbejder samt\n  branding\n- kommunikation") == (
        "- de strategiske samarbejder samt branding\n- kommunikation"
    )


def test_numbers_and_letters_of_lists_are_kept() -> None:
    assert text("1. At sagen godkendes\n2. At planen følges\n\na) straks\nb) siden") == (
        "1. At sagen godkendes\n2. At planen følges\na) straks\nb) siden"
    )


def test_a_numbered_list_may_follow_an_unended_line() -> None:
    source = "Det indstilles at anbefale Byrådet at\n1. meddele anlægsbevilling på 12,5 mio. kr. af det afsatte\n"
    assert text(f"{source}   beløb,\n2. godkende planen.") == (
        "Det indstilles at anbefale Byrådet at\n"
        "1. meddele anlægsbevilling på 12,5 mio. kr. af det afsatte beløb,\n2. godkende planen."
    )


def test_escaped_numbers_are_numbers() -> None:
    assert text("1\\. Godkender\n2\\. Drøfter", markdown=True) == "1. Godkender\n2. Drøfter"


def test_a_date_at_the_beginning_of_a_line_is_no_list() -> None:
    assert text("Seminaret holdes på Helenekilde Badehotel i Tisvildeleje den\n28. juni 2021.") == (
        "Seminaret holdes på Helenekilde Badehotel i Tisvildeleje den 28. juni 2021."
    )


def test_a_dash_that_begins_a_wrapped_line_is_no_bullet() -> None:
    assert text("Fortællingen om en kommune, der oplever så stor udvikling, står ikke stille\n– men hvad er den?") == (
        "Fortællingen om en kommune, der oplever så stor udvikling, står ikke stille – men hvad er den?"
    )


def test_table_rows_keep_a_line_each_and_rules_go() -> None:
    assert (
        text("| Dato | Møde |\n|---|:--:|\n| 28. juni | **Direktionen** |\n| | |")
        == "Dato | Møde\n28. juni | Direktionen"
    )


def test_cells_parted_by_tabs_are_rows() -> None:
    assert text("Dato\tMøde\n28. juni\tDirektionen") == "Dato | Møde\n28. juni | Direktionen"


@pytest.mark.parametrize("markdown", [True, False])
@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Projektet *Implementering i bund* har", "Projektet Implementering i bund har"),
        ("**Trin 1:** Via **skema**.", "Trin 1: Via skema."),
        ("***Vigtigt*** og _kursiv_ tekst", "Vigtigt og kursiv tekst"),
        ("Dagsordenpunkt_I -FKU_ Procesplan", "Dagsordenpunkt_I -FKU_ Procesplan"),
        ("Der er 2 * 3 = 6 pladser*", "Der er 2 * 3 = 6 pladser*"),
        ("Se <https://htk.dk/a_b#c>.", "Se https://htk.dk/a_b#c."),
        ("Se [planen](https://htk.dk/plan).", "Se planen (https://htk.dk/plan)."),
        (r"Pris 5\* og a\_b", "Pris 5* og a_b"),
        ("R&amp;D &lt; 3", "R&D < 3"),
    ],
)
def test_marks_within_a_line_go(printed: str, plain: str, markdown: bool) -> None:
    assert text(f"Ja. {printed}", markdown=markdown) == f"Ja. {plain}"


def test_emphasis_over_two_lines_goes() -> None:
    assert text("**Det er besluttet, at alle\nskal med** til mødet.") == "Det er besluttet, at alle skal med til mødet."


def test_a_subheading_keeps_its_own_line() -> None:
    assert text("### Bemanning\nDer mangler to.", markdown=True) == "Bemanning\nDer mangler to."


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("og en omsorgs-", "samtale er holdt", "og en omsorgssamtale er holdt"),
        ("med børne-", "og ungeområdet", "med børne- og ungeområdet"),
        ("om IT-", "systemet", "om IT-systemet"),
        ("klar. Ud-", "kastet er nyt", "klar. Udkastet er nyt"),
        ("på et Teams-", "møde", "på et Teams-møde"),
        ("E-", "mail", "E-mail"),
        ("en e-", "mail", "en e-mail"),
        ("et offentlig-", "privat samarbejde", "et offentlig-privat samarbejde"),
        ("i 2020-", "2023", "i 2020-2023"),
        ("fra Høje-", "Taastrup", "fra Høje-Taastrup"),
        ("til 2-", "sprogede", "til 2-sprogede"),
        ("se www.kommune.dk/min-", "side", "se www.kommune.dk/min-side"),
        ("bilag notat-", "budget.pdf", "bilag notat-budget.pdf"),
        ("med en -", "tanke", "med en - tanke"),
    ],
)
def test_a_word_parted_at_a_lines_end_is_whole_again(above: str, below: str, whole: str) -> None:
    assert joined([above, below]) == whole


def test_many_lines_are_joined_at_once() -> None:
    begun = time.process_time()
    joined(["ord og ord-"] * 20_000)
    assert time.process_time() - begun < 2
