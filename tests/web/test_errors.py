"""Errors as pages, and as problem+json below /api/."""

import logging

import pytest

from mappings.errors import EngineUnavailable, IndexMismatch
from tests.web.reading import read
from web.app import create_app


class Broken:
    """A service that fails as it is told to."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def search(self, *_: object) -> None:
        raise self.error


def page_of(error: Exception):
    response = create_app(service=Broken(error)).test_client().get("/?q=hej")
    return response.status_code, read(response.text)


def test_an_unknown_address_is_a_page_with_a_search_field(get):
    page = get("/findes/ikke", status=404)
    assert page.one("h1").text == "Siden findes ikke"
    assert page.one("html").attributes["lang"] == "da"
    assert page.one("input", name="q")


def test_a_method_that_is_not_there_is_told_with_those_that_are(client):
    response = client.post("/")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "Det kan denne side ikke" in response.text


@pytest.mark.parametrize("address", ["/", "/export.csv", "/theme.css", "/findes/ikke", "/api/v1/status"])
def test_a_host_of_no_name_is_told_so_without_a_page_whose_links_would_lead_there(client, address):
    response = client.get(address, headers={"Host": f"{'x' * 64}.dk"})
    assert (response.status_code, response.content_type) == (400, "application/problem+json")


def test_an_unexpected_error_tells_nothing_and_is_logged(caplog):
    with caplog.at_level(logging.ERROR):
        status, page = page_of(RuntimeError("the password is 1234"))
    assert (status, page.one("h1").text) == (500, "Noget gik galt")
    assert "1234" not in page.text
    assert "1234" in caplog.text


def test_an_engine_that_does_not_answer_is_no_fault_of_the_question():
    status, page = page_of(EngineUnavailable("http://10.0.0.1:9200 refused"))
    assert (status, page.one("h1").text) == (503, "Søgningen er ude af drift")
    assert "10.0.0.1" not in page.text


@pytest.mark.parametrize("address", ["/api/v1/findes-ikke", "/api/", "/api/v1/search?year=abc", "/api/v1/items/nej"])
def test_below_api_errors_are_problems(client, address):
    response = client.get(address)
    assert response.status_code in (400, 404)
    assert response.content_type == "application/problem+json"


def test_post_to_the_api_is_a_problem(client):
    response = client.post("/api/v1/search")
    assert response.status_code == 405
    assert response.content_type == "application/problem+json"
    assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize(
    "error", [EngineUnavailable("http://10.0.0.1:9200 refused"), IndexMismatch("set REFERAT_MODEL")]
)
@pytest.mark.parametrize("address", ["/?q=hej", "/api/v1/search?q=hej"])
def test_an_engine_that_cannot_answer_says_when_to_come_back_and_the_log_says_why(error, address, caplog):
    response = create_app(service=Broken(error)).test_client().get(address)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert "Prøv igen om lidt" in response.text
    assert str(error) not in response.text
    assert str(error) in caplog.text


def test_an_engine_that_cannot_answer_is_a_problem_below_api():
    response = create_app(service=Broken(EngineUnavailable("down"))).test_client().get("/api/v1/search?q=hej")
    assert response.content_type == "application/problem+json"
    problem = response.get_json()
    assert (problem["title"], problem["status"]) == ("Søgemaskinen svarer ikke", 503)
