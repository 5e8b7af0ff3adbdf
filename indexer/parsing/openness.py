"""Whether an item is open or closed, as its heading says it, or a line of its own above that.

*Lukket* is known by its words alone; *Åben* tells a reader nothing, so it stands in no title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indexer.parsing.layout import layout
from indexer.parsing.lines import Line

if TYPE_CHECKING:
    from indexer.parsing.agenda import Opening

_BEFORE = re.compile(r"(?P<mark>\([^()]+\))\s*(?P<title>\S.*)", re.DOTALL)
_AFTER = re.compile(r"(?P<title>\S.*?)\s*(?P<mark>\([^()]+\))", re.DOTALL)
_LONGEST = 30  # characters of a line that says no more than this


def is_closed(title: str) -> bool:
    """Whether a title says that the item is closed (*Lukket*)."""
    return bool(layout().closed.fullmatch(title))


def is_mark(line: Line) -> bool:
    """Whether a line says that an item is open or closed, and nothing besides."""
    short = line.heading_like and len(line.text) <= _LONGEST
    return short and (bool(layout().openness.fullmatch(line.text)) or is_closed(line.text))


def without_open(title: str) -> str:
    """A title without the *(Åben)* before or behind it."""
    for pattern in (_BEFORE, _AFTER):
        found = pattern.fullmatch(title)
        if found and layout().openness.fullmatch(found["mark"]):
            return found["title"]
    return title


def says(title: str) -> bool:
    """Whether a title begins with *(Åben)* or *(Lukket)*, as that of an item does."""
    found = _BEFORE.fullmatch(title)
    return found is not None and bool(layout().openness.fullmatch(found["mark"]) or is_closed(found["mark"]))


def marked(found: Sequence[Opening], lines: Sequence[Line], has_own: Sequence[bool]) -> list[Opening]:
    """The openings with the line directly above them that says whether the item is open: *Åbent punkt*.

    *Lukket punkt* is of the item above where that has nothing else (`has_own`, by opening), else of the one below.
    """
    taken: list[Opening] = []
    for place, opening in enumerate(found):
        at = opening.first - 1
        if at < 0 or not is_mark(lines[at]) or (place and at <= found[place - 1].last):
            taken.append(opening)
            continue
        closes = is_closed(lines[at].text)
        if closes and place and not has_own[place - 1]:
            taken.append(opening)
        else:
            taken.append(replace(opening, first=at, closed=opening.closed or closes))
    return taken
