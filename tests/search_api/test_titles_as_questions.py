"""A title that is typed as a question finds its item, whatever is read in it."""

from collections.abc import Iterator

import pytest

from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, indexed, item, meeting

MEETINGS = (
    meeting(BYRAADET, "2021-06-07", ["Bo Kjær"], item(1, "Velkommen og nyt fra Direktionen", "Der er flyttet rundt.")),
    meeting(DIREKTIONEN, "2020-05-04", ["Bo Kjær"], item(1, "Velkommen og nyt", "Intet.")),
    meeting(DIREKTIONEN, "2022-03-01", ["Bo Kjær"], item(1, "Anlæg vedtaget i 2021", "Status på anlæg.")),
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    opened = indexed(tmp_path_factory.mktemp("titles"), MEETINGS)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("title", "item_id"),
    [
        ("velkommen og nyt fra direktionen", "byraadet-2021-06-07-01"),
        ("Anlæg vedtaget i 2021", "direktionen-2022-03-01-01"),
    ],
)
def test_what_would_be_read_in_a_title_does_not_hide_its_item(service: SearchService, title: str, item_id: str) -> None:
    answer = service.search(SearchRequest(question=title), PUBLIC)
    assert answer.results[0].id == item_id
    assert [one.label for one in answer.query.readings] == ["Først punkter med netop den titel"]


def test_what_is_no_title_narrows(service: SearchService) -> None:
    answer = service.search(SearchRequest(question="nyt fra direktionen"), PUBLIC)
    assert [one.id for one in answer.results] == ["direktionen-2020-05-04-01"]
    assert [one.label for one in answer.query.readings] == ["Kun Direktionen"]
