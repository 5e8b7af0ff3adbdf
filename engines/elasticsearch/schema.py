"""The settings and mapping of a version of the index: `mappings/items.json` as it is, but for the model's dimension.

What made an index (schema, analysis, model) stands in its mapping's `_meta`, so that an index says for itself whether
it fits this program.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from engines.base import Model
from mappings.analysis import ANALYSIS_VERSION

SCHEMA_VERSION = 1  # raise it when documents or mapping change, so that old ones have to be made anew
PROGRAM = "referatsoegning"
VECTOR_FIELDS = ("passages", "title_passage")


@dataclass(frozen=True, slots=True)
class Meta:
    """What a version of the index was made by; `vectors` is the type of its vector index (`int8_hnsw`)."""

    model: Model
    vectors: str
    analysis: int = ANALYSIS_VERSION
    schema: int = SCHEMA_VERSION


@cache
def _shipped() -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads((files("mappings") / "items.json").read_bytes())
    return found


def body(meta: Meta) -> dict[str, Any]:
    """Settings and mappings for a new version of the index."""
    made = copy.deepcopy(_shipped())
    for name in VECTOR_FIELDS:
        vector = made["mappings"]["properties"][name]["properties"]["vector"]
        vector["dims"] = meta.model.dimension
        vector["index_options"] = index_options(meta.vectors)
    made["mappings"]["_meta"] = {
        "program": PROGRAM,
        "schema": meta.schema,
        "analysis": meta.analysis,
        "vectors": meta.vectors,
        "model": {"name": meta.model.name, "dimension": meta.model.dimension},
    }
    return made


def index_options(vectors: str) -> dict[str, Any]:
    """The graph that neighbours are found by. Stated, because the server's default changed between versions."""
    return {"type": vectors, "m": 16, "ef_construction": 100}


def meta_of(mapping: dict[str, Any]) -> Meta | None:
    """What made an index by its mapping; None where it was not this program."""
    found = mapping.get("_meta") or {}
    if found.get("program") != PROGRAM:
        return None
    try:
        model = Model(name=str(found["model"]["name"]), dimension=int(found["model"]["dimension"]))
        return Meta(model, str(found["vectors"]), int(found["analysis"]), int(found["schema"]))
    except (KeyError, TypeError, ValueError):
        return None
