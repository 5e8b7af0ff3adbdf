"""A server that is stopped, killed, suspended or restarted, and a way to it that delays, cuts and refuses.

Searching says so in time, and goes on by itself; indexing waits, and loses nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engines import open_engine
from engines.asked import Access
from engines.base import Engine
from engines.elasticsearch import waiting
from engines.elasticsearch.breaker import REST
from indexer import preparing
from indexer.embedding import model_of
from indexer.pipeline import IndexReport, index
from mappings.documents import Meeting
from mappings.errors import EngineUnavailable
from mappings.settings import Settings
from search_api.service import SearchService
from tests.doubles import GramEmbedder
from tests.elasticsearch.proxy import Proxy, between
from tests.elasticsearch.server import RunningServer
from tests.web.reading import read
from web.app import create_app

TIMEOUT = 2  # seconds that a search may take here
SLACK = 1.0  # seconds for all else on a busy machine
QUESTION = "/api/v1/search?q=budget"


def settings(url: str, name: str) -> Settings:
    return Settings(
        engine="elasticsearch", elasticsearch_url=url, elasticsearch_index=name, elasticsearch_timeout=TIMEOUT
    )


def opened(url: str, name: str) -> Engine:
    return open_engine(settings(url, name), model=model_of(GramEmbedder()))


def indexed(url: str, name: str, minutes: Path) -> IndexReport:
    engine = opened(url, name)
    try:
        return index([minutes], engine, GramEmbedder())
    finally:
        engine.close()


def stored(url: str, name: str) -> list[Meeting]:
    engine = opened(url, name)
    try:
        return list(engine.export(Access(closed=True)))
    finally:
        engine.close()


@pytest.fixture(scope="module")
def minutes(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some files of the examples are enough."""
    folder = tmp_path_factory.mktemp("minutes")
    for path in sorted(examples.iterdir())[:8]:
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def wanted(minutes: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Meeting]:
    """What is stored where nothing goes wrong, by the other engine."""
    engine = open_engine(Settings(data=tmp_path_factory.mktemp("wanted")), model=model_of(GramEmbedder()))
    index([minutes], engine, GramEmbedder())
    meetings = list(engine.export(Access(closed=True)))
    engine.close()
    assert len(meetings) == 8
    return meetings


# Searching


@contextmanager
def application(url: str, name: str) -> Iterator[Flask]:
    service = SearchService(opened(url, name), GramEmbedder())
    yield create_app(service=service)
    service.close()


@pytest.fixture
def searched(own_server: RunningServer, own_index: str, minutes: Path) -> Iterator[FlaskClient]:
    """The pages over minutes on a server that may be harmed."""
    indexed(own_server.url, own_index, minutes)
    with application(own_server.url, own_index) as app:
        client = app.test_client()
        assert client.get(QUESTION).get_json()["total"] > 0
        yield client


def assert_told(client: FlaskClient) -> None:
    """A page and a problem, both in time, with no word of how the program is built."""
    for address in (QUESTION, "/?q=budget"):
        begun = monotonic()
        response = client.get(address)
        assert monotonic() - begun < TIMEOUT + SLACK
        assert response.status_code == 503
        assert int(response.headers["Retry-After"]) > 0
        assert "127.0.0.1" not in response.text
        assert "REFERAT_" not in response.text
        if address == QUESTION:
            assert response.content_type == "application/problem+json"
            assert response.get_json()["title"] == "Søgemaskinen svarer ikke"
        else:
            page = read(response.text)
            assert page.one("html").attributes["lang"] == "da"
            assert page.one("h1").text == "Søgningen er ude af drift"


def assert_recovers(client: FlaskClient) -> None:
    """By itself, as soon as the circuit breaker lets somebody try."""
    end = monotonic() + REST + TIMEOUT + 2 * SLACK
    while (response := client.get(QUESTION)).status_code != 200:
        assert monotonic() < end, response.text
        sleep(0.2)
    assert response.get_json()["total"] > 0
    assert client.get("/?q=budget").status_code == 200


@pytest.mark.parametrize("end", [RunningServer.stop, RunningServer.kill])
def test_searching_tells_of_a_server_that_is_gone_and_goes_on_when_it_is_back(
    searched: FlaskClient, own_server: RunningServer, end: Callable[[RunningServer], None]
) -> None:
    end(own_server)
    for _ in range(3):
        assert_told(searched)
    own_server.start()
    assert_recovers(searched)


def test_a_suspended_server_ties_up_nobody_for_long(searched: FlaskClient, own_server: RunningServer) -> None:
    own_server.suspend()
    with ThreadPoolExecutor(12) as pool:
        begun = monotonic()
        statuses = list(pool.map(lambda _: searched.application.test_client().get(QUESTION).status_code, range(12)))
        assert statuses == [503] * 12
        assert monotonic() - begun < TIMEOUT + SLACK
        begun = monotonic()
        statuses = list(pool.map(lambda _: searched.application.test_client().get(QUESTION).status_code, range(100)))
        assert statuses == [503] * 100
        assert monotonic() - begun < SLACK  # nobody waits for a server that did not answer lately
    assert_told(searched)
    own_server.resume()
    assert_recovers(searched)


