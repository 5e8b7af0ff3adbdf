"""What a decision came to, by its words and pairs of words alone; a second opinion beside the layers.

The layers (`verdicts.py`) make one mean of all that a text says; here every run of words counts for itself, each with a
figure for each outcome (multinomial logistic regression, learned from the same decisions). Alone it reads fewer of them
right, but it errs elsewhere. Runs are told apart by a hash, so that no list of words ships; `wordings.npz` has 8 bits a
figure. How it was learned: `benchmarks/tuning/wordings.py`.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from indexer.embedding import encoder
from indexer.embedding.nano_file import Floats
from indexer.embedding.tuning import Numbers

FILE = "wordings.npz"
BUCKETS = 1 << 17  # that runs are spread over: of the 300,000 that are learned from most stand once
LONGEST_RUN = 2  # of three words: as many right
_MOST = 20_000  # characters of a text that are looked at
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


def runs(text: str) -> npt.NDArray[np.int64]:
    """Which buckets have a run of the text's words, signs, and beginnings and ends of lines; ascending, each once."""
    return np.unique(np.fromiter((zlib.crc32(run.encode(errors="replace")) % BUCKETS for run in _runs(text)), np.int64))


def _runs(text: str) -> Iterator[str]:
    tokens: list[str] = []
    for line in filter(str.strip, text[:_MOST].lower().splitlines()):
        tokens += ["\n", *("0" if token.isdigit() else token for token in _TOKEN.findall(line)), "\n"]
    for length in range(1, LONGEST_RUN + 1):
        for begin in range(len(tokens) - length + 1):
            yield " ".join(tokens[begin : begin + length])


class Wordings:
    """What was learned: a figure of each bucket for each outcome, and of each outcome by itself."""

    def __init__(self, learned: dict[str, Numbers]) -> None:
        self._weights = learned["w"].astype(np.float32) * learned["scale"].astype(np.float32)
        self._alone = learned["b"].astype(np.float32)

    def read(self, text: str) -> Floats:
        """The logarithm of each outcome's probability, in the order of `OUTCOMES`; shape (8,)."""
        found = runs(text)
        figures = self._alone + self._weights[found].sum(axis=0) / max(1, len(found)) ** 0.5
        told: Floats = figures - np.logaddexp.reduce(figures)
        return told


def load() -> Wordings:
    """What ships. Raises `ModelUnavailable` where it cannot be read."""
    return Wordings(encoder.numbers(FILE, frozenset({"w", "scale", "b"})))
