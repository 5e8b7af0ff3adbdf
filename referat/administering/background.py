"""One piece of work at a time, in a thread of its own, until the server stops."""

from __future__ import annotations

import threading
from collections.abc import Callable

from mappings.errors import Stopped, WriterBusy

_PARTING = 5.0  # seconds that work may take to come to where it can stop


class Background:
    """Work beside the answering of requests."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    def check_free(self) -> None:
        """Raise `WriterBusy` while something is being done."""
        if self._thread is not None and self._thread.is_alive():
            raise WriterBusy("This server is indexing already; let it finish, and try again.")

    def begin(self, work: Callable[[], None]) -> None:
        """Begin with it; raises `WriterBusy`."""
        self.check_free()
        self._thread = threading.Thread(target=work, name="indexing", daemon=True)
        self._thread.start()

    def go_on(self) -> None:
        """To be called now and then by what is being done: raises `Stopped` where it shall not go on."""
        if self._stopping.is_set():
            raise Stopped("The server was stopped.")

    def close(self) -> None:
        """Stop what is being done, and wait a little for that."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(_PARTING)
