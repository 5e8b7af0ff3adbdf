"""Trying again: who writes waits for a server that is busy, starting or out of reach, instead of giving up."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from elastic_transport import ObjectApiResponse
from elasticsearch import ApiError

from engines.elasticsearch import troubles
from engines.elasticsearch.breaker import CircuitOpen
from engines.elasticsearch.connection import Server
from engines.elasticsearch.waiting import ALTOGETHER, pauses
from engines.patience import at_once
from mappings.errors import EngineUnavailable, ReferatError

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class Patience:
    """How long somebody keeps trying; it begins anew whenever something succeeds. For one thread.

    Setting `stop` ends a wait at once.
    """

    def __init__(self, stop: threading.Event | None = None) -> None:
        self._stop = stop or threading.Event()
        self._pauses: Iterator[float] | None = None
        self._since = 0.0

    def wait(self, error: ReferatError) -> None:
        """Wait before the next try; raises `error` where there is to be none."""
        if self._pauses is None:
            self._pauses, self._since = pauses(), time.monotonic()
            log.warning("%s Waiting for it, %.0f minutes at most.", error, ALTOGETHER / 60)
        pause = next(self._pauses, None)
        if pause is None or self._stop.wait(pause):
            raise error

    def succeeded(self) -> None:
        """The server does what it is asked."""
        if self._pauses is not None:
            log.warning("The server is back after %.0f s.", time.monotonic() - self._since)
        self._pauses = None


def patiently(server: Server, call: Callable[[], Answer]) -> Answer:
    """What `call` gives, tried again as long as what is in its way may pass; it must be fit to be done twice.

    A server that never answered is not waited for: that is a wrong address as a rule. Raises `ReferatError` only.
    """
    patience = Patience()
    while True:
        try:
            with at_once(), server.in_our_words():  # it is here that is waited, for readers and writers alike
                answer = call()
        except EngineUnavailable as error:
            if not (server.met and may_pass(error)):
                raise
            patience.wait(error)
        else:
            patience.succeeded()
            return answer


def not_ready(answer: ObjectApiResponse[Any], error: Any) -> ApiError:
    """The failure of a part of an answer, such as of a shard that is just starting, as one that may pass."""
    return ApiError("not ready", replace(answer.meta, status=503), {"error": error})


def may_pass(error: EngineUnavailable) -> bool:
    """Whether what was in the way may be gone a little later."""
    cause = error.__cause__
    return isinstance(cause, CircuitOpen) or (isinstance(cause, Exception) and troubles.may_pass(cause))
