"""Every page for everybody: no violation that axe can find, and no sideways scrolling on the narrowest screen."""

import pytest

pytestmark = pytest.mark.browser

HOSTILE = "/items/udvalg-script-alert-1-script-img-src-x-onerror-alert-2-onmouseover-alert-3-2019-09-14-02"
PERSON = "/people/ondsindet-script-alert-1-script-img-src-x-onerror-alert-2-onmouseover-alert-3"
PAGES = {
    "newest": "/",
    "found": "/?q=hjemmearbejde",
    "filtered": "/?q=hjemmearbejde&year=2021&year=2022&outcome=approved&person=Henning+Ravnsborg&from=2020-01-01",
    "of a case": "/?case=21%2F5239&attachments=yes&attachments=no",
    "nobody of that name": "/?q=hjemmearbejde&find_person=xyz",
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
    "case": "/cases/21/5239",
    "closed case": "/cases/21/7777",
    "no case": "/cases/99/4711",
    "cases": "/cases?year=2020",
    "a year without cases": "/cases?year=1999",
    "people": "/people",
    "people, narrowed": "/people?year=2021&letter=R",
    "nobody": "/people?name=xyzzyq",
    "person": "/people/henning-ravnsborg?year=2021",
    "person, named": "/people/anders-bruun-holm",
    "person, absent": "/people/birthe-lynggaard-thomsen",
    "a year without the person": "/people/henning-ravnsborg?year=1999",
    "no person": "/people/nina-ukendt",
    "overview": "/overview",
    "statement": "/accessibility",
    "print": "/print?q=hjemmearbejde",
    "saved": "/saved?q=hjemmearbejde",
    "hostile": HOSTILE,
    "hostile case": "/cases/66/6%22%20onclick=%22alert(1)",
    "hostile cases": "/cases?year=2019",
    "hostile person": PERSON,
    "hostile people": "/people?year=2019&letter=%23",
    "hostile meeting": HOSTILE.replace("/items/", "/meetings/").removesuffix("-02"),
}
OPTIONS = {"rules": {"target-size": {"enabled": True}}}  # WCAG 2.2, which axe leaves out unless asked


def violations(page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.fixture(params=[("light", "da-DK"), ("dark", "en-GB")], ids=["light, Danish", "dark, English"])
def context(browser, request):
    scheme, locale = request.param
    wide = {"width": 1280, "height": 900}
    # axe is a script, which the pages' own policy forbids.
    context = browser.new_context(color_scheme=scheme, locale=locale, bypass_csp=True, viewport=wide)
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
