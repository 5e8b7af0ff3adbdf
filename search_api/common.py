"""The question's vector less some of what all passages of the index have in common.

"What everybody says tells nothing about anybody": of the cosine to a passage a share of that to the mean passage is
taken off, which is the same as to take it off the question. What is written unlike most of an index, the minutes of a
directorate among those of a council, is then no longer farther from every question than the rest (Mu and Viswanath,
*All-but-the-Top*, ICLR 2018, take the mean off every vector; a share of it measured better, docs/ranking.md).
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from engines.base import Engine
from engines.kept import Vectors
from indexer.embedding import Embedder
from indexer.embedding.common import Mean, remembered

SHARE = 0.3
# Of how many passages the mean that comes with the calibration counts: a new index of ten items knows none of its own.
PRIOR = 100
KEPT = 60.0  # seconds before the index's mean is asked for again


class Common:
    """Knows the mean of one engine's passages; shared between threads. `usual` is that of the calibration's index."""

    def __init__(self, engine: Engine, embedder: Embedder | None, usual: Sequence[float]) -> None:
        self._engine = engine
        self._embedder = embedder if embedder is not None and len(usual) == embedder.dimension else None
        self._usual = np.array(usual, dtype=np.float32)
        self._read: tuple[float, Vectors] | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is anything to take off: where there is no calibration of the model there is not."""
        return self._embedder is not None

    def taken_off(self, question: Vectors) -> Vectors:
        """The question's vector without it, of unit length again."""
        if self._embedder is None:
            return question
        left = question - SHARE * self._direction(self._embedder)
        return np.asarray(left / np.linalg.norm(left), dtype=np.float32)

    def _direction(self, embedder: Embedder) -> Vectors:
        known = self._read
        if known is None or time.monotonic() - known[0] > KEPT:
            known = self._read = (time.monotonic(), self._mixed(remembered(self._engine, embedder)))
        return known[1]

    def _mixed(self, own: Mean | None) -> Vectors:
        total = PRIOR * self._usual + (own.passages * own.vector if own else 0.0)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)
