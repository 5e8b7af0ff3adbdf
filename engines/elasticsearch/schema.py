"""The settings and mapping of a version of the index: `mappings/items.json` as it is, but for the model's dimension.

How vectors are found is stated there, because the server's default changed between versions. Passages have a graph.
Titles have none: minutes are full of the same ones (of 4,212 real items 1,530 are called *Eventuelt*), and a graph of
equals leads nowhere else. Recall@10 on them 0.446 by a graph, 1.000 by looking at each, a byte a dimension; for
passages 0.790 by a graph of m 16 and ef_construction 100, 0.878 of 32 and 200, 0.997 where more of it is looked at (see
`candidates`).  Measure again: `python -m benchmarks.elasticsearch.recall`

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

from engines.kept import Model
from mappings.analysis import ANALYSIS_VERSION

SCHEMA_VERSION = 7  # raise it when documents or mapping change, so that old ones have to be made anew
PROGRAM = "referatsoegning"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a version of the index was made by; `vectors` is the type of its passages' graph (`int8_hnsw`)."""

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
    fields = made["mappings"]["properties"]
    passage, title = (fields[name]["properties"]["vector"] for name in ("passages", "title_passage"))
    passage["dims"] = title["dims"] = meta.model.dimension
    passage["index_options"]["type"] = meta.vectors
    made["mappings"]["_meta"] = {
        "program": PROGRAM,
        "schema": meta.schema,
        "analysis": meta.analysis,
        "vectors": meta.vectors,
        "model": {"name": meta.model.name, "dimension": meta.model.dimension},
    }
    return made


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
