"""Whether a word is spelled as Danish spells it, of far more words than the lexicon has lemmas for.

What nobody counts is still right: *stikkontakten* and *hittegods* are no misspellings, whatever the minutes hold. All
that is asked of these 670,000 forms is whether a word is one of them, so they are kept as a Bloom filter (Bloom,
Communications of the ACM 13:7, 1970): it never says no to one of them, and yes to one in a hundred of what is none.
`mappings/danish/making.py` makes it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files

from mappings import danish

BITS, PLACES = 10, 7  # bits of the filter for each word, and how many of all of them a word sets: 0.8 % wrong
FILE = "right_words.bin"
_DOUBLED = re.compile(r"(.)\1")


def is_right(word: str) -> bool:
    """Whether a lower-case word is a Danish one, or very likely so."""
    kept = _kept()
    return all(kept[place >> 3] >> (place & 7) & 1 for place in _places(word, 8 * len(kept)))


def undoubled(word: str) -> str:
    """A word with each of its double letters once, which are what is misspelt most."""
    return _DOUBLED.sub(r"\1", word)


def packed(words: Collection[str]) -> bytes:
    """The filter of these words, as the file holds it."""
    kept = bytearray(BITS * len(words) // 8 + 1)
    for word in words:
        for place in _places(word, 8 * len(kept)):
            kept[place >> 3] |= 1 << (place & 7)
    return bytes(kept)


def _places(word: str, size: int) -> Iterator[int]:
    """Double hashing (Kirsch and Mitzenmacher, ESA 2006)."""
    both = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=16).digest(), "big")
    first, step = both >> 64, both & (1 << 64) - 1 | 1
    return ((first + number * step) % size for number in range(PLACES))


@cache
def _kept() -> bytes:
    return files(danish).joinpath(FILE).read_bytes()
