"""Bodies known by a part of their names, which may be several's."""

import pytest

from search_api.readings.bodies import bodies
from search_api.readings.plain import plain
from search_api.readings.reading import Reading
from search_api.synonyms import shipped

WELFARE, SCHOOL = "Trivselsudvalget på Birkevang Plejecenter", "Skolebestyrelsen ved Tøvling Skole"
LARK, SUN = "Forældrebestyrelsen i Børnehuset Lærken", "Forældrebestyrelsen i Børnehuset Solstrålen"
STEERING, MUSIC = "Styregruppen for Ny Svømmehal", "Bestyrelsen for Musikskolen"
KNOWN = ("Byrådet", WELFARE, SCHOOL, LARK, SUN, STEERING, MUSIC)


def read(question: str, known: tuple[str, ...] = KNOWN) -> tuple[Reading, ...]:
    return bodies(plain(question), known, shipped()).found


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("i trivselsudvalget", WELFARE),
        ("trivselsudvalgets beslutninger", WELFARE),
        ("på trivselsudvalgsmødet", WELFARE),
        ("på skolebestyrelsesmødet", SCHOOL),
        ("besluttede skolebestyrelsen", SCHOOL),
        ("i trivselsudvalget på Birkevang", WELFARE),
        ("i styregruppen for svømmehallen", STEERING),
        ("besluttede musikskolens bestyrelse", MUSIC),
        ("i Birkevangs trivselsudvalg", WELFARE),
        ("besluttede forældrebestyrelsen i Lærken", LARK),
    ],
)
def test_what_stands_before_its_place_names_a_body(question: str, body: str) -> None:
    (reading,) = read(question)
    assert (reading.effect, reading.asks.bodies) == ("narrows", (body,))


def test_a_part_that_several_share_means_all_of_them_and_names_each() -> None:
    (reading,) = read("i forældrebestyrelsen")
    assert reading.asks.bodies == (LARK, SUN)
    assert reading.label == f"Kun {LARK} eller {SUN}"


def test_a_body_that_is_called_so_goes_before_those_that_are_in_part() -> None:
    assert read("i skolebestyrelsen", (*KNOWN, "Skolebestyrelsen"))[0].asks.bodies == ("Skolebestyrelsen",)


@pytest.mark.parametrize(
    "question",
    [
        *("i udvalget", "i bestyrelsen", "i en skolebestyrelse", "skolebestyrelser", "i en styregruppe"),
        *("i trivselsudvalget på Solgården", "i skolebestyrelsen ved Nordvang Skole", "til skolebestyrelsen"),
    ],
)
def test_what_may_be_any_body_or_another_one_names_none(question: str) -> None:
    assert read(question) == ()


def test_no_item_need_hold_a_part_of_a_name() -> None:
    (reading,) = read("lejrskoler skolebestyrelsen")
    assert (reading.effect, reading.keeps, reading.hints) == ("favours", False, True)
