"""A server that is not the one meant, or not there, is one line that says what is wrong and what to do."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from urllib.parse import urlsplit

import pytest

from engines.elasticsearch.connection import Server
from engines.patience import one_question, unhurried
from mappings.errors import EngineUnavailable
from tests.elasticsearch.impostors import PRODUCT, answering, listening
from tests.elasticsearch.using import info, settings, told, use

HTML = "<!doctype html><title>Velkommen</title>"


def test_a_real_server_is_used(elasticsearch_url: str) -> None:
    server = Server(settings(elasticsearch_url))
    use(server)
    server.close()


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (HTML, 200, "text/html"),
        (HTML, 404, "text/html; charset=utf-8"),
        (HTML, 301, "text/html"),
        ("", 200, "text/plain"),
        ("", 200, "application/json"),
        ("{", 200, "application/json"),
        ([1, 2], 200, "application/json"),
        ({"hello": "world"}, 200, "application/json"),
        ({"version": "8.16.6"}, 200, "application/json"),
        ({"error": "no such page"}, 404, "application/json"),
        ("<x/>", 200, "application/xml"),
        ("PNG", 200, "image/png"),
    ],
)
@pytest.mark.parametrize("headers", [{}, PRODUCT])
def test_another_program_is_not_elasticsearch(body: object, status: int, kind: str, headers: dict[str, str]) -> None:
    with answering(body, status=status, kind=kind, headers=headers) as url:
        line = told(url)
    assert line == f"What answers at {url} is not Elasticsearch; set REFERAT_ELASTICSEARCH_URL to the server's address."


def test_a_program_that_is_not_even_a_web_server_is_one_line() -> None:
    with listening(b"SSH-2.0-OpenSSH_9.2\r\n") as host:
        assert "is not Elasticsearch; set REFERAT_ELASTICSEARCH_URL" in told(f"http://{host}")


@pytest.mark.parametrize("headers", [{}, PRODUCT])
def test_opensearch_is_named(headers: dict[str, str]) -> None:
    with answering(info("2.19.1", distribution="opensearch"), headers=headers) as url:
        assert "is OpenSearch, which this program does not work with" in told(url)


TOO_OLD, TOO_NEW = "Upgrade the server", "Upgrade this program"


@pytest.mark.parametrize(("number", "what"), [("8.15.5", TOO_OLD), ("7.17.28", TOO_OLD), ("10.0.0", TOO_NEW)])
def test_a_version_too_old_or_too_new_is_refused(number: str, what: str) -> None:
    with answering(info(number), headers=PRODUCT) as url:
        line = told(url)
    assert f"is version {number}" in line
    assert what in line


@pytest.mark.parametrize("number", ["8.16.0", "8.19.3", "9.0.0", "9.4.1-SNAPSHOT"])
def test_versions_that_fit_are_used(number: str) -> None:
    with answering(info(number), headers=PRODUCT) as url:
        use(Server(settings(url)))


def test_nobody_there() -> None:
    with listening() as host:
        pass  # and gone again
    assert "Nothing listens at" in told(f"http://{host}")
    assert "There is no machine of the name" in told("http://no-such-machine.invalid:9200")


def test_silence_ends_with_the_timeout() -> None:
    with answering({}, after=10) as url:
        begun = monotonic()
        assert "did not answer in time" in told(url, timeout=1)
    assert monotonic() - begun < 2


def test_all_that_a_question_asks_shares_one_timeout() -> None:
    with answering(info("8.16.6"), headers=PRODUCT, after=0.4) as url:
        server = Server(settings(url, timeout=1))
        use(server)

        @one_question
        def ask(times: int) -> None:
            for _ in range(times):
                use(server)

        ask(2)
        ask(2)
        begun = monotonic()
        with pytest.raises(EngineUnavailable, match="did not answer in time"):
            ask(10)
    assert monotonic() - begun < 1.5


def test_a_server_that_is_gone_is_not_waited_for_by_everybody() -> None:
    """Three find out, the others are told at once."""
    with answering({}, after=10) as url:
        server = Server(settings(url, timeout=1))
        for _ in range(3):
            with pytest.raises(EngineUnavailable):
                use(server)
        begun = monotonic()
        for _ in range(20):
            with pytest.raises(EngineUnavailable, match="did not answer lately"):
                use(server)
    assert monotonic() - begun < 0.5


def test_who_has_time_waits_until_the_server_is_back(caplog: pytest.LogCaptureFixture) -> None:
    with answering(info("8.16.6"), headers=PRODUCT) as url:
        server = Server(settings(url))
        use(server)
    with pytest.raises(EngineUnavailable):
        use(server)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(unhurried(use), server)
        with pytest.raises(TimeoutError):
            waiting.result(1)
        with answering({}, status=503, headers=PRODUCT, port=urlsplit(url).port or 0), pytest.raises(TimeoutError):
            waiting.result(1)
        with answering(info("8.16.6"), headers=PRODUCT, port=urlsplit(url).port or 0):
            waiting.result(20)
    assert caplog.text.count("waiting for it") == 1


def test_who_has_time_does_not_wait_for_a_server_that_was_never_there() -> None:
    with listening() as host:
        pass
    begun = monotonic()
    with pytest.raises(EngineUnavailable, match="Nothing listens"):
        unhurried(use)(Server(settings(f"http://{host}")))
    assert monotonic() - begun < 1


def test_nodes_that_do_not_listen_are_passed_over(elasticsearch_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with listening() as host:
        pass
    server = Server(settings(f"http://{host}, {elasticsearch_url}"))
    for _ in range(4):
        use(server)
    server.close()
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
