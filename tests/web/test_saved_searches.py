"""Saved searches: offered to everybody in the browser, kept on the server for who is known, safe from other sites."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import sqlite3
from dataclasses import replace
from urllib.parse import quote

import pytest

from mappings.settings import Settings
from search_api.exporting import key
from tests.doubles import GramEmbedder
from tests.web.minutes import HOSTILE, MEETINGS
from tests.web.reading import read
from tests.web.serving import prepared, serve
from web.app import create_app
from web.saved_store import SavedSearches

ANNA = {"X-Remote-User": "anna", "X-Remote-Mail": "anna@havbjerg.dk"}
BO = {"X-Remote-User": "bo"}


@pytest.fixture
def own(tmp_path):
    """A service of this test alone, and a browser's way to its pages where the proxy tells who asks."""
    service = serve(tmp_path / "index")
    settings = Settings(data=tmp_path / "kept", user_header="X-Remote-User", mail_header="X-Remote-Mail")
    yield service, create_app(settings, service).test_client()
    service.close()


def page(client, address="/saved", user=ANNA):
    response = client.get(address, headers=user)
    assert response.status_code == 200, response.text
    return read(response.text)


def token(client, user=ANNA):
    return page(client, user=user).all("input", name="token")[0].attributes["value"]


def send(client, address, user=ANNA, status=303, **fields):
    fields.setdefault("token", token(client, user))
    response = client.post(address, data=fields, headers=user)
    assert response.status_code == status, response.text
    return response


def save(client, query, name="Min søgning", user=ANNA, **fields):
    return send(client, "/saved", user, name=name, query=query, **fields)


def rows(client, user=ANNA):
    return {
        one.one("h2").text: one.one("p", class_="about").text
        for one in page(client, user=user).all("li")
        if one.all("h2")
    }


def test_without_an_account_the_page_says_what_it_needs_and_what_else_there_is(get):
    found = get("/saved?q=hjemmearbejde&year=2021&page=2")
    told = found.one("p", id="saved-needs")
    assert "kræver JavaScript" in told.text
    assert told.links() == {"feed": "/feed.atom?q=hjemmearbejde&year=2021"}
    form = found.one("form", id="save")
    assert form.attributes["data-query"] == "q=hjemmearbejde&year=2021"
    assert form.one("input", id="save-name").attributes["value"] == "hjemmearbejde, År: 2021"
    assert found.scripts == ["suggest.js", "saved.js"]


def test_the_search_page_leads_there(get):
    links = get("/?q=hjemmearbejde&page=1").one("nav", class_="taking").links()
    assert links["Gem søgning"] == "/saved?q=hjemmearbejde"


def test_a_header_is_not_looked_at_unless_the_operator_says_so(client):
    assert "i denne browser" in read(client.get("/saved", headers=ANNA).text).one("main").text
    assert client.post("/saved", data={"name": "x", "query": "q=x"}, headers=ANNA).status_code == 404
    assert client.get("/saved.json", headers=ANNA).status_code == 404


def test_nobody_signed_in_is_as_without_an_account(own):
    _, client = own
    assert "kræver JavaScript" in client.get("/saved").text
    assert client.post("/saved", data={"name": "x", "query": "q=x"}).status_code == 404


def test_what_is_saved_is_there_with_its_number_of_results(own):
    _, client = own
    assert save(client, "q=hjemmearbejde&sort=newest&page=3").headers["Location"] == "/saved?said=saved"
    assert rows(client) == {"Min søgning": "Ingen nye siden sidst, 2 resultater"}
    links = page(client).one("ul", class_="saved").links()
    assert links["Min søgning"] == "/?q=hjemmearbejde&sort=newest"
    assert save(client, "q=hjemmearbejde&sort=newest").headers["Location"] == "/saved?said=known"


def test_an_old_meeting_that_is_indexed_later_is_new_until_it_has_been_seen(own):
    service, client = own
    save(client, "q=hjemmearbejde")
    service._engine.write([prepared(replace(MEETINGS[1], date=dt.date(2015, 1, 5)), GramEmbedder())])
    assert rows(client) == {"Min søgning": "1 ny siden sidst, 3 resultater"}
    assert page(client).one("ul", class_="new").links() == {
        "Evaluering af hjemmearbejde": "/items/direktionen-2015-01-05-01"
    }
    send(client, "/saved/1/see")
    assert rows(client) == {"Min søgning": "Ingen nye siden sidst, 3 resultater"}


