"""Case numbers that are one however they are written."""

import pytest

from mappings.case_numbers import beginnings, plain, spellings

WRITTEN = ("21/5239", "21-5239", "21/005239", "2021-5239", "2021/5239", "2021-005239")


@pytest.mark.parametrize("written", WRITTEN)
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert plain(written) == "21/5239"
    assert set(WRITTEN) <= set(spellings(written))
    assert {plain(spelling) for spelling in spellings(written)} == {"21/5239"}


@pytest.mark.parametrize("other", ["21/52390", "21/523", "20/5239", "2121-5239", "00.30.00-A00-1-21", "S2021-5239"])
def test_another_number_is_another_case(other: str) -> None:
    assert plain(other) != "21/5239"


@pytest.mark.parametrize("number", ["00.30.00-A00-1-21", "EMN-2021-00123", "", "17.06.04 G10/97"])
def test_a_number_that_is_no_count_within_a_year_is_written_in_one_way(number: str) -> None:
    assert (plain(number), spellings(number)) == (number, (number,))


def test_a_year_is_of_its_century() -> None:
    assert "1998-1234" in spellings("98/1234")
    assert "2003-1234" in spellings("03/1234")


@pytest.mark.parametrize("begun", ["2021/52", "21-52", "21/52", "2021-0052"])
def test_a_number_begun_is_begun_in_every_way_to_write_it(begun: str) -> None:
    assert {begun, "21/52", "2021-52"} <= set(beginnings(begun))
    assert beginnings("00.30.00-A0") == ("00.30.00-A0",)
