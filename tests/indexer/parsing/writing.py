"""Small minutes written in a test, and what it means that nothing of a source is lost."""

import hashlib
import html
import re
from collections import Counter
from datetime import date

from indexer.parsing import Reading, parse
from indexer.sources import Document
from mappings.documents import Item, Meeting

FRONT = "REFERAT Direktionen d. 04-10-2016\n\nMødedato Tirsdag d. 4. oktober 2016 kl. 10:00\n\n"
MEETING_DATE = date(2016, 10, 4)
SMALL_BODY = (
    "**Lokal-MED, Bakkeskolen**\n\n**Referat**\n\nMandag den 5. november 2018\n\n**Deltagere:** Birthe Holk\n\n"
)
DECIDED = "Beslutning Direktionen den 04-10-2016"  # what heads a decision of that meeting
LONG = "Det er tidligere besluttet, at der hvert tredje år gennemføres en måling for alle ledere i kommunen."
OPENED = "Punkt {n}: {title}\n\n21/10{n}\n\nBeslutning\n\nGodkendt.\n\n"  # an item that says nothing of being open
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"</?[a-z][^<>]*>")
_PARTED = re.compile(r"(?<=[a-zæøå])-\n *(?=[a-zæøå])(?!(?:og|eller|samt)\b)")  # a word that its line's end parts


def document(text: str, *, markdown: bool = False, name: str = "prøve.txt") -> Document:
    return Document(name, hashlib.sha256(text.encode()).hexdigest(), markdown, tuple(text.split("\n")))


def read(text: str, *, markdown: bool = False) -> Reading:
    """The reading of a whole document, having lost nothing."""
    source = document(text, markdown=markdown)
    reading = parse(source)
    assert_nothing_lost(source, reading)
    return reading


def meeting(front: str, *, markdown: bool = False) -> Meeting:
    """The meeting of a front and one item."""
    return read(f"{front}\n\nPunkt 1: Evt.\n\n21/100\n", markdown=markdown).meeting


def items(text: str) -> tuple[Item, ...]:
    """The items below a front."""
    return read(f"{FRONT}{text}").meeting.items


def item(text: str, *, markdown: bool = False) -> Item:
    """The only item of a meeting, from what stands below its title and case number."""
    heading = "# Punkt 1: Evt." if markdown else "Punkt 1: Evt."
    (one,) = read(f"{FRONT}{heading}\n\n21/100\n\n{text}", markdown=markdown).meeting.items
    return one


def kinds(found: Item) -> list[tuple[str, str]]:
    return [(section.kind, section.heading) for section in found.sections]


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def words_of(found: Item) -> Counter[str]:
    """Every word that an item keeps of its lines: its number, title, case number and sections."""
    parts = [found.title, found.case_number or ""]
    parts += [f"{section.heading} {section.text}" for section in found.sections]
    return Counter(words(" ".join(parts)))


def assert_nothing_lost(source: Document, reading: Reading) -> None:
    """Every line placed once, and every word of the items' lines kept once in their fields.

    The second does not believe the first: it compares the words themselves. Of an item's heading the label and number
    ("Punkt 5:") and of a case number its label become fields of another form; they are looked for, not counted. All of
    a table's row is in its item, beside the heads of the columns.
    """
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    assert [placed.line for placed in reading.placements] == filled
    own = [
        _BREAK.sub("\n", html.unescape(source.lines[placed.line - 1]))
        for placed in reading.placements
        if placed.place.startswith("item") and not placed.place.endswith((":title", ":case", ":closed", ":row"))
    ]
    rows = [
        _TAG.sub(" ", source.lines[placed.line - 1]) for placed in reading.placements if placed.place.endswith(":row")
    ]
    held = Counter(words(_PARTED.sub("", "\n".join(own))))
    kept: Counter[str] = Counter()
    for found in reading.meeting.items:
        kept.update(words_of(found) - Counter(words(f"{found.title} {found.case_number or ''}")))
    if rows:
        told = held + Counter(words("\n".join(rows)))
        facts = (f"{found.printed} {found.title} {found.case_number}" for found in reading.meeting.items)
        named = Counter(words(" ".join(facts)))
        assert {word.casefold() for word in told - kept - named} <= {
            "ad",
            "punkt",
            "pkt",
            "åben",
            "lukket",
            "ja",
            "nej",
            "x",
            "l",
            "sagsnr",
            "titel",
        }
    else:
        assert kept == held