def test_what_goes_and_comes_again_is_not_new(own):
    service, client = own
    save(client, "q=hjemmearbejde")
    service._engine.remove(["direktionen-2022-09-14"])
    assert rows(client) == {"Min søgning": "Ingen nye siden sidst, 1 resultat"}
    send(client, "/saved/1/see")
    service._engine.write([prepared(MEETINGS[1], GramEmbedder())])
    assert rows(client) == {"Min søgning": "Ingen nye siden sidst, 2 resultater"}


def test_each_user_has_his_own(own):
    _, client = own
    save(client, "q=hjemmearbejde")
    assert rows(client, BO) == {}
    send(client, "/saved/1/delete", BO, status=404)
    send(client, "/saved/1/see", BO, status=404)
    assert rows(client) != {}
    send(client, "/saved/1/delete")
    assert rows(client) == {}


@pytest.mark.parametrize("wrong", ["", "x", "é", None])
def test_a_form_of_another_site_does_nothing(own, wrong):
    _, client = own
    save(client, "q=hjemmearbejde")
    others = token(client, BO) if wrong is None else wrong
    for address in ("/saved", "/saved/1/delete", "/saved/1/see", "/saved/1/mail", "/saved.json"):
        told = client.post(address, data={"token": others, "name": "x", "query": "q=x"}, headers=ANNA)
        assert told.status_code == 400
        assert "Formularen" in told.text
    assert list(rows(client)) == ["Min søgning"]


@pytest.mark.parametrize(
    ("name", "query"),
    [("", "q=x"), ("  ", "q=x"), ("x" * 101, "q=x"), ("x", "nej=1"), ("x", "year=abc"), ("x", "q=" + "x" * 5000)],
)
def test_what_cannot_be_saved_is_told(own, name, query):
    _, client = own
    send(client, "/saved", status=400, name=name, query=query)
    assert rows(client) == {}


def test_no_more_than_fifty(own):
    _, client = own
    for number in range(50):
        save(client, f"q=cykelsti+{number}", name=str(number))
    assert "50 søgninger" in send(client, "/saved", status=400, name="x", query="q=x").text
    assert len(rows(client)) == 50


def test_hostile_names_are_only_text(own):
    _, client = own
    save(client, f"q={quote(HOSTILE)}", name=HOSTILE)
    for user in (ANNA, {**ANNA, "X-Remote-User": "anna", "X-Remote-Mail": HOSTILE}):
        found = page(client, f"/saved?q={quote(HOSTILE)}", user)
        assert found.scripts == ["suggest.js"]
        assert not [one for one in found.all() if one.name in ("img", "b")]
        assert found.one("a", class_="called").text == HOSTILE
    hostile = read(client.get("/saved?q=x&said=" + quote(HOSTILE), headers={"X-Remote-User": HOSTILE}).text)
    assert hostile.scripts == ["suggest.js"]
    assert not hostile.all("img")


def test_new_results_go_by_mail_only_to_the_address_that_the_proxy_tells(own, tmp_path):
    _, client = own
    save(client, "q=hjemmearbejde", mail="yes")
    save(client, "q=cykelsti", user=BO, mail="yes")
    kept = SavedSearches(tmp_path / "kept")
    assert [(one.query, one.mail) for one in kept.mailed()] == [("q=hjemmearbejde", "anna@havbjerg.dk")]
    send(client, "/saved/1/mail")
    assert kept.mailed() == []
    send(client, "/saved/1/mail")
    assert len(kept.mailed()) == 1


def test_they_can_be_taken_to_another_place_as_a_file(own):
    _, client = own
    save(client, "q=hjemmearbejde", name="Hjemme")
    file = client.get("/saved.json", headers=ANNA)
    told = json.loads(file.data)
    assert told["version"] == 2
    (one,) = told["searches"]
    assert (one["name"], one["query"]) == ("Hjemme", "q=hjemmearbejde")
    assert one["seen"] == key("direktionen-2022-09-14-01") + key("direktionen-2021-06-28-01")
    assert send(client, "/saved.json", BO, file=(io.BytesIO(file.data), "x.json")).headers["Location"].endswith("taken")
    assert rows(client, BO) == {"Hjemme": "Ingen nye siden sidst, 2 resultater"}


