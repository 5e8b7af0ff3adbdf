"""The words of an item that show why it was found: a short snippet with marks.

A word is marked where it is the question's word in any inflection, or holds most of its 4-grams (*hjemmearbejde* in
*hjemmearbejdspladsen*, *trykhed* for *tryghed*). The snippet is the window of a section that holds the most of the
question; where no word matches it is the passage nearest in meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mappings import analysis
from mappings.documents import TITLE, Item, Passage, SectionKind

LONGEST = 320  # characters of a snippet: three lines on the page
SHARED_GRAMS = 0.6  # of the question word's 4-grams that a longer or misspelt word must hold to be marked
_PREFERRED: dict[SectionKind, float] = {"decision": 0.4, "attachments": -0.4}  # in words' worth of match


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of one section; `marks` are [start, end) character offsets into `text`. `section` is its heading."""

    section: str
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    term: int


def marks(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Where in `text` the question's words stand, in order, not overlapping."""
    return [(match.start, match.end) for match in _matches(text, tuple(terms))]


def matched_terms(text: str, terms: Sequence[str]) -> list[str]:
    """Which of the question's words occur in `text`, in the question's order."""
    found = {match.term for match in _matches(text, tuple(terms))}
    return [term for number, term in enumerate(terms) if number in found]


def snippet(item: Item, terms: Sequence[str], nearest: Passage | None = None) -> Snippet:
    """The stretch of `item` that shows best why it was found; of its beginning where nothing matches."""
    best, value = None, 0.0
    for number, section in enumerate(item.sections):
        found = _matches(section.text, tuple(terms))
        if not found:
            continue
        first, worth = _window(found)
        worth += _PREFERRED.get(section.kind, 0.0)
        if nearest is not None and nearest.section == number:
            worth += 0.3
        if best is None or worth > value:
            best, value = (number, first, found), worth
    if best is not None:
        number, first, found = best
        section = item.sections[number]
        return _cut(section.heading, section.text, found[first].start, found)
    return _unmatched(item, nearest)


def _unmatched(item: Item, nearest: Passage | None) -> Snippet:
    if nearest is not None and nearest.section != TITLE:
        section = item.sections[nearest.section]
        return _cut(section.heading, section.text, nearest.start, (), lead=0)
    for section in item.sections:
        if section.text.strip() and section.kind != "attachments":
            return _cut(section.heading, section.text, 0, (), lead=0)
    return Snippet("", "", ())


def _matches(text: str, terms: tuple[str, ...]) -> list[_Match]:
    found = []
    for token in analysis.tokens(text):
        term = _term(token.word, terms)
        if term is not None:
            found.append(_Match(token.start, token.end, term))
    return found


@lru_cache(maxsize=50_000)
def _term(word: str, terms: tuple[str, ...]) -> int | None:
    """The number of the question's word that `word` is, or holds, or None."""
    stem = analysis.stem(word)
    for number, term in enumerate(terms):
        if stem == analysis.stem(term):
            return number
    held = set(analysis.grams(word))
    for number, term in enumerate(terms):
        asked = analysis.grams(term)
        if len(asked) >= analysis.GRAM and len(held.intersection(asked)) >= SHARED_GRAMS * len(set(asked)):
            return number
    return None


def _window(found: Sequence[_Match]) -> tuple[int, float]:
    """The first match of the window with the most different words (then the most matches), and its worth."""
    best, value = 0, -1.0
    for first, match in enumerate(found):
        within = [other for other in found[first:] if other.end - match.start <= LONGEST * 0.8]
        worth = len({other.term for other in within}) + 0.05 * min(len(within), 10)
        if worth > value:
            best, value = first, worth
    return best, value


def _cut(heading: str, text: str, at: int, found: Iterable[_Match], lead: int = 60) -> Snippet:
    """About `LONGEST` characters around `at`, cut between words, with what is left out shown as `…`."""
    start = _word_start(text, max(0, at - lead)) if lead else at
    end = _word_end(text, start, min(len(text), start + LONGEST))
    before, after = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    inner = text[start:end]
    own = inner.rstrip()
    shift = len(before) - start
    inside = tuple((m.start + shift, m.end + shift) for m in found if m.start >= start and m.end <= start + len(own))
    return Snippet(heading, before + own + after, inside)


def _word_start(text: str, at: int) -> int:
    """The start of the line or sentence that `at` stands in if it is near, else of the next word."""
    if at == 0:
        return 0
    gap = max(text.rfind("\n", 0, at + 40), text.rfind(". ", 0, at + 40) + 1)
    if gap >= at - 40 and gap > 0:
        at = gap
    while at < len(text) and not text[at].isspace():
        at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _word_end(text: str, start: int, at: int) -> int:
    """The last gap between words in `start` to `at`; `at` itself where there is none."""
    if at >= len(text):
        return len(text)
    gap = at
    while gap > start and not text[gap].isspace():
        gap -= 1
    return gap if gap > start else at
