"""What mappings/items.json repeats of other files is what they say; what it asks of a server does what it should."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import elasticsearch
import pytest

from engines.elasticsearch import drift, schema
from engines.kept import Model
from tests.elasticsearch import shipped
from tests.elasticsearch.indices import own_indices

ROOT = Path(__file__).parents[2]
TEXT = shipped.ITEMS.read_text(encoding="utf-8")
BODY: dict[str, Any] = json.loads(TEXT)
PAIRS = shipped.pairs()


def test_it_is_as_the_stop_words_the_synonyms_and_the_program_have_it() -> None:
    assert shipped.current(json.loads(TEXT)) == BODY, "run `python -m tests.elasticsearch.shipped`"


def test_it_is_set_out_to_be_read() -> None:
    assert shipped.pretty(BODY) + "\n" == TEXT, "run `python -m tests.elasticsearch.shipped`"


def test_it_is_what_an_index_is_made_of() -> None:
    made = schema.body(schema.Meta(Model(name="referat-e5-2", dimension=384), "int8_hnsw"))
    assert made == BODY


def test_every_field_is_documented_and_no_other() -> None:
    section = (ROOT / "docs" / "elasticsearch.md").read_text(encoding="utf-8").split("\n## What is stored\n")[1]
    rows = [line for line in section.split("\n## ")[0].splitlines() if line.startswith("| `")]
    documented = [name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert sorted(documented) == sorted(_fields(BODY["mappings"]["properties"]))


@pytest.fixture(scope="module")
def stored(elasticsearch_url: str) -> Iterator[tuple[elasticsearch.Elasticsearch, str]]:
    """A client, and an index with an item for each pair of synonyms, which has the second of them in its title."""
    with own_indices(elasticsearch_url) as name, elasticsearch.Elasticsearch(elasticsearch_url) as client:
        client.indices.create(index=name, **BODY)
        titles = [*(f"Orientering om {meant} i dag" for _, meant in PAIRS), "Nye mus", "Mødet kl. 10"]
        lines = [
            line
            for number, title in enumerate(titles)
            for line in ({"index": {"_id": number}}, {"kind": "item", "item": {"title": title}})
        ]
        client.bulk(index=name, operations=lines, refresh=True)
        yield client, name


@pytest.mark.parametrize("operator", ["or", "and"])
def test_other_tools_find_the_synonyms_of_what_they_ask_for(
    stored: tuple[elasticsearch.Elasticsearch, str], operator: str
) -> None:
    client, name = stored
    searches: list[dict[str, Any]] = []
    for number, (asked, _) in enumerate(PAIRS):
        match = {"text.stems": {"query": f"orientering {asked}", "operator": operator}}
        this = {"ids": {"values": [str(number)]}}
        searches += [{"index": name}, {"query": {"bool": {"must": {"match": match}, "filter": this}}}]
    answers = client.msearch(searches=searches)["responses"]
    assert [pair for pair, answer in zip(PAIRS, answers, strict=True) if not answer["hits"]["hits"]] == []


def test_an_abbreviation_that_is_a_word_must_be_asked_for_in_capitals(
    stored: tuple[elasticsearch.Elasticsearch, str],
) -> None:
    client, name = stored

    def found(text: str) -> set[str]:
        hits = client.search(index=name, query={"match": {"text.stems": text}}, size=1_000)["hits"]["hits"]
        return {hit["_source"]["item"]["title"] for hit in hits}

    assert found("mus") == {"Nye mus"}
    assert found("MUS") == {"Nye mus", "Orientering om medarbejderudviklingssamtale i dag"}


def test_other_synonyms_are_no_reason_to_refuse_an_index() -> None:
    settings = BODY["settings"]
    got = {
        "mappings": BODY["mappings"],
        "settings": dict(_flat({**settings["index"], "analysis": settings["analysis"]})),
    }
    assert drift.drift(BODY, got) == []
    got["settings"]["index.analysis.filter.danish_synonyms.synonyms"] = ["by => by, stad"]
    assert drift.drift(BODY, got) == []
    got["settings"]["index.analysis.filter.danish_stop.stopwords"] = ["ikke"]
    assert drift.drift(BODY, got) == ["index.analysis.filter.danish_stop.stopwords"]


def _fields(properties: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """Every field that holds something, by its whole name."""
    for name, field in properties.items():
        if "type" in field and "properties" not in field:
            yield before + name
        yield from _fields(field.get("properties", {}), f"{before}{name}.")
        yield from _fields(field.get("fields", {}), f"{before}{name}.")


def _flat(body: Mapping[str, Any], before: str = "index.") -> Iterator[tuple[str, Any]]:
    """Settings as a server gives them with flat names: every value as text."""
    for name, value in body.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        elif isinstance(value, list):
            yield before + name, [str(one) for one in value]
        else:
            yield before + name, str(value).lower() if isinstance(value, bool) else str(value)
