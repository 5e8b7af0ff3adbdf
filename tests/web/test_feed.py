"""A search as a feed that readers understand: valid, stable, cheap to ask for again."""

from __future__ import annotations

import datetime as dt
import uuid
import xml.etree.ElementTree as ET
from dataclasses import replace
from urllib.parse import quote

import pytest

from mappings.settings import Settings
from tests.doubles import GramEmbedder
from tests.web.minutes import HOSTILE, MEETINGS, SECRET
from tests.web.serving import prepared, serve
from web.app import create_app
from web.feed import ATOM

NAMES = {"": ATOM}


def feed(client, address="/feed.atom", **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == 200, response.text
    return ET.fromstring(response.data)


def texts(feed, path):
    return [found.text for found in feed.findall(path, NAMES)]


def links(element):
    return {link.get("rel"): link.get("href") for link in element.findall("link", NAMES)}


def moments(feed):
    return [dt.datetime.fromisoformat(text) for text in (*texts(feed, "updated"), *texts(feed, "entry/updated"))]


@pytest.mark.parametrize(
    "address", ["/feed.atom", "/feed.atom?q=hjemmearbejde", "/feed.atom?q=xyzzyq", "/feed.atom?q=angreb"]
)
def test_it_has_all_that_rfc_4287_wants(client, address):
    found = feed(client, address)
    assert found.tag == f"{{{ATOM}}}feed"
    for element in (found, *found.findall("entry", NAMES)):
        for name in ("id", "title", "updated"):
            (text,) = texts(element, name)
            assert text.strip()
        assert uuid.UUID(texts(element, "id")[0].removeprefix("urn:uuid:"))
        assert texts(element, "author/name")[0]
        assert links(element)["alternate"].startswith("http://localhost/")
    assert links(found)["self"] == f"http://localhost{address}"
    assert all(moment.tzinfo for moment in moments(found))
    assert len(set(texts(found, "entry/id"))) == len(texts(found, "entry/id"))


def test_an_entry_is_an_item_with_its_decision(client):
    (entry,) = feed(client, "/feed.atom?q=evaluering&year=2022").findall("entry", NAMES)
    assert texts(entry, "title") == ["Evaluering af hjemmearbejde"]
    assert texts(entry, "author/name") == ["Direktionen"]
    assert texts(entry, "published") == texts(entry, "updated") == ["2022-09-14T12:00:00Z"]
    assert texts(entry, "content") == ["Direktionen: Udsat til næste møde.\n\nDirektionen internt: Ikke godkendt."]
    assert texts(entry, "summary") == ["Direktionen, 14. september 2022 · Punkt 1 · Sag 21/5239 · Udsat, Afvist"]
    assert [category.get("label") for category in entry.findall("category", NAMES)] == ["Udsat", "Afvist"]
    assert links(entry)["alternate"] == "http://localhost/items/direktionen-2022-09-14-01"


def test_the_newest_come_first_whatever_order_and_page_were_asked_for(client):
    found = feed(client, "/feed.atom?q=hjemmearbejde&sort=oldest&page=2&size=1")
    assert texts(found, "entry/title") == ["Evaluering af hjemmearbejde", "Drøftelse af rammer for hjemmearbejde"]
    assert moments(feed(client))[1:] == sorted(moments(feed(client))[1:], reverse=True)


def test_it_is_called_after_the_search(client):
    assert texts(feed(client, "/feed.atom?q=hjemmearbejde&year=2022"), "title") == [
        "»hjemmearbejde« · År: 2022 – Referatsøgning"
    ]


def test_ids_stay_the_same_and_are_other_for_other_addresses(service, client):
    ids = texts(feed(client, "/feed.atom?q=hjemmearbejde"), "entry/id")
    assert texts(feed(client, "/feed.atom?q=hjemmearbejde&sort=relevance"), "entry/id") == ids
    assert set(ids) <= set(texts(feed(client), "entry/id"))
    elsewhere = create_app(Settings(base_url="https://referater.havbjerg.dk"), service).test_client()
    found = feed(elsewhere, "/feed.atom?q=hjemmearbejde")
    assert not set(ids) & set(texts(found, "entry/id"))
    assert links(found)["self"] == "https://referater.havbjerg.dk/feed.atom?q=hjemmearbejde"


def test_what_is_closed_is_in_none(client):
    for address in ("/feed.atom", f"/feed.atom?q={SECRET}", "/feed.atom?case=21/7777"):
        told = client.get(address).text.replace(f"»{SECRET}«", "").replace(f"q={SECRET}", "").lower()
        assert SECRET not in told
        assert "direktionen-2021-06-28-02" not in told


def test_hostile_text_is_text_in_its_place(client):
    (entry,) = feed(client, "/feed.atom?q=angreb&year=2019").findall("entry", NAMES)
    assert texts(entry, "title") == [f"Angreb {HOSTILE}"]
    assert texts(entry, "author/name") == [f"Udvalg {HOSTILE}"]
    assert texts(entry, "content") == [f"Afgjort {HOSTILE}"]
    assert {child.tag.partition("}")[2] for child in entry} <= {
        "id", "title", "updated", "published", "author", "link", "category", "summary", "content"
    }  # fmt: skip
    for strange in (HOSTILE, "\x00\x0b\x1f\ufffe", "]]>&amp;<", "\ud83d\ude00", "a\r\nb"):
        found = feed(client, f"/feed.atom?q={quote(strange, errors='surrogatepass')}")
        assert texts(found, "id")


def test_characters_that_xml_has_not_are_left_out(tmp_path):
    meeting = MEETINGS[0]
    strange = replace(meeting.items[0], title="Rammer\x00\x0b for\ufffe hjemmearbejde")
    service = serve(tmp_path, [replace(meeting, items=(strange,))])
    found = feed(create_app(service=service).test_client())
    service.close()
    assert texts(found, "entry/title") == ["Rammer for hjemmearbejde"]


def test_who_asks_again_is_told_that_nothing_changed_until_something_did(tmp_path):
    service = serve(tmp_path)
    client = create_app(service=service).test_client()
    first = client.get("/feed.atom?q=hjemmearbejde")
    etag = first.headers["ETag"]
    again = client.get("/feed.atom?q=hjemmearbejde", headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    assert client.get("/feed.atom?q=cykelsti", headers={"If-None-Match": etag}).status_code == 200
    added = replace(MEETINGS[1], date=dt.date(2023, 1, 9))
    service._engine.write([prepared(added, GramEmbedder())])
    changed = client.get("/feed.atom?q=hjemmearbejde", headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert len(ET.fromstring(changed.data).findall("entry", NAMES)) == 3
    service.close()


def test_who_asks_by_time_is_answered_by_the_time_of_the_last_change(client, service, monkeypatch):
    edition = service.edition()
    long_ago = replace(edition, changed=dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.UTC))
    monkeypatch.setattr(service, "edition", lambda: long_ago)
    told = client.get("/feed.atom").headers["Last-Modified"]
    assert told == "Wed, 01 May 2024 12:00:00 GMT"
    assert client.get("/feed.atom", headers={"If-Modified-Since": told}).status_code == 304
    earlier = "Wed, 01 May 2024 11:59:59 GMT"
    assert client.get("/feed.atom", headers={"If-Modified-Since": earlier}).status_code == 200
    assert texts(feed(client), "updated") == ["2024-05-01T12:00:00Z"]


def test_a_time_too_near_to_tell_changes_apart_is_not_told(tmp_path):
    service = serve(tmp_path)
    assert "Last-Modified" not in create_app(service=service).test_client().get("/feed.atom").headers
    service.close()


def test_the_search_page_tells_readers_where_its_feed_is(get):
    link = get("/?q=hjemmearbejde&page=1&sort=oldest").one("link", rel="alternate").attributes
    assert link["type"] == "application/atom+xml"
    assert link["href"].startswith("/feed.atom?q=hjemmearbejde")


def test_an_empty_index_has_an_empty_feed(tmp_path):
    service = serve(tmp_path, [])
    found = feed(create_app(service=service).test_client())
    service.close()
    assert texts(found, "entry/id") == []


def test_a_bad_parameter_is_told(client):
    assert client.get("/feed.atom?year=abc").status_code == 400
    assert client.get("/feed.atom?nej=1").json["parameter"] == "nej"
