"""The cases that most hits are of: found in one round trip, then counted in another, each with its newest item.

There are nearly as many cases as items, so not all can be told. A shard names those that are most in it. Where there is
one shard, as there is for an organisation, these are the ones; of several, a case that has little in each may be missed
beside `OF_SHARD` others. What is told of a case is exact either way. Over 60,000 items of 45,000 cases finding takes
6 ms and counting 10 ms more than the hits alone, as people do 5 (naming 1,000 cases a shard: 16 ms; all in one round
trip, where the newest item of every case has to be kept: 31 ms).
"""

from __future__ import annotations

from typing import Any

from engines.asked import Filters
from engines.elasticsearch.asking import Answer, Asker, Body
from engines.elasticsearch.filters import must, one_of
from engines.elasticsearch.names import Clause
from engines.found import MOST_CASES

OF_SHARD = 100
_FIELD = "item.case_number"
_NEWEST = "newest"


def counting(filters: Filters) -> Body:
    """The aggregation of a search that finds the cases of its hits; of those that are filtered by, all."""
    size = max(MOST_CASES, len(filters.cases))
    least = 1 if filters.cases else 2
    wanted = {"size": size, "shard_size": max(OF_SHARD, size), "min_doc_count": least}
    return {_FIELD: {"terms": {"field": _FIELD, **wanted}}}


def counted(asker: Asker, answer: Answer, query: Clause, newest: list[Any]) -> tuple[dict[str, int], dict[str, str]]:
    """Count and newest title of each case in the answer to a `query` that was asked with `counting`."""
    cases: list[str] = [bucket["key"] for bucket in answer["aggregations"][_FIELD]["buckets"]]
    answered = asker.msearch([_of_cases(cases, query, newest)]) if cases else None
    if answered is None:
        return {}, {}
    buckets = answered.answers[0]["aggregations"][_FIELD]["buckets"]
    return (
        {bucket["key"]: bucket["doc_count"] for bucket in buckets},
        {bucket["key"]: bucket[_NEWEST]["hits"]["hits"][0]["_source"]["item"]["title"] for bucket in buckets},
    )


def _of_cases(cases: list[str], query: Clause, newest: list[Any]) -> Body:
    title = {"top_hits": {"size": 1, "sort": newest, "_source": ["item.title"]}}
    return {
        "query": must([query, one_of(_FIELD, cases)]),
        "size": 0,
        "track_total_hits": False,
        "aggs": {_FIELD: {"terms": {"field": _FIELD, "size": len(cases)}, "aggs": {_NEWEST: title}}},
    }
