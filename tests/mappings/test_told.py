"""Lines in Danish that remember what they say."""

import datetime as dt

import pytest

from mappings.documents import encode
from mappings.errors import NotFound
from mappings.told import Month, Told, quoted


def test_it_is_the_danish_line() -> None:
    assert Told("møder %(when)s", when=Told("i %(year)s", year=2021)) == "møder i 2021"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (dt.date(2021, 6, 28), "28. juni 2021"),
        (Month(2021, 6), "juni 2021"),
        (1234, "1234"),
        (("2019", Told("2020")), "2019, 2020"),
        (quoted(["by", "sti"]), "»by«, »sti«"),
    ],
)
def test_a_value_is_written_as_danish_has_it(value, written) -> None:
    assert Told("%(value)s", value=value) == written


def test_it_remembers_the_message_and_its_values() -> None:
    told = Told("sag %(number)s", number="21/5239")
    assert (told.message, told.values) == ("sag %(number)s", {"number": "21/5239"})


def test_a_percent_sign_is_one_where_there_are_no_values() -> None:
    assert Told("100 % af stillingerne") == "100 % af stillingerne"


def test_in_small_letters_it_is_still_a_message() -> None:
    told = Told("Taget til efterretning").lower()
    assert (told, told.message, told.small) == ("taget til efterretning", "Taget til efterretning", True)


def test_a_program_gets_the_line() -> None:
    assert encode({"why": Told("ordet %(word)s", word="»by«")}) == '{"why":"ordet »by«"}'.encode()


def test_an_error_knows_its_line_and_reads_as_text() -> None:
    error = NotFound(Told("Der er ingen sag med nummer %(number)s.", number="'1/1'"))
    assert str(error) == "Der er ingen sag med nummer '1/1'."
    assert isinstance(error.told, Told)
    assert error.told.message == "Der er ingen sag med nummer %(number)s."


def test_a_line_that_was_not_made_as_a_message_is_told_as_it_is() -> None:
    assert NotFound("intet").told == "intet"
