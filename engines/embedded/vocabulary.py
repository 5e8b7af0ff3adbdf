"""Every word of one moment of the index, to find those that are spelled nearly alike.

The words come from tantivy's dictionary, which knows closed items' words and dead ones too: whatever is told is counted
among the items that the asker may see, first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engines.base import Spelling
from engines.embedded.candidates import holding
from engines.embedded.columns import Mask
from engines.embedded.scoring import matching
from engines.embedded.view import View
from engines.letters import NEAR, SHORTEST, distance

_BITS = 64
_MOST = 20  # words counted, of which a frequent word has hundreds near it


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, and for each which letters it has (a bit each) and how many, by which most can be passed over."""

    words: tuple[str, ...]
    letters: npt.NDArray[np.uint64]
    lengths: npt.NDArray[np.int64]


def vocabulary(view: View) -> Vocabulary:
    """All words of letters; 300,000 of them in about a second, so it is kept as long as the view is."""
    held = (word for word, _ in view.searcher.terms_with_prefix("words", ""))
    words = tuple(word for word in held if len(word) >= SHORTEST - NEAR and word.isalpha())
    letters = np.fromiter(map(_letters, words), dtype=np.uint64, count=len(words))
    return Vocabulary(words, letters, np.fromiter(map(len, words), dtype=np.int64, count=len(words)))


def spellings(view: View, known: Vocabulary, word: str, seen: Mask | None) -> list[Spelling]:
    """As `Engine.spellings`; `seen` are the rows that the asker may see, None where they are all."""
    if len(word) < SHORTEST:
        return []
    counted = []
    for letters, other in _near(known, word)[:_MOST]:
        rows = matching(view, [holding(other)])
        items = len(rows) if seen is None else int(np.count_nonzero(seen[rows]))
        if items:
            counted.append(Spelling(other, letters, items))
    return sorted(counted, key=lambda one: (one.letters, -one.items, one.word))


def _near(known: Vocabulary, word: str) -> list[tuple[int, str]]:
    """Words within `NEAR` letters, each with how many they are, nearest first, of these the most held."""
    # One letter put in, left out or changed changes at most two of the letters that a word has.
    alike = np.bitwise_count(known.letters ^ np.uint64(_letters(word))) <= 2 * NEAR
    places = np.flatnonzero(alike & (np.abs(known.lengths - len(word)) <= NEAR)).tolist()
    found = ((distance(word, known.words[place]), place) for place in places)
    # `words` come most held first.
    return [(letters, known.words[place]) for letters, place in sorted(found) if 0 < letters <= NEAR]


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % _BITS
    return bits
