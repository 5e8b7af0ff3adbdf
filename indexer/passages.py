"""Passages: the runs of 60 to 150 words that meaning is searched by, cut from the sections of an item.

A section is never mixed with another, a short one is a passage by itself, and every word of it is in exactly one
passage. Where to cut is the cheapest way through the section: at a paragraph's end rather than a line's, at a line's
rather than a sentence's, within a sentence only where there is no other way to keep to the lengths.

An item that stands on every agenda (*Eventuelt*, *Øvrige sager*, *Orientering*) is of many matters, a line or two on
each. What they have in common is nothing that anybody asks for, so there every sentence is a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.sentences import sentences
from mappings import series
from mappings.documents import TITLE, Item, Passage, Section

FEWEST, MOST = 60, 150  # words in a passage, where its section has that many
# Of an item that stands on every agenda: *Godkendt.* belongs to what comes before it, and what has more sentences than
# a meeting has matters is a table or a report.
FEWEST_OF_STANDING, MOST_NOTES = 5, 100

# The passages' vectors alone, nDCG@10 on the judged questions among 375 other real cases: ideal 75 words 0.701,
# 100 0.712, 130 0.711.  Measure again: index anew with another, then `referat evaluate`
IDEAL = 100
# What a cut costs, in squared words away from the ideal length: for ending with a paragraph instead of within a line
# 20 words more or less are a fair price, with a line 17. A line that ends in a colon belongs with what it announces.
# Inside a sentence: only if there must be.
PARAGRAPH_END, LINE_END, SENTENCE_END, AFTER_COLON, WITHIN_SENTENCE = 0, 100, 400, 900, 1_000_000

_WORD = re.compile(r"\S+")
_CLOSED_TITLES = frozenset({"lukket", "lukket punkt", "lukket sag", "lukket møde", "lukket dagsordenspunkt"})


def passages(item: Item) -> tuple[Passage, ...]:
    """The passages of an item: its title's, then those of its sections in reading order. A closed item has none.

    A passage's span begins and ends with a word; those of a section do not overlap and hold all its words between
    them. Each has 60 to 150 words, or all of a section that has fewer; the names of attachments stay together. Of an
    item that stands on every agenda each is a sentence, with what beside it has fewer than five words.
    """
    if item.closed:
        return ()
    various = series.various(item.title)
    titles = [_title_passage(item)] if _says_something(item.title) else []
    bodies = [
        Passage(item.id, number, start, end, _context(item, section))
        for number, section in enumerate(item.sections)
        for start, end in _section_spans(section, various=various)
    ]
    return (*titles, *bodies)


def _title_passage(item: Item) -> Passage:
    return Passage(item.id, TITLE, 0, len(item.title), "")


def _says_something(title: str) -> bool:
    words = title.strip(" .:-–").casefold()
    return bool(words) and words not in _CLOSED_TITLES


def _context(item: Item, section: Section) -> str:
    return " – ".join(part for part in (item.title.strip(), section.heading.strip()) if part)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place where a passage may end: how many words of the section come before it, and what ending here costs."""

    words: int
    cost: int


def _section_spans(section: Section, *, various: bool) -> Iterator[tuple[int, int]]:
    if section.kind == "attachments":
        return _whole(section.text)
    return _notes(section.text) if various else _spans(section.text)


def _whole(text: str) -> Iterator[tuple[int, int]]:
    if text.strip():
        yield len(text) - len(text.lstrip()), len(text.rstrip())


def _spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Runs of 60 to 150 words of a text that begins at `start`."""
    words = [match.span() for match in _WORD.finditer(text)]
    if len(words) <= MOST:
        yield from ((start + begin, start + end) for begin, end in _whole(text))
        return
    done = 0
    for end in _cheapest(_cuts(text, words)):
        yield start + words[done][0], start + words[end - 1][1]
        done = end


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, those of a few words with what is before them, or behind them where nothing is."""
    notes: list[tuple[int, int]] = []
    for start, end in sentences(text):
        few = len(text[start:end].split()) < FEWEST_OF_STANDING
        few = few or (start > 0 and not text[start - 1].isspace())  # "(Se notatet.)" behind a full stop without a space
        if notes and (few or len(text[slice(*notes[-1])].split()) < FEWEST_OF_STANDING):
            notes[-1] = (notes[-1][0], end)
        else:
            notes.append((start, end))
    if len(notes) > MOST_NOTES:
        yield from _spans(text)
        return
    for start, end in notes:
        yield from _spans(text[start:end], start)


def _cuts(text: str, words: Sequence[tuple[int, int]]) -> list[_Cut]:
    """A cut after every word, in order."""
    ends = {end for _, end in sentences(text)}
    cuts = []
    for number, (_, end) in enumerate(words, 1):
        after = text[end : words[number][0]] if number < len(words) else ""
        cuts.append(_Cut(number, _cost(text[end - 1], after, end in ends)))
    return cuts


def _cost(last: str, space: str, ends_sentence: bool) -> int:
    """What it costs to end a passage after the character `last`, where `space` comes before the next word."""
    if not ends_sentence:
        return WITHIN_SENTENCE
    if last == ":":
        return AFTER_COLON
    lines = space.count("\n")
    return PARAGRAPH_END if lines > 1 else LINE_END if lines else SENTENCE_END


def _cheapest(cuts: list[_Cut]) -> list[int]:
    """The numbers of words before each cut of the cheapest way through, the last of them all words.

    Ways that cut no sentence are tried first. Else there is one that does: any number of words from FEWEST on is a
    sum of numbers from FEWEST to MOST.
    """
    total = cuts[-1].words
    between_sentences = [cut for cut in cuts if cut.cost < WITHIN_SENTENCE or cut.words == total]
    return _way(between_sentences, total) or _way(cuts, total)


def _way(cuts: list[_Cut], total: int) -> list[int]:
    """Dynamic programming from the beginning over pieces of FEWEST to MOST words; empty where there is no way."""
    cheapest: dict[int, tuple[int, int]] = {0: (0, 0)}  # words so far → (cost, words before the last piece)
    reached = [0]  # in order; those too far behind are dropped from the front
    for cut in cuts:
        while reached and cut.words - reached[0] > MOST:
            reached.pop(0)
        cost = 0 if cut.words == total else cut.cost
        ways = [
            (cheapest[before][0] + cost + (cut.words - before - IDEAL) ** 2, before)
            for before in reached
            if cut.words - before >= FEWEST
        ]
        if ways:
            cheapest[cut.words] = min(ways)
            reached.append(cut.words)
    if total not in cheapest:
        return []
    way = [total]
    while (before := cheapest[way[-1]][1]) > 0:
        way.append(before)
    return way[::-1]
