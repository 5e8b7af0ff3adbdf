"""Who is asked, in whatever order the asking is told, and who works for the municipality; written for the test."""

import pytest

from indexer.parsing.responsible import responsible


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Udvalget bad samtidig jobcentret om at afrapportere.", ["Jobcentret"]),
        ("Samtidig bad udvalget jobcentret om at undersøge sagen.", ["Jobcentret"]),
        ("Udvalget anmoder endvidere administrationen om en plan.", ["Administrationen"]),
        ("Byrådet pålagde administrationen senest den 31. marts 2022 at fremlægge en plan.", ["Administrationen"]),
        ("Forvaltningen skal senest den 1. november 2021 fremlægge en tidsplan.", ["Forvaltningen"]),
        ("Direktionen besluttede følgende:\n- Centercheferne sikrer, at der er en nødplan.", ["Centercheferne"]),
        ("Arkitekten udarbejder et farveskema. Entreprenøren fremsender en tidsplan.", ["Arkitekten", "Entreprenøren"]),
        ("Brevet sendes til kommuneadvokaten til vurdering.", ["Kommuneadvokaten"]),
        ("Kasserer Lone Bach sender regnskabet rundt.", ["Lone Bach"]),
    ],
)
def test_who_is_asked_is_named_behind_who_asks_and_when(text: str, names: list[str]) -> None:
    assert list(responsible(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Byrådet bad ikke forvaltningen om at undersøge sagen.",
        "Formanden bad derfor medlemmerne om at tie.",
        "Forvaltningen skal ikke inden den 1. november 2021 fremlægge en plan.",
        "Arkitekten har udarbejdet en plan. Advokaten mener, at kommunen vinder.",
        "Revisionen har gennemgået regnskabet og anbefaler en ny forretningsgang.",
        "Ledelsen besluttede følgende:\n- Styregruppen holder møde hver anden torsdag.",
    ],
)
def test_who_is_not_asked_has_done_it_or_does_it_again_and_again_is_not(text: str) -> None:
    assert responsible(text) == ()
