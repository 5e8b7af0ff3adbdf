"""What is asked is counted where the operator wants it: by month, and without anything of a person."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from pathlib import Path

import pytest

from mappings.settings import Settings
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from tests.web.administering import ANNA, Site
from web.app import create_app
from web.question_store import Counted, QuestionStore
from web.questions import Questions

TODAY = dt.date(2026, 6, 15)


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path, questions="yes")
    yield site
    site.close()


def counted(site: Site, least: int) -> list[Counted]:
    """What is counted, once that is at least so many questions."""
    store = QuestionStore(site.data)
    until = time.monotonic() + 30
    while sum(one.asked for one in store.frequent(100, dt.date.today())) < least and time.monotonic() < until:
        time.sleep(0.05)
    return store.frequent(100, dt.date.today())


def test_searches_of_pages_and_programs_are_counted_and_shown(site):
    for address in ("/?q=hjemmearbejde", "/?q=Hjemmearbejde", "/api/v1/search?q=hjemmearbejde", "/?q=elefanter"):
        site.client.get(address)
    assert counted(site, 4) == [Counted("hjemmearbejde", 3, 0), Counted("elefanter", 1, 1)]
    page = site.get("/admin/questions")
    rows = [[cell.text for cell in row.all("td")] for row in page.one("section", aria_labelledby="frequent").all("tr")]
    assert rows[1:] == [["hjemmearbejde", "3", "0"], ["elefanter", "1", "1"]]
    unanswered = page.one("section", aria_labelledby="unanswered")
    assert unanswered.links() == {"elefanter": "/?q=elefanter"}
    assert site.post("/admin/questions/forget").headers["Location"] == "/admin/questions?said=forgotten"
    assert site.get("/admin/questions").all("td") == []


def test_filters_pages_and_people_are_not_counted(site):
    for address in (
        "/",
        "/?q=hjemmearbejde&year=2021",
        "/?q=cykelsti&page=2",
        "/?q=cykelsti&sort=oldest",
        "/?q=Henning+Ravnsborg",
        "/?person=Henning+Ravnsborg",
        "/?q=hjemmearbejde&attachments=yes",
        "/?q=hjemmearbejde&find_person=",
        "/?q=budget&literal=budget",
        "/?q=" + "budget+" * 30,
        "/?q=skole&nej=1",
    ):
        site.client.get(address)
    site.client.get("/?q=hjemmearbejde")
    assert counted(site, 1) == [Counted("hjemmearbejde", 1, 0)]


def test_nothing_but_month_question_and_numbers_is_kept(site):
    site.client.get("/?q=hjemmearbejde", headers=ANNA)
    counted(site, 1)
    with sqlite3.connect(site.data / "questions.db") as kept:
        assert kept.execute("SELECT * FROM questions").fetchall() == [
            (f"{dt.date.today():%Y-%m}", "hjemmearbejde", 1, 0)
        ]
        columns = [row[1] for row in kept.execute("PRAGMA table_info(questions)")]
    assert columns == ["month", "question", "asked", "unanswered"]
    assert (site.data / "questions.db").stat().st_mode & 0o077 == 0
    assert b"anna" not in b"".join(path.read_bytes() for path in site.data.glob("questions.db*"))


def test_unless_it_is_asked_for_nothing_is_counted(tmp_path):
    site = Site(tmp_path)
    site.client.get("/?q=hjemmearbejde")
    assert "REFERAT_QUESTIONS=yes" in site.get("/admin/questions").one("p", class_="note").text
    time.sleep(1.5)
    assert not (site.data / "questions.db").exists()
    site.close()


def test_what_is_counted_is_forgotten_after_thirteen_months(tmp_path: Path):
    store = QuestionStore(tmp_path)
    store.count([("budget", True)], dt.date(2025, 5, 31))
    store.count([("skole", True)], dt.date(2025, 6, 1))
    assert [one.question for one in store.frequent(9, TODAY)] == ["skole"]
    assert [one.question for one in store.frequent(9, dt.date(2025, 6, 30))] == ["budget", "skole"]
    store.count([("skole", False)], TODAY)
    with sqlite3.connect(tmp_path / "questions.db") as kept:
        assert kept.execute("SELECT month, question FROM questions ORDER BY month").fetchall() == [
            ("2025-06", "skole"),
            ("2026-06", "skole"),
        ]
    assert store.frequent(9, TODAY) == [Counted("skole", 2, 1)]
    assert store.unanswered(9, TODAY) == [Counted("skole", 2, 1)]
    assert store.frequent(9, dt.date(2026, 7, 1)) == [Counted("skole", 1, 1)]


def test_the_most_asked_come_first(tmp_path: Path):
    store = QuestionStore(tmp_path)
    asked = {"a": 3, "b": 5, "c": 5, "d": 1}
    store.count([(question, question != "c") for question, times in asked.items() for _ in range(times)], TODAY)
    assert [one.question for one in store.frequent(3, TODAY)] == ["b", "c", "a"]
    assert store.unanswered(3, TODAY) == [Counted("c", 5, 5)]


def test_counting_that_fails_is_in_the_log_and_no_search_knows(site, caplog):
    (site.data / "questions.db").mkdir()
    assert site.client.get("/?q=hjemmearbejde").status_code == 200
    until = time.monotonic() + 30
    while "questions are not counted" not in caplog.text and time.monotonic() < until:
        time.sleep(0.05)
    assert "1 questions are not counted" in caplog.text
    assert "hjemmearbejde" not in caplog.text


def test_noting_costs_a_search_nothing(site):
    questions = Questions(site.service, QuestionStore(site.data))
    asked = SearchRequest(question="hjemmearbejde")
    answer = site.service.search(asked, PUBLIC)
    questions.note(asked, answer)
    begun = time.perf_counter()
    for _ in range(5_000):  # many more than may wait
        questions.note(asked, answer)
    assert (time.perf_counter() - begun) / 5_000 < 0.0005


def test_a_later_application_without_the_setting_counts_nothing(site):
    client = create_app(Settings(data=site.data), site.service).test_client()
    client.get("/?q=hjemmearbejde")
    time.sleep(1.5)
    assert QuestionStore(site.data).frequent(9, dt.date.today()) == []
