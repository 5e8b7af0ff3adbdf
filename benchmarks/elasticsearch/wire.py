"""What goes over the wire: every request that a client makes, and the same bytes sent again by a bare one."""

from __future__ import annotations

import contextlib
import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unittest import mock
from urllib.parse import urlsplit

import orjson
from elastic_transport import Urllib3HttpNode

_KEPT_HEADERS = ("accept", "content-type")


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it was sent, and what the server warned of in its answer."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes | None
    warning: str | None


@contextlib.contextmanager
def recorded() -> Iterator[list[Request]]:
    """The requests of every client of this process, in order, for as long as it lasts."""
    requests: list[Request] = []
    send = Urllib3HttpNode.perform_request

    def sent(node: Urllib3HttpNode, method: str, target: str, body: bytes | None = None, **others: Any) -> Any:
        answer = send(node, method, target, body, **others)
        headers = {name: value for name, value in (others.get("headers") or {}).items() if name in _KEPT_HEADERS}
        requests.append(Request(method, target, headers, body, answer.meta.headers.get("warning")))
        return answer

    with mock.patch.object(Urllib3HttpNode, "perform_request", sent):
        yield requests


class Bare:
    """A connection that sends requests one after the other and decodes the answers, and does nothing else."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        made = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self._connection = made(parts.hostname or "", parts.port)

    def send(self, requests: list[Request]) -> list[Any]:
        """The decoded answers; raises `RuntimeError` for one that is an error."""
        answers = []
        for request in requests:
            self._connection.request(request.method, request.target, request.body, request.headers)
            answer = self._connection.getresponse()
            found = answer.read()
            if answer.status >= 400:
                raise RuntimeError(f"{request.method} {request.target}: {answer.status} {found[:300]!r}")
            answers.append(orjson.loads(found) if found else None)
        return answers

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()
