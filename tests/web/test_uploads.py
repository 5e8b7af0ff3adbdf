"""Files that an administrator sends: looked through as they are understood, taken in, replaced or forgotten."""

from __future__ import annotations

import gzip
import io
import json
import os
import time
from pathlib import Path

import pytest

from engines.embedded.lock import writing
from mappings.errors import EngineUnavailable
from referat.runs import Runs
from tests.web.administering import minutes
from tests.web.minutes import HOSTILE


def test_a_file_is_shown_as_it_is_understood_then_taken_in_and_found(site):
    preview = site.staged("Referat 12.3.txt", minutes())
    page = site.get(preview)
    assert page.one("h1").text == "Referat 12.3.txt"
    assert page.one("p", class_="summary").text == "1 nyt møde. Sådan forstås filen; intet er læst ind endnu."
    meeting = page.one("article")
    assert meeting.one("h2").text == "Kulturudvalget, 12. marts 2024"
    assert [one.text for one in meeting.all("h3")] == ["Svømmehallens åbningstid", "Lukket: Køb af grund"]
    facts = {row.one("dt").text: row.one("dd").text for row in meeting.one("dl", class_="facts").all("div")}
    assert facts == {"Tid": "09.00", "Til stede": "Anna Lund", "Afbud": "Bo Kjær Holm", "Punkter": "2"}
    first, second = [one for one in meeting.one("ul", class_="agenda").children if not isinstance(one, str)]
    assert "Sag 24/100" in first.text
    assert first.one("div", class_="decided").text == "Godkendt Kulturudvalget, 12. marts 2024: Godkendt."
    assert [one.text for one in first.all("dt")] == [
        "Baggrund 5 ord",
        "Beslutning Kulturudvalget den 12-03-2024 Beslutning, 1 ord",
    ]
    assert second.all("span", class_="badge")[0].text == "Lukket"
    assert site.found("svømmehallen") == []
    assert site.uploads() == []
    run = site.take(preview)
    assert run.one("span", class_="badge").text == "Færdig"
    assert run.one("p", class_="facts").text == "Færdig 1 fil læst, 1 møde tilføjet"
    assert site.found("svømmehallen") == ["Svømmehallens åbningstid"]
    assert site.uploads() == ["Referat 12.3.txt"]
    site.get(preview, status=404)
    assert site.waiting() == []
    (told,) = site.administering.runs()
    assert (told.work, told.user, told.paths, told.state) == ("index", "anna", ("Referat 12.3.txt",), "done")


def test_a_file_that_is_not_wanted_after_all_is_forgotten(site):
    preview = site.staged("a.txt", minutes())
    assert site.waiting() == ["a.txt"]
    assert site.post(f"{preview}/discard").headers["Location"] == "/admin?said=discarded"
    assert "intet er læst ind" in site.get("/admin?said=discarded").one("p", class_="said").text
    assert site.waiting() == []
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
    assert site.uploads() == ["b.txt"]


def test_a_file_of_another_meeting_is_not_written_over(site):
    site.take(site.staged("referat.txt", minutes()))
    other = minutes("Biblioteket får nye reoler.").replace(b"12-03-2024", b"09-04-2024")
    site.take(site.staged("referat.txt", other))
    assert site.uploads() == ["referat-2.txt", "referat.txt"]
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
    to_be_read = minutes().replace(b"Godkendt.", b"Det siger udvalget ja til.")
    site.upload("referat.txt", to_be_read, status=503)
    assert site.waiting() == ["referat.txt"]


def test_what_waits_is_forgotten_after_a_day(site):
    preview = site.staged("a.txt", minutes())
    (folder,) = (site.data / "staging").iterdir()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(folder, (yesterday, yesterday))
    assert site.waiting() == []
    site.get(preview, status=404)


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
    assert site.uploads() == []
    assert site.waiting() == ["a.txt"]
    site.take(preview)
    assert site.found("svømmehallen") == ["Svømmehallens åbningstid"]


def test_what_fails_leaves_the_file_before_as_it_was(site):
    site.take(site.staged("a.txt", minutes()))
    with writing(site.data):
        site.take(site.staged("a.txt", minutes("Andet.")))
    assert (site.data / "uploads" / "a.txt").read_bytes() == minutes()
    assert site.uploads() == ["a.txt"]
