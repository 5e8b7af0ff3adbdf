"""The front matter of Markdown (*---*, *date: 2023-02-14*, *---*) as the lines that other minutes have above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing.layout import folded, layout
from indexer.sources import Document

_FENCE = re.compile(r"-{3,}\s*")
_ENTRY = re.compile(r"(?P<key>[^\W\d][\w -]*):(?:\s+(?P<value>.*))?")
_WITHIN = re.compile(r"\s+\S.*|\s*-\s.*|")  # what stands below a key without a value
_MOST = 40  # lines
_TITLES = ("title", "titel", "overskrift", "subject")
_ENGLISH = {
    "date": "Dato",
    "time": "Tidspunkt",
    "place": "Sted",
    "location": "Sted",
    "body": "Udvalg",
    "committee": "Udvalg",
    "participants": "Deltagere",
    "attendees": "Deltagere",
    "present": "Deltagere",
    "absent": "Afbud",
    "secretary": "Referent",
}


def told(document: Document) -> Document:
    """The document, its front matter told by labels; what says nothing of the meeting becomes a comment."""
    lines = list(document.lines)
    begin = next((at for at, line in enumerate(lines) if line.strip()), None)
    if not document.markdown or begin is None or not _FENCE.fullmatch(lines[begin]):
        return document
    end = next((at for at in range(begin + 1, min(len(lines), begin + _MOST)) if _FENCE.fullmatch(lines[at])), None)
    if end is None or not _is_matter(lines[begin + 1 : end]):
        return document
    known = True
    for at in range(begin + 1, end):
        found = _ENTRY.fullmatch(lines[at].rstrip())
        label = _label(found["key"]) if found else None
        known = label is not None if found else known
        if not known:
            lines[at] = f"<!-- {lines[at].strip()} -->" if lines[at].strip() else ""
        elif found:
            lines[at] = f"{label}{_bare(found['value'] or '')}"
    lines[end] = "***"  # under a line, dashes would make that a heading
    return replace(document, lines=tuple(lines))


def _is_matter(lines: Sequence[str]) -> bool:
    return any(map(_ENTRY.fullmatch, lines)) and all(_ENTRY.fullmatch(one) or _WITHIN.fullmatch(one) for one in lines)


def _label(key: str) -> str | None:
    """What stands before a key's value: *Dato: *, nothing before a title; None for what is none of the meeting's."""
    name = _ENGLISH.get(folded(key), key.capitalize())
    if folded(key) in _TITLES:
        return ""
    return f"{name}: " if folded(name) in layout().labels else None


def _bare(value: str) -> str:
    return value.strip().strip("\"'").removeprefix("[").removesuffix("]")
