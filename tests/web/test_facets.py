"""The filters beside the results: what can be chosen, what it would give, and that nothing hides its alternatives."""

import datetime as dt
from dataclasses import replace

import pytest

from mappings.documents import Participant
from tests.web.minutes import ABSENCE, CLOSED, HOME_WORK, MEETINGS, SECRET, ordinary
from tests.web.reading import read
from tests.web.serving import serve
from tests.web.test_search_page import asked, sent, titles
from web.app import create_app

HEADINGS = ["År", "Udvalg og fora", "Personer", "Sager", "Beslutning", "Bilag"]


def facet(page, heading):
    (found,) = [one for one in page.all("div", class_="facet") if one.all("h3") and one.one("h3").text == heading]
    return found


def values(page, heading):
    """Everything that can be chosen under a heading, shown or folded, and where it leads."""
    return {link.text: link.attributes["href"] for link in facet(page, heading).all("a", rel="nofollow")}


def bars(page):
    """Each year's text and, where it has one, how long its bar is."""
    rows = [row for ul in facet(page, "År").all("ul", class_="bars") for row in ul.all("li")]
    return [(row.text, *(float(bar.attributes["width"]) for bar in row.all("rect"))) for row in rows]


def held_in(years, items=1):
    """A meeting of each of these years."""
    return [
        replace(MEETINGS[2], date=dt.date(year, 3, 4), items=tuple(ordinary(n + 1) for n in range(items)))
        for year in years
    ]


@pytest.fixture
def of(tmp_path):
    """The page at an address over minutes of this test alone."""
    opened = []

    def page(meetings, address="/"):
        opened.append(serve(tmp_path / str(len(opened)), meetings))
        response = create_app(service=opened[-1]).test_client().get(address)
        assert response.status_code == 200
        return read(response.text)

    yield page
    for service in opened:
        service.close()


def test_each_kind_of_filter_has_its_heading(get):
    headings = [one.one("h3").text for one in get("/").all("div", class_="facet") if one.all("h3")]
    assert headings == HEADINGS


def test_years_are_bars_as_long_as_they_have_items_and_years_without_are_gaps(get):
    assert bars(get("/?body=Direktionen&body=Klimaudvalget")) == [
        ("2022 1 punkt", 3.3),
        ("2021 2 punkter", 6.7),
        ("2020 30 punkter", 100.0),
    ]
    assert bars(get("/?person=Henning+Ravnsborg&year=2019")) == [
        ("2022 1 punkt", 50.0),
        ("2021 2 punkter", 100.0),
        ("2020 0 punkter",),
        ("2019 (valgt, fjern) 0 punkter",),
    ]


def test_a_year_can_be_chosen_beside_another_and_both_are_told_without_colour(get):
    page = get("/?q=hjemmearbejde&year=2021")
    other = values(page, "År")["2022 1 punkt"]
    assert asked(other) == {"q": ["hjemmearbejde"], "year": ["2021", "2022"]}
    both = get(other)
    assert [link.text for link in facet(both, "År").all("a", aria_current="true")] == [
        "2022 (valgt, fjern) 1 punkt",
        "2021 (valgt, fjern) 1 punkt",
    ]
    assert len(titles(both)) == 2


def test_earlier_years_unfold_and_are_open_where_one_is_chosen(of):
    minutes = held_in(range(2004, 2024))
    page = of(minutes)
    folded = facet(page, "År").one("details")
    assert folded.one("summary").text == "Vis 10 tidligere år under År"
    assert "open" not in folded.attributes
    assert len(bars(page)) == 20
    assert "open" in facet(of(minutes, "/?year=2005"), "År").one("details").attributes
    assert "open" not in facet(of(minutes, "/?year=2022"), "År").one("details").attributes


def test_very_many_years_unfold_by_decades_and_gaps_are_left_out(of):
    page = of(held_in([1975, *range(1988, 2001), *range(2005, 2024)], items=2))
    assert [one.text for one in facet(page, "År").all("summary")] == [
        "2010–2013 (8) under År",
        "2000–2009 (12) under År",
        "1990–1999 (20) under År",
        "1988–1989 (4) under År",
        "1975 (2) under År",
    ]
    assert len(bars(page)) == 33


def test_no_year_is_told_where_nothing_was_found(get):
    assert bars(get("/?q=xyzzyq&year=2021&year=2019")) == [
        ("2021 (valgt, fjern) 0 punkter",),
        ("2019 (valgt, fjern) 0 punkter",),
    ]


