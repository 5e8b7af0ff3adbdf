"""Items that are told closed elsewhere than at themselves: in the agenda of the head, in a sentence, by a sign."""

from collections.abc import Iterable

import pytest

from mappings.documents import Item
from tests.indexer.parsing.writing import FRONT, OPENED, items, read


def shown(found: Iterable[Item]) -> str:
    """The titles and texts of the open items."""
    return " ".join(
        text for one in found if not one.closed for text in (one.title, *(section.text for section in one.sections))
    )


@pytest.mark.parametrize(
    "agenda",
    [
        "1. Budget\n2. Lukket punkt: Ny direktør\n3. Veje",
        "1. Budget\n2. Lukket punkt\n3. Veje",
        "Åbne punkter\n1. Budget\nLukkede punkter\n2. Ny direktør\nÅbne punkter\n3. Veje",
        "1  Budget\n2  Ny direktør          LUKKET\n3  Veje",
        "Åbne punkter\n1: Budget\nLukkede punkter\n2: Ny direktør\nÅbne punkter\n3: Veje",
        "| Punkt | Emne | Status |\n|---|---|---|\n| 1 | Budget | Å |\n| 2 | Ny direktør | Lukket |\n| 3 | Veje | Å |",
        "Lukkede punkter\n- Punkt 2\n\nDagsorden\n1. Budget\n2. Ny direktør\n3. Veje",
        "Dagsorden\nPunkt 1: Budget\nPunkt 2: Ny direktør (lukket)\nPunkt 3: Veje",
        "Indhold\n\nBudget ..... 2\nVeje .... 4\nLukkede sager\nNy direktør ..... 3",
        "Indhold\n\nBudget ..... 2\nVeje .... 4\nLukkede sager\nNy\ndirektør ..... 3",
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
        "De lukkede punkter er 2 og 4.",
        "Følgende punkter er behandlet for lukkede døre: 2 og 4",
        "Lukkede punkter\n- Punkt 2\n- Punkt 4",
        "Lukkede punkter (2, 4)",
        "Lukkede punkter: Pkt. 2 og pkt. 4",
        "Følgende punkter er lukkede:\n- 2. Sag 2\n- 4. Sag 4",
        "Punkterne 2\nog 4 blev behandlet for\nlukkede døre.",
        "Bemærk at pkt. 2 samt pkt. 4 er lukkede punkter.",
        "Rådet besluttede at behandle punkt 2 og 4 for lukkede døre.",
        "Der var lukket for offentligheden under punkt 2 og 4.",
        "Offentlige punkter: 1 og 3.\nØvrige punkter er lukkede.",
        "Alle punkter undtagen 1 og 3 er lukkede.",
        "Punkt 2 er tavshedsbelagt. Fra punkt 4 er mødet lukket.",
        "Punkt 4 og fremefter behandles for lukkede døre.\nPunkt 2 offentliggøres ikke.",
    ],
)
def test_the_head_may_tell_which_items_are_closed(sentence: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3, 4))
    assert [one.closed for one in items(f"{sentence}\n\n{text}")] == [False, True, False, True]


def test_what_tells_which_are_closed_is_none_of_an_open_item() -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2))
    found = items(f"Punkt 2 er lukket.\n\nÅbne punkter\n1: Sag 1\nLukkede punkter\n2: Sag 2 om Lis Bo\n\n{text}")
    assert [[section.kind for section in one.sections] for one in found] == [["decision"], ["decision"]]


@pytest.mark.parametrize(
    "foot",
    [
        "Punkt 2 blev behandlet for lukkede døre.",
        "Lukkede punkter: 2",
        "Punkt 2 offentliggøres ikke.",
        "Lukkede punkter:\n2. Sag 2",
        "Oversigt\n1 Sag 1     Åben\n2 Sag 2     Lukket\n3 Sag 3     Åben",
    ],
)
def test_the_foot_may_tell_it_too(foot: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3))
    assert [one.closed for one in items(f"{text}{foot}\n")][:3] == [False, True, False]


@pytest.mark.parametrize("third", ["punkt 3", "punkt 3 om en fratræden", "pkt. 3 vedr. Lis Bo"])
def test_and_so_may_the_decision_on_the_agenda(third: str) -> None:
    first = f"Punkt 1: Dagsorden\n\n21/101\n\nBeslutning\n\nGodkendt, idet {third} behandles for lukkede døre.\n\n"
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (2, 3))
    assert [one.closed for one in items(f"{first}{text}")] == [False, False, True]


@pytest.mark.parametrize("foot", ["Punkt 2 blev drøftet.", "Punkt 2 er ikke lukket endnu.", "Skolen er lukket - 2"])
def test_what_else_the_foot_tells_closes_none(foot: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3))
    assert not any(one.closed for one in items(f"{text}{foot}\n"))


