"""Every page and state for everybody: nothing that axe can find, no sideways scrolling, no complaint of the browser."""

import pytest

from tests.e2e.pages import LOOKS, PAGES, STATES, violations, wrong

pytestmark = pytest.mark.browser


@pytest.fixture(params=LOOKS.values(), ids=LOOKS)
def page(new_page, request):
    # axe is a script, which the pages' own policy forbids.
    return new_page(**request.param, bypass_csp=True)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(page, site, address):
    page.goto(site + address)
    assert wrong(page) == []


@pytest.mark.parametrize(("address", "act"), STATES.values(), ids=STATES)
def test_axe_finds_nothing_in_what_a_script_makes(page, site, address, act):
    page.goto(site + address)
    act(page)
    assert wrong(page) == []


def test_axe_would_find_what_is_wrong(page, site):
    page.goto(site)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('footer p').style.color = 'var(--line)'")
    assert {one.partition(":")[0] for one in violations(page)} == {"html-has-lang", "color-contrast"}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_the_browser_complains_of_no_page(new_page, site, address):
    page = new_page()
    page.goto(site + address, wait_until="networkidle")
    assert page.title()


def test_a_complaint_would_be_heard(browser, new_page, site):
    page = new_page()
    page.goto(f"{site}/accessibility")
    page.evaluate("setTimeout(() => { throw new Error('thrown') })")
    page.evaluate("console.warn('told')")
    page.evaluate("fetch('/static/missing.css')")
    page.evaluate("document.body.append(Object.assign(new Image(), { src: 'http://localhost:9/x.png' }))")
    page.wait_for_timeout(200)
    heard, page.watch.complaints[:] = " ".join(page.watch.complaints), []
    for told in ("thrown: ", "warning: told", "status of 404", "Content Security Policy"):
        assert told in heard
