"""Addresses that hold outside the pages: in a file, a feed, a mail."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from flask import request

from search_api.query import SearchRequest
from web.links import address


@dataclass(frozen=True, slots=True)
class Addresses:
    """Absolute addresses; `base` is that of the search page, without a slash at its end."""

    base: str

    def item(self, item_id: str) -> str:
        """The page of an item."""
        return f"{self.base}/items/{quote(item_id)}"

    def search(self, asked: SearchRequest) -> str:
        """The page of a search."""
        return address(f"{self.base}/", asked)


def addresses(base: str) -> Addresses:
    """By the operator's `base`; where there is none, by what the one who asks calls this host."""
    return Addresses(base or request.url_root.rstrip("/"))
