"""A text is as long as it has tokens: the server counts each of them, though the grams of a word stand in one place."""

from __future__ import annotations

import elasticsearch
import pytest

from engines.elasticsearch import schema
from engines.kept import Model
from mappings import analysis

K1, B = 1.2, 0.75  # of BM25, as in items.json
# How often one word is said in each of two texts. Lengths are kept in a byte, and exact up to 40 tokens.
FEW, MANY = 1, 2
WORD = "hjemmearbejdspladsen"


@pytest.mark.parametrize(
    ("field", "tokens"), [("text.stems", (analysis.stem(WORD),)), ("text.grams", analysis.grams(WORD))]
)
def test_bm25_counts_every_token(elasticsearch_url: str, index_name: str, field: str, tokens: tuple[str, ...]) -> None:
    with elasticsearch.Elasticsearch(elasticsearch_url) as client:
        client.indices.create(
            index=index_name, **schema.body(schema.Meta(Model(name="none", dimension=8), "int8_hnsw"))
        )
        for times in (FEW, MANY):
            text = {"item": {"title": " ".join([WORD] * times)}}
            client.index(index=index_name, id=str(times), document=text)
        client.indices.refresh(index=index_name)
        found = client.search(index=index_name, query={"term": {field: tokens[0]}})["hits"]["hits"]
    assert {hit["_id"]: hit["_score"] for hit in found} == {
        str(times): pytest.approx(bm25(times, len(tokens) * times, len(tokens) * (FEW + MANY) / 2), rel=1e-6)
        for times in (FEW, MANY)
    }


def bm25(occurrences: int, length: float, mean: float) -> float:
    """What one token adds, but for how rare it is."""
    return (K1 + 1) * occurrences / (occurrences + K1 * (1 - B + B * length / mean))
