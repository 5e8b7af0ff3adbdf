"""A visit, as somebody makes it who has no JavaScript."""

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
expect = sync_api.expect
pytestmark = pytest.mark.browser


@pytest.fixture
def page(new_page, site):
    page = new_page(java_script_enabled=False)
    page.goto(site)
    return page


def ask(page, question):
    page.get_by_label("Søg efter beslutninger, sager og personer").fill(question)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"[?&]q={question}\b"))


def test_search_filter_open_and_go_back(page, site):
    ask(page, "hjemmearbejde")
    expect(page.get_by_role("heading", level=2, name="2 punkter om »hjemmearbejde«")).to_be_visible()
    page.get_by_role("link", name=re.compile("^2021 ")).click()
    expect(page).to_have_url(f"{site}/?q=hjemmearbejde&year=2021")
    page.get_by_role("link", name="Drøftelse af rammer for hjemmearbejde").click()
    expect(page.get_by_role("heading", level=1, name="Drøftelse af rammer for hjemmearbejde")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{site}/?q=hjemmearbejde&year=2021")
    page.get_by_role("link", name="Fjern filter: År: 2021").click()
    expect(page.get_by_role("heading", level=2, name="2 punkter om »hjemmearbejde«")).to_be_visible()


def test_filters_stay_when_something_else_is_asked(page, site):
    ask(page, "hjemmearbejde")
    page.get_by_role("link", name=re.compile("^Godkendt ")).click()
    ask(page, "cykelsti")
    expect(page).to_have_url(re.compile(r"/\?q=cykelsti&outcome=approved\b"))
    expect(page.get_by_role("heading", level=2, name="30 punkter om »cykelsti«")).to_be_visible()


def test_dates_and_case_number_stand_beside_the_results_and_narrow_them(page, site):
    ask(page, "hjemmearbejde")
    page.get_by_label("Fra").fill("2022-01-01")
    page.get_by_label("Sagsnummer").fill("21/5239")
    page.get_by_role("button", name="Anvend").click()
    expect(page.get_by_role("heading", level=2, name="1 punkt om »hjemmearbejde«")).to_be_visible()
    page.get_by_role("link", name="Ældste").click()  # an address to keep has none of the form's empty fields
    expect(page).to_have_url(f"{site}/?q=hjemmearbejde&case=21%2F5239&from=2022-01-01&sort=oldest")


def test_on_a_narrow_screen_the_filters_unfold(page):
    page.set_viewport_size({"width": 390, "height": 800})
    ask(page, "hjemmearbejde")
    expect(page.get_by_label("Sagsnummer")).to_be_hidden()
    page.get_by_text("Filtre", exact=True).last.click()
    expect(page.get_by_label("Sagsnummer")).to_be_visible()


def test_the_keyboard_reaches_the_content_first(page):
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#indhold$"))


def test_a_case_can_be_followed_from_item_to_meeting(page, site):
    ask(page, "hjemmearbejde")
    page.get_by_role("link", name="Drøftelse af rammer for hjemmearbejde").click()
    page.get_by_role("link", name="Evaluering af hjemmearbejde").first.click()  # two bodies decided on it
    page.get_by_role("link", name="Direktionen, 14. september 2022").click()
    expect(page).to_have_url(f"{site}/meetings/direktionen-2022-09-14")


def test_the_course_of_a_case_leads_to_its_other_items(page, site):
    ask(page, "hjemmearbejde")
    page.get_by_role("article").get_by_role("link", name="21/5239").first.click()
    expect(page).to_have_url(f"{site}/cases/21/5239")
    course = page.get_by_role("region", name="Sagens forløb")
    course.get_by_role("link", name="Drøftelse af rammer for hjemmearbejde").click()
    expect(page).to_have_url(f"{site}/items/direktionen-2021-06-28-01")
    page.get_by_role("region", name="Sagens forløb").get_by_role("link", name="Evaluering").first.click()
    expect(page.get_by_role("heading", level=1, name="Evaluering af hjemmearbejde")).to_be_visible()
    page.get_by_role("link", name="21/5239", exact=True).click()
    page.get_by_role("link", name="Søg i sagens 2 punkter").click()
    expect(page.get_by_role("heading", level=2, name="2 punkter")).to_be_visible()


def test_a_person_can_be_followed_through_the_years(page, site):
    page.get_by_role("link", name="Personer").click()
    page.get_by_label("Navn eller initialer").fill("ravnsb")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Henning Ravnsborg").click()
    expect(page.get_by_role("heading", level=3, name="Møder i 2022")).to_be_visible()
    page.get_by_role("navigation", name="År").get_by_role("link", name="2021").click()
    expect(page).to_have_url(f"{site}/people/henning-ravnsborg?year=2021")
    page.get_by_role("link", name="Direktionen, 28. juni 2021").click()
    expect(page).to_have_url(f"{site}/meetings/direktionen-2021-06-28")
    page.get_by_role("link", name="Henning Ravnsborg").click()
    page.get_by_role("link", name="Søg, hvor personen deltog").click()
    expect(page.get_by_role("heading", level=2, name="3 punkter")).to_be_visible()


def test_hostile_text_runs_nothing(new_page, site):
    page = new_page()
    for address in ("/?q=angreb", "/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"):
        page.goto(site + address)
        for link in page.get_by_role("article").get_by_role("link").all():
            link.hover()


def test_a_reference_is_copied(new_page, site):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/items/direktionen-2021-06-28-01")
    page.get_by_role("button", name="Kopiér").click()
    expect(page.get_by_text("Kopieret", exact=True)).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "Direktionen 28-06-2021, punkt 1, sag 21/5239"
