"""Who wants to know what is asked: called with every search on the pages and by programs, and its answer."""

from __future__ import annotations

from collections.abc import Callable

from search_api.answers import SearchAnswer
from search_api.query import SearchRequest

Note = Callable[[SearchRequest, SearchAnswer], None]  # must be quick, and must not fail


def nobody(asked: SearchRequest, answer: SearchAnswer) -> None:
    """Nobody wants to know."""
