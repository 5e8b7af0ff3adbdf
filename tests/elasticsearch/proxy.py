"""Something between the program and the server that can be told to make trouble: the next requests, then no more.

It knows enough of HTTP to count what is asked, to answer itself, and to cut a connection at the worst moment.
"""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, Self
from urllib.parse import urlsplit

Cut = Literal["before", "after", "within"]
ALWAYS = 1_000_000
_HOP = {"connection", "content-length", "transfer-encoding", "keep-alive"}
_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: close by reset, whatever is still to be sent


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked; the body as it was meant, unpacked."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program is to be told."""

    status: int
    headers: dict[str, str]
    body: bytes


class _Reset(Exception):
    """The connection is to be cut, after this much of the answer."""

    def __init__(self, answer: Answer | None = None) -> None:
        self.answer = answer


@dataclass(slots=True)
class _Trouble:
    make: Callable[[Request], Answer]
    only: str
    left: int


@dataclass
class Proxy:
    """Passes requests on to `server`, but for the trouble it was told to make; `only` is a part of the path.

    Several troubles wait for their turn in the order they were asked for; `requests` are all that came, as
    `POST /_bulk`.
    """

    server: str
    requests: list[str] = field(default_factory=list)
    _troubles: list[_Trouble] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _closing: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._http = _Server(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        """Where the program is to be pointed."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def count(self, only: str = "") -> int:
        """How many requests came."""
        with self._lock:
            return sum(only in request for request in self.requests)

    def answer(self, status: int, *, times: int = 1, only: str = "") -> Self:
        """Answer for the server, which hears nothing of it: 429, 503."""
        kind = "es_rejected_execution_exception" if status == 429 else "unavailable"
        error = {"error": {"type": kind, "reason": "the proxy says so"}, "status": status}
        return self._told(lambda request: _json(status, error), times, only)

    def delay(self, seconds: float, *, times: int = ALWAYS, only: str = "") -> Self:
        """Keep back the server's answer."""

        def late(request: Request) -> Answer:
            answer = self._pass_on(request)
            self._closing.wait(seconds)
            return answer

        return self._told(late, times, only)

    def cut(self, when: Cut, *, times: int = 1, only: str = "") -> Self:
        """Reset the connection: before the server hears of the request, after it did it, or within its answer."""

        def reset(request: Request) -> Answer:
            if when == "before":
                raise _Reset
            answer = self._pass_on(request)
            raise _Reset(answer if when == "within" else None)

        return self._told(reset, times, only)

    def refuse(self, status: int = 429, *, every: int = 2, times: int = 1) -> Self:
        """Refuse the first of every so many operations within a bulk request, and let the server do the others."""

        def part(request: Request) -> Answer:
            return _without(request, every, status, self._pass_on)

        return self._told(part, times, "/_bulk")

    def heal(self) -> None:
        """Make no more trouble."""
        with self._lock:
            self._troubles.clear()

    def close(self) -> None:
        """Let go of whatever hangs, and end."""
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()

    def handle(self, request: Request) -> Answer:
        """The answer to a request, with the trouble whose turn it is. Raises `_Reset` where there is to be none."""
        with self._lock:
            self.requests.append(f"{request.method} {request.path}")
            trouble = next((one for one in self._troubles if one.left and one.only in request.path), None)
            if trouble is not None:
                trouble.left -= 1
        return self._pass_on(request) if trouble is None else trouble.make(request)

    def _told(self, make: Callable[[Request], Answer], times: int, only: str) -> Self:
        with self._lock:
            self._troubles.append(_Trouble(make, only, times))
        return self

    def _pass_on(self, request: Request) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(self.server).netloc, timeout=120)
        try:
            connection.request(request.method, request.path, request.body, request.headers)
            answer = connection.getresponse()
            body = answer.read()
        except OSError:
            raise _Reset from None  # the server is gone: so are we
        finally:
            connection.close()
        headers = {name: value for name, value in answer.getheaders() if name.lower() not in _HOP}
        return Answer(answer.status, headers, body)


@contextmanager
def between(server: str) -> Iterator[Proxy]:
    """A proxy for as long as it is needed."""
    proxy = Proxy(server)
    try:
        yield proxy
    finally:
        proxy.close()


def _without(request: Request, every: int, status: int, pass_on: Callable[[Request], Answer]) -> Answer:
    """A bulk request less some of its operations, and an answer in which these were refused."""
    operations = _operations(request.body)
    kept = [lines for number, lines in enumerate(operations) if number % every]
    taken: dict[str, Any] = {"took": 0, "errors": False, "items": []}
    if kept:
        body = b"".join(line + b"\n" for lines in kept for line in lines)
        answer = pass_on(Request(request.method, request.path, request.headers, body))
        taken = json.loads(answer.body)
    done = iter(taken["items"])
    items = [next(done) if number % every else _refused(lines, status) for number, lines in enumerate(operations)]
    return _json(200, {**taken, "errors": True, "items": items})


def _operations(body: bytes) -> list[list[bytes]]:
    """The lines of each operation of a bulk request: what to do, and the document where there is one."""
    found: list[list[bytes]] = []
    lines = iter(body.splitlines())
    for line in lines:
        found.append([line] if "delete" in json.loads(line) else [line, next(lines)])
    return found


def _refused(lines: list[bytes], status: int) -> dict[str, Any]:
    (action, target), *_ = json.loads(lines[0]).items()
    error = {"type": "es_rejected_execution_exception", "reason": "the proxy says so"}
    return {action: {**target, "status": status, "error": error}}


def _json(status: int, body: dict[str, Any]) -> Answer:
    headers = {
        "X-elastic-product": "Elasticsearch",
        "Content-Type": "application/vnd.elasticsearch+json;compatible-with=8",
    }
    return Answer(status, headers, json.dumps(body).encode())


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def shutdown_request(self, request: Any) -> None:
        """Close without saying goodbye first, so that a reset is a reset."""
        self.close_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""


def _handler(proxy: Proxy) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            try:
                self._send(proxy.handle(self._request()))
            except _Reset as reset:
                if reset.answer is not None:
                    self._send(reset.answer, half=True)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                self.close_connection = True

        def _request(self) -> Request:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            dropped = {*_HOP, "content-encoding", "accept-encoding"}
            headers = {name: value for name, value in self.headers.items() if name.lower() not in dropped}
            return Request(self.command, self.path, headers, body)

        def _send(self, answer: Answer, half: bool = False) -> None:
            self.send_response_only(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body[: len(answer.body) // 2] if half else answer.body)

    return Handler
