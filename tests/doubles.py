"""Stand-ins for what is slow, never for what is tested."""

import hashlib
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from engines.kept import Vectors
from mappings import analysis


class GramEmbedder:
    """Vectors from hashed 4-grams: deterministic, instant, and near where words are alike."""

    name = "grams"
    dimension = 64

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts)

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        vectors = self._embed(texts)
        if progress is not None:
            progress(len(texts))
        return vectors

    def _embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row, 0] = 0.1
            for word in analysis.content(analysis.words(text)):
                for gram in analysis.grams(word):
                    digest = hashlib.blake2b(gram.encode(), digest_size=2).digest()
                    vectors[row, int.from_bytes(digest, "big") % self.dimension] += 1
        unit: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return unit


class Memory:
    """What an engine does with cached vectors, and whose they are."""

    def __init__(self) -> None:
        self.kept: dict[bytes, Vectors] = {}

    def cached_vectors(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def cache_vectors(self, vectors: Mapping[bytes, Vectors]) -> None:
        self.kept.update(vectors)

    def owner(self) -> str:
        return ""
