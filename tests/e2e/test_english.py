"""A visit by somebody whose browser asks for English: pages, scripts, dates and numbers."""

import datetime as dt

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
expect = sync_api.expect
pytestmark = pytest.mark.browser


@pytest.fixture
def page(new_page, site):
    page = new_page(locale="en-US")
    page.goto(site)
    return page


def test_a_search_leads_to_an_item_and_its_meeting(page, site):
    page.get_by_role("combobox", name="Search for decisions, cases and people").fill("hjemmearbejde")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("heading", name="2 items on “hjemmearbejde”")).to_be_visible()
    page.get_by_role("link", name="Drøftelse af rammer for hjemmearbejde").click()
    expect(page.get_by_role("heading", name="Decision", exact=True)).to_be_visible()
    page.get_by_role("link", name="Direktionen, 28 June 2021").first.click()
    expect(page.get_by_text("Monday 28 June 2021 at 08:30")).to_be_visible()


def test_suggestions_are_told_in_english(page):
    page.get_by_role("combobox").press_sequentially("drøftelse af ra")
    option = page.get_by_role("option").filter(has_text="Drøftelse af rammer for hjemmearbejde")
    expect(option.filter(has_text="item")).to_have_count(1)
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    expect(page.get_by_text("Go to them with the down arrow.")).to_have_count(1)


def test_a_search_is_saved_and_deleted(page, site):
    page.goto(f"{site}/?q=hjemmearbejde")
    page.get_by_role("navigation", name="Export and follow").get_by_role("link", name="Save search").click()
    page.get_by_role("button", name="Save search").click()
    expect(page.get_by_role("status").filter(has_text="saved")).to_have_text("“hjemmearbejde” has been saved.")
    expect(page.get_by_text("None new since last time, 2 results")).to_be_visible()
    today = dt.date.today()
    expect(page.get_by_text(f"saved {today.day} {today:%B} {today.year}")).to_be_visible()
    page.get_by_role("button", name="Delete: hjemmearbejde").click()
    expect(page.get_by_text("There are none yet.")).to_be_visible()


def test_a_saved_search_that_is_not_understood_any_more_says_so(page, site):
    page.goto(f"{site}/saved")
    page.evaluate(
        """localStorage.setItem("referat.saved", JSON.stringify({version: 2, searches: [
            {name: "Old", query: "gone=1", saved: "2021-06-28", seen: null}]}))"""
    )
    page.reload()
    expect(page.get_by_text("The search can no longer be understood.")).to_be_visible()
    expect(page.get_by_text("saved 28 June 2021")).to_be_visible()
    page.watch.expect("status of 400")


def test_nothing_found_and_no_such_page_say_what_to_do(page, site):
    page.goto(f"{site}/?q=xyzzyq&year=2021")
    expect(page.get_by_role("link", name="Search without filters")).to_be_visible()
    page.goto(f"{site}/meetings/none")
    expect(page.get_by_role("heading", name="The page does not exist")).to_be_visible()
