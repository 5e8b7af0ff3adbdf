"""Outcomes told by what the body did, with its matter behind the verb, and those that stand near them."""

import pytest

from indexer.parsing.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Udvalget udsatte byggesagen på Lærkevej.", ["postponed"]),
        ("Direktionen udsatte regnskabet til mødet i marts.", ["postponed"]),
        ("Udsat for så vidt angår grunden ved åen.", ["postponed"]),
        ("Planen tages op på udvalgets 2 møder i maj.", ["postponed"]),
        ("Listen over kommende sager behandles på udvalgets første møde efter sommerferien.", ["postponed"]),
        ("Udvalget tager stilling til rejsen på sit møde i april.", ["postponed"]),
        ("Udvalget sætter punktet på dagsordenen til næste møde.", ["postponed"]),
        ("Ledelsen ønskede sagen forelagt påny.", ["postponed"]),
        ("Vejkontoret får klagen over stien til udtalelse.", ["referred"]),
        ("Udvalget fremsendte sagen om skoledistrikterne til byrådet.", ["referred"]),
        (
            "Tilbagesendes byrådet med henvisning til forvaltningens erklæring, hvortil magistraten kan henholde sig.",
            ["recommended"],
        ),
        (
            "Fremsendes til Magistratens 2. Afdeling med bemærkning, at magistratens indstilling er vedtaget.",
            ["approved"],
        ),
        ("Medlemmerne tiltrådte den nye form for referat.", ["approved"]),
        ("Forslaget om at holde mødet på havnen den 5. juni forkastedes.", ["rejected"]),
        ("Forslaget om, at der skal holdes en aften om andelsboliger, bortfaldt.", ["rejected"]),
        ("Der var enighed om at afvise forslaget.", ["rejected"]),
        ("Udvalget fik at vide, hvor langt man er med plejehjemmet.", ["noted"]),
        ("Udvalget fik kort fortalt om den nye sal.", ["noted"]),
        ("Lis Bo gav udvalget oplysning om disse arrangementer.", ["noted"]),
        ("Udvalget tog byrådets beslutning af 14. januar til efterretning.", ["noted"]),
        ("Rapporten diskuteredes.", ["discussed"]),
        (
            "Lis Bo foreslog et besøg på centralen, og udvalget drøftede, hvilke spørgsmål man ville tage med.",
            ["discussed"],
        ),
    ],
)
def test_what_the_body_did_is_told_with_its_matter_behind_the_verb(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drøftet. Lokal-MED drøfter den på første møde efter ferien.", ["discussed"]),
        ("Rådet for udsatte havde ingen bemærkninger.", ["other"]),
        ("Tilbuddet er for særligt udsatte børn.", ["other"]),
        ("Hvornår fik forvaltningen første gang besked?", ["other"]),
        ("Sekretariatet sætter sagen på Chefforums dagsorden.", ["other"]),
        ("Magistratens indstilling er, at planen fremmes.", ["recommended"]),
        ("Medlemmerne Hans Ask og Lis Bo stemte imod.", ["other"]),
    ],
)
def test_near_them_the_same_words_say_something_else(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected
