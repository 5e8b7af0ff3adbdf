"""Every word of the index as a small index of its own, in memory, to find those that are spelled nearly alike.

The words come from tantivy's dictionary, which knows closed items' words and dead ones too: whatever is told is counted
among the items that the asker may see, first.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import tantivy

from engines.embedded.candidates import holding
from engines.embedded.columns import Mask
from engines.embedded.scoring import matching
from engines.embedded.view import View
from engines.found import Spelling
from engines.letters import NEAR, SHORTEST, distance

# 300,000 words, as 100,000 items have, are made in 2.1 s and looked through in 0.2 ms (`python -m
# benchmarks.understanding`). While somebody writes, many are therefore a minute old before they are made anew.
_MANY, _OLD = 30_000, 60.0
_HEAP = 64_000_000
_MOST = 20  # words counted, of which a frequent word has hundreds near it


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("word", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("place", fast=True)
    return builder.build()


_SCHEMA = _schema()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, the most held first, the index of them, and when (by a steady clock) and of which view they were read."""

    words: tuple[str, ...]
    searcher: tantivy.Searcher
    read: float
    of: View | None = None

    def serves(self, view: View) -> bool:
        """Whether it need not be read anew for a view."""
        same = self.of is not None and self.of.state.identity == view.state.identity
        return self.of is view or (same and len(self.words) > _MANY and time.monotonic() - self.read < _OLD)


def vocabulary(view: View) -> Vocabulary:
    """All words of letters that the view's items hold."""
    held = (word for word, _ in view.searcher.terms_with_prefix("words", ""))
    return made([word for word in held if len(word) >= SHORTEST - NEAR and word.isalpha()], view)


def made(words: Sequence[str], view: View | None = None) -> Vocabulary:
    """The vocabulary of some words."""
    index = tantivy.Index(_SCHEMA)
    writer = index.writer(_HEAP, 1)
    for place, word in enumerate(words):
        document = tantivy.Document()
        document.add_text("word", word)
        document.add_unsigned("place", place)
        writer.add_document(document)
    writer.commit()
    index.reload()
    return Vocabulary(tuple(words), index.searcher(), time.monotonic(), view)


def spellings(view: View, known: Vocabulary, word: str, seen: Mask | None) -> list[Spelling]:
    """As `Engine.spellings`; `seen` are the rows that the asker may see, None where they are all."""
    if len(word) < SHORTEST:
        return []
    counted = []
    for letters, other in near(known, word)[:_MOST]:
        rows = matching(view, [holding(other)])
        items = len(rows) if seen is None else int(np.count_nonzero(seen[rows]))
        if items:
            counted.append(Spelling(other, letters, items))
    return sorted(counted, key=lambda one: (one.letters, -one.items, one.word))


def near(known: Vocabulary, word: str) -> list[tuple[int, str]]:
    """Words within `NEAR` letters, each with how many they are, nearest first, of these the most held."""
    query = tantivy.Query.fuzzy_term_query(_SCHEMA, "word", word, distance=NEAR)
    hits = known.searcher.search(query, _MOST * 10, count=False).hits
    places = known.searcher.fast_field_values("place", [address for _, address in hits]) if hits else []
    found = sorted((distance(word, known.words[int(place)]), int(place)) for place in places if place is not None)
    return [(letters, known.words[place]) for letters, place in found if 0 < letters <= NEAR]
