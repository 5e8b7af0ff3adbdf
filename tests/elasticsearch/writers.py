"""Writers to a server: engines, bare stores, and processes of their own that can be killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch

from engines.elasticsearch.engine import ElasticsearchEngine
from engines.elasticsearch.names import Place
from mappings.settings import Settings
from tests.contract.corpus import MODEL

ROOT = Path(__file__).parents[2]
PREAMBLE = """
import os, signal, sys, time
from tests.contract.corpus import MODEL, item, meeting
from tests.elasticsearch.writers import opened
engine = opened(*sys.argv[1:])
"""


def settings(url: str, name: str, organisation: str = "") -> Settings:
    return Settings(
        engine="elasticsearch",
        elasticsearch_url=url,
        elasticsearch_index=name,
        elasticsearch_organisation=organisation,
    )


def opened(url: str, name: str, organisation: str = "") -> ElasticsearchEngine:
    return ElasticsearchEngine(settings(url, name, organisation), MODEL)


def documents(url: str, name: str) -> dict[str, Any]:
    """Everything that stands in the index, by the server's id, as it is at this moment."""
    place = Place(name)
    with Elasticsearch(url) as client:
        client.indices.refresh(index=place.read)
        found = client.search(index=place.read, size=1_000)
    return {hit["_id"]: hit["_source"] for hit in found["hits"]["hits"]}


def leases(url: str, name: str) -> dict[str, Any]:
    """Every lease, by the server's id."""
    with Elasticsearch(url) as client:
        client.indices.refresh(index=Place(name).state)
        found = client.search(index=Place(name).state)
    return {hit["_id"]: hit["_source"] for hit in found["hits"]["hits"]}


@contextmanager
def process(script: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Another process with an `engine` at hand; what it prints can be read; it does not outlive the block."""
    child = subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + script, *arguments],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()
