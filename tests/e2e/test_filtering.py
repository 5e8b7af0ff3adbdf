"""Narrowing a search in a real browser: one page load each, the state in the address, and the place kept."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from mappings.documents import Participant
from tests.e2e.opening import site_of
from tests.e2e.pages import NARROW, violations
from tests.web.minutes import MEETINGS
from tests.web.serving import serve
from web.app import create_app

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
expect = sync_api.expect
pytestmark = pytest.mark.browser

NAMES = [f"{given} {family}" for given in ("Anna", "Bo", "Carl", "Åse") for family in ("Lund", "Kjær", "Holm", "Bæk")]
PEOPLE = tuple(Participant(name) for name in NAMES)
MINUTES = (
    *(replace(one, participants=PEOPLE) for one in MEETINGS[:3]),
    replace(MEETINGS[1], date=dt.date(2018, 5, 2), participants=PEOPLE[:2]),
)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Pages over minutes of sixteen people, with years that have no meeting."""
    service = serve(tmp_path_factory.mktemp("crowded"), MINUTES)
    with site_of(create_app(service=service)) as site:
        yield site
    service.close()


@pytest.fixture(params=[{"width": 1280, "height": 900}, {"width": 390, "height": 800}], ids=["wide", "phone"])
def page(new_page, request):
    return new_page(viewport=request.param, reduced_motion="reduce")


def unfold(page):
    """Where the filters are folded away, as on a phone, they are opened."""
    page.wait_for_load_state()
    if page.get_by_label("Sagsnummer").is_hidden():
        page.locator("details.panel > summary").click()
    expect(page.get_by_label("Sagsnummer")).to_be_visible()


def heading(page):
    return page.locator("#results")


def test_a_search_is_one_page_load_and_its_address_has_no_empty_fields(page, crowded):
    page.goto(crowded)
    page.watch.loads.clear()
    page.get_by_role("combobox").fill("hjemmearbejde")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("3 punkter om »hjemmearbejde«")
    assert page.watch.loads == [f"{crowded}/?q=hjemmearbejde"]
    assert page.url == f"{crowded}/?q=hjemmearbejde"


def test_without_a_script_a_search_is_one_page_load_too(new_page, crowded):
    page = new_page(java_script_enabled=False)
    page.goto(crowded)
    page.watch.loads.clear()
    page.get_by_role("searchbox").first.fill("hjemmearbejde")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("3 punkter om »hjemmearbejde«")
    assert len(page.watch.loads) == 1
    page.get_by_role("link", name=re.compile("^2021 ")).click()
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&year=2021")  # what leads on has none of the empty fields


def test_a_year_is_chosen_by_its_bar_and_back_takes_it_off(page, crowded):
    page.goto(f"{crowded}/?q=hjemmearbejde")
    unfold(page)
    expect(page.get_by_text("2019", exact=True)).to_be_visible()  # a year without items
    page.get_by_role("link", name=re.compile("^2021 ")).locator("svg").click()
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&year=2021")
    expect(heading(page)).to_have_text("1 punkt om »hjemmearbejde«")
    unfold(page)
    page.get_by_role("link", name=re.compile("^2018 ")).click()
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&year=2021&year=2018")
    unfold(page)
    for year in (2021, 2018):
        expect(page.get_by_role("link", name=re.compile(f"^{year} "))).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&year=2021")
    expect(heading(page)).to_have_text("1 punkt om »hjemmearbejde«")
    page.go_back()
    expect(heading(page)).to_have_text("3 punkter om »hjemmearbejde«")


def test_every_bar_is_large_enough_to_hit(page, crowded):
    page.goto(f"{crowded}/?q=hjemmearbejde")
    unfold(page)
    for link in page.locator(".bars a").all():
        assert link.bounding_box()["height"] >= 24
        assert link.bounding_box()["width"] >= 200


def test_a_chosen_year_is_written_on_one_line(page, crowded):
    page.goto(f"{crowded}/?q=hjemmearbejde&year=2021&year=2022")
    unfold(page)
    chosen, other = (
        page.locator(".bars [aria-current] .label").first,
        page.locator(".bars a:not([aria-current]) .label"),
    )
    assert chosen.bounding_box()["height"] == other.first.bounding_box()["height"]


