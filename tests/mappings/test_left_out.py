"""What the first of two compounds lacks stands in the last: *ældre- og handicapområdet*."""

import pytest

from mappings import analysis, writings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ældre- og handicapområdet", ["ældreområdet"]),
        ("børne-, unge- og kulturudvalget", ["børneudvalget", "ungeudvalget"]),
        ("salgs- eller leveringsbetingelser", ["salgsbetingelser"]),
        ("social‑ samt sundhedsassistenter", ["socialassistenter"]),
    ],
)
def test_a_compound_without_its_end_is_held_whole(text: str, words: list[str]) -> None:
    assert writings.held(f"Om {text}.") == words
    assert [one.word for one in analysis.asked(text)] == analysis.words(text)


@pytest.mark.parametrize(
    "text", ["ind- og udmelding", "hus- og have", "10- og 12-årige", "vej - og stier", "børne- og"]
)
def test_what_is_completed_by_no_compound_is_left_as_it_is(text: str) -> None:
    assert writings.held(text) == []
