"""The administration page: for administrators alone; what is going on there; the index made anew."""

from __future__ import annotations

import pytest

from mappings.errors import BadSettings
from mappings.settings import Settings
from referat.runs import Runs
from tests.web.administering import ANNA, BO, minutes
from tests.web.reading import read
from web.app import create_app

PAGES = ("/admin", "/admin/runs", "/admin/runs/1", "/admin/reindex", "/admin/questions", "/admin/uploads/" + "0" * 32)
FORMS = ("/admin/uploads", "/admin/reindex", "/admin/reindex/drop-old", "/admin/questions/forget")


@pytest.mark.parametrize("address", PAGES)
def test_others_and_nobody_are_told_that_it_is_not_for_them(site, address):
    for user in (BO, {}, {"X-Remote-User": "Anna"}, {"X-Remote-User": "anna,bo"}):
        page = site.get(address, status=403, user=user)
        assert page.one("h1").text == "Det har du ikke adgang til"
        assert "Administration" not in page.one("header").text


@pytest.mark.parametrize("address", FORMS)
def test_nothing_can_be_sent_by_others_nor_from_another_site(site, address):
    assert site.client.post(address, headers=BO, data={"token": site.token()}).status_code == 403
    for wrong in ("", "x", "é"):
        told = site.client.post(address, headers=ANNA, data={"token": wrong})
        assert told.status_code == 400
        assert "Formularen er for gammel" in told.text
    assert site.administering.runs() == []


def test_a_name_of_several_words_may_be_one_of_them(site):
    assert site.get("/admin", user={"X-Remote-User": "Eva Holm"}).one("h1").text == "Administration"


def test_only_administrators_are_led_there(site):
    assert site.get("/").one("header").links()["Administration"] == "/admin"
    assert "Administration" not in site.get("/", user=BO).one("header").text


def test_without_administrators_there_is_no_such_page(site):
    for settings in (Settings(), Settings(user_header="X-Remote-User")):
        client = create_app(settings, site.service, site.administering).test_client()
        assert client.get("/admin", headers=ANNA).status_code == 404
        assert client.get("/admin", headers={"X-Remote-User": ""}).status_code == 404
    alone = create_app(site.settings, site.service).test_client()  # by another server, that has no indexer
    assert alone.get("/admin", headers=ANNA).status_code == 404
    assert "Administration" not in read(alone.get("/", headers=ANNA).text).one("header").text


def test_administrators_whom_nothing_tells_are_a_wrong_setting(site):
    with pytest.raises(BadSettings, match="REFERAT_ADMINS needs REFERAT_USER_HEADER"):
        create_app(Settings(admins="anna"), site.service)
    with pytest.raises(BadSettings, match="set REFERAT_ADMINS"):
        create_app(Settings(questions="yes"), site.service)


@pytest.mark.parametrize("address", PAGES)
def test_no_cache_keeps_anything(site, address):
    for user in (ANNA, BO):
        assert site.client.get(address, headers=user).headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "address",
    [
        "/admin?said=x&said=busy",
        "/admin?said=%00",
        "/admin?x=" + "y" * 5000,
        "/admin/runs?page=-1",
        "/admin/reindex?said=",
    ],
)
def test_whatever_stands_in_the_address_is_a_page(site, address):
    site.get(address)


@pytest.mark.parametrize(
    "address", ["runs/0", f"runs/{10**30}", "runs/x", "uploads/..", "uploads/%00", "uploads/" + "f" * 32]
)
def test_what_is_not_there_is_told(site, address):
    with Runs(site.data).begin("index"):
        pass
    site.get(f"/admin/{address}", status=404)


def test_the_index_is_made_anew_while_it_is_searched_and_old_ones_are_deleted(site):
    page = site.get("/admin/reindex")
    assert "Det gælder 4 møder." in page.one("main").text
    assert page.all("section", aria_labelledby="old") == []
    before = site.found("hjemmearbejde")
    run = site.finished(site.post("/admin/reindex").headers["Location"])
    assert run.one("p", class_="facts").text == "Færdig 4 møder bygget igen"
    assert site.found("hjemmearbejde") == before != []
    assert (site.data / "versions").is_dir()
    assert site.get("/admin/reindex").one("section", aria_labelledby="old")
    assert site.post("/admin/reindex/drop-old").headers["Location"] == "/admin/reindex?said=dropped"
    assert site.post("/admin/reindex/drop-old").headers["Location"] == "/admin/reindex?said=none"
    assert not (site.data / "truth.db").exists()
    assert site.found("hjemmearbejde") == before
    site.take(site.staged("a.txt", minutes()))
    assert site.found("svømmehallen") == ["Svømmehallens åbningstid"]


def test_a_run_tells_how_far_it_has_come(site):
    with Runs(site.data).begin("reindex", [], "anna") as run:
        run.progress(1200, 3400)
        page = site.get(f"/admin/runs/{run.number}")
        assert page.one("p", role="status").text == "Genopbygning af indekset: 1.200 af 3.400 møder"
        bar = page.one("progress")
        assert (bar.attributes["value"], bar.attributes["max"]) == ("1200", "3400")
        assert page.one("div", class_="running").links() == {"Opdatér": f"/admin/runs/{run.number}"}
        assert page.one("title").text.startswith("I gang: ")


def test_a_server_that_stops_interrupts_what_goes_on(site, monkeypatch):
    preview = site.staged("a.txt", minutes())
    embed = site.administering._embedder

    def slow():
        site.administering._background._stopping.set()
        return embed()

    monkeypatch.setattr(site.administering, "_embedder", slow)
    run = site.take(preview)
    assert run.one("span", class_="badge").text == "Afbrudt"
    assert site.waiting() == ["a.txt"]
    assert site.uploads() == []


def test_runs_of_the_terminal_are_told_beside_those_of_the_page(site):
    with Runs(site.data).begin_anyway("index", ["/srv/referater"]):
        pass
    site.take(site.staged("a.txt", minutes()))
    rows = [one.text for one in site.get("/admin/runs").one("ul", class_="runs").all("p", class_="facts")]
    assert rows == ["Færdig startet af anna 1 fil læst, 1 møde tilføjet", "Færdig startet af terminalen intet nyt"]


def test_runs_that_cannot_be_read_do_not_keep_anybody_from_the_page(site):
    (site.data / "runs.db").mkdir()
    assert "Her er endnu ingen kørsler" in site.get("/admin").one("main").text


def test_every_link_leads_somewhere(site):
    site.take(site.staged("a.txt", minutes()))
    site.staged("b.txt", minutes("Andet."))
    ahead, seen = ["/admin"], set()
    while ahead:
        address = ahead.pop()
        if address in seen or not address.startswith("/admin"):
            continue
        seen.add(address)
        ahead += site.get(address).one("main").links().values()
    assert len(seen) >= 6
