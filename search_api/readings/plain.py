"""A question's text with what must be taken literally covered, so that nobody reads anything else into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mappings import analysis
from search_api.readings.joining import dashes

QUOTES = '"“”„»«'
# A quoted phrase, or a minus before a word or a phrase. A minus within quotation marks or within a word is none.
_MARK = re.compile(
    rf"(?P<minus>(?<!\S)[-−–])?[{QUOTES}](?P<phrase>[^{QUOTES}]+)[{QUOTES}]"
    rf"|(?<!\S)[-−–](?=[^\W_])(?P<word>[^\s{QUOTES}]+)"
)
_COVER = "\ufffc"  # no letter, digit or space: nothing is read across it


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that the asker marked: a phrase, or something to be without (`excluded`); and its words.

    What it marks begins at `inner`, behind the minus.
    """

    start: int
    end: int
    words: tuple[str, ...]
    excluded: bool
    inner: int


def marks(question: str, literal: Sequence[str] = ()) -> list[Mark]:
    """Every stretch of the question that is in quotation marks or has a minus before it.

    A dash between two times is no minus, nor is one within what is to be taken as it stands (`literal`).
    """
    no_minus = frozenset((*dashes(question), *_as_they_stand(question, literal)))
    return [
        Mark(
            *found.span(),
            tuple(analysis.words(found["phrase"] or found["word"])),
            (not found["phrase"] or bool(found["minus"])) and found.start() not in no_minus,
            found.start("word") if found["word"] else found.end("minus") if found["minus"] else found.start(),
        )
        for found in _MARK.finditer(question)
        if found["phrase"] or found.start() not in no_minus
    ]


def excluded(question: str) -> tuple[tuple[str, ...], ...]:
    """The words of each stretch that has a minus before it."""
    return tuple(mark.words for mark in marks(question) if mark.excluded)


def _as_they_stand(question: str, literal: Sequence[str]) -> Iterator[int]:
    """The characters of every stretch that is written as one of these."""
    for text in literal:
        written = re.escape(" ".join(analysis.normalise(text).split()))
        yield from (place for found in re.finditer(written, question) for place in range(*found.span()))


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case and as it was typed, and the characters where it stands."""

    text: str
    typed: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Plain:
    """The text in lower case, character by character as long as the question, and its words; the covered is neither.

    `kept` are the stretches in quotation marks or to be taken as they stand: asked for, whatever their words.
    """

    text: str
    words: tuple[Word, ...]
    kept: tuple[tuple[int, int], ...] = ()


def plain(question: str, marked: Sequence[Mark] = (), literal: Sequence[str] = ()) -> Plain:
    """The question less what is marked, and less every run of words that `literal` names."""
    every = tuple(_words(question))
    kept = [(mark.start, mark.end) for mark in marked if mark.words and not mark.excluded]
    kept += [span for text in literal for span in _runs(every, text)]
    spans = [*((mark.start, mark.end) for mark in marked), *kept]
    words = tuple(_words(cover(question, spans))) if spans else every
    return Plain(cover(_lowered(question), spans), words, tuple(sorted(kept)))


def cover(text: str, spans: Iterable[tuple[int, int]], by: str = _COVER) -> str:
    """The text with characters replaced, as long as before."""
    for start, end in spans:
        text = text[:start] + by * (end - start) + text[end:]
    return text


def _lowered(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _words(text: str) -> Iterator[Word]:
    for match in analysis.TOKEN.finditer(text):
        for word in analysis.words(match.group()):
            yield Word(word, match.group(), match.start(), match.end())


def _runs(every: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
    """Where the words of `text` stand in a row."""
    wanted = analysis.words(analysis.normalise(text))
    for place in range(len(every) - len(wanted) + 1) if wanted else ():
        run = every[place : place + len(wanted)]
        if [word.text for word in run] == wanted:
            yield run[0].start, run[-1].end
