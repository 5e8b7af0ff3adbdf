"""Whether there is an answer: by what is asked alone, not by how many items are alike nor by what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from search_api.access import PUBLIC
from search_api.floor import PIECES
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.search_api.conftest import DIREKTIONEN, indexed, item, meeting
from tests.search_api.test_floor import NEVER

# An answer is what leads the others clearly.
BY_LEAD = replace(NEVER, weights=dict.fromkeys(PIECES, 0.0) | {"lead": 100.0}, intercept=-2.0, threshold=0.5)
STREETS = (
    *("Algade", "Bredgade", "Dalvej", "Engvej", "Fyrvej", "Gl. Torv", "Havnegade", "Højvang", "Idrætsvej", "Jernvej"),
    *("Kirkevej", "Lundvej", "Møllevej", "Nygade", "Odinsvej", "Parkvej", "Ringvej", "Skolevej", "Torvet", "Ågade"),
)
REPORT, WORK = "Flere ledige er i praktik end før.", "Her lægges asfalt."
MEETINGS = [
    meeting(
        DIREKTIONEN,
        f"{2010 + at // 4}-{1 + 3 * (at % 4):02d}-01",
        ["Anna Lund"],
        item(1, f"Ledighedsrapport {1 + at % 4}. kvartal {2010 + at // 4}", REPORT),
        item(2, street, WORK),
        *([item(3, "Havnekranen", "Kranen males.")] if at == 0 else ()),
    )
    for at, street in enumerate(STREETS)
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    opened = indexed(tmp_path_factory.mktemp("answered"), MEETINGS)
    yield SearchService(opened._engine, None, calibration=BY_LEAD)
    opened.close()


def total(service: SearchService, question: str, **chosen: object) -> int:
    return service.search(SearchRequest(question=question, **chosen), PUBLIC).total  # type: ignore[arg-type]


def test_a_matter_that_many_items_of_a_series_hold_is_not_silenced_by_them(service: SearchService) -> None:
    assert total(service, "ledige og solceller") == len(STREETS)


def test_what_nothing_answers_is_answered_by_no_part_of_the_index_either(service: SearchService) -> None:
    assert total(service, "asfalt og solceller") == 0
    assert [total(service, "asfalt og solceller", years=(year,)) for year in (2010, 2012, 2014)] == [0, 0, 0]
    assert total(service, "asfalt og solceller i 2010") == 0


def test_what_is_no_result_of_all_there_is_becomes_none_by_what_is_chosen(service: SearchService) -> None:
    """Havnegade has some letters of the crane, and nothing of 2011 has more."""
    assert total(service, "havnekran") == total(service, "havnekran", years=(2010,)) == 1
    assert total(service, "havnekran", years=(2011,)) == 0
    told = service.search(SearchRequest(question="havnekran", years=(2011,)), PUBLIC).facets["year"]
    assert [(one.value, one.count) for one in told] == [(2011, 0), (2010, 1)]


def test_what_is_held_word_for_word_is_a_result_within_what_is_chosen(service: SearchService) -> None:
    assert total(service, "asfalt", years=(2010,)) == 4
