"""Names by how their words begin, in any spelling: *mette kj* and *kjaer* are both beginnings of *Mette Kjær*."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mappings import analysis


def folded(text: str) -> tuple[str, ...]:
    """The words of a text as beginnings are compared by."""
    return tuple(map(analysis.fold, analysis.words(analysis.normalise(text))))


def begins(words: Iterable[str], name: str) -> bool:
    """Whether every one of these words, folded, begins a part of the name."""
    parts = _parts(name)
    return all(f" {word}" in parts for word in words)


@lru_cache(maxsize=50_000)
def _parts(name: str) -> str:
    """The parts of a name, each after a space, which no word has: thousands are looked through at a keystroke."""
    return "".join(f" {part}" for part in folded(name))
