"""Files that are either whole and on the disk, or not there."""

from __future__ import annotations

import os
from pathlib import Path

_LINE = 4096  # bytes, and more


def replace_file(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Put `content` at `path` in one step; `durable` waits until the disk has it."""
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as file:
        file.write(content)
        if durable:
            file.flush()
            os.fsync(file.fileno())
    fresh.replace(path)
    if durable:
        sync_folder(path.parent)


def read_line(path: Path) -> bytes:
    """A file of a line in one read, which takes half of the time of `Path.read_bytes`: each search looks at two."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return os.read(descriptor, _LINE)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in `folder`."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def size_of(folder: Path) -> int:
    """Bytes of all files below `folder`; a file that vanishes meanwhile counts nothing."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.stat(os.path.join(place, name)).st_size  # noqa: PTH116, PTH118  (os.walk gives strings)
            except FileNotFoundError:
                continue
    return total
