"""Hostile text, from files and from addresses, is only ever text."""

from urllib.parse import quote

import pytest

from tests.web.minutes import HOSTILE
from tests.web.reading import read

KNOWN = {"href", "class", "id", "name", "value", "type", "for", "rel", "lang", "role", "action", "form", "content"}
KNOWN |= {"title", "charset", "placeholder", "maxlength", "autocomplete", "datetime", "tabindex", "scope", "open"}
KNOWN |= {"src", "defer", "data-suggest", "data-words", "data-copy", "data-key"}
KNOWN |= {"viewbox", "preserveaspectratio", "width", "height"}
BAR = {"viewbox": "0 0 100 8", "preserveaspectratio": "none", "aria-hidden": "true"}  # of a year
ITEM = "/items/udvalg-script-alert-1-script-img-src-x-onerror-alert-2-onmouseover-alert-3-2019-09-14-02"
MEETING = ITEM.replace("/items/", "/meetings/").removesuffix("-02")


@pytest.mark.parametrize(
    "address",
    [
        ITEM,
        MEETING,
        "/people",
        "/people/ondsindet-script-alert-1-script-img-src-x-onerror-alert-2-onmouseover-alert-3",
        "/people?year=2019&letter=%23",
        f"/people?name={quote(HOSTILE)}",
        f"/people?letter={quote(HOSTILE)}",
        f"/people/{quote(HOSTILE)}",
        "/cases?year=2019",
        "/cases/66/6%22%20onclick=%22alert(1)",
        f"/cases/{quote(HOSTILE)}",
        "/?q=angreb",
        f"/?q={quote(HOSTILE)}",
        f"/?body={quote(HOSTILE)}&person={quote(HOSTILE)}&case={quote(HOSTILE)}",
        f"/?q=cykelsti&body={quote('Klimaudvalget')}&person={quote(HOSTILE)}",
        f"/?{quote(HOSTILE)}=1",
        f"/?q={quote(HOSTILE)}&year={quote(HOSTILE)}",
        f"/items/{quote(HOSTILE)}",
        f"/meetings/{quote(HOSTILE)}",
        f"/{quote(HOSTILE)}",
    ],
)
def test_it_makes_no_element_and_no_attribute(client, address):
    response = client.get(address)
    page = read(response.text)
    assert response.status_code in (200, 400, 404)
    assert page.scripts in (["suggest.js"], ["suggest.js", "copy.js"], ["suggest.js", "search.js"])
    for element in page.all():
        assert element.name not in ("img", "b", "iframe", "style", "object"), element
        assert element.name != "svg" or element.attributes == BAR
        assert "style" not in element.attributes
        unknown = {name for name in element.attributes if name not in KNOWN and not name.startswith("aria-")}
        assert not unknown, element
        assert element.attributes.get("href", "/").startswith(("/", "#", "https://"))


def test_it_is_shown_as_it_was_written(get):
    page = get(ITEM)
    assert page.one("h1").text == f"Angreb {HOSTILE}"
    assert f"Brødtekst {HOSTILE}" in page.one("article").text
    assert get(f"/?q={quote(HOSTILE)}").one("input", id="q").attributes["value"] == HOSTILE
