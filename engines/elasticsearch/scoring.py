"""Questions to the text: every token as a term of its own, boosted by what it weighs for the one who asks.

The similarity `occurrence` of the fields is BM25 without idf, so that a boost is all that a token weighs. No user's
text is ever parsed: queries are built from tokens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engines.base import Words
from engines.elasticsearch.names import Clause
from engines.elasticsearch.statistics import Counts, Token
from engines.weighing import Weight, weigh

Name = Literal["stems", "title", "grams", "terms"]

FIELDS: Mapping[Name, str] = {
    "stems": "text.stems",
    "title": "item.title.stems",
    "grams": "text.grams",
    "terms": "terms",
}


@dataclass(frozen=True, slots=True)
class Scored:
    """A question to one field: the query, and the score that would be 1 on the scale of `Evidence`."""

    name: Name
    query: Clause
    greatest: float


def asked(words: Words) -> dict[Name, tuple[str, ...]]:
    """Which tokens are looked for in which field."""
    return {"stems": words.stems, "title": words.stems, "grams": words.grams, "terms": words.terms}


def tokens(question: Mapping[Name, tuple[str, ...]]) -> list[Token]:
    """What has to be counted before a question can be asked."""
    return [(FIELDS[name], token) for name, found in question.items() for token in dict.fromkeys(found)]


def scored(question: Mapping[Name, tuple[str, ...]], counts: Counts) -> list[Scored]:
    """A query to each field that holds any of its tokens; its hits are named after the field."""
    found = []
    for name, looked_for in question.items():
        weighed = _weighed(name, looked_for, counts)
        if weighed is not None:
            found.append(weighed)
    return found


def _weighed(name: Name, looked_for: tuple[str, ...], counts: Counts) -> Scored | None:
    field = FIELDS[name]
    known = counts.frequency
    found = weigh(looked_for, lambda token: known[field, token], counts.items, drop_common=name == "grams")
    if found is None:
        return None
    query = {"bool": {"should": [_term(field, weight) for weight in found.weights], "_name": name}}
    return Scored(name, query, found.greatest)


def _term(field: str, weight: Weight) -> Clause:
    return {"term": {field: {"value": weight.token, "boost": weight.value}}}
