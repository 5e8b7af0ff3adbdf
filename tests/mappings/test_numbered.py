"""A word with figures right behind it is a word and a number."""

import pytest

from mappings import analysis, writings


@pytest.mark.parametrize("written", ["Office365", "office365", "Office 365"])
def test_figures_may_stand_right_behind_a_word_or_apart(written: str) -> None:
    assert [one.word for one in analysis.asked(written)] == ["office", "365"]
    assert {"office", "365"} <= {*analysis.words(written), *writings.held(written)}


@pytest.mark.parametrize("text", ["CO2", "m2", "A4", "12a", "holm12@havbjerg.dk", "notat3.pdf", "sag12345"])
def test_units_addresses_and_files_stay_whole(text: str) -> None:
    assert writings.held(text) == []
