"""The agenda first, and what was said below it by its numbers."""

import pytest

from mappings.documents import Item
from tests.indexer.parsing.writing import read

HEAD = "Ældrerådet\n\nTorsdag den 21. september 2017\n\n"
AGENDA = "DAGSORDEN:\n1. Dagsorden\n2. Høring om mad\n3. {third}\n4. Eventuelt\n\nREFERAT:\n\n"
SAID = ("Dagsordenen blev godkendt.", "Susanne fortalte.\nSovsen er for tynd.", "Vi holder fest.", "Intet.")


def written(form: str, *, third: str = "Sommerfest", agenda: str = AGENDA) -> tuple[Item, ...]:
    said = "".join(form.format(n=n, x=text) for n, text in enumerate(SAID, 1))
    return read(f"{HEAD}{agenda.format(third=third)}{said}").meeting.items


@pytest.mark.parametrize("form", ["Ad 1.  {x}\n\n", "Ad. 1: {x}\n\n", "Ad 1) {x}\n", "Pkt. 1: {x}\n\n", "1. {x}\n\n"])
def test_an_answer_is_the_text_of_the_item_that_the_agenda_names(form: str) -> None:
    found = written(form.replace("1", "{n}"))
    assert [(one.number, one.title) for one in found] == [
        (1, "Dagsorden"),
        (2, "Høring om mad"),
        (3, "Sommerfest"),
        (4, "Eventuelt"),
    ]
    assert [" ".join(one.sections[0].text.split()) for one in found] == [" ".join(text.split()) for text in SAID]
    assert [each.text for each in found[0].decisions] == [SAID[0]]


@pytest.mark.parametrize("title", ["Lukket punkt: Fest", "Fest (lukket)", "Personsag: Fest"])
def test_what_the_agenda_calls_closed_is(title: str) -> None:
    assert [one.closed for one in written("Ad {n}. {x}\n\n", third=title)] == [False, False, True, False]


def test_a_group_of_the_agenda_closes_its_items() -> None:
    agenda = AGENDA.replace("3.", "\nLukket dagsorden:\n3.").replace("4.", "\nÅben dagsorden:\n4.")
    found = written("Ad {n}. {x}\n\n", agenda=agenda)
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, False), (3, True), (4, False)]


def test_an_answer_to_what_the_agenda_does_not_list_is_no_text_of_the_item_above() -> None:
    agenda = AGENDA.replace("4. Eventuelt", "\nFortsat for lukkede døre i lokale 2\n4. Løn")
    shown = [one for one in written("Ad {n}. {x}\n\n", agenda=agenda) if not one.closed]
    assert not any("Intet." in section.text for one in shown if one.number == 3 for section in one.sections)


def test_answers_to_points_of_a_recommendation_are_no_items() -> None:
    item = "Punkt {n}: {t}\n\n17/10{n}\n\nBeslutning\n\nAd 1. Tiltrådt.\nAd 2. Udsat.\nAd 3. Afvist.\n\n"
    titles = ("Dagsorden", "Høring om mad", "Sommerfest", "Eventuelt")
    text = "".join(item.format(n=n, t=title) for n, title in enumerate(titles, 1))
    found = read(f"{HEAD}{AGENDA.format(third='Sommerfest')}{text}").meeting.items
    assert [one.title for one in found] == list(titles)


def test_titles_that_the_agenda_has_in_other_words_are_no_answers() -> None:
    titles = ("Dagsorden til godkendelse", "Høring om mad og drikke", "Sommerfest 2018", "Eventuelt")
    text = "".join(f"Pkt. {n}: {title}\n\nVi talte.\n\n" for n, title in enumerate(titles, 1))
    found = read(f"{HEAD}{AGENDA.format(third='Sommerfest')}{text}").meeting.items
    assert [one.title for one in found] == list(titles)
