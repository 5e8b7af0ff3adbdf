"""The Danish order of names: æ, ø, å after z, and *Aa* where *Å* is."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
OTHERS = "#"  # stands for every letter that is none of these
_ALIKE = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "ð": "d", "ß": "s", "ł": "l", "đ": "d"})
_OURS = frozenset("æøå")


@lru_cache(maxsize=50_000)
def sorting(text: str) -> tuple[int, ...]:
    """A key that sorts as a Danish register does."""
    return tuple(LETTERS.find(letter) for letter in _plain(text))


def place(capital: str) -> int:
    """Where a letter stands in a register, what is none of ours last."""
    return LETTERS.find(capital.lower()) if capital != OTHERS else len(LETTERS)


def letter(text: str) -> str:
    """The capital that a text is found under in a register; `OTHERS` where it begins with no letter of ours."""
    first = next(iter(_plain(text)), "")
    return first.upper() if first in LETTERS and first else OTHERS


def _plain(text: str) -> str:
    """The text in letters of ours, as far as they are like them."""
    lower = unicodedata.normalize("NFC", text).lower().replace("aa", "å").translate(_ALIKE)
    return "".join(one if one in _OURS else unicodedata.normalize("NFKD", one)[0] for one in lower)
