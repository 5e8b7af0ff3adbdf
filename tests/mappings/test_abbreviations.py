"""What minutes explain themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mappings.abbreviations import in_text


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Økonomi- og Personalecenter (ØPC) forelægger", "ØPC", "Økonomi- og Personalecenter"),
        ("flyttes til Teknik- og Miljøcenter (TMC)", "TMC", "Teknik- og Miljøcenter"),
        ("i Høje-Taastrup Kommune (HTK) er", "HTK", "Høje-Taastrup Kommune"),
        ("Social-, Sundheds- og Ældreudvalget (SSÆ)", "SSÆ", "Social-, Sundheds- og Ældreudvalget"),
        ("den nye Lokale Aktionsgruppe (LAG)", "LAG", "Lokale Aktionsgruppe"),
        ("en forberedende grunduddannelse (FGU)", "FGU", "forberedende grunduddannelse"),
        ("Det Kriminalpræventive Råd (DKR)", "DKR", "Det Kriminalpræventive Råd"),
        ("Vurdering af Virkninger på Miljøet (VVM)", "VVM", "Vurdering af Virkninger på Miljøet"),
        ("et Byrådscenter (BYC)", "BYC", "Byrådscenter"),
        ("HR-center (HRC)", "HRC", "HR-center"),
        ("KL (Kommunernes Landsforening) anbefaler", "KL", "Kommunernes Landsforening"),
        ("ved Carla Holm (CH).", "CH", "Carla Holm"),
    ],
)
def test_letters_that_are_the_initials_of_the_words_before(text: str, short: str, full: str) -> None:
    assert list(in_text(text)) == [(short, full)]


@pytest.mark.parametrize(
    "text",
    [
        *("møde om budget (BU)", "beløb i kroner (DKK)", "Sagen er lukket (JA)", "Venstre (V)", "statens indkøb (SKI)"),
        *("Teknik. Miljø og Center (TMC)", "Sundhedsstyrelsen (SST)", "personligt ansvar (PA)", "(TMC)", "TMC (ny)"),
        *("Teknik- og Miljøcenter: (TMC)", "Miljø (se bilag) Center (MC)"),
    ],
)
def test_what_is_not_certain_is_not_learned(text: str) -> None:
    assert list(in_text(text)) == []


@given(st.text() | st.text(alphabet="ABab (),-.ÆØå", max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    for short, full in in_text(text):
        assert short in text
        assert full in text
