"""What stands under our names on the server is ours and as we made it, or it is refused and left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from engines.asked import PUBLIC, Selection
from engines.base import Engine
from engines.elasticsearch import schema, versions
from engines.elasticsearch.connection import Server
from engines.elasticsearch.names import Place
from engines.elasticsearch.versions import Versions
from engines.kept import Model
from mappings.errors import IndexMismatch
from mappings.settings import Settings
from tests.contract.corpus import MODEL, item, meeting

MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"))
FOREIGN = {"properties": {"price": {"type": "double"}}}


@pytest.fixture
def index(settings: Settings) -> Iterator[Versions]:
    server = Server(settings)
    yield Versions(server, Place(settings.elasticsearch_index), settings.elasticsearch_vectors)
    server.close()


def state(client: Elasticsearch, name: str) -> dict[str, Any]:
    """Everything of ours on the server: names, aliases, mappings, settings, numbers of documents."""
    found = dict(client.indices.get(index=f"{name}*", expand_wildcards="all").body)
    return {one: (each, client.count(index=one)["count"]) for one, each in found.items()}


def refused(attempt: Callable[[], object], *told: str) -> None:
    """An attempt ends in one line that tells all of this."""
    with pytest.raises(IndexMismatch) as error:
        attempt()
    line = str(error.value)
    assert "\n" not in line
    for words in told:
        assert words in line


def test_many_writers_make_one_index(index: Versions) -> None:
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(lambda _: index.make(MODEL), range(6)))
    assert len(set(made)) == 1
    assert index.current() == made[0]
    assert index.drift(made[0]) == []


def test_nothing_is_made_by_asking(index: Versions, client: Elasticsearch, index_name: str, engine: Engine) -> None:
    assert index.current() is None
    assert engine.select(Selection(), PUBLIC).total == 0
    assert engine.status().problems == ()
    refused(lambda: index.make(None), "no model")
    assert state(client, index_name) == {}


@pytest.mark.parametrize("ending", ["", "-write", "-state", "-vectors"])
def test_an_index_of_another_program_is_left_alone(
    engine: Engine, client: Elasticsearch, index_name: str, ending: str
) -> None:
    client.indices.create(index=index_name + ending, mappings=FOREIGN)
    client.index(index=index_name + ending, document={"price": 7}, refresh=True)
    before = state(client, index_name)
    for attempt in (lambda: engine.write([MAY]), *([engine.status, _searched(engine)] if not ending else [])):
        refused(attempt, index_name + ending, "not made by this program", "REFERAT_ELASTICSEARCH_INDEX")
    assert state(client, index_name) == before


@pytest.mark.parametrize("ending", ["", "-write"])
def test_an_alias_of_another_program_is_left_alone(
    engine: Engine, client: Elasticsearch, index_name: str, ending: str
) -> None:
    client.indices.create(index=f"{index_name}-prices", aliases={index_name + ending: {}}, mappings=FOREIGN)
    before = state(client, index_name)
    refused(lambda: engine.write([MAY]), f"{index_name}-prices", "not made by this program")
    assert state(client, index_name) == before


def _searched(engine: Engine) -> Callable[[], object]:
    return lambda: engine.select(Selection(), PUBLIC)


def test_an_alias_that_leads_to_two_indices_is_refused(
    engine: Engine, client: Elasticsearch, index_name: str, index: Versions
) -> None:
    engine.write([MAY])
    client.indices.create(index=f"{index_name}-prices", aliases={index_name: {}}, mappings=FOREIGN)
    refused(lambda: engine.write([MAY]), "several indices", f"{index_name}-prices")
    refused(index.current, "several indices")


def test_a_lost_alias_is_told(engine: Engine, client: Elasticsearch, index_name: str) -> None:
    engine.write([MAY])
    client.indices.delete_alias(index=f"{index_name}-v000001", name=f"{index_name}-write")
    refused(lambda: engine.write([MAY]), f"{index_name}-write", f"{index_name}-v000001", "nothing")
    assert engine.select(Selection(), PUBLIC).total == 1
    assert any(f"{index_name}-write" in line for line in engine.status().problems)
    client.indices.delete_alias(index=f"{index_name}-v000001", name=index_name)
    before = state(client, index_name)
    refused(lambda: engine.write([MAY]), f"{index_name}-v000001", "alias")
    assert state(client, index_name) == before


BOOLEAN_TOO_AS_WORD = {"type": "boolean", "fields": {"word": {"type": "keyword"}}}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"properties": {"remark": {"type": "keyword"}}}, "remark"),
        ({"dynamic": True}, "dynamic"),
        ({"properties": {"labels": {"type": "keyword", "ignore_above": 10}}}, "labels.ignore_above"),
        ({"properties": {"item": {"properties": {"closed": BOOLEAN_TOO_AS_WORD}}}}, "item.closed.fields.word"),
    ],
)
def test_a_mapping_changed_by_hand_is_told_by_field_and_not_written_to(
    engine: Engine, client: Elasticsearch, index_name: str, changed: dict[str, Any], told: str
) -> None:
    engine.write([MAY])
    client.indices.put_mapping(index=index_name, **changed)
    refused(lambda: engine.write([MAY]), told, "referat reindex")
    (problem,) = engine.status().problems
    assert told in problem
    assert told in engine.status().details["mapping"]
    assert engine.select(Selection(), PUBLIC).total == 1


def test_settings_that_searching_depends_on_are_watched_and_others_are_the_operators(
    engine: Engine, client: Elasticsearch, index_name: str
) -> None:
    engine.write([MAY])
    client.indices.put_settings(index=index_name, settings={"auto_expand_replicas": False, "number_of_replicas": 0})
    assert engine.write([MAY]).replaced == 1
    client.indices.put_settings(index=index_name, settings={"refresh_interval": "1s"})
    refused(lambda: engine.write([MAY]), "index.refresh_interval")
    client.indices.put_settings(index=index_name, settings={"refresh_interval": "-1"})
    client.indices.close(index=index_name)
    client.indices.put_settings(index=index_name, settings={"analysis.filter.longest_word.length": 5})
    client.indices.open(index=index_name)
    refused(lambda: engine.write([MAY]), "index.analysis.filter.longest_word.length")


def test_another_version_is_refused_with_what_to_do(index: Versions, monkeypatch: pytest.MonkeyPatch) -> None:
    made = index.make(MODEL)
    monkeypatch.setattr(versions, "ANALYSIS_VERSION", made.meta.analysis + 1)
    refused(lambda: index.check(made.meta, MODEL), "referat reindex")
    monkeypatch.setattr(schema, "SCHEMA_VERSION", made.meta.schema - 1)
    refused(lambda: index.check(made.meta, MODEL), "newer program")


def test_an_index_deleted_and_made_again_by_another_model_is_noticed(
    index: Versions, client: Elasticsearch, index_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = index.make(MODEL)
    assert index.meta(made.concrete).model == MODEL
    client.indices.delete(index=made.concrete)
    index.make(Model(name="other", dimension=MODEL.dimension))
    monkeypatch.setattr(versions, "_REMEMBERED", 0.0)
    assert index.meta(made.concrete).model.name == "other"
