"""Questions to the text: every token as a term of its own, boosted by what it weighs for the one who asks.

The similarity `occurrence` of the fields is BM25 without idf, so that a boost is all that a token weighs. No user's
text is ever parsed: queries are built from tokens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engines.elasticsearch.names import Clause
from engines.elasticsearch.statistics import Counts, Token
from engines.weighing import Weighed, Weight, weigh, weigh_choices
from engines.words import Words

Name = Literal["stems", "title", "grams", "terms", "related"]
HeldName = Literal["grams_held", "terms_held"]
Choices = tuple[tuple[str, ...], ...]

FIELDS: Mapping[Name, str] = {
    "stems": "text.stems",
    "title": "item.title.stems",
    "grams": "text.grams",
    "terms": "terms",
    "related": "terms",
}
HELD: Mapping[Name, HeldName] = {"grams": "grams_held", "terms": "terms_held"}


@dataclass(frozen=True, slots=True)
class Scored:
    """A question to one field: the query, and the score that would be 1 on the scale of `Evidence`.

    `held` scores an item by the tokens it holds at all, where that is evidence too.
    """

    name: Name
    query: Clause
    greatest: float
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A question for which tokens an item holds: the query, and the score that would be 1."""

    name: HeldName
    query: Clause
    greatest: float


def asked(words: Words) -> dict[Name, tuple[str, ...]]:
    """Which tokens are looked for in which field."""
    return {"stems": words.stems, "title": words.stems, "grams": words.grams, "terms": words.terms}


def tokens(question: Mapping[Name, tuple[str, ...]], choices: Choices = ()) -> list[Token]:
    """What has to be counted before a question can be asked."""
    chosen = [(FIELDS["related"], token) for choice in choices for token in choice]
    named = [(FIELDS[name], token) for name, found in question.items() for token in found]
    return list(dict.fromkeys([*named, *chosen]))


def scored(question: Mapping[Name, tuple[str, ...]], counts: Counts, choices: Choices = ()) -> list[Scored]:
    """A query to each field that holds any of its tokens; its hits are named after the field.

    Of each of the `choices`, terms related to a word, the best counts.
    """
    found = [_weighed(name, looked_for, counts) for name, looked_for in question.items()]
    return [one for one in (*found, _related(choices, len(question.get("stems", ())), counts)) if one is not None]


def _weighed(name: Name, looked_for: tuple[str, ...], counts: Counts) -> Scored | None:
    field = FIELDS[name]
    known = counts.frequency
    found = weigh(looked_for, lambda token: known[field, token], counts.items, drop_common=name == "grams")
    if found is None:
        return None
    query = {"bool": {"should": [_term(field, weight) for weight in found.weights], "_name": name}}
    held = _held(HELD[name], field, found) if name in HELD else None
    return Scored(name, query, found.greatest, held)


def _related(choices: Choices, asked: int, counts: Counts) -> Scored | None:
    field = FIELDS["related"]
    found = weigh_choices(choices, lambda token: counts.frequency[field, token], counts.items, asked)
    if found is None:
        return None
    best_of_each = [{"dis_max": {"queries": [_term(field, weight) for weight in choice]}} for choice in found.choices]
    return Scored("related", {"bool": {"should": best_of_each, "_name": "related"}}, found.greatest)


def _held(name: HeldName, field: str, found: Weighed) -> Held:
    tokens = [
        {"constant_score": {"filter": {"term": {field: weight.token}}, "boost": weight.value}}
        for weight in found.weights
    ]
    return Held(name, {"bool": {"should": tokens, "_name": name}}, found.value)


def _term(field: str, weight: Weight) -> Clause:
    return {"term": {field: {"value": weight.token, "boost": weight.value}}}
