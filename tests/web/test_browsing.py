"""Pages for browsing: meetings by year, bodies, and the index from afar."""

import pytest

from search_api.overview import YearOfDecisions
from tests.web.minutes import HOSTILE, SECRET
from tests.web.reading import read
from tests.web.serving import serve
from web.app import create_app
from web.charts import outcome_chart


def sittings(section) -> list[str]:
    return [entry.text for entry in section.all("li")]


def test_meetings_are_listed_by_month_of_the_newest_year(get):
    page = get("/meetings")
    assert page.one("h1").text == "Møder 2022"
    month = page.one("section", class_="month")
    assert month.one("h3").text == "September 2022"
    assert sittings(month) == ["Direktionen, 14. september 2022 1 punkt"]


def test_every_year_with_meetings_can_be_gone_to(get):
    years = get("/meetings").one("nav", class_="years")
    assert years.links() == {
        "2022 1 møde": "/meetings?year=2022",
        "2021 1 møde": "/meetings?year=2021",
        "2020 1 møde": "/meetings?year=2020",
        "2019 1 møde": "/meetings?year=2019",
    }
    assert years.one("a", aria_current="page").text == "2022 1 møde"


def test_an_agenda_is_as_long_as_it_was_closed_items_too(get):
    assert sittings(get("/meetings?year=2021").one("section", class_="month")) == [
        "Direktionen, 28. juni 2021 3 punkter"
    ]


def test_a_year_without_meetings_says_so(get):
    page = get("/meetings?year=1999")
    assert page.one("p", class_="note").text == "Der er ingen møder i 1999."
    assert page.one("nav", class_="years").all("a", aria_current="page") == []


@pytest.mark.parametrize(
    "address", ["/bodies?year=x", "/meetings?year=x", "/meetings?year=2021&year=2022", "/meetings?aar=2021"]
)
def test_a_year_that_is_none_is_one_line(get, address):
    assert get(address, status=400).one("p", class_="note").text


def test_bodies_come_by_how_often_they_met(get):
    bodies = sittings(get("/bodies").one("ul", class_="sittings"))
    assert bodies[0] == "Direktionen 2 møder, 2021–2022"
    assert bodies[1] == "Klimaudvalget 1 møde, 2020"


def test_bodies_of_a_year_are_those_that_met_in_it(get):
    page = get("/bodies?year=2021")
    assert page.one("h1").text == "Udvalg og fora 2021"
    listed = page.one("ul", class_="sittings")
    assert sittings(listed) == ["Direktionen 1 møde"]
    assert listed.links() == {"Direktionen": "/bodies/direktionen?year=2021"}
    years = page.one("nav", class_="years")
    assert years.one("a", aria_current="page").text == "2021 1 møde"
    assert years.links()["Alle år"] == "/bodies"
    assert get("/bodies?year=1999").one("p", class_="note").text == "Der er ingen møder i 1999."


def test_a_body_has_its_own_meetings_and_no_others(get):
    page = get("/bodies/direktionen?year=2021")
    assert page.one("h1").text == "Direktionen"
    assert page.one("p", class_="summary").text == ("2 møder fra 28. juni 2021 til 14. september 2022. Søg i punkterne")
    assert sittings(page.one("section", class_="month")) == ["28. juni 2021 3 punkter"]


def test_what_decisions_came_to_stands_in_a_table_beside_the_chart(get):
    table = get("/bodies/direktionen").one("table")
    assert [row.texts for row in table.one("thead").all("tr")] == [
        ["År", "Godkendt", "Afvist", "Udsat", "Taget til efterretning"]
    ]
    # In 2021 one decision that is closed does not count; in 2022 two bodies decided on one item.
    assert [row.texts for row in table.one("tbody").all("tr")] == [
        ["2022", "0", "1", "1", "0"],
        ["2021", "1", "0", "0", "1"],
    ]


def test_a_body_nobody_knows_is_a_page_that_offers_a_search(get):
    page = get("/bodies/kulturudvalget", status=404)
    assert page.one("h1").text == "Siden findes ikke"
    page.one("form", role="search", class_="ask")


def test_the_overview_tells_what_there_is(get):
    page = get("/overview")
    # 3 + 1 + 30 + 1 items, less the closed one
    assert page.one("p", class_="summary").text.startswith("4 møder med 34 punkter, der kan søges i.")
    assert page.one("p", class_="health").text == "Indekset er i orden."
    newest = page.one("section", aria_labelledby="newest")
    assert sittings(newest)[:2] == ["Direktionen, 14. september 2022 1 punkt", "Direktionen, 28. juni 2021 3 punkter"]


@pytest.mark.parametrize(
    "address", ["/meetings?year=2021", "/meetings?year=2019", "/bodies", "/bodies/direktionen", "/overview"]
)
def test_nothing_closed_and_nothing_unescaped(client, address):
    text = client.get(address).text
    assert SECRET not in text.lower()
    assert HOSTILE not in text
    assert read(text).scripts == ["suggest.js"]


def test_an_empty_index_has_pages_too(tmp_path):
    service = serve(tmp_path, [])
    client = create_app(service=service).test_client()
    for address in ("/meetings", "/bodies", "/overview"):
        response = client.get(address)
        assert response.status_code == 200
        assert "endnu ingen" in response.text
    service.close()


def test_bars_stand_on_the_ground_and_reach_as_high_as_their_numbers():
    chart = outcome_chart(
        [YearOfDecisions(2019, 9, {"approved": 6, "noted": 3}), YearOfDecisions(2021, 3, {"noted": 3})]
    )
    first, between, last = chart.bars
    assert (between.year, between.pieces) == (2020, ())
    assert first.pieces[0].y + first.pieces[0].height == pytest.approx(chart.base)
    assert first.pieces[1].y + first.pieces[1].height == pytest.approx(first.pieces[0].y)
    assert first.pieces[0].height == pytest.approx(2 * first.pieces[1].height)
    assert last.pieces[0].height == first.pieces[1].height
    assert last.x + last.width <= chart.width
    assert [line.value for line in chart.lines] == [0, 2, 4, 6, 8, 10]


def test_no_decision_is_no_chart():
    assert outcome_chart([]) is None
    assert outcome_chart([YearOfDecisions(2021, 4, {})]) is None
