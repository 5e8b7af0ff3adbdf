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
_MOST = 400  # lines, those of a list of items among them
_SHUT = re.compile(
    r"(?:(?:status|type|adgang|offentlighed|access|visibility):\s*(?:lukket|fortroligt?|closed|confidential|private)"
    r"|(?:lukket|fortroligt?|closed|confidential|private):\s*(?:true|ja|yes|sand|x|1)"
    r"|(?:åbent?|offentligt?|public|open):\s*(?:false|nej|no|falsk|0))",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:lukkede|fortrolige)[ _-](?:punkter|sager):(?P<numbers>[\s\d,\[\]-]+)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:nummer|nr\.?|number|no|punkt):\s*[\"']?(?P<number>\d{1,3})\b.*", re.IGNORECASE)
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
    """The document, its front matter told by labels; what says nothing of the meeting becomes a comment.

    *status: lukket* is said of the minutes, or of the item in whose entry it stands.
    """
    lines = list(document.lines)
    begin = next((at for at, line in enumerate(lines) if line.strip()), None)
    if not document.markdown or begin is None or not _FENCE.fullmatch(lines[begin]):
        return document
    end = next((at for at in range(begin + 1, min(len(lines), begin + _MOST)) if _FENCE.fullmatch(lines[at])), None)
    if end is None or not _is_matter(lines[begin + 1 : end]):
        return document
    known = True
    shut = _shut(lines[begin + 1 : end])
    for at in range(begin + 1, end):
        found = _ENTRY.fullmatch(lines[at].rstrip())
        label = _label(found["key"]) if found else None
        known = label is not None if found else known
        if not known:
            lines[at] = f"<!-- {lines[at].strip()} -->" if lines[at].strip() else ""
        elif found:
            lines[at] = f"{label}{_bare(found['value'] or '')}"
    lines[begin] = shut or lines[begin]
    lines[end] = "***"  # under a line, dashes would make that a heading
    return replace(document, lines=tuple(lines))


def _shut(matter: Sequence[str]) -> str:
    """What the lines of a front matter say of what is closed: all of it, or items by their numbers; "" for nothing.

    An entry that gives no number is called by its place in the list.
    """
    place = number = 0
    told: list[str] = []
    for line in matter:
        words = line.strip().replace('"', "").replace("'", "")
        if words.startswith("- "):
            place, words = place + 1, words[2:].lstrip()
            number = place
        if found := _NUMBER.fullmatch(words):
            number = int(found["number"])
        if _SHUT.fullmatch(words):
            if not line[:1].isspace() and not line.startswith("-"):
                return "Lukket referat"
            told.append(str(number))
        elif found := _LISTED.fullmatch(words):
            told.append(found["numbers"].strip(" []"))
    return f"<!-- Punkterne {', '.join(told)} er lukkede -->" if told else ""


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
