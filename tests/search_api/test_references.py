"""Which items a text means by their numbers as printed."""

import datetime as dt

import pytest

from engines.found import Found, Sitting
from mappings.documents import Item, Meeting, Section
from search_api.mentions import Mentions
from search_api.references import by_date, by_number, by_title

MEETING = Meeting(id="d", body="Direktionen", date=dt.date(2021, 6, 28))
PARTS = [Found(Item(id=part, number=3, part=part, title="Vejlys i Nordby"), MEETING) for part in ("", ".1", ".2", "a")]


def reading(text: str, meeting: Meeting) -> Mentions:
    return Mentions(Found(Item(id="x", number=9, title="Evt.", sections=(Section("other", "", text),)), meeting))


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Se punkt 3.", [""]), ("Se punkt 3.1.", [".1"]), ("Se punkt 3.4.", []), ("Se punkt 3a.", ["", "a"])],
)
def test_an_item_of_the_same_agenda_is_meant_by_its_whole_number(text: str, meant: list[str]) -> None:
    assert [one.item.part for one in PARTS if by_number(reading(text, MEETING), one)] == meant


def test_of_another_meeting_a_part_is_meant_where_it_has_such() -> None:
    later = Meeting(id="e", body="Direktionen", date=dt.date(2021, 8, 9))
    text = reading("Direktionen drøftede vejlys i Nordby på sit møde den 28. juni 2021, pkt. 3.2.", later)
    assert [one.item.part for one in PARTS if by_date(text, one, PARTS)] == [".2"]
    assert [one.item.part for one in PARTS[:1] if by_date(text, one, PARTS[:1])] == [""]  # by its title


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("Direktionens beslutning den 28. juni 2021 om ferieplanen for 2025/26 gælder også dagtilbud.", [2]),
        ("Direktionens beslutning den 28. juni 2021 om ferieplan 2021 gælder også dagtilbud.", [1]),
        ("Direktionens beslutning den 28. juni 2021 om ferieplanen gælder også dagtilbud.", []),
    ],
)
def test_of_a_series_in_one_meeting_the_one_whose_time_is_told_is_meant(sentence: str, meant: list[int]) -> None:
    titles = ("Ferieplan 2021", "Ferieplan 2025/26", "Vejlys i Nordby")
    beside = [Found(Item(id=title, number=n, title=title), MEETING) for n, title in enumerate(titles, 1)]
    later = reading(sentence, Meeting(id="e", body="Direktionen", date=dt.date(2021, 8, 9)))
    assert [one.item.number for one in beside if by_date(later, one, beside)] == meant


@pytest.mark.parametrize(
    ("sentence", "case", "meant"),
    [
        ("Sagen er tidligere behandlet den 28. juni 2021, pkt. 2.", None, [2]),
        ("Sagen er tidligere behandlet den 28. juni 2021.", "21/0303", [3]),
        ("Vejlys i Nordby blev drøftet den 28. juni 2021.", None, []),
        ("Byrådet behandlede sagen den 28. juni 2021, pkt. 2.", None, []),
    ],
)
def test_where_no_body_is_named_its_own_is_meant_if_a_number_or_the_case_tells_which_item(
    sentence: str, case: str | None, meant: list[int]
) -> None:
    titles = ("Ferieplan", "Vejlys i Nordby", "Havnebad")
    beside = [
        Found(Item(id=title, number=n, title=title, case_number=f"21/30{n}"), MEETING)
        for n, title in enumerate(titles, 1)
    ]
    section = Section("other", "", sentence)
    later = Mentions(
        Found(
            Item(id="x", number=9, title="Et punkt", case_number=case, sections=(section,)),
            Meeting(id="e", body="Direktionen", date=dt.date(2021, 8, 9)),
        )
    )
    assert [one.item.number for one in beside if by_date(later, one, beside)] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Det skal ses i sammenhæng med vejlyset i Nordby (pkt. 2).", [2]),
        ("Havnebadet får lys efter behandlingen af vejlys i Nordby, jf. punkt 2.", [2]),
        ("Direktionen godkendte vejlyset i Nordby, jf. punkt 1.", []),
        ("Udgifterne fremgår nedenfor (pkt. 2).", []),
        ("Udgifterne til vejlys i Nordby er talt op (pkt. 2 i bilaget).", []),
        ("Indstillingens pkt. 2 om vejlys i Nordby bortfalder.", []),
    ],
)
def test_a_number_in_brackets_is_of_its_own_agenda_where_its_item_is_told_along(text: str, meant: list[int]) -> None:
    titles = ("Ferieplan", "Vejlys i Nordby")
    beside = [Found(Item(id=title, number=n, title=title), MEETING) for n, title in enumerate(titles, 1)]
    assert [one.item.number for one in beside if by_number(reading(text, MEETING), one)] == meant


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("Direktionen drøftede den 28. juni 2021 lyset ved hallen i Nordby.", [2]),
        ("Direktionen drøftede den 28. juni 2021 ordningen for hallen.", []),
    ],
)
def test_of_a_meeting_no_item_is_meant_that_the_sentence_tells_less_than_half_of(
    sentence: str, meant: list[int]
) -> None:
    titles = ("Ferieplan for dagtilbud og ordning for søskende", "Lys ved hallen i Nordby")
    beside = [Found(Item(id=title, number=n, title=title), MEETING) for n, title in enumerate(titles, 1)]
    later = reading(sentence, Meeting(id="e", body="Direktionen", date=dt.date(2021, 8, 9)))
    assert [one.item.number for one in beside if by_date(later, one, beside)] == meant


@pytest.mark.parametrize(("body", "meant"), [("Direktionen", True), ("Byrådet", False)])
def test_the_last_meeting_is_of_its_body_though_another_met_on_the_same_day(body: str, meant: bool) -> None:
    met = Meeting(id=body, body=body, date=MEETING.date)
    target = Found(Item(id="lys", number=2, title="Vejlys i Nordby"), met)
    text = Section("other", "", "Direktionen drøftede vejlys i Nordby på sidste møde.")
    written = Meeting(id="e", body="Direktionen", date=dt.date(2021, 8, 9))
    held = [Sitting("d", "Direktionen", MEETING.date, 5), Sitting("b", "Byrådet", MEETING.date, 5)]
    later = Mentions(Found(Item(id="x", number=9, title="Evt.", sections=(text,)), written), lambda: held)
    assert (by_date(later, target, [target]) is not None) == meant


@pytest.mark.parametrize(("title", "named"), [("Havnebad", True), ("Eventuelt", False), ("Øvrige sager", False)])
def test_a_standing_title_in_quotation_marks_names_no_item(title: str, named: bool) -> None:
    target = Found(Item(id="t", number=2, title=title), MEETING)
    later = reading(f"Sagen hører til under »{title}«.", Meeting(id="e", body="Direktionen", date=dt.date(2021, 8, 9)))
    assert (by_title(later, target) is not None) == named
