"""On an English page nothing is Danish but what minutes say, and that is marked as Danish."""

import io
import json
import re
from collections.abc import Iterator

import pytest

from tests.e2e.pages import PAGES
from tests.web.administering import ANNA, BO, Site, minutes
from tests.web.reading import Element, read
from web.catalogues import path

ENGLISH = {"Accept-Language": "en"}
READ_ALOUD = ("aria-label", "placeholder", "title", "alt")
SCRIPTED = ("data-words", "data-copy")
# Names of people, bodies and places need no language; these words are in none of them here.
DANISH = re.compile(
    r"\b(?:og|ikke|med|af|på|til|er|som|der|det|fra|siden|ingen|møde\w*|sag(?:er|en)?|punkt\w*|udvalget)\b"
)


def danish_texts() -> list[re.Pattern[str]]:
    """What each text is like in Danish, where English has it otherwise."""
    from babel.messages.pofile import read_po

    with path("en").open("rb") as written:
        catalogue = read_po(written)
    pairs = [
        pair
        for one in catalogue
        if one.id
        for pair in (zip(one.id, one.string, strict=True) if isinstance(one.id, tuple) else [(one.id, one.string)])
    ]
    bare = [(danish, re.sub(r"%\(\w+\)s", "", danish), re.sub(r"%\(\w+\)s", "", english)) for danish, english in pairs]
    return [
        re.compile(re.sub(r"%\\\(\w+\\\)s", ".+", re.escape(danish)), re.IGNORECASE)
        for danish, own, translated in bare
        if own.lower() != translated.lower() and re.search(r"\w", own)
    ]


@pytest.fixture(scope="module")
def danish() -> list[re.Pattern[str]]:
    return danish_texts()


def chrome(element: Element) -> Iterator[str]:
    """Everything on a page that is read in the language of the page."""
    for name in READ_ALOUD:
        yield element.attributes.get(name, "")
    for name in SCRIPTED:
        for words in json.loads(element.attributes.get(name, "{}")).values():
            yield from [words] if isinstance(words, str) else words
    for child in element.children:
        if isinstance(child, str):
            yield child.strip(" \n·,;:.()")
        elif child.attributes.get("lang", "en") == "en" and child.name not in ("title", "script"):
            yield from chrome(child)


def not_english(page: Element, danish: list[re.Pattern[str]]) -> list[str]:
    texts = {re.sub(r'"[^"]*"', "", text) for text in chrome(page) if text}  # English may quote what minutes have
    return [text for text in texts if DANISH.search(text.lower()) or any(one.fullmatch(text) for one in danish)]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nothing_on_it_is_danish(client, danish, address):
    assert not_english(read(client.get(address, headers=ENGLISH).text), danish) == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("administered"), questions="yes")
    yield site
    site.close()


def test_nothing_on_the_pages_of_a_user_who_is_signed_in_is_danish(site, danish):
    token = site.get("/saved?q=hjemmearbejde").one("form", class_="save").one("input", name="token").attributes["value"]
    site.post("/saved", token=token, query="q=hjemmearbejde", name="Home work")
    for address in ("/saved", "/saved?said=saved", "/saved?said=some&q=cykelsti"):
        assert not_english(site.get(address, user={**ANNA, **ENGLISH}), danish) == []


def test_nothing_on_the_pages_of_an_administrator_is_danish(site, danish):
    known = site.staged("kultur.txt", minutes())
    fields = {"token": site.token(), "file": (io.BytesIO(b"nothing of a meeting"), "other.txt")}
    refused = site.client.post("/admin/uploads", data=fields, headers={**ANNA, **ENGLISH})
    assert not_english(read(refused.text), danish) == []
    run = site.post(f"{site.staged('more.txt', minutes('Mere.'))}/take").headers["Location"]
    site.finished(run)
    said = [f"/admin?said={one}" for one in ("discarded", "dropped", "none", "busy")]
    for address in ("/admin", *said, "/admin/runs", run, known, "/admin/reindex", "/admin/questions"):
        assert not_english(site.get(address, user={**ANNA, **ENGLISH}), danish) == [], address
    assert not_english(site.get("/admin", 403, user={**BO, **ENGLISH}), danish) == []
