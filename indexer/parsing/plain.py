"""The items of minutes that have numbered titles and nothing else: no word, no section's heading, no case number.

Such titles are told from the points of a list by all of them together: they count from 1, no number stands at another
title as well, and text stands between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from indexer.parsing import item_headings, openness
from indexer.parsing.item_headings import NUMBERED
from indexer.parsing.layout import section_name
from indexer.parsing.lines import Line
from indexer.parsing.opening import FAINT, Opening

_FEWEST = 3  # a document with fewer has hardly an agenda
_LONGEST = 120  # characters of a title


def openings(lines: Sequence[Line]) -> list[Opening]:
    """The openings, all of them faint; none where they are not certain to be the agenda.

    What follows an item that is closed and holds something may be of it, and stays so.
    """
    parted = [replace(line, before=True, after=True) if _is_numbered(line) else line for line in lines]
    titles = [one for at in range(len(lines)) if not _is_listed(lines, at) and (one := _title(parted, at))]
    run: list[Opening] = []
    for number in count(1):
        following = [one for one in titles if one.number == number and (not run or one.first > run[-1].last)]
        following = [one for one in following if _has_text(lines, one)] or following
        if len(following) > 1:
            return []
        if not following or (run and run[-1].closed and _has_text(lines, run[-1])):
            break
        run += following
    told = sum(_has_text(lines, one) for one in run)
    hidden = any(one.closed and one not in run for one in titles)
    return run if len(run) >= _FEWEST and 2 * told >= len(run) and not hidden else []


def _title(lines: Sequence[Line], index: int) -> Opening | None:
    """The opening that a numbered line may be, but for one that is called as a section is."""
    found = item_headings.read(lines, index, NUMBERED)
    if not found or len(found.title) > _LONGEST:
        return None
    name = section_name(found.title)
    return None if name and (name.hard or name.kind == "background") else replace(found, strength=FAINT)


def _is_listed(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands right above or below another that is numbered, as in a list."""
    above = not lines[index].before and index > 0 and _is_numbered(lines[index - 1])
    return above or (not lines[index].after and index + 1 < len(lines) and _is_numbered(lines[index + 1]))


def _is_numbered(line: Line) -> bool:
    return bool(NUMBERED.fullmatch(f"{line.marker} {line.text}".strip()))


def _has_text(lines: Sequence[Line], opening: Opening) -> bool:
    """Whether text stands below a title that says more than that the item is closed."""
    below = next(
        (line for line in lines[opening.last + 1 :] if not line.furniture and not openness.is_mark(line)), None
    )
    return below is not None and not _is_numbered(below)
