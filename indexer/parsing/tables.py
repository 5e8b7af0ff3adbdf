"""Tables in the one form that the rest reads, a row a line between pipes, however Markdown lets them be written.

That is without the outer pipes (*Nr. | Punkt*), or as a grid (*+----+*), whose rows may have several lines: all of a
row then stands in its first line, and the others of it are empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.sources import Document

_DASHES = r"\s*:?-{2,}:?\s*"
_WITHOUT_OUTER = re.compile(rf"{_DASHES}(?:\|{_DASHES})+")
_GRID = re.compile(r"\s*\+(?:[-=:]{3,}\+)+\s*")
_POINT = re.compile(r"(?:[-*+•–]|\d{1,2}[.)]|[a-z]\))\s")


def unified(document: Document) -> Document:
    """The document, every table in it in the one form."""
    lines = list(document.lines)
    for at, line in enumerate(lines):
        if document.markdown and "|" in line and _WITHOUT_OUTER.fullmatch(line):
            _with_outer(lines, at)
    grid = [at for at, line in enumerate(lines) if "+" in line and _GRID.fullmatch(line)]
    for above, below in pairwise(grid):
        _in_one_line(lines, above + 1, below)
    return replace(document, lines=tuple(lines))


def _with_outer(lines: list[str], dashes: int) -> None:
    """Give the table whose head stands above line `dashes` its outer pipes."""
    end = dashes
    while end < len(lines) and "|" in lines[end]:
        end += 1
    if dashes and "|" in lines[dashes - 1]:
        rows = (line.strip().removeprefix("|").removesuffix("|") for line in lines[dashes - 1 : end])
        lines[dashes - 1 : end] = [f"| {row.strip()} |" for row in rows]


def _in_one_line(lines: list[str], begin: int, end: int) -> None:
    """Put the row of a grid into its first line, `begin`; the next row's rule is line `end`."""
    rows = [line.strip().strip("|").split("|") for line in lines[begin:end] if line.strip().startswith("|")]
    if len(rows) != end - begin or len({len(row) for row in rows}) != 1:
        return
    cells = [_joined([cell.strip() for cell in column]) for column in zip(*rows, strict=True)]
    lines[begin:end] = [f"| {' | '.join(cells)} |", *["|" * (len(cells) + 1)] * (len(rows) - 1)]


def _joined(pieces: Sequence[str]) -> str:
    """The lines of a cell, those that an empty one parts or that begin a point below each other."""
    text = ""
    parted = False
    for piece in pieces:
        if piece and text:
            text += "<br>" if parted or _POINT.match(piece) else " "
        text += piece
        parted = not piece
    return text
