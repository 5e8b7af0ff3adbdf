"""The items that end a meeting without a number: *Eventuelt* and *Næste møde* below the last that has one."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.parsing.headings import heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import PLAIN, Line
from indexer.parsing.opening import Opening

_LONGEST_TOPIC = 60  # characters


def after(last: Opening, lines: Sequence[Line], *, closed: bool) -> list[Opening]:
    """The openings below the last one that has a number; `closed` says that that one holds something closed.

    None where that item is itself made of topics under headings: there *Næste møde* is one more topic. And none that
    would let out what is closed.
    """
    if closed:
        return []
    found: list[Opening] = []
    decided = [at for at in range(last.last + 1, len(lines)) if (h := heading_at(lines, at)) and h.kind == "decision"]
    for index in range(last.last + 1, len(lines)):
        line = lines[index]
        if not (line.heading_like and line.before and line.after and line.rank <= PLAIN):
            continue
        if is_named(line.text) and not _is_within(last, line, index, decided):
            number = last.number + len(found) + 1
            found.append(Opening(index, index, number, line.text.rstrip(" :"), strength=0))
        elif not found and _is_topic(lines, index):
            return []
    return found


def is_named(title: str) -> bool:
    """Whether a title is one that ends many a meeting."""
    return title.rstrip(" :.").casefold() in layout().unnumbered


def _is_within(last: Opening, line: Line, index: int, decided: Sequence[int]) -> bool:
    """Whether what stands below a line is of the numbered item still: its decision, or more of the same.

    `decided` are the indices of the decisions' headings below that item's.
    """
    same = is_named(last.title) and line.text[:2].casefold() == last.title[:2].casefold()
    return same or (bool(decided) and index < decided[0])


def _is_topic(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands alone as the heading of a matter within an item, and heads none of its sections."""
    text = lines[index].text
    short = len(text) <= _LONGEST_TOPIC and text[-1] not in ".,;:?!" and text[:1].isupper()
    return short and index + 1 < len(lines) and heading_at(lines, index) is None
