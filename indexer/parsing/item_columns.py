"""The columns of a table whose rows are items: which has the titles, which the numbers, and what the others tell.

They are found by their heads and by what stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.parsing import actions, inline, openness
from indexer.parsing.layout import folded, layout

_SAID = frozenset(("indhold", "drøftelse", "bemærkning", "bemærkninger"))
_EITHER = re.compile(r"\s*[/&,+]\s*|\s+(?:og|eller)\s+")
_OPENS = re.compile(r"(?:offentligt?|åbent?)(?: (?:punkt|sag))?\??", re.IGNORECASE)
_YES = re.compile(r"ja|j|x|\N{CHECK MARK}|\N{HEAVY CHECK MARK}|å|åbent?|offentligt?", re.IGNORECASE)
_NO = re.compile(r"nej|n|l|lukket", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<number>\d{1,3})(?P<part>\.[1-9](?!\d)|\.?[a-h](?!\w))?(?:[.):]\s*|\s+|$)(?:[-–]\s)?(?P<title>(?!\d).*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of the columns; which one has the titles, and which the numbers where these have one of their own.

    `numbered` says whether the items have numbers, there or before their titles, `opens` which column tells what
    is open.
    """

    heads: tuple[str, ...]
    title: int
    number: int | None
    numbered: bool
    opens: int | None


def is_head(row: Sequence[str]) -> bool:
    """Whether a row is the head of an agenda's table: one column for the titles, one for what was said or decided.

    What stands between the title and who does something by when may be called *Indhold*.
    """
    heads = [_head(cell) for cell in row]
    titled = any(folded(head) in layout().table_titles for head in heads)
    said = any(map(tells, heads)) or (actions.has_tasks(heads) and not _SAID.isdisjoint(map(folded, heads)))
    return titled and said and not any(map(number_of, heads))


def _head(cell: str) -> str:
    return " ".join(inline.plain(cell).split()).rstrip(" :")


def tells(head: str) -> bool:
    """Whether a column has what was said or decided: *Referat*, *Beslutning*, *Referat/konklusion*."""
    return any(
        layout().minutes.fullmatch(word) or layout().decision.fullmatch(word) or folded(word) in layout().informal
        for word in _EITHER.split(head)
    )


def of(head: Sequence[str], below: Sequence[Sequence[str]]) -> Columns:
    """The columns by their head and the rows below; items without titles have but their numbers for such."""
    heads = tuple(map(_head, head))
    filled = [[row[at] for row in below if len(row) == len(head) and row[at]] for at in range(len(head))]
    numbers = (at for at, cells in enumerate(filled) if not tells(heads[at]) and _have_numbers(cells, alone=True))
    number = next(numbers, None)
    titles = [at for at, one in enumerate(heads) if folded(one) in layout().table_titles]
    title = next((at for at in titles if at != number), titles[0])
    number = None if number == title else number
    opens = next(
        (at for at, one in enumerate(heads) if _OPENS.fullmatch(one) and any(map(says_open, filled[at]))), None
    )
    return Columns(heads, title, number, number is not None or _have_numbers(filled[title], alone=False), opens)


def _have_numbers(cells: Sequence[str], *, alone: bool) -> bool:
    """Whether half of the cells or more begin with a number, or are one (`alone`)."""
    return bool(cells) and 2 * sum(is_number(one) if alone else bool(number_of(one)) for one in cells) >= len(cells)


def numbered(columns: Columns, row: Sequence[str]) -> tuple[int, str, str] | None:
    """The number, part and title of the item that a row begins by its number."""
    title = row[columns.title] if columns.title < len(row) else ""
    if columns.number is None:
        return number_of(title) if columns.numbered else None
    found = number_of(row[columns.number]) if columns.number < len(row) else None
    return (found[0], found[1], title) if found and not found[2] else None


def is_number(cell: str) -> bool:
    """Whether a cell holds the number of an item and nothing else."""
    found = number_of(cell)
    return found is not None and not found[2]


def number_of(cell: str) -> tuple[int, str, str] | None:
    """The number and part that a cell begins with, and the rest: *1*, *1. Velkomst*, *Ad 1*, *Punkt 1: Velkomst*."""
    text = inline.plain(cell)
    patterns = (layout().item, layout().other_item, _NUMBER)
    found = next((found for pattern in patterns if (found := pattern.fullmatch(text))), None)
    return (int(found["number"]), found["part"] or "", found["title"]) if found else None


def asks(head: str) -> bool:
    """Whether a column tells which items are closed: *Lukket*, *Åben/lukket*."""
    return any(openness.is_closed(word) for word in _EITHER.split(head))


def is_hidden(columns: Columns, row: Sequence[str]) -> bool:
    """Whether a row does not say that its item is open, where a column tells which are (*Offentlig*: *ja*, *nej*)."""
    at = columns.opens
    return at is not None and not (at < len(row) and _YES.fullmatch(inline.plain(row[at])))


def says_open(cell: str) -> bool:
    """Whether a cell says that an item is open or not, and nothing else."""
    return bool(_YES.fullmatch(inline.plain(cell)) or _NO.fullmatch(inline.plain(cell)))


def is_case(head: str, text: Sequence[tuple[int, str]]) -> bool:
    """Whether a column holds the case's number, as its head and every piece of it (with its line) say."""
    return all(layout().case.fullmatch(f"{head}: {piece}") for _, piece in text if piece)