def test_a_case_that_several_results_are_of_is_told_by_its_newest_title_and_chosen(get):
    found = values(get("/"), "Sager")
    assert found == {"21/5239 Evaluering af hjemmearbejde 2 punkter": "/?case=21%2F5239"}
    chosen = get("/?case=21%2F5239")
    assert len(titles(chosen)) == 2
    assert values(chosen, "Sager") == {"21/5239 Evaluering af hjemmearbejde (valgt, fjern) 2 punkter": "/"}
    assert not [one for one in get("/?q=cykelsti").all("h3") if one.text == "Sager"]  # each of a case of its own


def test_with_and_without_attachments_are_chosen_and_both_stay(get):
    page = get("/?q=hjemmearbejde")
    assert values(page, "Bilag") == {
        "Med bilag 1 punkt": "/?q=hjemmearbejde&attachments=yes",
        "Uden bilag 1 punkt": "/?q=hjemmearbejde&attachments=no",
    }
    chosen = get("/?q=hjemmearbejde&attachments=yes")
    assert titles(chosen) == ["Drøftelse af rammer for hjemmearbejde"]
    assert list(values(chosen, "Bilag")) == ["Med bilag (valgt, fjern) 1 punkt", "Uden bilag 1 punkt"]
    assert "Fjern filter: Med bilag ×" in chosen.one("ul", aria_label="Valgte filtre").links()


def test_where_nothing_has_attachments_there_is_nothing_to_choose(get):
    assert not [one for one in get("/?q=cykelsti").all("h3") if one.text == "Bilag"]


def test_the_attachments_of_a_closed_item_are_not_counted(of):
    page = of([replace(MEETINGS[0], items=(HOME_WORK, replace(CLOSED, case_number="21/5239"), ABSENCE))])
    assert list(values(page, "Bilag")) == ["Med bilag 1 punkt", "Uden bilag 1 punkt"]
    assert SECRET not in page.text
    assert not [one for one in page.all("h3") if one.text == "Sager"]


GIVEN, FAMILY = ("Anna", "Bo", "Carl", "Ditte", "Åse"), ("Lund", "Kjær", "Holm", "Bæk", "Dahl", "Ø")
NAMES = [f"{given} {family}" for given in GIVEN for family in FAMILY]
CROWD = [replace(MEETINGS[2], participants=tuple(map(Participant, NAMES)))]


def test_people_are_searched_for_within_without_a_script(of):
    page = of(CROWD, "/?q=cykelsti&year=2020&sort=oldest&page=2")
    assert len(values(page, "Personer")) == 20
    form = facet(page, "Personer").one("form")
    assert form.attributes["action"] == "/#facet-person"
    assert {field.attributes["name"]: field.attributes["value"] for field in form.all("input")} == {
        "q": "cykelsti",
        "year": "2020",
        "sort": "oldest",
        "find_person": "",
    }
    found = of(CROWD, "/?q=cykelsti&year=2020&sort=oldest&find_person=aase")
    assert list(values(found, "Personer")) == [
        f"Åse {family} 30 punkter" for family in ("Bæk", "Dahl", "Holm", "Kjær", "Lund", "Ø")
    ]
    assert facet(found, "Personer").one("p", role="status").text == "6 personer"
    first = values(found, "Personer")["Åse Bæk 30 punkter"]
    assert asked(first) == {"q": ["cykelsti"], "year": ["2020"], "sort": ["oldest"], "person": ["Åse Bæk"]}
    assert len(titles(found)) == 10  # the results are as they were
    assert "find_person" not in sent(found)


def test_nobody_of_that_name_is_told_and_the_field_stays(of):
    page = of(CROWD, "/?find_person=xyz&person=Bo+Holm")
    assert facet(page, "Personer").one("p", role="status").text == "Ingen med det navn"
    assert list(values(page, "Personer")) == ["Bo Holm (valgt, fjern) 30 punkter"]
    nobody = of(CROWD, "/?find_person=xyz")
    assert facet(nobody, "Personer").one("p", role="status").text == "Ingen med det navn"
    assert facet(nobody, "Personer").one("input", id="find-person").attributes["value"] == "xyz"


@pytest.mark.parametrize("typed", ["%00", "a" * 5_000, "", "+", "%FF", "%3Cscript%3E", "a&find_person=b"])
def test_whatever_is_typed_is_a_page(get, typed):
    assert titles(get(f"/?q=hjemmearbejde&find_person={typed}"))


def test_few_people_need_no_field(get):
    assert not facet(get("/?q=cykelsti"), "Personer").all("form")
