"""Minutes as typewriters wrote them: letters a blank apart, a case's number beside the item's, titles underlined."""

import pytest

from indexer.parsing import parse
from tests.indexer.parsing.writing import FRONT, document, items

TYPED = "SAG NR. {n}.                         J.NR. 17.03.0{n}.A00\n{title}\n-----------------\nTekst {n}.\n\n{closes}"


def test_a_title_with_a_full_stop_below_its_case_is_one() -> None:
    found = items("".join(TYPED.format(n=n, title=f"TILBYGNING TIL SKOLE {n}.", closes="") for n in (1, 2)))
    assert [(one.title, one.case_number) for one in found] == [
        ("TILBYGNING TIL SKOLE 1.", "17.03.01.A00"),
        ("TILBYGNING TIL SKOLE 2.", "17.03.02.A00"),
    ]


def test_a_title_that_goes_on_below_keeps_the_case_beside_its_first_line() -> None:
    text = "1. Salg af grund ved Kirkevej til   19/1234\n   boliger og erhverv\n\nBeslutning\n\nGodkendt.\n\n"
    first, _ = items(f"{text}2. Kolonihaver   19/1235\n\nBeslutning\n\nGodkendt.\n")
    assert (first.title, first.case_number) == ("Salg af grund ved Kirkevej til boliger og erhverv", "19/1234")


@pytest.mark.parametrize("mark", ["L U K K E T   M Ø D E", "LUKKET MØDE", "L U K K E T  M Ø D E :"])
def test_letters_apart_close_as_words_do(mark: str) -> None:
    closes = f"{mark}\n---------------------\n\n"
    text = TYPED.format(n=1, title="VEJE.", closes=closes) + TYPED.format(n=2, title="ANSÆTTELSE.", closes="")
    assert [one.closed for one in parse(document(FRONT + text)).meeting.items] == [False, True]


def test_letters_apart_name_the_minutes_and_their_body() -> None:
    head = "B Y R Å D E T\n\nR E F E R A T\n\nTirsdag den 4. oktober 2016\n\n"
    found = parse(document(f"{head}Punkt 1: Skoler\n\n21/1\n\nBeslutning\n\nGodkendt.\n")).meeting
    assert (found.body, found.date.isoformat()) == ("Byrådet", "2016-10-04")


def test_letters_of_parties_stay_apart() -> None:
    (one,) = items("Punkt 1: Valg\n\n21/1\n\nBeslutning\n\nFor stemte:\nA B F O V\n")
    assert "A B F O V" in one.sections[0].text


@pytest.mark.parametrize("mark", ["Lukket sag", "Lukket punkt", "Fortroligt"])
@pytest.mark.parametrize("case", ["19/38002", "EMN-2019-00300", "Sagsnr.: 2019-001234"])
def test_closed_behind_a_case_closes_and_leaves_the_case(case: str, mark: str) -> None:
    first, second = items(f"Punkt 1: Køb\n{case} - {mark}\n\nTekst.\n\nPunkt 2: Veje\n19/38003 - Åben sag\n\nTekst.\n")
    assert (first.closed, first.case_number) == (True, case.removeprefix("Sagsnr.: "))
    assert (second.closed, second.case_number) == (False, "19/38003")


def test_a_document_may_stand_beside_the_case() -> None:
    text = "".join(f"{n}  Sag {n}\n\nSagsnr. 14/5{n} - Dok. 89731/14\n\nBeslutning:\nOk.\n\n" for n in (126, 127, 128))
    assert [(one.number, one.case_number) for one in items(text)] == [(n, f"14/5{n}") for n in (126, 127, 128)]


def test_closed_behind_a_case_in_a_column_closes() -> None:
    text = "".join(
        f"Punkt {n}: Sag {n}                 18/{n}{told}\n\nTekst.\n\n" for n, told in ((1, ""), (2, " - Lukket sag"))
    )
    assert [one.closed for one in items(text)] == [False, True]


def test_a_last_item_without_a_case_may_end_in_a_full_stop() -> None:
    sale = "Sag nr. {n}          {t}.\nJ.nr. 21.00.00.P2{n}\n                    Tekst.\n\n"
    text = "".join(sale.format(n=n, t=title) for n, title in ((1, "Bibliotek"), (2, "Musikskole"), (3, "(Lukket) Løn")))
    found = items(f"{text}Sag nr. 4          Eventuelt.\n                    Intet.\n")
    assert [(one.title, one.closed) for one in found][2:] == [("(Lukket) Løn.", True), ("Eventuelt.", False)]