@pytest.mark.parametrize(
    ("legend", "title"),
    [
        ("Punkter mærket med * er lukkede.", "Grundkøb*"),
        ("Punkter markeret med stjerne behandles for lukkede døre", "Grundkøb *"),
        ("(L) = lukket punkt", "Grundkøb (L)"),
        ("Dagsorden (punkter med # er ikke offentlige):", "# Grundkøb"),
        ("L = lukket", "L Grundkøb"),
        ("* Lukket punkt", "Grundkøb *"),
    ],
)
def test_a_sign_that_the_head_explains_closes_an_item(legend: str, title: str) -> None:
    text = "".join(OPENED.format(n=n, title=t) for n, t in enumerate(("Lån", title, "Løn"), 1))
    assert [one.closed for one in items(f"{legend}\n\n{text}")] == [False, True, False]


def test_a_sign_that_nothing_explains_closes_none() -> None:
    text = "".join(OPENED.format(n=n, title=t) for n, t in ((1, "Spørgsmål fra Lis Bo (L)"), (2, "Lån*")))
    assert not any(one.closed for one in items(text))


def test_more_of_a_closed_item_at_the_end_comes_not_open() -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3))
    found = items(f"{text}Tillæg til punkt 2 (lukket): Huset købes.\n")
    assert [one.closed for one in found] == [False, True, True]


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


def test_a_sign_may_stand_in_the_agenda_alone() -> None:
    agenda = "(L): lukket punkt\n\nDagsorden\n1. Lån\n2. Grundkøb (L)\n3. Løn\n\n"
    text = "".join(OPENED.format(n=n, title=t) for n, t in enumerate(("Lån", "Grundkøb", "Løn"), 1))
    assert [one.closed for one in items(f"{agenda}{text}")] == [False, True, False]


@pytest.mark.parametrize(
    "title", ["LUKKET REFERAT", "Fortroligt referat", "Direktionen – lukket møde", "Referat fra Direktionen (lukket)"]
)
def test_minutes_called_closed_are_closed_altogether(title: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2))
    assert all(one.closed for one in items(f"{title}\n\n{text}"))


def test_so_are_those_in_a_table() -> None:
    table = "| Nr. | Punkt | Referat |\n|---|---|---|\n| 1 | Løn | Gives. |\n| 2 | Orlov | Gives. |\n"
    assert all(one.closed for one in items(f"LUKKET REFERAT\n\n{table}"))


@pytest.mark.parametrize(
    "head",
    [
        "Åbne punkter:\n- Sag 1\nLukkede punkter:\n- Ansættelse af Lis Bo\n- Køb af hus",
        "Lukkede punkter\nAnsættelse af Lis Bo\nKøb af hus\n\nDeltagere: Ida Lund",
        "Dagsorden:\n- Sag 1\n- Ansættelse af Lis Bo (lukket)",
        "Emner til lukket behandling:\n  - Ansættelse af Lis Bo",
        "Lukket punkt:\nAnsættelse af Lis Bo",
        "Bilag til lukkede punkter: Ansøgning fra Lis Bo",
    ],
)
def test_what_is_closed_in_the_head_is_text_of_no_item(head: str) -> None:
    found = items(f"{head}\n\n{OPENED.format(n=1, title='Sag 1')}{OPENED.format(n=2, title='Sag 2')}")
    assert "Lis" not in " ".join(section.text for one in found for section in one.sections)


@pytest.mark.parametrize("mark", ["2. Ny direktør\n\nLukket\n\n", "Lukket punkt\n2. Ny direktør\n\n"])
def test_closed_may_stand_below_or_above_an_item_of_the_agenda(mark: str) -> None:
    agenda = f"Dagsorden\n\n1. Budget\n\n{mark}3. Veje\n\n"
    text = "".join(OPENED.format(n=n, title=t) for n, t in enumerate(("Budget", "Ny direktør", "Veje"), 1))
    assert [one.closed for one in items(f"{agenda}{text}")] == [False, True, False]


def test_closed_minutes_may_follow_open_ones() -> None:
    one, two, three = (OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3))
    found = items(f"ÅBENT REFERAT\n\n{one}{two}LUKKET REFERAT\n\n{three}")
    assert [one.closed for one in found] == [False, False, True]


