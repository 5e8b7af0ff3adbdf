"""Candidates: the best items by each kind of evidence, and all of the evidence for each.

Two round trips. The first finds, by each kind of evidence, which items are the best; the second scores all of these by
everything, the vectors exactly, whatever the vector index is made of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engines.asked import Access, Filters
from engines.elasticsearch import cosines
from engines.elasticsearch.asking import BARE, WINDOW, Asker, Body
from engines.elasticsearch.filters import must, one_of, permitted
from engines.elasticsearch.matching import all_words, phrases, without
from engines.elasticsearch.names import Clause
from engines.elasticsearch.scoring import HeldName, Name, Scored, asked, scored, tokens
from engines.elasticsearch.statistics import Counts, Statistics
from engines.found import Candidate, Evidence
from engines.kept import Vectors
from engines.words import Words
from mappings.errors import IndexMismatch

# How many passages of a segment's graph are looked at, and how many more for each one wanted beyond. The same sections
# come again and again in minutes, and a graph leads from one to its equals first. Recall@10 on 5,795 real passages in
# one segment: 100 0.878, 400 0.987, 800 0.997.  Measure again: `python -m benchmarks.elasticsearch.recall`
LOOKED_AT, LOOKED_AT_FOR_ONE = 800, 2


def candidates(
    asker: Asker,
    statistics: Statistics,
    words: Words,
    vector: Vectors | None,
    filters: Filters,
    limit: int,
    access: Access,
) -> list[Candidate]:
    """As `Engine.candidates`; of each kind of evidence 10,000 items at most, which is the server's own limit."""
    limit = min(limit, WINDOW)
    if limit <= 0:
        return []
    question = asked(words)
    conditions = [*permitted(asker.place, access, filters), *phrases(words), *without(words)]

    def best(counts: Counts) -> list[Body]:
        _check(asker, counts, vector)
        return _best(scored(question, counts, words.related), vector, conditions, limit)

    found = statistics.ask(tokens(question, words.related), access, best)
    if found is None:
        return []
    counts, answered = found
    ids = sorted({_id(hit) for answer in answered.answers for hit in answer["hits"]["hits"]})
    return _completed(asker, scored(question, counts, words.related), words, vector, conditions, ids)


def _check(asker: Asker, counts: Counts, vector: Vectors | None) -> None:
    """Raise `IndexMismatch` for a vector that cannot be compared with those of the index."""
    if vector is None:
        return
    dimension = asker.model(counts.moment).dimension
    if vector.shape != (dimension,):
        raise IndexMismatch(
            f"The question's vector has shape {vector.shape}, but the index {asker.place.index} holds vectors of "
            f"{dimension} dimensions. Set REFERAT_MODEL to the model that made the index."
        )


def _best(questions: Iterable[Scored], vector: Vectors | None, conditions: list[Clause], limit: int) -> list[Body]:
    """A search for the best by each kind of evidence."""
    common: Body = {**BARE, "size": limit, "track_total_hits": False, "docvalue_fields": ["item.id"]}
    found = [{**common, "query": must(conditions, must=[question.query])} for question in questions]
    if vector is not None:
        for name in (cosines.BODY, cosines.HEADING):
            near = {
                "field": name,
                "query_vector": cosines.as_sent(vector),
                "k": limit,
                "num_candidates": min(max(LOOKED_AT, LOOKED_AT_FOR_ONE * limit), WINDOW),
                "filter": conditions,
            }
            found.append({**common, "knn": near})
    return found


def _completed(
    asker: Asker,
    questions: Sequence[Scored],
    words: Words,
    vector: Vectors | None,
    conditions: list[Clause],
    ids: Sequence[str],
) -> list[Candidate]:
    """All the evidence of these items; those that are gone in the meantime are left out."""
    holding = [question.held for question in questions if question.held]
    evidence: list[Clause] = [question.query for question in questions] + [one.query for one in holding]
    if vector is not None:
        evidence += [cosines.body(vector), cosines.heading(vector)]
    found: list[Candidate] = []
    for start in range(0, len(ids), WINDOW):
        these = [*conditions, one_of("item.id", ids[start : start + WINDOW])]
        common: Body = {**BARE, "size": WINDOW, "track_total_hits": False}
        bodies = [
            {
                **common,
                "query": must(these, should=evidence),
                "docvalue_fields": ["item.id", "meeting.date", "item.case_number"],
            },
            {**common, "query": must([*these, *all_words(words)]), "docvalue_fields": ["item.id"]},
        ]
        answered = asker.msearch(bodies if words.asks else bodies[:1])
        if answered is None:
            return []
        weighed, *held = (answer["hits"]["hits"] for answer in answered.answers)
        complete = {_id(hit) for hits in held for hit in hits}
        greatest: dict[Name | HeldName, float] = {question.name: question.greatest for question in questions}
        greatest.update((one.name, one.greatest) for one in holding)
        found += [_candidate(hit, greatest, complete) for hit in weighed]
    return found


def _candidate(hit: Mapping[str, Any], greatest: Mapping[Name | HeldName, float], complete: set[str]) -> Candidate:
    scores: Mapping[str, float] = hit.get("matched_queries", {})
    identity = _id(hit)

    def lexical(name: Name | HeldName) -> float:
        return min(scores[name] / greatest[name], 1.0) if name in scores else 0.0

    def cosine(name: str) -> float | None:
        return cosines.cosine(scores[name]) if name in scores else None

    evidence = Evidence(
        stems=lexical("stems"),
        title=lexical("title"),
        grams=lexical("grams"),
        terms=lexical("terms"),
        related=lexical("related"),
        grams_held=lexical("grams_held"),
        terms_held=lexical("terms_held"),
        body=cosine("body"),
        heading=cosine("heading"),
        all_words=identity in complete,
    )
    fields = hit["fields"]
    (case,) = fields.get("item.case_number", [None])
    return Candidate(identity, dt.date.fromisoformat(fields["meeting.date"][0]), evidence, case)


def _id(hit: Mapping[str, Any]) -> str:
    identity: str = hit["fields"]["item.id"][0]
    return identity
