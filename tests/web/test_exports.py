"""The whole result of a search as a table and as JSON Lines."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import quote

import pytest

from mappings.settings import Settings
from tests.web.minutes import HOSTILE, SECRET
from web import tables
from web.app import create_app

DIALECTS = {"excel": ";", "rfc4180": ","}
HOME_WORK = "direktionen-2021-06-28-01"


def rows(client, address, dialect="excel"):
    response = client.get(address)
    assert response.status_code == 200, response.text
    text = response.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=DIALECTS[dialect], strict=True))


def lines(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.text
    return [json.loads(line) for line in response.data.splitlines()]


def test_a_table_opens_in_danish_excel(client):
    response = client.get("/export.csv?q=hjemmearbejde&sort=oldest")
    assert response.data.startswith("\ufeffDato;Udvalg;Punkt;Titel;Sagsnummer;Udfald;Beslutning;".encode())
    assert response.data.endswith(b"\r\n")
    first = rows(client, "/export.csv?q=hjemmearbejde&sort=oldest")[0]
    assert first == {
        "Dato": "2021-06-28",
        "Udvalg": "Direktionen",
        "Punkt": "1",
        "Titel": "Drøftelse af rammer for hjemmearbejde",
        "Sagsnummer": "21/5239",
        "Udfald": "Godkendt",
        "Beslutning": "Direktionen godkendte rammerne for hjemmearbejde. Der evalueres efter et år.",
        "Fundet ved": "ordet »hjemmearbejde«",
        "Link": f"http://localhost/items/{HOME_WORK}",
        "Id": HOME_WORK,
        "Frist": "inden udgangen af juni 2022 (30. juni 2022); til næste møde",
        "Ansvarlig": "ØPC; Per Nielsen",
        "Beløb": "1,2 mio. kr.",
    }


def test_a_table_for_programs_is_of_rfc_4180(client):
    response = client.get("/export.csv?q=hjemmearbejde&dialect=rfc4180")
    assert response.data.startswith(b"Dato,Udvalg,")
    assert response.content_type == "text/csv; charset=utf-8; header=present"
    assert all(line.endswith(b"\r") for line in response.data.split(b"\n")[:1])
    assert rows(client, "/export.csv?q=hjemmearbejde&dialect=rfc4180", "rfc4180")[0]["Sagsnummer"] == "21/5239"


def test_every_result_is_there_in_the_order_of_the_pages(client):
    pages = [client.get(f"/api/v1/search?q=cykelsti&page={n}&size=10").json["results"] for n in (1, 2, 3)]
    shown = [result for page in pages for result in page]
    assert len(shown) == 30
    assert lines(client, "/export.jsonl?q=cykelsti&page=3&size=7") == shown
    assert [row["Id"] for row in rows(client, "/export.csv?q=cykelsti&page=2")] == [result["id"] for result in shown]


def test_filters_and_order_hold_as_on_the_page(client):
    found = rows(client, "/export.csv?q=hjemmearbejde&outcome=approved&from=2021-01-01")
    assert [row["Id"] for row in found] == [HOME_WORK]
    newest = rows(client, "/export.csv")
    assert [row["Dato"] for row in newest] == sorted((row["Dato"] for row in newest), reverse=True)
    assert len(newest) == 34


def test_only_what_has_attachments_is_taken_along_where_that_is_asked(client):
    assert [line["id"] for line in lines(client, "/export.jsonl?attachments=yes&year=2021")] == [HOME_WORK]
    assert "Drøftelse af rammer" in client.get("/print?q=hjemmearbejde&attachments=yes").text
    feed = client.get("/feed.atom?q=hjemmearbejde&attachments=no").text
    assert "Evaluering af hjemmearbejde" in feed
    assert "Drøftelse af rammer" not in feed
    assert "uden bilag" in feed.lower()  # as the search is called


def test_where_two_bodies_decided_each_is_named(client):
    (row,) = rows(client, "/export.csv?q=evaluering&year=2022&body=Direktionen")
    assert row["Udfald"] == "Udsat, Afvist"
    assert row["Beslutning"] == "Direktionen: Udsat til næste møde.\n\nDirektionen internt: Ikke godkendt."


@pytest.mark.parametrize("address", ["/export.csv", "/export.jsonl", "/print"])
def test_what_is_closed_is_in_none_of_them(client, address):
    for question in ("", "?q=hjemmearbejde", f"?q={SECRET}", "?case=21/7777", "?person=Frida", "?q=21/7777"):
        told = client.get(address + question).text.lower()
        if SECRET not in question:
            assert SECRET not in told
        assert "direktionen-2021-06-28-02" not in told


def test_nothing_found_is_a_table_of_its_header(client):
    assert rows(client, "/export.csv?q=xyzzyq") == []
    assert client.get("/export.jsonl?q=xyzzyq").data == b""


def test_the_file_is_named_after_the_question_and_the_day(client):
    told = client.get("/export.csv?q=Børnehaver+%26+skoler&year=2021").headers["Content-Disposition"]
    assert re.fullmatch(
        r"attachment; filename=referater-boernehaver-skoler-2021-\d{4}-\d\d-\d\d\.csv; "
        r"filename\*=UTF-8''referater-b%C3%B8rnehaver-skoler-2021-\d{4}-\d\d-\d\d\.csv",
        told,
    )
    hostile = client.get("/export.jsonl", query_string={"q": "../../x\r\nSet-Cookie: a=b; \"';\0" + "æ" * 500})
    assert re.fullmatch(r"attachment; filename=[\w.-]+; filename\*=UTF-8''[\w.%-]+", hostile.headers[
        "Content-Disposition"
    ])  # fmt: skip
    assert "Set-Cookie" not in hostile.headers
    assert re.search(r"filename=referater-\d{4}-", client.get("/export.csv?q=%3F").headers["Content-Disposition"])


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "－ godkendt"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_cell_that_a_spreadsheet_would_compute_with_begins_with_an_apostrophe(start, dialect):
    written = tables.row([start, "b"], dialect).decode()
    read = next(csv.reader(io.StringIO(written, newline=""), delimiter=DIALECTS[dialect]))
    assert read[0].startswith("'")
    assert read[1] == "b"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_quotes_delimiters_and_lines_stay_in_their_cell(dialect):
    cells = ['Han sagde "ja"; og, så\nlinje to\r\nlinje tre', HOSTILE, "a;b,c", "", 'x"']
    written = tables.row(cells, dialect).decode()
    read = list(csv.reader(io.StringIO(written, newline=""), delimiter=DIALECTS[dialect], strict=True))
    assert read == [[one.replace("\r\n", "\n") for one in cells]]


def test_what_excel_takes_for_a_date_is_kept_as_text_there():
    for number in ("19/10", "10/2015", "1-2", "3.4.2021"):
        assert tables.cell(number, "excel") == f"'{number}"
        assert tables.cell(number, "rfc4180") == number
    for other in ("2021-06-28", "21/5239", "19/11 m.fl.", "12", "14/1899"):
        assert tables.cell(other, "excel") == other


def test_what_is_longer_than_a_cell_of_excel_is_cut_and_shows_it():
    assert tables.cell("x" * 40_000, "excel") == "x" * 32_766 + "…"
    assert len(tables.cell("x" * 40_000, "rfc4180")) == 40_000


def test_characters_that_no_text_has_are_left_out():
    assert tables.cell("a\0b\x07c\x1bd\x7f", "excel") == "abcd"


def test_hostile_minutes_make_no_cell_of_their_own(client):
    (row,) = rows(client, "/export.csv?q=angreb&year=2019")
    assert row["Titel"] == f"Angreb {HOSTILE}"
    assert row["Udvalg"] == f"Udvalg {HOSTILE}"
    assert None not in row


def test_links_are_those_that_the_operator_names(service):
    app = create_app(Settings(base_url="https://referater.havbjerg.dk/soeg"), service)
    (row,) = rows(app.test_client(), "/export.csv?q=hjemmearbejde&year=2021")
    assert row["Link"] == f"https://referater.havbjerg.dk/soeg/items/{HOME_WORK}"


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/export.csv?dialect=xls", "dialect"),
        ("/export.csv?dialect=excel&dialect=excel", "dialect"),
        ("/export.jsonl?dialect=excel", "dialect"),
        ("/export.jsonl?year=abc", "year"),
        ("/export.csv?nej=1", "nej"),
        ("/print?from=i+g%C3%A5r", "from"),
        (f"/print?{quote(HOSTILE)}=1", HOSTILE),
    ],
)
def test_a_bad_parameter_is_a_line_for_a_program_and_a_page_for_a_browser(client, address, parameter):
    told = client.get(address)
    assert (told.status_code, told.content_type) == (400, "application/problem+json")
    assert told.json["parameter"] == parameter
    shown = client.get(address, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (shown.status_code, shown.mimetype) == (400, "text/html")
    assert "<script>" not in shown.text


def test_the_search_page_leads_to_all_of_them(get):
    links = get("/?q=hjemmearbejde&year=2021&page=1").one("nav", class_="taking").links()
    assert links["Excel (CSV)"] == "/export.csv?q=hjemmearbejde&year=2021"
    assert links["JSON Lines"] == "/export.jsonl?q=hjemmearbejde&year=2021"
    assert links["Udskrift"] == "/print?q=hjemmearbejde&year=2021"
