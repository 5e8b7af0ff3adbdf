"""What is called by initials and its year is what they stand for: *KV21* is *kommunalvalg 2021*."""

from pathlib import Path

import pytest

from mappings import analysis
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.understanding import understand
from tests.search_api.conftest import BYRAADET, indexed, item, meeting


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("KV21", "kv21 kommunalvalg 2021"),
        ("kv2021 valgsteder", "kv2021 kommunalvalg 2021 valgsteder"),
        ("EP24", "ep24 Europa-Parlamentsvalg 2024"),
        ("OK24 og lønnen", "ok24 overenskomst 2024 lønnen"),
        ("øa23", "øa23 økonomiaftale 2023"),
        ("B2022", "b2022 budget 2022"),
    ],
)
def test_the_model_is_told_what_the_initials_and_the_year_stand_for(question: str, meaning: str) -> None:
    assert understand(question).meaning.replace(" og ", " ") == meaning


@pytest.mark.parametrize("question", ["B22", "R21", "CO2", "KV", "KV212", "XY21", "A4"])
def test_a_room_a_road_and_a_unit_are_of_no_year(question: str) -> None:
    assert "20" not in understand(question).meaning.removeprefix(question.lower())


def test_the_name_and_the_year_may_stand_apart() -> None:
    (choice,) = understand("KV21").words.choices
    assert (analysis.forms("kommunalvalg"), analysis.forms("2021")) in choice.ways


def test_what_has_the_name_in_full_is_a_result(tmp_path: Path) -> None:
    held = item(1, "Kommunalvalg den 16. november 2021", "Der skal bruges tilforordnede på alle valgsteder.")
    other = item(2, "Kommunalvalg den 18. november 2025", "Valgstederne er for små.")
    opened = indexed(tmp_path, [meeting(BYRAADET, "2021-06-14", [], held, other)])
    try:
        answer = opened.search(SearchRequest(question="KV21"), PUBLIC)
        assert [one.title for one in answer.results] == [held.title]
    finally:
        opened.close()