def test_a_file_of_an_older_version_is_read_and_begins_with_what_there_is(own):
    _, client = own
    old = {"version": 1, "searches": [{"name": "Stier", "query": "q=cykelsti"}, {"name": "", "query": "q=x"}, 7]}
    told = send(client, "/saved.json", file=(io.BytesIO(json.dumps(old).encode()), "x.json"))
    assert told.headers["Location"] == "/saved?said=some"
    assert rows(client) == {"Stier": "Ingen nye siden sidst, 30 resultater"}
    assert "udeladt" in page(client, "/saved?said=some").one("p", class_="said").text


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[]", b"{}", b'{"version": 3, "searches": []}', b'{"version": true, "searches": []}',
     b"[" * 100_000, b'{"version": 2, "searches": {}}', b"<html>"],
)  # fmt: skip
def test_a_file_that_is_none_is_told(own, content):
    _, client = own
    assert "Filen er ikke" in send(client, "/saved.json", status=400, file=(io.BytesIO(content), "x.json")).text


def test_a_file_that_is_too_large_is_refused(own):
    _, client = own
    send(client, "/saved.json", status=413, file=(io.BytesIO(b" " * 8_020_000), "x.json"))


def test_the_same_search_is_not_made_again_until_the_index_changes(own, monkeypatch):
    service, client = own
    save(client, "q=hjemmearbejde")
    asked = []
    hits = service.hits
    monkeypatch.setattr(service, "hits", lambda *request: asked.append(request) or hits(*request))
    for _ in range(3):
        assert rows(client) == {"Min søgning": "Ingen nye siden sidst, 2 resultater"}
    assert asked == []
    service._engine.write([prepared(replace(MEETINGS[1], date=dt.date(2015, 1, 5)), GramEmbedder())])
    for _ in range(3):
        assert rows(client) == {"Min søgning": "1 ny siden sidst, 3 resultater"}
    assert len(asked) == 1


def test_what_a_later_version_has_kept_is_left_alone(own, tmp_path):
    _, client = own
    save(client, "q=hjemmearbejde")
    with sqlite3.connect(tmp_path / "kept" / "saved.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    told = client.get("/saved", headers=ANNA)
    assert told.status_code == 503
    assert "saved.db" not in told.text


def test_what_is_one_users_is_kept_by_no_cache(own, client):
    _, signed_in = own
    save(signed_in, "q=hjemmearbejde")
    for address in ("/saved", "/saved.json"):
        assert signed_in.get(address, headers=ANNA).headers["Cache-Control"] == "private, no-store"
    assert client.get("/saved").headers["Cache-Control"] == "no-cache"


def test_a_search_that_is_not_understood_any_more_says_so_and_can_be_deleted(own, tmp_path):
    _, client = own
    save(client, "q=hjemmearbejde")
    with sqlite3.connect(tmp_path / "kept" / "saved.db") as connection:
        connection.execute("UPDATE searches SET query = 'gammelt=1'")
    assert rows(client)["Min søgning"].startswith("Søgningen kan ikke længere forstås: Ukendt parameter: gammelt.")
    send(client, "/saved/1/delete")
    assert rows(client) == {}


def test_what_is_kept_is_for_its_owner_alone_and_beside_the_index(own, tmp_path):
    _, client = own
    assert not (tmp_path / "kept").exists()
    save(client, "q=hjemmearbejde")
    assert (tmp_path / "kept" / "saved.db").stat().st_mode & 0o077 == 0


def test_the_ids_of_all_hits_are_told_with_their_keys(client):
    told = client.get("/api/v1/hits?q=hjemmearbejde&page=4&sort=oldest")
    assert told.json["total"] == 2
    assert told.json["ids"] == ["direktionen-2022-09-14-01", "direktionen-2021-06-28-01"]
    assert told.json["keys"] == "".join(map(key, told.json["ids"]))
    assert re.fullmatch(r"[\w-]{12}", told.json["keys"])
    again = client.get("/api/v1/hits?q=hjemmearbejde&page=1", headers={"If-None-Match": told.headers["ETag"]})
    assert again.status_code == 304
    assert client.get("/api/v1/hits?year=abc").status_code == 400
    assert client.get("/api/v1/hits?case=21/7777").json == {"total": 0, "ids": [], "keys": ""}
