"""BM25 on an absolute scale: tantivy's scores, corrected to what the asker may see, and the greatest there could be.

tantivy takes document frequencies over everything it holds, closed items, dead versions and its own note included.
Each token is therefore weighted by the idf it should have over the idf tantivy will give it. So a closed item's words
cannot be read off the scores of open ones.
"""

from __future__ import annotations

import math
from collections import Counter
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

Scores = npt.NDArray[np.float64]
K1 = 1.2  # tantivy's own, as are b = 0.75 and lengths kept in one byte (exact up to 40 tokens, then ever coarser)
# Distinct tokens of a question that are looked for, the rarest; a sentence of ten words has some 65 grams. What is
# kept stands for all that is known, so a pasted page is scored on the scale of a short question.
MOST_TOKENS = 128
# 4-grams that more than a fifth of a large index holds (*#for*, *ning*) say next to nothing and have the longest lists:
# without them 100,000 items are asked in 0.5 ms instead of 2.0, and nDCG@10 on 84 questions is 0.907 instead of 0.906
# (`python -m benchmarks.fusion`). Small lists cost nothing and are kept.
COMMON_SHARE, COMMON_FROM = 0.2, 1_000


@dataclass(frozen=True, slots=True)
class Scored:
    """A question to one field: the query, and the score that would be 1 on the scale of `Evidence`."""

    query: tantivy.Query
    greatest: float


def scored(view: View, field: str, tokens: Sequence[str], access: Access) -> Scored | None:
    """The union of `tokens` in `field`; None where none of them occurs in what the asker may see."""
    weighed = [_weigh(view, field, token, count, access) for token, count in Counter(tokens).items()]
    known = [weight for weight in weighed if weight.frequency > 0]
    if not known:
        return None
    many = max(COMMON_FROM, COMMON_SHARE * len(view.columns))
    telling = [weight for weight in known if weight.frequency <= many] if field == "grams" else known
    kept = sorted(telling or known, key=lambda weight: weight.frequency)[:MOST_TOKENS]
    share_known = sum(weight.value for weight in known) / sum(weight.value for weight in weighed)
    query = any_of([_weighted(field, weight) for weight in kept])
    return Scored(query, (K1 + 1) * sum(weight.value for weight in kept) / share_known)


@dataclass(frozen=True, slots=True)
class _Weight:
    token: str
    frequency: float
    value: float
    boost: float


def _weigh(view: View, field: str, token: str, count: int, access: Access) -> _Weight:
    """`value` is idf × how often it is asked for; `boost` turns tantivy's idf into it."""
    columns = view.columns
    everywhere = seen = view.searcher.doc_freq(field, token)
    items = len(columns)
    if seen and not access.closed and not columns.all_open:
        seen -= view.searcher.doc_freq(CLOSED + field, token)
    if not access.closed:
        items -= columns.closed_count
    living = min(seen * view.searcher.num_docs / view.counted, items)
    value = count * _idf(items, living)
    return _Weight(token, living, value, value / _idf(view.counted, everywhere))


def _idf(items: float, frequency: float) -> float:
    return math.log(1 + (items - frequency + 0.5) / (frequency + 0.5))


def _weighted(field: str, weight: _Weight) -> tantivy.Query:
    return tantivy.Query.boost_query(tantivy.Query.term_query(SCHEMA, field, weight.token, "freq"), weight.boost)


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