def test_a_server_that_is_slow_all_the_time_gets_one_timeout_for_all(
    own_server: RunningServer, own_index: str, minutes: Path
) -> None:
    indexed(own_server.url, own_index, minutes)
    with between(own_server.url) as proxy, application(proxy.url, own_index) as app:
        client = app.test_client()
        assert client.get(QUESTION).status_code == 200
        proxy.delay(TIMEOUT * 0.4)
        assert_told(client)
        proxy.heal()
        assert_recovers(client)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_refuses_for_a_while_is_told_of(
    own_server: RunningServer, own_index: str, minutes: Path, status: int
) -> None:
    indexed(own_server.url, own_index, minutes)
    with between(own_server.url) as proxy, application(proxy.url, own_index) as app:
        client = app.test_client()
        proxy.answer(status, times=10_000)
        assert_told(client)
        proxy.heal()
        assert client.get(QUESTION).status_code == 200


@pytest.mark.parametrize("when", ["before", "after", "within"])
def test_a_connection_that_is_cut_once_costs_no_answer(
    own_server: RunningServer, own_index: str, minutes: Path, when: Any
) -> None:
    indexed(own_server.url, own_index, minutes)
    with between(own_server.url) as proxy, application(proxy.url, own_index) as app:
        client = app.test_client()
        proxy.cut(when)
        assert client.get(QUESTION).status_code == 200
        proxy.cut(when, times=10_000)
        assert_told(client)
        proxy.heal()
        assert_recovers(client)


# Indexing


@pytest.fixture
def in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A meeting at a time, so that there is much to interrupt; and short waits, for there are many of them."""
    monkeypatch.setattr(preparing, "CHUNK", 1)
    monkeypatch.setattr(waiting, "LONGEST", 1.0)


@contextmanager
def indexing(url: str, name: str, minutes: Path) -> Iterator[Future[IndexReport]]:
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(indexed, url, name, minutes)


def until_written(proxy: Proxy, times: int, run: Future[IndexReport]) -> None:
    """Until so many meetings are stored, with more to come."""
    while proxy.count("/_refresh") < times + 1:  # the first may still be on its way
        assert not run.done(), run.result()
        sleep(0.01)


TROUBLES: dict[str, Callable[[Proxy], object]] = {
    "too much for a while": lambda proxy: proxy.answer(429, times=4),
    "not ready": lambda proxy: proxy.answer(503, times=4),
    "not ready to write": lambda proxy: proxy.answer(503, times=3, only="/_bulk"),
    "too busy to write": lambda proxy: proxy.answer(429, times=3, only="/_bulk"),
    "cut before a write": lambda proxy: proxy.cut("before", times=3, only="/_bulk"),
    "cut after a write": lambda proxy: proxy.cut("after", times=3, only="/_bulk"),
    "cut within the answer to a write": lambda proxy: proxy.cut("within", times=3, only="/_bulk"),
    "cut wherever it is": lambda proxy: [proxy.cut(when, times=2) for when in ("before", "after", "within")],
    "half of a write refused": lambda proxy: proxy.refuse(429, every=2, times=3),
    "cut at a refresh": lambda proxy: proxy.cut("after", times=2, only="/_refresh"),
    "a slow way": lambda proxy: proxy.delay(0.5, times=10),
}


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
@pytest.mark.usefixtures("in_steps")
def test_indexing_through_trouble_loses_nothing_and_stores_nothing_twice(
    own_server: RunningServer,
    own_index: str,
    minutes: Path,
    wanted: list[Meeting],
    trouble: Callable[[Proxy], object],
) -> None:
    with between(own_server.url) as proxy, indexing(proxy.url, own_index, minutes) as run:
        until_written(proxy, 1, run)
        trouble(proxy)
        report = run.result(120)
    assert not report.failures
    assert report.added == len(wanted)
    assert stored(own_server.url, own_index) == wanted


@pytest.mark.parametrize("end", [RunningServer.stop, RunningServer.kill, RunningServer.suspend])
@pytest.mark.usefixtures("in_steps")
def test_indexing_waits_for_a_server_that_goes_away(
    own_server: RunningServer,
    own_index: str,
    minutes: Path,
    wanted: list[Meeting],
    end: Callable[[RunningServer], None],
) -> None:
    with between(own_server.url) as proxy, indexing(proxy.url, own_index, minutes) as run:
        until_written(proxy, 2, run)
        end(own_server)
        with pytest.raises(TimeoutError):
            run.result(3)
        own_server.restore()
        report = run.result(120)
    assert not report.failures
    assert stored(own_server.url, own_index) == wanted


@pytest.mark.usefixtures("in_steps")
def test_indexing_that_gave_up_is_resumed_by_the_next_run(
    own_server: RunningServer,
    own_index: str,
    minutes: Path,
    wanted: list[Meeting],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as impatient:
        impatient.setattr(waiting, "ALTOGETHER", 1.0)
        with between(own_server.url) as proxy, indexing(proxy.url, own_index, minutes) as run:
            until_written(proxy, 2, run)
            own_server.kill()
            with pytest.raises(EngineUnavailable):
                run.result(60)
    own_server.start()
    before = stored(own_server.url, own_index)
    assert 0 < len(before) < len(wanted)
    assert [one for one in wanted if one in before] == before  # each as it should be, or not there
    report = indexed(own_server.url, own_index, minutes)
    assert report.unchanged >= len(before)
    assert stored(own_server.url, own_index) == wanted
