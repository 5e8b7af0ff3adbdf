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

from engines.base import Access
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
    items = len(view.columns) - (0 if access.closed else view.columns.closed_count)
    found = weigh(
        tokens, lambda token: _frequency(view, field, token, access, items), items, drop_common=field == "grams"
    )
    if found is None:
        return None
    query = any_of([_weighted(view, field, weight) for weight in found.weights])
    return Scored(query, found.greatest, _held(field, found))


def scored_choices(
    view: View, field: str, choices: Sequence[Sequence[str]], asked: int, access: Access
) -> Scored | None:
    """The union of `choices` in `field`, of each of which the best token counts; None where none occurs."""
    items = len(view.columns) - (0 if access.closed else view.columns.closed_count)
    found = weigh_choices(choices, lambda token: _frequency(view, field, token, access, items), items, asked)
    if found is None:
        return None
    return Scored(any_of([_best_of(view, field, choice) for choice in found.choices]), found.greatest)


def _best_of(view: View, field: str, choice: Sequence[Weight]) -> tantivy.Query:
    tokens = [_weighted(view, field, weight) for weight in choice]
    return tokens[0] if len(tokens) == 1 else tantivy.Query.disjunction_max_query(tokens)


def _held(field: str, found: Weighed) -> Held:
    tokens = [
        tantivy.Query.const_score_query(tantivy.Query.term_query(SCHEMA, field, weight.token, "basic"), weight.value)
        for weight in found.weights
    ]
    return Held(any_of(tokens), found.value)


def _frequency(view: View, field: str, token: str, access: Access, items: int) -> float:
    """In how many living items that the asker may see a token is, as near as tantivy can tell."""
    seen = view.searcher.doc_freq(field, token)
    if seen and not access.closed and not view.columns.all_open:
        seen -= view.searcher.doc_freq(CLOSED + field, token)
    return min(seen * view.searcher.num_docs / view.counted, items)


def _weighted(view: View, field: str, weight: Weight) -> tantivy.Query:
    """A token, boosted so that tantivy's idf becomes its value."""
    boost = weight.value / idf(view.counted, view.searcher.doc_freq(field, weight.token))
    return tantivy.Query.boost_query(tantivy.Query.term_query(SCHEMA, field, weight.token, "freq"), boost)


def best(view: View, query: tantivy.Query, conditions: Sequence[Clause], limit: int) -> tuple[Ints, Scores]:
    """Rows and scores of the `limit` best items of a scored query under conditions."""
    if conditions:
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *conditions])
    hits = view.searcher.search(query, max(limit, 1), count=False).hits
    ordinals = view.searcher.fast_field_values("ordinal", [address for _, address in hits]) if hits else []
    rows = view.columns.rows_of(np.array(ordinals, dtype=np.int64))
    scores = np.array([score for score, _ in hits], dtype=np.float64)
    return rows[rows >= 0], scores[rows >= 0]


def matching(view: View, wanted: Sequence[Clause]) -> Ints:
    """Rows of all items that fulfil conditions, ascending."""
    query = tantivy.Query.boolean_query(list(wanted))
    hits = view.searcher.search(query, max(view.searcher.num_docs, 1), count=False, order_by_field="ordinal").hits
    rows = view.columns.rows_of(np.fromiter((value for value, _ in hits), dtype=np.int64, count=len(hits)))
    return np.sort(rows[rows >= 0])
