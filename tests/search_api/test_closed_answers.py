"""What is closed is in no answer of a search for who may not see it (conftest.py has the index)."""

import pytest

from search_api.access import PUBLIC, Access
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.search_api.asking import ask, counts, ids
from tests.search_api.conftest import CLOSED

EVERYTHING = Access(closed=True)


def test_attachments_of_the_closed_are_counted_only_for_who_may_see_it(service: SearchService) -> None:
    everything = service.search(SearchRequest(attachments=("yes",)), EVERYTHING)
    assert counts(everything, "attachments") == {"no": 4, "yes": 3}
    assert CLOSED in ids(everything)
    assert CLOSED not in ids(ask(service, attachments=("yes",)))


@pytest.mark.parametrize("question", ["", "hemmelig parkering", "20/99", "Carl Hemmingsen", '"hemmelig parkering"'])
def test_the_closed_is_never_found_counted_or_named(service: SearchService, question: str) -> None:
    answer = ask(service, question)
    assert CLOSED not in ids(answer)
    assert CLOSED not in {result.id for result in answer.similar}
    assert "Carl Hemmingsen" not in counts(answer, "person")
    for values in answer.facets.values():
        assert sum(value.count for value in values if value.value == 2020) <= 2


def test_the_closed_is_a_placeholder_to_read(service: SearchService) -> None:
    item = service.item(CLOSED, PUBLIC).item
    assert (item.number, item.case_number, item.closed, item.sections) == (3, "20/99", True, ())
    listed = service.meeting("direktionen-2020-05-04", PUBLIC).items[2]
    assert listed == item
    assert service.item(CLOSED, EVERYTHING).item.sections[0].text.startswith("Hemmelig")


def test_the_closed_is_not_related(service: SearchService) -> None:
    assert service.related(CLOSED, PUBLIC).related == ()
    assert service.related(CLOSED, PUBLIC).timeline == ()
    assert [entry.id for entry in service.related(CLOSED, EVERYTHING).timeline] == [CLOSED]


@pytest.mark.parametrize("question", ["hemmelig 20/99 i 2020", "Direktionen 2020", "afvist i 2020", "i 2020"])
def test_readings_find_nothing_closed(service: SearchService, question: str) -> None:
    answer = ask(service, question)
    assert CLOSED not in {*ids(answer), *(one.id for one in answer.similar)}
