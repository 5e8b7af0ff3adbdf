"""Exact cosines of an item's vectors to the question's, whatever the vector index is made of."""

from __future__ import annotations

from typing import Any

import numpy as np

from engines.elasticsearch.names import Clause
from engines.kept import Vectors

BODY, HEADING = "passages.vector", "title_passage.vector"
_COSINE = "Math.max(0.0, cosineSimilarity(params.asked, '{}') + 1.0)"  # a score may not be negative


def body(vector: Vectors, **more: Any) -> Clause:
    """Scores an item by the cosine of its nearest passage, plus one; `more` are other parts of the nested query."""
    scored = _scored({"match_all": {}}, BODY, vector)
    return {"nested": {"path": "passages", "query": scored, "score_mode": "max", "_name": "body", **more}}


def heading(vector: Vectors) -> Clause:
    """Scores an item by the cosine of its title, plus one."""
    scored = _scored({"exists": {"field": HEADING}}, HEADING, vector)
    scored["script_score"]["_name"] = "heading"
    return scored


def cosine(score: float) -> float:
    """What such a score says."""
    return min(max(score - 1.0, -1.0), 1.0)


def as_sent(vector: Vectors) -> Vectors:
    """A vector as the client can write it."""
    return np.ascontiguousarray(vector, dtype=np.float32)


def _scored(query: Clause, field: str, vector: Vectors) -> Clause:
    script = {"source": _COSINE.format(field), "params": {"asked": as_sent(vector)}}
    return {"script_score": {"query": query, "script": script}}
