"""How Danish words become tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mappings import analysis
from mappings.documents import Item, Section


@pytest.mark.parametrize("typed", ["høje", "hoeje", "hoje", "HØJE".lower()])
def test_danish_letters_meet_however_they_are_typed(typed: str) -> None:
    assert analysis.fold(typed) == "hoje"


@pytest.mark.parametrize(("a", "b"), [("skaastrup", "skåstrup"), ("lærer", "laerer"), ("økonomi", "oekonomi")])
def test_two_spellings_fold_alike(a: str, b: str) -> None:
    assert analysis.fold(a) == analysis.fold(b)


@pytest.mark.parametrize(("a", "b"), [("sager", "sagerne"), ("budgettet", "budgetter"), ("skolerne", "skole")])
def test_inflections_share_a_stem(a: str, b: str) -> None:
    assert analysis.stem(a) == analysis.stem(b)


@pytest.mark.parametrize("word", ["vedrørende", "angående", "vedr"])
def test_words_that_only_say_that_something_is_about_another_tell_nothing(word: str) -> None:
    assert analysis.content([word, "mobning"]) == ["mobning"]


def test_words_that_turn_a_meaning_round_are_kept() -> None:
    kept = ["ikke", "mod", "under", "over", "efter", "for"]
    assert analysis.content([*kept, "og", "det", "at"]) == kept


@pytest.mark.parametrize("typed", ["paa", "naar", "vaere", "ogsaa", "hvornaar", "på", "være"])
def test_a_stop_word_is_one_without_danish_letters_too(typed: str) -> None:
    assert analysis.content([typed, "bro"]) == ["bro"]


@pytest.mark.parametrize("typed", ["ma", "sa", "pa", "nar", "maal", "soer"])
def test_what_is_no_stop_word_with_danish_letters_is_kept(typed: str) -> None:
    assert analysis.content([typed]) == [typed]


def test_a_case_number_is_one_word() -> None:
    assert analysis.words("Sag 21/5239 drøftes") == ["sag", "21/5239", "drøftes"]


def test_grams_mark_the_ends_of_a_word() -> None:
    assert analysis.grams("hjemme") == ("#hje", "hjem", "jemm", "emme", "mme#")
    assert analysis.grams("by") == ("#by#",)
    assert analysis.grams("å") == ("#a#",)


def test_a_phrase_cannot_reach_from_the_title_into_the_text() -> None:
    item = Item(number=1, title="God ledelse", sections=(Section("background", "Baggrund", "i kommunen"),))
    assert analysis.item_text(item).words.split() == ["god", "ledelse", "#", "#", "baggrund", "#", "i", "kommunen", "#"]


def test_soft_hyphens_and_direction_marks_vanish() -> None:
    assert analysis.normalise("hjemme\u00adarbejde\u200e") == "hjemmearbejde"
    assert analysis.normalise("hjemme\x07arbejde") == "hjemme arbejde"


@given(st.text())
def test_no_text_breaks_the_analysis(text: str) -> None:
    clean = analysis.normalise(text)
    for word in analysis.words(clean):
        assert not any(c.isspace() for c in analysis.stem(word))
        assert all(not any(c.isspace() for c in gram) for gram in analysis.grams(word))
        assert all(term and not any(c.isspace() for c in term) for term in analysis.terms(word))


@pytest.mark.parametrize(
    ("word", "term", "others"),
    [
        ("barn", "barn", ("børn", "børnenes", "barnet")),
        ("byer", "by", ("by", "byens", "byerne")),
        ("beslutning", "beslutte", ("besluttede", "beslutningen")),
        ("hjemmearbejdspladserne", "hjemmearbejdsplads", ("hjemmearbejdsplads", "hjemmearbejdspladsen")),
        ("retningslinjer", "retningslinje", ("retningslinien", "retningslinjerne")),
        ("kommunikationslinie", "kommunikationslinje", ("kommunikationslinjen",)),
        ("boeger", "bog", ("bog", "bøgerne")),
        ("21/5239", "21/5239", ()),
        ("zzyzx", "zzyzx", ()),
    ],
)
def test_the_forms_of_a_word_are_known_by_its_lemma_and_their_stems(
    word: str, term: str, others: tuple[str, ...]
) -> None:
    found = analysis.forms(word)
    assert found.term == term
    assert {analysis.stem(other) for other in (word, *others)} <= set(found.stems)
