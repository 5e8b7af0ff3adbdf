"""A person's page lists the items that call them by less than the name, where the index says whom they mean."""

import datetime as dt
from collections.abc import Iterator

import pytest

from mappings.documents import Item, Meeting, Participant, Section
from search_api.access import PUBLIC
from search_api.service import SearchService
from tests.web.serving import serve

TEXTS = (
    ("Veje", "Bent orienterede om vejene.", ("Bent Udby",)),
    ("Haven", "Bent Udby fremlagde planen.", ("Bent Udby",)),
    ("Hegnet", "Bent Krog oplyste, hvad hegnet koster.", ("Bent Krog",)),
    ("Stien", "Der er ikke sagt noget om stien til Udby.", ()),
)


def _meeting(year: int) -> Meeting:
    items = tuple(
        Item(number=number, title=title, sections=(Section("background", "", text),), people=people)
        for number, (title, text, people) in enumerate(TEXTS, 1)
    )
    listed = (Participant("Bent Udby"), Participant("Lis Holm"))
    return Meeting(body="Byrådet", date=dt.date(year, 3, 4), participants=listed, items=items)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    opened = serve(tmp_path_factory.mktemp("named"), [_meeting(2020), _meeting(2021)])
    yield opened
    opened.close()


def test_who_is_called_by_the_given_name_is_named(service: SearchService) -> None:
    bent = service.person("bent-udby", PUBLIC)
    assert [one.title for one in bent.items] == ["Veje", "Haven"] * 2
    assert bent.named == 4


def test_a_year_of_a_person_has_them_too(service: SearchService) -> None:
    of_2020 = service.person_year("bent-udby", 2020, 1, PUBLIC)
    assert ([one.title for one in of_2020.items], of_2020.named) == (["Veje", "Haven"], 2)


def test_a_given_name_that_the_index_says_nothing_of_names_nobody(service: SearchService) -> None:
    assert {one.title for one in service.person("bent-krog", PUBLIC).items} == {"Hegnet"}
    assert service.person("lis-holm", PUBLIC).named == 0
