"""The items first, and below them all that was decided, by their numbers."""

import pytest

from indexer.parsing import parse
from mappings.documents import Item
from tests.indexer.parsing.writing import document, read

HEAD = "Folkeoplysningsudvalget\n\nMandag den 11. oktober 2021\n\nDAGSORDEN\n\n"
ITEM = "{n}. {title}\nSagsnr. 21/100{n}\nDer er søgt om tilskud.\n\n"
TITLES = ("Aftenskoler", "Haller", "Puljen", "Lejre")
DECIDED = ("Godkendt.", "Udsat.", "Afslag til Lis Bo.", "Godkendt med\nen ændring.")


def written(
    form: str, *, titles: tuple[str, ...] = TITLES, heading: str = "BESLUTNINGER", last: int = 4
) -> tuple[Item, ...]:
    text = "".join(ITEM.format(n=n, title=title) for n, title in enumerate(titles, 1))
    said = "".join(form.format(n=n, x=text) for n, text in enumerate(DECIDED[:last], 1))
    return read(f"{HEAD}{text}{heading}\n\n{said}").meeting.items


@pytest.mark.parametrize("form", ["Ad 1. {x}\n\n", "Punkt 1: {x}\n\n", "Ad pkt. 1: {x}\n", "1. {x}\n\n"])
@pytest.mark.parametrize("heading", ["BESLUTNINGER", "Beslutninger:", "Beslutningsprotokol"])
def test_what_was_decided_is_of_the_item_that_its_number_names(form: str, heading: str) -> None:
    found = written(form.replace("1", "{n}"), heading=heading)
    assert [(one.title, one.case_number) for one in found] == [(t, f"21/100{n}") for n, t in enumerate(TITLES, 1)]
    assert [" ".join(one.decisions[0].text.split()) for one in found] == [" ".join(text.split()) for text in DECIDED]
    assert [one.sections[0].text for one in found] == ["Der er søgt om tilskud."] * 4


@pytest.mark.parametrize("form", ["Ad {n}. {x}\n\n", "{n}. {x}\n\n"])
def test_what_was_decided_on_a_closed_item_stays_with_it(form: str) -> None:
    found = written(form, titles=("Aftenskoler", "Haller", "Lis Bo (lukket)", "Lejre"))
    assert [one.closed for one in found] == [False, False, True, False]
    assert not any("Lis" in section.text for one in found if not one.closed for section in one.sections)


@pytest.mark.parametrize("mark", ["Lukkede punkter", "Dørene blev lukket.", "Lukket punkt"])
def test_what_is_said_above_a_closed_item_stays_there(mark: str) -> None:
    text = "".join(ITEM.format(n=n, title=title) for n, title in enumerate(TITLES, 1)).replace("3. ", f"{mark}\n\n3. ")
    said = "".join(f"Ad {n}. {told}\n\n" for n, told in enumerate(DECIDED, 1))
    found = read(f"{HEAD}{text}BESLUTNINGER\n\n{said}").meeting.items
    assert [one.closed for one in found[:3]] == [False, False, True]
    assert not any("Lis" in section.text for one in found if not one.closed for section in one.sections)


@pytest.mark.parametrize("closed", [1, 3, 4])
def test_what_was_decided_on_an_item_that_is_not_listed_is_closed(closed: int) -> None:
    text = "".join(ITEM.format(n=n, title=title) for n, title in enumerate(TITLES, 1) if n != closed)
    said = "".join(f"Ad {n}. {told}\n\n" for n, told in enumerate(DECIDED, 1))
    found = parse(document(f"{HEAD}{text}BESLUTNINGER\n\n{said}")).meeting.items
    assert [(one.number, one.closed) for one in found] == [(n, n == closed) for n in range(1, 5)]
    assert [one.decisions[0].text.split()[0] for one in found] == ["Godkendt.", "Udsat.", "Afslag", "Godkendt"]


def test_an_item_may_have_nothing_decided() -> None:
    text = "".join(ITEM.format(n=n, title=title) for n, title in enumerate(TITLES, 1))
    found = read(f"{HEAD}{text}BESLUTNINGER\n\nAd 1. Godkendt.\n\nAd 2. Udsat.\n\nAd 4. Afvist.\n").meeting.items
    assert [[each.text for each in one.decisions] for one in found] == [["Godkendt."], ["Udsat."], [], ["Afvist."]]


def test_the_points_of_the_last_decision_are_no_answers() -> None:
    item = "{n}. {title}\n\n21/100{n}\n\nBeslutning\n\n"
    text = "".join(item.format(n=n, title=title) + "Udsat.\n\n" for n, title in enumerate(TITLES[:3], 1))
    text += item.format(n=4, title="Lejre") + "1. Godkendt.\n2. Udsat.\n3. Afvist.\n"
    found = read(f"{HEAD}{text}").meeting.items
    assert [one.decisions[0].text.split()[0] for one in found] == ["Udsat.", "Udsat.", "Udsat.", "1."]
