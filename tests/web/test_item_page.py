"""The page of an agenda item: the decision first, everything in its place, nothing twice."""

import datetime as dt

from mappings.documents import Decision
from web.item_page import _undecided


def test_the_item_tells_where_it_was_dealt_with(get):
    page = get("/items/direktionen-2021-06-28-01")
    assert page.one("h1").text == "Drøftelse af rammer for hjemmearbejde"
    assert page.one("dl", class_="facts").text == (
        "Møde Direktionen, 28. juni 2021 Punkt 1 Sagsnummer 21/5239 Kilde direktionen-2021-06-28.md, side 10"
    )
    assert page.one("dl", class_="facts").links() == {
        "Direktionen, 28. juni 2021": "/meetings/direktionen-2021-06-28",
        "21/5239": "/cases/21/5239",
    }


def test_each_body_has_its_own_decision(get):
    decisions = get("/items/direktionen-2022-09-14-01").one("section", class_="decisions")
    assert [shown.text for shown in decisions.all("div", class_="decided")] == [
        "Direktionen, 14. september 2022 Udsat Udsat til næste møde.",
        "Direktionen internt, 6. september 2022 Afvist Ikke godkendt.",
    ]


def test_a_decision_tells_by_when_who_and_how_much(get):
    decided = get("/items/direktionen-2021-06-28-01").one("div", class_="decided")
    named = decided.one("dl", class_="named")
    assert named.text == "Frist inden udgangen af juni 2022 til næste møde Ansvarlig ØPC Per Nielsen Beløb 1,2 mio. kr."
    assert [time.attributes["datetime"] for time in named.all("time")] == ["2022-06-30"]


def test_a_decision_that_names_none_of_it_says_nothing_of_it(get):
    assert get("/items/direktionen-2022-09-14-01").all("dl", class_="named") == []


def test_the_item_itself_in_the_course_of_the_case_is_one_line(get):
    timeline = get("/items/direktionen-2021-06-28-01").one("section", aria_labelledby="timeline")
    title, *_ = timeline.one("li", aria_current="true").one("p", class_="facts").all("span")
    assert title.text == "Drøftelse af rammer for hjemmearbejde (dette punkt)"


def test_the_sections_stand_in_reading_order(get):
    article = get("/items/direktionen-2021-06-28-01").one("article")
    assert [h2.text for h2 in article.all("h2")] == [
        "Beslutning",
        "Baggrund",
        "Indstilling",
        "Beslutning Direktionen den 28-06-2021",
        "Sagsfremstilling",
        "Økonomi",
        "Bilag",
    ]


def test_nothing_stands_twice(get):
    text = get("/items/direktionen-2021-06-28-01").one("article").text
    for once in ("Der evalueres efter et år.", "Notat om hjemmearbejde.pdf", "Høringssvar"):
        assert text.count(once) == 1


def test_lists_tables_and_addresses_are_what_they_are(get):
    article = get("/items/direktionen-2021-06-28-01").one("article")
    assert [li.attributes["value"] for li in article.one("ol").all("li")] == ["1", "2"]
    assert [th.text for th in article.all("th")] == ["Center", "Antal"]
    assert [[td.text for td in tr.all("td")] for tr in article.all("table")[1].all("tr")] == [
        ["Udgifter", "2021", "2022"],
        ["Udstyr", "410.000 kr.", "95.000 kr."],
    ]
    link = article.one("a", rel="noreferrer")
    assert link.attributes["href"] == "https://www.havbjerg.dk/hjemmearbejde"


def test_people_lead_to_their_own_pages(get):
    people = get("/items/direktionen-2021-06-28-01").all("ul", class_="people")[0].links()
    assert people == {"Anders Bruun Holm": "/people/anders-bruun-holm"}
    assert get(people["Anders Bruun Holm"]).one("h1").text == "Anders Bruun Holm"


def test_who_took_part_in_the_meeting_stands_beside_the_item(get):
    listed = get("/items/direktionen-2021-06-28-01").one("dl", class_="listed")
    assert listed.text == (
        "Til stede Henning Ravnsborg Afbud Birthe Lynggaard Thomsen Sekretær Mette Kjærgaard Aagesen"
    )
    assert listed.links() == {
        "Henning Ravnsborg": "/people/henning-ravnsborg",
        "Birthe Lynggaard Thomsen": "/people/birthe-lynggaard-thomsen",
        "Mette Kjærgaard Aagesen": "/people/mette-kjaergaard-aagesen",
    }


def test_what_the_course_of_the_case_tells_is_not_told_again_as_related(get):
    page = get("/items/direktionen-2021-06-28-01")
    course = page.one("section", class_="timeline")
    assert course.links()["Evaluering af hjemmearbejde"] == "/items/direktionen-2022-09-14-01"
    related = [one.text for one in page.all("section", class_="related")]
    assert not any("Evaluering af hjemmearbejde" in text for text in related)


