"""All values of a field and how many items have each, exactly, however many they are and on however many shards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from engines.asked import FacetName
from engines.elasticsearch.asking import Answer, Asker, Body
from engines.elasticsearch.names import Clause

# Values counted at once: where there are no more, every shard tells all of its own and the sums are exact. Where there
# are, all are asked for in order, page by page. Below the server's limit of buckets (65,536) for all facets together.
AT_ONCE = 10_000

FACET_FIELDS: Mapping[FacetName, str] = {  # of those whose values are all told; for cases see `cases`
    "body": "meeting.body",
    "year": "year",
    "person": "people.slug",
    "outcome": "outcomes",
    "attachments": "attachments",
}


def counting(fields: Iterable[str]) -> Body:
    """The aggregations of a search that counts what its hits have in these fields."""
    return {field: {"terms": {"field": field, "size": AT_ONCE}} for field in fields}


def counted(asker: Asker, answer: Answer, field: str, query: Clause) -> dict[str, int]:
    """Each value of a field, as text, and its count among the hits of a `query` that was asked with `counting`."""
    found = answer["aggregations"][field]
    if found["sum_other_doc_count"]:
        return _page_by_page(asker, field, query)
    return {str(bucket["key"]): bucket["doc_count"] for bucket in found["buckets"]}


def _page_by_page(asker: Asker, field: str, query: Clause) -> dict[str, int]:
    found: dict[str, int] = {}
    after: dict[str, Any] = {}
    while True:
        pages = {"composite": {"size": AT_ONCE, "sources": [{"value": {"terms": {"field": field}}}], **after}}
        answered = asker.msearch([{"query": query, "size": 0, "track_total_hits": False, "aggs": {"values": pages}}])
        if answered is None:
            return {}
        page = answered.answers[0]["aggregations"]["values"]
        found.update((str(bucket["key"]["value"]), bucket["doc_count"]) for bucket in page["buckets"])
        if "after_key" not in page:
            return found
        after = {"after": page["after_key"]}
