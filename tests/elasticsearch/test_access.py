"""The API keys of docs/elasticsearch.md: as little as each needs, and no less."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import elasticsearch
import pytest

from engines import open_engine
from engines.asked import Access
from engines.kept import Model
from indexer.embedding import model_of
from indexer.pipeline import index
from indexer.reindexing import reindex
from mappings.errors import EngineUnavailable
from mappings.settings import Settings
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.doubles import GramEmbedder
from tests.elasticsearch.indices import forget
from tests.elasticsearch.server import RunningServer

DOCUMENT = Path(__file__).parents[2] / "docs" / "elasticsearch.md"
QUESTION = "sygefravær"
EVERYTHING = Access(closed=True)


def described(name: str) -> dict[str, object]:
    """The request for an API key as the document has it."""
    blocks = re.findall(r"```json\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    keys = [json.loads(block) for block in blocks]
    return next(key for key in keys if key.get("name") == name)


@pytest.fixture
def minutes(examples: Path, tmp_path: Path) -> Path:
    """Two files of the examples are enough."""
    folder = tmp_path / "minutes"
    folder.mkdir()
    for path in sorted(examples.iterdir())[:2]:
        shutil.copy(path, folder)
    return folder


class Keys:
    """Settings that go by each of the two keys."""

    def __init__(self, server: RunningServer, client: elasticsearch.Elasticsearch) -> None:
        self._url = server.url
        self._client = client
        self._keys = {
            name: client.security.create_api_key(**described(f"referat-{name}"))["encoded"]  # type: ignore[arg-type]
            for name in ("indexing", "reading")
        }

    def less(self, name: str, privilege: str) -> None:
        """Make the key of that name anew without something that it has, given as `cluster: monitor`."""
        scope, _, taken = privilege.partition(": ")
        request: Any = described(f"referat-{name}")
        role = request["role_descriptors"][f"referat-{name}"]
        privileges = role["cluster"] if scope == "cluster" else role["indices"][0]["privileges"]
        privileges.remove(taken)
        self._keys[name] = self._client.security.create_api_key(**request)["encoded"]

    def settings(self, name: str) -> Settings:
        return Settings(engine="elasticsearch", elasticsearch_url=self._url, elasticsearch_api_key=self._keys[name])


@pytest.fixture
def keys(secured: RunningServer) -> Iterator[Keys]:
    with secured.client() as client:
        yield Keys(secured, client)
        forget(client, "referat")


def index_and_more(settings: Settings, minutes: Path) -> None:
    """All that the indexing key is for."""
    embedder = GramEmbedder()
    engine = open_engine(settings, model=model_of(embedder))
    try:
        assert index([minutes], engine, embedder).added == 2
        found = SearchService(engine, embedder)
        assert found.search(SearchRequest(question=QUESTION), PUBLIC).total > 0
        assert found.status().problems == ()
        before = list(engine.export(EVERYTHING))
        reindex(engine, embedder)
        assert list(engine.export(EVERYTHING)) == before
        assert engine.drop_old()
        assert engine.remove([before[0].id]).removed == 1
    finally:
        engine.close()


def read_everything(settings: Settings) -> object:
    """All that the reading key is for."""
    embedder = GramEmbedder()
    engine = open_engine(settings, model=model_of(embedder))
    try:
        found = SearchService(engine, embedder)
        answer = found.search(SearchRequest(question=QUESTION), PUBLIC)
        assert found.item(answer.results[0].id, PUBLIC).item.title == answer.results[0].title
        status = found.status()
        assert status.problems == ()
        return answer, list(engine.export(EVERYTHING)), status
    finally:
        engine.close()


def test_the_indexing_key_indexes_searches_and_reindexes(keys: Keys, minutes: Path) -> None:
    index_and_more(keys.settings("indexing"), minutes)


@pytest.mark.parametrize("privilege", ["cluster: monitor", "index: manage", "index: read", "index: write"])
def test_the_indexing_key_has_nothing_that_it_does_not_need(keys: Keys, minutes: Path, privilege: str) -> None:
    keys.less("indexing", privilege)
    with pytest.raises(EngineUnavailable, match="may not do"):
        index_and_more(keys.settings("indexing"), minutes)


def test_the_reading_key_reads(keys: Keys, minutes: Path) -> None:
    embedder = GramEmbedder()
    writer = open_engine(keys.settings("indexing"), model=model_of(embedder))
    index([minutes], writer, embedder)
    writer.close()
    everything = read_everything(keys.settings("indexing"))
    assert read_everything(keys.settings("reading")) == everything
    for privilege in ("cluster: monitor", "index: read", "index: view_index_metadata", "index: monitor"):
        keys.less("reading", privilege)
        try:
            assert read_everything(keys.settings("reading")) != everything, f"{privilege} is not needed"
        except EngineUnavailable as error:
            assert "may not do" in str(error)  # noqa: PT017 - one or the other


def test_the_reading_key_cannot_write(keys: Keys, minutes: Path, examples: Path) -> None:
    embedder = GramEmbedder()
    writer = open_engine(keys.settings("indexing"), model=model_of(embedder))
    index([minutes], writer, embedder)
    before = list(writer.export(EVERYTHING))
    more = sorted(examples.iterdir())[2]
    reader = open_engine(keys.settings("reading"), model=model_of(embedder))
    for write in (
        lambda: reader.remove([before[0].id]),
        lambda: index([more], reader, embedder),
        lambda: reindex(reader, embedder),
    ):
        with pytest.raises(EngineUnavailable, match=r"These credentials may not do .* Give their role the") as caught:
            write()
        assert "see Access in docs/elasticsearch.md" in str(caught.value)
        assert "\n" not in str(caught.value)
    assert list(writer.export(EVERYTHING)) == before
    for engine in (reader, writer):
        engine.close()


def test_the_reading_key_makes_no_index_either(keys: Keys, minutes: Path, secured: RunningServer) -> None:
    embedder = GramEmbedder()
    reader = open_engine(keys.settings("reading"), model=model_of(embedder))
    with pytest.raises(EngineUnavailable, match="These credentials may not do"):
        index([minutes], reader, embedder)
    reader.close()
    with secured.client() as client:
        assert not client.indices.get(index="referat*", expand_wildcards="all").body


@pytest.mark.parametrize("name", ["indexing", "reading"])
def test_neither_key_reaches_what_is_not_ours(keys: Keys, secured: RunningServer, name: str) -> None:
    with secured.client() as client:
        client.options(ignore_status=400).indices.create(index="salaries")
    own = keys.settings(name)
    engine = open_engine(
        Settings(
            engine="elasticsearch",
            elasticsearch_url=own.elasticsearch_url,
            elasticsearch_api_key=own.elasticsearch_api_key,
            elasticsearch_index="salaries",
        ),
        model=Model(name="grams", dimension=64),
    )
    with pytest.raises(EngineUnavailable, match="These credentials may not do"):
        engine.people(EVERYTHING)
    engine.close()
