"""Bodies that questions name, where the index knows Direktionen, Aarhus Byråd, Økonomiudvalget and two more."""

import pytest

from search_api.readings.bodies import bodies
from search_api.readings.plain import plain
from search_api.readings.reading import Reading
from search_api.synonyms import shipped

KNOWN = ("Aarhus Byråd", "Direktionen", "Direktionen internt", "Klima- og Teknikudvalget", "Økonomiudvalget")


def read(question: str) -> tuple[Reading, ...]:
    return bodies(plain(question), KNOWN, shipped()).found


@pytest.mark.parametrize(
    ("question", "words", "body"),
    [
        ("parkering i Direktionen", "i Direktionen", "Direktionen"),
        ("parkering i direktionen internt", "i direktionen internt", "Direktionen internt"),
        ("byrådets beslutninger om skoler", "byrådets", "Aarhus Byråd"),
        ("har byrådet besluttet noget", "byrådet", "Aarhus Byråd"),
        ("afvist i byrådet", "i byrådet", "Aarhus Byråd"),
        ("i ØU", "i ØU", "Økonomiudvalget"),
        ("i kommunalbestyrelsen", "i kommunalbestyrelsen", "Aarhus Byråd"),
        ("sager fra Klima- og Teknikudvalget", "fra Klima- og Teknikudvalget", "Klima- og Teknikudvalget"),
        ("direktionsmøde 6. februar 2018", "direktionsmøde", "Direktionen"),
        ("skoler på byrådsmødet", "byrådsmødet", "Aarhus Byråd"),
        ("teknikudvalgsmødet om havnen", "teknikudvalgsmødet", "Klima- og Teknikudvalget"),
        ("sager i teknikudvalget", "i teknikudvalget", "Klima- og Teknikudvalget"),
    ],
)
def test_a_body_that_met_or_decided_narrows(question: str, words: str, body: str) -> None:
    (reading,) = read(question)
    assert (question[reading.start : reading.end], reading.effect) == (words, "narrows")
    assert (reading.asks.bodies, reading.label) == ((body,), f"Kun {body}")


def test_a_body_that_is_merely_named_is_favoured_and_searched_for() -> None:
    (reading,) = read("direktionens porteføljeliste")
    assert (reading.effect, reading.keeps, reading.asks.bodies) == ("favours", True, ("Direktionen",))


@pytest.mark.parametrize(
    "question", ["anbefalet over for byrådet", "sendt til byrådet", "udvalget", "i kommunen", "kl. 9", "til KL", ""]
)
def test_what_a_body_is_sent_or_what_is_none_is_no_reading(question: str) -> None:
    assert read(question) == ()


def test_a_word_that_would_name_two_bodies_names_none() -> None:
    known = ("Aarhus Byråd", "Ishøj Byråd")
    assert bodies(plain("i byrådet"), known, shipped()).found == ()
    assert bodies(plain("i Ishøj Byråd"), known, shipped()).found[0].asks.bodies == ("Ishøj Byråd",)
