"""What belongs together in the example minutes and in the real ones, as a careful reader finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engines import open_engine
from indexer.embedding import model_of
from indexer.pipeline import index
from mappings.errors import NotFound
from mappings.settings import Settings
from search_api.access import PUBLIC
from search_api.service import SearchService
from tests.doubles import GramEmbedder


def opened(minutes: Path, data: Path) -> Iterator[SearchService]:
    embedder = GramEmbedder()
    engine = open_engine(Settings(data=data), model=model_of(embedder))
    index([minutes], engine, embedder)
    service = SearchService(engine, embedder)
    yield service
    service.close()


@pytest.fixture(scope="module")
def havbjerg(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    yield from opened(examples, tmp_path_factory.mktemp("havbjerg"))


@pytest.fixture(scope="module")
def taastrup(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    yield from opened(real, tmp_path_factory.mktemp("taastrup"))


def reasons(service: SearchService, item_id: str) -> dict[str, tuple[str, ...]]:
    return {one.id: (one.reason, *one.also) for one in service.related(item_id, PUBLIC).related}


def test_homework_is_followed_from_the_lockdown_to_its_revision(havbjerg: SearchService) -> None:
    course = havbjerg.case("20/3187", PUBLIC).timeline
    assert [(entry.date.isoformat(), entry.title) for entry in course] == [
        ("2020-03-31", "Hjemmearbejde under nedlukningen"),
        ("2020-10-06", "Erfaringer med hjemmearbejde i foråret 2020"),
        ("2021-02-23", "Model for hjemmearbejde efter covid-19"),
        ("2021-08-31", "Rammer for hjemmearbejde på administrative arbejdspladser"),
        ("2022-03-15", "Hjemmearbejde - midtvejsstatus"),
        ("2022-09-20", "Revision af rammer for hjemmearbejde"),
    ]
    assert course[1].decision == (
        "Direktionen drøftede opsamlingen. ØPC udarbejder sammen med BKC et oplæg til en varig model, som forelægges i "
        "1. kvartal 2021 efter drøftelse i Chefforum."
    )
    postponed = course[2].then
    assert postponed is not None
    assert (postponed.id, postponed.text[:40]) == (
        "direktionen-2021-08-31-02",
        "genoptaget i Direktionen 31. august 2021",
    )
    assert course[-1].then is None


def test_what_the_committee_and_another_body_decided_stands_by_its_own_date(havbjerg: SearchService) -> None:
    course = havbjerg.case("18/1056", PUBLIC).timeline
    assert [(entry.date.isoformat(), entry.body) for entry in course[-2:]] == [
        ("2022-05-11", "Klima- og Teknikudvalget"),
        ("2022-05-17", "Økonomiudvalget"),
    ]
    assert {entry.id for entry in course[-2:]} == {"klima-og-teknikudvalget-2022-05-11-02"}


def test_a_meeting_named_by_its_date_is_found_with_and_without_a_year(havbjerg: SearchService) -> None:
    """*Direktionen bad den 31. marts om en opsamling* and *Udvalget udsatte sagen den 14. november 2018*."""
    told = reasons(havbjerg, "direktionen-2020-10-06-02")["direktionen-2020-03-31-02"]
    assert told == ("samme sag, 20/3187", "punktet nævner mødet i Direktionen 31. marts 2020")
    told = reasons(havbjerg, "klima-og-teknikudvalget-2018-11-14-02")["klima-og-teknikudvalget-2019-06-19-02"]
    assert told[1] == "nævner mødet i Klima- og Teknikudvalget 14. november 2018"


def test_the_budget_plan_comes_every_year(havbjerg: SearchService) -> None:
    assert reasons(havbjerg, "direktionen-2018-02-06-04")["direktionen-2019-03-12-05"] == ("næste i rækken",)
    assert reasons(havbjerg, "direktionen-2019-03-12-05")["direktionen-2018-02-06-04"] == ("forrige i rækken",)


def test_the_economy_is_followed_over_case_numbers(havbjerg: SearchService) -> None:
    told = reasons(havbjerg, "direktionen-2019-11-05-01")
    assert told["direktionen-2018-09-18-01"] == ("forrige i rækken",)
    assert told["direktionen-2020-03-31-03"] == ("næste i rækken",)


def test_an_orientation_that_names_a_title_word_for_word_refers_to_it(havbjerg: SearchService) -> None:
    """*Udkastet til retningslinjer for solenergi i det åbne land forelægges i juni.*"""
    told = reasons(havbjerg, "klima-og-teknikudvalget-2021-11-17-06")
    assert told["klima-og-teknikudvalget-2021-04-14-01"] == ("nævner punktets titel",)


@pytest.mark.parametrize("sundry", ["direktionen-2019-03-12-02", "klima-og-teknikudvalget-2021-04-14-01"])
def test_sundries_belong_to_their_case_only(havbjerg: SearchService, sundry: str) -> None:
    kinds = {one.kind for one in havbjerg.related(sundry, PUBLIC).related}
    assert kinds <= {"same_case", "refers_to", "referred_by"}


def test_a_programme_names_the_items_of_the_day(taastrup: SearchService) -> None:
    told = reasons(taastrup, "direktionen-2022-01-10-01")
    assert told["direktionen-2022-01-10-05"] == ("punktet nævner »Store Lederdag 2. marts 2022«",)
    assert told["direktionen-2022-01-10-03"][0].startswith("punktet nævner »Videreudvikling af mitHTK")
    assert reasons(taastrup, "direktionen-2021-06-28-05")["direktionen-2021-06-28-01"] == ("nævner punktets titel",)


def test_a_decision_of_an_inner_meeting_stands_before_the_meeting(taastrup: SearchService) -> None:
    course = taastrup.related("direktionen-2016-10-04-04", PUBLIC).timeline
    assert [(entry.date.isoformat(), entry.body, entry.outcomes[0]) for entry in course] == [
        ("2016-09-27", "Direktionen internt", "postponed"),
        ("2016-10-04", "Direktionen", "approved"),
    ]
    assert course[0].then is not None
    assert course[0].then.text == "behandlet i Direktionen 4. oktober 2016: godkendt"


@pytest.mark.parametrize("number", ["21/2826", "15/25532"])
def test_a_case_with_closed_items_only_is_not_there(taastrup: SearchService, number: str) -> None:
    with pytest.raises(NotFound):
        taastrup.case(number, PUBLIC)
