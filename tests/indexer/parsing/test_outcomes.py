"""What decisions came to. The texts are written for the test, after what decisions of several municipalities say."""

import pytest

from benchmarks.decisions import corpus, minutes, missing
from benchmarks.outcomes import read
from indexer.parsing.outcomes import outcomes, outright


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
        ("Venstre foreslog, at sagen udsættes. Det blev afvist. Indstillingen blev godkendt.", ["approved"]),
        ("V foreslog, at sagen udsættes. Det blev ikke imødekommet. Godkendt.", ["approved"]),
        ("SF stillede forslag om bænke. Forslaget blev ikke fremmet. Indstillingen blev tiltrådt.", ["approved"]),
        ("SF foreslog en pulje. Forslaget kunne ikke tiltrædes. Indstillingen blev godkendt.", ["approved"]),
        ("Venstres forslag om at hæve puljen blev ikke vedtaget. Indstillingen blev godkendt.", ["approved"]),
        ("Forslaget om udsættelse blev ikke imødekommet. Udvalget godkendte indstillingen.", ["approved"]),
        ("Venstres forslag om at hæve puljen blev ikke vedtaget.", ["rejected"]),
        ("Venstres forslag om et fald i taksten blev godkendt.", ["approved"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Byrådet kunne ikke tiltræde forslaget.", ["rejected"]),
        ("Konklusionen blev, at udvalget ikke kunne tiltræde indstillingen.", ["rejected"]),
        ("Byrådet vedtog ikke at fremme sagen.", ["rejected"]),
        ("Udvalget besluttede ikke at imødekomme ansøgningen.", ["rejected"]),
        ("Udvalget finder ikke grundlag for at imødekomme ansøgningen.", ["rejected"]),
        ("Der var ikke flertal for forslaget.", ["rejected"]),
        ("Direktionen sagde nej tak til tilbuddet.", ["rejected"]),
        ("Det blev besluttet at meddele afslag.", ["rejected"]),
        ("Udvalget besluttede, at ansøgningen ikke imødekommes.", ["rejected"]),
        ("Besluttet, at ansøgningen ikke imødekommes.", ["rejected"]),
        ("Udvalget beslutter, at forslaget ikke godkendes.", ["rejected"]),
        ("Byrådet vedtog, at indstillingen ikke skal tiltrædes.", ["rejected"]),
        ("Udvalget besluttede, at forslaget ikke fremmes.", ["rejected"]),
        ("Udvalget besluttede, at forslaget ikke nyder fremme.", ["rejected"]),
        ("Udvalget vedtog at nægte dispensation.", ["rejected"]),
        ("Udvalget besluttede at meddele, at ansøgningen ikke kan imødekommes.", ["rejected"]),
        ("Udvalget besluttede at meddele ansøgeren, at sagen ikke fremmes.", ["rejected"]),
        ("Udvalget besluttede at meddele ansøgeren, at der gives tilladelse.", ["approved"]),
        ("Udvalget besluttede ikke at nægte dispensation.", ["approved"]),
        ("Udvalget godkendte, at der meddeles afslag.", ["approved"]),
        ("Udvalget anbefaler, at forslaget ikke godkendes.", ["recommended"]),
        ("Det blev besluttet, at sagen ikke drøftes yderligere.", ["approved"]),
        ("Udvalget vedtog, at sagen ikke længere skal være fortrolig.", ["approved"]),
        ("Det udsendte materiale gav ikke anledning til bemærkninger.", ["other"]),
    ],
)
def test_a_negation_makes_a_rejection_where_it_stands_by_the_deciding_verb(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Et flertal godkendte indstillingen. Et mindretal ønskede sagen afvist.", ["approved"]),
        ("Et flertal stemte imod forslaget.", ["rejected"]),
        ("Et flertal anbefaler forslaget. Ole Bo tager forbehold.", ["recommended"]),
        ("Magistraten anbefaler indstillingen. Rådmand Hans Bo kan ikke anbefale den.", ["recommended"]),
        ("Vedtaget med 15 stemmer for og 10 imod.", ["approved"]),
        ("For stemte 8. Imod stemte 18.", ["rejected"]),
        ("Ole Bo, Ida Lund og Eva Krag kan tiltræde forslaget. Kaj Fog tog forbehold.", ["recommended"]),
        ("Ole Bo og Ida Lund kan tiltræde forslaget. Kaj Fog og Eva Krag kan ikke tiltræde det.", ["other"]),
        ("Ophævet med forbehold for lovgivningen. Udvalget blev orienteret.", ["noted"]),
    ],
)
def test_most_of_a_body_speak_for_it_and_a_minority_does_not(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Udvalget blev orienteret om, at regionsrådet d. 25. januar vedtog planen.", ["noted"]),
        ("Formanden orienterede om, at ansøgningen er afvist af ministeriet.", ["noted"]),
        ("Ole Bo spurgte til sagen. Rådmanden svarede, at den er blevet udsat.", ["noted"]),
        ("Indstillingen, som blev udsat på sidste møde, blev godkendt.", ["approved"]),
        ("Udvalget drøftede den vedtagne plan.", ["discussed"]),
        ("Udvalget blev orienteret om en sag, der bliver behandlet på et kommende møde.", ["noted"]),
        ("Ida Lund medgav Ole Bo, at resten af planen blev udskudt.", ["other"]),
        ("Fremsendes til Teknisk Udvalg til behandling i henhold til beslutning i byrådet.", ["referred"]),
    ],
)
def test_what_others_decided_or_was_decided_before_is_no_outcome(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tilbagesendes med bemærkning, at byrådet har forkastet indstillingen.", ["rejected"]),
        ("Tilbagesendes med bemærkning, at byrådet har taget beretningen til efterretning.", ["noted"]),
        ("Tilbagesendes med bemærkning, at byrådet i mødet den 3. juni har taget forslaget til følge.", ["approved"]),
        ("Tilbagesendes til byrådet, idet magistraten kan henholde sig til erklæringen.", ["recommended"]),
        ("Tilbagesendes Magistratens 3. Afdeling til fornyet behandling.", ["referred"]),
        ("Tilbagesendes byrådet.", ["other"]),
        ("Byrådet besluttede i mødet den 3. juni 1998 at henvise sagen til Teknisk Udvalg.", ["referred"]),
        ("Udvalget tiltrådte enstemmigt at anbefale planen.", ["recommended"]),
        ("Et enigt udvalg foreslår, at byrådet godkender planen.", ["recommended"]),
        ("Byrådet henholdt sig til magistratens erklæring.", ["approved"]),
        ("Byrådet henholdt sig til redegørelsen.", ["noted"]),
    ],
)
def test_what_only_wraps_a_decision_gives_way_to_it(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("På næste møde drøftes rammerne.", ["postponed"]),
        ("Udvalgsturen skal på dagsordenen den 17. marts.", ["postponed"]),
        ("Det blev aftalt, at planen behandles på et udvalgsmøde den 18. maj.", ["postponed"]),
        ("Sagens behandling udsat under mødet den 3. november.", ["postponed"]),
        ("Punktet nåede ikke at blive behandlet.", ["postponed"]),
        ("Sagen behandles på byrådets møde den 3. juni.", ["other"]),
        ("Sagen kan eventuelt tages op på et kommende møde.", ["other"]),
        ("Ole Bo ønskede sagen drøftet på næste møde.", ["other"]),
        ("Udvalget orienteres om sagen på næste møde.", ["other"]),
        ("På næste møde orienterer forvaltningen om budgettet.", ["other"]),
        ("Udvalget orienteres, når sagen er afgjort.", ["other"]),
        ("Der vil blive givet orientering om byggeriet på næste møde.", ["other"]),
        ("Notatet om de udsatte boligområder fremsendes til udvalget.", ["other"]),
    ],
)
def test_a_matter_put_off_is_told_from_a_wish_and_from_what_will_be_told_later(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Udvalget drøftede sagen og tog orienteringen til efterretning.", ["noted", "discussed"]),
        ("Udvalget drøftede punkt 1.\n\nPunkt 2 blev taget til efterretning.", ["discussed", "noted"]),
        ("a) Udvalget blev orienteret om ferien.\n\nb) Punktet udsættes til næste møde.", ["postponed"]),
        ("Dagsordenen blev godkendt. Formanden orienterede om budgettet.", ["approved"]),
        (
            "Et flertal kan ikke anbefale forslaget og anbefaler i stedet en anden placering.",
            ["rejected", "recommended"],
        ),
        ("Udvalget udbad sig følgende notater\n\nStatus på torvet\n\nOrientering om byggeriet", ["other"]),
        ("Udvalget blev orienteret om følgende\n\nStatus på torvet", ["noted"]),
    ],
)
def test_several_matters_each_have_their_say(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        ("Byudvalget", "Ældrerådet anbefaler, at taksten ikke hæves. Udvalget godkendte taksten.", ["approved"]),
        ("Direktionen", "Hovedudvalget har anbefalet model B. Direktionen godkendte model B.", ["approved"]),
        ("Byudvalget", "Byrådet afviste forslaget i 2019. Udvalget godkendte forslaget.", ["approved"]),
        ("Byudvalget", "Teknisk Udvalg udsatte sagen den 4. april. Byudvalget godkender den nu.", ["approved"]),
        ("Byudvalget", "Region Midtjylland har afvist at bidrage. Udvalget tog orienteringen ad notam.", ["noted"]),
        ("Byudvalget", "Menighedsrådet har anbefalet projektet. Udvalget meddelte afslag.", ["rejected"]),
        ("", "Naboerne har afvist forslaget. Udvalget godkendte planen.", ["approved"]),
        # The body itself, by another part of its name or by what it is.
        ("Ældrerådet", "Ældrerådet afviste ønsket. Rådet godkendte planen.", ["rejected", "approved"]),
        (
            "Kultur- og Fritidsudvalget",
            "Fritidsudvalget afviste ønsket. Udvalget godkendte planen.",
            ["rejected", "approved"],
        ),
        ("Byudvalget", "Et enigt udvalg afviste forslaget. Udvalget anbefaler en park.", ["rejected", "recommended"]),
        ("Byrådet", "Kommunalbestyrelsen afviste forslaget. Byrådet godkendte planen.", ["rejected", "approved"]),
        ("", "Teknisk Udvalg afviste ønsket. Udvalget godkendte planen.", ["rejected", "approved"]),
        # Nothing of its own.
        ("Byudvalget", "Menighedsrådet har anbefalet projektet.", ["recommended"]),
    ],
)
def test_what_other_bodies_had_said_gives_way_to_the_bodys_own(body: str, text: str, expected: list[str]) -> None:
    assert list(outcomes(text, body)) == expected


