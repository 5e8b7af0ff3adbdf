"""Parameters of a URL, read strictly."""

import datetime as dt

import pytest

from mappings.errors import BadRequest
from search_api.query import SearchRequest, from_parameters, parameters


def test_filters_repeat_and_the_rest_does_not() -> None:
    request = from_parameters({"q": ["budget"], "year": ["2020", "2021"], "outcome": ["approved", "Udsat"]})
    assert request.years == (2020, 2021)
    assert request.outcomes == ("approved", "postponed")


@pytest.mark.parametrize(
    "given",
    [
        {"body": [f"Udvalg {number}" for number in range(101)]},
        {"person": [f"Navn {number}" for number in range(60)], "case": [f"21/{number}" for number in range(60)]},
        {"literal": ["ord " * 3_000]},
    ],
)
def test_more_than_anybody_chooses_is_an_error(given: dict[str, list[str]]) -> None:
    with pytest.raises(BadRequest, match="højst 100 værdier"):
        from_parameters(given)


def test_what_is_read_can_be_written_back() -> None:
    request = SearchRequest(
        question="æøå & co",
        bodies=("Direktionen",),
        years=(2021,),
        people=("Lars Holte",),
        cases=("21/5239",),
        outcomes=("noted",),
        attachments=("yes",),
        date_from=dt.date(2020, 1, 1),
        date_to=dt.date(2021, 12, 31),
        sort="oldest",
        page=3,
        size=20,
    )
    given: dict[str, list[str]] = {}
    for name, value in parameters(request):
        given.setdefault(name, []).append(value)
    assert from_parameters(given) == request


@pytest.mark.parametrize("size", ["1", "100"])
def test_a_page_may_have_one_result_or_a_hundred(size: str) -> None:
    assert from_parameters({"size": [size]}).size == int(size)


@pytest.mark.parametrize(
    ("given", "parameter"),
    [
        ({"yaer": ["2020"]}, "yaer"),
        ({"year": ["1e3"]}, "year"),
        ({"year": ["٢٠٢١"]}, "year"),
        ({"from": ["1704067200"]}, "from"),
        ({"from": ["2021-02-31"]}, "from"),
        ({"from": ["2021-02-01"], "to": ["2021-01-01"]}, "to"),
        ({"outcome": ["maybe"]}, "outcome"),
        ({"attachments": ["ja"]}, "attachments"),
        ({"sort": ["best"]}, "sort"),
        ({"sort": ["newest", "oldest"]}, "sort"),
        ({"page": ["0"]}, "page"),
        ({"page": ["5000"]}, "page"),
        ({"size": ["101"]}, "size"),
        ({"size": ["-1"]}, "size"),
    ],
)
def test_what_cannot_be_is_refused_by_name(given: dict[str, list[str]], parameter: str) -> None:
    with pytest.raises(BadRequest) as refused:
        from_parameters(given)
    assert refused.value.parameter == parameter


def test_a_misspelt_parameter_is_told_the_right_one() -> None:
    with pytest.raises(BadRequest, match="Mente du person"):
        from_parameters({"persn": ["x"]})
