"""One `referat alerts` at a time: two would both find the same results new."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mappings.errors import EngineUnavailable, WriterBusy


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Within it nobody else sends from this data folder; raises `WriterBusy` where somebody does.

    The system lets go of the lock of a process that dies.
    """
    path = folder / "alerts.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise EngineUnavailable(f"{path} cannot be written to ({error}).") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise WriterBusy("Another `referat alerts` is sending; let it finish, and try again.") from error
        yield
