"""The operator's name, logo and colour on the pages."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mappings.errors import BadSettings
from mappings.settings import Settings
from search_api.service import SearchService
from tests.web.reading import Element, read
from web.app import create_app
from web.look import CONTRAST, contrast, look

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def client(service: SearchService, settings: Settings) -> FlaskClient:
    return create_app(settings, service).test_client()


def page(client: FlaskClient, address: str) -> Element:
    return read(client.get(address).text)


def test_the_name_stands_on_every_page(service):
    shown = client(service, Settings(site_name="Find beslutninger <i>"))
    found = page(shown, "/meetings")
    assert found.one("title").text == "Møder 2022 – Find beslutninger <i>"
    assert found.one("a", class_="name").text == "Find beslutninger <i>"
    assert page(shown, "/").one("title").text == "Find beslutninger <i>"


def test_without_settings_there_is_no_sheet_and_no_logo(client):
    found = read(client.get("/").text)
    assert not [one for one in found.all("link", rel="stylesheet") if "theme" in one.attributes["href"]]
    assert found.all("img") == []
    assert client.get("/logo").status_code == 404


def test_a_logo_is_shown_beside_the_name(service, tmp_path: Path):
    drawn = tmp_path / "logo.svg"
    drawn.write_text(DRAWING, encoding="utf-8")
    shown = client(service, Settings(site_logo=str(drawn)))
    image = page(shown, "/").one("a", class_="name").one("img")
    answer = shown.get(image.attributes["src"])
    assert (answer.text, answer.mimetype) == (DRAWING, "image/svg+xml")
    assert "immutable" in answer.headers["Cache-Control"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_colour_is_a_sheet_behind_the_others(service):
    shown = client(service, Settings(site_colour="#7a1f5c"))
    sheets = page(shown, "/").all("link", rel="stylesheet")
    assert len(sheets) > 1
    assert "--accent:#7a1f5c" in shown.get(sheets[-1].attributes["href"]).text


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0b5163", "#0b5163") == 1


@pytest.mark.parametrize("colour", ["#000000", "#0b5163", "#7a1f5c", "#8b0000", "#004d00"])
def test_a_colour_can_be_read_in_the_dark_too(colour: str):
    sheet = look(Settings(site_colour=colour)).sheet
    bright = sheet.rsplit("--link:", 1)[1][:7]
    assert contrast(bright, "#12181b") >= CONTRAST  # as a link on the ground of the dark pages
    assert contrast(bright, "#0c2129") >= CONTRAST  # under a button's words


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (Settings(site_colour="red"), "write it as #0b5163"),
        (Settings(site_colour="#ffcc00"), "choose a darker colour"),
        (Settings(site_logo="logo.gif"), ".svg or .png"),
        (Settings(site_logo="/no/such/logo.png"), "cannot be read"),
        (Settings(accessibility_url="javascript:alert(1)"), "must begin with https://"),
        (Settings(accessibility_reviewed="31-02-2021"), "write the date as"),
    ],
)
def test_what_cannot_be_is_refused_when_the_application_starts(service, settings: Settings, told: str):
    with pytest.raises(BadSettings, match=told) as error:
        create_app(settings, service)
    assert "\n" not in str(error.value)


def test_a_logo_that_is_too_large_is_refused(tmp_path: Path):
    huge = tmp_path / "logo.png"
    huge.write_bytes(bytes(300 * 1024))
    with pytest.raises(BadSettings, match="300 KB"):
        look(Settings(site_logo=str(huge)))


def test_the_statement_names_whom_to_turn_to(service):
    settings = Settings(
        operator="Havbjerg Kommune",
        operator_email="post@havbjerg.example",
        operator_phone="12 34 56 78",
        accessibility_url="https://was.example/havbjerg",
        accessibility_reviewed="2026-11-02",
    )
    found = page(client(service, settings), "/accessibility")
    assert found.one("h1").text == "Tilgængelighedserklæring"
    links = found.one("article").links()
    assert links["post@havbjerg.example"] == "mailto:post@havbjerg.example"
    assert links["12 34 56 78"] == "tel:12345678"
    assert links["her"] == "https://was.example/havbjerg"
    assert "Havbjerg Kommune er forpligtet" in found.one("article").text
    assert "gennemgået 2. november 2026" in found.one("article").text


def test_the_statement_stands_without_settings_and_is_led_to_from_every_page(get):
    assert get("/").one("footer").links()["Tilgængelighedserklæring"] == "/accessibility"
    assert "Den myndighed, der driver denne søgning" in get("/accessibility").one("article").text
