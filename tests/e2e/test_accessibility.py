"""Every page for everybody: no violation that axe can find, and no sideways scrolling on the narrowest screen."""

import pytest

pytestmark = pytest.mark.browser

HOSTILE = "/items/udvalg-script-alert-1-script-img-src-x-onerror-alert-2-onmouseover-alert-3-2019-09-14-02"
PAGES = {
    "newest": "/",
    "found": "/?q=hjemmearbejde",
    "filtered": "/?q=hjemmearbejde&year=2021&year=2022&outcome=approved&person=Henning+Ravnsborg&from=2020-01-01",
    "paged": "/?q=cykelsti&page=2",
    "nothing": "/?q=xyzzyq&year=2021",
    "similar": "/?q=statistisk+kvarts+analyse",
    "bad": "/?q=hjemmearbejde&year=abc",
    "missing": "/findes/ikke",
    "item": "/items/direktionen-2021-06-28-01",
    "item, found": "/items/direktionen-2021-06-28-01?q=hjemmearbejde",
    "two bodies": "/items/direktionen-2022-09-14-01",
    "closed": "/items/direktionen-2021-06-28-02",
    "meeting": "/meetings/direktionen-2021-06-28",
    "meetings": "/meetings",
    "a year without meetings": "/meetings?year=1999",
    "bodies": "/bodies",
    "body": "/bodies/direktionen",
    "overview": "/overview",
    "statement": "/accessibility",
    "print": "/print?q=hjemmearbejde",
    "saved": "/saved?q=hjemmearbejde",
    "hostile": HOSTILE,
    "hostile meeting": HOSTILE.replace("/items/", "/meetings/").removesuffix("-02"),
}
OPTIONS = {"rules": {"target-size": {"enabled": True}}}  # WCAG 2.2, which axe leaves out unless asked


def violations(page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.fixture(params=["light", "dark"])
def context(browser, request):
    # axe is a script, which the pages' own policy forbids.
    context = browser.new_context(color_scheme=request.param, bypass_csp=True, viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(context, site, address):
    page = context.new_page()
    page.goto(site + address)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    for folded in page.locator("details").all():
        folded.evaluate("details => { details.open = true }")
    assert violations(page) == []
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]


def test_axe_would_find_what_is_wrong(context, site):
    page = context.new_page()
    page.goto(site)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('footer p').style.color = 'var(--line)'")
    assert {one.partition(":")[0] for one in violations(page)} == {"html-has-lang", "color-contrast"}
