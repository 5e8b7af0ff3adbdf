"""A server that is not the one meant is one line that says what is wrong and what to do, with no secret in it."""

from __future__ import annotations

import datetime as dt
import logging
import ssl
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

import pytest
import trustme

from engines.elasticsearch.connection import Server
from engines.patience import one_question, unhurried
from mappings.errors import BadSettings, EngineUnavailable, ReferatError
from mappings.settings import Settings
from tests.elasticsearch.impostors import PRODUCT, answering, behind_tls, listening
from tests.elasticsearch.server import RunningServer

SECRET = "c2VjcmV0LWlkOnZlcnktc2VjcmV0LWtleQ=="
HTML = "<!doctype html><title>Velkommen</title>"


def settings(url: str = "http://127.0.0.1:9200", **others: object) -> Settings:
    named = {f"elasticsearch_{name}": value for name, value in others.items()}
    return Settings(engine="elasticsearch", elasticsearch_url=url, **named)  # type: ignore[arg-type]


def use(server: Server) -> None:
    with server.in_our_words():
        server.reading.info()


def told(url: str, **others: object) -> str:
    """The line about using the server of these settings."""
    server = Server(settings(url, **others))
    with pytest.raises(EngineUnavailable) as caught:
        use(server)
    server.close()
    line = str(caught.value)
    assert "\n" not in line
    assert urlsplit(url).netloc in line
    return line


def info(number: str, **version: str) -> dict[str, object]:
    return {"name": "node", "cluster_name": "c", "version": {"number": number, **version}, "tagline": "You Know"}


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


# TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture
def tls(authority: trustme.CA, elasticsearch_url: str) -> Callable[..., object]:
    """The real server behind TLS, with a certificate for these names."""

    @contextmanager
    def front(*names: str, **options: object) -> Iterator[str]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*names, **options).configure_cert(context)  # type: ignore[arg-type]
        port = urlsplit(elasticsearch_url).port
        assert port
        with behind_tls(port, context) as url:
            yield url

    return front


def test_the_authority_of_the_settings_is_trusted(tls, ca_file: str) -> None:
    with tls("127.0.0.1") as url:
        use(Server(settings(url, ca_certs=ca_file)))
        use(Server(settings(url.replace("127.0.0.1", "127.0.0.1"), ca_certs=ca_file, verify_certs="no")))


def test_an_authority_nobody_knows(tls) -> None:
    with tls("127.0.0.1") as url:
        assert "Set REFERAT_ELASTICSEARCH_CA_CERTS" in told(url)


@pytest.mark.parametrize("names", [("search.example.org",), ("10.0.0.1",)])
def test_a_certificate_for_another_name(tls, ca_file: str, names: tuple[str, ...]) -> None:
    with tls(*names) as url:
        for address in (url, url.replace("127.0.0.1", "localhost")):
            assert "is for another name" in told(address, ca_certs=ca_file)


def test_a_certificate_of_the_past(tls, ca_file: str) -> None:
    past = dt.datetime.now(dt.UTC) - dt.timedelta(days=2)
    with tls("127.0.0.1", not_before=past, not_after=past + dt.timedelta(days=1)) as url:
        assert "has expired" in told(url, ca_certs=ca_file)


def test_trusting_anybody_is_warned_of_once(
    tls, caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
) -> None:
    with tls("search.example.org") as url, caplog.at_level(logging.WARNING):
        server = Server(settings(url, verify_certs="no"))
        for _ in range(3):
            use(server)
    assert caplog.text.count("REFERAT_ELASTICSEARCH_VERIFY_CERTS") == 1
    assert not recwarn.list


def test_plain_http_to_tls_and_tls_to_plain_http(tls, elasticsearch_url: str) -> None:
    with tls("127.0.0.1") as url:
        assert "write https://" in told(url.replace("https:", "http:"))
    assert "does not speak TLS; write http://" in told(elasticsearch_url.replace("http:", "https:"))


# Settings that cannot be


def refused(**others: object) -> str:
    with pytest.raises(BadSettings) as caught:
        Server(settings(**others))  # type: ignore[arg-type]
    assert SECRET not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "url", ["127.0.0.1:9200", "ftp://search", "http://", "http://a:9200/?x=1", "http://a:port", "http://[::1", " , "]
)
def test_an_address_that_is_none(url: str) -> None:
    assert refused(url=url).startswith("REFERAT_ELASTICSEARCH_URL")


