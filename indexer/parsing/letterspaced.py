"""Words that a typewriter stressed by a blank between their letters: *R E F E R A T*, *L U K K E T   M Ø D E*."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from indexer.sources import Document

_WORD = r"[A-ZÆØÅ](?: [A-ZÆØÅ])+"
_SPACED = re.compile(rf"(?<!\S){_WORD}(?:-? {{2,}}{_WORD})*(?=\s*[:.]?(?:\s*$|\s{{2,}}))")
_ONE = re.compile(_WORD)
_SHORTEST = 5  # letters of the longest word; *A V Ø* are parties


def joined(document: Document) -> Document:
    """The document, such words written as others are; the letters of parties, which ascend, stay apart."""
    return replace(document, lines=tuple(_SPACED.sub(_joined, line) for line in document.lines))


def _joined(found: re.Match[str]) -> str:
    words = [one[0].replace(" ", "") for one in _ONE.finditer(found[0])]
    longest = max(words, key=len)
    ascending = all(one < other for one, other in pairwise(longest))
    return found[0] if len(longest) < _SHORTEST or ascending else " ".join(words)
