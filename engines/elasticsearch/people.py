"""Everybody who belongs to an item the asker may see, and what such items abbreviate.

Every search asks for both, so they are asked for together, and remembered.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from engines.asked import Access
from engines.elasticsearch.asking import WINDOW, Answer, Asker, Body, Moment
from engines.elasticsearch.counting import counted, counting
from engines.elasticsearch.documents import from_label, to_abbreviation, to_appearances
from engines.elasticsearch.filters import must, one_of, permitted
from engines.found import Appeared
from engines.spelling import fullest
from mappings.abbreviations import Abbreviation
from mappings.documents import Person

_AT_ONCE = 1_000  # meetings in one answer


@dataclass(frozen=True, slots=True)
class _Known:
    moment: Moment
    people: list[Person]
    abbreviations: Mapping[Abbreviation, int]


class People:
    """The people of one index, for each kind of asker as of the last change seen. Threads share it."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._known: dict[Access, _Known] = {}

    def people(self, access: Access) -> list[Person]:
        """As `Engine.people`."""
        known = self._latest(access)
        return list(known.people) if known else []

    def abbreviations(self, access: Access) -> Mapping[Abbreviation, int]:
        """As `Engine.abbreviations`."""
        known = self._latest(access)
        return known.abbreviations if known else {}

    def _latest(self, access: Access) -> _Known | None:
        known = self._known.get(access)
        if known is not None:
            now = self._asker.msearch([])
            if now is not None and now.moment == known.moment:
                return known
        query = must(permitted(self._asker.place, access))
        counts = counting(["labels", "abbreviations"])
        answered = self._asker.msearch([{"query": query, "size": 0, "track_total_hits": False, "aggs": counts}])
        if answered is None:
            return None
        labels, short = (counted(self._asker, answered.answers[0], field, query) for field in counts)
        people = fullest(from_label(label) for label in labels)
        found = _Known(answered.moment, people, {to_abbreviation(text): count for text, count in short.items()})
        self._known[access] = found
        return found


def appearances(asker: Asker, slugs: Sequence[str]) -> list[Appeared]:
    """As `Engine.appearances`.

    Of the meeting only what is told, from doc values: with all of it, and a snapshot, 600 meetings take twice the time.
    """
    wanted = set(slugs)
    body: Body = {
        "query": must([*asker.place.of_kind("meeting"), one_of("appearances.slug", sorted(wanted))]),
        "sort": [{"meeting.date": "desc"}, {"meeting.id": "asc"}],
        "_source": ["appearances"],
        "docvalue_fields": ["meeting.id", "meeting.body", "meeting.date"],
    }
    answered = asker.msearch([{**body, "size": WINDOW, "track_total_hits": False}]) if wanted else None
    hits = answered.answers[0]["hits"]["hits"] if answered else []
    if len(hits) == WINDOW:
        with asker.snapshot() as snapshot:
            hits = [hit for page in snapshot.pages(body, _AT_ONCE) for hit in page] if snapshot else []
    return [one for hit in hits for one in _of_meeting(hit, wanted)]


def _of_meeting(hit: Answer, wanted: Set[str]) -> Iterator[Appeared]:
    """The appearances of these people in a meeting, by slug."""
    identity, body, date = (str(hit["fields"][f"meeting.{name}"][0]) for name in ("id", "body", "date"))
    own = (one for one in to_appearances(hit["_source"]) if one.slug in wanted)
    for one in sorted(own, key=lambda each: each.slug):
        yield Appeared(identity, body, dt.date.fromisoformat(date), one)