def test_a_person_is_found_within_the_results_by_the_keyboard(page, crowded):
    page.goto(f"{crowded}/?q=hjemmearbejde&year=2021")
    unfold(page)
    people = page.locator("#facet-person")
    expect(people.get_by_role("link")).to_have_count(6)  # and ten or more folded
    page.get_by_label("Find person i resultaterne").focus()
    page.watch.loads.clear()
    page.keyboard.type("åse k")
    expect(people.get_by_role("link")).to_have_count(1)
    expect(people.get_by_role("status")).to_have_text("1 person")
    expect(page.get_by_label("Find person i resultaterne")).to_be_focused()
    assert page.watch.loads == []
    page.keyboard.press("Tab")  # to the button
    page.keyboard.press("Tab")
    expect(people.get_by_role("link", name=re.compile("^Åse Kjær"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&year=2021&person=%C3%85se+Kj%C3%A6r")
    expect(page.get_by_role("link", name="Fjern filter: Person: Åse Kjær")).to_be_visible()


def test_what_was_typed_among_people_can_be_taken_back_and_asked_with_the_button(page, crowded):
    page.goto(f"{crowded}/?q=hjemmearbejde")
    unfold(page)
    people, field = page.locator("#facet-person"), page.get_by_label("Find person i resultaterne")
    field.press_sequentially("xyz")
    expect(people.get_by_role("status")).to_have_text("Ingen med det navn")
    expect(people.get_by_role("link")).to_have_count(0)
    field.fill("")
    expect(people.get_by_role("link")).to_have_count(6)
    expect(people.get_by_role("status")).to_have_text("")
    field.fill("holm")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&find_person=holm#facet-person")
    expect(people.get_by_role("link")).to_have_count(5)  # Anders Bruun Holm is named
    expect(people).to_be_in_viewport()


def test_a_case_and_attachments_are_chosen_and_stay_when_another_question_is_asked(page, crowded):
    page.goto(f"{crowded}/?q=hjemmearbejde")
    unfold(page)
    page.locator("#facet-case").get_by_role("link", name="21/5239 Evaluering af hjemmearbejde").click()
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&case=21%2F5239")
    unfold(page)
    page.get_by_role("link", name=re.compile("^Med bilag ")).click()
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&case=21%2F5239&attachments=yes")
    expect(heading(page)).to_have_text("1 punkt om »hjemmearbejde«")
    page.get_by_role("combobox").fill("rammer")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{crowded}/?q=rammer&attachments=yes&case=21%2F5239")
    expect(heading(page)).to_have_text("1 punkt om »rammer«")
    page.get_by_role("link", name="Fjern filter: Med bilag").click()
    expect(page).to_have_url(f"{crowded}/?q=rammer&case=21%2F5239")
    expect(heading(page)).to_be_focused()  # what was followed is gone


def test_a_filter_that_was_followed_keeps_its_place_and_the_focus(new_page, crowded):
    page = new_page(viewport={"width": 1280, "height": 500}, reduced_motion="reduce")
    page.goto(f"{crowded}/?q=hjemmearbejde")
    chosen = page.get_by_role("link", name=re.compile("^Udsat "))
    chosen.scroll_into_view_if_needed()
    before = chosen.bounding_box()["y"]
    chosen.press("Enter")
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde&outcome=postponed")
    expect(chosen).to_be_focused()
    assert abs(chosen.bounding_box()["y"] - before) < 2
    chosen.press("Enter")
    expect(page).to_have_url(f"{crowded}/?q=hjemmearbejde")
    expect(chosen).to_be_focused()
    page.reload()
    expect(chosen).not_to_be_focused()


def test_the_next_page_is_read_from_its_first_result_and_back_returns(page, crowded):
    page.goto(f"{crowded}/?q=cykelsti&year=2020")
    page.get_by_role("link", name="Næste").click()
    expect(page).to_have_url(f"{crowded}/?q=cykelsti&year=2020&page=2#results")
    expect(page.get_by_text("Viser 11–20")).to_be_in_viewport()
    expect(heading(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Mest relevante")).to_be_focused()
    page.go_back()
    expect(page.get_by_text("Viser 1–10")).to_be_attached()
    expect(page).to_have_url(f"{crowded}/?q=cykelsti&year=2020")


def test_the_filters_have_no_violation_while_one_searches_within_them(new_page, crowded):
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme, bypass_csp=True, viewport=NARROW)
        page.goto(f"{crowded}/?q=hjemmearbejde&year=2021&attachments=yes")
        unfold(page)
        page.get_by_label("Find person i resultaterne").press_sequentially("bo")
        expect(page.locator("#facet-person").get_by_role("status")).to_have_text("4 personer")
        assert violations(page) == []
