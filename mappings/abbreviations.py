"""Abbreviations that minutes explain themselves: *Økonomi- og Personalecenter (ØPC)*, *Charlotte Holm (CH)*.

Only what is certain is learned: a word in capitals in brackets, whose letters are the initials, in order, of the words
right before it, or of the words in brackets right behind it. A compound may give the initial of each of its parts
(*Personalecenter*), small words (*og*, *for*) none. What it stands for is told as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mappings import compounds, danish
from mappings.analysis import fold, normalise
from mappings.documents import Item, Meeting

_BRACKET = re.compile(r"\((?P<inner>[^()\n]{2,80})\)")
_SHORT = re.compile(r"[A-ZÆØÅ]{2,6}")
_BEFORE = re.compile(r"[^.;:!?()\n\"”»]*$")  # of the same sentence
_LAST_WORD = re.compile(r"(?<![\w-])[A-ZÆØÅ]{2,6}\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑/][^\W\d_]*)*,?")
_PIECES = re.compile(r"[-‐‑/]")
_LONGEST = 90  # characters before a bracket that are looked at
_SMALL = frozenset(
    ("og", "i", "for", "af", "til", "på", "med", "om", "under", "ved", "samt", "de", "den", "det", "and", "of", "the")
)


@dataclass(frozen=True, slots=True, order=True)
class Abbreviation:
    """What is written short, and in full; `person` where that is somebody, and the short form their initials."""

    short: str
    full: str
    person: bool = False


def explained(item: Item, meeting: Meeting) -> tuple[Abbreviation, ...]:
    """Every abbreviation that an item's own text explains, and the initials that its meeting lists people with."""
    texts = (item.title, *(text for section in item.sections for text in (section.heading, section.text)))
    named = {*item.people, *(participant.name for participant in meeting.participants)}
    bracketed = (normalise(text) for text in texts if "(" in text)
    found = [_told(short, full, named) for text in bracketed for short, full in in_text(text)]
    found += [Abbreviation(one.initials, one.name, True) for one in meeting.participants if one.initials]
    return tuple(dict.fromkeys(found))


def in_text(text: str) -> Iterator[tuple[str, str]]:
    """Each abbreviation that a text explains, and what it says in full."""
    for bracket in _BRACKET.finditer(text):
        inner, before = bracket["inner"].strip(), text[max(0, bracket.start() - _LONGEST) : bracket.start()]
        if _SHORT.fullmatch(inner):
            full = _full(inner, before)
            if full:
                yield inner, full
        elif (last := _LAST_WORD.search(before)) and _spelled(last[0].strip(), inner.split()):
            yield last[0].strip(), inner


def _told(short: str, full: str, named: set[str]) -> Abbreviation:
    words = full.split()
    capitals = all(word[0].isupper() for word in words)
    person = full in named or (len(words) > 1 and capitals and words[0] in danish.words("given_names"))
    return Abbreviation(short, full, person)


def _full(short: str, before: str) -> str | None:
    """The fewest words right before a bracket that the letters are the initials of."""
    sentence = _BEFORE.search(before)
    words = list(_WORD.finditer(sentence[0])) if sentence else []
    assert sentence is not None
    if not words or sentence[0][words[-1].end() :].strip():
        return None
    for first in range(len(words) - 1, max(-1, len(words) - 2 * len(short) - 2), -1):
        run = sentence[0][words[first].start() : words[-1].end()]
        if _gap(sentence[0], words[first:]):
            return None
        if _spelled(short, run.split()) and (run[0].isupper() or len(short) > 2):
            return run.rstrip(",")
    return None


def _gap(text: str, words: list[re.Match[str]]) -> bool:
    """Whether anything but a blank stands between the first two of these words."""
    return len(words) > 1 and bool(text[words[0].end() : words[1].start()].strip())


def _spelled(short: str, words: list[str]) -> bool:
    """Whether the letters are the initials of these words, in order, every greater word with at least its first."""
    if not words or words[0].strip(",-") in _SMALL or words[-1].lower() in _SMALL or short in words:
        return False
    rests = {short.lower()}
    for word in words:
        bare = word.rstrip(",").strip("-‐‑/")
        given = _initials(bare)
        skipped = rests if bare.lower() in _SMALL else set()
        rests = {rest[len(one) :] for rest in rests for one in given if rest.startswith(one)} | skipped
    return "" in rests


def _initials(word: str) -> set[str]:
    """What a word may give: its first letter, and then those of its later parts, some of them or all."""
    parts = [part for piece in _PIECES.split(word) if piece for part in _parts(piece)]
    given = {parts[0]} if parts else set()
    for part in parts[1:]:
        given |= {one + part for one in given}
    if len(parts) > 1 and len(word) > 1:  # Byrådscenter (BYC)
        given |= {word[:2].lower() + one[1:] for one in given if len(one) > 1}
    return given


def _parts(piece: str) -> list[str]:
    """The initials of a word's parts; a word in capitals (*HR-center*) counts whole."""
    lower = piece.lower()
    if piece.isupper() and len(piece) > 1:
        return [lower]
    found = compounds.split(lower)
    if found is None or fold(found.parts[0])[0] != fold(lower)[0]:
        return [lower[0]]
    return [part[0] for part in found.parts]
