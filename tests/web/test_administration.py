"""The administration page: for administrators alone; files looked through and taken in; the index made anew."""

from __future__ import annotations

import gzip
import io
import json
import os
import time
from pathlib import Path

import pytest

from engines.embedded.lock import writing
from mappings.errors import BadSettings, EngineUnavailable
from mappings.settings import Settings
from referat.runs import Runs
from tests.web.administering import ANNA, BO, Site, minutes
from tests.web.minutes import HOSTILE
from tests.web.reading import read
from web.app import create_app

PAGES = ("/admin", "/admin/runs", "/admin/runs/1", "/admin/reindex", "/admin/questions", "/admin/uploads/" + "0" * 32)
FORMS = ("/admin/uploads", "/admin/reindex", "/admin/reindex/drop-old", "/admin/questions/forget")


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    yield site
    site.close()


def uploads(site: Site) -> list[str]:
    folder = site.data / "uploads"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def waiting(site: Site) -> list[str]:
    return [link.text for link in site.get("/admin").one("section", aria_labelledby="upload").all("a")]


# Who may


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


# A file


def test_a_file_is_shown_as_it_is_understood_then_taken_in_and_found(site):
    preview = site.staged("Referat 12.3.txt", minutes())
    page = site.get(preview)
    assert page.one("h1").text == "Referat 12.3.txt"
    assert page.one("p", class_="summary").text == "1 nyt møde. Sådan forstås filen; intet er læst ind endnu."
    meeting = page.one("article")
    assert meeting.one("h2").text == "Kulturudvalget, 12. marts 2024"
    assert [one.text for one in meeting.all("h3")] == ["Svømmehallens åbningstid", "Lukket: Køb af grund"]
    facts = {row.one("dt").text: row.one("dd").text for row in meeting.one("dl", class_="facts").all("div")}
    assert facts == {"Tid": "09:00", "Til stede": "Anna Lund", "Afbud": "Bo Kjær Holm", "Punkter": "2"}
    first, second = [one for one in meeting.one("ul", class_="agenda").children if not isinstance(one, str)]
    assert "Sag 24/100" in first.text
    assert first.one("div", class_="decided").text == "Godkendt Kulturudvalget, 12. marts 2024: Godkendt."
    assert [one.text for one in first.all("dt")] == [
        "Baggrund 5 ord",
        "Beslutning Kulturudvalget den 12-03-2024 Beslutning, 1 ord",
    ]
    assert second.all("span", class_="badge")[0].text == "Lukket"
    assert site.found("svømmehallen") == []
    assert uploads(site) == []
    run = site.take(preview)
    assert run.one("span", class_="badge").text == "Færdig"
    assert run.one("p", class_="facts").text == "Færdig 1 fil læst, 1 møde tilføjet"
    assert site.found("svømmehallen") == ["Svømmehallens åbningstid"]
    assert uploads(site) == ["Referat 12.3.txt"]
    site.get(preview, status=404)
    assert waiting(site) == []
    (told,) = site.administering.runs()
    assert (told.work, told.user, told.paths, told.state) == ("index", "anna", ("Referat 12.3.txt",), "done")


def test_a_file_that_is_not_wanted_after_all_is_forgotten(site):
    preview = site.staged("a.txt", minutes())
    assert waiting(site) == ["a.txt"]
    assert site.post(f"{preview}/discard").headers["Location"] == "/admin?said=discarded"
    assert "intet er læst ind" in site.get("/admin?said=discarded").one("p", class_="said").text
    assert waiting(site) == []
    assert list((site.data / "staging").iterdir()) == []
    site.get(preview, status=404)
    site.post(f"{preview}/take", status=404)
    site.post(f"{preview}/discard", status=404)


def test_the_same_meeting_again_replaces_the_one_before_and_its_file(site):
    site.take(site.staged("a.txt", minutes()))
    assert "intet at læse ind" in site.get(site.staged("a.txt", minutes())).one("p", class_="summary").text
    preview = site.staged("b.txt", minutes("Svømmehallen lukker for altid."))
    page = site.get(preview)
    assert page.one("p", class_="summary").text.startswith("1 møde bliver erstattet.")
    assert str(site.data / "uploads" / "a.txt") in page.one("article").text
    assert "1 erstattet" in site.take(preview).one("p", class_="facts").text
    assert site.found("altid") == ["Svømmehallens åbningstid"]
    assert uploads(site) == ["b.txt"]


