"""Other words that make a time a deadline: hearings, terms that run out, what is told or made by a day or a week."""

import pytest

from tests.indexer.parsing.due import due


@pytest.mark.parametrize(
    ("text", "printed", "date"),
    [
        ("Der er frist for svar den 15. september 2021.", "frist for svar den 15. september 2021", "2021-09-15"),
        ("Klagefristen udløber den 1. oktober 2021.", "Klagefristen udløber den 1. oktober 2021", "2021-10-01"),
        (
            "Høringen løber til og med den 1. oktober 2021.",
            "Høringen løber til og med den 1. oktober 2021",
            "2021-10-01",
        ),
        (
            "Økonomi kvalificerer skønnet frem mod mødet den 15. september 2021.",
            "frem mod mødet den 15. september 2021",
            "2021-09-15",
        ),
        ("Vej og Park orienterer udvalget på mødet den 8. december 2021.", "den 8. december 2021", "2021-12-08"),
        ("Planen forelægges udvalget på mødet den 9. november 2021.", "den 9. november 2021", "2021-11-09"),
        ("Status gives på udvalgets møde den 9. november 2021.", "den 9. november 2021", "2021-11-09"),
        (
            "Konsulenten vender tilbage med tallene for de enkelte steder til mødet den 5. oktober 2021.",
            "den 5. oktober 2021",
            "2021-10-05",
        ),
        ("Chefen forelægger sagen for Chefforum i uge 38.", "i uge 38", "2021-09-26"),
    ],
)
def test_what_is_told_or_made_by_a_day_is_due_then(text: str, printed: str, date: str) -> None:
    assert due(text) == [(printed, date)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Materialet udsendes senest 14 dage før mødet.", "senest 14 dage før mødet"),
        ("Regnskabet indsendes senest 3 måneder efter endt projekt.", "senest 3 måneder efter endt projekt"),
        ("Svar gives inden en måned.", "inden en måned"),
        ("Den fjernes senest et år efter boligen er solgt.", "senest et år"),
    ],
)
def test_a_span_that_begins_elsewhere_says_where(text: str, printed: str) -> None:
    assert due(text) == [(printed, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Lejekontrakten udløber den 1. oktober 2021.",
        "Fristen udløb den 1. august 2021.",
        "Der er ingen frist for klager den 1. oktober 2021.",
        "Planen sendes i offentlig høring i uge 38.",
        "Udvalget holder møde i uge 38.",
        "Målet er, at alle børn frem mod sommeren 2022 lærer at svømme.",
        "Borgmesteren redegør for folketingsvalget den 9. november 2021.",
    ],
)
def test_what_ends_begins_or_is_aimed_at_then_is_not_due(text: str) -> None:
    assert due(text) == []
