"""Whether a word is spelled right, of words that the lexicon has no lemma for."""

import random

import pytest

from mappings import lemmas, right_words
from mappings.right_words import is_right

LETTERS = "abcdefghijklmnoprstuvyæøå"


@pytest.mark.parametrize("word", ["stikkontakten", "mellemtrinnet", "hittegods", "brevduer", "vandmålere", "toårige"])
def test_a_word_that_nobody_counts_is_right_in_any_form(word: str) -> None:
    assert lemmas.known(word) is None
    assert is_right(word)


@pytest.mark.parametrize("word", ["ekspropiation", "parkeirng", "handligsplan", "skimelsvamp", "grafitti"])
def test_a_misspelling_is_not(word: str) -> None:
    assert not is_right(word)


def test_of_what_is_no_word_one_in_a_hundred_passes_for_one() -> None:
    draw = random.Random(1)
    made_up = ["".join(draw.choices(LETTERS, k=11)) for _ in range(5_000)]
    assert sum(map(is_right, made_up)) / len(made_up) < 0.02


def test_all_that_goes_into_a_filter_is_found_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"ord{number}" for number in range(2_000)]
    kept = right_words.packed(words[:1_000])
    monkeypatch.setattr(right_words, "_kept", lambda: kept)
    assert all(map(is_right, words[:1_000]))
    assert sum(map(is_right, words[1_000:])) < 30
