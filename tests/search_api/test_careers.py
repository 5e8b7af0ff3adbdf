"""A person's page in the API: as what they were in which meetings, and when."""

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from engines import open_engine
from indexer.embedding import model_of
from indexer.pipeline import index
from mappings.documents import Item, Meeting, Participant
from mappings.errors import NotFound
from mappings.settings import Settings
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.doubles import GramEmbedder
from tests.elasticsearch.indices import own_indices
from tests.web.serving import serve

MINUTES = {
    "2019-03-04": (
        "Deltagere: Carla Holm (direktør for Teknik og Miljø), Carl Hede (CHE), Ulla Udby (afbud)",
        "Kantinen drives videre af Teknik- og Miljøcenter (TMC). CHE orienterede om priser.",
        "Punkt 2: Lukket\n\nHemmelig Hansen, direktør, deltog.\n",
    ),
    "2020-05-06": (
        "Deltagere: Carla Holm, Carl Hede (sekretær)",
        "Direktør for Teknik og Miljø Carla Holm gennemgik planen. Ib Lund, konsulent, deltog.",
        "",
    ),
    "2021-06-07": ("Deltagere: Carla Holm (kommunaldirektør), Carl Hede", "Budgettet for kantinen.", ""),
}


@pytest.fixture(scope="module", params=["embedded", "elasticsearch"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    folder: Path = tmp_path_factory.mktemp("minutes")
    for date, (people, text, more) in MINUTES.items():
        day = dt.date.fromisoformat(date)
        (folder / f"{date}.txt").write_text(
            f"REFERAT Direktionen d. {day:%d-%m-%Y}\n\nMødedato {day:%d-%m-%Y}\n\n{people}\n\n"
            f"Punkt 1: Kantinen\n\n19/1\n\nBaggrund\n\n{text}\n\nBeslutning\n\nGodkendt.\n\n{more}",
            encoding="utf-8",
        )
    embedder = GramEmbedder()
    with ExitStack() as afterwards:
        settings = Settings(engine=request.param, data=tmp_path_factory.mktemp("data"))
        if request.param == "elasticsearch":
            url = request.getfixturevalue("elasticsearch_url")
            name = afterwards.enter_context(own_indices(url))
            settings = replace(settings, elasticsearch_url=url, elasticsearch_index=name)
        engine = open_engine(settings, model=model_of(embedder))
        assert index([folder], engine, embedder).failures == []
        made = SearchService(engine, embedder, today=lambda: dt.date(2026, 11, 25))
        yield made
        made.close()


def ids(service: SearchService, question: str = "", **filters: tuple[str, ...]) -> set[str]:
    return {one.id for one in service.search(SearchRequest(question=question, **filters), PUBLIC).results}  # type: ignore[arg-type]


def test_offices_have_a_title_and_a_period(service: SearchService) -> None:
    carla = service.person("carla-holm", PUBLIC)
    assert carla.name == "Carla Holm"
    assert [(one.title, one.first.year, one.last.year, one.meetings) for one in carla.offices] == [
        ("kommunaldirektør", 2021, 2021, 1),
        ("direktør for Teknik og Miljø", 2019, 2020, 2),
    ]
    assert (carla.present, carla.absent, carla.secretary) == (3, 0, 0)
    assert [one.meeting.date.year for one in carla.meetings] == [2021, 2020, 2019]


def test_roles_are_counted_apart(service: SearchService) -> None:
    carl = service.person("carl-hede", PUBLIC)
    assert (carl.present, carl.absent, carl.secretary) == (2, 0, 1)
    assert carl.initials == ("CHE",)


def test_items_that_name_them_are_listed(service: SearchService) -> None:
    carla = service.person("carla-holm", PUBLIC)
    assert carla.named == 1
    assert [one.id for one in carla.items] == ["direktionen-2020-05-06-01"]


def test_who_is_only_named_has_a_page_and_who_was_only_absent_too(service: SearchService) -> None:
    (office,) = service.person("ib-lund", PUBLIC).offices
    assert (office.role, office.title) == ("named", "konsulent")
    ulla = service.person("ulla-udby", PUBLIC)
    assert (ulla.name, ulla.present, ulla.absent) == ("Ulla Udby", 0, 1)


def test_other_spellings_of_who_is_only_in_lists_are_told(tmp_path: Path) -> None:
    spelled = enumerate(("Søren Åkjær", "Søren Aakjær", "Søren Bo Åkjær", "Per Åkjær"), 1)
    items = (Item(number=1, title="Veje"),)
    held = [
        Meeting(body="Byrådet", date=dt.date(2020, month, 4), participants=(Participant(name),), items=items)
        for month, name in spelled
    ]
    opened = serve(tmp_path, held)
    soeren = opened.person("soeren-aakjaer", PUBLIC)
    assert (soeren.name, set(soeren.spellings)) == ("Søren Bo Åkjær", {"Søren Åkjær", "Søren Aakjær"})
    opened.close()


@pytest.mark.parametrize("slug", ["hemmelig-hansen", "nobody", "holm", "CARLA HOLM", "%00"])
def test_who_is_unknown_or_only_in_closed_items_has_none(service: SearchService, slug: str) -> None:
    with pytest.raises(NotFound, match="ingen person"):
        service.person(slug, PUBLIC)


def test_while_somebody_took_part(service: SearchService) -> None:
    """Carl Hede is in every meeting's list; Ulla Udby was never in the room, and Ib Lund came for what names him."""
    everyone = {f"direktionen-{date}-01" for date in MINUTES}
    assert ids(service, "kantinen mens Carl Hede deltog") == everyone
    assert ids(service, "mens Carla Holm deltog 2021") == {"direktionen-2021-06-07-01"}
    assert ids(service, "kantinen mens Ib Lund deltog") == {"direktionen-2020-05-06-01"}
    assert ids(service, "kantinen mens Ulla Udby deltog") == set()
    assert ids(service, present=("Carl Hede",)) == everyone
    assert ids(service, present=("Ulla Udby",)) == set()


def test_while_somebody_was_absent(service: SearchService) -> None:
    """Ulla Udby was away in 2019 and is in no item, Carl Hede never was."""
    assert ids(service, absent=("Ulla Udby",)) == {"direktionen-2019-03-04-01"}
    assert ids(service, absent=("Carl Hede",)) == set()
    answer = service.search(SearchRequest(question="kantinen uden Carl Hede"), PUBLIC)
    never = "Carl Hede står ikke som fraværende i noget møde; der er søgt på ordene, som de står."
    assert answer.notices[:1] == (never,)


def test_initials_in_a_text_name_the_participant(service: SearchService) -> None:
    assert service.person("carl-hede", PUBLIC).slug == "carl-hede"
    assert service.item("direktionen-2019-03-04-01", PUBLIC).item.people == ("Carl Hede",)


def test_initials_and_a_year_are_a_question(service: SearchService) -> None:
    answer = service.search(SearchRequest(question="CHE 2019"), PUBLIC)
    assert [one.label for one in answer.query.readings] == ["Kun møder med Carl Hede", "Kun møder i 2019"]
    assert {one.id for one in answer.results} == {"direktionen-2019-03-04-01"}


def test_a_result_says_who_took_part_where_it_has_none_of_the_words(service: SearchService) -> None:
    answer = service.search(SearchRequest(question="Carla Holm 2021"), PUBLIC)
    assert [(one.id, one.why) for one in answer.results] == [("direktionen-2021-06-07-01", "deltagelse af Carla Holm")]


def test_a_result_that_names_somebody_rather_says_so(service: SearchService) -> None:
    answer = service.search(SearchRequest(question="CHE 2019"), PUBLIC)
    assert [(one.id, one.why) for one in answer.results] == [("direktionen-2019-03-04-01", "omtale af Carl Hede")]


def test_what_the_minutes_abbreviate_widens_a_question(service: SearchService) -> None:
    answer = service.search(SearchRequest(question="TMC"), PUBLIC)
    assert answer.results[0].id == "direktionen-2019-03-04-01"
    learned = {one.short: one.full for one in service._engine.abbreviations(PUBLIC) if not one.person}
    assert learned == {"TMC": "Teknik- og Miljøcenter"}


def test_a_title_goes_on_until_another_has_it_and_a_deputy_is_one_for_a_meeting(tmp_path: Path) -> None:
    lists = (
        (Participant("Anna Berg", title="formand"), Participant("Bo Dahl")),
        (Participant("Anna Berg"), Participant("Bo Dahl", title="suppleant for Ib Lund")),
        (Participant("Anna Berg"), Participant("Bo Dahl", title="formand")),
        (Participant("Anna Berg"), Participant("Bo Dahl")),
    )
    items = (Item(number=1, title="Veje"),)
    held = [
        Meeting(body="Byrådet", date=dt.date(2020, month, 4), participants=people, items=items)
        for month, people in enumerate(lists, 1)
    ]
    opened = serve(tmp_path, held)
    offices = {
        slug: [
            (one.title, one.first.month, one.last.month, one.meetings) for one in opened.person(slug, PUBLIC).offices
        ]
        for slug in ("anna-berg", "bo-dahl")
    }
    assert offices == {
        "anna-berg": [("", 3, 4, 2), ("formand", 1, 2, 2)],
        "bo-dahl": [("formand", 3, 4, 2), ("suppleant for Ib Lund", 2, 2, 1), ("", 1, 1, 1)],
    }
    opened.close()


def test_who_is_absent_has_the_title_of_when_they_were_there(tmp_path: Path) -> None:
    lists = (
        (Participant("Anna Berg", title="HR-chef"), Participant("Bo Dahl")),
        (Participant("Anna Berg", role="absent"), Participant("Bo Dahl", role="secretary")),
    )
    items = (Item(number=1, title="Veje"),)
    held = [
        Meeting(body="Direktionen", date=dt.date(2020, month, 4), participants=people, items=items)
        for month, people in enumerate(lists, 1)
    ]
    opened = serve(tmp_path, held)
    anna = opened.person("anna-berg", PUBLIC)
    assert [(one.role, one.title) for one in anna.offices] == [("absent", "HR-chef"), ("present", "HR-chef")]
    opened.close()
