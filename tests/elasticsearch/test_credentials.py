"""Who one is to the server: settings that go together, and secrets that are told to nobody."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

import pytest

from engines.elasticsearch.connection import Server
from mappings.errors import BadSettings, ReferatError
from tests.elasticsearch.impostors import answering, listening
from tests.elasticsearch.server import RunningServer
from tests.elasticsearch.using import settings, told, use

SECRET = "c2VjcmV0LWlkOnZlcnktc2VjcmV0LWtleQ=="
HTML = "<!doctype html><title>Velkommen</title>"


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
