"""Markdown: text whose name says that its marks are marks."""

from __future__ import annotations

from pathlib import Path

from indexer.sources import text
from indexer.sources.document import Document


def read(path: Path) -> Document:
    """The document in a Markdown file; raises `UnreadableSource`."""
    return text.document(path, markdown=True)
