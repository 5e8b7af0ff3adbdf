"""Decisions in long sentences: what stands within, beside or before the clause that decides; written for the test."""

import pytest

from indexer.parsing.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands within tells of something else.
        ("Udvalget, der i juni godkendte tidsplanen, konstaterede, at svar mangler. Sagen udsættes.", ["postponed"]),
        ("På baggrund af sagen, der var udsat fra februar, drøftede bestyrelsen skolehjemmet.", ["discussed"]),
        ("Protokollen, hvori fordelingen blev vedtaget, taget til efterretning.", ["noted"]),
        ("Status på de 12 analyser, hvoraf fire er godkendt, blev forelagt.", ["noted"]),
        ("Udvalget fik forelagt, hvorledes fire andre kommuner har vedtaget at købe ind.", ["noted"]),
        ("Der blev givet status på retssagen, som kommunen har besluttet at føre.", ["noted"]),
        ("Udvalget drøftede ønskerne, som det i august besluttede at fremme.", ["discussed"]),
        ("Spørgsmålet om, hvorfor ansøgningen blev afslået, besvares skriftligt.", ["other"]),
        ("Indstillingen vedtoges, selv om Ældrerådet havde afvist den.", ["approved"]),
        ("Byrådet har – efter at et andet forslag var forkastet – tiltrådt indstillingen.", ["approved"]),
        ("Venstres forslag blev efter en debat, hvor flere støttede det, forkastet.", ["rejected"]),
        ("Udvalget kan herefter, idet der henvises til notat af 9. marts, tiltræde indstillingen.", ["recommended"]),
        ("Udvalget kunne, trods anerkendelse af arbejdet, ikke gå ind for tilskud.", ["rejected"]),
        # What was decided stands behind its reason.
        ("Under henvisning til, at beløbet mangler, besluttede byrådet at bruge af kassen.", ["approved"]),
        ("Under henvisning til, at loven er ændret, meddeles den ansøgte bevilling.", ["approved"]),
        ("Uanset at udvalget kunne tiltræde den, vedtog byrådet i sit møde den 3. maj at forkaste den.", ["rejected"]),
        ("Udvalget kan ikke se, at noget er nyt, og planen vedtages derfor.", ["approved"]),
        ("Byrådet vedtog den 28. maj 1997 at overgive forslaget til magistraten.", ["referred"]),
        ("Udvalget finder at måtte afslå, idet man henviser til loven.", ["rejected"]),
        ("Direktionen ønsker ikke, at der arbejdes videre med modellen.", ["rejected"]),
        ("Udvalget anmoder Vejudvalget om at se på den, og oversender den dertil.", ["referred"]),
        ("Udvalget mangler tal og bad om dem til august, hvorefter sagen genoptages.", ["postponed"]),
        # What was decided stands behind what it was decided upon.
        ("Byrådet vedtog på den baggrund enstemmigt at udsætte sagen.", ["postponed"]),
        ("Udvalget besluttede efter formandens forslag, at sagen udskydes.", ["postponed"]),
        ("Udvalget besluttede på det foreliggende grundlag at meddele afslag.", ["rejected"]),
        ("Udvalget vedtog i lyset af høringssvarene at anbefale planen.", ["recommended"]),
        ("Udvalget vedtog under henvisning til budgettet at sende sagen til Økonomiudvalget.", ["referred"]),
        ("Udvalget besluttede i overensstemmelse med aftalen at købe grunden.", ["approved"]),
        ("Udvalget vedtog planen på betingelse af, at ansøgeren afviser tilbuddet.", ["approved"]),
        ("Udvalget fandt ikke grundlag for at træffe beslutning og ønsker sagen belyst.", ["postponed"]),
        ("Udvalget fandt ikke grundlag for at træffe en anden afgørelse.", ["rejected"]),
    ],
)
def test_what_the_main_clause_says_is_told_from_what_stands_within_and_before(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ændringsforslaget: 6 for, 21 imod.\nHovedforslaget: 24 for, 3 imod.", ["approved"]),
        ("Herfor stemte 23. Imod stemte ingen.", ["approved"]),
        ("6 stemte for, medens byrådets øvrige medlemmer stemte imod.", ["rejected"]),
        ("Hovedforslaget bragtes til afstemning og faldt med 11 stemmer mod 14.", ["rejected"]),
        ("Liste C's forslag om lavere skat blev sat til afstemning og faldt. Budgettet vedtoges.", ["approved"]),
        ("Indstillingen tiltrådt. Forslag fra Ø om at udskyde projektet kunne ikke opnå tilslutning.", ["approved"]),
        ("Forslag om at afvise sagen blev forkastet. Oversendes til Økonomiudvalget.", ["referred"]),
        ("Forslag fra V om messer: For stemte 2, imod 5. Ikke vedtaget.\nForslag fra A: Vedtaget.", ["approved"]),
        (
            "Forslag om gratis parkering fra Venstre:\nFor: V og O\nForslaget faldt.\nIndstillingen: Vedtaget.",
            ["approved"],
        ),
        ("Borgmesteren foreslog sagen udsat. Udsættelsen tiltrådtes med 15 stemmer mod 10.", ["postponed"]),
        ("Byrådet imødekom borgmesterens ønske om udsættelse.", ["postponed"]),
        ("Udvalget drøftede planen. B-siden kunne ikke tilslutte sig den.", ["discussed"]),
        ("Udvalget drøftede planen. Elevrepræsentanten kunne ikke støtte den.", ["discussed"]),
        ("To af udvalgets medlemmer kan anbefale indstillingen, to kan ikke.", ["other"]),
        ("Model B kan udvalget ikke støtte.", ["rejected"]),
        ("Direktionen afviste ikke tanken.", ["other"]),
    ],
)
def test_ballots_motions_and_sides_are_told_apart(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiltrådt, at sagen henvises til Teknisk Udvalg.", ["referred"]),
        ("Vedtaget at sende sagen til Teknisk Udvalg.", ["referred"]),
        ("Til økonomiudvalgets afgørelse.", ["referred"]),
        ("Forslaget går til erklæring i Magistratens 2. Afdeling.", ["referred"]),
        ("Spørgsmålet hører under byrådet. Fremsendes dertil.", ["referred"]),
        ("Udvalget besluttede at lade forslaget indgå i budgetforhandlingerne.", ["referred"]),
        ("Indstillingen tiltrådt som udvalgets anbefaling til Økonomiudvalget.", ["recommended"]),
        ("Udvalget skal henstille, at byrådet bevilger beløbet.", ["recommended"]),
        ("Med erklæring, som magistraten kan slutte sig til.", ["recommended"]),
        ("Byrådet har ikke kunnet følge forslaget.", ["rejected"]),
        ("Udvalget vil ikke imødekomme ansøgningen.", ["rejected"]),
        ("Forslaget om at hæve taksten skal ikke gennemføres.", ["rejected"]),
        ("Dispensation fra byggelinjen: nej.", ["rejected"]),
        ("Byrådet har udsat magistratens indstilling.", ["postponed"]),
        ("Endelig stillingtagen finder sted på mødet den 8. november.", ["postponed"]),
        ("Udvalget besluttede ikke at tage stilling nu.", ["postponed"]),
        ("Udvalget vendte fordele og ulemper.", ["discussed"]),
        ("Herefter udspandt der sig en drøftelse.", ["discussed"]),
        # Near them the same words say something else.
        ("Godkendt, at regnskabet oversendes til revisionen.", ["approved"]),
        ("Sagen beror.", ["other"]),
        ("Konklusion: Afventer.", ["other"]),
        ("Der meddeles afslag på dispensation fra planen.", ["rejected"]),
    ],
)
def test_councils_of_old_and_new_have_more_words_for_it(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


def test_what_another_body_did_stands_before_the_bodys_own_in_inverted_order_too() -> None:
    text = "Efter klage har Planklagenævnet hjemvist sagen. Udvalget meddelte tilladelse."
    assert outcomes(text, "Teknisk Udvalg") == ("approved",)
    text = "I maj afviste Økonomiudvalget ønsket. Udvalget godkendte planen."
    assert outcomes(text, "Teknisk Udvalg") == ("approved",)
