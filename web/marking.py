"""Text with some of it marked, as pieces that a template can escape one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is marked, or is not."""

    text: str
    marked: bool


def pieces(text: str, marks: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """`text` in pieces; joined they are the text, whatever the marks.

    `marks` are [start, end) offsets in any order; what overlaps is joined, what lies outside the text is left out.
    """
    found, at = [], 0
    for start, end in sorted(marks):
        start, end = max(start, at), min(end, len(text))
        if start >= end:
            continue
        if start > at:
            found.append(Piece(text[at:start], False))
        found.append(Piece(text[start:end], True))
        at = end
    if at < len(text):
        found.append(Piece(text[at:], False))
    return tuple(found)
