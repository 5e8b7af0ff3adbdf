"""What an embedder is, what its index remembers of it, and the one way it can fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from engines.kept import Model, Vectors
from mappings.errors import ReferatError

Progress = Callable[[int], None]


class ModelUnavailable(ReferatError):
    """The embedding model cannot be had: not installed, not found, not loadable, or its device is missing."""


class Embedder(Protocol):
    """Texts into unit vectors that are near where the meanings are. Safe to share between threads.

    The same text gives the same vector, whatever it is embedded together with. Vectors are float32 of unit length,
    shape (number of texts, dimension). Any text will do: empty, very long, with characters that UTF-8 lacks.
    The first use loads the model, and raises `ModelUnavailable` where that cannot be.
    """

    @property
    def name(self) -> str:
        """The identity that is kept with the index; cheap, and needs no loading."""
        ...

    @property
    def dimension(self) -> int:
        """The length of a vector; may load the model."""
        ...

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, in their order."""
        ...

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of texts to be found, in their order; `progress` is told the number done so far."""
        ...


def model_of(embedder: Embedder) -> Model:
    """What an index made with this embedder remembers, and by which it refuses another."""
    return Model(name=embedder.name, dimension=embedder.dimension)
