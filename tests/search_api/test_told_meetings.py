"""Meetings that a text names by when they were and by no day: which are beyond doubt, and which are not."""

import datetime as dt
from pathlib import Path

import pytest

from engines.found import Sitting
from mappings.documents import Item, Meeting, Section
from search_api import told_meetings
from search_api.access import PUBLIC
from tests.web.serving import serve

SCHOOL, MONEY, SOCIAL = "Skoleudvalget", "Økonomiudvalget", "Social- og Skoleudvalget"
HELD = (
    *((SCHOOL, day) for day in ("2020-09-07", "2021-03-01", "2021-04-12", "2021-05-03", "2021-06-07")),
    *((MONEY, day) for day in ("2021-02-04", "2021-03-16", "2021-03-23", "2021-05-31")),
    (SOCIAL, "2021-04-19"),
)
SITTINGS = [Sitting(f"{body}-{day}", body, dt.date.fromisoformat(day), 5) for body, day in HELD]
WRITTEN = Meeting(body=SCHOOL, date=dt.date(2021, 6, 7))


def named(text: str, written: Meeting = WRITTEN) -> list[tuple[str, str]]:
    return [(one.date.isoformat(), one.body) for one in told_meetings.find(text, written, lambda: SITTINGS)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Fortsat fra sidste møde.", ("2021-05-03", SCHOOL)),
        ("Til sidste mødes punkt 3: Der er svaret.", ("2021-05-03", SCHOOL)),
        ("Udvalget drøftede det på forrige møde.", ("2021-05-03", SCHOOL)),
        ("På vores seneste møde blev det drøftet.", ("2021-05-03", SCHOOL)),
        ("Besluttet på sidste udvalgsmøde.", ("2021-05-03", SCHOOL)),
        ("På Økonomiudvalgets seneste møde blev lånet godkendt.", ("2021-05-31", MONEY)),
        ("Sagen var med på sidste møde i Økonomiudvalget.", ("2021-05-31", MONEY)),
        ("På sidste ØU-møde blev lånet godkendt.", ("2021-05-31", MONEY)),
        ("På mødet i april blev det besluttet at spørge.", ("2021-04-12", SCHOOL)),
        ("Som besluttet på aprilmødet indhentes tilbud.", ("2021-04-12", SCHOOL)),
        ("Behandlet i Økonomiudvalget i februar 2021.", ("2021-02-04", MONEY)),
        ("Udvalget har på møde i april 2021 godkendt det.", ("2021-04-12", SCHOOL)),
        ("Social- og Skoleudvalget godkendte det på sit møde i april.", ("2021-04-19", SOCIAL)),
        ("Drøftet på mødet i Økonomiudvalget i februar.", ("2021-02-04", MONEY)),
    ],
)
def test_the_last_meeting_and_the_only_one_of_a_month_are_meant(text: str, meant: tuple[str, str]) -> None:
    assert named(text) == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "Behandlet i Økonomiudvalget i marts 2021.",  # twice
        "Udsat til mødet i september.",
        "Emnet tages op på mødet i juni.",
        "På mødet i januar blev det udsat.",
        "Siden sidste møde er lamperne sat op.",
        "Det er udvalgets sidste møde.",
        "Årets sidste møde holdes i hallen.",
        "På sidste møde med naboerne var der ro.",
        "På arbejdsgruppens sidste møde var der ro.",
        "På sidste møde i arbejdsgruppen var der ro.",
        "Ældrerådet drøftede det på sit møde i april.",
        "På næste møde i maj 2021 holdes der valg.",
        "Sagen kommer på næste møde.",
        "Et møde i april med skolen viste behovet.",
        "Politiet og skolen holdt møde i april.",
        "Forvaltningen har haft møde i april med politiet.",
        "På mødet i april mellem skole og politi var der ro.",
        "Udvalget for Natur drøftede det på sit møde i april.",
        "Følgegruppen havde sit møde i april.",
        "Følgegruppen drøftede det på sit møde i april.",
        "KL's møde i april anbefalede en ny standard.",
        "Skolens forældremøde i april var godt besøgt.",
    ],
)
def test_what_may_be_another_meeting_is_none(text: str) -> None:
    assert named(text) == []


def test_after_a_long_time_without_minutes_nobody_knows_which_was_the_last() -> None:
    assert named("Fortsat fra sidste møde.", Meeting(body=SCHOOL, date=dt.date(2021, 3, 1))) == []


@pytest.mark.parametrize(
    ("title", "text", "meant"),
    [
        ("Kunst på skolerne", "Fortsat fra sidste møde.", "skoleudvalget-2021-05-03-02"),
        ("Kunst på skolerne", "På mødet i april blev sagen udsat.", "skoleudvalget-2021-04-12-01"),
        ("Kunst på skolerne", "Sagen blev sidst behandlet den 12. april.", "skoleudvalget-2021-04-12-01"),
        ("Svømning", "På sidste møde blev støtte til skolefesten godkendt.", "skoleudvalget-2021-05-03-01"),
        ("Svømning", "Jf. pkt. 2 på sidste møde.", "skoleudvalget-2021-05-03-02"),
        ("Svømning", "Jf. sag nr. 1 fra mødet den 3/5.", "skoleudvalget-2021-05-03-01"),
        ("Svømning", "Jf. pkt. 2 i dag.", "skoleudvalget-2021-06-07-02"),
        ("Svømning", "På sidste møde blev der spurgt til buskortene.", None),
    ],
)
def test_of_such_a_meeting_an_item_is_referred_to_both_ways(
    tmp_path: Path, title: str, text: str, meant: str | None
) -> None:
    def held(day: str, *titles: str, told: str = "") -> Meeting:
        items = tuple(
            Item(number=number, title=one, sections=(Section("background", "", told if number == 1 else ""),))
            for number, one in enumerate(titles, 1)
        )
        return Meeting(body=SCHOOL, date=dt.date.fromisoformat(day), items=items)

    minutes = [
        held("2021-04-12", "Kunst på skolerne", "Ferieplan"),
        held("2021-05-03", "Støtte til skolefesten", "Kunst på skolerne"),
        held("2021-06-07", title, "Busser", told=text),
    ]
    service = serve(tmp_path, minutes)
    own = "skoleudvalget-2021-06-07-01"

    def refers(item_id: str) -> set[str]:
        told = service.related(item_id, PUBLIC).related
        return {one.id for one in told if any(each.startswith("punktet nævner") for each in (one.reason, *one.also))}

    assert refers(own) == ({meant} if meant else set())
    if meant:
        back = next(one for one in service.related(meant, PUBLIC).related if one.id == own)
        assert any(each.startswith("nævner") for each in (back.reason, *back.also))
    service.close()
