"""All the results of a search, one after the other, however many."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass

from engines.found import Found
from search_api.answers import QueryAnswer, Result
from search_api.query import SearchRequest, parameters
from search_api.ranking import Ranked
from search_api.results import marker_of, result
from search_api.understanding import Understood

# A marker remembers every word it has seen, which is quick but grows: after so many items a new one begins. Of 2,000
# real items some 40,000 words, 5 MB.
_ITEMS_A_MARKER = 2_000


KEY = 6  # characters of a key
MOST_HITS = 10_000  # ids told at once; of them the keys are 60 kB


@dataclass(frozen=True, slots=True)
class Exported:
    """A result as `search` gives it, and the item whole."""

    result: Result
    found: Found


@dataclass(frozen=True, slots=True)
class Export:
    """The question as understood, how many results there were when it began, and all of them in order."""

    query: QueryAnswer
    total: int
    results: Generator[Exported]


@dataclass(frozen=True, slots=True)
class Hits:
    """How many results a search has, and the ids of all of them, newest first; None where they are too many."""

    total: int
    ids: tuple[str, ...] | None


def key(item_id: str) -> str:
    """Six characters that stand for an item's id, the same everywhere and for ever.

    36 bits: among 10,000 items that somebody has seen, one of seven million new ones is taken for one of them.
    """
    return base64.urlsafe_b64encode(hashlib.sha256(item_id.encode()).digest()[:6])[:KEY].decode()


def entity_tag(asked: SearchRequest, *of: str) -> str:
    """Another wherever the search is another, or anything else that an answer is made of."""
    told = "\n".join((*of, *(f"{name}={value}" for name, value in parameters(asked))))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def exported(found: Iterator[Found], understood: Understood, known: Mapping[str, Ranked]) -> Generator[Exported]:
    """Each item as a result; `known` are those that were weighed."""
    marker = marker_of(understood)
    try:
        for number, one in enumerate(found):
            if number % _ITEMS_A_MARKER == 0:
                marker = marker_of(understood)
            yield Exported(result(one, understood, marker, known.get(one.item.id)), one)
    finally:
        close = getattr(found, "close", None)  # an engine's walk keeps a snapshot until it is closed
        if close is not None:
            close()
