"""On paper: what is read is printed, what is pressed is not."""

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
expect = sync_api.expect
pytestmark = pytest.mark.browser

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def pages_printed(page) -> int:
    """How many pages the PDF of a page has; none of them may be nearly empty."""
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 10_000  # letters and their fonts
    return len(_PAGE.findall(printed))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_item_is_printed_with_its_decision_and_without_what_is_pressed(new_page, site, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(f"{site}/items/direktionen-2021-06-28-01")
    page.emulate_media(media="print", color_scheme=scheme)
    for told in ("Direktionen godkendte rammerne for hjemmearbejde.", "410.000 kr.", "Henvisning:"):
        expect(page.get_by_text(told).first).to_be_visible()
    expect(page.get_by_role("region", name="Sagens forløb")).to_be_visible()
    for pressed in ("form", "nav", "button", "footer", ".skip"):
        assert page.locator(f"{pressed}:visible").count() == 0, pressed
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert 1 <= pages_printed(page) <= 3


def test_a_search_is_printed_with_its_results(new_page, site):
    page = new_page()
    page.goto(f"{site}/?q=hjemmearbejde")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="2 punkter om »hjemmearbejde«")).to_be_visible()
    for title in ("Drøftelse af rammer for hjemmearbejde", "Evaluering af hjemmearbejde"):
        expect(page.get_by_role("link", name=title).first).to_be_visible()
    for pressed in ("form", "nav", "button", "details", "footer"):
        assert page.locator(f"{pressed}:visible").count() == 0, pressed
    assert 1 <= pages_printed(page) <= 2


def test_all_results_are_printed_from_the_page_for_paper(new_page, site):
    page = new_page()
    page.goto(f"{site}/?q=cykelsti")
    page.get_by_role("link", name="Udskrift").click()
    expect(page.get_by_role("article")).to_have_count(30)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Cykelsti nr. 30")).to_be_visible()
    expect(page.get_by_role("link", name="Tilbage til søgningen")).to_be_hidden()
    assert 3 <= pages_printed(page) <= 8
