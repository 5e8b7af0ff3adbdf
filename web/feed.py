"""A search as a feed (Atom, RFC 4287): its newest items, for whoever wants to be told of new ones."""

from __future__ import annotations

import datetime as dt
import re
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mappings.labels import OUTCOME_LABELS
from search_api.exporting import Exported, entity_tag
from search_api.query import DEFAULT_SIZE, SearchRequest
from web import links
from web.addresses import Addresses
from web.languages import spoken
from web.tables import decided
from web.wording import collapsed, day, gettext, shortened, translated

NEWEST = 50  # items in a feed
ATOM = "http://www.w3.org/2005/Atom"
_LONGEST_QUESTION = 120  # characters, in the title
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ET.register_namespace("", ATOM)


@dataclass(frozen=True, slots=True)
class Feed:
    """What the feed is called, whose it is, the search, where the feed itself is, and when the index last changed."""

    site: str
    asked: SearchRequest
    address: str
    changed: dt.datetime


def canonical(asked: SearchRequest) -> SearchRequest:
    """The search that a feed is of: it has its own order and no pages."""
    return replace(asked, sort="newest", page=1, size=DEFAULT_SIZE)


def document(feed: Feed, found: Iterable[Exported], addresses: Addresses) -> bytes:
    """The feed as XML, in the language that this request is answered in."""
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": spoken().name})
    _add(root, "id", _identity(addresses, "search?" + entity_tag(feed.asked)))
    _add(root, "title", _title(feed))
    _add(root, "updated", feed.changed.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _add(root, "link", rel="alternate", type="text/html", href=addresses.search(replace(feed.asked, sort=None)))
    _add(_add(root, "author"), "name", feed.site)
    for one in found:
        _entry(root, one, addresses)
    told: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return told


def _entry(root: ET.Element, one: Exported, addresses: Addresses) -> None:
    result = one.result
    entry = _add(root, "entry")
    _add(entry, "id", _identity(addresses, "items/" + result.id))
    _add(entry, "title", collapsed(result.title) or gettext("Punkt %(number)s", number=result.printed))
    noon = f"{result.meeting.date.isoformat()}T12:00:00Z"  # noon, so that it is the same day in Denmark
    _add(entry, "published", noon)
    _add(entry, "updated", noon)
    _add(_add(entry, "author"), "name", collapsed(result.meeting.body))
    _add(entry, "link", rel="alternate", type="text/html", href=addresses.item(result.id))
    for outcome in result.outcomes:
        _add(entry, "category", term=outcome, label=translated(OUTCOME_LABELS[outcome]))
    _add(entry, "summary", " · ".join(_facts(one)))
    _add(entry, "content", decided(one.found.item.decisions) or result.snippet.text or result.title, type="text")


def _facts(one: Exported) -> Iterator[str]:
    result = one.result
    yield f"{collapsed(result.meeting.body)}, {day(result.meeting.date)}"
    yield gettext("Punkt %(number)s", number=result.printed)
    if result.case_number:
        yield gettext("Sag %(number)s", number=result.case_number)
    if result.outcomes:
        yield ", ".join(translated(OUTCOME_LABELS[outcome]) for outcome in result.outcomes)


def _title(feed: Feed) -> str:
    question = shortened(feed.asked.question, _LONGEST_QUESTION)
    parts = (
        gettext("»%(words)s«", words=question) if question else "",
        *(label for _, _, label in links.filters(feed.asked)),
    )
    return " · ".join(part for part in parts if part) + f" – {feed.site}" if any(parts) else feed.site


def _identity(addresses: Addresses, name: str) -> str:
    """The same for the same thing at the same address, for ever."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{addresses.base}/{name}')}"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """An element with text and attributes as they are, less the characters that XML has not."""
    plain = {key: _NO_XML.sub("", value) for key, value in attributes.items()}
    added = ET.SubElement(parent, f"{{{ATOM}}}{name}", plain)
    if text:
        added.text = _NO_XML.sub("", text)
    return added
