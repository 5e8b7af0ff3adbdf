"""Pages of people: what somebody was and when, their meetings and items year by year, and lists of all."""

import datetime as dt
from dataclasses import replace

import pytest

from mappings.documents import Item, Meeting, Participant, Section
from tests.web.minutes import MEETINGS
from tests.web.reading import read
from tests.web.serving import serve
from web.app import create_app

CARLA = "Carla Bruun Holm"


def named(number: int, text: str) -> Item:
    return Item(
        number=number,
        title=f"Punkt om {number}",
        sections=(Section("exposition", "Sagsfremstilling", text),),
        people=(text.split(" orienterede")[0].replace("CBH", CARLA),),
    )


def met(body: str, year: int, *items: Item, role="present", title: str = "") -> Meeting:
    people = (Participant(CARLA, role, title=title, initials="CBH"), Participant("Ib Nielsen"))
    return Meeting(body=body, date=dt.date(year, 3, 4), participants=people, items=items)


CAREER = (
    met("Byrådet", 2019, named(1, "Carla Holm orienterede."), title="konsulent"),
    met("Direktionen", 2020, named(1, "Lone Holm orienterede."), title="direktør"),
    met("Direktionen", 2021, *(named(n, "Carla B. Holm orienterede.") for n in range(1, 31)), title="direktør"),
    met("Byrådet", 2021, named(1, "CBH orienterede."), role="absent"),
)


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    service = serve(tmp_path_factory.mktemp("career"), CAREER)
    client = create_app(service=service).test_client()

    def page(address: str):
        response = client.get(address)
        assert response.status_code == 200, response.text
        return read(response.text)

    yield page
    service.close()


def rows(section, of: str = "li") -> list[str]:
    return [one.text for one in section.all(of)]


def test_what_somebody_was_and_when(visit):
    page = visit("/people/carla-bruun-holm")
    assert page.one("h1").text == CARLA
    offices = page.one("section", aria_labelledby="offices")
    assert rows(offices) == [
        "Byrådet konsulent Afbud, 2021, 1 møde",
        "Direktionen direktør Til stede, 2020–2021, 2 møder",
        "Byrådet konsulent Til stede, 2019, 1 møde",
    ]
    assert offices.links() == {"Byrådet": "/bodies/byraadet", "Direktionen": "/bodies/direktionen"}


def test_names_initials_and_counts_stand_at_the_top(visit):
    facts = visit("/people/carla-bruun-holm").one("dl", class_="facts")
    assert facts.text == (
        "Initialer CBH, CH Skrives også Carla B. Holm, Carla Holm Til stede 3 møder Afbud 1 møde Nævnt 32 punkter "
        "Punkter Søg, hvor personen deltog eller er nævnt Søg i det, der blev behandlet, mens personen deltog "
        "Søg i det, der blev behandlet, mens personen var fraværende"
    )
    assert list(facts.links().values()) == [
        "/?person=Carla+Bruun+Holm",
        "/?present=Carla+Bruun+Holm",
        "/?absent=Carla+Bruun+Holm",
    ]


def test_meetings_of_the_newest_year_come_first_and_others_can_be_gone_to(visit):
    page = visit("/people/carla-bruun-holm")
    assert rows(page.one("section", aria_labelledby="meetings")) == [
        "Byrådet, 4. marts 2021 Afbud",
        "Direktionen, 4. marts 2021 Til stede",
    ]
    years = page.one("nav", class_="years")
    assert years.links() == {
        "2021 2 møder": "/people/carla-bruun-holm?year=2021",
        "2020 1 møde": "/people/carla-bruun-holm?year=2020",
        "2019 1 møde": "/people/carla-bruun-holm?year=2019",
    }
    assert years.one("a", aria_current="page").text == "2021 2 møder"


def test_items_that_name_them_come_a_page_at_a_time(visit):
    first = visit("/people/carla-bruun-holm").one("section", aria_labelledby="named")
    assert first.one("h3").text == "31 punkter i 2021 nævner Carla Bruun Holm"
    assert len(first.one("ul", class_="agenda").all("a")) == 25
    assert first.one("a", rel="next").attributes["href"] == "/people/carla-bruun-holm?year=2021&page=2"
    second = visit("/people/carla-bruun-holm?year=2021&page=2").one("section", aria_labelledby="named")
    assert len(second.one("ul", class_="agenda").all("a")) == 6


def test_who_has_the_same_family_name_is_somebody_else(visit):
    page = visit("/people/carla-bruun-holm?year=2020")
    assert page.all("section", aria_labelledby="named") == []
    assert rows(visit("/people/lone-holm").one("section", aria_labelledby="named"), "h3") == [
        "1 punkt i 2020 nævner Lone Holm"
    ]


def test_a_year_that_somebody_is_not_in_says_so(visit):
    page = visit("/people/carla-bruun-holm?year=2005")
    assert page.one("p", class_="note").text == "Carla Bruun Holm er ikke i referaterne fra 2005."
    assert page.one("nav", class_="years").all("a", aria_current="page") == []


def test_a_page_that_is_not_there_says_so(visit):
    page = visit("/people/carla-bruun-holm?year=2021&page=9")
    assert page.one("p", class_="note").text == "Så mange punkter er der ikke."


