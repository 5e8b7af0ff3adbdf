"""One writer at a time, over threads and processes: an exclusive lock on a file that holds the writer's pid.

The kernel lets go of the lock when the process ends, however it ends, so nothing has to be cleaned up after a crash.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mappings.errors import WriterBusy
from mappings.locks import is_held

NAME = "writer.lock"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the writer's lock of a data folder, or raise `WriterBusy`."""
    descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WriterBusy(_busy(descriptor, folder)) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)  # which also unlocks


def busy(folder: Path) -> bool:
    """Whether somebody is writing just now."""
    return is_held(folder / NAME)


def _busy(descriptor: int, folder: Path) -> str:
    pid = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
    return (
        f"Another process (pid {pid}) is writing to {folder}. "
        "Wait until it is done, or stop it, and run the command again."
    )
