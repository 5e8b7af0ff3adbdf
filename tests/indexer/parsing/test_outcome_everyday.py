"""The everyday wordings in which committees, boards and councils say what a matter came to; written for the test."""

import pytest

from indexer.parsing.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alle stemte for.", ["approved"]),
        ("Der var enighed om indstillingen.", ["approved"]),
        ("Forslaget nyder fremme.", ["approved"]),
        ("Ansøgningen efterkommes.", ["approved"]),
        ("Der gives tilsagn om 20.000 kr.", ["approved"]),
        ("Byrådet sanktionerede købet.", ["approved"]),
        ("Formanden får mandat til at forhandle videre.", ["approved"]),
        ("Indstillingen til følge.", ["approved"]),
        ("Beslutning: I overensstemmelse med forvaltningens indstilling.", ["approved"]),
        ("Forslaget blev enstemmigt antaget.", ["approved"]),
        ("Byrådet stiller sig bag forslaget.", ["approved"]),
        ("Midlerne fordeles efter forvaltningens forslag.", ["approved"]),
        ("Klageren fik medhold.", ["approved"]),
        ("Model 2 vælges.", ["approved"]),
        ("Gk.", ["approved"]),
        ("Forslaget gennemføres.", ["approved"]),
        ("Grundejerforeningen får lov til at opsætte bænke.", ["approved"]),
        ("For forslaget blev der afgivet 18 stemmer. Imod forslaget blev der afgivet 5 stemmer.", ["approved"]),
        ("Bortfalder.", ["rejected"]),
        ("Ansøgningen henlægges.", ["rejected"]),
        ("Forslaget vandt ikke tilslutning.", ["rejected"]),
        ("Udvalget går ikke videre med forslaget.", ["rejected"]),
        ("Udvalget gik imod forslaget.", ["rejected"]),
        ("Projektet opgives.", ["rejected"]),
        ("Udvalget giver ikke dispensation.", ["rejected"]),
        ("Der ydes ingen støtte.", ["rejected"]),
        ("Udvalget sagde nej.", ["rejected"]),
        ("Alle stemte imod.", ["rejected"]),
        ("Et flertal var imod forslaget.", ["rejected"]),
        ("Øvrige ansøgere får afslag.", ["rejected"]),
        ("Ansøgningen opfylder ikke kriterierne og kan derfor ikke støttes.", ["rejected"]),
        ("Der er ikke midler i puljen, hvorfor ansøgningen ikke kan imødekommes.", ["rejected"]),
        ("Konklusionen blev, at forslaget om at indføre licenser ikke kan støttes.", ["rejected"]),
        ("Bestyrelsen valgte det billigste tilbud.", ["approved"]),
        ("Udvalget valgte tilbuddet fra Lund Byg.", ["approved"]),
        ("Der var flertal for forslaget.", ["approved"]),
        ("Flertallet (A, F, Ø) stemte for. Mindretallet (V, C) stemte imod.", ["approved"]),
        ("Direktionen er enig i indstillingen.", ["approved"]),
        ("Udvalget er indstillet på at imødekomme ansøgningen.", ["approved"]),
        ("Udvalget sender forslag til sundhedspolitik i høring.", ["approved"]),
        ("Udvalget prioriterede følgende tre projekter: krydset, stien og bumpet.", ["approved"]),
        ("Byrådet stemte forslaget ned.", ["rejected"]),
        ("Nævnet kunne ikke give lejer medhold i klagen.", ["rejected"]),
        ("Kan ikke imødekommes, men udvalget er indstillet på at se på et mindre projekt.", ["rejected"]),
    ],
)
def test_a_matter_is_carried_or_turned_down_in_everyday_words(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ønskes genbehandlet.", ["postponed"]),
        ("Sagen ønskes forelagt igen.", ["postponed"]),
        ("For så vidt angår Algade ønsker udvalget et nyt forslag.", ["postponed"]),
        ("Udvalget ønsker yderligere oplysninger, inden der træffes beslutning.", ["postponed"]),
        ("Udvalget afventer resultatet af tællingen, inden der tages stilling.", ["postponed"]),
        ("Udvalget udsatte sin stillingtagen.", ["postponed"]),
        ("Udgår til næste møde.", ["postponed"]),
        ("Sagen blev lagt over til næste møde.", ["postponed"]),
        ("Behandlingen blev ikke afsluttet.", ["postponed"]),
        ("Det tager vi næste gang.", ["postponed"]),
        ("Endelig beslutning træffes i juni.", ["postponed"]),
        ("Sagen er ikke moden til afgørelse.", ["postponed"]),
        ("Forvaltningen skal komme med et nyt forslag til næste møde.", ["postponed"]),
        ("Forslaget om udsættelse blev vedtaget med 15 stemmer mod 12.", ["postponed"]),
        ("Sagen indbringes for byrådet.", ["referred"]),
        ("Sagen løftes op i HovedMED.", ["referred"]),
        ("Sagen lægges over til byrådets afgørelse.", ["referred"]),
        ("Direktionen sender sagen til Chefforum, som bedes se på den.", ["referred"]),
        ("Enden blev, at forslaget overlades til Teknisk Udvalg.", ["referred"]),
        ("Forelægges for Økonomiudvalget.", ["referred"]),
        ("Indgår i budget 2016.", ["referred"]),
        ("Handicaprådet opfordrer udvalget til at vælge forslag C.", ["recommended"]),
        ("Positiv indstilling til byrådet.", ["recommended"]),
        ("Udvalget stiller forslag til kommunalbestyrelsen om en ny takst.", ["recommended"]),
        ("Udvalget kan tilråde forslaget.", ["recommended"]),
        ("Udvalget fraråder byrådet at sælge.", ["recommended"]),
        ("Der var flertal for at udsætte sagen.", ["postponed"]),
        ("Direktionen bad om, at sagen kvalificeres yderligere og forelægges igen.", ["postponed"]),
        ("Byrådet besluttede at sende forslaget i udvalg.", ["referred"]),
        ("Spørgsmålet løftes til direktionen.", ["referred"]),
        ("Udvalget sender forslaget i høring hos Ældrerådet.", ["referred"]),
        ("Udvalget er indstillet på, at byrådet vedtager planen.", ["recommended"]),
        ("Udvalget er enigt i indstillingen.", ["recommended"]),
        ("Udvalget indstiller, at byrådet\n- frigiver 3 mio. kr.\n- godkender planen.", ["recommended"]),
    ],
)
def test_a_matter_is_put_off_sent_on_or_advised_on_in_everyday_words(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tak for orienteringen.", ["noted"]),
        ("Udvalget tog orienteringen til sig.", ["noted"]),
        ("Noteret.", ["noted"]),
        ("Beretningen modtaget.", ["noted"]),
        ("Pkt. A: t.e.", ["noted"]),
        ("Status blev givet.", ["noted"]),
        ("Skrivelsen blev oplæst.", ["noted"]),
        ("Der blev talt om trivsel i 3. klasse.", ["discussed"]),
        ("Der blev snakket om udflugter.", ["discussed"]),
        ("Vi vendte, hvordan flere forældre kan stille op.", ["discussed"]),
        ("Rådet drøftede testene.\n\nRådet tog orienteringen til efterretning.", ["noted", "discussed"]),
        ("Rådet drøftede testene.\nRapporten om fravær blev taget til efterretning.", ["discussed", "noted"]),
        ("Rådet takkede for oplægget om boliger.", ["noted"]),
        ("Udvalget kom med input til strategien.", ["discussed"]),
        ("Vendt.", ["discussed"]),
        ("Ad a: Drøftet.\nAd b: Taget til efterretning.", ["noted", "discussed"]),
        ("Rådet drøftede rapporten.\nKonklusion: Rapporten er taget til efterretning.", ["noted", "discussed"]),
        ("Rådet drøftede rapporten.\nNyt fra formanden: Taget til efterretning.", ["discussed", "noted"]),
    ],
)
def test_a_body_is_told_or_discusses_in_everyday_words(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gruppen blev enig om at indføre en ordning og besluttede at begynde til august.", ["approved"]),
        ("Udvalget fandt ikke anledning til at fravige takten og indstillede planen til byrådet.", ["recommended"]),
        ("Udvalget ønskede mere tid og udsatte sagen.", ["postponed"]),
    ],
)
def test_what_a_body_did_next_counts_without_a_comma(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunalbestyrelsen drøftede ikke sagen. Vedtaget som indstillet.", ["approved"]),
        ("Efter en længere debat blev forslaget vedtaget.", ["approved"]),
        ("Vejnavnene blev godkendt. De var forinden drøftet med arkivet.", ["approved"]),
        ("Direktionen genoptager drøftelsen, når rapporten er kommet.", ["postponed"]),
        ("Kan ikke imødekommes. Ansøger henvises til at søge fritidspuljen.", ["rejected"]),
        ("Udvalget kan tiltræde indstillingen, som hermed sendes til byrådets afgørelse.", ["recommended"]),
        ("Det indstilledes af Kulturudvalget, at der ydes tilskud. Byrådet tiltrådte indstillingen.", ["approved"]),
        ("På mødet den 3. maj 2010 blev sagen udsat. Udvalget meddelte tilladelse på vilkår.", ["approved"]),
        ("Godkendt. Sagen forelægges ikke for Økonomiudvalget.", ["approved"]),
        ("Godkendt. Borgerlisten kunne ikke støtte forslaget.", ["approved"]),
        ("Godkendt. Forslaget fra Bo (V) fik ikke støtte fra de øvrige medlemmer.", ["approved"]),
        ("Godkendt. Hun foreslår et råd. Forslaget fik ikke støtte fra udvalgets øvrige.", ["approved"]),
        ("Et flertal godkendte planen. A og F kan ikke godkende planen.", ["approved"]),
    ],
)
def test_what_leads_up_to_a_decision_or_follows_from_it_is_no_outcome(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forslaget nød ikke fremme.", ["rejected"]),
        ("Begge påbud er efterkommet.", ["other"]),
        ("Klageren fik ikke medhold.", ["rejected"]),
        ("Punktet bortfalder.", ["other"]),
        ("Forslaget skal gennemføres.", ["other"]),
        ("Der var ikke flertal for forslaget.", ["rejected"]),
        ("Rådet valgte den ældste til formand.", ["other"]),
        ("Rådet takkede for samarbejdet.", ["other"]),
        ("Tilbagesendes til Århus Byråd med erklæring, som magistraten kan henholde sig til.", ["recommended"]),
        ("Alle stemte for udsættelse.", ["postponed"]),
    ],
)
def test_near_them_the_same_words_say_something_else(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected
