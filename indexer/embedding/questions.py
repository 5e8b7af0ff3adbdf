"""Questions' vectors, kept in memory for as long as they are asked again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict

from engines.kept import Vectors
from indexer.embedding.base import Embedder

KEPT = 1_024  # questions; 1.5 MB at 384 dimensions


class QueryCache:
    """The vectors of the last questions of one embedder. Safe to share between threads.

    Two threads that ask the same new question at once may both embed it; neither waits for the other's question.
    """

    def __init__(self, embedder: Embedder, kept: int = KEPT) -> None:
        self.embedder = embedder
        self._kept = kept
        self._lock = threading.Lock()
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()

    def vector(self, question: str) -> Vectors:
        """The question's unit vector, shape (dimension,), not to be written to; differences in space do not count."""
        question = " ".join(question.split())
        with self._lock:
            if question in self._vectors:
                self._vectors.move_to_end(question)
                return self._vectors[question]
        vector: Vectors = self.embedder.queries([question])[0]
        vector.flags.writeable = False
        with self._lock:
            self._vectors[question] = vector
            while len(self._vectors) > self._kept:
                self._vectors.popitem(last=False)
        return vector
