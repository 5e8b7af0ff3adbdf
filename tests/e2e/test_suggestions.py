"""Suggestions while somebody types, by the keyboard alone, by the mouse, and not at all."""

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
expect = sync_api.expect
pytestmark = pytest.mark.browser


@pytest.fixture
def page(new_page, site):
    page = new_page()
    page.goto(site)
    return page


@pytest.fixture
def field(page):
    return page.get_by_role("combobox", name="Søg efter beslutninger, sager og personer")


def test_by_the_keyboard_alone(page, field, site):
    field.press_sequentially("drøftelse af ra")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    wanted = options.filter(has_text="Drøftelse af rammer for hjemmearbejde").filter(has_text="punkt")
    expect(wanted).to_have_count(1)
    for _ in range(options.count()):
        page.keyboard.press("ArrowDown")
        if wanted.get_attribute("aria-selected") == "true":
            break
    expect(field).to_have_attribute("aria-activedescendant", wanted.get_attribute("id"))
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/items/direktionen-2021-06-28-01")


def test_a_suggested_question_is_asked_and_filters_stay(page, site):
    page.goto(f"{site}/?q=skole&year=2021")
    field = page.get_by_role("combobox", name="Søg efter beslutninger, sager og personer")
    field.fill("")
    field.press_sequentially("hjemmearb")
    wanted = page.get_by_role("option").filter(has_text="søgning").first
    expect(wanted).to_contain_text("hjemmearbejde")
    wanted.click()
    expect(page).to_have_url(f"{site}/?q=hjemmearbejde&year=2021")


def test_a_person_leads_to_what_they_took_part_in(page, field):
    field.press_sequentially("henning r")
    page.get_by_role("option").filter(has_text="person").click()
    expect(page).to_have_url(re.compile(r"[?&]person=Henning\+Ravnsborg"))


def test_a_case_leads_to_its_course(page, field, site):
    field.press_sequentially("21/5239")
    page.get_by_role("option").filter(has_text="sag").click()
    expect(page).to_have_url(f"{site}/cases/21/5239")


def test_escape_closes_and_what_was_typed_stays(page, field):
    field.press_sequentially("hjemm")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("hjemm")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_enter_without_choosing_asks_what_was_typed(page, field, site):
    field.press_sequentially("cykelsti")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/?q=cykelsti")


def test_markup_in_a_title_is_only_text(page, field):
    field.press_sequentially("angreb <scr")
    expect(page.get_by_role("option").filter(has_text="<script>alert(1)</script>").first).to_be_visible()
