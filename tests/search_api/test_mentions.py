"""What a text names: cases, meetings, items of its own agenda, titles."""

import datetime as dt
import time

import pytest

from engines.found import Found
from mappings import analysis, series
from mappings.documents import Item, Meeting, Section
from search_api import dates, prose
from search_api.mentions import Mentions, case_numbers

JUNE = dt.date(2021, 6, 28)


def reading(text: str, number: int = 3, case: str | None = None) -> Mentions:
    item = Item(number=number, title="Et punkt", case_number=case, sections=(Section("background", "Baggrund", text),))
    return Mentions(Found(item, Meeting(body="Direktionen", date=JUNE)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Se sag 21/5239 og sagerne 19/00123, 2021-1234.", ["21/5239", "19/00123", "2021-1234"]),
        ("jf. 2021/1234, EMN-2021-00123 og S2021-1234", ["2021/1234", "EMN-2021-00123", "S2021-1234"]),
        ("Sagsnr. 00.22.04-P35-1-21.", ["00.22.04-P35-1-21"]),
        ("Budget 2022-2025 og 2016/2017 er vedtaget.", []),
        ("Svar den 20/12 og 28/6-2021, 1/9-2016 og 12/10/2020.", []),
        ("Sagen blev rejst i sag 20/12 og i j.nr. 18/21.", ["20/12", "18/21"]),
        ("Se sag nr. 21-5239; side 12-140, tlf. 43-591000.", ["21-5239"]),
        ("Tlf. 43 59 10 00, 14/2345678901, side 12/140-12", []),
    ],
)
def test_case_numbers_are_told_from_dates_and_years(text: str, numbers: list[str]) -> None:
    assert list(case_numbers(text)) == numbers


def test_its_own_case_number_names_nothing() -> None:
    assert reading("Sag 21/005239 og sag 20/3187.", case="21/5239").cases == ("20/3187",)


@pytest.mark.parametrize(
    "written",
    ["28. juni 2021", "28 juni 2021", "28-06-2021", "28.6.2021", "28.06.21", "28/6 2021", "28/6-21", "2021-06-28"],
)
def test_a_date_is_found_however_written(written: str) -> None:
    (found,) = dates.find(f"på mødet den {written}, hvor", JUNE)
    assert (found.date, f"på mødet den {written}"[found.start : found.end]) == (JUNE, written)


@pytest.mark.parametrize(
    "written",
    ["28. juni 2021", "28. juni", "28-06-2021", "28.6.2021", "28.06.21", "28/6 2021", "28/06-21", "2021-06-28"],
)
def test_a_text_that_names_a_day_is_found_by_it(written: str) -> None:
    text = analysis.item_text(Item(number=1, title=f"Som aftalt den {written}"))
    words = f" {text.words} "
    assert any(f" {' '.join(spelling)} " in words for spelling in dates.spellings(JUNE))


def test_a_date_without_a_year_is_the_last_there_was() -> None:
    told = "Direktionen bad den 31. marts om et notat og den 30. oktober om et til."
    assert [found.date.isoformat() for found in dates.find(told, JUNE)] == ["2021-03-31", "2020-10-30"]


@pytest.mark.parametrize(
    "written", ["31. februar 2021", "31-02-2021", "0. juni 2021", "14.5.2", "2021-13-01", "29. februar"]
)
def test_what_no_calendar_has_is_no_date(written: str) -> None:
    assert dates.find(written, JUNE) == []


def test_a_meeting_is_named_by_its_date_with_the_sentence_and_the_item() -> None:
    (named,) = reading("Det er vigtigt. Direktionen behandlede sagen den 8. februar 2021 (punkt 5). Alt vel.").meetings
    assert (named.date, named.number) == (dt.date(2021, 2, 8), "5")
    assert named.sentence == "Direktionen behandlede sagen den 8. februar 2021 (punkt 5)."


