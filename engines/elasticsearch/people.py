"""Everybody who belongs to an item the asker may see; every search asks for them, so they are remembered."""

from __future__ import annotations

from engines.base import Access
from engines.elasticsearch.asking import Asker, Moment
from engines.elasticsearch.counting import counted, counting
from engines.elasticsearch.documents import from_label
from engines.elasticsearch.filters import must, permitted
from engines.spelling import fullest
from mappings.documents import Person


class People:
    """The people of one index, for each kind of asker as of the last change seen. Threads share it."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._known: dict[Access, tuple[Moment, list[Person]]] = {}

    def people(self, access: Access) -> list[Person]:
        """As `Engine.people`."""
        known = self._known.get(access)
        if known is not None:
            now = self._asker.msearch([])
            if now is not None and now.moment == known[0]:
                return list(known[1])
        query = must(permitted(self._asker.place, access))
        body = {"query": query, "size": 0, "track_total_hits": False, **counting(["labels"])}
        answered = self._asker.msearch([body])
        if answered is None:
            return []
        labels = counted(self._asker, answered.answers[0], "labels", query)
        people = fullest(from_label(label) for label in labels)
        self._known[access] = (answered.moment, people)
        return list(people)
