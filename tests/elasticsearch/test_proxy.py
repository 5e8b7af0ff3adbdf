"""The proxy makes the trouble it is told to, once, and passes on everything else unchanged."""

from __future__ import annotations

import time
from collections.abc import Iterator

import elasticsearch
import pytest

from tests.elasticsearch.proxy import Cut, Proxy, between


@pytest.fixture
def proxy(elasticsearch_url: str) -> Iterator[Proxy]:
    with between(elasticsearch_url) as proxy:
        yield proxy


@pytest.fixture
def client(proxy: Proxy, index_name: str) -> Iterator[elasticsearch.Elasticsearch]:
    """A client that gives up at once, through the proxy, with an index to write to."""
    with elasticsearch.Elasticsearch(proxy.url, max_retries=0, request_timeout=10) as client:
        client.indices.create(index=index_name)
        yield client


def write(client: elasticsearch.Elasticsearch, index_name: str, *ids: str) -> list[int]:
    """The status of each of a bulk request's operations."""
    operations = [line for one in ids for line in ({"index": {"_id": one}}, {"title": one})]
    answer = client.bulk(index=index_name, operations=operations, refresh=True)
    return [item["index"]["status"] for item in answer["items"]]


def held(client: elasticsearch.Elasticsearch, index_name: str) -> set[str]:
    client.indices.refresh(index=index_name)
    return {hit["_id"] for hit in client.search(index=index_name)["hits"]["hits"]}


def test_without_trouble_nothing_is_changed_and_all_is_counted(client, proxy, index_name):
    assert write(client, index_name, "1", "2") == [201, 201]
    assert held(client, index_name) == {"1", "2"}
    assert proxy.count("_bulk") == 1
    assert proxy.count() == 4


def test_an_answer_of_its_own_comes_as_often_as_told_and_only_where_told(client, proxy, index_name):
    proxy.answer(429, times=2, only="_bulk").answer(503, only="_bulk")
    seen = []
    for _ in range(3):
        with pytest.raises(elasticsearch.ApiError) as error:
            write(client, index_name, "1")
        seen.append(error.value.status_code)
    assert seen == [429, 429, 503]
    assert held(client, index_name) == set()
    assert write(client, index_name, "1") == [201]


@pytest.mark.parametrize(("when", "done"), [("before", False), ("after", True), ("within", True)])
def test_a_connection_is_cut_before_or_after_the_server_did_it(client, proxy, index_name, when: Cut, done: bool):
    proxy.cut(when, only="_bulk")
    with pytest.raises(elasticsearch.ConnectionError):
        write(client, index_name, "1")
    assert held(client, index_name) == ({"1"} if done else set())


def test_an_answer_comes_late(client, proxy, index_name):
    proxy.delay(0.4, only="_search")
    begun = time.monotonic()
    held(client, index_name)
    assert time.monotonic() - begun >= 0.4
    with pytest.raises(elasticsearch.ConnectionTimeout):
        client.options(request_timeout=0.1).search(index=index_name)
    proxy.heal()
    client.options(request_timeout=5).search(index=index_name)


def test_part_of_a_bulk_request_is_refused(client, proxy, index_name):
    proxy.refuse(429, every=2)
    assert write(client, index_name, "1", "2", "3") == [429, 201, 429]
    assert held(client, index_name) == {"2"}
    assert write(client, index_name, "1", "2", "3") == [201, 200, 201]


def test_a_server_that_is_gone_is_gone_through_the_proxy_too():
    with between("http://127.0.0.1:9") as proxy, elasticsearch.Elasticsearch(proxy.url, max_retries=0) as client:
        with pytest.raises(elasticsearch.ConnectionError):
            client.info()
        assert proxy.count() == 1
