"""What may answer in place of the server that was meant: other programs, other versions, TLS with any certificate."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PRODUCT = {"X-Elastic-Product": "Elasticsearch"}


@contextmanager
def answering(
    body: object,
    *,
    status: int = 200,
    kind: str = "application/json",
    headers: dict[str, str] | None = None,
    after: float = 0.0,
    port: int = 0,
) -> Iterator[str]:
    """The address of a server that answers everything so; text as it is, anything else as JSON; `after` in seconds."""
    content = (body if isinstance(body, str) else json.dumps(body)).encode()

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            time.sleep(after)
            self.send_response(status)
            for name, value in {"Content-Type": kind, **(headers or {})}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")  # so that nothing is answered after the end
            self.end_headers()
            with contextlib.suppress(OSError):  # who waited has gone
                self.wfile.write(content)

        do_POST = do_PUT = do_DELETE = do_HEAD = do_GET  # noqa: N815 - the names that http.server calls

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Answer)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that gives up is no news
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def listening(reply: bytes = b"") -> Iterator[str]:
    """The host and port of something that takes connections, says `reply` to whatever it is told, and hangs up."""

    def answer(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(reply)

    with _served(answer) as port:
        yield f"127.0.0.1:{port}"


@contextmanager
def behind_tls(port: int, context: ssl.SSLContext) -> Iterator[str]:
    """The address of a TLS front to a plain server on `port` of this machine."""

    def answer(connection: socket.socket) -> None:
        with (
            context.wrap_socket(connection, server_side=True) as outside,
            socket.create_connection(("127.0.0.1", port)) as inside,
        ):
            threading.Thread(target=_pour, args=(outside, inside), daemon=True).start()
            _pour(inside, outside)

    with _served(answer) as own:
        yield f"https://127.0.0.1:{own}"


@contextmanager
def _served(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))

    def each(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            answer(connection)

    def accept() -> None:
        with contextlib.suppress(OSError):  # until it is closed
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=each, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _pour(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
