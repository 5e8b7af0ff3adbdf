"""People called by their posts in a question, and posts that are a matter."""

import datetime as dt
from collections.abc import Sequence

import pytest

from mappings.documents import Person
from search_api.holders import Holder
from search_api.readings.reader import Known
from search_api.readings.reading import Reading
from search_api.understanding import Understood, understand

PEOPLE = {
    slug: Person(slug, name)
    for slug, name in (("lis-dam", "Lis Dam"), ("ole-lind", "Ole Lind"), ("kaj-holt", "Kaj Holt"), ("bo-ask", "Bo Ask"))
}
BODIES = (
    *("Kulturudvalget", "Byrådet", "Trivselsudvalget på Birkevang"),
    *("Forældrebestyrelsen i Lærken", "Forældrebestyrelsen i Solstrålen"),
)
DAY = dt.date(2022, 9, 20)
POSTS = {
    ("borgmester", ""): "lis-dam",
    ("formand", "Kulturudvalget"): "ole-lind",
    ("referent", "Trivselsudvalget på Birkevang"): "bo-ask",
    ("formand", "Forældrebestyrelsen i Lærken"): "kaj-holt",
    ("økonomichef", ""): "kaj-holt",
    ("direktør for teknik og miljø", ""): "bo-ask",
}


def _holders(post: str, body: str, times: Sequence[Reading]) -> list[Holder]:
    found = POSTS.get((post, body))
    return [Holder(found, DAY)] if found else []


def ask(question: str, *literal: str) -> Understood:
    known = Known(today=dt.date(2022, 10, 1), people=PEOPLE, bodies=BODIES, holders=_holders)
    return understand(question, known=known, literal=literal)


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("hvem er borgmester", "lis-dam"),
        ("hvem er den nye borgmester?", "lis-dam"),
        ("hvem var borgmester i 2022", "lis-dam"),
        ("borgmesterens orientering", "lis-dam"),
        ("borgmesteren orienterede om havnen", "lis-dam"),
        ("hvem er formand for Kulturudvalget", "ole-lind"),
        ("Kulturudvalgets formand", "ole-lind"),
        ("hvem er formand i Kulturudvalget", "ole-lind"),
        ("formanden for Kulturudvalget om svømmehallen", "ole-lind"),
        ("hvad sagde økonomichefen om lån", "kaj-holt"),
        ("hvad har økonomichefen orienteret om", "kaj-holt"),
        ("hvem er direktør for Teknik og Miljø", "bo-ask"),
        ("hvem blev borgmester", "lis-dam"),
        ("hvem blev valgt til formand for Kulturudvalget", "ole-lind"),
        ("hvem er valgt som formand for Kulturudvalget", "ole-lind"),
        ("hvem er referent i trivselsudvalget", "bo-ask"),
        ("hvem er referent for trivselsudvalget", "bo-ask"),
        ("hvem er formand for forældrebestyrelsen i Lærken", "kaj-holt"),
    ],
)
def test_who_is_called_by_a_post_is_read(question: str, slug: str) -> None:
    assert ask(question).people == (slug,)


@pytest.mark.parametrize(
    "question",
    [
        "ansættelse af borgmester",
        "valg af formand",
        "borgmesterkæden",
        "vederlag til borgmesteren",
        "hvem er formand",
        "formanden orienterede",
        "hvem er formand for bestyrelsen",
        "hvem er formand for forældrebestyrelsen",
        "hvem blev valgt til formand",
        "hvem var borgmester",
        "hvem blev borgmester efter konstitueringen",
        "hvem er rådmand",
        "formand for Kulturudvalget vælges",
    ],
)
def test_a_post_that_is_a_matter_or_nobody_s_for_certain_is_no_person(question: str) -> None:
    assert ask(question).people == ()


def test_it_favours_beside_a_topic_and_says_by_which_meeting() -> None:
    understood = ask("hvad sagde økonomichefen om lån")
    (reading,) = understood.readings
    assert (reading.effect, reading.label) == ("favours", "Helst møder med Kaj Holt (økonomichef 20. september 2022)")
    assert understood.terms == ("lån",)


def test_it_is_taken_literally_where_that_is_wanted() -> None:
    assert ask("hvem er borgmester", "hvem er borgmester").people == ()


def test_who_is_named_is_meant_whatever_the_post() -> None:
    assert ask("hvad sagde borgmester Ole Lind om lån").people == ("ole-lind",)
