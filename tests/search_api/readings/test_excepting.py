"""What questions are without in words: as with a minus, of one plain word alone."""

import datetime as dt

import pytest

from mappings import analysis
from search_api.readings.reader import Known
from search_api.understanding import Understood, understand

KNOWN = Known(today=dt.date(2026, 11, 25), bodies=("Direktionen",))


def ask(question: str, *literal: str) -> Understood:
    return understand(question, known=KNOWN, literal=literal)


@pytest.mark.parametrize(
    ("question", "asked", "word"),
    [
        ("affaldssortering undtagen haveaffald", ("affaldssortering",), "haveaffald"),
        ("affaldssortering, bortset fra haveaffald", ("affaldssortering",), "haveaffald"),
        ("rotter men ikke på skoler", ("rotter",), "skoler"),
        ("kantinen, men ikke driften?", ("kantinen",), "driften"),
        ("alt om cykelstier på nær Brodrup", ("cykelstier",), "Brodrup"),
        ("cykelstier undtagen Brodrup i 2020", ("cykelstier",), "Brodrup"),
        ("rotter uden ordet kantine", ("rotter",), "kantine"),
        ("energi der ikke handler om skoler", ("energi",), "skoler"),
        ("findes der noget om energi, som ikke er om skoler?", ("energi",), "skoler"),
        ("affald, der ikke er haveaffald", ("affald",), "haveaffald"),
        ("rat control not about schools", ("rat", "control"), "schools"),
        ("anything on energy that is not about schools", ("energy",), "schools"),
        ("electric cars except for charging", ("electric", "cars"), "charging"),
    ],
)
def test_a_plain_word_behind_undtagen_is_excluded(question: str, asked: tuple[str, ...], word: str) -> None:
    understood = ask(question)
    assert understood.terms == asked
    assert understood.words.excluded == (analysis.forms(word.lower()),)
    assert [one.label for one in understood.readings if one.effect == "excludes"] == [f"Uden: {word}"]


@pytest.mark.parametrize(
    "question",
    [
        "unge uden uddannelse",
        "børn som ikke er danskere",
        "affald som ikke er sorteret",
        "sager som ikke handler om parkering i midtbyen",
        "undtagen skoler",
        "sager undtagen skoler",
        "kantinen undtagen direktionen",
        "kantinen undtagen 2020",
        "elbiler men ikke godkendt",
        "kantinen besluttet, men ikke gennemført",
        "tilbuddet er gratis, men ikke frivilligt",
        "gratis parkering undtagen lørdage og helligdage",
        "parkering undtagen for beboere i midtbyen",
        '"parkering undtagen lørdage"',
    ],
)
def test_what_is_read_or_done_and_more_words_belong_to_the_matter(question: str) -> None:
    assert ask(question).without == ()


def test_taken_literally_it_excludes_nothing() -> None:
    understood = ask("parkering undtagen lørdage", "undtagen lørdage")
    assert (understood.without, understood.terms) == ((), ("parkering", "undtagen", "lørdage"))


@pytest.mark.parametrize("question", ["elbiler undtagen dem i direktionen", "elbiler på nær dem fra 2020"])
def test_of_a_body_or_a_time_that_it_denies_a_line_tells(question: str) -> None:
    understood = ask(question)
    assert (understood.readings, understood.without) == ((), ())
    assert understood.notices[0].startswith("Det er ikke muligt at udelade ")
