"""BM25 on an absolute scale: tantivy's scores, corrected to what the asker may see.

tantivy takes document frequencies over everything it holds, closed items, dead versions and its own note included.
Each token is therefore weighted by the idf it should have over the idf tantivy will give it. So a closed item's words
cannot be read off the scores of open ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import tantivy

from engines.asked import Access
from engines.embedded.columns import Ints
from engines.embedded.filters import Clause, any_of
from engines.embedded.text import CLOSED, SCHEMA
from engines.embedded.view import View
from engines.weighing import Weighed, Weight, idf, weigh, weigh_choices

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scored:
    """A question to one field: the query, and the score that would be 1 on the scale of `Evidence`.

    `held` scores an item by the tokens it holds at all.
    """

    query: tantivy.Query
    greatest: float
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A question for which tokens an item holds: the query, and the score that would be 1."""

    query: tantivy.Query
    greatest: float


def scored(view: View, field: str, tokens: Sequence[str], access: Access) -> Scored | None:
    """The union of `tokens` in `field`; None where none of them occurs in what the asker may see."""
    counts = _Counts(view, field, access)
    found = weigh(tokens, counts.seen, counts.items, drop_common=field == "grams")
    if found is None:
        return None
    query = any_of([counts.weighted(weight) for weight in found.weights])
    return Scored(query, found.greatest, _held(field, found))


def scored_choices(
    view: View, field: str, choices: Sequence[Sequence[str]], asked: int, access: Access
) -> Scored | None:
    """The union of `choices` in `field`, of each of which the best token counts; None where none occurs."""
    counts = _Counts(view, field, access)
    found = weigh_choices(choices, counts.seen, counts.items, asked)
    if found is None:
        return None
    return Scored(
        any_of([_best_of([counts.weighted(weight) for weight in one]) for one in found.choices]), found.greatest
    )


def _best_of(tokens: list[tantivy.Query]) -> tantivy.Query:
    return tokens[0] if len(tokens) == 1 else tantivy.Query.disjunction_max_query(tokens)


def _held(field: str, found: Weighed) -> Held:
    tokens = [
        tantivy.Query.const_score_query(tantivy.Query.term_query(SCHEMA, field, weight.token, "basic"), weight.value)
        for weight in found.weights
    ]
    return Held(any_of(tokens), found.value)


class _Counts:
    """How many items hold a token of one field, for one question."""

    def __init__(self, view: View, field: str, access: Access) -> None:
        self.items = len(view.columns) - (0 if access.closed else view.columns.closed_count)
        self._searcher = view.searcher
        self._field = field
        self._counted = view.counted
        self._living = view.searcher.num_docs
        self._all = access.closed or view.columns.all_open
        self._held: dict[str, int] = {}

    def seen(self, token: str) -> float:
        """In how many living items that the asker may see a token is, as near as tantivy can tell."""
        held = self._held[token] = self._searcher.doc_freq(self._field, token)
        if held and not self._all:
            held -= self._searcher.doc_freq(CLOSED + self._field, token)
        return min(held * self._living / self._counted, self.items)

    def weighted(self, weight: Weight) -> tantivy.Query:
        """A token that was counted, boosted so that tantivy's idf becomes its value."""
        boost = weight.value / idf(self._counted, self._held[weight.token])
        return tantivy.Query.boost_query(tantivy.Query.term_query(SCHEMA, self._field, weight.token, "freq"), boost)


NOTHING: tuple[Ints, Scores] = (np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float64))


def best(view: View, query: tantivy.Query, conditions: Sequence[Clause], limit: int) -> tuple[Ints, Scores]:
    """Rows and scores of the `limit` best items of a scored query under conditions."""
    if conditions:
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *conditions])
    hits = view.searcher.search(query, max(limit, 1), count=False).hits
    if not hits:
        return NOTHING
    scores, addresses = zip(*hits, strict=True)
    rows = view.columns.rows_of(np.array(view.searcher.fast_field_values("ordinal", list(addresses)), dtype=np.int64))
    alive = rows >= 0
    return (rows, np.array(scores)) if alive.all() else (rows[alive], np.array(scores)[alive])


def matching(view: View, wanted: Sequence[Clause]) -> Ints:
    """Rows of all items that fulfil conditions, ascending."""
    query = tantivy.Query.boolean_query(list(wanted))
    hits = view.searcher.search(query, max(view.searcher.num_docs, 1), count=False, order_by_field="ordinal").hits
    rows = view.columns.rows_of(np.fromiter((value for value, _ in hits), dtype=np.int64, count=len(hits)))
    return np.sort(rows[rows >= 0])