@pytest.mark.parametrize("marker", ["at ", "- at ", "1. at ", "a) at ", "• at "])
@pytest.mark.parametrize("mark", ["", ",", ":"])
def test_each_line_of_a_list_is_read_with_the_verb_that_opens_it(marker: str, mark: str) -> None:
    for lead, matters, expected in (
        ("Udvalget besluttede", ["afslå ansøgningen fra koret"], ("rejected",)),
        ("Udvalget besluttede enstemmigt", ["udsætte punkt 1", "godkende punkt 2"], ("postponed", "approved")),
        ("Byrådet vedtog", ["forkaste model A", "oversende model B til Økonomiudvalget"], ("rejected", "referred")),
        ("Økonomiudvalget indstiller til Byrådet", ["taksten godkendes", "ønsket afslås"], ("recommended",)),
        ("Udvalget anbefaler", ["der gives en bevilling,\nsom ansøgt, og", "bussen indstilles"], ("recommended",)),
    ):
        assert outcomes(f"{lead}{mark}\n" + "\n".join(f"{marker}{matter}" for matter in matters)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Udvalget indstiller til Byrådet, at\n- der gives en bevilling\n- lån optages", ["recommended"]),
        ("Udvalget anbefaler,\n\nat bevillingen gives.\n\nPunkt 3 godkendt.", ["recommended", "approved"]),
        ("Udvalget besluttede at købe bilen.\n- Punkt 2 afvist", ["approved", "rejected"]),
    ],
)
def test_a_list_ends_where_its_lines_do(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Udvalget besluttede,\n" + "- at købe en bil\n" * 2_000,
        "besluttede til a " * 3_000 + "\n- at b",
        "A.B. " * 5_000,
        "forslag fra " * 4_000,
        "på et kommende møde " * 2_500,
        "a-" * 10_000,
        "x" + "\n" * 20_000 + "x",
        ", og vedtog " * 2_000,
        "Udvalget vedtog at, og beslutter " * 1_000,
        "For stemte A (3) " * 1_500,
        "Kbst. d. 4/4-01: " * 1_500,
        "SF afgav følgende bemærkning: Nej. " * 700,
        "A, " * 8_000 + "afgav følgende bemærkning: Nej.",
    ],
)
def test_a_long_text_without_an_end_is_read_in_time_all_the_same(text: str) -> None:
    assert outcomes(text)


def test_nine_in_ten_decisions_that_were_never_worked_on_are_read_as_a_reader_does() -> None:
    if reason := missing():
        pytest.skip(reason)
    texts = corpus() | minutes()
    judged = [one for one in read() if one.split == "test"]
    right = sum(outcomes(texts[one.key])[0] == one.outcomes[0] for one in judged)
    assert right >= 0.9 * len(judged)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Netværk\n\nUdskudt\n\nBudget\n\nTaget til efterretning.", {"postponed", "noted"}),
        ("Ikke godkendt.", {"rejected"}),
        ("Netværk\n\nDet er besluttet at ændre dem hvert tredje år.", set()),
        ("Udvalget godkendte ikke at sende planen videre.", set()),
        ("", set()),
    ],
)
def test_a_line_that_is_nothing_but_an_outcome_says_it_outright(text: str, expected: set[str]) -> None:
    assert outright(text) == expected