def test_an_unknown_person_offers_a_search(get):
    page = get("/people/nina-ukendt", status=404)
    assert page.one("input", name="q").attributes["value"] == "nina ukendt"


def test_who_was_only_ever_absent_has_a_page(get):
    facts = get("/people/birthe-lynggaard-thomsen").one("dl", class_="facts")
    assert facts.text.startswith("Afbud 1 møde")
    assert not any("deltog" in link and "nævnt" not in link for link in facts.links())


@pytest.mark.parametrize("slug", ["%00", "x" * 5_000, "a/b", "..%2Fbodies", "%3Cscript%3E"])
def test_what_is_no_person_is_a_page(client, slug):
    response = client.get(f"/people/{slug}")
    assert response.status_code == 404
    assert "\0" not in response.text


@pytest.mark.parametrize(
    "address",
    [
        "/people?letter=ab",
        "/people?letter=%00",
        "/people?year=21",
        "/people?page=x",
        "/people?x=1",
        "/people?name=a&name=b",
        "/people/henning-ravnsborg?year=2021&year=2022",
        "/people/henning-ravnsborg?page=-1",
    ],
)
def test_a_parameter_that_cannot_be_is_one_line(get, address):
    assert get(address, status=400).one("p", class_="note").text


def listed(page) -> list[str]:
    return rows(page.one("ul", class_="register"))


def test_people_are_listed_by_family_name_as_danes_sort_them(get):
    assert listed(get("/people?letter=h")) == ["Torben Hjortlund 30 punkter", "Anders Bruun Holm 1 punkt"]
    page = get("/people")
    assert listed(page)[-1] == "Mette Kjærgaard Aagesen 2 punkter"
    assert page.one("nav", aria_label="Bogstaver").texts == ["Alle H R Å #"]


def test_letters_years_and_names_narrow_and_stay(get):
    page = get("/people?year=2021&letter=R")
    assert listed(page) == ["Henning Ravnsborg 2 punkter"]
    assert page.one("nav", aria_label="År").links() == {
        "Alle år": "/people?letter=R",
        **{str(year): f"/people?year={year}&letter=R" for year in (2022, 2021, 2020, 2019)},
    }
    assert page.one("ul", class_="register").links() == {"Henning Ravnsborg": "/people/henning-ravnsborg?year=2021"}
    assert page.one("input", type="hidden").attributes == {"type": "hidden", "name": "year", "value": "2021"}


@pytest.mark.parametrize("name", ["ravns", "RAVNSBORG h", "HR", "hen"])
def test_a_part_of_a_name_or_initials_find_somebody(get, name):
    assert listed(get(f"/people?name={name}")) == ["Henning Ravnsborg 3 punkter"]


def test_initials_and_titles_stand_beside_the_names_of_a_meeting(visit):
    beside = "Til stede Carla Bruun Holm (CBH), direktør Ib Nielsen"
    assert beside in visit("/meetings/direktionen-2021-03-04").one("dl", class_="facts").text
    participants = visit("/items/direktionen-2021-03-04-01").one("section", aria_labelledby="participants")
    assert participants.one("dl").text == beside
    assert set(participants.links()) == {"Carla Bruun Holm", "Ib Nielsen"}


@pytest.mark.parametrize("name", ["avnsborg", "Frida", "zzz", "%00", "-", "x" * 5_000])
def test_a_name_that_nobody_has_says_so(client, name):
    response = client.get(f"/people?name={name}")
    assert response.status_code == 200
    assert "\0" not in response.text
    page = read(response.text)
    assert page.all("ul", class_="register") == [] or name == "%00"


def test_people_without_anybody_of_the_year_say_so(get):
    assert get("/people?year=1999").one("p", class_="note").text == "Her er ingen personer."
    assert get("/people?page=9").one("p", class_="note").text == "Så mange personer er der ikke."


def test_many_people_come_a_page_at_a_time(tmp_path):
    names = [f"{one}o{two}e{three}" for one in "BDFGKL" for two in "bdfgk" for three in "lmnrt"]
    people = tuple(Participant(f"Anna {name}") for name in names)
    service = serve(tmp_path, [replace(MEETINGS[2], participants=people)])
    client = create_app(service=service).test_client()
    first, second = (read(client.get(f"/people?page={number}").text) for number in (1, 2))
    assert (len(listed(first)), len(listed(second))) == (100, 50)
    assert first.one("a", rel="next").attributes["href"] == "/people?page=2"
    service.close()


def test_the_other_name_that_minutes_tell_of_is_linked(tmp_path):
    held = (
        met("Byrådet", 2019, named(1, "Ib Nielsen orienterede.")),
        replace(
            met("Byrådet", 2021, named(1, "Ib Krogh orienterede. Ib Krogh (tidligere Ib Nielsen) er valgt.")),
            participants=(Participant("Ib Krogh"),),
        ),
    )
    service = serve(tmp_path, held)
    client = create_app(service=service).test_client()
    page = read(client.get("/people/ib-krogh").text)
    assert [one.text for one in page.all("a", href="/people/ib-nielsen")] == ["Ib Nielsen"]
    service.close()