@pytest.mark.parametrize(
    "text",
    [
        "Byrådet sendte den 2. maj 2021 planen tilbage.",
        "Hovedudvalgets udtalelse af 2. maj 2021 er indarbejdet.",
        "Byrådet frigav den 2. maj 2021 pengene til stien.",
        "Udvalget indstillede den 2. maj 2021, at den bygges.",
    ],
)
def test_what_a_body_did_on_a_day_tells_of_its_meeting(text: str) -> None:
    assert [named.date for named in reading(text).meetings] == [dt.date(2021, 5, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Direktionen godkendte, at ordningen gælder fra den 1. maj 2021 til den 1. juni 2021.",
        "Svarfrist er senest den 1. maj 2021, besluttede udvalget.",
        "Broen blev åbnet den 1. maj 2021.",
        "Direktionen besluttede den 28. juni 2021 at gå videre.",
        "Orientering om pkt. 1. og 2 på den lukkede dagsorden på byrådsmødet den 2. maj 2021.",
        "Byrådets beslutning den 2. maj 2021, lukket punkt 4.",
    ],
)
def test_a_term_an_event_and_its_own_meeting_are_no_meetings(text: str) -> None:
    assert reading(text).meetings == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Se punkt 4.", ("4",)),
        ("Sagen hænger sammen med dagsordenens pkt. 7 og dagsordenspunkt 8.", ("7", "8")),
        ("Behandles som punkt 2 på dagsordenen.", ("2",)),
        ("Den model, der behandles i punkt 2, er ny. Økonomien behandles under pkt. 4.", ("2", "4")),
        ("Indstillingens punkt 1 og 2 blev godkendt. Punkt 4 udsat.", ()),
        ("Se punkt 3.", ()),
        ("Se punkt 3.1 og dagsordenspunkt 4b.", ("3.1", "4b")),
        ("Se pkt. 3.1.2 og punkt 7.00 på dagsordenen.", ()),
        ("Se punkt 2 om takster fra den 1. januar 2021. Se dagsordenspunkt 4 på dagens møde.", ("2", "4")),
        ("Direktionen godkendte den 8. februar 2021 planen, se også pkt. 4 på dagens dagsorden.", ("4",)),
    ],
)
def test_an_item_of_its_own_agenda_is_named_by_number(text: str, numbers: tuple[str, ...]) -> None:
    assert reading(text).numbers == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Det fremgår af dagsordenspunkt 4 på Byrådets møde den 7. maj 2019.",
        "Se punkt 4 i Byrådets referat af 7. maj 2019.",
        "Byrådet behandlede sagen den 7. maj 2019 (dagsordenspunkt nr. 4).",
        "Se punkt 4 på Kultur- og Fritidsudvalgets dagsorden.",
        "Se punkt 4 på dagsordenen for Økonomiudvalget.",
        "Se Økonomiudvalgets dagsordenspunkt 4.",
        "Se også punkt 4 i indstillingen.",
        "Økonomien behandles i punkt 4 i indstillingen.",
        "Se pkt. 4 og 5 i bilaget.",
        "Se pkt. 4 i notatet om kystbeskyttelse.",
        "Se punkt 4 nedenfor.",
        "Se punkt 4 i budgetaftalen.",
    ],
)
def test_a_number_in_another_meeting_or_paper_is_none_of_its_own_agenda(text: str) -> None:
    assert reading(text).numbers == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Jf. Økonomiudvalgets beslutning den 4. maj 2021, pkt. 3, og Byrådets den 7. maj 2021, pkt. 2.", ("3", "2")),
        (
            "Sagen er behandlet i Økonomiudvalget den 4. maj 2021 (pkt. 1) og Byrådet den 7. maj 2021 (pkt. 5).",
            ("1", "5"),
        ),
        (
            "Jf. pkt. 3 på byrådsmødet den 4. maj 2021 og pkt. 2 på Kultur-, Skole- og Idrætsudvalgets 7. maj 2021.",
            ("3", "2"),
        ),
        ("Byrådets beslutning den 4. maj 2021, pkt. 3, og den 7. maj 2021, pkt. 2.", ("3", "2")),
        (
            "Sagen var i Økonomiudvalget den 4. maj 2021, inden Byrådets møde, på mødet 7. maj 2021 (pkt. 5).",
            (None, "5"),
        ),
        ("Byrådet godkendte den 4. maj 2021 indstillingens pkt. 2 og drøftede den sagen 7. maj 2021.", (None, None)),
    ],
)
def test_of_two_meetings_in_a_sentence_each_has_its_own_number(text: str, numbers: tuple[str | None, ...]) -> None:
    assert tuple(named.number for named in reading(text).meetings) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "I henhold til byrådsmødet den 7. maj\n2021, pkt. 4, er sagen udsat.",
        "Byrådets beslutning den 7. maj 2021, pkt.4.",
        "Byrådets beslutning den 7. maj 2021, sag nr. 4, og sag nr. 19/203.",
        "Der henvises til byrådsmøde 07.05.2021, punkt nr. 4.",
    ],
)
def test_a_meeting_and_its_item_are_named_in_the_usual_wordings(text: str) -> None:
    assert [(named.date, named.number) for named in reading(text).meetings] == [(dt.date(2021, 5, 7), "4")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Behandlet i Økonomiudvalget den 4. maj 2021 og i Byrådet den 7. maj 2021.", ("Økonomiudvalget", "Byrådet")),
        ("Den 4. maj 2021 drøftede Byrådet den, d. 7. maj 2021 Økonomiudvalget.", ("Byrådet", "Økonomiudvalget")),
    ],
)
def test_of_two_meetings_in_a_sentence_each_has_its_own_body(text: str, places: tuple[str, str]) -> None:
    told = [
        [body for body in ("Byrådet", "Økonomiudvalget") if body in named.place] for named in reading(text).meetings
    ]
    assert told == [[place] for place in places]


