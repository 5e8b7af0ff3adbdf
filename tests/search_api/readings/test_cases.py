"""Case numbers in questions, whatever a municipality's look like."""

import datetime as dt
from collections.abc import Collection

import pytest

from search_api.readings.reader import Known
from search_api.readings.reading import Reading
from search_api.understanding import understand

NUMBERS = {"21/5239", "05.01.12-P00-1-20", "2019-004471", "EMN-2014-00011", "21.6902", "20/12"}


def knowing(numbers: Collection[str]) -> Known:
    return Known(today=dt.date(2022, 6, 1), cases=lambda asked: tuple(one for one in asked if one in numbers))


KNOWN = knowing(NUMBERS)


def read(question: str) -> list[Reading]:
    return list(understand(question, known=KNOWN).readings)


@pytest.mark.parametrize("number", sorted(NUMBERS))
@pytest.mark.parametrize("question", ["{}", "Sagsnr.: {}", "hvad blev besluttet i sag {} om økonomi", "sagen ({})?"])
def test_a_number_that_a_case_has_is_read_whatever_it_looks_like(question: str, number: str) -> None:
    found = [one for one in read(question.format(number)) if one.kind == "case"]
    assert [(one.effect, one.asks.cases) for one in found] == [("finds", (number,))]
    assert not [one for one in read(question.format(number)) if one.kind == "period"]


def test_however_its_letters_are_typed() -> None:
    (reading,) = read("emn-2014-00011")
    assert reading.asks.cases == ("EMN-2014-00011",)


@pytest.mark.parametrize("written", ["21-5239", "2021/5239", "2021-5239", "21 / 5239", "sagsnr. 21-5239"])
def test_however_year_and_number_are_joined(written: str) -> None:
    (reading,) = [one for one in read(f"{written} om økonomi") if one.kind == "case"]
    assert reading.asks.cases == ("21/5239",)


@pytest.mark.parametrize("written", ["23/4417", "23-4417", "2023-004417", "sag 23/04417"])
def test_a_case_is_found_however_the_minutes_write_its_number(written: str) -> None:
    known = knowing({"23/04417", "2023-4417", "23/4418"})
    (reading,) = [one for one in understand(written, known=known).readings if one.kind == "case"]
    assert set(reading.asks.cases) == {"23/04417", "2023-4417"}


@pytest.mark.parametrize("question", ["20-12", "budget 2020-12", "den 20 / 12", "perioden 2019-2021", "21-52390"])
def test_a_day_or_years_are_no_number_that_is_joined_otherwise(question: str) -> None:
    known = knowing({"20/12", "19/2021"})
    assert [one for one in understand(question, known=known).readings if one.kind == "case"] == []


@pytest.mark.parametrize("question", ["åbent 24/7 bibliotek", "37/30 timer", "skoleår 20/21", "e-handel 2017-2020"])
def test_what_only_looks_like_one_is_none(question: str) -> None:
    assert [one for one in read(question) if one.kind == "case"] == []


def test_a_year_behind_a_case_is_the_year_of_its_meetings() -> None:
    assert [(one.kind, one.effect) for one in read("20/12 i 2021")] == [("case", "finds"), ("period", "narrows")]


@pytest.mark.parametrize("question", ["hvad blev besluttet den 20/12", "mødet d. 20/12", "kantinen d.20/12"])
def test_a_day_is_no_case(question: str) -> None:
    (reading,) = [one for one in read(question) if one.kind in ("case", "period")]
    assert (reading.kind, reading.asks.date_from) == ("period", dt.date(2021, 12, 20))
