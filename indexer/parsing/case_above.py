"""Cases whose number stands above the heading of their item: *Sagsnr.: 21/5239   Initialer: abc   Lukket*.

Before anything else is read, the line is put below the heading, where other minutes have it: above, it would be of
the item before, and so would be what it says of being closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing import item_headings
from indexer.parsing.case_numbers import case_number
from indexer.parsing.item_headings import NUMBERED
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line
from indexer.parsing.opening import Opening
from indexer.parsing.openness import tells_closed

_FEWEST = 2  # of them that tell the layout
_MOST_TITLE_LINES = 4


def below(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each such line below its heading, where more cases stand above a heading alone than below one.

    One that says that its item is closed needs no other beside it.
    """
    cases = [at for at, line in enumerate(lines) if case_number(line)]
    heads = {at: head for at in cases if (head := _heading(lines, at + 1)) is not None}
    under = {at for at in cases if _is_below_heading(lines, at)}
    if cases and not (cases[0] in heads.keys() - under and cases[-1] in heads):
        heads = {at: head for at, head in heads.items() if not lines[at].after}  # the others may end an item
    surely = heads.keys() - under
    several = len(surely) >= max(_FEWEST, len(under - heads.keys()) + 1)
    if not (several or any(tells_closed(lines[at]) for at in surely)):
        return tuple(lines)
    moved = list(lines)
    for at, head in heads.items() if several else ((at, heads[at]) for at in surely):
        title = lines[at + 1 : head.last + 1]
        own = [replace(line, before=lines[at].before and not place) for place, line in enumerate(title)]
        moved[at : head.last + 1] = [*own, replace(lines[at], before=False)]
    return tuple(moved)


def _heading(lines: Sequence[Line], at: int) -> Opening | None:
    """The heading of an item that begins in a line, by *Punkt* or by its number."""
    if at >= len(lines):
        return None
    return item_headings.read(lines, at, layout().item) or item_headings.read(lines, at, NUMBERED)


def _is_below_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands right below the heading of an item, which may be wrapped."""
    heads = (_heading(lines, first) for first in range(max(0, at - _MOST_TITLE_LINES), at))
    return any(head.last + 1 == at for head in heads if head)
