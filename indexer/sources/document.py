"""A document: the lines of one file, as parsing takes them, whatever format they came in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One readable file. `name` is the file's own name, without its folder; `sha256` is the digest of its bytes.

    `lines` are without their ends and count as the file's own lines do (line n is `lines[n - 1]`). A form feed stays
    where it stands in its line: it says that a new page begins there, and belongs to no word. The text is in NFC,
    without soft hyphens and other characters of no width. `markdown` says that the file calls itself Markdown; a text
    file may hold Markdown's marks all the same.
    """

    name: str
    sha256: str
    markdown: bool
    lines: tuple[str, ...]
