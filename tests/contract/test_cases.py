"""Cases: lists of them by what was dealt with last, and the items of one."""

import datetime as dt
from collections import Counter

import pytest

from engines.asked import PUBLIC, Access, Filters
from engines.base import Engine
from engines.found import Dossier, Dossiers
from engines.kept import Origin
from tests.contract import naive
from tests.contract.corpus import item, meeting

CLERK = Access(closed=True)
CORPUS = [
    meeting("Byrådet", "2020-01-31", item("Veje", "Veje og stier", case="20/1"), item("Eventuelt", "Intet")),
    meeting(
        "Direktionen",
        "2021-06-28",
        item("Hjemmearbejde", "Aftale", case="21/1"),
        item("Lukket: Hemmelig", "Hemmeligt", case="21/1", closed=True),
        item("Lukket: Skjult", "Skjult", case="21/9", closed=True),
        item("Stier", "Stierne anlægges", case="20/1"),
        item("Uden sag", "Ingen", case=""),
    ),
    meeting("Byrådet", "2021-06-28", item("Aftalen", "Aftale", case="21/1"), item("Skole", "Skole", case='Æ/"1')),
    meeting("Ældrerådet", "2022-12-31", *(item(f"Punkt {n}", "Pleje", case=f"22/{n % 7}") for n in range(12))),
]
BYRAADET, DIREKTIONEN = "byraadet-2021-06-28", "direktionen-2021-06-28"


@pytest.fixture
def written(engine: Engine) -> Engine:
    engine.write(CORPUS)
    return engine


def test_of_nothing_there_are_no_cases(engine: Engine) -> None:
    assert engine.dossiers(Filters(), 0, 10, PUBLIC) == Dossiers(0, ())
    assert engine.of_case("21/1", 10, PUBLIC) == []


def test_what_was_dealt_with_last_comes_first(written: Engine) -> None:
    assert written.dossiers(Filters(years=(2021,)), 0, 10, PUBLIC) == Dossiers(
        3,
        (
            Dossier("21/1", 2, f"{BYRAADET}-01"),
            Dossier('Æ/"1', 1, f"{BYRAADET}-02"),
            Dossier("20/1", 1, f"{DIREKTIONEN}-04"),
        ),
    )


def test_a_case_that_is_all_closed_is_for_who_may_read_it(written: Engine) -> None:
    seen = written.dossiers(Filters(bodies=("Direktionen",)), 0, 10, CLERK)
    assert [(one.number, one.items) for one in seen.page] == [("21/1", 2), ("21/9", 1), ("20/1", 1)]
    assert "21/9" not in [one.number for one in written.dossiers(Filters(), 0, 100, PUBLIC).page]


@pytest.mark.parametrize("access", [PUBLIC, CLERK])
@pytest.mark.parametrize("filters", [Filters(), Filters(years=(2022,)), Filters(date_to=dt.date(2021, 12, 31))])
def test_pages_are_those_of_a_walk_over_everything(written: Engine, filters: Filters, access: Access) -> None:
    held = [one for one in naive.visible(naive.held(CORPUS), access) if naive.passes(one, filters)]
    held.sort(key=lambda one: (-one.meeting.date.toordinal(), one.meeting.id, one.item.number))
    newest: dict[str, str] = {}
    for one in held:
        newest.setdefault(one.item.case_number or "", one.item.id)
    newest.pop("", None)
    counts = Counter(one.item.case_number for one in held)
    every = [Dossier(number, counts[number], item_id) for number, item_id in newest.items()]
    for offset in range(0, len(every) + 3, 3):
        found = written.dossiers(filters, offset, 3, access)
        assert found == Dossiers(len(every), tuple(every[offset : offset + 3]))
    assert written.dossiers(filters, 0, 0, access) == Dossiers(len(every), ())


@pytest.mark.parametrize("access", [PUBLIC, CLERK])
@pytest.mark.parametrize("beginning", ["2", "21/", "22/3", "22/33", "Æ", 'Æ/"', "*", "2.", "20/1"])
def test_cases_are_found_by_how_their_numbers_begin(written: Engine, beginning: str, access: Access) -> None:
    every = written.dossiers(Filters(), 0, 100, access).page
    begun = tuple(one for one in every if one.number.startswith(beginning))
    assert written.dossiers(Filters(), 0, 100, access, beginning=beginning) == Dossiers(len(begun), begun)
    assert written.dossiers(Filters(), 1, 1, access, beginning=beginning) == Dossiers(len(begun), begun[1:2])


def test_the_items_of_a_case_are_its_newest_first_and_the_closed_are_placeholders(written: Engine) -> None:
    found = written.of_case("21/1", 10, PUBLIC)
    assert [(one.item.id, one.item.title, one.item.closed) for one in found] == [
        (f"{BYRAADET}-01", "Aftalen", False),
        (f"{DIREKTIONEN}-01", "Hjemmearbejde", False),
        (f"{DIREKTIONEN}-02", "Lukket", True),
    ]
    assert "emmelig" not in repr(found)
    assert found[2].meeting.body == "Direktionen"
    assert [one.item.title for one in written.of_case("21/1", 10, CLERK)][2] == "Lukket: Hemmelig"
    assert [one.item.id for one in written.of_case("21/1", 2, PUBLIC)] == [f"{BYRAADET}-01", f"{DIREKTIONEN}-01"]
    assert written.of_case("21/1", 0, PUBLIC) == []


@pytest.mark.parametrize("number", ["", "21/12", "\x00", "2" * 5_000, "item", "Direktionen"])
def test_an_unknown_case_has_no_items(written: Engine, number: str) -> None:
    assert written.of_case(number, 10, CLERK) == []


def test_what_is_replaced_or_removed_is_of_its_case_no_more(written: Engine) -> None:
    written.write([meeting("Byrådet", "2021-06-28", item("Aftalen", "Aftale", case="21/2"))])
    written.remove([DIREKTIONEN])
    assert written.of_case("21/1", 10, CLERK) == []
    seen = written.dossiers(Filters(years=(2021,)), 0, 10, CLERK)
    assert seen == Dossiers(1, (Dossier("21/2", 1, f"{BYRAADET}-01"),))


def test_of_some_meetings_the_origins_alone(written: Engine) -> None:
    told = written.origins([DIREKTIONEN, "unknown", BYRAADET, DIREKTIONEN])
    assert [(one.meeting_id, one.path) for one in told] == [
        (BYRAADET, f"/referater/{BYRAADET}.txt"),
        (DIREKTIONEN, f"/referater/{DIREKTIONEN}.txt"),
    ]
    assert isinstance(told[0], Origin)
    assert written.origins([]) == []
