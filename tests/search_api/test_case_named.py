"""What names a case, and how many items it has."""

from pathlib import Path

import pytest

from search_api import related
from search_api.access import PUBLIC
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, indexed, item, meeting


def test_a_day_is_no_case_of_that_number(tmp_path: Path) -> None:
    own = item(1, "Kantinen", "Priserne.", case_number="20/12")
    day = item(1, "Julefrokost", "Frokosten holdes den 20/12 i kantinen.")
    case = item(2, "Frokost", "Priserne er aftalt i sag 20/12.")
    opened = indexed(
        tmp_path, [meeting(BYRAADET, "2020-06-15", [], own), meeting(DIREKTIONEN, "2021-06-14", [], day, case)]
    )
    try:
        assert [one.title for one in opened.case("20/12", PUBLIC).named_in] == ["Frokost"]
    finally:
        opened.close()


def test_a_case_of_more_items_than_are_shown_tells_how_many_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(related, "MOST_OF_CASE", 2)
    items = [item(number, f"Kantinen {number}", "Priserne.", case_number="20/310") for number in range(1, 4)]
    opened = indexed(tmp_path, [meeting(BYRAADET, "2020-06-15", [], *items)])
    try:
        case = opened.case("20/310", PUBLIC)
        assert (case.items, len(case.timeline)) == (3, 2)
    finally:
        opened.close()
