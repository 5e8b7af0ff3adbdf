"""On a phone, and with everything twice as large: searched, narrowed and read without scrolling sideways."""

import re

import pytest

from tests.e2e.pages import PAGES, PHONE, WIDE, scrolls_sideways

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
expect = sync_api.expect
pytestmark = pytest.mark.browser

SMALLEST = 24  # px, WCAG 2.2; links within a sentence are excepted


def too_small(page) -> list[str]:
    """What stands by itself to be pressed, and is smaller than a finger needs."""
    pressed = ("button", "input", "select", "summary", "h3 a", ".chips a")
    targets = page.locator(", ".join(f"{one}:visible" for one in pressed))
    sizes = [(one.inner_text() or one.get_attribute("name"), one.bounding_box()) for one in targets.all()]
    return [name for name, box in sizes if box and (box["height"] < SMALLEST or box["width"] < SMALLEST)]


def seen(page) -> None:
    assert not scrolls_sideways(page)
    assert too_small(page) == []


def test_a_search_is_narrowed_and_read_on_a_phone(new_page, site):
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(site)
    seen(page)
    page.get_by_role("combobox").fill("hjemmearbejde")
    page.get_by_role("button", name="Søg", exact=True).first.tap()
    expect(page.get_by_role("heading", name="2 punkter om »hjemmearbejde«")).to_be_visible()
    seen(page)
    page.locator("details.panel > summary").tap()
    seen(page)
    page.get_by_role("link", name=re.compile("^2021 ")).tap()
    expect(page).to_have_url(f"{site}/?q=hjemmearbejde&year=2021")
    page.get_by_role("link", name="Drøftelse af rammer for hjemmearbejde").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Drøftelse af rammer for hjemmearbejde")
    seen(page)
    page.get_by_role("region", name="Sagens forløb").get_by_role("link", name="Evaluering").first.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Evaluering af hjemmearbejde")
    seen(page)
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{site}/?q=hjemmearbejde&year=2021")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Drøftelse af rammer for hjemmearbejde")


def test_no_name_is_broken_where_the_phone_is_narrow(new_page, site):
    page = new_page(viewport={"width": 320, "height": 700})
    page.goto(site + PAGES["person"])
    body = page.get_by_role("region", name="Hverv").get_by_role("link", name="Direktionen").first
    assert body.bounding_box()["height"] < 2 * SMALLEST


@pytest.mark.parametrize("name", ["filtered", "item, found", "overview", "saved", "people", "case"])
def test_twice_as_large_everything_is_still_there(new_page, site, name):
    page = new_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)  # what 200 % makes of 1280 × 900
    page.goto(site + PAGES[name])
    assert not scrolls_sideways(page)
    page.set_viewport_size(WIDE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")  # letters alone
    assert not scrolls_sideways(page)
    expect(page.get_by_role("combobox").first).to_be_visible()
