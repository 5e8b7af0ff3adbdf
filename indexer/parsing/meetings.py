"""The minutes of several meetings in one file, each below its own title: *REFERAT*, *Referat af møde i Byrådet den …*.

Minutes that are read as one would give the later items the first meeting's day. A title divides them only where all
parts are minutes by themselves: each tells its own day and counts its items from 1.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.parsing import bodies, dates, head_lines
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line
from indexer.parsing.lines import lines as lines_of
from indexer.parsing.minutes import parse
from indexer.parsing.reading import Reading
from indexer.sources import Document
from mappings.errors import NotMinutes

_FEWEST = 2  # titles
_LONGEST = 200  # characters of a title's line
_HEAD = 12  # lines from a title to the day of its meeting
_FIGURES = re.compile(r"\d+")


def readings(document: Document) -> list[Reading]:
    """The meetings of a document, each with the places of its own lines; raises `NotMinutes` as `parse` does."""
    parts = _parts(document)
    if len(parts) > 1:
        try:
            found = [parse(part) for part in parts.values()]
        except NotMinutes:
            return [parse(document)]
        if all(map(_is_of, found, parts)):
            within = (False, *(_may_be_within(above, below) for above, below in pairwise(found)))
            return [_closed(one) if may_be else one for one, may_be in zip(found, within, strict=True)]
    return [parse(document)]


def _may_be_within(above: Reading, below: Reading) -> bool:
    """Whether another body's minutes may be text of the closed item that they stand below, which holds some."""
    last = above.meeting.items[-1]
    return last.closed and bool(last.sections) and above.meeting.body != below.meeting.body


def _closed(reading: Reading) -> Reading:
    items = tuple(replace(item, closed=True, people=()) for item in reading.meeting.items)
    return replace(reading, meeting=replace(reading.meeting, items=items))


def _is_of(reading: Reading, date: dt.date) -> bool:
    """Whether a meeting is of the day that stands below its title, and its items are counted from 1 without a gap."""
    numbers = [item.number for item in reading.meeting.items]
    gaps = any(below - above > 1 for above, below in pairwise(numbers))
    return reading.meeting.date == date and numbers[0] == 1 and not gaps


def _parts(document: Document) -> dict[dt.date, Document]:
    """The parts that the titles divide, by the days below them; their lines keep the numbers that they have.

    The body that stands above the first title is that of all.
    """
    if sum(map(_may_be_title, document.lines)) < _FEWEST:
        return {}
    lines = lines_of(document)
    titles = [at for at in range(len(lines)) if _is_title(lines, at)]
    if len(titles) < _FEWEST:
        return {}
    begins: dict[dt.date, int] = {}
    for at, end in pairwise([*titles, len(lines)]):
        date = _date(lines[at : min(end, at + _HEAD)])
        alike = lines[at].rank == lines[titles[0]].rank and _word(lines[at]) == _word(lines[titles[0]])
        if date and alike and date not in begins:
            begins[date] = _begin(lines, at, titles[0])
    edges = [lines[at].number - 1 for at in begins.values()]
    edges = [0, *edges[1:], len(document.lines)] if edges else []
    named = {line.number - 1 for line in lines[: titles[0]] if bodies.is_one(line.text)}  # the body of all
    return {
        date: replace(document, lines=_padded(document.lines[:end], begin, named))
        for date, (begin, end) in zip(begins, pairwise(edges), strict=True)
    }


def _padded(lines: Sequence[str], begin: int, kept: set[int]) -> tuple[str, ...]:
    """The lines from `begin` on, under their numbers: above them none but those that are `kept`."""
    return tuple(line if at >= begin or at in kept else "" for at, line in enumerate(lines))


def _may_be_title(line: str) -> bool:
    return len(line) <= _LONGEST and layout().minutes.search(line) is not None


def _is_title(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    words = line.heading_like and line.before and head_lines.is_title(line.text)
    return bool(words) and layout().minutes.search(line.text) is not None


def _word(line: Line) -> str:
    return line.text.split()[0]


def _date(head: Sequence[Line]) -> dt.date | None:
    """The first day that lines tell."""
    found = next((told for line in head if (told := dates.find(line.text))), None)
    return found.date if found else None


def _begin(lines: Sequence[Line], at: int, first: int) -> int:
    """Where the head begins that a title is of: it has the lines above it that stand above the `first` title too."""
    own = 0
    while own < first and at - own > first and _folded(lines[at - own - 1]) == _folded(lines[first - own - 1]):
        own += 1
    return at - own


def _folded(line: Line) -> str:
    return _FIGURES.sub("0", line.text).casefold()
