"""The page for the printer: the question, what it is narrowed to, the day, and every result."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

from mappings.dates import danish_date
from mappings.errors import EngineUnavailable
from search_api.exporting import Export
from tests.web.minutes import HOSTILE
from tests.web.reading import read


def test_it_says_what_was_asked_and_when(get):
    page = get("/print?q=hjemmearbejde&year=2021&outcome=approved")
    assert page.one("h1").text == "Beslutninger om »hjemmearbejde«"
    head = page.one("header").text
    assert f"1 punkt · Udskrevet {danish_date(dt.date.today())}" in head
    assert "År: 2021 · Udfald: Godkendt" in head
    assert "http://localhost/?q=hjemmearbejde&year=2021&outcome=approved" in head


def test_it_says_what_was_read_and_excluded(get):
    head = get("/print?q=hjemmearbejde+i+2021+-havnen").one("header").text
    assert "Kun møder i 2021 · Uden: havnen" in head


def test_it_shows_every_result_however_many(get):
    page = get("/print?q=cykelsti&page=2&size=5")
    assert len(page.all("article")) == 30
    assert "Slut på listen." in page.one("main").text


def test_a_result_has_its_decision_whole_and_where_to_find_it(get):
    article = get("/print?q=evaluering&year=2022").one("article")
    assert article.one("h2").text == "Evaluering af hjemmearbejde"
    assert "Direktionen, 14. september 2022 · Punkt 1 · Sag 21/5239 · Side 3 i kilden" in article.text
    assert "Udsat, Afvist" in article.text
    assert "Direktionen internt: Ikke godkendt." in article.text
    assert "http://localhost/items/direktionen-2022-09-14-01" in article.text


def test_a_result_tells_by_when_and_who(get):
    article = get("/print?q=rammer+hjemmearbejde&year=2021").one("article")
    assert article.one("dl", class_="named").text == (
        "Frist inden udgangen af juni 2022 til næste møde Ansvarlig ØPC Per Nielsen Beløb 1,2 mio. kr."
    )


def test_without_a_question_it_is_everything_and_with_nothing_found_it_says_so(get):
    assert get("/print").one("h1").text == "Beslutninger"
    assert get("/print?q=xyzzyq").one("ol").text == "Ingen punkter fundet."


def test_hostile_text_is_only_text(client):
    for address in ("/print?q=angreb", f"/print?q={quote(HOSTILE)}&body={quote(HOSTILE)}"):
        page = read(client.get(address).text)
        assert not [one for one in page.all() if one.name in ("script", "img", "b", "iframe", "style")]
    assert f"Angreb {HOSTILE}" in read(client.get("/print?q=angreb").text).one("main").text


def test_a_list_that_breaks_off_says_so(client, service, monkeypatch):
    whole = service.export

    def broken(*asked):
        found = whole(*asked)

        def results():
            yield next(found.results)
            raise EngineUnavailable("gone")

        return Export(found.query, found.total, results())

    monkeypatch.setattr(service, "export", broken)
    told = []
    response = client.get("/print?q=cykelsti")
    try:
        for chunk in response.response:
            told.append(chunk)
    except EngineUnavailable:
        pass
    text = b"".join(told).decode()
    assert text.endswith("Listen blev afbrudt af en fejl og er ikke hel. Hent siden igen.</p>\n")
    assert "Slut på listen" not in text
