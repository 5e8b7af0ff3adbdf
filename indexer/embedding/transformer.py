"""Any model of the library sentence-transformers, by its name on the hub or from a folder, on a GPU where there is one.

The library and torch take seconds to import, so they are imported with the first text.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from engines.kept import Vectors
from indexer.embedding.base import ModelUnavailable, Progress
from indexer.embedding.identity import folder_name
from indexer.embedding.loading import INSTALL, load
from indexer.embedding.prompts import Prompts, prompts_of
from indexer.embedding.texts import LONGEST_PASSAGE, LONGEST_QUERY, by_length, clean

BATCH = 32  # texts at once: the library's own default
_HOW = {"batch_size": BATCH, "normalize_embeddings": True, "convert_to_numpy": True, "show_progress_bar": False}


class SentenceTransformerEmbedder:
    """A sentence-transformers model. Threads take turns with it, for its tokenizers must not be used by two at once.

    `model` is a name on the hub or a folder; `device` is torch's word for where to run, empty for the best there is.
    Raises `ModelUnavailable` where the library is not installed or the folder does not exist.
    """

    def __init__(self, model: str, device: str) -> None:
        if find_spec("sentence_transformers") is None:
            raise ModelUnavailable(
                f"REFERAT_MODEL is {model!r}, which needs sentence-transformers: {INSTALL} (or set it to referat-e5-2)."
            )
        folder = Path(model).expanduser()
        self._folder = folder if folder.is_dir() else None
        if self._folder is None and (model.startswith(("~", ".")) or folder.is_absolute() or model.count("/") > 1):
            raise ModelUnavailable(
                f"The model folder {model} does not exist; set REFERAT_MODEL to one that does, a model's name, "
                "or referat-e5-2."
            )
        self._model_name = str(folder) if self._folder else model
        self._device = device
        self._lock = threading.RLock()
        self._loaded: Any = None

    @cached_property
    def name(self) -> str:
        """The hub's name, or the folder's with a digest of its content (see `identity`)."""
        if self._folder is None:
            return self._model_name
        try:
            return folder_name(self._folder)
        except OSError as error:
            raise ModelUnavailable(
                f"The model folder {self._folder} cannot be read ({error}); make it readable, or set REFERAT_MODEL."
            ) from error

    @cached_property
    def dimension(self) -> int:
        """The length of a vector, seen on one, for not every model states it; loads the model."""
        with self._lock:
            return int(self._model.encode_query([""], prompt="", show_progress_bar=False).shape[1])

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, each after the model's prompt for them."""
        texts = [clean(text, LONGEST_QUERY) for text in texts]
        return self._embed(texts, lambda batch: self._model.encode_query(batch, prompt=self._prompts.query, **_HOW))

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages, each after the model's prompt for them; the model cuts what is too long for it."""
        texts = [clean(text, LONGEST_PASSAGE) for text in texts]
        return self._embed(
            texts, lambda batch: self._model.encode_document(batch, prompt=self._prompts.passage, **_HOW), progress
        )

    def _embed(
        self, texts: list[str], encode: Callable[[list[str]], Vectors], progress: Progress | None = None
    ) -> Vectors:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        done = 0
        for batch in by_length(texts, BATCH):
            with self._lock:
                vectors[batch] = encode([texts[number] for number in batch])
            done += len(batch)
            if progress:
                progress(done)
        return vectors

    @property
    def _model(self) -> Any:  # sentence_transformers.SentenceTransformer, not to be imported before it is used
        with self._lock:
            if self._loaded is None:
                self._loaded = load(self._model_name, self._device, on_disk=self._folder is not None)
            return self._loaded

    @cached_property
    def _prompts(self) -> Prompts:
        return prompts_of(self._model_name, self._model.prompts, self._model.default_prompt_name)
