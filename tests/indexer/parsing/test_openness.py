"""Items that say themselves whether they are open: *(Åben)*, *Lukket punkt*."""

import pytest

from mappings.documents import Item
from tests.indexer.parsing.writing import FRONT, read

OPEN = "{n}. (Åben) {title}\n\nSags ID: EMN-2014-0048{n}\n\nBeslutning:\nGodkendt.\n\n"
TABLE = "Indholdsfortegnelse   Side\n\n1.  (Åben) Budget     2\n2.  (Lukket) Personsag     3\n3.  (Åben) Veje     4\n\n"


def items(text: str) -> tuple[Item, ...]:
    return read(f"{FRONT}{text}").meeting.items


def test_what_stands_in_brackets_before_a_title_is_none_of_it() -> None:
    found = items(
        f"{TABLE}{OPEN.format(n=1, title='Budget')}2. (Lukket) Personsag\n\nSags ID: EMN-2014-00482\n\n"
        f"{OPEN.format(n=3, title='Veje')}"
    )
    assert [(one.title, one.closed, one.case_number, one.page) for one in found] == [
        ("Budget", False, "EMN-2014-00481", 2),
        ("(Lukket) Personsag", True, "EMN-2014-00482", 3),
        ("Veje", False, "EMN-2014-00483", 4),
    ]


def test_items_without_case_numbers_are_known_by_it() -> None:
    found = items("1. (Åben) Budget\n\nBeslutning\n\nGodkendt.\n\n2. (Åben) Veje\n\nBeslutning\n\nUdsat.\n")
    assert [one.title for one in found] == ["Budget", "Veje"]


@pytest.mark.parametrize("title", ["Punkt 1: (Åben) Budget", "Punkt 1: Budget (åbent)", "Punkt 1: Budget"])
def test_open_is_no_part_of_a_title(title: str) -> None:
    assert items(f"{title}\n\n21/100\n\nBeslutning\n\nGodkendt.\n")[0].title == "Budget"


def test_a_line_above_says_that_an_item_is_open() -> None:
    one, other = items(
        f"Åbent punkt\n\n{OPEN.format(n=1, title='Budget')}Åbent punkt\n\n{OPEN.format(n=2, title='Veje')}"
    )
    assert (one.title, other.title) == ("Budget", "Veje")
    assert [section.text for section in one.sections] == ["Godkendt."]


def test_what_is_called_closed_above_its_title_is_closed() -> None:
    found = items(
        f"{OPEN.format(n=1, title='Budget')}Lukket punkt\n\n2. Afskedigelse\n\nSags ID: EMN-2014-00482\n\n"
        f"Beslutning:\nBortvises.\n\n{OPEN.format(n=3, title='Veje')}"
    )
    assert [one.closed for one in found] == [False, True, False]


def test_closed_below_a_title_is_of_that_item() -> None:
    found = items("Punkt 1: Løn\n\n21/100\n\nLukket punkt\n\nPunkt 2: Veje\n\n21/101\n\nBeslutning\n\nGodkendt.\n")
    assert [(one.title, one.closed) for one in found] == [("Løn", True), ("Veje", False)]


def test_the_first_item_is_closed_by_the_line_above_it() -> None:
    found = items(
        "Lukket punkt\n\nPunkt 1: Løn\n\n21/100\n\nSkal op.\n\nPunkt 2: Veje\n\n21/101\n\nBeslutning\n\nOK.\n"
    )
    assert [one.closed for one in found] == [True, False]
