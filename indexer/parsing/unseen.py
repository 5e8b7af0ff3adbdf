"""A document without what no reader of its page sees: that is text of no item."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.sources import Document
from mappings.unseen import hidden

_NOTHING = "<!-- -->"
# What pandoc writes for the look of words, and where links lead to: *[Beslutning]{.underline}*, *[]{#_Toc1 .anchor}*
_SPAN = re.compile(r"\[([^\[\]]{0,500})\]\{[.#][^{}\n]{0,200}\}")
_DASH = re.compile(r"(?<=\d)--(?=\d)|(?<=\S )--(?= \S)")  # as pandoc writes a dash: *2024--2030*
# The addresses that lynx prints below a page, *References* and *  1. https://…*, and the numbers it gives their links.
_REFERENCES = re.compile(r"Refer(?:ences|encer)")
_ADDRESS = re.compile(r"(?:Visible|Hidden) links:?|\d{1,4}\.\s+[a-z]+:\S+|")
_LINK = re.compile(r"\[\d{1,4}\](?=\S)")


def without(document: Document) -> Document:
    """The document without what is hidden; a line with nothing else keeps its number."""
    text = "\n".join(document.lines)
    at, shown = 0, []
    for begin, end in hidden(text):
        shown.append(text[at:begin] + re.sub(r"[^\n\f]*[^\s\f][^\n\f]*", _NOTHING, text[begin:end]))
        at = end
    seen = _SPAN.sub(lambda found: found[1] or _NOTHING, "".join([*shown, text[at:]]))
    seen = _DASH.sub("–", seen) if document.markdown else seen
    return replace(document, lines=tuple(map(_bare, _without_references(seen.split("\n")))))


def _without_references(lines: list[str]) -> list[str]:
    """A page's lines without the addresses of its links, and without their numbers before the words."""
    begin = len(lines) - 1
    while begin > 0 and _ADDRESS.fullmatch(lines[begin].strip()):
        begin -= 1
    if not _REFERENCES.fullmatch(lines[begin].strip()):
        return lines
    return [_LINK.sub("", line) for line in lines[:begin]] + [
        _NOTHING if line.strip() else "" for line in lines[begin:]
    ]


def _bare(line: str) -> str:
    """A line without the marks of what was hidden, unless there is nothing else in it."""
    rest = line.replace(_NOTHING, "")
    return rest if rest.strip() or not line.strip() else line
