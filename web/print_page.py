"""What the page for the printer shows: the question, what it is narrowed to, and every result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from mappings.documents import Decision
from search_api.answers import Result
from search_api.exporting import Export, Exported
from search_api.query import SearchRequest
from web import links
from web.addresses import Addresses
from web.tables import decided
from web.wording import gettext, ngettext, shortened, translated

_LONGEST_QUESTION = 200  # characters, in the heading


@dataclass(frozen=True, slots=True)
class PrintedResult:
    """A result, all that was decided, in paragraphs, the decisions that name by when or who, and its address."""

    result: Result
    decision: tuple[str, ...]
    naming: tuple[Decision, ...]
    address: str


@dataclass(frozen=True, slots=True)
class PrintPage:
    """The whole page; `results` are made while they are shown."""

    heading: str
    found: str
    filters: tuple[str, ...]
    day: dt.date
    address: str
    results: Iterator[PrintedResult]


def broken_print() -> bytes:
    """What stands last on a page that could not be made to its end."""
    told = gettext("Listen blev afbrudt af en fejl og er ikke hel. Hent siden igen.")
    return f'\n<p class="note" role="alert">{told}</p>\n'.encode()


def print_page(asked: SearchRequest, export: Export, addresses: Addresses, day: dt.date) -> PrintPage:
    """The page of an export, printed on `day`."""
    question = shortened(asked.question, _LONGEST_QUESTION)
    chosen = [label for _, _, label in links.filters(asked)]
    read = [translated(one.label) for one in export.query.readings if one.effect in ("narrows", "excludes")]
    return PrintPage(
        heading=gettext("Beslutninger om »%(question)s«", question=question) if question else gettext("Beslutninger"),
        found=ngettext("%(num)s punkt", "%(num)s punkter", export.total),
        filters=tuple(dict.fromkeys((*chosen, *read))),
        day=day,
        address=addresses.search(asked),
        results=(_printed(one, addresses) for one in export.results),
    )


def _printed(one: Exported, addresses: Addresses) -> PrintedResult:
    decisions = one.found.item.decisions
    paragraphs = (part.strip() for part in decided(decisions).split("\n"))
    naming = tuple(one for one in decisions if one.deadlines or one.responsible or one.amounts)
    return PrintedResult(one.result, tuple(part for part in paragraphs if part), naming, addresses.item(one.result.id))
