"""Items whose number stands above the title, alone on its line: *2*, and below it *Budget for skolerne*.

So a web page's boxes are copied, and a PDF's columns. A page's number or a table's stands alone as well: those here
count on from each other, each has a title below it, and nothing else in the minutes counts items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.parsing import inline
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
        found = _NUMBER.fullmatch(inline.plain(line.strip()))
        if found and (title := _title(lines, at)) is not None:
            alike.setdefault(f"{found['before']}{found['behind']}", []).append((int(found["number"]), at, title))
    counted = [run for run in alike.values() if len(run) >= _FEWEST and _count_on([number for number, *_ in run])]
    for number, at, title in counted[0] if len(counted) == 1 else ():
        lines[at], lines[title] = f"Punkt {number}: {inline.plain(lines[title].strip())}", "||"
    return replace(document, lines=tuple(lines))


def _count_on(numbers: Sequence[int]) -> bool:
    return all(below == above + 1 for above, below in pairwise(numbers))


def _title(lines: Sequence[str], number: int) -> int | None:
    """The index of the line right below a number, or below a gap, that may be a title."""
    below = next((at for at in (number + 1, number + 2) if at < len(lines) and lines[at].strip()), None)
    if below is None or "\f" in "".join(lines[number : below + 1]):
        return None
    shown = inline.plain(lines[below].strip())
    own = layout()
    known = (
        section_name(shown) or own.label.fullmatch(shown) or own.page.fullmatch(shown) or own.minutes.fullmatch(shown)
    )
    return below if _TITLE.fullmatch(shown) and shown[0].isupper() and not known else None
