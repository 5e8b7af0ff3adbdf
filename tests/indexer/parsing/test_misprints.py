"""Misprinted words of decisions, and words that only look like it."""

import pytest

from indexer.parsing.misprints import mended


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("efterrretning", "efterretning"),
        ("efteretning", "efterretning"),
        ("Anbefalles", "Anbefales"),
        ("godkedt", "godkendt"),
        ("oreinteret", "orienteret"),
        ("Indstilligen", "Indstillingen"),
        ("Godk. af ØU", "Godkendt af ØU"),
        ("Uds.", "Udsat."),
        ("T.e. Afbud: ingen", "Til efterretning. Afbud: ingen"),
        ("tiltraadt", "tiltrådt"),
        ("Byraadet", "Byrådet"),
    ],
)
def test_a_misprinted_word_is_read_as_the_one_it_was_meant_to_be(printed: str, meant: str) -> None:
    assert mended(printed) == meant


@pytest.mark.parametrize(
    "word",
    [
        "udsatte",
        "henvistes",
        "godkendelsen",
        "indstiller",
        "anledning",
        "vedtagelser",
        "møde",
        "vedtoges",
        "orienterende",
        "besluttende",
        "tilrådt",
        "indspillet",
        "udmattes",
    ],
)
def test_a_word_of_its_own_is_left_alone(word: str) -> None:
    assert mended(word) == word
