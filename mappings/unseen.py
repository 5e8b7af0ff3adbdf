"""What a text holds and no reader of its page sees: comments, and elements that hide what is in them.

Notes for whoever writes the minutes stand there (*<!-- lukket: køberen er … -->*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HIDES = r"\shidden(?=[\s=/>])|\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b"
_BEGIN = re.compile(
    rf"<!--|<(?P<tag>script|style|template)\b[^<>]{{0,500}}>"
    rf"|<(?!(?:br|hr|img|input|col|meta|link)\b)(?P<hidden>[a-z]\w{{0,20}})(?=[^<>]{{0,500}}?(?:{_HIDES}))[^<>]{{1,500}}>"
    # A link that nothing leads to, as Markdown has no comments of its own: *[//]: # (skal tjekkes)*
    r"|^[ \t]*\[[^\[\]\n]{1,40}\]:[ \t]*(?:#|<>)[ \t]*(?P<note>\([^\n]*\)|\"[^\n]*\"|'[^\n]*')[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PARAGRAPH = re.compile(r"</?p\b|\n\s*\n", re.IGNORECASE)


def hidden(text: str) -> Iterator[tuple[int, int]]:
    """Where each hidden part begins and ends; a comment without an end goes on to the text's."""
    at = 0
    while found := _BEGIN.search(text, at):
        at = _end(text, found)
        yield found.start(), at


def _end(text: str, found: re.Match[str]) -> int:
    """Where a part ends: a paragraph anyhow with the next one, what nothing ends with the text."""
    tag = found["tag"] or found["hidden"]
    if found["note"]:
        return found.end()
    if not tag:
        end = text.find("-->", found.end())
        return end + 3 if end >= 0 else len(text)
    if tag.lower() == "p":
        paragraph = _PARAGRAPH.search(text, found.end())
        return paragraph.start() if paragraph else len(text)
    depth = 1
    for other in re.compile(rf"<(?P<end>/?){tag}\b[^<>]{{0,500}}>", re.IGNORECASE).finditer(text, found.end()):
        depth += -1 if other["end"] else 1
        if not depth:
            return other.end()
    return len(text)
