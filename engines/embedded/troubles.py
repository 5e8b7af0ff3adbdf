"""What SQLite, tantivy and the disk complain of, said in our words: one line, with what to do next."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mappings.errors import EngineUnavailable

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class TextTrouble(Exception):
    """Tantivy could not do it; the text is tantivy's own."""


class SegmentTrouble(Exception):
    """The files of the vector index do not fit together."""


@contextmanager
def in_our_words(folder: Path) -> Iterator[None]:
    """Turn what goes wrong in a data folder into `EngineUnavailable`."""
    try:
        yield
    except (sqlite3.Error, OSError, TextTrouble, SegmentTrouble) as error:
        raise EngineUnavailable(_line(error, folder)) from error


def _line(error: Exception, folder: Path) -> str:
    text = " ".join(str(error).split())
    if _is(error, _FULL) or "is full" in text or "No space left" in text or "File too large" in text:
        return f"The disk that holds {folder} is full. What was stored before is intact: free some space and try again."
    if _is(error, _FORBIDDEN) or "readonly database" in text or "Permission denied" in text:
        return f"{folder} cannot be written to. Give this user the right to it, or set REFERAT_DATA to another folder."
    if "malformed" in text or "not a database" in text:
        return (
            f"The index in {folder} is damaged ({text}). "
            "Restore the folder from a backup, or index the files into a new REFERAT_DATA folder."
        )
    if isinstance(error, (TextTrouble, SegmentTrouble)):
        return f"The search index in {folder} cannot be used ({text}). Run the command again: it is then built anew."
    return f"The index in {folder} cannot be used: {text or type(error).__name__}."


def _is(error: Exception, numbers: tuple[int, ...]) -> bool:
    return isinstance(error, OSError) and error.errno in numbers
