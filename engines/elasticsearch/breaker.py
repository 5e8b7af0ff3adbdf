"""A circuit breaker: after several failures in a row nobody waits for the server until it has rested.

A server that is gone answers nothing, and each question would hold a thread for the whole timeout. Once `FAILURES` in a
row have found that out, the circuit is open and the others are refused at once. After `REST` seconds one of them is let
through to see; its answer closes the circuit, its failure opens it for another rest.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FAILURES = 3  # in a row, before the circuit opens
REST = 5.0  # seconds that it stays open before one question may try


class CircuitOpen(Exception):
    """The server did not answer lately, and is not asked now."""


class Breaker:
    """Shared by threads; holds no lock while the server is asked."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until: float | None = None
        self._trying = False

    @contextmanager
    def watching(self, failure: type[Exception] | tuple[type[Exception], ...]) -> Iterator[None]:
        """Around one request: `failure` is what it raises where there was no answer. Raises `CircuitOpen`."""
        trial = self._admitted()
        try:
            yield
        except failure:
            self._failed()
            raise
        except BaseException:
            self._undecided(trial)
            raise
        self._answered()

    def _admitted(self) -> bool:
        """Whether this request is the trial of an open circuit."""
        with self._lock:
            if self._open_until is None:
                return False
            if self._trying or self._clock() < self._open_until:
                raise CircuitOpen
            self._trying = True
            return True

    def _answered(self) -> None:
        with self._lock:
            self._failures, self._open_until, self._trying = 0, None, False

    def _failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= FAILURES:
                self._open_until, self._trying = self._clock() + REST, False

    def _undecided(self, trial: bool) -> None:
        """Something else went wrong, which says nothing of the server; somebody else may try."""
        with self._lock:
            if trial:
                self._trying = False
