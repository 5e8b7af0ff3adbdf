"""Who has a post, by the lists of the meetings that are asked for."""

import datetime as dt
from collections.abc import Iterator

import pytest

from mappings.documents import Item, Meeting, Participant
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.web.serving import serve

LISTS = {
    ("Byrådet", "2019-03-04"): {"Jens Ravn": "borgmester", "Lis Dam": ""},
    ("Byrådet", "2021-12-06"): {"Jens Ravn": "Borgmester (A)", "Lis Dam": ""},
    ("Byrådet", "2022-02-07"): {"Jens Ravn": "", "Lis Dam": "borgmester", "Bo Ask": "formand for Havneudvalget"},
    ("Byrådet", "2022-03-07"): {"Jens Ravn": "", "Lis Dam": ""},
    ("Økonomiudvalget", "2022-02-21"): {"Lis Dam": "borgmester, formand", "Bo Ask": ""},
    ("Havneudvalget", "2022-03-14"): {"Bo Ask": "formand", "Ida Falk": "direktør", "Tom Juul": "direktør"},
    ("Det gamle udvalg", "2018-01-08"): {"Carl Elm": "borgmester"},
}


def _meeting(body: str, day: str, listed: dict[str, str]) -> Meeting:
    people = tuple(Participant(name, title=title) for name, title in listed.items())
    items = (Item(number=1, title="Havnen"), Item(number=2, title="Veje"))
    return Meeting(body=body, date=dt.date.fromisoformat(day), participants=people, items=items)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    opened = serve(tmp_path_factory.mktemp("posts"), [_meeting(*key, listed) for key, listed in LISTS.items()])
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("hvem er borgmester", "Først møder med Lis Dam (borgmester 21. februar 2022)"),
        ("hvem var borgmester i 2019", "Først møder med Jens Ravn (borgmester 4. marts 2019)"),
        ("hvem er formand for Havneudvalget", "Først møder med Bo Ask (formand 14. marts 2022)"),
        ("hvem er formand for Økonomiudvalget", "Først møder med Lis Dam (formand 21. februar 2022)"),
        (
            "hvem var borgmester fra 2019 til 2022",
            "Først møder med Lis Dam (borgmester 21. februar 2022) eller Jens Ravn (borgmester 4. marts 2019)",
        ),
    ],
)
def test_the_last_list_that_gives_a_post_tells_who_has_it(service: SearchService, question: str, label: str) -> None:
    answer = service.search(SearchRequest(question=question), PUBLIC)
    assert [one.label for one in answer.query.readings if one.kind == "person"] == [label]


@pytest.mark.parametrize("question", ["hvem er direktør", "hvem er formand", "hvem er formand for Byrådet", "havnen"])
def test_where_two_have_it_or_nobody_no_one_is_read(service: SearchService, question: str) -> None:
    answer = service.search(SearchRequest(question=question), PUBLIC)
    assert not [one for one in answer.query.readings if one.kind == "person"]
