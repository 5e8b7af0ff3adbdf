"""Pages of cases: the course of one, and lists by year."""

from dataclasses import replace

import pytest

from tests.web.minutes import CLOSED, HOME_WORK, MEETINGS, TWO_BODIES, ordinary
from tests.web.reading import read
from tests.web.serving import serve
from web.app import create_app


def test_the_course_of_a_case_is_told_from_its_beginning(get):
    page = get("/cases/21/5239")
    assert page.one("h1").text == "Evaluering af hjemmearbejde"
    course = page.one("section", class_="timeline")
    assert [li.one("h3").text for li in course.all("li") if li.all("h3")] == [
        "28. juni 2021, Direktionen",
        "6. september 2022, Direktionen internt",
        "14. september 2022, Direktionen",
    ]
    first = course.all("li")[0]
    assert first.links()["Drøftelse af rammer for hjemmearbejde"] == "/items/direktionen-2021-06-28-01"
    assert first.one("dl", class_="named").text == (
        "Frist inden udgangen af juni 2022 til næste møde Ansvarlig ØPC Per Nielsen Beløb 1,2 mio. kr."
    )
    assert first.one("p", class_="then").text == ("Siden: behandlet i Direktionen internt 6. september 2022: afvist")


def test_its_facts_and_other_titles_stand_at_the_top(get):
    page = get("/cases/21/5239")
    facts = page.one("article").all("dl", class_="facts")[0]
    assert facts.text == (
        "Sagsnummer 21/5239 Behandlet 28. juni 2021 – 14. september 2022 Udvalg Direktionen, Direktionen internt "
        "Punkter Søg i sagens 2 punkter"
    )
    assert facts.links() == {"Søg i sagens 2 punkter": "/?case=21/5239"}
    assert page.one("p", class_="shown").text == "Også behandlet som »Drøftelse af rammer for hjemmearbejde«."
    assert page.one("nav", class_="trail").links() == {"Sager": "/cases"}


@pytest.mark.parametrize("written", ["21/5239", "21%2F5239"])
def test_the_slash_of_a_number_may_be_escaped(get, written):
    assert get(f"/cases/{written}").one("title").text == ("Evaluering af hjemmearbejde – Sag 21/5239 – Referatsøgning")


def test_an_unknown_case_offers_a_search(get):
    page = get("/cases/99/4711", status=404)
    assert page.one("p", class_="note").text == "Der er ingen sag med nummer '99/4711'."
    assert page.one("input", name="q").attributes["value"] == "99/4711"


@pytest.mark.parametrize("number", ["%00", "x" * 5_000, "21/5239/", "/21/5239", "..%2F..%2Fetc%2Fpasswd"])
def test_what_is_no_case_is_a_page(client, number):
    response = client.get(f"/cases/{number}")
    assert response.status_code == 404
    assert "\0" not in response.text
    assert read(response.text).one("input", name="q")


@pytest.mark.parametrize(
    "address", ["/cases/21/5239?x=1", "/cases?year=x", "/cases?page=0", "/cases?q=1", "/cases?page=1&page=2"]
)
def test_a_parameter_that_cannot_be_is_one_line(get, address):
    assert get(address, status=400).one("p", class_="note").text


def cases(page) -> list[str]:
    return [li.text for li in page.one("ul", class_="agenda").all("li") if li.all("span", class_="case")]


def test_the_cases_of_the_newest_year_are_listed(get):
    page = get("/cases")
    assert page.one("h1").text == "Sager 2022"
    assert cases(page) == ["Evaluering af hjemmearbejde Sag 21/5239 · Direktionen, 14. september 2022 Udsat Afvist"]
    assert page.one("nav", class_="years").links() == {
        str(year): f"/cases?year={year}" for year in (2022, 2021, 2020, 2019)
    }


def test_another_year_can_be_gone_to_and_the_closed_is_not_in_it(get):
    page = get("/cases?year=2021")
    assert [entry.split(" · ")[0] for entry in cases(page)] == [
        "Drøftelse af rammer for hjemmearbejde Sag 21/5239",
        "Sygefraværsstatistik 1. kvartal 2021 Sag 21/100",
    ]
    assert page.one("p", class_="summary").text == "2 sager, de senest behandlede først."


def test_a_year_without_cases_says_so(get):
    page = get("/cases?year=1999")
    assert page.one("p", class_="note").text == "Der er ingen sager i 1999."
    assert page.one("nav", class_="years").all("a", aria_current="page") == []


def test_a_page_that_is_not_there_says_so(get):
    assert get("/cases?year=2020&page=9").one("p", class_="note").text == "Så mange sager er der ikke i 2020."


def test_the_header_leads_to_cases_and_people(get):
    places = get("/cases").one("nav", class_="places")
    assert list(places.links().values()) == ["/meetings", "/bodies", "/cases", "/people", "/overview", "/saved"]
    assert places.one("a", aria_current="page").text == "Sager"


def test_many_cases_come_a_page_at_a_time(tmp_path):
    meeting = replace(MEETINGS[2], items=tuple(ordinary(number) for number in range(1, 121)))
    service = serve(tmp_path, [meeting])
    client = create_app(service=service).test_client()
    first, last = (read(client.get(f"/cases?page={number}").text) for number in (1, 3))
    assert cases(first)[0].startswith("Cykelsti nr. 1 Sag 20/1 ")
    assert (len(cases(first)), len(cases(last))) == (50, 20)
    assert cases(last)[-1].startswith("Cykelsti nr. 120 Sag 20/120 ")
    assert first.one("a", rel="next").attributes["href"] == "/cases?year=2020&page=2"
    assert first.one("nav", class_="pager").attributes["aria-label"] == "Sider med sager"
    service.close()


def test_without_minutes_there_are_no_cases_and_no_people(tmp_path):
    service = serve(tmp_path, [])
    client = create_app(service=service).test_client()
    assert "Her er endnu ingen sager." in client.get("/cases").text
    assert "Her er endnu ingen personer." in client.get("/people").text
    service.close()


def test_closed_items_of_a_case_are_told_of_by_where_they_were_dealt_with(tmp_path):
    both = replace(MEETINGS[0], items=(HOME_WORK, replace(CLOSED, case_number="21/5239")))
    refers = replace(
        TWO_BODIES,
        case_number="22/1",
        title="Budget",
        sections=(replace(TWO_BODIES.sections[2], text="Se sag 21/5239."),),
    )
    service = serve(tmp_path, [both, replace(MEETINGS[1], items=(refers,))])
    page = read(create_app(service=service).test_client().get("/cases/21/5239").text)
    closed = page.one("ul", class_="sittings")
    assert closed.links() == {"Direktionen, 28. juni 2021, punkt 2": "/items/direktionen-2021-06-28-02"}
    assert page.one("aside").one("section", class_="related").links() == {"Budget": "/items/direktionen-2022-09-14-01"}
    assert page.one("aside").one("h2").text == "Henviser til sagen"
    service.close()
