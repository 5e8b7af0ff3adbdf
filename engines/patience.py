"""How long whoever asks has time to wait for a server.

A person who asked a question has one timeout for all that the question asks of an engine, not one for each request:
else a server that is merely very slow would hold a thread for many times as long as an operator allowed. Who indexes
has time, and goes on when the server is back.
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


_question: ContextVar[Waited | None] = ContextVar("question", default=None)
_unhurried: ContextVar[bool] = ContextVar("unhurried", default=False)


def question() -> Waited | None:
    """What the question that is being answered has waited; None outside of one."""
    return _question.get()


def has_time() -> bool:
    """Whether what is being done may wait until a server is back."""
    return _unhurried.get()


def one_question(answer: Callable[P, R]) -> Callable[P, R]:
    """Make all that a function asks of an engine one question; one inside another is part of it."""

    @wraps(answer)
    def answered(*args: P.args, **kwargs: P.kwargs) -> R:
        if _question.get() is not None:
            return answer(*args, **kwargs)
        token = _question.set(Waited())
        try:
            return answer(*args, **kwargs)
        finally:
            _question.reset(token)

    return answered


def unhurried(work: Callable[P, R]) -> Callable[P, R]:
    """Let all that a function asks of an engine wait until a server that went away is back."""

    @wraps(work)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        with _having_time(True):
            return work(*args, **kwargs)

    return done


@contextmanager
def at_once() -> Iterator[None]:
    """Around what shall not wait, whoever does it."""
    with _having_time(False):
        yield


@contextmanager
def _having_time(has: bool) -> Iterator[None]:
    token = _unhurried.set(has)
    try:
        yield
    finally:
        _unhurried.reset(token)
