"""Who was away in a question, and what only looks like it."""

import datetime as dt

import pytest

from mappings.abbreviations import Abbreviation
from mappings.documents import Person
from search_api import persons
from search_api.readings.reader import Known
from search_api.understanding import Understood, understand

PEOPLE = {
    slug: Person(slug, name)
    for slug, name in (("carla-holm", "Carla Holm"), ("carl-hede", "Carl Hede"), ("ulla-udby", "Ulla Udby"))
}
SHORT = persons.short(PEOPLE, [Abbreviation("CAH", "Carla Holm", person=True)])


def ask(question: str) -> Understood:
    away = {"carla-holm", "carl-hede"}
    known = Known(
        today=dt.date(2022, 3, 1),
        people=PEOPLE,
        short=SHORT,
        bodies=("Byrådet",),
        was_away=lambda slugs: bool(away & {*slugs}),
    )
    return understand(question, known=known)


@pytest.mark.parametrize(
    "question",
    [
        *("møder uden Carla Holm", "budget uden Carla Holm til stede", "budget uden at Carla Holm deltog"),
        *("hvor Carla Holm var fraværende", "budget mens direktør Holm var væk", "da CAH havde meldt afbud"),
        *("mens Carla Holm ikke deltog", "møder som Carla Holm ikke var med til", "hvor Carla Holm ikke mødte op"),
        *("hvilke møder deltog Carla Holm ikke i", "hvornår har Carla Holm ikke deltaget"),
        *("hvornår meldte Carla Holm afbud", "hvor ofte har Carla Holm haft travlt, afbud fra Carla Holm"),
        *("afbud fra Carla Holm", "Carla Holm (afbud)", "besluttet i Carla Holms fravær"),
        *("meetings without Carla Holm", "budget while Carla Holm was absent", "meetings missed by Carla Holm"),
        *("which meetings did Carla Holm not attend", "meetings where Carla Holm wasn't present"),
        *("budget in the absence of Carla Holm", "budget uden Carla Holms deltagelse", "Carla Holms fravær"),
    ],
)
def test_who_was_away_narrows_to_the_meetings_that_they_were_absent_from(question: str) -> None:
    asked = ask(question)
    assert "carla-holm" in asked.absent
    assert "Kun møder, hvor Carla Holm var fraværende" in [one.label for one in asked.readings]
    assert asked.notices == ()


def test_the_words_that_tell_it_are_not_searched_for() -> None:
    assert ask("budget i møder, hvor Carla Holm var fraværende").terms == ("budget",)
    assert ask("budget uden Carla Holm til stede i 2021").terms == ("budget",)


def test_of_several_all_were_away() -> None:
    (reading,) = ask("budget da både Carla Holm og Carl Hede var fraværende").readings
    assert reading.asks.away == (("carla-holm",), ("carl-hede",))
    assert reading.label == "Kun møder, hvor Carla Holm og Carl Hede var fraværende"


@pytest.mark.parametrize("told", ["deltog", "var til stede", "mødte op"])
def test_neither_of_two_was_there(told: str) -> None:
    assert ask(f"budget hvor hverken Carla Holm eller Carl Hede {told}").absent == ("carla-holm", "carl-hede")


def test_one_was_there_and_another_away() -> None:
    asked = ask("budget mens Carla Holm deltog og Carl Hede var fraværende")
    assert (asked.people, asked.absent) == (("carla-holm",), ("carl-hede",))


@pytest.mark.parametrize(
    "question",
    [
        *("Carla Holm om fraværende elever", "hvad sagde Carla Holm om afbud", "mens Carla Holm var syg"),
        *("notat uden Carla Holms bemærkninger", "møder uden Carla Holm som formand", "Carla Holm ikke enig"),
        *("Carla Holm deltog ikke aktivt", "Carla Holm var ikke med i arbejdsgruppen", "Carla Holms afbudspolitik"),
        *("Carla Holm deltog ikke i behandlingen", "Carla Holm var ikke til stede ved afstemningen om havnen"),
        *("møder uden referat", "uden for budgettet", "hvem meldte afbud i byrådet", "afbud til byrådsmødet"),
        "mens Carla Holm deltog",
    ],
)
def test_what_is_no_absence_of_somebody_narrows_to_none(question: str) -> None:
    assert ask(question).absent == ()


@pytest.mark.parametrize("question", ["møder uden Ulla Udby", "budget da Carla Holm og Ulla Udby var fraværende"])
def test_who_was_never_listed_as_absent_is_told_of(question: str) -> None:
    asked = ask(question)
    assert asked.absent == ()
    (told,) = asked.notices
    assert told == "Ulla Udby står ikke som fraværende i noget møde; der er søgt på ordene, som de står."
