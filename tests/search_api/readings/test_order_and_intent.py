"""The order that questions ask for, and words that only say what somebody wants done."""

import datetime as dt

import pytest

from search_api.readings.intent import intent
from search_api.readings.mail import mail
from search_api.readings.order import order
from search_api.readings.plain import marks, plain
from search_api.readings.reader import Known
from search_api.readings.reading import Reading
from search_api.understanding import understand


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("seneste beslutning om hjemmearbejde", "newest"),
        ("den nyeste porteføljeliste", "newest"),
        ("sidste beslutning om kantinen", "newest"),
        ("hvornår har vi sidst drøftet kantinen", "newest"),
        ("sidste direktionsmøde", "newest"),
        ("sidste gang vi talte om kantinen", "newest"),
        ("last meeting on parking", "newest"),
        ("latest decision on parking", "newest"),
        ("første gang vi drøftede kantinen", "oldest"),
        ("sidste nyt om kantinen", "newest"),
        ("nyeste først kantinen", "newest"),
        ("kantinen sorter efter dato", "newest"),
        ("kantinen ældste først", "oldest"),
        ("parking sorted by date", "newest"),
        ("first time parking was discussed", "oldest"),
        ("when did we first discuss parking", "oldest"),
        ("when was parking last considered", "newest"),
        ("kantinen nyeste øverst", "newest"),
        ("kantinen i kronologisk rækkefølge", "oldest"),
        ("kantinen omvendt kronologisk", "newest"),
        ("the canteen in chronological order", "oldest"),
        ("seneste nyt om kantinen", "newest"),
        ("det første vi besluttede om kantinen", "oldest"),
        ("hvornår blev kantinen først drøftet", "oldest"),
        ("hvornår talte vi først om kantinen", "oldest"),
        ("hvornår var kantinen sidst på dagsordenen", "newest"),
        ("hvornår kom kantinen på dagsordenen første gang", "oldest"),
    ],
)
def test_an_order_is_asked_for(question: str, sort: str) -> None:
    (reading,) = order(plain(question)).found
    assert (reading.effect, reading.sort) == ("sorts", sort)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("seneste nyt om kantinen", "seneste nyt"),
        ("kantinen i kronologisk rækkefølge", "i kronologisk rækkefølge"),
        ("hvornår var kantinen sidst på dagsordenen", "sidst på dagsordenen"),
        ("hvornår kom kantinen på dagsordenen for første gang", "på dagsordenen for første gang"),
    ],
)
def test_an_order_is_told_with_all_its_words(question: str, words: str) -> None:
    (reading,) = order(plain(question)).found
    assert question[reading.start : reading.end] == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("seneste tre møder", "seneste tre møder"),
        ("de sidste tre møder i direktionen", "de sidste tre møder"),
        ("de to seneste møder om kantinen", "de to seneste møder"),
        ("de sidste 3 beslutninger om kantinen", "de sidste 3"),
        ("de seneste to direktionsmøder", "de seneste to"),
        ("the last two meetings on parking", "the last two meetings"),
    ],
)
def test_the_last_so_many_are_the_newest_first(question: str, words: str) -> None:
    (reading,) = order(plain(question)).found
    assert (question[reading.start : reading.end], reading.sort) == (words, "newest")


@pytest.mark.parametrize(
    "question",
    [
        "sidste to etaper af ringvejen",
        "sidste etape af ringvejen",
        "til sidst",
        "første gang- og cykelsti",
        "første spadestik",
        "first time buyers",
        "first aid",
        "de ældste borgere",
        "samtalen skal holdes senest på 10. sygedag",
        "aflevering senest fredag den 1. maj",
        "havde en første drøftelse af kantinen",
        "de første der blev ansat",
        "sagen skal først drøftes i udvalget",
        "sidst på året",
    ],
)
def test_a_word_of_time_in_a_matter_is_no_order(question: str) -> None:
    assert order(plain(question)).found == ()


def runs(question: str) -> list[tuple[str, str]]:
    found: list[Reading] = intent(plain(question, marks(question)), ())
    return [(question[one.start : one.end], one.kind) for one in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hvad har vi besluttet om hjemmearbejde", [("hvad har vi besluttet om", "decisions")]),
        ("hvad skete der med havnen", [("hvad skete der", "intent")]),
        ("hjemmearbejde beslutninger", [("beslutninger", "decisions")]),
        ("hvornår blev hjemmearbejde vedtaget", [("hvornår blev", "intent"), ("vedtaget", "decisions")]),
        ("havnen, hvad har vi drøftet om bolværk", [("hvad har vi drøftet om", "intent")]),
        ('hvad har vi besluttet om "nye fællesskaber"', [("hvad har vi besluttet om", "decisions")]),
        ("hvad sagde vi om skoler", [("hvad sagde vi om", "intent")]),
        ("hvornår talte vi om skoler", [("hvornår talte vi om", "intent")]),
        ("previous decisions on parking", [("previous decisions on", "decisions")]),
        ("om sommeren", []),
        ("vis gang- og cykelstier", [("vis", "intent")]),
        ("møde med Ældre Sagen", []),
        ("Gellerup Sager", [("Sager", "intent")]),
        ("find alt om MED", [("find alt om", "intent")]),
        ("HVAD BLEV BESLUTTET OM MED", []),
        ("Skoler, SAGER OM", [("SAGER OM", "intent")]),
        ("beslutninger", []),
        ("hvad har vi besluttet", []),
        ("kan du finde noget om børnehaver", [("kan du finde noget om", "intent")]),
        ("hvad er status på børnehaver", [("hvad er status", "intent")]),
        ("status på børnehaver", []),
        (
            "jeg vil gerne vide hvad vi har besluttet om skoler",
            [("jeg vil gerne vide hvad vi har besluttet om", "decisions")],
        ),
        ("hvad står der i referaterne om skoler", [("hvad står der i referaterne om", "intent")]),
        ("skoler hvad midtbyen", []),
        ("alle skoler i alt", []),
        ("hvornår vedtog udvalget planen", [("hvornår vedtog udvalget", "decisions")]),
        ("sagsnummer nr. 4 om skoler", [("sagsnummer nr", "intent")]),
        ("dagsordenspunkter om solceller", [("dagsordenspunkter om", "intent")]),
        ("find referatet hvor vi talte om rotter", [("find referatet hvor vi talte om", "intent")]),
        ("hvad sker der med havnen", [("hvad sker der", "intent")]),
        ("hvor mange børnehaver", []),
        ("godkendelse af dagsorden", []),
        ("deltagere i motionsløbet", []),
        ("hvad blev der egentlig besluttet om rotter", [("hvad blev der egentlig besluttet om", "decisions")]),
        ("hvad har man besluttet om rotter", [("hvad har man besluttet om", "decisions")]),
        ("hvem vedtog planen", [("hvem vedtog", "decisions")]),
        ("hvem er formand", []),
        ("den der sag om rotter", [("den der sag om", "intent")]),
        ("har vi nogensinde købt en kro", [("har vi nogensinde", "intent")]),
        ("var der ikke engang en sag om rotter", [("var der ikke engang en sag om", "intent")]),
        ("har vi taget stilling til flag", [("har vi taget stilling til", "decisions")]),
        ("har skolen været på dagsordenen", [("på dagsordenen", "intent")]),
        ("jeg kan ikke huske hvad vi besluttede om flag", [("jeg kan ikke huske hvad vi besluttede om", "decisions")]),
        ("hvad er taget lavet af", [("hvad er", "intent")]),
        ("hvad kom der ud af forsøget", [("hvad kom der ud af", "intent")]),
        ("noget med en bæver engang", [("engang", "intent")]),
        ("gad vide om der er en sag om flag", [("gad vide om der er en sag om", "intent")]),
        ("hvad fik vi aftalt om flag", [("hvad fik vi aftalt om", "decisions")]),
        ("kan jeg få tilsendt beslutningen om flag", [("kan jeg få tilsendt beslutningen om", "decisions")]),
        ("hvor mange gange har vi drøftet flag", [("hvor mange gange har vi drøftet", "intent")]),
        ("tell me what was decided about flags", [("tell me what was decided about", "decisions")]),
        ("is there a decision on flags", [("is there a decision on", "decisions")]),
        ("have we ever sold a school", [("have we ever", "intent")]),
    ],
)
def test_runs_of_intent_are_set_aside(question: str, expected: list[tuple[str, str]]) -> None:
    assert runs(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "deltagere i Direktionen 2021",
        "dagsorden Direktionen 2021",
        "hvornår mødtes Direktionen i 2021",
        "agenda for Direktionen 2021",
        "minutes from Direktionen in 2021",
    ],
)
def test_who_was_there_and_what_was_on_the_agenda_is_asked_of_meetings(question: str) -> None:
    understood = understand(question, known=Known(today=dt.date(2026, 11, 25), bodies=("Direktionen",)))
    assert understood.empty
    assert {(one.kind, one.effect) for one in understood.readings if one.effect != "drops"} == {
        ("body", "narrows"),
        ("period", "narrows"),
    }


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("SV: VS: Parkering ved havnen", ["SV: VS"]),
        ("Hej Lone, må vi arbejde hjemme? Mvh Peter", ["Hej Lone", "Mvh Peter"]),
        ("Kære Anna Lund. Hvad med kantinen? På forhånd tak!", ["Kære Anna Lund", "På forhånd tak"]),
        ("hej må vi arbejde hjemme", ["hej"]),
        ("kantinen. Med venlig hilsen Bo Kjær, Rådhuset", ["Med venlig hilsen Bo Kjær, Rådhuset"]),
        ("jeg leder efter sagen om rotter", ["jeg leder efter"]),
        ("kan du sende mig referatet om kantinen", ["kan du sende mig referatet om"]),
        ("send mig referatet fra 2021 om kantinen", ["send mig referatet"]),
        ("send mig lige referatet fra direktionen", ["send mig lige referatet"]),
        ("kan du ikke lige finde kantinesagen", ["kan du ikke lige finde"]),
        ("Kan I fortælle mig, om kantinen lukker?", ["Kan I fortælle mig"]),
        ("kunne du oplyse hvornår kantinen lukker", ["kunne du oplyse"]),
        ("could you please find the minutes about the canteen", ["could you please find the minutes about"]),
        ("please send me the minutes from 2021", ["please send me the minutes"]),
        ("I would like to see the canteen", ["I would like to see"]),
        ("vil kommunen finde en grund", []),
        ("God morgen! Hvad med kantinen? Tak. /Jens Holm", ["God morgen", "Tak. /Jens Holm"]),
        ("hejsa, hvad med kantinen? Vh. Lone", ["hejsa", "Vh. Lone"]),
        ("undskyld, men må vi arbejde hjemme", ["undskyld, men"]),
        ("jeg har et spørgsmål om kantinen", ["jeg har et spørgsmål om"]),
        ("liste over sager om kantinen", ["liste over"]),
        ("resumé af mødet om kantinen", ["resumé af"]),
        ("kronologi for kantinen", ["kronologi for"]),
        ("liste over lokaler", []),
        ("god morgenmad i kantinen", []),
        ("undskyld til naboerne", []),
        ("hvad med VH Anlæg", []),
        ("link til kantinens regler", ["link til"]),
        ("hele forløbet om kantinen", ["hele forløbet om"]),
        ("historikken i kantinesagen", ["historikken"]),
        ("tidslinje for kantinen", ["tidslinje for"]),
        ("forløbet af festen", []),
        ("Hej Bo. Jeg skal lige bruge tallene for kantinen", ["Hej Bo", "Jeg skal lige bruge"]),
        ("kan I hjælpe mig med at finde kantinesagen?", ["kan I hjælpe mig med at finde"]),
        ("ved du, om vi har en træpolitik", ["ved du"]),
        ("giv mig en oversigt over rotter", ["giv mig en oversigt over"]),
        ("I'm looking for the canteen", ["I'm looking for"]),
        ("lad mig se punkter om kantinen", ["lad mig se"]),
        ("fortæl mig lidt om kantinen", ["fortæl mig lidt om"]),
        ("skriv et notat om kantinen", ["skriv et notat om"]),
        ("hvordan gik det med kantinen?", ["hvordan gik det med"]),
        ("hvor langt er vi nået med kantinen", ["hvor langt er vi nået med"]),
        ("hvor langt er der til kantinen", []),
        ("oversigt over parkering", []),
        ("vi mangler pædagoger", []),
        ("Hej", []),
        ("tak til de frivillige", []),
        ("de frivillige siger tak", []),
        ("kære naboer", []),
        ("hejseværk", []),
    ],
)
def test_what_a_mail_has_around_its_question_is_set_aside(question: str, words: list[str]) -> None:
    found = mail(plain(question)).found
    assert [question[one.start : one.end] for one in found] == words
    assert {(one.kind, one.effect) for one in found} <= {("intent", "drops")}


@pytest.mark.parametrize(
    "question",
    [
        "Hvem sidder i Direktionen?",
        "hvem meldte afbud i direktionen",
        "hvem var fraværende i direktionen",
        "who was absent in Direktionen",
        "hvor ofte var direktionen",
        "hvad stod på dagsordenen i direktionen",
    ],
)
def test_who_sits_or_was_away_asks_for_the_meetings_where_nothing_else_is_asked(question: str) -> None:
    understood = understand(question, known=Known(bodies=("Direktionen",)))
    assert ([one.kind for one in understood.readings], understood.terms) == (["body"], ())


@pytest.mark.parametrize(
    "question",
    [
        "hvilket udvalg har behandlet rotter",
        "hvad er sagsnummeret på sagen om rotter",
        "første gang rotter blev nævnt",
        "hvilken beslutning tog vi om rotter",
        "samtlige beslutninger om rotter",
    ],
)
def test_what_is_asked_in_several_words_is_not_searched_for(question: str) -> None:
    assert understand(question).terms == ("rotter",)


@pytest.mark.parametrize("question", ["valg af medlemmer til hegnsynet", "medlemmer af hegnsynet"])
def test_members_of_what_is_no_body_here_are_a_matter(question: str) -> None:
    assert "medlemmer" in understand(question, known=Known(bodies=("Direktionen",))).terms


def test_all_of_them_is_searched_for_where_nothing_is_asked() -> None:
    assert understand("samtlige skoler").terms == ("samtlige", "skoler")


@pytest.mark.parametrize("question", ["hvor tit har vi drøftet rotter", "how often rats", "Har I mon noget om rotter?"])
def test_how_often_is_not_searched_for(question: str) -> None:
    assert understand(question).terms in (("rotter",), ("rats",))


def test_what_was_the_first_is_about_no_more_than_the_matter() -> None:
    assert understand("hvad var det første vi besluttede om kantinen").terms == ("kantinen",)


def test_a_mere_small_word_beside_another_reading_is_not_told() -> None:
    found = understand("hvad er det seneste om busserne").readings
    assert [(one.kind, one.start) for one in found] == [("intent", 0), ("order", 8)]
