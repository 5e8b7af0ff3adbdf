"""Minutes that somebody quotes in a mail: *> Punkt 1: Budget*. The mark is none of their text, and parts no lines."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from indexer.sources import Document

_MARK = re.compile(r"\s*>(?:\s*>)*[ \t]?")
_FEWEST = 5  # lines in a row; fewer may be an item's own quotation, or points of a list


def bare(document: Document) -> Document:
    """The document, what is quoted at length in it without the marks; one with no text is a blank line."""
    out: list[str] = []
    for quoted, run in groupby(document.lines, key=lambda line: _MARK.match(line) is not None):
        own = list(run)
        out += [_MARK.sub("", line, count=1) for line in own] if quoted and len(own) >= _FEWEST else own
    return replace(document, lines=tuple(out))
