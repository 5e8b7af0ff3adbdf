"""Items whose number stands above the title, alone on its line: *2*, and below it *Budget for skolerne*.

So a web page's boxes are copied, and a PDF's columns. A page's number or a table's stands alone as well: those here
count on from each other, each has a title below it, and nothing else in the minutes counts items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.parsing import inline, openness
from indexer.parsing.layout import layout, section_name
from indexer.sources import Document

_NUMBER = re.compile(r"(?P<before>(?:Nr\.? ?)?)(?P<number>\d{1,3})(?P<behind>[.)]?)", re.IGNORECASE)
_TITLE = re.compile(r"[^\W\d_].{2,150}(?<![.,;:])|(?:Evt|Eventuelt)\.?", re.DOTALL)
_FEWEST = 3


def joined(document: Document) -> Document:
    """The document, each such number in one line with its title: *Punkt 2: Budget for skolerne*.

    One that does not count on may be text of an item, even of a closed one, and so may all that look like it.
    """
    lines = list(document.lines)
    alike: dict[str, list[tuple[int, int, int]]] = {}  # by what stands around the number: itself, its line, the title's
    for at, line in enumerate(lines):
        found = _NUMBER.fullmatch(_shown(line))
        if found and (title := _title(lines, at)) is not None:
            alike.setdefault(f"{found['before']}{found['behind']}", []).append((int(found["number"]), at, title))
    counted = [run for run in alike.values() if len(run) >= _FEWEST and _count_on([number for number, *_ in run])]
    for number, at, title in counted[0] if len(counted) == 1 else ():
        lines[at], lines[title] = f"Punkt {number}: {_shown(lines[title])}", "||"
    return replace(document, lines=tuple(lines))


def _count_on(numbers: Sequence[int]) -> bool:
    return all(below == above + 1 for above, below in pairwise(numbers))


def _title(lines: Sequence[str], number: int) -> int | None:
    """The index of the title below a number: right there, below a gap, or below *Åben* or *Lukket*, which stays."""
    below = _filled(lines, number + 1)
    marked = below is not None and (openness.is_open(_shown(lines[below])) or openness.is_closed(_shown(lines[below])))
    title = _filled(lines, below + 1) if below is not None and marked else None
    return next((at for at in (title, below) if at is not None and _may_be_title(lines, number, at)), None)


def _filled(lines: Sequence[str], first: int) -> int | None:
    """The index of a line that holds something, or of the one below where it is blank and that is not."""
    return next((at for at in (first, first + 1) if at < len(lines) and lines[at].strip()), None)


def _may_be_title(lines: Sequence[str], number: int, at: int) -> bool:
    if "\f" in "".join(lines[number : at + 1]):
        return False
    shown, own = _shown(lines[at]), layout()
    known = (own.decision, own.label, own.page, own.minutes, own.case)
    named = section_name(shown) or any(pattern.fullmatch(shown) for pattern in known)
    return bool(_TITLE.fullmatch(shown)) and shown[0].isupper() and not named


def _shown(line: str) -> str:
    return inline.plain(line.strip())
