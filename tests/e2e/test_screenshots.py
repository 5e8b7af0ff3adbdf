"""Pictures of the main pages and states, to be looked at after a run: in `build/screenshots/`, which git ignores."""

from pathlib import Path

import pytest

from tests.e2e.pages import PAGES, PHONE, STATES, WIDE

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parents[2] / "build" / "screenshots"
SHOWN = ("newest", "filtered", "nothing", "item, found", "closed", "meeting", "case", "person", "overview", "missing")
LOOKS = {
    "light": {"color_scheme": "light", "viewport": WIDE},
    "dark, English": {"color_scheme": "dark", "viewport": WIDE, "locale": "en-GB"},
    "phone": {"color_scheme": "light", "viewport": PHONE},
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", [*SHOWN, *STATES])
def test_a_picture_is_kept(new_page, site, name, look):
    address, act = STATES[name] if name in STATES else (PAGES[name], lambda page: None)
    page = new_page(**LOOKS[look], reduced_motion="reduce")
    page.goto(site + address)
    act(page)
    FOLDER.mkdir(parents=True, exist_ok=True)
    picture = FOLDER / f"{name} ({look}).png".replace(" ", "-").replace(",", "")
    page.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 5_000
