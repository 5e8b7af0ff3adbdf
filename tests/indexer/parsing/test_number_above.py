"""Items whose number stands above the title, alone on its line."""

import pytest

from indexer.parsing import parse
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import document, read

HEAD = "Børne- og Ungeudvalget\nReferat\nmandag d. 3. maj 2021 kl. 15:00\n"
PAGE = "Del på Facebook\nKopiér link\nVis mere\n"


def boxes(*titles: str, form: str = "{n}", said: str = "Beslutning\nGodkendt.\n") -> str:
    return "".join(f"{form.format(n=n)}\n{title}\n{PAGE}{said}" for n, title in enumerate(titles, 1))


@pytest.mark.parametrize("form", ["{n}", "{n}.", "Nr. {n}", "**{n}**"])
def test_the_number_counts_the_title_below(form: str) -> None:
    found = read(HEAD + boxes("Dagsorden", "Klubber", "Lukket punkt", "Orientering", form=form)).meeting.items
    assert [(one.number, one.title, one.closed) for one in found] == [
        (1, "Dagsorden", False),
        (2, "Klubber", False),
        (3, "Lukket punkt", True),
        (4, "Orientering", False),
    ]
    assert [one.decisions[0].text for one in found if not one.closed] == ["Godkendt."] * 3


def test_whether_it_is_open_may_stand_between() -> None:
    status = ("Åben", "Lukket", "Åben")
    text = "".join(
        f"{n}\n{one}\n{title}\nBeslutning\nGodkendt.\n"
        for n, one, title in zip((1, 2, 3), status, ("Veje", "Leverandør", "Ledighed"), strict=True)
    )
    found = read(HEAD + text).meeting.items
    assert [(one.title, one.closed) for one in found] == [("Veje", False), ("Leverandør", True), ("Ledighed", False)]


@pytest.mark.parametrize("stray", ["4\nLærere afskediges\n", "9\nElever flyttes\n"])
def test_a_number_that_does_not_count_on_makes_all_of_them_doubtful(stray: str) -> None:
    text = HEAD + boxes("Dagsorden", "Klubber", "Lukket punkt") + stray + "4\nOrientering\nVi talte.\n"
    with pytest.raises(NotMinutes):
        parse(document(text))


def test_pages_are_no_items() -> None:
    text = "".join(f"Punkt {n}: Veje {n}\n\n21/10{n}\n\nBeslutning\n\nUdsat.\n\n{n}\n\n" for n in (1, 2, 3))
    found = read(f"{HEAD}\n{text}").meeting.items
    assert [one.title for one in found] == ["Veje 1", "Veje 2", "Veje 3"]


@pytest.mark.parametrize("third", ["Løn (lukket)", "LUKKET: Løn"])
def test_capitals_may_count_the_titles(third: str) -> None:
    titles = ("Velkomst", "Åbningstider (21/5561)", third, "Eventuelt")
    text = "\n".join(f"{letter}. {title}\nVi talte om det.\n" for letter, title in zip("ABCD", titles, strict=True))
    found = read(f"{HEAD}\n{text}").meeting.items
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, False), (3, True), (4, False)]
    assert [found[0].title, found[1].case_number] == ["Velkomst", "21/5561"]


@pytest.mark.parametrize("word", ["Tema", "Drøftelsespunkt", "Beslutningspunkt"])
def test_other_words_may_count_them(word: str) -> None:
    text = "".join(f"{word} {n}: Veje {n}\nSagsnr. 22/501{n}\nBeslutning: Udsat.\n\n" for n in (1, 2, 3))
    assert [one.title for one in read(f"{HEAD}\n{text}").meeting.items] == ["Veje 1", "Veje 2", "Veje 3"]


def test_capitals_below_headings_count_a_list() -> None:
    points = "".join(f"{letter}. Nyt forslag\n\nDet koster 5.000 kr.\n\n" for letter in "ABC")
    text = (
        f"# Referat\n\n3. maj 2021\n\n## Skolegård\n\n{points}## Klage (lukket)\n\nOm Bo Friis.\n\n## Fest\n\nI juni.\n"
    )
    found = read(text.replace("Referat", "Referat af møde i Elevrådet"), markdown=True).meeting.items
    assert [(one.title, one.closed) for one in found] == [
        ("Skolegård", False),
        ("Klage (lukket)", True),
        ("Fest", True),
    ]
