"""A reranker: a model that reads the question and a text together, slower and often better than vectors of each.

Any CrossEncoder of the library sentence-transformers that gives one figure for a pair. It is loaded with the first
question.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from indexer.embedding.base import ModelUnavailable
from indexer.embedding.loading import INSTALL, RERANKER, load
from indexer.embedding.texts import LONGEST_PASSAGE, LONGEST_QUERY, clean

BATCH = 32


class Reranker(Protocol):
    """How well texts answer a question. Safe to share between threads."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """A figure for each text, greater for a better answer; only comparable among texts of one question."""
        ...


class CrossEncoderReranker:
    """A CrossEncoder. Threads take turns with it.

    `model` is a name on the hub or a folder. Raises `ModelUnavailable` where the library is not installed or the folder
    does not exist, and when it is used where it cannot be loaded or gives more than one figure.
    """

    def __init__(self, model: str, device: str) -> None:
        if find_spec("sentence_transformers") is None:
            raise ModelUnavailable(
                f"REFERAT_RERANKER is {model!r}, which needs sentence-transformers: {INSTALL} (or leave it empty)."
            )
        folder = Path(model).expanduser()
        self._on_disk = folder.is_dir()
        if not self._on_disk and (model.startswith(("~", ".")) or folder.is_absolute() or model.count("/") > 1):
            raise ModelUnavailable(
                f"The folder {model} does not exist; set REFERAT_RERANKER to another, or to nothing."
            )
        self._name = str(folder) if self._on_disk else model
        self._device = device
        self._lock = threading.Lock()
        self._loaded: Any = None

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """See `Reranker.scores`."""
        if not texts:
            return []
        pairs = [(clean(question, LONGEST_QUERY), clean(text, LONGEST_PASSAGE)) for text in texts]
        with self._lock:
            if self._loaded is None:
                self._loaded = load(self._name, self._device, self._on_disk, RERANKER)
            found = self._loaded.predict(pairs, batch_size=BATCH, show_progress_bar=False, convert_to_numpy=True)
        if found.shape != (len(texts),):
            raise ModelUnavailable(
                f"REFERAT_RERANKER is {self._name!r}, which gives {found.shape[-1]} figures for a pair; "
                "a reranker gives one. Set it to another model, or to nothing."
            )
        return [float(one) for one in found]
