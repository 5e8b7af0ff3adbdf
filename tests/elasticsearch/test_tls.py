"""The real server behind TLS: whose certificates are taken, and what is said of the others."""

from __future__ import annotations

import datetime as dt
import logging
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import trustme

from engines.elasticsearch.connection import Server
from tests.elasticsearch.impostors import behind_tls
from tests.elasticsearch.using import settings, told, use


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
