"""A document without what no reader of its page sees: that is text of no item."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.sources import Document
from mappings.unseen import hidden

_NOTHING = "<!-- -->"


def without(document: Document) -> Document:
    """The document without what is hidden; a line with nothing else keeps its number."""
    text = "\n".join(document.lines)
    at, shown = 0, []
    for begin, end in hidden(text):
        shown.append(text[at:begin] + re.sub(r"[^\n\f]*[^\s\f][^\n\f]*", _NOTHING, text[begin:end]))
        at = end
    told = "".join([*shown, text[at:]]).split("\n")
    return replace(document, lines=tuple(map(_bare, told))) if shown else document


def _bare(line: str) -> str:
    """A line without the marks of what was hidden, unless there is nothing else in it."""
    rest = line.replace(_NOTHING, "")
    return rest if rest.strip() or not line.strip() else line
