"""Items whose number is a part of another's are told by it as printed: *3.1*."""

import datetime as dt
import json

import pytest

from mappings.documents import Decision, Item, Meeting, Section
from tests.web.reading import read
from tests.web.serving import serve
from web.app import create_app

DAY = dt.date(2021, 6, 28)
NOTED = (Decision("Direktionen", DAY, "Taget til efterretning.", ("noted",)),)


def orientation(part: str, title: str, text: str, *, case: str = "21/9", closed: bool = False) -> Item:
    sections = (Section("background", "Baggrund", text),)
    return Item(number=3, part=part, title=title, case_number=case, closed=closed, sections=sections, decisions=NOTED)


MEETING = Meeting(
    body="Direktionen",
    date=DAY,
    items=(
        Item(number=3, title="Orienteringer"),
        orientation(".1", "Vejlys", "Om vejlys, se punkt 3.2."),
        orientation(".2", "Kloakplan", "Om kloakken.", case="21/8"),
        orientation(".3", "Lukket: Løn", "Om løn.", closed=True),
    ),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    service = serve(tmp_path_factory.mktemp("parts"), [MEETING])
    yield create_app(service=service).test_client()
    service.close()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/items/direktionen-2021-06-28-03.1", "Punkt 3.1 Sagsnummer 21/9"),
        ("/items/direktionen-2021-06-28-03.1", "Direktionen 28-06-2021, punkt 3.1, sag 21/9"),
        ("/items/direktionen-2021-06-28-03.1", "3.2. Kloakplan"),
        ("/items/direktionen-2021-06-28-03.2", "punkt 3.2 på samme møde"),
        ("/items/direktionen-2021-06-28-03.3", "Punkt 3.3"),
        ("/meetings/direktionen-2021-06-28", "Punkt 3.2 Kloakplan"),
        ("/cases/21/9", "Direktionen, 28. juni 2021, punkt 3.3"),
        ("/?q=vejlys", "Punkt 3.1"),
        ("/print?q=vejlys", "Punkt 3.1"),
    ],
)
def test_pages_tell_the_number_as_printed(client, address, told):
    assert told in read(client.get(address).text).text


def test_exports_and_feeds_tell_the_number_as_printed(client):
    assert b",Direktionen,3.1,Vejlys," in client.get("/export.csv?q=vejlys&dialect=rfc4180").data
    assert "Punkt 3.1" in client.get("/feed.atom?q=vejlys").text


def test_the_interface_gives_the_number_and_its_part(client):
    (found,) = client.get("/api/v1/search?q=vejlys").json["results"]
    assert (found["number"], found["part"]) == (3, ".1")
    entries = client.get("/api/v1/cases/21/9").json["timeline"]
    assert [(entry["number"], entry["part"]) for entry in entries] == [(3, ".1")]
    (line,) = client.get("/export.jsonl?q=vejlys").data.splitlines()
    assert json.loads(line)["part"] == ".1"
