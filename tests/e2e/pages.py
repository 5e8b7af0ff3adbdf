"""The pages and states that are for everybody: what axe, the validator, the benchmark of both and a visit go through.

A page that is added to the application is added here (`test_every_route_is_gone_through` says so).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

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
    "bodies of a year": "/bodies?year=2021",
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

# For an administrator; beside those that come of what they do, which `test_administration` opens.
ADMINISTRATION = {
    "administration": "/admin",
    "runs": "/admin/runs",
    "rebuilding": "/admin/reindex",
    "rebuilding, refused": "/admin/reindex?said=busy",
    "questions": "/admin/questions",
    "no run": "/admin/runs/9999",
}

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
PHONE: ViewportSize = {"width": 390, "height": 800}
# Each page in both themes and both languages.
LOOKS: dict[str, dict[str, Any]] = {
    "light, Danish": {"color_scheme": "light", "locale": "da-DK"},
    "dark, English": {"color_scheme": "dark", "locale": "en-GB"},
}
_OPTIONS = {"rules": {"target-size": {"enabled": True}}}  # WCAG 2.2, which axe leaves out unless asked


def _begin_a_question(page: Page) -> None:
    page.get_by_role("combobox").press_sequentially("hjemm")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def _save_a_search(page: Page) -> None:
    page.locator("#save button").click()
    page.locator("button.delete").first.wait_for()


def _copy_a_reference(page: Page) -> None:
    page.locator("[data-copy] button").first.click()


# States that a script makes: where each begins, and what is done there.
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "suggestions": ("/", _begin_a_question),
    "suggestions beside results": ("/items/direktionen-2021-06-28-01", _begin_a_question),
    "a saved search": ("/saved?q=hjemmearbejde", _save_a_search),
    "a copied reference": ("/items/direktionen-2021-06-28-01", _copy_a_reference),
}


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands; in a context that bypasses the policy against scripts."""
    from axe_playwright_python.sync_playwright import Axe

    found: list[dict[str, Any]] = Axe().run(page, options=_OPTIONS).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def wrong(page: Page) -> list[str]:
    """What is wrong with the page for anybody: as it is, and unfolded on the narrowest screen."""
    found = violations(page)
    page.set_viewport_size(NARROW)
    unfold(page)
    found += violations(page)
    if scrolls_sideways(page):
        found.append("scrolls sideways")
    page.set_viewport_size(WIDE)
    return found


def unfold(page: Page) -> None:
    """Open all that is folded away."""
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")


def scrolls_sideways(page: Page) -> bool:
    """Whether anything is wider than the screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
