"""A question that is the title of an item, or holds its year and its words, is answered by that item first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mappings.documents import Item
from search_api.access import Access
from search_api.answers import SearchAnswer
from search_api.service import SearchService
from tests.search_api.asking import ask
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, indexed, item, meeting

CONSULTANT = "Strategi for parkering i Havbjerg: kortlægning af parkering"


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    def standing(number: int) -> Item:
        return item(number, "Sager på vej", "Ny skole. Ny vej. Sagerne på vej til udvalget.")

    opened = indexed(
        tmp_path_factory.mktemp("titled"),
        (
            meeting(DIREKTIONEN, "2019-01-07", [], standing(1), item(2, "Mødeplan for byrådet i 2020", "Som i 2019.")),
            meeting(
                DIREKTIONEN,
                "2020-02-03",
                [],
                standing(1),
                item(2, "Strategi for parkering", "Vedtaget.", case_number="20/7"),
                item(3, CONSULTANT, "Strategi for parkering. Parkering kortlægges. " * 3),
                item(4, "Lukket sag", "Hemmeligt.", closed=True),
            ),
            meeting(
                DIREKTIONEN,
                "2021-03-01",
                [],
                item(1, "Årsrapport 2020 om støj", "Støj ved havnen."),
                item(4, "Tilskud fra fondens 5 -pulje", "Ja."),
                item(2, "Vej", "En vej. Sager om vej på vej. Sagerne er på vej."),
                standing(3),
            ),
            meeting(
                DIREKTIONEN,
                "2020-11-02",
                [],
                item(1, "Rapport om støj", "Årsrapport om støj. Støj i 2020."),
            ),
            meeting(BYRAADET, "2020-06-08", [], item(1, "Møder", "Byrådet mødes i 2020 om mødeplanen.")),
        ),
    )
    yield opened
    opened.close()


def first(answer: SearchAnswer) -> str:
    return answer.results[0].title


@pytest.mark.parametrize("typed", ["Strategi for parkering", "strategi for parkering.", "»STRATEGI« for parkering?"])
def test_what_is_titled_as_was_asked_comes_first_however_it_is_written(titled: SearchService, typed: str) -> None:
    assert first(ask(titled, typed)) == "Strategi for parkering"


def test_of_a_title_that_stands_on_many_agendas_the_newest_come_first(titled: SearchService) -> None:
    answer = ask(titled, "sager paa vej")
    dates = [one.meeting.date.year for one in answer.results if one.title == "Sager på vej"]
    assert [one.title for one in answer.results[:3]] == ["Sager på vej"] * 3
    assert dates == [2021, 2020, 2019]


def test_nothing_else_is_read_in_a_title_and_that_is_told(titled: SearchService) -> None:
    answer = ask(titled, "Mødeplan for byrådet i 2020")
    assert first(answer) == "Mødeplan for byrådet i 2020"
    assert [(one.kind, one.effect, one.label) for one in answer.query.readings] == [
        ("title", "finds", "Først punkter med netop den titel")
    ]
    literal = ask(titled, "Mødeplan for byrådet i 2020", literal=("Mødeplan for byrådet i 2020",))
    assert literal.query.readings == ()


def test_a_title_is_found_within_the_filters_that_were_chosen(titled: SearchService) -> None:
    answer = ask(titled, "Sager på vej", years=(2019, 2020))
    assert [one.meeting.date.year for one in answer.results[:2]] == [2020, 2019]
    assert all(one.meeting.date.year != 2021 for one in answer.results)


def test_a_minus_excludes_unless_the_title_has_it_itself(titled: SearchService) -> None:
    assert first(ask(titled, "Tilskud fra fondens 5 -pulje")) == "Tilskud fra fondens 5 -pulje"
    assert ask(titled, "Strategi for -parkering").query.excluded == ("parkering",)


def test_a_case_number_is_no_title(titled: SearchService) -> None:
    assert [one.kind for one in ask(titled, "20/7").query.readings] == ["case"]


def test_a_closed_title_is_none_to_the_public(titled: SearchService) -> None:
    assert ask(titled, "Lukket sag").total == 0
    assert all(one.kind != "title" for one in ask(titled, "Lukket sag").query.readings)
    assert first(ask(titled, "Lukket sag", Access(closed=True))) == "Lukket sag"


def test_what_has_a_year_in_its_title_comes_before_what_was_dealt_with_then(titled: SearchService) -> None:
    answer = ask(titled, "årsrapport støj 2020")
    assert [one.kind for one in answer.query.readings] == ["period"]
    assert first(answer) == "Årsrapport 2020 om støj"


@pytest.mark.parametrize("question", ["cykelstien", "hvad blev der af cykelstien"])
def test_what_has_the_one_word_of_a_question_in_its_title_comes_before_what_is_of_other_things_too(
    tmp_path: Path, question: str
) -> None:
    path = item(1, "Cykelsti mellem byen og havnen", "Den nye cykelsti anlægges langs vandet, og der plantes træer.")
    standing = item(2, "Eventuelt", "Cykelstien er mørk.")
    others = item(1, "Budget", "Penge til vejen."), item(2, "Personale", "Ansatte i kommunen.")
    meetings = meeting(BYRAADET, "2021-06-14", [], path, standing), meeting(DIREKTIONEN, "2020-06-15", [], *others)
    opened = indexed(tmp_path, meetings)
    try:
        assert [one.title for one in ask(opened, question).results] == [path.title, standing.title]
    finally:
        opened.close()


def test_what_is_all_about_an_outcome_is_no_title(tmp_path: Path) -> None:
    overview = item(1, "Udsatte sager", "Oversigten er til orientering.")
    postponed = item(2, "Kantinen", "Priserne.", "postponed")
    opened = indexed(tmp_path, [meeting(BYRAADET, "2021-06-14", [], overview, postponed)])
    try:
        answer = ask(opened, "udsatte sager")
        assert [one.title for one in answer.results] == ["Kantinen"]
    finally:
        opened.close()
