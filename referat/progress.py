"""How far it has come and how long it will take, on standard error.

One living line on a terminal, now and then a line elsewhere.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import click

_TERMINAL_EVERY, _LOG_EVERY = 0.2, 10.0  # seconds between two tellings


class Progress:
    """Tells of `done`, out of `total` where that is known, `also` whoever is named; call it as often as you like."""

    def __init__(self, label: str, also: Callable[[int, int], None] | None = None) -> None:
        self._label = label
        self._also = also
        self._terminal = sys.stderr.isatty()
        self._started = time.monotonic()
        self._told = self._started if not self._terminal else 0.0
        self._open = False

    def __call__(self, done: int, total: int | None = None) -> None:
        """Tell, unless it was just told."""
        if self._also is not None and total is not None:
            self._also(done, total)
        now = time.monotonic()
        just_told = now - self._told < (_TERMINAL_EVERY if self._terminal else _LOG_EVERY)
        if just_told and (total is None or done < total):
            return
        self._told = now
        line = f"{self._label}: {done}" + ("" if total is None else f" af {total}{self._left(done, total, now)}")
        click.echo(f"\r\x1b[K{line}" if self._terminal else line, err=True, nl=not self._terminal)
        self._open = self._terminal

    def close(self) -> None:
        """End the living line."""
        if self._open:
            click.echo(err=True)
            self._open = False

    def _left(self, done: int, total: int, now: float) -> str:
        if not 0 < done < total:
            return ""
        seconds = round((now - self._started) / done * (total - done))
        return f" – {seconds // 60}:{seconds % 60:02d} tilbage"
