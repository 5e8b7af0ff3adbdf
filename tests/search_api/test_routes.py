"""The JSON API: strict, described by its own document, errors as problem+json."""

import json
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from mappings.documents import decode_meeting
from mappings.settings import Settings
from search_api.routes import OPERATIONS
from search_api.service import SearchService
from web.app import create_app


@pytest.fixture
def client(service: SearchService) -> Iterator[FlaskClient]:
    with create_app(Settings(), service).test_client() as opened:
        yield opened


def get(client: FlaskClient, path: str, status: int = 200) -> dict[str, object]:
    response = client.get(path)
    assert response.status_code == status, response.text
    expected = "application/json" if status == 200 else "application/problem+json"
    assert response.content_type == expected
    decoded = json.loads(response.data)
    assert isinstance(decoded, dict)
    return decoded


def test_search_answers_as_documented(client: FlaskClient) -> None:
    answer = get(client, "/api/v1/search?q=budget&year=2019&year=2021&sort=oldest&size=1")
    assert set(answer) == {"query", "total", "results", "similar", "facets", "suggestion", "notices"}
    assert answer["total"] == 2
    [result] = answer["results"]  # type: ignore[misc]
    assert set(result) == {
        "id", "title", "number", "part", "case_number", "meeting", "page", "outcomes", "decision", "snippet", "why",
        "score", "url",
    }  # fmt: skip
    assert result["meeting"] == {"id": "direktionen-2019-05-06", "body": "Direktionen", "date": "2019-05-06"}
    for start, end in result["snippet"]["marks"]:
        assert result["snippet"]["text"][start:end]


def test_facets_are_values_with_counts(client: FlaskClient) -> None:
    facets = get(client, "/api/v1/search")["facets"]
    assert facets["year"][0] == {"value": 2021, "count": 2, "chosen": False, "label": None}  # type: ignore[index]
    assert {"value": "Byrådet", "count": 2, "chosen": False, "label": None} in facets["body"]  # type: ignore[index]


def test_cases_and_attachments_are_facets_and_filters(client: FlaskClient) -> None:
    facets = get(client, "/api/v1/search?attachments=yes&attachments=no&case=19/11")["facets"]
    chosen = {"value": "19/11", "count": 2, "chosen": True, "label": "Skolernes budget"}
    assert chosen in facets["case"]  # type: ignore[index]
    assert [value["value"] for value in facets["attachments"] if value["chosen"]] == ["no", "yes"]  # type: ignore[index]
    found = get(client, "/api/v1/hits?attachments=yes")
    assert found["ids"] == ["byraadet-2021-06-07-02", "direktionen-2019-05-06-02"]


def test_a_meeting_is_one_that_index_could_read(client: FlaskClient) -> None:
    response = client.get("/api/v1/meetings/direktionen-2020-05-04")
    assert decode_meeting(response.data).items[2].closed


def test_an_item_comes_with_its_meeting(client: FlaskClient) -> None:
    answer = get(client, "/api/v1/items/direktionen-2019-05-06-02")
    assert answer["item"]["title"] == "Skolernes budget"  # type: ignore[index]
    assert answer["meeting"]["body"] == "Direktionen"  # type: ignore[index]


def test_related_items_carry_their_reason(client: FlaskClient) -> None:
    answer = get(client, "/api/v1/items/direktionen-2019-05-06-01/related")
    assert answer["related"][0]["reason"] == "samme sag, 19/10"  # type: ignore[index]


@pytest.mark.parametrize("written", ["19/10", "19%2F10", "19%2f10"])
def test_the_slash_of_a_case_number_may_be_escaped_or_not(client: FlaskClient, written: str) -> None:
    answer = get(client, f"/api/v1/cases/{written}")
    assert answer["number"] == "19/10"
    told = [(entry["date"], entry["outcomes"]) for entry in answer["timeline"]]  # type: ignore[union-attr, index]
    assert told == [("2019-05-06", ["postponed"]), ("2020-05-04", ["approved"])]


