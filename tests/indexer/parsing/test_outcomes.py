"""What decisions came to. The texts are written for the test, after what decisions of several municipalities say."""

import pytest

from indexer.parsing.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The body's own resolution.
        ("Godkendt.", ["approved"]),
        ("Godkendt", ["approved"]),
        ("Tiltrådt med den ændring, at fristen er den 1. maj.", ["approved"]),
        ("Indstillingen blev tiltrådt.", ["approved"]),
        ("Indstillingen vedtaget i byrådets møde den 10. maj 2000.", ["approved"]),
        ("Et enigt byråd vedtog forslaget.", ["approved"]),
        ("Bevillingen på 2 mio. kr. bevilges af kassen.", ["approved"]),
        ("Ansøgningen blev imødekommet.", ["approved"]),
        ("Direktionen besluttede, at projektet sættes i gang til august.", ["approved"]),
        ("Det blev besluttet at købe to biler.", ["approved"]),
        ("Direktionen godkender planen og ser gerne en evaluering.", ["approved"]),
        ("Godkendt, idet punkt 4 ikke gennemføres.", ["approved"]),
        ("Planen godkendtes enstemmigt.", ["approved"]),
        ("Direktionen drøftede oplægget og besluttede, at reglerne skal gælde alle.", ["approved", "discussed"]),
        ("Tilbagesendes med bemærkning, at byrådet har vedtaget indstillingen.", ["approved"]),
        ("Fremsendes til byrådet, idet magistraten har vedtaget at tiltræde indstillingen.", ["approved"]),
        # Rejections, and "ikke" that is none.
        ("Ikke godkendt.", ["rejected"]),
        ("Forslaget blev ikke vedtaget.", ["rejected"]),
        ("Direktionen godkendte ikke forslaget.", ["rejected"]),
        ("Ansøgningen kan ikke imødekommes.", ["rejected"]),
        ("Udvalget kan ikke tiltræde indstillingen.", ["rejected"]),
        ("Afvist, da tilskuddet er skattepligtigt.", ["rejected"]),
        ("Ansøgningen afslås.", ["rejected"]),
        ("Forslaget blev forkastet med 12 stemmer mod 9.", ["rejected"]),
        ("Godkendt. Udgiften må dog ikke overstige 2 mio. kr.", ["approved"]),
        # Later.
        ("Udsat.", ["postponed"]),
        ("Udskudt til næste møde", ["postponed"]),
        ("Sagens behandling udsat i mødet den 20. oktober.", ["postponed"]),
        ("Sagen blev udsat.", ["postponed"]),
        ("Direktionen udsatte sagen.", ["postponed"]),
        ("Direktionen besluttede at udskyde sagen til august.", ["postponed"]),
        ("Sagen genoptages i første kvartal.", ["postponed"]),
        ("Direktionen ønsker en genforelæggelse af sagen.", ["postponed"]),
        ("Direktionen drøftede sagen. Sagen tages op igen i maj.", ["postponed", "discussed"]),
        ("Indsatsen for udsatte børn blev godkendt.", ["approved"]),
        # Only informed, only discussed.
        ("Taget til efterretning.", ["noted"]),
        ("Udvalget tog orienteringen til efterretning.", ["noted"]),
        ("Status blev taget til orientering.", ["noted"]),
        ("Udvalget blev orienteret.", ["noted"]),
        ("Forvaltningen orienterede om sager på vej.", ["noted"]),
        ("Centerchefen redegjorde for oplægget.", ["noted"]),
        ("Drøftet.", ["discussed"]),
        ("Direktionen havde en god drøftelse af temaet.", ["discussed"]),
        ("Der var en drøftelse af budgettet. Direktøren orienterede om baggrunden.", ["discussed"]),
        ("Direktionen drøftede planen. Det blev aftalt, at den justeres.", ["discussed"]),
        ("Godkendt. Det blev aftalt, at der skal være en drøftelse i chefforum.", ["approved"]),
        ("Godkendt. Økonomiudvalget skal orienteres.", ["approved"]),
        # On to others.
        ("Oversendes til Økonomiudvalget.", ["referred"]),
        ("Sagen henvises til behandling i Teknisk Udvalg.", ["referred"]),
        ("Fremsendes til Udvalget for Teknik til behandling i henhold til beslutning i byrådet.", ["referred"]),
        ("Der henvises til punkt 3.", ["other"]),
        ("Anbefales over for Byrådet.", ["recommended"]),
        ("Udvalget anbefaler, at Byrådet godkender planen.", ["recommended"]),
        ("Indstilles godkendt.", ["recommended"]),
        ("Udvalget kan enstemmigt tiltræde indstillingen.", ["recommended"]),
        ("Økonomiudvalget indstiller til Byrådet, at sagen udsættes.", ["recommended"]),
        # Minorities and amendments.
        ("Godkendt. Peter Lund (O) stemte imod.", ["approved"]),
        ("Anbefales. Et mindretal bestående af A og B kan ikke anbefale punkt 3.", ["recommended"]),
        ("Et flertal kan tiltræde indstillingen. Jens Krag kan ikke tiltræde den.", ["recommended"]),
        ("Ændringsforslaget blev forkastet. Indstillingen blev vedtaget.", ["approved"]),
        ("Enhedslisten foreslog, at sagen udsættes. Indstillingen blev godkendt.", ["approved"]),
        ("Godkendt. Lone Krag undlod at stemme.", ["approved"]),
        # Several, in printed order.
        ("Punkt 1 og 2 godkendt. Punkt 3 blev ikke godkendt.", ["approved", "rejected"]),
        ("Løsning A blev ikke godkendt. Udvalget godkendte løsning B.", ["rejected", "approved"]),
        ("Punkt 1 blev godkendt. Punkt 2 oversendes til Økonomiudvalget.", ["approved", "referred"]),
        ("Ledernetværk\n\nUdskudt\n\nTask-force\n\nGodkendt", ["postponed", "approved"]),
        ("Taget til efterretning. Direktionen besluttede at lukke kantinen.", ["approved", "noted"]),
        # Nothing of these.
        ("", ["other"]),
        ("Ingen bemærkninger.", ["other"]),
        ("Inger Holm blev valgt som formand.", ["other"]),
        ("BYC arbejder videre med sagen.", ["other"]),
        ("Det blev aftalt, at papiret godkendes på et senere tidspunkt.", ["other"]),
    ],
)
def test_the_main_outcome_comes_first(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize("text", ["GODKENDT.", "godkendt", " Godkendt \n", "»Godkendt.«"])
def test_case_and_quotes_make_no_difference(text: str) -> None:
    assert outcomes(text) == ("approved",)
