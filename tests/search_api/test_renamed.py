"""Names that changed: what a text says of it, and the pages that tell of one another."""

import datetime as dt
from pathlib import Path

import pytest

from mappings.documents import Item, Meeting, Participant, Section
from search_api.access import PUBLIC
from search_api.renamed import changes
from tests.web.serving import serve


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Mette Holm, nu Mette Holm Krogh, orienterede.", ("Mette Holm", "Mette Holm Krogh")),
        ("Mette Holm (nu Krogh) orienterede.", ("Mette Holm", "Mette Krogh")),
        ("Mette Krogh (tidligere Mette Holm) orienterede.", ("Mette Holm", "Mette Krogh")),
        ("Mette Krogh, tidl. Holm, orienterede.", ("Mette Holm", "Mette Krogh")),
        ("Mette Krogh (født Holm) fylder 50.", ("Mette Holm", "Mette Krogh")),
        ("Anne Skov har skiftet navn til Anne Lund.", ("Anne Skov", "Anne Lund")),
        ("Anne Skov skifter efternavn til Lund.", ("Anne Skov", "Anne Lund")),
        ("Anne Skov hedder nu Anne Skov Lund.", ("Anne Skov", "Anne Skov Lund")),
    ],
)
def test_a_text_says_that_a_name_has_changed(text: str, change: tuple[str, str]) -> None:
    assert list(changes(text)) == [change]


@pytest.mark.parametrize(
    "text",
    [
        "Kontakten er Mette Holm, nu Anne Lund.",
        "Mette Holm, nu direktør, orienterede.",
        "Mette Holm, tidligere direktør i Nordby, orienterede.",
        "Mette Holm og Mette Krogh orienterede.",
        "Skolen har skiftet navn til Nordby Skole.",
        "Mette Holm er nu på barsel.",
    ],
)
def test_what_is_no_change_of_a_name(text: str) -> None:
    assert list(changes(text)) == []


def _meeting(year: int, text: str, *names: str) -> Meeting:
    item = Item(number=1, title="Haven", sections=(Section("background", "", text),))
    return Meeting(body="Byrådet", date=dt.date(year, 3, 4), participants=tuple(map(Participant, names)), items=(item,))


@pytest.mark.parametrize(("beside", "told"), [("Ib Bak", True), ("Mette Krogh", False)])
def test_the_pages_of_both_names_tell_of_one_another_but_for_two_of_one_meeting(
    tmp_path: Path, beside: str, told: bool
) -> None:
    minutes = [
        _meeting(2019, "Ingen.", "Mette Holm", beside),
        _meeting(2021, "Mette Krogh (født Holm) bød velkommen.", "Mette Krogh", "Ib Bak"),
    ]
    service = serve(tmp_path, minutes)
    old, new = (service.person(slug, PUBLIC).other_names for slug in ("mette-holm", "mette-krogh"))
    assert [(one.name, one.when) for one in old] == ([("Mette Krogh", "now")] if told else [])
    assert [(one.name, one.when) for one in new] == ([("Mette Holm", "before")] if told else [])
    service.close()


def test_a_name_that_no_minutes_have_is_told_of_nowhere(tmp_path: Path) -> None:
    service = serve(tmp_path, [_meeting(2021, "Mette Krogh (født Sand) bød velkommen.", "Mette Krogh")])
    assert service.person("mette-krogh", PUBLIC).other_names == ()
    service.close()
