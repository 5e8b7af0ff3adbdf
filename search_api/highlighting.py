"""The words of an item that show why it was found: a short snippet with marks.

A word is marked where it is the question's word in any inflection, or holds most of its 4-grams (*hjemmearbejde* in
*hjemmearbejdspladsen*, *trykhed* for *tryghed*). The snippet is the window of a section that holds the most of the
question; where no word matches it is the passage nearest in meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


class Marker:
    """Knows the words of one question when it sees them; made once for all the results of an answer."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = tuple(terms)
        self._stems = {analysis.stem(term): number for number, term in reversed(list(enumerate(self.terms)))}
        asked = [analysis.gram_set(term) for term in self.terms]
        self._long = [(number, own) for number, own in enumerate(asked) if len(own) >= analysis.GRAM]
        self._any = frozenset(gram for _, own in self._long for gram in own)
        self._seen: dict[str, int | None] = {}

    def marks(self, text: str) -> list[tuple[int, int]]:
        """Where in `text` the question's words stand, in order, not overlapping."""
        return [(match.start, match.end) for match in self._matches(text)]

    def held(self, texts: Iterable[str]) -> list[str]:
        """Which of the question's words occur in `texts`, in the question's order."""
        found = {
            number for text in texts for word in set(analysis.words(text)) if (number := self._term(word)) is not None
        }
        return [term for number, term in enumerate(self.terms) if number in found]

    def snippet(self, item: Item, nearest: Passage | None = None) -> Snippet:
        """The stretch of `item` that shows best why it was found; of its beginning where nothing matches."""
        best, value = None, 0.0
        for number, section in enumerate(item.sections):
            found = self._matches(section.text)
            if not found:
                continue
            first, worth = _window(found)
            worth += _PREFERRED.get(section.kind, 0.0)
            if nearest is not None and nearest.section == number:
                worth += 0.3
            if best is None or worth > value:
                best, value = (section, first, found), worth
        if best is None:
            return _unmatched(item, nearest)
        section, first, found = best
        return _cut(section.heading, section.text, found[first].start, found)

    def _matches(self, text: str) -> list[_Match]:
        if not any(self._term(word) is not None for word in set(analysis.words(text))):
            return []  # most texts hold no word of the question, and a set is quicker than places
        seen = self._seen
        return [
            _Match(start, end, number)
            for word, start, end in analysis.tokens(text)
            if (number := seen[word] if word in seen else self._term(word)) is not None
        ]

    def _term(self, word: str) -> int | None:
        """The number of the question's word that `word` is, or holds, or None."""
        try:
            return self._seen[word]
        except KeyError:
            found = self._seen[word] = self._look(word)
            return found

    def _look(self, word: str) -> int | None:
        number = self._stems.get(analysis.stem(word))
        if number is not None:
            return number
        held = analysis.gram_set(word)
        if held.isdisjoint(self._any):
            return None
        for number, asked in self._long:
            if len(held & asked) >= SHARED_GRAMS * len(asked):
                return number
        return None


def _unmatched(item: Item, nearest: Passage | None) -> Snippet:
    if nearest is not None and nearest.section != TITLE:
        section = item.sections[nearest.section]
        return _cut(section.heading, section.text, nearest.start, (), lead=0)
    for section in item.sections:
        if section.text.strip() and section.kind != "attachments":
            return _cut(section.heading, section.text, 0, (), lead=0)
    return Snippet("", "", ())


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