@pytest.mark.parametrize(
    "agenda",
    [
        "1. Sag 1\n2. Køb af en grund ved stranden til en ny\n   Skole på Strandvej 5 (lukket)\n",
        "1. Sag 1\n2. Køb af en grund ved stranden, som skal bruges til en ny og større\nskole (lukket)\n",
        "Punkt 1: Sag 1\nPunkt 2: Køb af en grund ved stranden (lukket)\n",
        "Dagsorden\nPunkt 1: Sag 1\nPunkt 2: Køb af en grund ved stranden, der er til en\nskole (behandles lukket)\n",
    ],
)
def test_an_entry_of_the_agenda_may_be_wrapped_before_it_says_that_it_is_closed(agenda: str) -> None:
    text = "".join(OPENED.format(n=n, title=t) for n, t in ((1, "Sag 1"), (2, "Køb af en grund ved stranden")))
    found = items(f"{agenda}{text}")
    assert [one.closed for one in found] == [False, True]
    assert "strand" not in shown(found)
    assert "skole" not in shown(found).lower()


@pytest.mark.parametrize(
    ("heading", "form"),
    [
        ("Dagsorden\n", "{n}. {t}\n"),
        ("Dagsorden\n\n", "{n}. {t}\n\n"),
        ("Dagsorden\n", "Punkt {n}: {t}\n"),
        ("Dagsorden\n", "- {t}\n"),
        ("Vi talte om:\n\n", "{n}. {t}\n"),
        ("Vi talte om:\n\n", "{n}  {t}\n"),
    ],
)
def test_what_the_agenda_calls_an_item_that_is_closed_below_is_text_of_none(heading: str, form: str) -> None:
    agenda = "".join(form.format(n=n, t=t) for n, t in enumerate(("Skoler", "Lis Bo", "Veje", "Ib Lund"), 1))
    named = ("Skoler", "Lukket punkt", "Veje", "Lukket punkt")
    text = "".join(OPENED.format(n=n, title=t) for n, t in enumerate(named, 1))
    found = items(f"{heading}{agenda}\n{text}")
    assert [one.closed for one in found] == [False, True, False, True]
    assert "Lis" not in shown(found)
    assert "Ib" not in shown(found)


def test_the_agenda_may_have_closed_before_its_titles() -> None:
    agenda = "Punkter\n\n1. Åbent Skoler\n2. Lukket Ny direktør\n\n"
    found = items(f"{agenda}{OPENED.format(n=1, title='Skoler')}{OPENED.format(n=2, title='Ny direktør')}")
    assert [one.closed for one in found] == [False, True]
    assert "direktør" not in shown(found)


@pytest.mark.parametrize("sign", ["*", "1)"])
def test_a_note_below_may_close_the_item_whose_title_has_its_sign(sign: str) -> None:
    text = "".join(OPENED.format(n=n, title=t) for n, t in ((1, "Budget"), (2, f"Tilsyn {sign}"), (3, "Veje")))
    found = items(f"{text}{sign} Punktet blev behandlet for lukkede døre.\n")
    assert [one.closed for one in found][:2] == [False, True]


def test_so_may_a_sign_before_a_title_that_has_a_number_alone() -> None:
    text = "".join(f"{n}. {t}\n21/10{n}\nBeslutning\nOk.\n\n" for n, t in enumerate(("Lån", "* Grundkøb", "Løn"), 1))
    assert [one.closed for one in items(f"* = lukket\n\n{text}")] == [False, True, False]


@pytest.mark.parametrize(("heading", "gap", "first"), [("Indholdsfortegnelse\n", "\n\n", 36), ("", "\n", 1)])
@pytest.mark.parametrize("entry", ["{n}. {t}", "{n} {t}", "{n}. {t} {p}"])
@pytest.mark.parametrize("shut", ["Lukket: Salg", "(Lukket) Salg", "Salg (Lukket)"])
@pytest.mark.parametrize("body", ["{n}. {t}\n\nSagsnr.: 22/10{n}\n\n", "{n}. {t}\n", "{n} {t}\n\n"])
def test_a_list_in_the_head_that_ends_in_closed_items_hides_none_of_those_below(
    heading: str, gap: str, first: int, entry: str, shut: str, body: str
) -> None:
    open_items = list(enumerate(("Dagsorden", "Budget", "Cykelsti"), first))
    listed = [*open_items, (first + 3, shut)]
    table = gap.join(entry.format(n=n, t=t, p=n + 1) for n, t in listed)
    text = "\n\n".join(f"{body.format(n=n, t=t)}Beslutning\nGodkendt." for n, t in open_items)
    found = read(f"{FRONT}{heading}{table}\n\n{text}").meeting.items
    assert [(one.number, one.title, len(one.decisions)) for one in found if not one.closed] == [
        (n, t, 1) for n, t in open_items
    ]
    assert "Salg" not in str([one for one in found if not one.closed])


def test_numbers_below_a_closed_item_that_comes_first_are_of_that() -> None:
    parts = "".join(f"{n}. {t}\nBeslutning\nOk.\n\n" for n, t in enumerate(("Chefer", "Lærere", "Pedeller"), 1))
    assert [one.closed for one in read(f"{FRONT}7. Lukket: Løn\n\n{parts}").meeting.items] == [True]
