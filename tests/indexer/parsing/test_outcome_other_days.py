"""What was decided or dealt with on another day than the meeting's; written for the test."""

import datetime as dt

import pytest

from indexer.parsing.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den 3. februar besluttede udvalget at afvise ansøgningen. Udvalget godkendte den nye.", ["approved"]),
        ("På mødet den 3. februar 2021 besluttede udvalget at afvise planen. Planen godkendes.", ["approved"]),
        ("Sagen blev den 3. februar afvist. Udvalget godkendte det nye forslag.", ["approved"]),
        ("Sagen var den 3. februar blevet afvist. Godkendt.", ["approved"]),
        # On the meeting's own day, or nothing else that was resolved.
        ("Den 10. marts besluttede udvalget at afvise ansøgningen. Gebyret blev godkendt.", ["rejected", "approved"]),
        ("Udvalget afviste den 3. februar forslaget.", ["rejected"]),
        ("Udvalget afviste den 3. februar forslaget. Sagen blev drøftet.", ["rejected", "discussed"]),
        ("Udvalget udsatte sagen til den 3. april. Tilskuddet blev godkendt.", ["postponed", "approved"]),
    ],
)
def test_what_was_decided_on_another_day_gives_way_to_what_the_meeting_did(text: str, expected: list[str]) -> None:
    assert list(outcomes(text, "Teknisk Udvalg", dt.date(2021, 3, 10))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Udvalget behandlede sagen den 8. oktober 2014 og besluttede at høre alle. Udvalget indstiller en lukning.",
            ["recommended"],
        ),
        ("Sagen blev behandlet i Teknisk Udvalg den 3. oktober, der anbefalede forslaget. Godkendt.", ["approved"]),
        ("Sagen blev behandlet i Teknisk Udvalg den 5. november, der anbefalede forslaget.", ["recommended"]),
    ],
)
def test_what_was_dealt_with_on_another_day_led_up_to_the_decision(text: str, expected: list[str]) -> None:
    assert list(outcomes(text, "Økonomiudvalget", dt.date(2014, 11, 5))) == expected
