"""Elections and the terms between them, from the calendar."""

import datetime as dt

import pytest

from search_api.readings.calendar import easter, election_day, last_election, months_before, term


@pytest.mark.parametrize(
    ("year", "day"), [(2013, "2013-11-19"), (2017, "2017-11-21"), (2021, "2021-11-16"), (2025, "2025-11-18")]
)
def test_councils_are_elected_on_the_third_tuesday_of_november(year: int, day: str) -> None:
    assert election_day(year).isoformat() == day


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2021-11-15", "2017-11-21"),
        ("2021-11-16", "2021-11-16"),
        ("2025-11-17", "2021-11-16"),
        ("2026-01-01", "2025-11-18"),
    ],
)
def test_the_last_election_was_on_the_day_or_before(day: str, held: str) -> None:
    assert last_election(dt.date.fromisoformat(day)).isoformat() == held


def test_a_council_sits_four_years_from_new_year() -> None:
    assert term(dt.date(2021, 12, 31)).years == (2018, 2019, 2020, 2021)
    assert term(dt.date(2022, 1, 1)).years == (2022, 2023, 2024, 2025)


def test_a_month_back_is_the_same_day_or_the_last() -> None:
    assert months_before(dt.date(2026, 3, 31), 1) == dt.date(2026, 2, 28)
    assert months_before(dt.date(2026, 1, 15), 2) == dt.date(2025, 11, 15)


@pytest.mark.parametrize(
    ("year", "sunday"), [(1943, "1943-04-25"), (2008, "2008-03-23"), (2018, "2018-04-01"), (2038, "2038-04-25")]
)
def test_easter_is_when_it_was_and_will_be(year: int, sunday: str) -> None:
    assert easter(year) == dt.date.fromisoformat(sunday)
