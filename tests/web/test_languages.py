"""The language of a page is the browser's choice; what a program or a file gets is Danish, whoever asks."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from mappings.errors import BadSettings
from mappings.settings import Settings
from mappings.told import Month, Told
from search_api.persons import either
from search_api.service import SearchService
from tests.web.minutes import MEETINGS
from tests.web.reading import read
from tests.web.serving import serve
from web.app import create_app
from web.languages import chosen
from web.wording import clock, day, gettext, month, ngettext, number, translated, weekday_date

ENGLISH = {"Accept-Language": "en-US,en;q=0.9"}
HOME_WORK = "/items/direktionen-2021-06-28-01"


@pytest.fixture
def english(client):
    """The page at an address as somebody reads it whose browser asks for English."""
    return lambda address: read(client.get(address, headers=ENGLISH).text)


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "da"),
        ("da", "da"),
        ("da-DK,da;q=0.9,en;q=0.8", "da"),
        ("en-US,en;q=0.9,da;q=0.8", "en"),
        ("en;q=0.7,da;q=0.8", "da"),
        ("EN_gb", "en"),
        ("nb-NO,nb;q=0.9,en;q=0.5", "da"),
        ("sv-SE,sv;q=0.8,en-US;q=0.5,en;q=0.3", "da"),
        ("kl,en;q=0.5", "da"),
        ("de-DE,de;q=0.9,en;q=0.8", "en"),
        ("de-DE,de;q=0.9", "da"),
        ("en;q=0,de", "da"),
        ("*", "da"),
        ("en;q=a,,;;\x00", "da"),
    ],
)
def test_the_language_is_the_first_that_is_accepted_and_there_is(accepted, language):
    assert chosen(accepted) == language


@pytest.mark.parametrize("address", ["/", HOME_WORK, "/nothing/here", "/?year=abc", "/print?q=hjemmearbejde", "/saved"])
def test_a_page_tells_its_language_and_that_it_hangs_on_what_is_asked_for(client, address):
    answer = client.get(address, headers=ENGLISH)
    assert read(answer.text).one("html").attributes["lang"] == "en"
    assert (answer.headers["Content-Language"], answer.headers["Vary"]) == ("en", "Accept-Language")
    assert read(client.get(address).text).one("html").attributes["lang"] == "da"


def test_a_search_in_english(english):
    page = english("/?q=hjemmearbejde+i+2021&outcome=approved")
    assert page.one("h2", id="results").text == "1 item on “hjemmearbejde i 2021”"
    assert page.one("ul", class_="chips").texts[:2] == [
        "Remove filter: Outcome: Approved ×",
        "Remove filter: Only meetings in 2021 ×",
    ]
    (found,) = page.all("article", class_="result")
    assert found.one("p", class_="facts").text.endswith("28 June 2021 Item 1 Case 21/5239 Page 10 of the source")
    assert found.one("p", class_="why").text == "Found by: the word “hjemmearbejde”"
    assert found.one("ul", class_="badges").texts == ["Approved"]


def test_what_could_not_be_understood_is_told_in_english(english):
    page = english("/?q=cykelsti+den+30.+februar+2021")
    assert page.one("p", class_="notice").text == (
        "“den 30. februar 2021” is not in the calendar; the words were searched for as they stand."
    )


def test_an_item_in_english(english):
    page = english(HOME_WORK)
    assert page.one("h2", id="decisions").text == "Decision"
    assert page.one("section", class_="timeline").all("p", class_="then")[0].text == (
        "Since then: dealt with in Direktionen internt on 6 September 2022: rejected"
    )
    assert page.one("p", class_="pointer").text == "The decision is at the top of the page"


def test_a_meeting_in_english(english):
    facts = english("/meetings/direktionen-2021-06-28").one("dl", class_="facts")
    assert "Time Monday 28 June 2021 at 08:30" in facts.text
    assert {"Present", "Absent", "Secretary"} <= {one.text for one in facts.all("dt")}


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/nothing/here", "The address may be misspelt, or the minutes have been removed."),
        ("/items/x", "There is no item with the id 'x'."),
        ("/?page=x", "page is 'x'; it must be a whole number from 1 to 10000."),
        ("/?qq=x", "Unknown parameter: qq. Did you mean q?"),
        ("/meetings?year=21", "'21' is not a year; write it as 2021."),
    ],
)
def test_an_error_in_english(english, address, told):
    assert english(address).one("p", class_="note").text == told


def test_the_text_of_minutes_is_marked_as_danish_on_an_english_page(english):
    item = english(HOME_WORK)
    assert item.one("h1").attributes["lang"] == "da"
    assert {one.attributes.get("lang") for one in item.one("section", class_="decisions").all("p")} == {"da"}
    assert item.all("section", class_="section")[0].one("h2").attributes["lang"] == "da"
    found = english("/?q=hjemmearbejde")
    assert {one.attributes.get("lang") for one in found.one("ol", class_="results").all("h3")} == {"da"}


def test_nothing_is_marked_where_the_page_is_in_the_language_of_the_minutes(get):
    marked = [one for one in get(HOME_WORK).all() if "lang" in one.attributes]
    assert [one.name for one in marked] == ["html"]


def test_minutes_in_english_are_marked_on_a_danish_page(tmp_path):
    service = serve(tmp_path, [replace(MEETINGS[0], language="en")])
    client = create_app(service=service).test_client()
    page = read(client.get(HOME_WORK).text)
    assert page.one("h1").attributes["lang"] == "en"
    assert "lang" not in read(client.get(HOME_WORK, headers=ENGLISH).text).one("h1").attributes
    service.close()


def test_of_what_a_browser_asks_for_only_the_beginning_is_read(client):
    page = read(client.get("/", headers={"Accept-Language": "xx," * 10_000 + "en"}).text)
    assert page.one("html").attributes["lang"] == "da"


def test_programs_are_answered_in_danish(client):
    for address in ("/api/v1/search?q=hjemmearbejde+i+2021", f"/api/v1{HOME_WORK}/related", "/api/v1/items/x"):
        answers = [client.get(address, headers=headers) for headers in ({}, ENGLISH)]
        assert answers[0].data == answers[1].data
        assert "Vary" not in answers[1].headers


@pytest.mark.parametrize("address", ["/export.csv?q=hjemmearbejde", "/export.jsonl?q=hjemmearbejde"])
def test_a_file_is_the_same_for_everybody(client, address):
    answers = [client.get(address, headers=headers) for headers in ({}, ENGLISH)]
    assert answers[0].data == answers[1].data


def test_a_feed_is_the_same_for_everybody(client):
    address = "/feed.atom?q=hjemmearbejde&outcome=approved"
    danish, english = client.get(address), client.get(address, headers=ENGLISH)
    assert (danish.data, danish.headers["ETag"]) == (english.data, english.headers["ETag"])
    assert "Udfald: Godkendt" in english.text


def test_an_error_in_a_file_is_told_to_a_browser_in_its_language(client):
    page = read(client.get("/export.csv?dialect=x", headers={**ENGLISH, "Accept": "text/html"}).text)
    assert page.one("p", class_="note").text == "Unknown dialect: 'x'. Known: excel, rfc4180."


def test_the_statement_in_english_says_that_it_is_a_translation(english, get):
    assert english("/accessibility").one("p", class_="note").text.startswith("This is a translation.")
    assert get("/accessibility").all("p", class_="note") == []


def test_each_language_writes_numbers_and_dates_its_own_way(app):
    date = dt.date(2021, 6, 28)
    written = {
        "da": ("1.234", "28. juni 2021", "juni 2021", "mandag den 28. juni 2021", "1.200 punkter"),
        "en": ("1,234", "28 June 2021", "June 2021", "Monday 28 June 2021", "1,200 items"),
    }
    for language, told in written.items():
        with app.test_request_context(headers={"Accept-Language": language}):
            counted = ngettext("%(num)s punkt", "%(num)s punkter", 1200)
            assert (number(1234), day(date), month(Month(2021, 6)), weekday_date(date), counted) == told


def test_a_line_from_below_the_pages_is_told_with_all_that_is_in_it(app):
    means = Told("beslutninger med udfaldet %(outcome)s", outcome=Told("Taget til efterretning").lower())
    with app.test_request_context(headers=ENGLISH):
        assert translated(Told("Helst %(means)s", means=means)) == "Preferably decisions with the outcome noted"
        assert translated(Told("fra %(first)s og frem", first=dt.date(2021, 6, 28))) == "from 28 June 2021 on"
        assert translated("Direktionen") == "Direktionen"


def test_names_by_the_hundred_are_told(app):
    """Of lines each within the next one, Python goes into a few hundred only."""
    with app.test_request_context(headers=ENGLISH):
        assert translated(either(["Anna", "Bo", "Ib"])) == "Anna, Bo or Ib"
        assert translated(either(f"Skole {number}" for number in range(1200))).endswith("Skole 1198 or Skole 1199")


def test_a_time_of_day_is_written_as_the_language_has_it(app):
    assert clock("08:30") == "08.30"
    with app.test_request_context(headers=ENGLISH):
        assert clock("08:30") == "08:30"


def test_a_time_that_is_told_otherwise_stays_as_it_is_and_has_no_kl_twice():
    assert clock("kl. 9") == "9"
    assert clock("efter frokost") == "efter frokost"


def test_outside_of_a_request_all_is_danish():
    assert (gettext("Møder"), number(1234)) == ("Møder", "1.234")


OWN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Udvalg"
msgstr "Nævn"

msgid "Punkt %(number)s"
msgstr "Dagsordenspunkt %(number)s"

msgid "Noget, der stod her engang"
msgstr "Noget andet"
"""


