"""Rows that are printed in columns, each of one line or more, put between pipes: *pdftotext -layout* leaves such.

A row of items begins by its number; what stands below it in the same columns, up to the next number, goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.parsing import openness, prose, unnumbered
from indexer.parsing.layout import folded, layout, section_name
from indexer.parsing.lines import NUMBER
from indexer.sources import Document

_HEAD = re.compile(r"\S+(?:\s{1,2}\S+)*")
_BULLET = re.compile(r"[-*+•–]\s")
_NUMBERED = re.compile(r"(?:(?:Punkt|Pkt\.?|Ad) )?(?P<number>\d{1,3})(?:[.):]|(?=\s|$))", re.IGNORECASE)
_FIRST = re.compile(r"\s*1[.):]?\s+[^\W\d]\S*(?: {1,2}\S+)*(?P<gap>\s{3,})[^\W\d]")  # a title, and what was said
_FEWEST = 3  # items that show the table by their numbers
_MOST_LINES = 1000
_FILLED = 0.85  # of a column's longest line; letters are not of one width, so that a full line may have fewer


def headed(document: Document) -> Document:
    """The document, a list of the items (below *Dagsorden*) with what was said of each beside it as such a table."""
    lines = list(document.lines)
    for at, line in enumerate(lines):
        name = folded(line)
        first = next((below for below in range(at + 1, len(lines)) if lines[below].strip()), at)
        found = _FIRST.match(lines[first]) if name in layout().contents | layout().table_titles else None
        if found and first > at:
            lines[at] = f"{line.strip().ljust(found.end('gap') - 3)}   Referat"
            if starts_of(lines[at])[1] == found.end("gap") and in_rows(lines, at):
                return replace(document, lines=tuple(lines))
            lines[at] = line
    return document


def in_rows(lines: list[str], head: int) -> bool:
    """Give the rows their pipes that stand below the columns of line `head`, where numbers show where each begins.

    None get them where more rows follow below what is none: text of the last they must not become.
    """
    starts = starts_of(lines[head])
    heads = cells(lines[head], starts)
    groups: list[list[int]] = []
    pages: list[int] = []
    last = items = 0
    for at in range(head + 1, min(len(lines), head + _MOST_LINES)):
        line = lines[at].replace("\f", " ")
        if not line.strip():
            continue
        if is_page([line]):
            pages.append(at)
            continue
        own = cells(line, starts)
        number = _NUMBERED.match(own[0])
        alone = not any(own[1:])
        marked = alone and (openness.is_open(own[0]) or openness.is_closed(own[0]) or openness.heads(own[0]))
        if "|" in line or runs_over(line, starts) or not (groups or number):
            break
        if number and (not items or int(number["number"]) == last + 1):
            last, items = int(number["number"]), items + 1
            groups.append([at])
        elif unnumbered.is_named(own[0]) or own == heads:  # which stands on each page
            groups.append([at])
        elif marked:
            continue  # *Lukkede punkter*, of those below
        elif own[0] and alone and not lines[at - 1].strip():
            break  # a line of the left column alone, apart from what is above
        else:
            groups[-1].append(at)
    if items < _FEWEST or _goes_on(lines[groups[-1][-1] + 1 :], starts, last + 1):
        return False
    put_in_rows(lines, [[head], *groups], starts)
    for at in pages:
        lines[at] = lines[at] if at > groups[-1][-1] else "||"  # a page's number within the table is none of an item
    return True


def _goes_on(below: Sequence[str], starts: Sequence[int], number: int) -> bool:
    """Whether the row of a number stands further below, with something in its columns."""
    rows = (cells(line, starts) for line in below[:_MOST_LINES] if not runs_over(line, starts))
    return any(
        (found := _NUMBERED.match(own[0])) is not None and int(found["number"]) == number and any(own[1:])
        for own in rows
    )


def put_in_rows(lines: list[str], groups: Iterable[Sequence[int]], starts: Sequence[int]) -> None:
    """Put what stands in the columns of each group of lines into its first one, as a row between pipes.

    A gap in a group parts two paragraphs.
    """
    blank = "|" * (len(starts) + 1)
    groups = [group for group in groups if group]
    every = [cells(lines[at], starts) for group in groups for at in group]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    for group in groups:
        held = [lines[at] if at in group else "" for at in range(group[0], group[-1] + 1)]
        columns = zip(*(cells(line, starts) for line in held), strict=True)
        row = [joined(column, width) for column, width in zip(columns, widths, strict=True)]
        for at in group:
            lines[at] = blank
        lines[group[0]] = f"| {' | '.join(row)} |"


def starts_of(head: str) -> list[int]:
    """Where the columns begin below their heads."""
    return [found.start() for found in _HEAD.finditer(head)]


def is_page(own: Sequence[str]) -> bool:
    """Whether all that stands between blank lines is a page's number."""
    return all(layout().page.fullmatch(line.strip()) or line.strip().isdecimal() for line in own)


def cells(line: str, starts: Sequence[int]) -> list[str]:
    """What stands in each of the columns."""
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]


def runs_over(line: str, starts: Sequence[int]) -> bool:
    """Whether the text of a line runs from one column into the next."""
    return any(line[at - 1 : at].strip() for at in starts if at) or bool(line[: starts[0]].strip())


def joined(pieces: Sequence[str], width: int = 0) -> str:
    """The lines of a cell, those below each other that an empty one parts or a hard break, or that begin a point.

    So is one that begins a section (*Bilag: Notat*), is a case's number, or would have had room in the line above.
    `width` is that of the longest line in the column.
    """
    text = above = ""
    parted = False
    room = _FILLED * max(width, *map(len, pieces), 0)
    for piece in pieces:
        if piece and text:
            label, colon, _ = piece.partition(":")
            listed = _BULLET.match(piece) or NUMBER.match(piece) or (colon and section_name(label))
            apart = parted or listed or _is_case(piece) or _is_case(above) or _is_ended(above, piece, room)
            text = f"{text}<br>{piece}" if apart else prose.joined([text, piece])
        else:
            text += piece
        text = text.removesuffix("\\")
        parted = not piece or piece.endswith("\\")
        above = piece
    return text


def _is_case(piece: str) -> bool:
    case = layout().case.fullmatch(piece)
    return case is not None and bool(case["labelled"])


def _is_ended(above: str, piece: str, room: float) -> bool:
    """Whether a line was ended by its writer: a capital begins the next, whose first word would have had room there."""
    begins = piece[0].isupper() and not prose.is_open(above)
    return begins and len(above) + 1 + len(piece.split(maxsplit=1)[0]) <= room
