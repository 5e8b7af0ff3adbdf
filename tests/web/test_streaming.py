"""Long answers over a real server: at once, in pieces, given up when nobody reads, never mistaken for whole."""

from __future__ import annotations

import gc
import http.client
import itertools
import socket
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress

import pytest
import waitress
from flask import Flask, Response
from flask.testing import FlaskClient

from mappings.errors import Busy, EngineUnavailable
from search_api.service import SearchService
from web import streaming
from web.streaming import AT_ONCE, Streams

BROKEN = b"not whole\n"


@contextmanager
def serving(pieces: Callable[[], Generator[bytes]], streams: Streams) -> Iterator[int]:
    """The port of a server that answers `/` with these pieces."""
    app = Flask("streaming")

    def answer() -> Response:
        source = pieces()
        return streams.answer(iter(source), source, BROKEN, "text/plain")

    app.add_url_rule("/", "pieces", answer)
    app.register_error_handler(Busy, lambda error: (str(error), 503))
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)

    def run() -> None:
        with suppress(OSError):  # it is waiting for its own socket when that is closed
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield server.effective_port
    server.task_dispatcher.shutdown(timeout=1)
    server.close()
    thread.join(timeout=5)


def test_the_first_piece_is_sent_before_the_second_is_made():
    made = threading.Event()

    def pieces() -> Generator[bytes]:
        yield b"first\n"
        assert made.wait(30)
        yield b"second\n"

    with serving(pieces, Streams(1)) as port:
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        asked.request("GET", "/")
        answer = asked.getresponse()
        assert answer.read(6) == b"first\n"
        made.set()
        assert answer.read() == b"second\n"


def test_small_pieces_are_sent_together():
    sizes = []
    streams = Streams(1)
    with Flask("pieces").test_request_context("/"):
        pieces = (b"x" * 100 for _ in range(1_000))
        response = streams.answer(pieces, pieces, BROKEN, "text/plain")
        sizes = [len(chunk) for chunk in response.response]
    assert sizes[0] == 100
    assert sum(sizes) == 100_000
    assert min(sizes[1:-1]) >= AT_ONCE


def test_a_reader_who_goes_away_ends_the_making():
    ended = threading.Event()

    def pieces() -> Generator[bytes]:
        try:
            for _ in itertools.count():
                yield b"x" * 1_000
        finally:
            ended.set()

    streams = Streams(1)
    with serving(pieces, streams) as port:
        with socket.create_connection(("127.0.0.1", port)) as reader:
            reader.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            assert reader.recv(100)
            assert not ended.is_set()
        assert ended.wait(30)


@pytest.mark.parametrize("way", ["/export.csv", "/export.jsonl", "/print"])
def test_when_nobody_reads_on_the_engine_lets_go(client: FlaskClient, service: SearchService, monkeypatch, way: str):
    monkeypatch.setattr(streaming, "AT_ONCE", 100)
    walks = []
    walk = service._engine.walk
    monkeypatch.setattr(service._engine, "walk", lambda *asked: walks.append(walk(*asked)) or walks[-1])
    gc.disable()  # what is let go of only when cycles are looked for is kept too long
    try:
        response = client.get(way)
        pieces = iter(response.response)
        for _ in range(20):
            next(pieces)
        assert walks[0].gi_frame is not None
        response.close()
        pieces.close()
        assert walks[0].gi_frame is None
    finally:
        gc.enable()


@pytest.mark.parametrize("error", [EngineUnavailable("gone"), ValueError("unforeseen")])
def test_what_breaks_off_says_so_and_is_cut(error: Exception, caplog: pytest.LogCaptureFixture):
    def pieces() -> Generator[bytes]:
        yield b"first\n"
        yield b"second\n"
        raise error

    with serving(pieces, Streams(1)) as port:
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        asked.request("GET", "/")
        with pytest.raises(http.client.IncompleteRead) as broken:
            asked.getresponse().read()
        assert broken.value.partial == b"first\nsecond\n" + BROKEN
    assert f"/ broke off: {error}" in caplog.text


def test_no_more_are_on_their_way_than_there_is_room_for():
    going = threading.Event()

    def pieces() -> Generator[bytes]:
        yield b"first\n"
        assert going.wait(30)
        yield b"last\n"

    with serving(pieces, Streams(1)) as port:
        one, two = (http.client.HTTPConnection("127.0.0.1", port, timeout=30) for _ in range(2))
        one.request("GET", "/")
        first = one.getresponse()
        two.request("GET", "/")
        refused = two.getresponse()
        assert refused.status == 503
        assert "Prøv igen" in refused.read().decode()
        going.set()
        assert first.read() == b"first\nlast\n"
        three = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        three.request("GET", "/")
        assert three.getresponse().read() == b"first\nlast\n"


def test_who_asks_only_for_the_headers_takes_no_room():
    streams = Streams(1)
    with serving(lambda: (b"x" for _ in range(1)), streams) as port:
        for _ in range(3):
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            asked.request("HEAD", "/")
            assert asked.getresponse().status == 200
