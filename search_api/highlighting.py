"""The words of an item that show why it was found: a short snippet with marks.

A word is marked where it is the question's word in any inflection, or holds most of its 4-grams (*hjemmearbejde* in
*hjemmearbejdspladsen*, *trykhed* for *tryghed*), and so is what means the same (*Hovedudvalget* for *HMU*). A function
word (*for*, *under*) is marked beside another word of the question only, and nothing is found by it. The snippet is the
window of a section that holds the most of the question; where no word matches it is the passage nearest in meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mappings import analysis, danish, writings
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
class Same:
    """Words of a question that an item has none of, or not all, and what it has that means the same, as it stands."""

    asked: str
    written: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of an item found: a snippet, the question's words that it holds, as typed, and what is the same."""

    snippet: Snippet
    words: tuple[str, ...]
    same: tuple[Same, ...] = ()


class _Match(NamedTuple):
    """Where something stands that was asked for: `term` numbers the question's words, then the ways to say the same."""

    start: int
    end: int
    term: int


class _Way(NamedTuple):
    """Another way to say the question's words `asked`, of which `terms` are the numbers."""

    asked: str
    terms: frozenset[int]
    words: tuple[str, ...]


def _written(term: str) -> tuple[str, ...]:
    """What a term is asked by where it is no word as typed, but a date or the like; see `mappings.writings`."""
    return tuple(word for writing in writings.find(term) for word in writing.asked)


def _lemma(word: str) -> str:
    return analysis.terms(word)[0]


_UNSEEN, _NO_TERM = -2, -1
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøåäöüé0123456789"


class Marker:
    """Knows the words of one question when it sees them; made once for all the results of an answer.

    `synonyms` are, for words of the question, other words for the same (see `Understood.synonyms`).
    """

    def __init__(self, terms: Sequence[str], synonyms: Mapping[str, Sequence[str]] | None = None) -> None:
        self.terms = tuple(terms)
        self._ways = self._read(synonyms or {})
        backwards = reversed(list(enumerate(self.terms)))
        single = {_lemma(way.words[0]): number for number, way in self._numbered() if len(way.words) == 1}
        self._lemmas = single | {_lemma(word): number for number, term in backwards for word in (term, *_written(term))}
        self._runs = [(number, way.words) for number, way in self._numbered() if len(way.words) > 1]
        self._written = {_lemma(word): number for number, term in enumerate(self.terms) for word in _written(term)}
        self._joined = {_lemma(term): number for number, term in enumerate(self.terms) if term.isalpha()}
        asked = [frozenset() if _written(term) else analysis.gram_set(term) for term in self.terms]
        self._long = [(number, own) for number, own in enumerate(asked) if len(own) >= analysis.GRAM]
        self._any = frozenset(gram for _, own in self._long for gram in own)
        every = [word for term in self.terms for word in (term, *_written(term))]
        every += [way.words[0] for way in self._ways if len(way.words) == 1]
        folded = {stem[0] for word in every for stem in analysis.forms(word).stems if stem}
        self._initials = {letter for letter in _LETTERS if analysis.fold(letter) in folded} | folded
        # A word of n letters has n - 1 grams: a shorter one cannot hold enough of the shortest word asked for.
        self._shortest = 1 + SHARED_GRAMS * min((len(own) for _, own in self._long), default=1_000)
        self._seen: dict[str, int] = {}
        turning = {number for number, term in enumerate(self.terms) if term.lower() in danish.function_words()}
        self._turning = frozenset(turning if len(turning) < len(self.terms) else ())

    def marks(self, text: str) -> list[tuple[int, int]]:
        """Where in `text` the question's words stand, in order, not overlapping."""
        return [(match.start, match.end) for match in self._matches(text)]

    def shown(self, item: Item, nearest: Passage | None = None) -> Shown:
        """The stretch of `item` that shows best why it was found, and the question's words it holds anywhere."""
        sections = [self._matches(section.text) for section in item.sections]
        headings = [item.title, *(section.heading for section in item.sections)]
        texts = [*headings, *(section.text for section in item.sections)]
        matches = [*map(self._matches, headings), *sections]
        held: dict[int, str] = {}
        for text, found in zip(texts, matches, strict=True):
            for match in found:
                held.setdefault(match.term, text[match.start : match.end])
        words = tuple(term for number, term in enumerate(self.terms) if number in held and number not in self._turning)
        return Shown(_snippet(item, sections, nearest), words, self._same(held))

    def _same(self, held: Mapping[int, str]) -> tuple[Same, ...]:
        """What means the same as words of the question that are not all held, the first of it for each of these."""
        same: dict[str, Same] = {}
        for number, way in self._numbered():
            if number in held and not way.terms <= held.keys():
                same.setdefault(way.asked, Same(way.asked, held[number]))
        return tuple(same.values())

    def _read(self, synonyms: Mapping[str, Sequence[str]]) -> list[_Way]:
        places = {term: number for number, term in enumerate(self.terms)}
        ways = []
        for asked, others in synonyms.items():
            terms = frozenset(places[word] for word in analysis.words(asked) if word in places)
            ways += [_Way(asked, terms, tuple(analysis.words(other))) for other in others]
        return ways

    def _numbered(self) -> Iterable[tuple[int, _Way]]:
        return enumerate(self._ways, len(self.terms))

    def _matches(self, text: str) -> list[_Match]:
        if not self.terms:
            return []
        seen, look = self._seen, self._look
        found = []
        for token in analysis.TOKEN.finditer(text):
            word = token.group()
            number = seen.get(word, _UNSEEN)
            if number == _UNSEEN:
                number = seen[word] = look(word.lower())
            if number != _NO_TERM:
                found.append(_Match(token.start(), token.end(), number))
        found = _with(self._runs_in(text), found) if self._runs else found
        found = _with(self._writings_in(text), found)
        return self._telling(text, found) if self._turning else found

    def _telling(self, text: str, found: Sequence[_Match]) -> list[_Match]:
        """Without the function words that stand beside no other word of the question."""
        return [
            one
            for before, one, after in zip((None, *found), found, (*found[1:], None), strict=False)
            if one.term not in self._turning
            or (before and before.term not in self._turning and text[before.end : one.start].isspace())
            or (after and after.term not in self._turning and text[one.end : after.start].isspace())
        ]

    def _writings_in(self, text: str) -> list[_Match]:
        """What is written otherwise than the question has it, *28-06-2021* for *28. juni 2021*."""
        known = self._written | self._joined
        return [
            _Match(one.start, one.end, known[lemma])
            for one in (writings.find(text) if self._written else writings.joined(text))
            for lemma in map(_lemma, one.held)
            if lemma in known
        ]

    def _runs_in(self, text: str) -> list[_Match]:
        """Words in a row that mean the same as words of the question."""
        tokens = [*analysis.TOKEN.finditer(text)]
        words = [token.group().lower() for token in tokens]
        found: list[_Match] = []
        for place, word in enumerate(words):
            for number, run in self._runs:
                if word == run[0] and tuple(words[place : place + len(run)]) == run:
                    found.append(_Match(tokens[place].start(), tokens[place + len(run) - 1].end(), number))
        return [
            one for before, one in zip((None, *found), found, strict=False) if not before or before.end <= one.start
        ]

    def _look(self, word: str) -> int:
        """The number of the question's word that `word` is, or holds; cheap tests first, for most words are neither."""
        if word[0] in self._initials:
            number = self._lemmas.get(_lemma(word))
            if number is not None:
                return number
        if len(word) < self._shortest:
            return _NO_TERM
        held = analysis.gram_set(word)
        if not held.isdisjoint(self._any):
            for number, asked in self._long:
                if len(held & asked) >= SHARED_GRAMS * len(asked):
                    return number
        return _NO_TERM


NOTHING = Marker(())  # marks nothing


def _with(longer: Sequence[_Match], found: Sequence[_Match]) -> list[_Match]:
    """All matches in order; where one of several words stands, none of a word in it."""
    apart = [m for m in found if all(m.end <= one.start or one.end <= m.start for one in longer)]
    return sorted({match.start: match for match in (*apart, *longer)}.values())


def _snippet(item: Item, sections: Sequence[Sequence[_Match]], nearest: Passage | None) -> Snippet:
    best, value = None, 0.0
    for number, (section, found) in enumerate(zip(item.sections, sections, strict=True)):
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
