"""Answers of any length, sent while they are made, in memory that does not grow with them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Protocol

from flask import Response, request

from mappings.errors import Busy, ReferatError
from mappings.told import Told

AT_ONCE = 32_768  # bytes sent together: small pieces cost more to send than to make


class Source(Protocol):
    """What can be closed."""

    def close(self) -> None:
        """Let go of what it keeps."""
        ...


log = logging.getLogger(__name__)


class Streams:
    """How many long answers may be on their way at once: each holds a thread as long as its reader takes."""

    def __init__(self, most: int) -> None:
        self._places = threading.Semaphore(most)

    def answer(self, pieces: Iterator[bytes], source: Source, broken: bytes, content_type: str) -> Response:
        """The pieces as an answer, the first of them at once; raises `Busy` where too many are on their way.

        Where a piece cannot be made, `broken` is the last thing sent, and then the connection is cut: no reader is to
        take for whole what is not. A reader who goes away ends the making. Either way `source`, which the pieces are
        made of, is closed: what makes them may hold on to it for a while.
        """
        if not self._places.acquire(blocking=False):
            raise Busy(Told("Der hentes allerede så mange udtræk, som der er plads til. Prøv igen om lidt."))
        leave = _once(self._places.release)
        response = Response(_chunks(pieces, source, broken, request.path, leave), content_type=content_type)
        response.call_on_close(leave)  # a body that nobody wants (HEAD) is never begun
        return response


def _once(do: Callable[[], None]) -> Callable[[], None]:
    """The same, but only the first time."""
    left = [do]

    def done() -> None:
        if left:
            left.pop()()

    return done


def _chunks(
    pieces: Iterator[bytes], source: Source, broken: bytes, path: str, leave: Callable[[], None]
) -> Iterator[bytes]:
    held = bytearray()
    first = True
    try:
        for piece in pieces:
            held += piece
            if first or len(held) >= AT_ONCE:
                yield bytes(held)
                held.clear()
                first = False
        if held:
            yield bytes(held)
    except Exception as error:
        log.error("%s broke off: %s", path, error, exc_info=None if isinstance(error, ReferatError) else error)
        yield bytes(held) + broken
        raise
    finally:
        source.close()
        leave()
