"""How many items hold a token, of those that the asker may see: what idf is computed from.

The server's own counts are of everything it holds, closed items and other organisations' too, so it is asked for the
exact ones, under the asker's own filter, and what it said is remembered until the index changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engines.asked import Access
from engines.elasticsearch.asking import Answered, Asker, Body, Moment
from engines.elasticsearch.filters import must, permitted

Token = tuple[str, str]  # the field, and the token in it

_AT_ONCE = 500  # tokens counted by one search
_MOST = 200_000  # tokens remembered for one kind of asker: some 30 MB
_LOOKS = 5  # how often a question is asked again because somebody is writing


@dataclass(frozen=True, slots=True)
class Counts:
    """At one moment: how many items the asker may see, and how many of them hold each token that was asked for."""

    moment: Moment
    items: int
    frequency: dict[Token, int]


class Statistics:
    """Counts, remembered. Threads share it: what is added is true of its moment, whoever adds it."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._known: dict[Access, Counts] = {}

    def counts(self, tokens: Sequence[Token], access: Access, now: Moment | None = None) -> Counts | None:
        """Counts of at least these tokens; None where nothing was ever written.

        What is remembered is taken, unless it is known to be of another moment than `now`.
        """
        known = self._known.get(access)
        if known is not None and len(known.frequency) <= _MOST and now in (None, known.moment):
            missing = [token for token in tokens if token not in known.frequency]
            if not missing:
                return known
            fresh = self._count(missing, access)
            if fresh is not None and fresh.moment == known.moment:
                known.frequency.update(fresh.frequency)
                return known
        fresh = self._count(tokens, access)
        if fresh is not None:
            self._known[access] = fresh
        return fresh

    def ask(
        self, tokens: Sequence[Token], access: Access, bodies: Callable[[Counts], list[Body]]
    ) -> tuple[Counts, Answered] | None:
        """The answers to searches that are made of counts, and those, both of one moment; None as for `counts`.

        Where somebody writes without pause, the counts may be those of a moment before.
        """
        counts = self.counts(tokens, access)
        for look in range(1, _LOOKS + 1):
            if counts is None:
                return None
            answered = self._asker.msearch(bodies(counts))
            if answered is None:
                return None
            if answered.moment == counts.moment or look == _LOOKS:
                return counts, answered
            counts = self.counts(tokens, access, answered.moment)
        raise AssertionError("unreachable")

    def _count(self, tokens: Sequence[Token], access: Access) -> Counts | None:
        parts = [tokens[start : start + _AT_ONCE] for start in range(0, len(tokens), _AT_ONCE)] or [[]]
        answered = self._asker.msearch([self._body(part, access) for part in parts])
        if answered is None:
            return None
        frequency: dict[Token, int] = {}
        for part, answer in zip(parts, answered.answers, strict=True):
            buckets = answer["aggregations"]["held"]["buckets"] if part else []
            frequency.update((token, bucket["doc_count"]) for token, bucket in zip(part, buckets, strict=True))
        return Counts(answered.moment, answered.answers[0]["hits"]["total"]["value"], frequency)

    def _body(self, tokens: Sequence[Token], access: Access) -> Body:
        held = [{"term": {field: token}} for field, token in tokens]
        counted = {"aggs": {"held": {"filters": {"filters": held}}}} if held else {}
        query = must(permitted(self._asker.place, access))
        return {"query": query, "size": 0, "track_total_hits": True, **counted}
