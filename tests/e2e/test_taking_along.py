"""Taking a search along in a real browser: a file that is downloaded, a search that is saved and counts what is new."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mappings.settings import Settings
from tests.doubles import GramEmbedder
from tests.e2e.opening import site_of
from tests.e2e.pages import wrong
from tests.web.minutes import HOSTILE, MEETINGS
from tests.web.serving import prepared, serve
from web.app import create_app

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
expect = sync_api.expect
pytestmark = pytest.mark.browser


@pytest.fixture
def own_site(tmp_path) -> Iterator:
    """The address of pages over minutes of this test alone, and a way to write more of them."""
    service = serve(tmp_path)
    with site_of(create_app(service=service)) as site:
        yield site, lambda meeting: service._engine.write([prepared(meeting, GramEmbedder())])
    service.close()


@pytest.fixture
def page(new_page):
    return new_page()


def save(page, site, query, name=""):
    page.goto(f"{site}/?{query}")
    page.get_by_role("navigation", name="Tag med").get_by_role("link", name="Gem søgning").click()
    if name:
        page.get_by_label("Navn").fill(name)
    page.get_by_role("button", name="Gem søgning").click()
    expect(page.get_by_role("button", name="Gem søgning")).to_be_hidden()


def kept(page):
    return json.loads(page.evaluate("localStorage.getItem('referat.saved')"))


def keep(page, site, document):
    page.goto(f"{site}/saved")
    page.evaluate("document => localStorage.setItem('referat.saved', document)", json.dumps(document))
    page.reload()


def test_a_table_is_downloaded_whole(page, site):
    page.goto(f"{site}/?q=cykelsti&page=2")
    with page.expect_download() as started:
        page.get_by_role("link", name="Excel (CSV)").click()
    file = started.value
    assert file.suggested_filename == f"referater-cykelsti-{dt.date.today().isoformat()}.csv"
    lines = Path(file.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 31
    assert "Cykelsti nr. 30" in "".join(lines[1:])


def test_the_results_are_downloaded_as_lines_of_json(page, site):
    page.goto(f"{site}/?q=hjemmearbejde")
    with page.expect_download() as started:
        page.get_by_role("link", name="JSON Lines").click()
    assert started.value.suggested_filename == f"referater-hjemmearbejde-{dt.date.today().isoformat()}.jsonl"
    lines = Path(started.value.path()).read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert {one.get("id") for one in found} >= {"direktionen-2021-06-28-01", "direktionen-2022-09-14-01"}


def test_a_search_is_saved_and_counts_what_is_new_since(page, own_site):
    site, write = own_site
    save(page, site, "q=hjemmearbejde&page=1")
    expect(page.get_by_role("status").filter(has_text="er gemt")).to_have_text("»hjemmearbejde« er gemt.")
    expect(page.get_by_text("Ingen nye siden sidst, 2 resultater")).to_be_visible()
    write(replace(MEETINGS[1], date=dt.date(2015, 1, 5)))  # an old meeting that comes late
    page.reload()
    expect(page.get_by_text("1 ny siden sidst, 3 resultater")).to_be_visible()
    new = page.get_by_role("link", name="Evaluering af hjemmearbejde")
    expect(new).to_have_attribute("href", "/items/direktionen-2015-01-05-01")
    expect(page.get_by_text("Direktionen, 5. januar 2015")).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 ny siden sidst")).to_be_visible()  # looking at the list is not looking at the search
    page.get_by_role("link", name="hjemmearbejde", exact=True).click()
    expect(page).to_have_url(f"{site}/?q=hjemmearbejde")
    page.go_back()
    page.reload()
    expect(page.get_by_text("Ingen nye siden sidst, 3 resultater")).to_be_visible()


def test_what_is_new_can_be_marked_as_seen_and_a_search_deleted(page, own_site):
    site, write = own_site
    save(page, site, "q=cykelsti", "Stier")
    write(replace(MEETINGS[2], date=dt.date(2024, 1, 5)))
    page.reload()
    expect(page.get_by_text("30 nye siden sidst, 60 resultater")).to_be_visible()
    page.get_by_role("button", name="Marker som set: Stier").click()
    expect(page.get_by_text("Ingen nye siden sidst, 60 resultater")).to_be_visible()
    page.get_by_role("button", name="Slet: Stier").click()
    expect(page.get_by_text("Her er endnu ingen.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert kept(page) == {"version": 2, "searches": []}


def test_hostile_names_and_searches_are_only_text(page, site):
    save(page, site, "q=angreb", HOSTILE[:100])
    expect(page.get_by_role("link", name=HOSTILE[:100], exact=True)).to_be_visible()
    searches = [{"name": HOSTILE, "query": "javascript:alert(1)", "saved": "2021-06-28", "seen": ""}]
    keep(page, site, {"version": 2, "searches": searches})
    link = page.get_by_role("link", name=HOSTILE, exact=True)
    assert link.get_attribute("href") == "/?javascript%3Aalert%281%29="
    expect(page.get_by_text("Søgningen kan ikke længere forstås: Ukendt parameter")).to_be_visible()
    page.watch.expect("status of 400")


def test_an_older_version_is_migrated(page, site):
    keep(page, site, {"version": 1, "searches": [{"name": "Stier", "query": "q=cykelsti"}]})
    expect(page.get_by_role("link", name="Stier", exact=True)).to_be_visible()
    expect(page.get_by_text("30 resultater")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Ingen nye siden sidst, 30 resultater")).to_be_visible()
    assert kept(page)["version"] == 2


@pytest.mark.parametrize(
    "document", [{"version": 99, "searches": []}, {}, [], "x", {"version": 2, "searches": 7}, None]
)
def test_an_unknown_version_is_dropped_with_a_notice(page, site, document):
    keep(page, site, document)
    expect(page.get_by_text("fra en version, der ikke kan læses, og er udeladt")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Her er endnu ingen.")).to_be_visible()


def test_what_is_broken_in_it_is_left_out_with_a_notice(page, site):
    good = {"name": "Stier", "query": "q=cykelsti", "saved": "2021-06-28", "seen": None}
    broken = [{**good, "name": 7}, {**good, "query": None}, {**good, "seen": "abc"}, {**good, "saved": "i går"}, None]
    keep(page, site, {"version": 2, "searches": [good, *broken]})
    expect(page.get_by_text("5 gemte søgninger kunne ikke læses og er udeladt.")).to_be_visible()
    expect(page.get_by_role("link", name="Stier", exact=True)).to_be_visible()


def test_no_more_than_fifty_are_saved(page, site):
    searches = [{"name": str(n), "query": f"q={n}", "saved": "2021-06-28", "seen": ""} for n in range(50)]
    keep(page, site, {"version": 2, "searches": searches})
    page.goto(f"{site}/saved?q=cykelsti")
    page.get_by_role("button", name="Gem søgning").click()
    expect(page.get_by_text("Der kan gemmes 50 søgninger. Slet en først.")).to_be_visible()
    assert len(kept(page)["searches"]) == 50


def test_they_go_to_another_browser_as_a_file(page, new_page, site, tmp_path):
    save(page, site, "q=hjemmearbejde", "Hjemme")
    with page.expect_download() as started:
        page.get_by_role("button", name="Gem alle som fil").click()
    assert started.value.suggested_filename == f"gemte-soegninger-{dt.date.today().isoformat()}.json"
    file = tmp_path / "saved.json"
    started.value.save_as(file)
    other = new_page()
    other.goto(f"{site}/saved")
    other.get_by_label("Hent fra fil").set_input_files(file)
    expect(other.get_by_text("1 søgning hentet.")).to_be_visible()
    expect(other.get_by_text("Ingen nye siden sidst, 2 resultater")).to_be_visible()
    other.get_by_label("Hent fra fil").set_input_files({"name": "x", "mimeType": "text/plain", "buffer": b"<html>"})
    expect(other.get_by_text("Filen er ikke en fil med gemte søgninger")).to_be_visible()


def test_without_javascript_the_page_offers_the_feed(new_page, site):
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}/saved?q=hjemmearbejde")
    expect(page.get_by_text("kræver JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="feed")).to_have_attribute("href", "/feed.atom?q=hjemmearbejde")
    expect(page.get_by_role("button", name="Gem søgning")).to_be_hidden()


def test_who_saved_a_search_by_the_keyboard_is_not_lost(page, own_site):
    site, _ = own_site
    page.goto(f"{site}/saved?q=hjemmearbejde")
    page.get_by_role("button", name="Gem søgning").press("Enter")
    expect(page.get_by_role("heading", name="Gemte søgninger")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
def test_whether_to_be_told_by_mail_is_a_box_beside_its_words(new_page, tmp_path, width):
    service = serve(tmp_path / "index")
    settings = Settings(data=tmp_path / "kept", user_header="X-Remote-User", mail_header="X-Mail")
    with site_of(create_app(settings, service)) as site:
        signed_in = {"X-Remote-User": "anna", "X-Mail": "anna@havbjerg.dk"}
        page = new_page(viewport={"width": width, "height": 800}, extra_http_headers=signed_in)
        page.goto(f"{site}/saved?q=hjemmearbejde")
        box = page.get_by_label("Send nye resultater til anna@havbjerg.dk").bounding_box()
        row, save = (
            one.bounding_box() for one in (page.locator("label.check"), page.get_by_role("button", name="Gem søgning"))
        )
    service.close()
    assert box["width"] == box["height"] == 24
    assert box["x"] == row["x"]
    assert row["y"] <= box["y"]
    assert box["y"] + box["height"] <= row["y"] + row["height"] <= save["y"]


def test_with_an_account_they_are_saved_seen_and_deleted_without_javascript(new_page, tmp_path):
    service = serve(tmp_path / "index")
    settings = Settings(data=tmp_path / "kept", user_header="X-Remote-User")
    with site_of(create_app(settings, service)) as site:
        signed_in = {"X-Remote-User": "anna"}  # as the proxy before the pages says it
        page = new_page(java_script_enabled=False, extra_http_headers=signed_in)
        page.goto(f"{site}/?q=hjemmearbejde")
        page.get_by_role("link", name="Gem søgning").click()
        expect(page.get_by_label("Navn")).to_have_value("hjemmearbejde")
        page.get_by_role("button", name="Gem søgning").click()
        expect(page.get_by_text("Søgningen er gemt.")).to_be_visible()
        service._engine.write([prepared(replace(MEETINGS[1], date=dt.date(2015, 1, 5)), GramEmbedder())])
        page.goto(f"{site}/saved")
        expect(page.get_by_text("1 ny siden sidst, 3 resultater")).to_be_visible()
        page.get_by_role("button", name="Marker som set: hjemmearbejde").click()
        expect(page.get_by_text("Ingen nye siden sidst, 3 resultater")).to_be_visible()
        looked_at = new_page(bypass_csp=True, extra_http_headers=signed_in)
        looked_at.goto(f"{site}/saved?q=cykelsti")
        assert wrong(looked_at) == []
        page.get_by_role("button", name="Slet: hjemmearbejde").click()
        expect(page.get_by_text("Her er endnu ingen.")).to_be_visible()
    service.close()