def test_a_case_that_is_all_closed_is_not_there(client: FlaskClient) -> None:
    assert "20/99" in str(get(client, "/api/v1/cases/20/99", 404)["detail"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/search?yaer=2020", 400),
        ("/api/v1/search?year=abc", 400),
        ("/api/v1/search?from=2021-13-01", 400),
        ("/api/v1/status?x=1", 400),
        ("/api/v1/items/nowhere", 404),
        ("/api/v1/meetings/nowhere", 404),
        ("/api/v1/cases/19/4711", 404),
        ("/api/v1/cases/19/10?x=1", 400),
        ("/api/v1/cases/", 404),
        ("/api/v1/nothing", 404),
        ("/api/v2/search", 404),
    ],
)
def test_errors_are_problems(client: FlaskClient, path: str, status: int) -> None:
    problem = get(client, path, status)
    assert problem["status"] == status
    assert problem["detail"]


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/search/", "/api/v2/search"])
def test_what_is_no_address_says_in_danish_where_they_are(client: FlaskClient, path: str) -> None:
    problem = get(client, path, 404)
    assert problem["title"] == "Findes ikke"
    assert problem["detail"] == "Der er intet på denne adresse. Adresserne står i /api/v1/openapi.json."


def test_another_method_is_refused_and_told_which_to_use(client: FlaskClient) -> None:
    response = client.post("/api/v1/search")
    assert response.status_code == 405
    assert response.content_type == "application/problem+json"
    assert "GET" in response.headers["Allow"]
    assert json.loads(response.data)["detail"] == "Her kan kun læses (GET)."


def test_an_unexpected_error_tells_nothing_of_itself(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the secret path")

    monkeypatch.setattr(SearchService, "search", fail)
    problem = get(client, "/api/v1/search", 500)
    assert "secret" not in json.dumps(problem)


def test_the_openapi_document_is_valid_and_whole(client: FlaskClient) -> None:
    document = get(client, "/api/v1/openapi.json")
    validate(document)
    assert set(document["paths"]) == {operation.path for operation in OPERATIONS}  # type: ignore[arg-type]


def test_the_document_alone_says_where_a_url_leads_and_when_to_ask_again(client: FlaskClient) -> None:
    document = get(client, "/api/v1/openapi.json")
    assert "fra serverens rod" in document["info"]["description"]  # type: ignore[index]
    for path in document["paths"].values():  # type: ignore[attr-defined]
        assert "Retry-After" in path["get"]["responses"]["503"]["headers"]


def test_every_route_is_in_the_document(client: FlaskClient) -> None:
    rules = {
        rule.rule.removeprefix("/api/v1").replace("<path:", "{").replace("<", "{").replace(">", "}")
        for rule in client.application.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
    }
    assert rules == {operation.path for operation in OPERATIONS}


def test_answers_fit_the_document(client: FlaskClient) -> None:
    import jsonschema

    document = get(client, "/api/v1/openapi.json")
    for path, template in (
        ("/search?q=budget", "/search"),
        ("/items/direktionen-2019-05-06-02", "/items/{item_id}"),
        ("/items/direktionen-2019-05-06-01/related", "/items/{item_id}/related"),
        ("/cases/19/10", "/cases/{number}"),
        ("/meetings/byraadet-2021-06-07", "/meetings/{meeting_id}"),
        ("/status", "/status"),
    ):
        response = document["paths"][template]["get"]["responses"]["200"]  # type: ignore[index]
        schema = {**response["content"]["application/json"]["schema"], "components": document["components"]}
        jsonschema.validate(get(client, "/api/v1" + path), schema)


def test_suggest_answers_as_documented(client: FlaskClient) -> None:
    answer = get(client, "/api/v1/suggest?q=park&size=2")
    assert [set(one) for one in answer["suggestions"]] == [{"kind", "text", "asks", "url"}] * 2


@pytest.mark.parametrize("query", ["?q=a&q=b", "?size=0", "?size=many", "?question=a"])
def test_suggest_refuses_what_it_does_not_know(client: FlaskClient, query: str) -> None:
    assert client.get(f"/api/v1/suggest{query}").status_code == 400
