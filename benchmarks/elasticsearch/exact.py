"""What is truly nearest: every cosine computed, and how much of it a search finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engines.asked import Filters
from engines.kept import Prepared, Vectors
from mappings.documents import TITLE

DEPTH = 10
_EQUAL = 1e-6  # cosines that float32 does not tell apart


@dataclass(frozen=True)
class Exact:
    """Items by the vectors of their passages (or of their titles): row i of `vectors` belongs to item `items[i]`."""

    ids: tuple[str, ...]
    dates: npt.NDArray[np.int64]
    vectors: Vectors
    items: npt.NDArray[np.int64]

    def cosines(self, question: Vectors) -> Vectors:
        """The greatest cosine of each item; -1 for one without a vector."""
        found = np.full(len(self.ids), -1, dtype=np.float32)
        np.maximum.at(found, self.items, self.vectors @ question)
        return found

    def within(self, filters: Filters) -> npt.NDArray[np.bool_]:
        """The items whose date is asked for."""
        first, last = filters.date_from or dt.date.min, filters.date_to or dt.date.max
        inside: npt.NDArray[np.bool_] = (self.dates >= first.toordinal()) & (self.dates <= last.toordinal())
        return inside

    def recall(self, found: Sequence[str], question: Vectors, filters: Filters) -> float:
        """How many of the `DEPTH` nearest within the filters were found; one just as near counts as well."""
        cosines = np.where(self.within(filters), self.cosines(question), -1)
        wanted = min(DEPTH, int((cosines > -1).sum()))
        least = np.sort(cosines)[-wanted] - _EQUAL
        places = {identity: place for place, identity in enumerate(self.ids)}
        return sum(bool(cosines[places[identity]] >= least) for identity in found[:DEPTH]) / wanted


def exact(prepared: Iterable[Prepared], *, titles: bool) -> Exact:
    """The vectors of titles, or of all other passages."""
    ids: list[str] = []
    dates: list[int] = []
    rows: list[Vectors] = []
    items: list[int] = []
    for one in prepared:
        places = {item.id: len(ids) + number for number, item in enumerate(one.meeting.items)}
        ids += places
        dates += [one.meeting.date.toordinal()] * len(places)
        for passage, vector in zip(one.passages, one.vectors, strict=True):
            if (passage.section == TITLE) == titles:
                rows.append(vector)
                items.append(places[passage.item_id])
    return Exact(tuple(ids), np.array(dates), np.stack(rows), np.array(items))