def test_a_file_of_another_meeting_is_not_written_over(site):
    site.take(site.staged("referat.txt", minutes()))
    other = minutes("Biblioteket får nye reoler.").replace(b"12-03-2024", b"09-04-2024")
    site.take(site.staged("referat.txt", other))
    assert uploads(site) == ["referat-2.txt", "referat.txt"]
    assert b"reoler" in (site.data / "uploads" / "referat-2.txt").read_bytes()
    assert site.found("reoler") == ["Svømmehallens åbningstid"]
    assert {Path(one.path).name for one in site.service._engine.origins() if "kultur" in one.meeting_id} == {
        "referat.txt",
        "referat-2.txt",
    }


def test_many_meetings_of_one_file_are_counted_and_the_first_are_shown(site):
    lines = [
        json.dumps({"body": "Rådet", "date": f"2020-01-{day:02d}", "items": [{"number": 1, "title": f"Sag {day}"}]})
        for day in range(1, 8)
    ]
    packed = gzip.compress("\n".join([*lines, "nothing"]).encode())
    page = site.get(preview := site.staged("alle.jsonl.gz", packed))
    assert page.one("p", class_="summary").text.startswith("7 nye møder.")
    assert len(page.all("article")) == 5
    assert "Filen har 2 møder mere" in page.one("main").text
    assert page.one("section", aria_labelledby="failed").one("li").text.startswith("alle.jsonl.gz, line 8: not a meet")
    run = site.take(preview)
    assert run.one("p", class_="facts").text == "Færdig med fejl 1 fil læst, 7 møder tilføjet, 1 fejl"
    assert "line 8: not a meeting" in run.one("section", aria_labelledby="failed").text


def test_what_is_odd_is_told_with_its_line(site):
    odd = minutes().replace(b"Punkt 2:", b"Punkt 1:")
    preview = site.staged("a.txt", odd)
    told = "a.txt, linje 19: Punkt 1 findes flere gange; dette er kulturudvalget-2024-03-12-01b."
    assert site.get(preview).one("section", aria_labelledby="odd").one("li").text == told
    run = site.take(preview)
    assert run.one("section", aria_labelledby="odd").one("li").text.endswith(told.partition(" ")[2])


def test_hostile_text_is_only_text(site):
    content = minutes(HOSTILE).replace(b"bningstid", f"bningstid {HOSTILE}".encode())
    preview = site.staged("<img src=x onerror=alert(1)>.txt", content)
    page = site.get(preview)
    assert HOSTILE.partition("</script>")[2] in page.one("article").text  # a script is text of nobody
    run = site.take(preview)
    for shown in (page, run, site.get("/admin"), site.get("/admin/runs")):
        assert shown.scripts in (["suggest.js"], ["suggest.js", "admin.js"])
        assert not shown.all("img")


# A file that is refused


def refused(site: Site, name: str, content: bytes, status: int = 400) -> str:
    page = read(site.upload(name, content, status).text)
    assert page.one("h1").text == "Administration"
    told = page.one("p", class_="refused")
    assert told.attributes["role"] == "alert"
    assert str(site.data) not in page.text
    folder = site.data / "staging"
    assert not folder.exists() or list(folder.iterdir()) == []
    return told.text


@pytest.mark.parametrize(
    "name",
    ["page.html", "virus.exe", "a.txt.exe", "a.zip", "a", "txt", ".txt", "../../etc/passwd", "a.txt\0.exe"],
)
def test_a_file_of_another_kind_is_refused(site, name):
    told = refused(site, name, b"<html><script>alert(1)</script></html>")
    assert told.startswith("Filer af den slags læses ikke. Vælg en, der ender på .markdown, .md, .text, .txt, .jsonl")


def test_no_file_is_told(site):
    page = read(site.post("/admin/uploads", 400).text)
    assert page.one("p", class_="refused").text == "Vælg en fil."
    for name in ("///", "..", " "):
        assert refused(site, name, b"x") == "Vælg en fil."


def test_a_file_that_is_too_large_is_refused(tmp_path):
    site = Site(tmp_path, upload_limit=1)
    assert refused(site, "a.txt", bytes(2**20 + 1), 413) == "Filen er for stor: højst 1 MB."
    assert refused(site, "a.txt", bytes(3 * 2**20), 413) == "Filen er for stor: højst 1 MB."
    site.close()


def test_an_empty_file_is_refused(site):
    assert refused(site, "a.txt", b"") == "Filen er tom."


def test_a_small_file_that_unpacks_to_very_much_is_refused(tmp_path):
    site = Site(tmp_path, upload_limit=1)
    bomb = gzip.compress(bytes(40 * 2**20))
    assert len(bomb) < 2**16
    assert "unpacks to more than 1 MB" in refused(site, "a.jsonl.gz", bomb)
    site.close()


