"""Organisations that share an index of many shards: what one of them asks or writes is for a single shard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import elasticsearch
import pytest

from benchmarks.elasticsearch.wire import Bare, recorded
from engines import open_engine
from engines.asked import FACETS, PUBLIC, Filters, Selection
from engines.base import Engine
from indexer.embedding import common, model_of
from indexer.pipeline import index
from mappings.settings import Settings
from tests.contract.corpus import MODEL, item, meeting, vector, words
from tests.doubles import GramEmbedder
from tests.elasticsearch.document import run

EMBEDDER = GramEmbedder()
SHARDS = 8  # in the document
ORGANISATIONS = ("aarhus", "egedal", "greve", "holbaek", "ishoej", "randers")


@pytest.fixture
def shared(elasticsearch_url: str, index_name: str) -> Iterator[Settings]:
    """Settings of an index that an operator wants in several shards, as docs/elasticsearch.md says to have it so."""
    with elasticsearch.Elasticsearch(elasticsearch_url, request_timeout=30) as client:
        run(client, "Before the first `referat index`, or the next `referat reindex`: more shards", index_name)
        yield replace(
            Settings(engine="elasticsearch"), elasticsearch_url=elasticsearch_url, elasticsearch_index=index_name
        )
        client.indices.delete_index_template(name=index_name)


@pytest.fixture
def engines(shared: Settings) -> Iterator[dict[str, Engine]]:
    """One of each organisation, with a meeting of its own."""
    opened = {
        name: open_engine(replace(shared, elasticsearch_organisation=name), model=MODEL) for name in ORGANISATIONS
    }
    for name, engine in opened.items():
        engine.write([meeting("Byrådet", "2021-05-31", item(f"Skoler i {name}", "Nye skoler"), item("Veje", "Stier"))])
    yield opened
    for engine in opened.values():
        engine.close()


def test_a_question_of_an_organisation_goes_to_one_shard(shared: Settings, engines: dict[str, Engine]) -> None:
    with elasticsearch.Elasticsearch(shared.elasticsearch_url, request_timeout=30) as client:
        everywhere = client.search(index=shared.elasticsearch_index, size=0)
        assert everywhere["_shards"]["total"] == SHARDS
    with recorded() as requests:
        engine = engines["aarhus"]
        engine.candidates(words("skoler"), vector("Stier"), Filters(), 5, PUBLIC)
        engine.select(Selection(words=words("skoler"), facets=FACETS), PUBLIC)
        engine.people(PUBLIC)
    bare = Bare(shared.elasticsearch_url)
    searches = [request for request in requests if request.target.split("?")[0].endswith("_msearch")]
    asked = [answer["_shards"]["total"] for sent in bare.send(searches) for answer in sent["responses"]]
    bare.close()
    assert len(asked) > 5
    assert set(asked) == {1}


def test_organisations_lie_on_several_shards_and_never_see_each_other(
    shared: Settings, engines: dict[str, Engine]
) -> None:
    with elasticsearch.Elasticsearch(shared.elasticsearch_url, request_timeout=30) as client:
        shards = client.cat.shards(index=f"{shared.elasticsearch_index}-v*", format="json", h="prirep,docs")
        used = [shard for shard in shards if shard["prirep"] == "p" and int(shard["docs"]) > 0]
        assert len(used) > 1
    for name, engine in engines.items():
        found = engine.select(Selection(words=words("skoler")), PUBLIC)
        assert found.total == 1
        assert engine.items(found.ids, PUBLIC)[0].item.title == f"Skoler i {name}"
        assert engine.status().items == 2


def test_what_passages_have_in_common_is_each_organisations_own(shared: Settings, tmp_path: Path) -> None:
    opened = []
    for name, matter in (("aarhus", "Havnen får en ny mole."), ("greve", "Skolernes budget lægges om.")):
        file = tmp_path / f"{name}.txt"
        text = f"REFERAT Byrådet d. 12-03-2021\n\nPunkt 1: Sag\n\n21/1\n\nBaggrund\n\n{matter}"
        file.write_text(text, encoding="utf-8")
        opened.append(open_engine(replace(shared, elasticsearch_organisation=name), model=model_of(EMBEDDER)))
        index([file], opened[-1], EMBEDDER)
    first, second = (common.remembered(engine, EMBEDDER) for engine in opened)
    for engine in opened:
        engine.close()
    assert first is not None
    assert second is not None
    assert (first.passages, second.passages) == (1, 1)
    assert first.vector.tolist() != second.vector.tolist()
