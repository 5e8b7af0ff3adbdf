"""The text of a section as paragraphs, lists and tables, for a template to render.

The text was read from somebody's file: it is never HTML here, only strings that the template escapes. Nothing of it is
left out but the signs that have become structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

DEEPEST_LIST = 5  # levels; what is indented further stands at the last, so that no file can make a page of nesting

_BULLET = re.compile(r"(\s*)[-–•*]\s+(\S.*)")
_NUMBERED = re.compile(r"(\s*)(\d{1,2})[.)]\s+(\S.*)")
_RULE = re.compile(r"\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*")
_BAR = " | "  # between the cells of a row that no bars enclose
_URL = re.compile(r"https?://[^\s<>\"»«”]+", re.IGNORECASE)
_AFTER_URL = ".,;:!?'’"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text within a line; with `href` (http or https) it is a link.

    `mark` is the number of the place on the page where it is one of the question's words (see `web.reaching`), else 0.
    """

    text: str
    href: str | None = None
    mark: int = 0


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Spans, ...]
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item, its number as printed where it has one, and the lists within it."""

    spans: Spans
    number: int | None
    nested: tuple[ListBlock, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, numbered or not."""

    numbered: bool
    items: tuple[ListItem, ...]
    kind: ClassVar[str] = "list"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells; `header` is empty where the text does not tell one."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    kind: ClassVar[str] = "table"


Block = Paragraph | ListBlock | Table
_LineKind = Literal["blank", "list", "row", "text"]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a list: how deep it stands, its number, its text."""

    level: int
    number: int | None
    text: str


def blocks(text: str) -> tuple[Block, ...]:
    """The structure of `text`, in order."""
    return tuple(block for kind, lines in _runs(text.splitlines()) for block in _as_blocks(kind, lines))


def spans(line: str) -> Spans:
    """A line with its bare addresses as links."""
    found, at = [], 0
    for match in _URL.finditer(line):
        url = _without_punctuation(match.group())
        if url.endswith("//"):
            continue
        if match.start() > at:
            found.append(Span(line[at : match.start()]))
        found.append(Span(url, href=url))
        at = match.start() + len(url)
    if at < len(line):
        found.append(Span(line[at:]))
    return tuple(found)


def _without_punctuation(url: str) -> str:
    """The address without what belongs to the sentence around it; a parenthesis stays if it was opened within."""
    while url and (url[-1] in _AFTER_URL or (url[-1] == ")" and url.count(")") > url.count("("))):
        url = url[:-1]
    return url


def _kind(line: str) -> _LineKind:
    if not line.strip():
        return "blank"
    if _BULLET.fullmatch(line) or _NUMBERED.fullmatch(line):
        return "list"
    bare = line.strip()
    if _is_barred(bare) or _BAR in bare or "\t" in bare:
        return "row"
    return "text"


def _runs(lines: Sequence[str]) -> Iterator[tuple[_LineKind, list[str]]]:
    """Lines of one kind that stand together; an empty line ends all but a list that goes on after it."""
    run: list[str] = []
    running: _LineKind = "blank"
    parted = False
    for line in lines:
        kind = _kind(line)
        if kind == "blank":
            parted = True
            continue
        if running == "list" and kind == "text" and not parted and line[0].isspace():
            run[-1] += " " + line.strip()
            continue
        if run and (kind != running or (parted and kind != "list")):
            yield running, run
            run = []
        run.append(line)
        running, parted = kind, False
    if run:
        yield running, run


def _as_blocks(kind: _LineKind, lines: list[str]) -> tuple[Block, ...]:
    if kind == "list" and not _is_ordinal(lines):
        return _lists(_entries(lines), 0)
    if kind == "row" and (len(lines) > 1 or _is_barred(lines[0].strip())):
        return _table(lines)
    return (Paragraph(tuple(spans(line.strip()) for line in lines)),)


def _is_ordinal(lines: list[str]) -> bool:
    """Whether a lone number begins a sentence ("1. behandling er den …") rather than a list."""
    return len(lines) == 1 and _NUMBERED.fullmatch(lines[0]) is not None


def _entries(lines: list[str]) -> list[_Entry]:
    found: list[_Entry] = []
    indents: list[int] = []
    for line in lines:
        numbered = _NUMBERED.fullmatch(line)
        match = numbered or _BULLET.fullmatch(line)
        if match is None:  # cannot be: _kind has matched it
            continue
        indent = len(match.group(1).expandtabs(4))
        while indents and indents[-1] > indent:
            indents.pop()
        if not indents or indent > indents[-1]:
            indents.append(indent)
        number = int(numbered.group(2)) if numbered else None
        found.append(_Entry(min(len(indents), DEEPEST_LIST) - 1, number, match.group(match.re.groups)))
    return found


def _lists(entries: Sequence[_Entry], level: int) -> tuple[ListBlock, ...]:
    """The entries as lists of items at `level`; a new list begins where numbers begin or end."""
    lists: list[tuple[bool, list[ListItem]]] = []
    at = 0
    while at < len(entries):
        end = at + 1
        while end < len(entries) and entries[end].level > level:
            end += 1
        own = entries[at]
        item = ListItem(spans(own.text), own.number, _lists(entries[at + 1 : end], level + 1))
        numbered = own.number is not None
        if lists and lists[-1][0] == numbered:
            lists[-1][1].append(item)
        else:
            lists.append((numbered, [item]))
        at = end
    return tuple(ListBlock(numbered, tuple(items)) for numbered, items in lists)


def _table(lines: list[str]) -> tuple[Block, ...]:
    rows = [_cells(line) for line in lines if not _RULE.fullmatch(line)]
    if not rows:
        return ()
    width = max(map(len, rows))
    full = tuple(tuple(spans(cell) for cell in (*row, *[""] * (width - len(row)))) for row in rows)
    ruled = len(lines) > 1 and _RULE.fullmatch(lines[1]) is not None
    if ruled and len(full) > 1 and all(rows[0]):
        return (Table(full[0], full[1:]),)
    kept = tuple(row for row in full if any(row))
    return (Table((), kept),) if kept else ()


def _cells(line: str) -> list[str]:
    bare = line.strip()
    if _is_barred(bare):
        return [cell.strip() for cell in bare[1:-1].split("|")]
    return [cell.strip() for cell in bare.split(_BAR if _BAR in bare else "\t")]


def _is_barred(bare: str) -> bool:
    """Whether a line stands between two bars, as Markdown writes a row."""
    return len(bare) > 1 and bare.startswith("|") and bare.endswith("|")
