"""The file a meeting was read from, as a browser gets it: shown, but never as a page of ours."""

import hashlib

import pytest
from flask import Flask

from engines import open_engine
from indexer.embedding import model_of
from indexer.pipeline import index
from mappings.settings import Settings
from search_api.service import SearchService
from search_api.sources import SourceFile
from tests.doubles import GramEmbedder
from tests.search_api.test_sources import HIDING, MEETING, OPEN
from tests.web.reading import read
from web import headers
from web.app import create_app
from web.sources import as_response


@pytest.fixture
def visit(tmp_path):
    """A client over a folder with one file."""
    services = []

    def client(text: str = OPEN, name: str = "referat æ.md", encoding: str = "utf-8"):
        folder = tmp_path / "files"
        folder.mkdir()
        (folder / name).write_text(text, encoding=encoding)
        embedder = GramEmbedder()
        engine = open_engine(Settings(data=tmp_path / "data"), model=model_of(embedder))
        assert index([folder], engine, embedder).failures == []
        services.append(SearchService(engine, embedder))
        return create_app(service=services[-1]).test_client()

    yield client
    for service in services:
        service.close()


def test_the_item_and_the_meeting_lead_to_the_file(visit):
    client = visit()
    for address in (f"/items/{MEETING}-01", f"/meetings/{MEETING}"):
        facts = read(client.get(address).text).one("dl", class_="facts")
        assert facts.links()["referat æ.md"] == f"/meetings/{MEETING}/source"
    response = client.get(f"/meetings/{MEETING}/source")
    assert response.status_code == 200
    assert response.text == OPEN


def test_a_text_is_only_text_and_of_no_origin(visit):
    response = visit().get(f"/meetings/{MEETING}/source")
    assert response.content_type == "text/plain; charset=utf-8"
    assert response.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.headers["Content-Disposition"].startswith("inline; ")


@pytest.mark.parametrize(
    ("encoding", "charset"), [("utf-8-sig", "utf-8"), ("cp1252", "windows-1252"), ("utf-16", "utf-16")]
)
def test_its_letters_are_as_they_were(visit, encoding, charset):
    response = visit(OPEN.replace("Kantinen", "Kælderen på rådhuset"), encoding=encoding).get(
        f"/meetings/{MEETING}/source"
    )
    assert response.mimetype_params["charset"] == charset
    assert "Kælderen på rådhuset" in response.data.decode(encoding)


def test_who_has_it_already_is_told_so_and_a_part_can_be_asked_for(visit):
    client = visit()
    whole = client.get(f"/meetings/{MEETING}/source")
    again = client.get(f"/meetings/{MEETING}/source", headers={"If-None-Match": whole.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    part = client.get(f"/meetings/{MEETING}/source", headers={"Range": "bytes=0-6"})
    assert (part.status_code, part.data) == (206, b"REFERAT")


def test_what_holds_something_closed_is_not_there(visit):
    client = visit(OPEN + HIDING["a text"])
    response = client.get(f"/meetings/{MEETING}/source")
    assert response.status_code == 404
    assert "Hemmeligt" not in response.text
    assert read(response.text).one("p", class_="note").text == "Kildefilen til dette møde findes ikke offentligt."
    facts = read(client.get(f"/items/{MEETING}-01").text).one("dl", class_="facts")
    assert "Kilde referat æ.md" in facts.text
    assert "referat æ.md" not in facts.links()


@pytest.mark.parametrize("meeting", ["direktionen-2021-06-28", "unknown", "%00", "..%2F..%2Fetc%2Fpasswd", "x" * 5_000])
def test_what_cannot_be_had_is_a_page(client, meeting):
    response = client.get(f"/meetings/{meeting}/source")
    assert response.status_code == 404
    assert response.mimetype == "text/html"
    assert "default-src 'none'; script-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("kind", "disposition", "sandboxed"),
    [
        ("text/html", "inline", True),
        ("application/pdf", "inline", False),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment", True),
    ],
)
def test_formats_that_browsers_show_are_shown_and_pages_are_kept_in_a_sandbox(kind, disposition, sandboxed):
    content = b"<script>alert(1)</script>"
    app = Flask("files")
    headers.register(app)
    app.add_url_rule(
        "/file", view_func=lambda: as_response(SourceFile("x", kind, content, hashlib.sha256(content).hexdigest()))
    )
    response = app.test_client().get("/file")
    policy = response.headers["Content-Security-Policy"]
    assert response.headers["Content-Disposition"].startswith(disposition)
    assert policy.startswith("sandbox; ") == sandboxed
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
