"""Items with and without attachments, as questions ask for them."""

import datetime as dt

import pytest

from search_api.readings.reader import Known
from search_api.understanding import Understood, understand


def ask(question: str, *literal: str) -> Understood:
    known = Known(today=dt.date(2026, 11, 25), bodies=("Direktionen",))
    return understand(question, known=known, literal=literal)


@pytest.mark.parametrize(
    ("question", "has", "terms"),
    [
        ("kantinen med bilag", "yes", ("kantinen",)),
        ("kantinen, kun med bilag", "yes", ("kantinen",)),
        ("kantinen uden bilag i 2021", "no", ("kantinen",)),
        ("sager med bilag om kantinen", "yes", ("kantinen",)),
        ("punkter uden bilag fra direktionen", "no", ()),
        ("sager der har bilag", "yes", ()),
        ("canteen with attachments", "yes", ("canteen",)),
        ("items without attachments since 2019", "no", ()),
    ],
)
def test_items_with_or_without_attachments_are_asked_for(question: str, has: str, terms: tuple[str, ...]) -> None:
    understood = ask(question)
    (reading,) = (one for one in understood.readings if one.kind == "attachments")
    assert (reading.effect, reading.asks.attachments) == ("narrows", (has,))
    assert reading.label == ("Kun punkter med bilag" if has == "yes" else "Kun punkter uden bilag")
    assert understood.terms == terms


@pytest.mark.parametrize(
    "question",
    [
        "brev med bilag om økonomi",  # what the attachments are about
        "kantinen med bilag 2",
        "ikke med bilag",
        "bilag til kantinen",
        '"kantinen med bilag"',
    ],
)
def test_an_attachment_may_be_the_matter(question: str) -> None:
    assert [one for one in ask(question).readings if one.kind == "attachments"] == []


def test_attachments_are_taken_literally_where_that_is_wanted() -> None:
    understood = ask("kantinen med bilag", "med bilag")
    assert (understood.readings, understood.terms) == ((), ("kantinen", "bilag"))
