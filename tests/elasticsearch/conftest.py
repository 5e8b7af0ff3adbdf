"""Servers that a test may harm, and names of its own on them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from engines import open_engine
from engines.base import Engine
from mappings.settings import Settings
from tests.contract.corpus import MODEL
from tests.elasticsearch import server as servers
from tests.elasticsearch.indices import own_indices, own_name
from tests.elasticsearch.server import RunningServer


@pytest.fixture
def index_name(elasticsearch_url: str) -> Iterator[str]:
    """A name for `REFERAT_ELASTICSEARCH_INDEX` on the server that all tests share; its indices go with the test."""
    with own_indices(elasticsearch_url) as name:
        yield name


@pytest.fixture
def settings(elasticsearch_url: str, index_name: str) -> Settings:
    return Settings(engine="elasticsearch", elasticsearch_url=elasticsearch_url, elasticsearch_index=index_name)


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    opened = open_engine(settings, model=MODEL)
    yield opened
    opened.close()


@pytest.fixture
def client(elasticsearch_url: str) -> Iterator[Elasticsearch]:
    """The server that all tests share, asked without an engine."""
    with Elasticsearch(elasticsearch_url, request_timeout=60) as opened:
        yield opened


@pytest.fixture(scope="session")
def _harmed() -> Iterator[RunningServer]:
    yield from _server()


@pytest.fixture(scope="session")
def secured() -> Iterator[RunningServer]:
    """A server with security on; its user `elastic` may do everything, with `secured.password`."""
    yield from _server(password="kun-til-test")


@pytest.fixture
def own_server(_harmed: RunningServer) -> Iterator[RunningServer]:
    """A server that the test may stop, kill and suspend; it runs when the test begins. Take names of `own_name`."""
    _harmed.restore()
    yield _harmed
    _harmed.resume()


@pytest.fixture
def own_index() -> str:
    """A name for `REFERAT_ELASTICSEARCH_INDEX` on a server of one's own."""
    return own_name()


def _server(password: str = "") -> Iterator[RunningServer]:
    if missing := servers.missing():
        pytest.skip(missing)
    started = RunningServer(password=password)
    yield started
    started.close()
