"""What SQLite, tantivy and the disk complain of, said in our words: one line, with what to do next."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mappings.errors import EngineUnavailable

_NEARLY_FULL = 1 << 20  # bytes
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class TextTrouble(Exception):
    """Tantivy could not do it; the text is tantivy's own."""


class SegmentTrouble(Exception):
    """The files of the vector index do not fit together."""


TROUBLES = (sqlite3.Error, OSError, TextTrouble, SegmentTrouble)


@contextmanager
def in_our_words(folder: Path) -> Iterator[None]:
    """Turn what goes wrong in a data folder into `EngineUnavailable`."""
    try:
        yield
    except TROUBLES as error:
        raise EngineUnavailable(_line(error, folder)) from error


def is_full(error: Exception) -> bool:
    """Whether it is the disk that is full."""
    said = ("is full", "No space left", "File too large")  # SQLite's word, and the system's by way of tantivy
    return _is(error, _FULL) or any(words in str(error) for words in said)


def _line(error: Exception, folder: Path) -> str:
    text = " ".join(str(error).split())
    if is_full(error) or ("disk I/O error" in text and _nearly_full(folder)):
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


def _nearly_full(folder: Path) -> bool:
    """SQLite calls it an I/O error where it is its shared memory that there is no room for."""
    disk = os.statvfs(folder if folder.exists() else folder.absolute().parent)
    return disk.f_bavail * disk.f_frsize < _NEARLY_FULL


def _is(error: Exception, numbers: tuple[int, ...]) -> bool:
    return isinstance(error, OSError) and error.errno in numbers
