"""Which questions may be kept: ordinary words, and nothing that can be about a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.question_rule import kept_as, names

KNOWN = names(
    ["Henning Ravnsborg", "Birthe Lynggaard Thomsen", "Ane Skov"], ["Teknik- og Miljøudvalget", "Havbjerg Råd"]
)


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Hvad har vi besluttet om hjemmearbejde?", "hvad har vi besluttet om hjemmearbejde"),
        ("solcelleanlæg", "solcelleanlæg"),
        ("sygefraværsstatistik 2021", "sygefraværsstatistik 2021"),
        ("sag 21/5239", "sag 21/5239"),
        ("  BUDGET  ", "budget"),
        ("previous decisions on remote work", "previous decisions on remote work"),
        ("Teknik- og Miljøudvalget om cykelstier", "teknik og miljøudvalget om cykelstier"),
        ("Havbjerg Råd", "havbjerg råd"),
        ('-"nye regler" parkering', "nye regler parkering"),
        ("bøger til bønrene", None),  # misspelt: no list holds it
    ],
)
def test_ordinary_questions_are_kept_in_small_letters(question: str, kept: str | None) -> None:
    assert kept_as(question, KNOWN) == kept


@pytest.mark.parametrize(
    "question",
    [
        "Henning Ravnsborg",
        "ravnsborg",
        "hjemmearbejde mens ravnsborg deltog",
        "birthe lynggård",
        "beslutninger om Anna",
        "peter bonde",
        "opsigelse af jensen",
        "skov",  # an ordinary word, and somebody's name
        "Storm Lindbjerg",  # both are ordinary words; two capitals side by side
        "mohammed",
        "szczepański",
        "中村",
        "010190-1234",
        "0101901234",
        "sag om 010190-1234",
        "ring 12 34 56 78",
        "12345678",
        "klage over skovvej 12",
        "anna@kommune.dk",
        "post@kommune.dk",
        "sag 123456789",
        "",
        "?!",
        "budget " * 20,
    ],
)
def test_what_may_be_about_a_person_is_not_kept(question: str) -> None:
    assert kept_as(question, KNOWN) is None


@given(st.text(max_size=120))
def test_whatever_is_asked_nothing_but_listed_words_and_years_and_cases_is_kept(question: str) -> None:
    kept = kept_as(question, KNOWN)
    assert kept is None or (kept == kept.lower() and kept_as(kept, KNOWN) == kept)


@given(st.integers(min_value=0, max_value=99_999_999_99))
def test_no_number_of_a_person_is_kept(number: int) -> None:
    for written in (f"{number:010d}", f"{number:010d}"[:6] + "-" + f"{number:010d}"[6:], f"{number:08d}"):
        assert kept_as(f"sag om {written}", KNOWN) is None
