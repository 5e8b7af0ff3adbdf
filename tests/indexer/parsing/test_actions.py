"""Tables of who does what by when, below a decision."""

from datetime import date

from indexer.parsing.actions import actions
from mappings.documents import Deadline
from tests.indexer.parsing.writing import item

DAY = date(2022, 9, 14)
TABLE = """Hvem | Hvad | Hvornår
Palle Grønvang | Indstiller varmeanlæg | 1. oktober 2022
Anders Bohn og Nadia Ali | Varsler lukkedage, når det anbefales | uge 40
Kommunikation; HR | Nyhed | snarest"""


def test_each_row_names_who_and_by_when() -> None:
    found = actions(f"Godkendt.\n\n{TABLE}", DAY)
    assert found.responsible == ("Palle Grønvang", "Anders Bohn og Nadia Ali", "Kommunikation", "HR")
    assert found.deadlines == (Deadline("1. oktober 2022", date(2022, 10, 1)), Deadline("uge 40", date(2022, 10, 9)))
    assert found.rest == "Godkendt."


def test_the_columns_are_known_by_their_heads_in_any_order() -> None:
    found = actions("Opgave | Frist | Ansvarlig\nBrev | 01-11-2022 | HR-chefen\nNotat | | ", DAY)
    assert (found.responsible, [one.date for one in found.deadlines]) == (("HR-chefen",), [date(2022, 11, 1)])


def test_other_tables_are_text() -> None:
    text = "Skole | Elever\nNord | 412\nSyd | 380"
    found = actions(text, DAY)
    assert (found.responsible, found.deadlines, found.rest) == ((), (), text)


def test_what_stands_in_a_table_of_actions_is_no_outcome() -> None:
    rows = "| Hvem | Hvad | Hvornår |\n|---|---|---|\n| HR | Indstiller varmen, som anbefales | 1. november 2016 |"
    (decision,) = item(f"## Beslutning\n\nTaget til efterretning.\n\n{rows}", markdown=True).decisions
    assert decision.outcomes == ("noted",)
    assert decision.responsible == ("HR",)
    assert [one.date for one in decision.deadlines] == [date(2016, 11, 1)]


def test_a_day_that_the_text_names_too_is_named_once() -> None:
    table = "| Hvem | Hvornår | Hvad |\n|---|---|---|\n| HR | 1. november 2016 | Brev |"
    text = f"HR sender brevet senest den 1. november 2016.\n\n{table}"
    (decision,) = item(f"## Beslutning\n\n{text}", markdown=True).decisions
    assert [one.date for one in decision.deadlines] == [date(2016, 11, 1)]
    assert decision.responsible == ("HR",)


def test_an_empty_cell_moves_no_other() -> None:
    table = "| Hvad | Ansvarlig | Frist |\n|---|---|---|\n| Møde | | 1. december 2016 |\n| Notat | HR | |"
    (decision,) = item(f"## Beslutning\n\nGodkendt.\n\n{table}", markdown=True).decisions
    assert decision.responsible == ()
    assert [one.date for one in decision.deadlines] == [date(2016, 12, 1)]


def test_what_was_decided_may_stand_in_a_table() -> None:
    table = "| Beslutning | Ansvarlig |\n|---|---|\n| Godkendt | Lars |\n| Udsat til maj | Bo |"
    (decision,) = item(f"## Beslutning\n\n{table}", markdown=True).decisions
    assert decision.outcomes[:2] == ("approved", "postponed")


def test_names_are_parted_and_titles_left_out() -> None:
    text = (
        "Hvem | Hvad\nKirsten Bak, direktør | A\nLars Holte (LHO) | B\nBørn, Unge og Skole | C\nBo Sand, Ulla Krag | D"
    )
    found = actions(text, DAY).responsible
    assert found == ("Kirsten Bak", "Lars Holte", "Børn, Unge og Skole", "Bo Sand", "Ulla Krag")
