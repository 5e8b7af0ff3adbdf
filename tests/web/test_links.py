"""Searches that differ in one thing."""

import datetime as dt
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from search_api.query import DEEPEST, SearchRequest, from_parameters
from web.links import address, filters, toggled, without
from web.paging import pager

FULL = SearchRequest(
    question="cykel & sti?",
    bodies=("Økonomi- og Erhvervsudvalget",),
    years=(2021,),
    people=("Charlotte Markussen",),
    cases=("21/5239",),
    outcomes=("approved",),
    date_from=dt.date(2020, 1, 1),
    date_to=dt.date(2022, 12, 31),
    sort="newest",
    page=3,
    size=20,
)


def test_an_address_reads_back_as_the_same_search():
    assert from_parameters(parse_qs(urlsplit(address("/", FULL)).query)) == FULL


def test_the_empty_search_has_the_plain_address():
    assert address("/", SearchRequest()) == "/"


@pytest.mark.parametrize(
    ("facet", "value"), [("body", "Direktionen"), ("year", "2020"), ("person", "Lars Holte"), ("outcome", "rejected")]
)
def test_a_value_put_on_and_taken_off_leaves_the_first_page_of_the_search(facet, value):
    on = toggled(FULL, facet, value, chosen=False)
    assert on != replace(FULL, page=1)
    assert toggled(on, facet, value, chosen=True) == replace(FULL, page=1)


def test_a_body_spelled_otherwise_is_taken_off():
    assert toggled(replace(FULL, bodies=("okonomi",)), "body", "Okonomi", chosen=True).bodies == ()


def test_a_part_of_a_name_goes_with_the_person_it_chose():
    request = replace(FULL, people=("Markussen",))
    assert toggled(request, "person", "Charlotte Markussen", chosen=True).people == ()


def test_every_filter_can_be_taken_away_alone():
    for name, value, _ in filters(FULL):
        left = {other for other, _, _ in filters(without(FULL, name, value))}
        assert left == {other for other, _, _ in filters(FULL)} - {name}


def test_what_a_person_reads_of_the_filters():
    assert [label for _, _, label in filters(FULL)] == [
        "Udvalg: Økonomi- og Erhvervsudvalget",
        "År: 2021",
        "Person: Charlotte Markussen",
        "Udfald: Godkendt",
        "Sag: 21/5239",
        "Fra 1. januar 2020",
        "Til 31. december 2022",
    ]


def test_one_page_needs_no_pager():
    assert pager("/", SearchRequest(), 10) is None


def test_the_pager_shows_the_ends_and_the_neighbours():
    found = pager("/", SearchRequest(page=6), 200)
    assert found is not None
    assert [(page.number, page.gap, page.current) for page in found.pages] == [
        (1, False, False),
        (5, True, False),
        (6, False, True),
        (7, False, False),
        (20, True, False),
    ]
    assert (found.previous, found.next) == ("/?page=5#results", "/?page=7#results")


def test_no_page_is_offered_that_cannot_be_asked_for():
    found = pager("/", SearchRequest(page=2, size=30), 10**6)
    assert found is not None
    from_parameters(parse_qs(urlsplit(found.pages[-1].href).query))
    assert found.pages[-1].number == DEEPEST // 30
