"""What is made upon a decision and put before the body later: the matter is not put off; written for the test."""

import pytest

from indexer.parsing.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Godkendt. Handleplanen forelægges udvalget på næste møde.", ["approved"]),
        ("Udvalget godkendte processen. Et oplæg fremlægges på mødet i juni.", ["approved"]),
        ("Anbefales. Et notat om de juridiske spørgsmål forelægges på næste møde.", ["recommended"]),
        ("Afslået. Et forslag til nye retningslinjer drøftes på udvalgets næste møde.", ["rejected"]),
        ("Udvalget tog rapporten til efterretning. En evaluering forelægges på næste møde.", ["noted"]),
        ("Godkendt. HR udarbejder et forslag til politik. Forslaget drøftes på mødet i juni.", ["approved"]),
        ("Godkendt. Opfølgningen på rapporterne behandles på et kommende møde.", ["approved"]),
        ("Godkendt. HR laver et forslag. Forslaget forelægges på næste møde, inden der ansættes.", ["approved"]),
        ("Direktionen besluttede at fortsætte. Ordningen drøftes igen om et år.", ["approved"]),
        ("Udvalget bevilgede 30.000 kr. De resterende midler overføres til næste år.", ["approved"]),
    ],
)
def test_what_is_made_upon_a_decision_puts_nothing_off(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En redegørelse forelægges på næste møde.", ["postponed"]),
        ("Udvalget drøftede sagen. Forslaget behandles på næste møde.", ["postponed", "discussed"]),
        ("Udvalget drøftede politikken. Et revideret udkast behandles i marts.", ["postponed", "discussed"]),
        ("Takstbladet blev godkendt. Budgettet behandles på næste møde.", ["approved", "postponed"]),
        ("Udvalget udsatte sagen. En redegørelse forelægges på næste møde.", ["postponed"]),
        ("Punkt 1 blev godkendt. Punkt 2 overføres til næste møde.", ["approved", "postponed"]),
        ("Sagen tages op igen om et år.", ["postponed"]),
    ],
)
def test_the_matter_itself_is_put_off_where_nothing_else_is_made(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected
