"""Bodies that questions name, where the index knows Direktionen, Aarhus Byråd, Økonomiudvalget and two more."""

import pytest

from search_api.readings.bodies import bodies
from search_api.readings.plain import plain
from search_api.readings.reader import Known
from search_api.readings.reading import Reading
from search_api.synonyms import shipped
from search_api.understanding import understand

KNOWN = ("Aarhus Byråd", "Direktionen", "Direktionen internt", "Klima- og Teknikudvalget", "Økonomiudvalget")


def read(question: str) -> tuple[Reading, ...]:
    return bodies(plain(question), KNOWN, shipped()).found


@pytest.mark.parametrize(
    ("question", "words", "body"),
    [
        ("parkering i Direktionen", "i Direktionen", "Direktionen"),
        ("parkering i direktionen internt", "i direktionen internt", "Direktionen internt"),
        ("byrådets beslutninger om skoler", "byrådets", "Aarhus Byråd"),
        ("har byrådet besluttet noget", "byrådet", "Aarhus Byråd"),
        ("tjek om byrådet har behandlet skoler", "byrådet", "Aarhus Byråd"),
        ("afvist i byrådet", "i byrådet", "Aarhus Byråd"),
        ("i ØU", "i ØU", "Økonomiudvalget"),
        ("i kommunalbestyrelsen", "i kommunalbestyrelsen", "Aarhus Byråd"),
        ("sager fra Klima- og Teknikudvalget", "fra Klima- og Teknikudvalget", "Klima- og Teknikudvalget"),
        ("direktionsmødet i efteråret 2018 om kantinen", "direktionsmødet", "Direktionen"),
        ("referat fra byrådsmødet", "fra byrådsmødet", "Aarhus Byråd"),
        ("skoler på byrådsmødet", "byrådsmødet", "Aarhus Byråd"),
        ("på teknikudvalgsmødet om havnen", "teknikudvalgsmødet", "Klima- og Teknikudvalget"),
        ("parkering i KTU", "i KTU", "Klima- og Teknikudvalget"),
        ("KTU's beslutninger", "KTU's", "Klima- og Teknikudvalget"),
        ("hvad mener byrådet om skoler", "byrådet", "Aarhus Byråd"),
        ("dagsorden for byrådet", "for byrådet", "Aarhus Byråd"),
        ("afbud til byrådsmødet den 3. maj", "til byrådsmødet", "Aarhus Byråd"),
        ("referat for direktionsmødet", "for direktionsmødet", "Direktionen"),
        ("parkering i ktu", "i ktu", "Klima- og Teknikudvalget"),
        ("parkering på KTU-mødet", "KTU-mødet", "Klima- og Teknikudvalget"),
        ("referat fra KTU-møde", "fra KTU-møde", "Klima- og Teknikudvalget"),
        ("kantinen på dir.mødet", "dir.mødet", "Direktionen"),
        ("i klima- & teknikudvalget", "i klima- & teknikudvalget", "Klima- og Teknikudvalget"),
        ("sager i teknikudvalget", "i teknikudvalget", "Klima- og Teknikudvalget"),
        ("hvad sagde klima og teknik om rotter", "klima og teknik", "Klima- og Teknikudvalget"),
        ("i klima og teknik rotter", "i klima og teknik", "Klima- og Teknikudvalget"),
        ("besluttet i klima og teknik", "i klima og teknik", "Klima- og Teknikudvalget"),
        ("mødet i klima og teknik", "i klima og teknik", "Klima- og Teknikudvalget"),
        ("udsat i klima og teknik", "i klima og teknik", "Klima- og Teknikudvalget"),
        ("hvad sagde vi nej til på klima og teknik", "på klima og teknik", "Klima- og Teknikudvalget"),
        ("hvad blev afvist på KTU", "på KTU", "Klima- og Teknikudvalget"),
        ("hvad svarede direktionen på bonussen", "direktionen", "Direktionen"),
        ("KTUs beslutninger om rotter", "KTUs", "Klima- og Teknikudvalget"),
        ("ØUs beslutning om lån", "ØUs", "Økonomiudvalget"),
        ("ØU's beslutninger om lån", "ØU's", "Økonomiudvalget"),
        ("rotter i teknik udvalget", "i teknik udvalget", "Klima- og Teknikudvalget"),
        ("klima og teknik udvalgets møde", "klima og teknik udvalgets", "Klima- og Teknikudvalget"),
        ("lån i økonomi udvalget", "i økonomi udvalget", "Økonomiudvalget"),
        ("i klimaudvalget om rotter", "i klimaudvalget", "Klima- og Teknikudvalget"),
        ("på klimaudvalgsmødet om rotter", "klimaudvalgsmødet", "Klima- og Teknikudvalget"),
        ("i Teknik- og Klimaudvalget", "i Teknik- og Klimaudvalget", "Klima- og Teknikudvalget"),
        ("i Udvalget for Klima og Teknik", "i Udvalget for Klima og Teknik", "Klima- og Teknikudvalget"),
        ("rejected by the executive board", "by the executive board", "Direktionen"),
        ("has the city council approved the loan", "city council", "Aarhus Byråd"),
        ("the council's decisions on rats", "council's", "Aarhus Byråd"),
    ],
)
def test_a_body_that_met_or_decided_narrows(question: str, words: str, body: str) -> None:
    (reading,) = read(question)
    assert (question[reading.start : reading.end], reading.effect) == (words, "narrows")
    assert (reading.asks.bodies, reading.label) == ((body,), f"Kun {body}")


def test_the_matters_of_a_committee_may_be_the_matter() -> None:
    (reading,) = read("investeringer i klima og teknik")
    assert (reading.effect, reading.keeps) == ("favours", True)
    assert read("klima og teknik på skoler") == ()
    (reading,) = read("fokus på klima og teknik")
    assert reading.effect == "favours"


@pytest.mark.parametrize("known", [("Udvalget for Børn og Unge",), ("Børn- og Ungeudvalget",)])
def test_its_matters_are_in_its_name_however_that_is_made(known: tuple[str, ...]) -> None:
    (reading,) = bodies(plain("skoler i børn og unge"), known, shipped()).found
    assert reading.asks.bodies == known


@pytest.mark.parametrize("between", ["og", "eller", "og i"])
def test_another_body_beside_one_that_narrows_does_so_too(between: str) -> None:
    found = read(f"elbiler i direktionen {between} klima- og teknikudvalget")
    assert [(one.effect, one.asks.bodies) for one in found] == [
        ("narrows", ("Direktionen",)),
        ("narrows", ("Klima- og Teknikudvalget",)),
    ]


def test_a_body_that_is_merely_named_is_favoured_and_searched_for() -> None:
    (reading,) = read("direktionens porteføljeliste")
    assert (reading.effect, reading.keeps, reading.asks.bodies) == ("favours", True, ("Direktionen",))


@pytest.mark.parametrize(
    "question", ["anbefalet over for byrådet", "sendt til byrådet", "udvalget", "i kommunen", "kl. 9", "til KL", ""]
)
def test_what_a_body_is_sent_or_what_is_none_is_no_reading(question: str) -> None:
    assert read(question) == ()


@pytest.mark.parametrize("question", ["høringssvar fra direktionen om klasser", "udtalelse fra direktionen"])
def test_what_a_body_sends_to_another_is_dealt_with_by_that(question: str) -> None:
    (reading,) = read(question)
    assert reading.effect == "favours"


def test_a_word_that_names_two_bodies_means_both() -> None:
    known = ("Aarhus Byråd", "Ishøj Byråd")
    assert bodies(plain("i byrådet"), known, shipped()).found[0].asks.bodies == known
    assert bodies(plain("i Ishøj Byråd"), known, shipped()).found[0].asks.bodies == ("Ishøj Byråd",)


def test_a_matter_is_that_of_all_committees_that_deal_with_it_unless_one_is_called_so() -> None:
    known = ("Klima- og Miljøudvalget", "Klima- og Teknikudvalget")
    assert bodies(plain("i klimaudvalget"), known, shipped()).found[0].asks.bodies == known
    known = ("Klima- og Teknikudvalget", "Klimaudvalget")
    assert bodies(plain("i klimaudvalget"), known, shipped()).found[0].asks.bodies == ("Klimaudvalget",)


def test_a_committee_of_two_matters_is_known_in_english_by_either() -> None:
    known = ("Klima- og Teknikudvalget", "Kultur- og Fritidsudvalget")
    (body,) = bodies(plain("what has the climate and technology committee decided"), known, shipped()).found
    assert (body.effect, body.asks.bodies) == ("narrows", known[:1])
    assert bodies(plain("the climate and energy plan of the committee"), known, shipped()).found == ()


@pytest.mark.parametrize("question", ["the level of council tax", "what is the management of parking"])
def test_english_words_that_may_be_the_matter_name_no_body(question: str) -> None:
    assert read(question) == ()


def test_initials_are_those_of_one_committee_and_no_two_letters() -> None:
    known = ("Klima- og Teknikudvalget", "Kultur- og Turismeudvalget", "Socialudvalget", "Udvalget for Børn og Unge")
    assert [bodies(plain(f"i {word}"), known, shipped()).found for word in ("KTU", "SU")] == [()] * 2
    for word in ("UBU", "BUU"):
        assert bodies(plain(f"i {word}"), known, shipped()).found[0].asks.bodies == ("Udvalget for Børn og Unge",)


def test_initials_that_are_a_word_in_small_letters_are_a_body_s_in_capitals_only() -> None:
    known = ("Familie- og Rådgivningsudvalget",)
    assert bodies(plain("i fru"), known, shipped()).found == ()
    assert bodies(plain("i FRU"), known, shipped()).found[0].asks.bodies == known


def test_no_item_need_hold_the_initials_of_a_body_that_is_favoured() -> None:
    understood = understand("KTU: parkering", known=Known(bodies=("Klima- og Teknikudvalget",)))
    assert (understood.terms, [one.label for one in understood.readings]) == (
        ("parkering",),
        ["Helst Klima- og Teknikudvalget"],
    )


@pytest.mark.parametrize(
    "question",
    ["klima og teknik udvalget: parkering", "Teknik- og Klimaudvalget: parkering"],
)
def test_no_item_need_hold_what_only_staff_call_a_body(question: str) -> None:
    understood = understand(question, known=Known(bodies=("Klima- og Teknikudvalget",)))
    assert (understood.terms, [one.effect for one in understood.readings]) == (("parkering",), ["favours"])


@pytest.mark.parametrize("question", ["næste KTU-møde", "plan for KTU-møder", "forretningsorden for byrådet"])
def test_what_is_to_come_and_what_is_planned_is_no_body_s_meeting(question: str) -> None:
    assert read(question) == ()


def test_what_stands_before_a_comma_names_every_body_that_is_called_so() -> None:
    north, south = "Skolebestyrelsen, Nordvang Skole", "Skolebestyrelsen, Sydvang Skole"
    assert bodies(plain("i skolebestyrelsen"), (north,), shipped()).found[0].asks.bodies == (north,)
    assert bodies(plain("i skolebestyrelsen"), (north, south), shipped()).found[0].asks.bodies == (north, south)
    assert bodies(plain("fra bestyrelsen"), ("Bestyrelsen, Nordvang Skole",), shipped()).found == ()
    assert bodies(plain("i teknik"), ("Teknik, Miljø og Klima",), shipped()).found == ()


@pytest.mark.parametrize("question", ["evaluering af byrådsmøder", "streaming af byrådsmøder", "direktionsmøde om MED"])
def test_a_meeting_that_may_be_the_matter_is_favoured_and_searched_for(question: str) -> None:
    (reading,) = read(question)
    assert (reading.effect, reading.keeps, reading.bare) == ("favours", True, True)


def test_a_meeting_to_come_is_no_reading() -> None:
    assert read("udsat til næste byrådsmøde") == ()


def test_the_end_of_a_name_stands_for_a_body_only_where_bodies_end_so() -> None:
    known = ("Udvalget for Børn og Unge", "Teknisk Udvalg")
    assert bodies(plain("uddannelse af unge"), known, shipped()).found == ()


def test_a_body_that_is_called_a_meeting_is_itself() -> None:
    known = ("Direktionen", "Direktionsmøde")
    (reading,) = bodies(plain("parkering i direktionsmøde"), known, shipped()).found
    assert reading.asks.bodies == ("Direktionsmøde",)


@pytest.mark.parametrize("name", ["Udvalget for og", "Ogudvalget", "Udvalget", "Udvalget for", "§ 17", "…"])
def test_a_body_of_any_name_is_read_by_it_or_not_at_all(name: str) -> None:
    found = bodies(plain(f"besluttet i {name} om rotter"), (name, "Direktionen"), shipped()).found
    assert {one.means for one in found} <= {name}
    assert [one.means for one in bodies(plain("i Direktionen"), (name, "Direktionen"), shipped()).found] == [
        "Direktionen"
    ]