def with_texts(service: SearchService, folder: Path, text: str):
    (folder / "da.po").write_text(text, encoding="utf-8")
    return create_app(Settings(texts=str(folder)), service).test_client()


def test_an_operator_may_have_words_of_its_own(service, tmp_path):
    client = with_texts(service, tmp_path, OWN)
    page = read(client.get(HOME_WORK).text)
    assert page.one("nav", class_="places").links()["Nævn"] == "/bodies"
    assert page.one("nav", class_="trail").texts[0].endswith("Dagsordenspunkt 1")
    assert read(client.get("/", headers=ENGLISH).text).one("nav", class_="places").links()["Committees"] == "/bodies"


@pytest.mark.parametrize(
    "text",
    [
        'msgid "Punkt %(number)s"\nmsgstr "Punkt %(nummer)s"',
        'msgid "Punkt %(number)s"\nmsgstr "Punkt %s"',
        'msgid "Udvalg"\nmsgstr "100 %"',
        'msgid "Udvalg"\nmsgstr "<b>Udvalg"',
        "Udvalg = Nævn",
        "\x00",
    ],
)
def test_words_that_could_not_be_shown_are_refused_at_the_start(service, tmp_path, text):
    with pytest.raises(BadSettings, match="REFERAT_TEXTS"):
        with_texts(service, tmp_path, text)


def test_a_folder_of_texts_must_be_there(service, tmp_path):
    with pytest.raises(BadSettings, match="REFERAT_TEXTS"):
        create_app(Settings(texts=str(tmp_path / "none")), service)
