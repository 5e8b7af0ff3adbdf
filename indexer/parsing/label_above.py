"""Facts whose label stands above them, as a web page's list has them: *Sagsnr.*, and below it *21/5239*."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.parsing import inline
from indexer.parsing.layout import layout
from indexer.sources import Document

_LONGEST = 30  # characters of a label
_VALUE = re.compile(r"[\w./-]*\d[\w./-]*|(?P<closes>(?:Lukket|Fortroligt?|Ikke offentligt?)\.?)", re.IGNORECASE)


def joined(document: Document) -> Document:
    """The document, each such fact in the line of its label; *Lukket* below a gap may be what a section says."""
    lines = list(document.lines)
    for value, line in enumerate(lines):
        found = _VALUE.fullmatch(line.strip(": ")) if value else None
        label = value - 1 if value == 1 or lines[value - 1].strip() else value - 2
        if not found or len(lines[label]) > _LONGEST or (found["closes"] and label != value - 1):
            continue
        fact = f"{inline.plain(lines[label].strip()).rstrip(' :')}: {found[0]}"
        case = layout().case.fullmatch(fact)
        if (case and case["labelled"]) or (found["closes"] and layout().closed_below.fullmatch(fact)):
            lines[label], lines[value] = fact, "||"
    return replace(document, lines=tuple(lines))
