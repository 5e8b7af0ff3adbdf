"""An engine on the tests' server, and what it says to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elasticsearch import Elasticsearch

from engines.elasticsearch.engine import ElasticsearchEngine
from engines.kept import Model
from mappings.settings import Settings
from tests.contract.corpus import MODEL


def opened(url: str, name: str, model: Model | None = MODEL, **settings: Any) -> ElasticsearchEngine:
    return ElasticsearchEngine(Settings(elasticsearch_url=url, elasticsearch_index=name, **settings), model)


class Overheard:
    """Every search that an engine asked for, as it was sent, and the snapshots that it opened and closed."""

    def __init__(self, engine: ElasticsearchEngine) -> None:
        self.searches: list[Mapping[str, Any]] = []
        self.open: set[str] = set()
        self._client = engine._server.reading
        engine._server.reading = self  # type: ignore[assignment]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def msearch(self, *, searches: list[Mapping[str, Any]], **others: Any) -> Any:
        self.searches += searches[1::2]
        return self._client.msearch(searches=searches, **others)

    def search(self, **others: Any) -> Any:
        self.searches.append(others)
        return self._client.search(**others)

    def open_point_in_time(self, **others: Any) -> Any:
        opened = self._client.open_point_in_time(**others)
        self.open.add(opened["id"])
        return opened

    def close_point_in_time(self, *, id: str) -> Any:  # noqa: A002  (as the client calls it)
        self.open.discard(id)
        return self._client.close_point_in_time(id=id)

    @property
    def client(self) -> Elasticsearch:
        return self._client
