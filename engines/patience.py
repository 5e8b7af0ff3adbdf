"""How long one question waits for a server: all that it asks of it taken together, not each request anew.

A page asks an engine several things in turn. Were each given the whole timeout, a server that is merely very slow would
hold a thread for many times as long as an operator allowed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Waited:
    """Seconds that a question has waited so far."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Around one wait."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds += time.monotonic() - begun


_current: ContextVar[Waited | None] = ContextVar("waited", default=None)


def current() -> Waited | None:
    """What the question that is being answered has waited; None outside of one."""
    return _current.get()


def one_question(answer: Callable[P, R]) -> Callable[P, R]:
    """Make all that a function asks of an engine one question; one inside another is part of it."""

    @wraps(answer)
    def answered(*args: P.args, **kwargs: P.kwargs) -> R:
        if _current.get() is not None:
            return answer(*args, **kwargs)
        token = _current.set(Waited())
        try:
            return answer(*args, **kwargs)
        finally:
            _current.reset(token)

    return answered
