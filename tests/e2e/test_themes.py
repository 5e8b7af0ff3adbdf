"""Light, dark, and without movement, as the reader's system has it."""

import pytest

pytestmark = pytest.mark.browser

COLOUR = "selector => getComputedStyle(document.querySelector(selector))"


def colours(page, selector: str) -> tuple[str, str]:
    return tuple(page.evaluate(f"({COLOUR})('{selector}')['{name}']") for name in ("color", "backgroundColor"))


def brightness(colour: str) -> float:
    return sum(float(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) / 3


def test_the_pages_are_dark_where_the_reader_wants_them_so(new_page, site):
    light, dark = new_page(color_scheme="light"), new_page(color_scheme="dark")
    for page in (light, dark):
        page.goto(f"{site}/?q=hjemmearbejde")
    for selector in ("body", ".result h3 a", "input[name=q]", "mark"):
        assert colours(light, selector) != colours(dark, selector), selector
    ink, ground = colours(light, "body")
    assert brightness(ink) < 60 < 220 < brightness(ground)
    ink, ground = colours(dark, "body")
    assert brightness(ground) < 60 < 220 < brightness(ink)


def test_a_reader_who_changes_the_theme_sees_it_without_asking_anew(new_page, site):
    page = new_page(color_scheme="light")
    page.goto(site)
    before = colours(page, "body")
    page.emulate_media(color_scheme="dark")
    assert colours(page, "body") != before
    assert len(page.watch.loads) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sign_is_seen(new_page, site, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(site)
    sign = page.locator("header .sign")
    assert sign.bounding_box()["width"] >= 16
    drawn = sign.screenshot()
    sign.evaluate("sign => { sign.style.backgroundImage = 'none' }")
    assert len(drawn) > 1.3 * len(sign.screenshot())  # a plain square of the header is packed much smaller


def test_nothing_moves_for_who_wants_no_movement(new_page, site):
    still, moving = new_page(reduced_motion="reduce"), new_page(reduced_motion="no-preference")
    taken = []
    for page in (still, moving):
        page.goto(f"{site}/?q=hjemmearbejde")
        taken.append(page.evaluate(f"({COLOUR})('main a')['transitionDuration']"))
    assert taken[0] == "0s" != taken[1]
