"""Items that the head alone says are closed: in its agenda, or in a sentence."""

import pytest

from mappings.documents import Item
from tests.indexer.parsing.writing import FRONT, read

OPENED = "Punkt {n}: {title}\n\n21/10{n}\n\nBeslutning\n\nGodkendt.\n\n"


def items(text: str) -> tuple[Item, ...]:
    return read(f"{FRONT}{text}").meeting.items


@pytest.mark.parametrize(
    "agenda",
    [
        "1. Budget\n2. Lukket punkt: Ny direktør\n3. Veje",
        "1. Budget\n2. Lukket punkt\n3. Veje",
        "Åbne punkter\n1. Budget\nLukkede punkter\n2. Ny direktør\nÅbne punkter\n3. Veje",
        "Dagsorden\nPunkt 1: Budget\nPunkt 2: Ny direktør (lukket)\nPunkt 3: Veje",
        "Indhold\n\nBudget ..... 2\nVeje .... 4\nLukkede sager\nNy direktør ..... 3",
        "Indhold\n\n1   Budget ..... 2\nLukkede sagspunkter\n2   Ny direktør ..... 3\nÅbne sager\n3   Veje .... 4",
    ],
)
def test_what_the_agenda_in_the_head_calls_closed_is_closed_below(agenda: str) -> None:
    text = "".join(OPENED.format(n=n, title=t) for n, t in enumerate(("Budget", "Ny direktør", "Veje"), 1))
    assert [one.closed for one in items(f"{agenda}\n\n{text}")] == [False, True, False]


@pytest.mark.parametrize("form", ["{n}. {t}\n", "{t} ..... {n}\n"])
def test_an_open_item_may_be_called_as_a_closed_one(form: str) -> None:
    one, other = form.format(n=1, t="Meddelelser"), form.format(n=2, t="Meddelelser")
    text = "".join(OPENED.format(n=n, title="Meddelelser") for n in (1, 2))
    assert not items(f"Dagsorden\n{one}Lukkede punkter\n{other}\n{text}")[0].closed


def test_a_list_in_the_head_of_other_titles_closes_none() -> None:
    found = items(f"Siden sidst:\n1. Svar til Lis (fortroligt)\n\n{OPENED.format(n=1, title='Budget')}")
    assert [one.closed for one in found] == [False]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bemærk: Punkterne 2 og 4 er lukkede.",
        "Pkt. 2, 4 behandles for lukkede døre",
        "Punkt 2 er lukket.\nSag 4 er fortrolig.",
        "Punkt 2 er lukket, og punkt 4 er fortroligt.",
        "Lukkede punkter: 2 og 4",
        "Ikke offentlige sager: nr. 2, 4.",
    ],
)
def test_the_head_may_tell_which_items_are_closed(sentence: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3, 4))
    assert [one.closed for one in items(f"{sentence}\n\n{text}")] == [False, True, False, True]


def test_the_head_may_tell_a_span_of_closed_items() -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3, 4))
    assert [one.closed for one in items(f"Punkterne 2-4 er lukkede.\n\n{text}")] == [False, True, True, True]


@pytest.mark.parametrize("sentence", ["Antal lukkede punkter: 2", "Punkt 2 er drøftet."])
def test_how_many_are_closed_does_not_tell_which(sentence: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3))
    assert not any(one.closed for one in items(f"{sentence}\n\n{text}"))


def test_closed_items_told_by_their_matter_let_out_none_below() -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2))
    assert all(one.closed for one in items(f"Lukkede punkter: Løn og køb af jord\n\n{text}"))