def test_a_text_that_is_longer_than_any_minutes_is_refused(site):
    text = minutes() + b"Der er meget at sige.\n" * 100_000
    assert "too many for minutes" in refused(site, "a.txt", text)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"%PDF-1.7 ...", "is a PDF file, whatever its name says"),
        ("a.md", b"MZ\x90\0\x03\0\0\0\x04" * 50, "is not text"),
        ("a.txt", b"<html><script>alert(1)</script></html>", "is a web page, whatever its name says"),
        ("a.txt", "Kære alle, der er kage.".encode(), "this is not minutes"),
        ("a.jsonl", b"{}", "not a meeting"),
        ("a.jsonl.gz", b"not packed", "cannot be read"),
        ("a.jsonl", b"[" * 100_000, "not a meeting"),
    ],
)
def test_what_is_not_minutes_is_refused_with_why(site, name, content, why):
    told = refused(site, name, content)
    assert told.startswith("Filen kan ikke læses som et referat. ")
    assert why in told


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\Users\\anna\\Møde 3.TXT", "Møde 3.TXT"),
        ("../../../a.txt", "a.txt"),
        ("/etc/cron.d/a.md", "a.md"),
        (".bashrc.txt", "bashrc.txt"),
        ("con.txt", "fil-con.txt"),
        ("a\u202etxt.exe.md", "a-txt.exe.md"),
        ("a\nb<c>.md", "a-b-c.md"),
        ("x" * 300 + ".txt", "x" * 120 + ".txt"),
    ],
)
def test_a_name_is_made_fit_for_a_disk(site, name, kept):
    staged = site.administering.upload(name, io.BytesIO(minutes()))
    assert staged.name == kept
    (folder,) = (site.data / "staging").iterdir()
    assert [path.name for path in folder.iterdir()] == [kept]
    assert folder.stat().st_mode & 0o077 == 0


def test_an_engine_that_is_away_is_no_fault_of_the_file(site, monkeypatch):
    def away(_: object) -> None:
        raise EngineUnavailable("The server is away.")

    monkeypatch.setattr(site.service._engine, "cached_vectors", away)
    site.upload("referat.txt", minutes(), status=503)
    assert waiting(site) == ["referat.txt"]


def test_what_waits_is_forgotten_after_a_day(site):
    preview = site.staged("a.txt", minutes())
    (folder,) = (site.data / "staging").iterdir()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(folder, (yesterday, yesterday))
    assert waiting(site) == []
    site.get(preview, status=404)


# While others write


def test_while_others_index_a_file_stays_where_it_is(site):
    preview = site.staged("a.txt", minutes())
    with Runs(site.data).begin("index", ["/srv/referater"]):
        told = site.post(f"{preview}/take").headers["Location"]
        assert told == f"{preview}?said=busy"
        assert "Filen venter her" in site.get(told).one("p", role="alert").text
        assert site.post("/admin/reindex").headers["Location"] == "/admin/reindex?said=busy"
        assert site.post("/admin/reindex/drop-old").headers["Location"] == "/admin/reindex?said=busy"
        assert "bliver skrevet" in site.get("/admin/reindex?said=busy").one("p", class_="said").text
        front = site.get("/admin")
        assert front.one("div", class_="running").one("p", role="status").text == "Indlæsning: læser"
        assert front.scripts == ["suggest.js", "admin.js"]
    assert site.take(preview).one("span", class_="badge").text == "Færdig"


def test_where_another_turns_out_to_write_the_run_says_so_and_the_file_waits(site):
    preview = site.staged("a.txt", minutes())
    with writing(site.data):
        run = site.take(preview)
    assert run.one("span", class_="badge").text == "Mislykkedes"
    assert "is writing to" in run.one("p", class_="refused").text
    assert uploads(site) == []
    assert waiting(site) == ["a.txt"]
    site.take(preview)
    assert site.found("svømmehallen") == ["Svømmehallens åbningstid"]


def test_what_fails_leaves_the_file_before_as_it_was(site):
    site.take(site.staged("a.txt", minutes()))
    with writing(site.data):
        site.take(site.staged("a.txt", minutes("Andet.")))
    assert (site.data / "uploads" / "a.txt").read_bytes() == minutes()
    assert uploads(site) == ["a.txt"]


# The index anew


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
    assert waiting(site) == ["a.txt"]
    assert uploads(site) == []


# Runs


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