@pytest.mark.parametrize(
    "url", [f"https://elastic:{SECRET}@search:9200", f"http://a:9200,http://{SECRET}@b", f"http://e:{SECRET}/@b"]
)
def test_secrets_have_no_place_in_an_address(url: str) -> None:
    assert "REFERAT_ELASTICSEARCH_PASSWORD_FILE" in refused(url=url)


def test_addresses_get_the_ports_that_are_usual() -> None:
    server = Server(settings("http://a,https://b,http://[::1]:9201/es/"))
    assert server.where == "http://a:9200, https://b:443, http://[::1]:9201/es"


def test_secrets_may_stand_in_a_file(tmp_path: Path, secured: RunningServer) -> None:
    with secured.client() as client:
        key = client.security.create_api_key(name="a file")["encoded"]
    for name, text in (("key", key), ("word", secured.password)):
        (tmp_path / name).write_text(f"{text}\n")
    use(Server(settings(secured.url, api_key_file=str(tmp_path / "key"))))
    use(Server(settings(secured.url, username="elastic", password_file=str(tmp_path / "word"))))
    use(Server(settings(secured.url, username="elastic", password=secured.password)))


@pytest.mark.parametrize("which", ["api_key_file", "password_file"])
def test_a_file_that_holds_no_secret(which: str, tmp_path: Path) -> None:
    (tmp_path / "empty").write_text(" \n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    name = f"REFERAT_ELASTICSEARCH_{which.upper()}"
    assert "which is empty" in refused(**{which: str(tmp_path / "empty")})
    for missing in ("none", "binary", ""):
        line = refused(**{which: str(tmp_path / missing) if missing else str(tmp_path)})
        assert line.startswith(name)
        assert "cannot be read" in line


@pytest.mark.parametrize(
    "given",
    [
        {"api_key": SECRET, "username": "elastic"},
        {"api_key": SECRET, "password": SECRET},
        {"api_key": SECRET, "api_key_file": "x"},
        {"password": SECRET, "password_file": "x", "username": "elastic"},
        {"username": "elastic"},
        {"password": SECRET},
        {"api_key": f"{SECRET}\r\nX-Other: 1"},
        {"api_key": f"id:{SECRET}"},
        {"username": "a:b", "password": SECRET},
    ],
)
def test_ways_of_saying_who_one_is_that_do_not_go_together(given: dict[str, str]) -> None:
    assert "REFERAT_ELASTICSEARCH_" in refused(**given)


def test_a_file_of_authorities_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("nothing")
    for path in (tmp_path / "ca.pem", tmp_path / "none.pem"):
        assert refused(url="https://search:9200", ca_certs=str(path)).startswith("REFERAT_ELASTICSEARCH_CA_CERTS")


# Who asks


def test_wrong_credentials(secured: RunningServer) -> None:
    for wrong in ({"api_key": SECRET}, {"username": "elastic", "password": SECRET}, {}):
        line = told(secured.url, **wrong)
        assert "does not know these credentials; check REFERAT_ELASTICSEARCH_API_KEY" in line
        assert SECRET not in line


def test_no_secret_is_ever_told(secured: RunningServer, caplog: pytest.LogCaptureFixture) -> None:
    """Not in what is logged at the lowest level by anybody, nor in a trace, nor in what an object says of itself."""
    seen: list[object] = []
    encoded = "ZWxhc3RpYzp"  # of `elastic:`, as it begins in a header
    with caplog.at_level(logging.DEBUG), listening() as silent, answering(HTML, kind="text/html") as other:
        for url in (secured.url, f"http://{silent}", other, f"https://{silent}", "http://no-such-machine.invalid:9200"):
            for who in ({"api_key": SECRET}, {"username": "elastic", "password": SECRET}):
                given = settings(url, **who, timeout=2)
                server = Server(given)
                seen += [repr(given), repr(server), repr(server.reading), repr(vars(server))]
                seen += [
                    repr(server.reading.transport),
                    repr(vars(server.reading)),
                    repr(list(server.reading.transport.node_pool.all())),
                ]
                try:
                    use(server)
                except ReferatError as error:
                    seen += [repr(error.__cause__), *traceback.format_exception(error)]
                else:
                    pytest.fail("nobody knows these credentials")
    everything = "\n".join([caplog.text, *map(str, seen)])
    assert "elastic_transport" in caplog.text
    assert SECRET not in everything
    assert encoded not in everything
