"""From a file to a document: one module per format, and the table that finds it by the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from indexer.sources import markdown, text
from indexer.sources.document import Document
from indexer.sources.files import shown
from mappings.errors import UnreadableSource

__all__ = ["Document", "read", "suffixes"]

_READERS: dict[str, Callable[[Path], Document]] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}


def suffixes() -> frozenset[str]:
    """The endings of the files that can be read, in lower case."""
    return frozenset(_READERS)


def read(path: Path) -> Document:
    """The document in a file; raises `UnreadableSource` with one line that names the file and says what to do."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None and not path.is_dir() and path.exists():
        raise UnreadableSource(
            f"{shown(path)}: files of this kind are not read; known endings: {', '.join(sorted(_READERS))}."
        )
    return (reader or text.read)(path)
