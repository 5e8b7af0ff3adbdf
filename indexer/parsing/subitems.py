"""The parts of an item that have a number of their own below its: *3.1 …*, *3a. …*, *Punkt 3.b: …*.

Sections and chapters of a text may be numbered so as well. A run of parts is one of items where it begins with the
first and each has its own: a case, a decision, the word *Punkt*; or where the item is made of nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from indexer.parsing import item_headings, openness
from indexer.parsing.headings import Heading, heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line
from indexer.parsing.opening import Opening


def among(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings of items, and between them those of their parts."""
    taken: list[Opening] = []
    for at, opening in enumerate(found):
        below = found[at + 1] if at + 1 < len(found) else None
        end, highest = (below.first, below.number) if below else (len(lines), math.inf)
        taken.append(opening)
        inside = _read(lines, opening.last + 1, end)
        for number, parts in groupby(inside, lambda part: part.number):
            own = number == opening.number
            if own or opening.number < number < highest:
                taken += _items(lines, opening, list(parts), end, own=own)
    return taken


def closed_with_their_item(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings, those of parts closed where the item is, be it by a line below its title."""
    kept: list[Opening] = []
    closed: int | None = None  # the number of the item above where that is closed
    for opening, end in zip(found, [one.first for one in found[1:]] + [len(lines)], strict=True):
        if not opening.part:
            is_closed = opening.closed or openness.any_closes(lines[opening.last + 1 : end])
            closed = opening.number if is_closed else None
        kept.append(replace(opening, closed=opening.closed or (bool(opening.part) and opening.number == closed)))
    return kept


def _read(lines: Sequence[Line], begin: int, end: int) -> Iterator[Opening]:
    for index in range(begin, end):
        if part := item_headings.read(lines, index, layout().parted):
            yield part


def _items(lines: Sequence[Line], opening: Opening, parts: Sequence[Opening], end: int, *, own: bool) -> list[Opening]:
    """The parts that are items, of those with one number below an opening, which is `own` where that is its number."""
    run: list[Opening] = []
    for part in parts:
        above = run[-1].part if run else opening.part if own else ""
        if part.closed or _follows(part.part, above):
            run.append(part)
    if not run:
        return []
    spans = list(zip(run, [part.first for part in run[1:]] + [end], strict=True))
    are_items = any(_is_sure(lines, part) for part in run) or _are_alike(lines, opening, spans, own=own)
    return run if are_items else []


def _follows(part: str, above: str) -> bool:
    """Whether a part is the next below the one above, or the first: *.2* below *.1*, *a* below none."""
    return _order(part) == (_order(above) if above else 0) + 1


def _order(part: str) -> int:
    own = part.lstrip(".")
    return int(own) if own.isdigit() else ord(own.lower()) - ord("a") + 1


def _is_sure(lines: Sequence[Line], part: Opening) -> bool:
    """Whether a part shows by itself that it is an item: by its word, its case number, or because it is closed."""
    return part.closed or lines[part.first].text[0].isalpha() or item_headings.followed_by(lines, part) == "case"


def _are_alike(lines: Sequence[Line], opening: Opening, spans: Sequence[tuple[Opening, int]], *, own: bool) -> bool:
    """Whether the parts are items by what they hold: each a decision, or all of them nothing but text.

    A decision below the last alone is of the whole item, and parts called *Sagsfremstilling* are its sections.
    """
    titles = [replace(lines[part.first], text=part.title, body=part.title, before=True) for part, _ in spans]
    if any((heading := heading_at([title], 0)) and heading.hard for title in titles):
        return False
    held = [list(_headings(lines, part.last + 1, end)) for part, end in spans]
    decided = [any(heading.kind == "decision" for heading in headings) for headings in held]
    if any(decided):
        return any(decided[:-1])
    above = any(True for _ in _headings(lines, opening.last + 1, spans[0][0].first))
    return own and len(spans) > 1 and not above and not any(held)


def _headings(lines: Sequence[Line], begin: int, end: int) -> Iterator[Heading]:
    return (heading for index in range(begin, end) if (heading := heading_at(lines, index)))
