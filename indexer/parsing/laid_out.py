"""Items in tables that only lay them out, the rows of which are labels and their text: *Beslutning | Godkendt*.

Each row becomes the lines that other minutes have, a heading and below it the text. They keep the number of its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.parsing import agenda, inline, item_columns, openness, roster
from indexer.parsing.headings import heading_at
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import BOLD, Line, is_bold, line_of, of_cell
from indexer.parsing.prose import pieces, row_of

_BOLD = re.compile(r"\*\*(?P<label>[^*<>]{1,100})\*\*:?\s*(?:<br\s*/?>\s*)*(?P<text>\S.*)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}\.?")
_BOLD_NUMBER = re.compile(r"\*\*(?:(?:Punkt|Pkt\.?) )?(?P<number>\d{1,3})[.:]?\s[^*]+\*\*")
_NUMBERED = re.compile(r"\d{1,3}[.:]?\s+[^\W\d].*")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a label and its text, in two cells or in one where the label is bold; or of a text alone."""

    number: int
    label: str
    text: str


def unfolded(lines: Sequence[Line], *, markdown: bool) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines, those of such tables unfolded, and the numbers of the lines that were rows.

    What stands above the first item is the meeting's, whatever it looks like.
    """
    out, numbers = _unfolded(lines, markdown)
    opened = agenda.openings(out) if numbers else ()
    first = out[opened[0].first].number if opened else 0
    if not numbers or first <= min(numbers):
        return out, numbers
    head = [line for line in lines if line.number < first]
    below, numbers = _unfolded(lines[len(head) :], markdown)
    return (*head, *below), numbers


def _unfolded(lines: Sequence[Line], markdown: bool) -> tuple[tuple[Line, ...], frozenset[int]]:
    out: list[Line] = []
    numbers: set[int] = set()
    counted = 0  # the number of the last item in such a table
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        table = [line for line in lines[at:end] if not line.furniture]
        rows = [row for line in table if (row := _row(line)) is not None]
        own = _number(rows) if len(rows) == len(table) else 0
        if len(rows) == len(table) and (_are_of_item(rows) or (counted and own == counted + 1)):
            counted = own or counted
            numbers.update(line.number for line in table)
            out += [line for line in lines[at:end] if line.furniture]
            out += _told(rows, markdown)
        else:
            out += lines[at:end]
        at = end
    return tuple(out), frozenset(numbers)


def _end(lines: Sequence[Line], begin: int) -> int:
    """Where the table ends that begins with a line, or the line itself where that is of none."""
    end = begin
    while end < len(lines) and _is_of_table(lines[end]) and (end == begin or not _begins(lines, end)):
        end += 1
    return max(end, begin + 1)


def _is_of_table(line: Line) -> bool:
    return line.row or line.furniture == "table"


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Whether another table begins in a line; what dashes frame has gaps between its rows."""
    headed = at + 1 < len(lines) and lines[at + 1].furniture == "table" and "-" in lines[at + 1].body
    return lines[at].before and (bool(lines[at].furniture) or headed)


def _row(line: Line) -> _Row | None:
    """A line as such a row; None where it is of a table of another sort."""
    row = row_of(line.body) if line.row else []
    if not row or item_columns.is_head(row) or roster.columns(row):
        return None
    *labels, text = [cell for cell in row if cell] or [""]
    if len(labels) > 1 or (labels and not row[0]):
        return None
    found = None if labels or not row[0] else _BOLD.fullmatch(text)
    label, text = (found["label"], found["text"]) if found else ("".join(labels), text)
    return _Row(line.number, inline.plain(label).rstrip(" :"), text)


def _are_of_item(rows: Sequence[_Row]) -> bool:
    """Whether rows tell what only an item has: a section by its name, a case number; a number and that it is closed."""
    told = [line_of(_joined(row), row.number, None, before=True, after=True, markdown=False) for row in rows]
    cases = (layout().case.fullmatch(line.text) for line in told)
    if any(case and case["labelled"] for case in cases) or any(_heads(row.label, hard=True) for row in rows):
        return True
    titled = any(_title(row, first=not place) for place, row in enumerate(rows))
    return titled and openness.any_closes(told)


def _number(rows: Sequence[_Row]) -> int:
    """The number of the item that heads a table, by its word or in bold: *Punkt 4*, ***4. Eventuelt***; else 0."""
    label, text = (rows[0].label, rows[0].text) if rows else ("", "")
    found = layout().item.fullmatch(label) if label else _BOLD_NUMBER.fullmatch(text)
    return int(found["number"]) if found else 0


def _joined(row: _Row) -> str:
    return f"{row.label}: {row.text}" if row.label else row.text


def _heads(label: str, *, hard: bool = False) -> bool:
    """Whether a label is the heading of a section, or of one that is such anywhere (`hard`)."""
    found = heading_at([line_of(label, 1, None, before=True, after=True, markdown=False)], 0) if label else None
    return found is not None and not found.rest and (found.hard or not hard)


def _told(rows: Sequence[_Row], markdown: bool) -> Iterator[Line]:
    """The rows as the lines of an item, its title right below its number wherever that stands."""
    titled = False  # whether the row above has the item's number alone
    for place, row in enumerate(_title_first(rows)):
        title = _title(row, first=not place)
        if title or (titled and _is_titled(row)):
            yield replace(of_cell(title or row.text, row.number, before=bool(title), markdown=markdown), rank=BOLD)
        elif _heads(row.label):
            yield replace(of_cell(row.label, row.number, before=True, markdown=markdown), rank=BOLD)
            yield from _text(row.text, row.number, markdown)
        else:
            yield from _text(_joined(row), row.number, markdown)
        titled = bool(title) and _is_titled(row)


def _title_first(rows: Sequence[_Row]) -> list[_Row]:
    """The rows, that of the title right below one with but a number: *Punkt | 5*, *Sagsnr. | 21/1*, *Titel | Veje*."""
    ordered = list(rows)
    heads = [at for at, row in enumerate(rows) if _is_titled(row)]
    for number, title in pairwise(heads):
        if _NUMBER.fullmatch(rows[number].text) and not _NUMBER.fullmatch(rows[title].text):
            ordered.insert(number + 1, ordered.pop(title))
    return ordered


def _title(row: _Row, *, first: bool) -> str:
    """The heading of an item that a row is: *Punkt 5 | Budget*, *Punkt | 5*, *5 | **Budget***.

    At the table's head *5 | Budget* is one.
    """
    found = layout().item.fullmatch(row.label)
    if found and not found["title"]:
        return _joined(row)
    if _is_titled(row) and _NUMBER.fullmatch(row.text):
        return f"Punkt {row.text}"
    if (first or is_bold(row.text)) and _NUMBER.fullmatch(row.label):
        return f"{row.label.rstrip('.')}. {row.text}"
    text = "" if row.label or not first else inline.plain(row.text)
    return row.text if _NUMBERED.fullmatch(text) or layout().item.fullmatch(text) else ""


def _is_titled(row: _Row) -> bool:
    return folded(row.label) in layout().table_titles


def _text(text: str, number: int, markdown: bool) -> Iterator[Line]:
    """The lines of a cell's text, a gap before the first and where one is empty."""
    gap = True
    for piece in pieces(text):
        if piece:
            yield of_cell(piece, number, before=gap, markdown=markdown)
        gap = not piece
