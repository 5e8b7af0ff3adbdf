"""The hits of saved searches, remembered until the index changes: a page of fifty of them asks fifty questions."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict

from search_api.access import PUBLIC
from search_api.exporting import MOST_HITS, Hits
from search_api.query import SearchRequest
from search_api.service import SearchService

# Of so many searches the hits are kept, where they are no more than that: 18 MB at most.
_KEPT, _FEW = 200, 1_000


class HitsOf:
    """Tells the hits of searches; threads share it."""

    def __init__(self, service: SearchService) -> None:
        self._service = service
        self._kept: OrderedDict[tuple[str, dt.date, SearchRequest], Hits] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, asked: SearchRequest) -> Hits:
        """As `SearchService.hits`."""
        edition = self._service.edition()
        key = (edition.name if edition else "", dt.date.today(), asked)  # "sidste år" is another year tomorrow
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = self._service.hits(asked, PUBLIC, MOST_HITS)
        if found.ids is not None and len(found.ids) <= _FEW:
            with self._lock:
                self._kept[key] = found
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return found
