"""The bytes of a file, or the one line that says why they cannot be had."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mappings.errors import UnreadableSource

# The longest real minutes are under 1 MB as text; what is fifty times that is a dump of something else, and is
# refused before it fills the memory of a machine that indexes many files at a time.
LARGEST_FILE = 50 * 2**20  # bytes


def contents(path: Path) -> bytes:
    """The bytes of a regular file of at most `LARGEST_FILE` bytes and at least one; raises `UnreadableSource`."""
    try:
        with open(path, "rb", opener=_without_waiting) as stream:
            data = _checked(os.fstat(stream.fileno()), path) or stream.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UnreadableSource(f"{shown(path)}: does not exist; check the path.") from error
    except IsADirectoryError as error:
        raise UnreadableSource(f"{shown(path)}: is a folder; name the files in it.") from error
    except PermissionError as error:
        raise UnreadableSource(f"{shown(path)}: may not be read by this user; check its permissions.") from error
    except OSError as error:
        raise UnreadableSource(f"{shown(path)}: cannot be read ({error.strerror}); check the file.") from error
    if len(data) > LARGEST_FILE:
        raise _too_large(path)
    return data


def shown(path: Path) -> str:
    """A path as it can be printed and stored, also where its name is not valid UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _without_waiting(path: str, flags: int) -> int:
    """A named pipe without a writer would be waited for; it opens at once and is then refused."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _checked(status: os.stat_result, path: Path) -> bytes:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableSource(f"{shown(path)}: is not a regular file; copy its content into one.")
    if status.st_size > LARGEST_FILE:
        raise _too_large(path)
    if status.st_size == 0:
        raise UnreadableSource(f"{shown(path)}: is empty; fetch it again from where it came.")
    return b""


def _too_large(path: Path) -> UnreadableSource:
    return UnreadableSource(
        f"{shown(path)}: is larger than {LARGEST_FILE // 2**20} MB, too large for minutes; divide it or leave it out."
    )