def test_a_span_of_days_is_no_second_meeting() -> None:
    (named,) = reading("Direktionen holdt møde den 8. februar og den 9. februar 2021.").meetings
    assert named.date == dt.date(2021, 2, 8)


def test_what_stands_in_quotation_marks_may_be_a_title() -> None:
    told = "Vi drøftede »Den bærende fortælling«, \"God ledelse\" og 'Programledelse', Jens' bil og HTK's plan."
    assert reading(told).quoted == ("Den bærende fortælling", "God ledelse", "Programledelse")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Godkendt. ØPC vender tilbage. Økonomiudvalget orienteres.", "Godkendt. ØPC vender tilbage."),
        ("Punkt 1 blev godkendt.\n\nPunkt 2 faldt.\n\nPunkt 3 udsat.", "Punkt 1 blev godkendt. Punkt 2 faldt."),
        (
            "Til ny belysning ved Havbjerg Skole og på de to stier gives 3 mio. kr. Udgiften deles.",
            "Til ny belysning ved Havbjerg Skole og på de to stier gives 3 mio. kr.",
        ),
        (
            "Mødet den 28. Juni holdes som planlagt, jf. bl.a. Byrådets notat. Så.",
            "Mødet den 28. Juni holdes som planlagt, jf. bl.a. Byrådets notat.",
        ),
        ("Direktionen godkendte punkt 1 og 3. Punkt 2 faldt.", "Direktionen godkendte punkt 1 og 3. Punkt 2 faldt."),
        ("Udsat\n\nGodkendt", "Udsat"),
        ("", ""),
    ],
)
def test_how_a_text_begins(text: str, first: str) -> None:
    assert prose.beginning(text) == first


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        "a",
        "Aa ",
        '"',
        "' a",
        "12/",
        "sag ",
        "punkt 1 ",
        "a. ",
        "\n",
        "den 1. maj 2021 ",
        "punkt 1, den 1. maj 2021, ",
    ],
)
def test_what_repeats_for_ever_is_read_in_no_time(unit: str) -> None:
    text = "Mødet. " + unit * (100_000 // len(unit)) + "x"
    begun = time.process_time()
    long = reading(text)
    assert (long.cases, long.numbers) == ((), ())
    assert len(long.quoted) + len(long.meetings) < 30
    assert series.telling(text) is not None
    assert time.process_time() - begun < 5


def test_of_three_meetings_named_before_their_bodies_each_has_its_own() -> None:
    text = "Drøftet den 3. maj 2021 i Økonomiudvalget, den 17. maj 2021 i Byrådet, den 7. juni 2021 i Ældrerådet."
    bodies = ("Økonomiudvalget", "Byrådet", "Ældrerådet")
    assert [[body for body in bodies if body in named.place] for named in reading(text).meetings] == [
        [body] for body in bodies
    ]


def test_of_a_body_named_once_the_second_meeting_is_too() -> None:
    text = "Byrådet behandlede sagen den 3. maj 2021, pkt. 4, og den 7. juni 2021, pkt. 2."
    assert ["Byrådet" in named.place for named in reading(text).meetings] == [True, True]
