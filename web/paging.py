"""Which pages of results can be gone to from the one shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from search_api.query import DEEPEST, SearchRequest
from web.links import address

_AROUND = 1  # pages shown on either side of the current one, the first and the last besides: fits 320 px


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page to go to; `gap` tells that pages are left out before it."""

    number: int
    href: str
    current: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages, and the addresses of the previous and the next where there are such."""

    pages: tuple[PageLink, ...]
    previous: str | None
    next: str | None


def pager(base: str, request: SearchRequest, total: int) -> Pager | None:
    """The pages of `total` results; None where one page holds them all."""
    return pages(request.page, last_page(request, total), lambda number: _page(base, request, number))


def pages(current: int, last: int, address_of: Callable[[int], str]) -> Pager | None:
    """The pages from the first to the last; None where there is but one."""
    if last < 2:
        return None
    shown = sorted({1, last, *range(max(1, current - _AROUND), min(last, current + _AROUND) + 1)})
    links = tuple(
        PageLink(number, address_of(number), number == current, number - before > 1)
        for before, number in zip([0, *shown], shown, strict=False)
    )
    return Pager(
        links,
        previous=address_of(min(current - 1, last)) if current > 1 else None,
        next=address_of(current + 1) if current < last else None,
    )


def last_page(request: SearchRequest, total: int) -> int:
    """The number of the last page that can be asked for."""
    return -(-min(total, DEEPEST // request.size * request.size) // request.size)


def _page(base: str, request: SearchRequest, number: int) -> str:
    return f"{address(base, replace(request, page=number))}#results"
