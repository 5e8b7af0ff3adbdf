"""Tables in the one form that the rest reads, a row a line between pipes, however Markdown lets them be written.

That is without the outer pipes (*Nr. | Punkt*), as a grid (*+----+*), as HTML (*<tr><td>*), or in columns, below
dashes (pandoc's) or a head that tells of participants or items. Where a row has several lines all of it then stands in
the first, and the others are empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.parsing import columns, item_columns, roster
from indexer.sources import Document

_DASHES = r"\s*:?-{2,}:?\s*"
_WITHOUT_OUTER = re.compile(rf"{_DASHES}(?:\|{_DASHES})+")
_GRID = re.compile(r"\s*\+(?:[-=:]{3,}\+)+\s*")
_COLUMNS = re.compile(r"\s*-{2,}(?: +-{2,})+\s*")
_BLANKS = re.compile(r"\s{3,}")
_FRAME = re.compile(r"\s*-{10,}\s*")
_FEWEST = 2  # rows that blank lines part
_MOST_ROWS = 1000  # lines of a table in columns
_ROW = re.compile(r"<tr\b[^<>]{0,300}>(?P<cells>(?:(?!<tr\b).)*)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^<>]{0,300}>", re.IGNORECASE)
_BOLD = re.compile(r"</?(?:strong|b)>", re.IGNORECASE)
_STARTS = re.compile(r"<(?P<end>/)?(?:p|div|br|ul|ol|(?P<point>li))\b[^<>]{0,300}>", re.IGNORECASE)
_OF_TABLE = re.compile(r"</?(?:table|thead|tbody|tfoot|tr|t[hd]|col|colgroup|caption)\b[^<>]{0,300}>", re.IGNORECASE)


def unified(document: Document) -> Document:
    """The document, every table in it in the one form."""
    lines = list(document.lines)
    _from_html(lines)
    for at, line in enumerate(lines):
        if document.markdown and "|" in line and _WITHOUT_OUTER.fullmatch(line):
            _with_outer(lines, at)
        if "---" in line and _COLUMNS.fullmatch(line) and not (document.markdown and _between(lines, at)):
            _in_pipes(lines, at, document.markdown)
    for at, line in enumerate(lines):
        headed = "   " in line and "|" not in line and _is_head(_BLANKS.split(line.strip()))
        if headed and not columns.in_rows(lines, at):
            parted = at + 1 < len(lines) and not lines[at + 1].strip()
            (_apart if parted else _aligned)(lines, at)
    grid = [at for at, line in enumerate(lines) if "+" in line and _GRID.fullmatch(line)]
    for above, below in pairwise(grid):
        _in_one_line(lines, above + 1, below)
    return replace(document, lines=tuple(lines))


def _from_html(lines: list[str]) -> None:
    """Give the tables that are written as HTML their pipes, each row in the line that it begins in."""
    begin = None
    for at, line in enumerate(lines):
        if line.lstrip()[:6].lower() == "<table":
            begin = at
        if begin is not None and "</table" in line.lower():
            text = "\n".join(lines[begin : at + 1])
            rows = {begin + text.count("\n", 0, row.start()): row["cells"] for row in _ROW.finditer(text)}
            if len(rows) == len(_ROW.findall(text)):  # else there are rows without a line of their own
                lines[begin : at + 1] = ["||"] * (at + 1 - begin)
                for number, cells in rows.items():
                    lines[number] = f"| {' | '.join(map(_flat, _CELL.split(cells)[1:]))} |"
            begin = None


def _flat(cell: str) -> str:
    """The text of an HTML cell, its paragraphs and the points of its lists below each other."""
    told = _STARTS.sub(lambda found: "" if found["end"] else "<br>- " if found["point"] else "<br>", cell)
    told = _OF_TABLE.sub("", _BOLD.sub("**", told)).replace("|", "\\|")
    return " ".join(told.split()).removeprefix("<br>")


def _with_outer(lines: list[str], dashes: int) -> None:
    """Give the table whose head stands above line `dashes` its outer pipes."""
    end = dashes
    while end < len(lines) and "|" in lines[end]:
        end += 1
    if dashes and "|" in lines[dashes - 1]:
        rows = (line.strip().removeprefix("|").removesuffix("|") for line in lines[dashes - 1 : end])
        lines[dashes - 1 : end] = [f"| {row.strip()} |" for row in rows]


def _is_head(cells: Sequence[str]) -> bool:
    """Whether words in columns head a table of participants or of items."""
    return roster.columns(cells) is not None or item_columns.is_head(cells)


def _aligned(lines: list[str], head: int) -> None:
    """Give the rows that stand below the columns of line `head` their pipes."""
    starts = columns.starts_of(lines[head])
    end = head + 1
    while (
        end < len(lines) and lines[end].strip() and "|" not in lines[end] and not columns.runs_over(lines[end], starts)
    ):
        end += 1
    if end > head + 1:
        lines[head:end] = [f"| {' | '.join(columns.cells(line, starts))} |" for line in lines[head:end]]


def _apart(lines: list[str], head: int) -> None:
    """Give the rows their pipes that blank lines part below the columns of line `head`, each of a line or more."""
    starts = columns.starts_of(lines[head])
    groups: list[range] = []
    for group in _parted(lines, head + 1, min(len(lines), head + _MOST_ROWS)):
        own = [lines[at].replace("\f", " ") for at in group]
        if any("|" in line or columns.runs_over(line, starts) for line in own):
            break
        if not columns.is_page(own):
            groups.append(group)
    if len(groups) >= _FEWEST:
        columns.put_in_rows(lines, [range(head, head + 1), *groups], starts)


def _between(lines: list[str], dashes: int) -> bool:
    """Give the rows their pipes that stand between line `dashes` and another like it, below no head."""
    below = range(dashes + 1, min(len(lines), dashes + _MOST_ROWS))
    end = next((at for at in below if lines[at] == lines[dashes]), None)
    if end is None or (dashes and lines[dashes - 1].strip()):
        return False
    starts = [found.start() for found in re.finditer("-+", lines[dashes])]
    if any("|" in line or columns.runs_over(line, starts) for line in lines[dashes + 1 : end]):
        return False
    groups = list(_parted(lines, dashes + 1, end))
    if len(groups) == 1:  # a row a line
        groups = [range(at, at + 1) for at in groups[0]]
    columns.put_in_rows(lines, groups, starts)
    lines[dashes] = lines[end] = "|" * (len(starts) + 1)
    return True


def _parted(lines: Sequence[str], begin: int, end: int) -> Iterator[range]:
    """The lines from `begin` to `end` that blank ones part, as their indices."""
    first = begin
    for at in range(begin, end + 1):
        if at == end or not lines[at].strip():
            if first < at:
                yield range(first, at)
            first = at + 1


def _in_pipes(lines: list[str], dashes: int, markdown: bool) -> None:
    """Give the table whose columns line `dashes` shows its pipes; in a frame of dashes blank lines part the rows.

    What is no Markdown may have a line of dashes for any reason, but no such frame.
    """
    framed = next((at for at in range(dashes - 2, max(-1, dashes - 5), -1) if _FRAME.fullmatch(lines[at])), None)
    if framed is None and not markdown:
        return
    below = range(dashes + 1, min(len(lines), dashes + _MOST_ROWS))
    ends = (at for at in below if _FRAME.fullmatch(lines[at]) or (framed is None and not lines[at].strip()))
    end = next(ends, None if framed is not None else len(lines))
    begin = dashes - 1 if framed is None else framed + 1
    if end is None or begin < 0 or any(not line.strip() or "|" in line for line in lines[begin:dashes]):
        return
    starts = [found.start() for found in re.finditer("-+", lines[dashes])]
    if any(columns.runs_over(line, starts) for line in lines[begin:end]):
        return  # text that runs over the columns
    if framed is None:
        groups = [range(at, at + 1) for at in (begin, *range(dashes + 1, end))]
    else:
        groups = [range(begin, dashes), *_parted(lines, dashes + 1, end)]
    columns.put_in_rows(lines, groups, starts)
    lines[dashes] = "|---" * len(starts) + "|"


def _in_one_line(lines: list[str], begin: int, end: int) -> None:
    """Put the row of a grid into its first line, `begin`; the next row's rule is line `end`."""
    rows = [line.strip().strip("|").split("|") for line in lines[begin:end] if line.strip().startswith("|")]
    if len(rows) != end - begin or len({len(row) for row in rows}) != 1:
        return
    cells = [columns.joined([cell.strip() for cell in column]) for column in zip(*rows, strict=True)]
    lines[begin:end] = [f"| {' | '.join(cells)} |", *["|" * (len(cells) + 1)] * (len(rows) - 1)]
    lines[begin - 1] = lines[end] = "|---" * len(cells) + "|"  # its rows are of one table