def test_the_neighbours_of_the_meeting_can_be_gone_to(get):
    page = get("/items/direktionen-2021-06-28-03")
    assert page.one("a", rel="prev").text == "Forrige punkt 2. Lukket punkt"
    assert not page.all("a", rel="next")
    assert not get("/items/direktionen-2021-06-28-01").all("a", rel="prev")


def test_a_missing_item_is_a_page_with_a_search_field(get):
    page = get("/items/direktionen-1999-01-01-01", status=404)
    assert page.one("h1").text == "Siden findes ikke"
    assert page.one("input", name="q")


def test_the_case_is_told_from_its_beginning(get):
    course = get("/items/direktionen-2022-09-14-01").one("section", class_="timeline")
    assert [li.one("h3").text for li in course.all("li") if li.all("h3")] == [
        "28. juni 2021, Direktionen",
        "6. september 2022, Direktionen internt",
        "14. september 2022, Direktionen",
    ]
    assert "Direktionen godkendte rammerne for hjemmearbejde." in course.text
    assert "Siden: behandlet i Direktionen internt 6. september 2022: afvist" in course.text
    assert course.links()["Drøftelse af rammer for hjemmearbejde"] == "/items/direktionen-2021-06-28-01"
    assert "Evaluering af hjemmearbejde (dette punkt)" in course.text


def test_an_item_alone_in_its_case_has_no_course(get):
    assert not get("/items/direktionen-2021-06-28-03").all("section", class_="timeline")


def test_the_words_of_the_question_that_led_here_are_marked_and_can_be_gone_to(get):
    page = get("/items/direktionen-2021-06-28-01?q=hvad+er+besluttet+om+hjemmearbejde")
    marks = page.all("mark")
    assert [mark.text for mark in marks] == [
        "hjemmearbejde",  # of the title
        "hjemmearbejde",  # of the decision, which stands first
        "hjemmearbejdspladsen",
        "hjemmearbejde",  # of the attachment
    ]
    assert [mark.attributes["id"] for mark in marks] == [f"sted-{n}" for n in range(1, 5)]
    places = page.one("nav", class_="places-found")
    assert places.one("p").text == "4 steder med »hjemmearbejde«"
    assert places.links() == {
        "Sted 1": "#sted-1",
        "Sted 2, i Beslutning": "#sted-2",
        "Sted 3, i Baggrund": "#sted-3",
        "Sted 4, i Bilag": "#sted-4",
    }


def test_an_address_stays_one_link_though_it_holds_a_word_asked_for(get):
    page = get("/items/direktionen-2021-06-28-01?q=hjemmearbejde")
    link = page.one("article").one("a", rel="noreferrer")
    assert link.attributes["href"] == link.text == "https://www.havbjerg.dk/hjemmearbejde"


def test_without_a_question_nothing_is_marked(get):
    for address in ("/items/direktionen-2021-06-28-01", "/items/direktionen-2021-06-28-01?q="):
        page = get(address)
        assert page.all("mark") == page.all("nav", class_="places-found") == []


def test_a_page_with_very_many_places_lists_the_first(get):
    from search_api.highlighting import Marker
    from web.reaching import MOST, Reached
    from web.text import blocks

    reached = Reached(Marker(["cykelsti"]))
    reached.blocks(blocks("cykelsti " * (MOST + 3)), "Baggrund")
    assert [place.number for place in reached.places] == list(range(1, MOST + 1))
    assert reached.more == 3


def test_results_lead_to_the_words_they_were_found_by(get):
    found = get("/?q=hjemmearbejde").one("ol", class_="results")
    assert found.links()["Drøftelse af rammer for hjemmearbejde"].endswith("-2021-06-28-01?q=hjemmearbejde")


def test_the_page_says_how_to_refer_to_the_item(get):
    reference = get("/items/direktionen-2021-06-28-01").one("p", class_="reference")
    assert reference.one("span", class_="text").text == "Direktionen 28-06-2021, punkt 1, sag 21/5239"


def test_lines_that_only_say_whose_decision_follows_are_not_left_over() -> None:
    committee = Decision("Teknisk Udvalg", dt.date(2016, 5, 4), "Anbefales.")
    council = Decision("Byrådet", dt.date(2016, 5, 26), "Byrådet sagde nej.")
    text = (
        "Tidligere behandling:\n\nTeknisk Udvalg den 4. maj 2016: Anbefales.\n\nByrådet den 26. maj 2016:\n\n"
        "Byrådet sagde nej.\n\nByrådet den 26. maj 2016 var ikke fuldtalligt."
    )
    assert _undecided(text, (committee, council)) == "Byrådet den 26. maj 2016 var ikke fuldtalligt."
    assert _undecided(text, (council,)).startswith("Tidligere behandling:")
    one_line = "Teknisk Udvalg den 4. maj 2016, pkt. 7: Anbefales. Byrådet den 26. maj 2016: Byrådet sagde nej."
    assert _undecided(one_line, (committee, council)) == ""
    another_day = "Teknisk Udvalg den 11. maj 2016:\n\nByrådet sagde nej."
    assert _undecided(another_day, (committee, council)) == "Teknisk Udvalg den 11. maj 2016:"
