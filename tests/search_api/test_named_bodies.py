"""How running text names a body."""

import pytest

from search_api import named_bodies


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Byrådet", "Byrådets beslutning"),
        ("Byrådet", "på byrådsmødet"),
        ("Byrådet", "jf. byrådsmøde"),
        ("Byrådet", "i henhold til byrådsbeslutning af"),
        ("Byrådet", "Jf. BY"),
        ("Kommunalbestyrelsen", "kommunalbestyrelsesmødet"),
        ("Økonomiudvalget", "drøftet i ØU"),
        ("Kultur- og Fritidsudvalget", "Jf. KFU"),
        ("Kultur- og Fritidsudvalget", "Kultur- & Fritidsudvalgets møde"),
        ("Kultur- og Fritidsudvalget", "kultur- og fritidsudvalgsmødet"),
        ("Teknisk Udvalg", "Teknisk Udvalgs beslutning"),
        ("HovedMED", "HovedMEDs møde"),
    ],
)
def test_a_body_is_named_by_its_name_a_compound_or_its_initials(body: str, text: str) -> None:
    assert named_bodies.names(body, text, own="Direktionen")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Byrådet", "byrådsmedlemmerne"),
        ("Byrådet", "byrådssalen er i vores by"),
        ("Kultur- og Fritidsudvalget", "Kulturudvalgets møde"),
        ("Økonomiudvalget", "Økonomi og Personale"),
        ("Direktionen", "D. 7. maj"),
        ("Teknisk Udvalg", "udvalgets møde"),
        ("Byrådet", "Ældrerådets møde"),
    ],
)
def test_what_only_sounds_like_it_names_no_body(body: str, text: str) -> None:
    assert not named_bodies.names(body, text, own="Direktionen")


@pytest.mark.parametrize("text", ["Udvalget drøftede sagen", "på mødet", "udvalgsmødet", "udvalgets beslutning"])
def test_ones_own_body_is_named_by_what_it_is(text: str) -> None:
    assert named_bodies.names("Teknisk Udvalg", text, own="Teknisk Udvalg")


def test_a_council_called_after_its_town_is_named_in_its_own_minutes_without_it() -> None:
    assert named_bodies.names("Nordby Byråd", "på byrådsmødet", own="Nordby Byråd")
    assert not named_bodies.names("Nordby Byråd", "på byrådsmødet", own="Sønderlund Byråd")
