"""Minutes whose items are the rows of a table: *Nr. | Punkt | Referat*.

Before anything else is read of them, each row is unfolded into the lines that other minutes would have: its title, and
below it the heading of each column above what stands there. They keep the number of the row's own line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from indexer.parsing import actions, inline, item_columns, openness, roster, subitems, unnumbered
from indexer.parsing.item_columns import Columns, asks, is_case, is_head, is_number, numbered, tells
from indexer.parsing.layout import layout
from indexer.parsing.lines import COLUMN, Line, of_cell
from indexer.parsing.opening import SURE, Opening
from indexer.parsing.prose import joined, pieces, row_of, runs_on
from indexer.sources import Document

_FEWEST = 2  # rows of an agenda
_MOST_ROWS = 100  # looked at to know which column has the numbers
_MOST_OUTSIDE = 1  # headings of items elsewhere; minutes with more are told by those
_OPEN = re.compile(r"\W*|nej|åben\w*|åbent|å", re.IGNORECASE)  # in a column that tells what is closed


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The lines, those of the rows unfolded, the openings of the items, and the numbers of the lines that were rows.

    `told` says whether the rows tell what was said or decided, as those of an agenda do not.
    """

    lines: tuple[Line, ...]
    openings: list[Opening]
    rows: frozenset[int] = frozenset()
    told: bool = False


@dataclass(slots=True)
class _Item:
    """An item as its rows are read: what stands in each column, a piece a line, and the lines that follow the rows.

    A piece has the number of its line; an empty one parts two paragraphs. `last` is the column whose text goes on,
    `reached` the last one that the row above has a cell for.
    """

    columns: Columns
    number: int
    part: str
    line: int
    title: list[str]
    closed: bool
    cells: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    last: int | None = None
    reached: int = 0
    after: list[Line] = field(default_factory=list)


def unfolded(lines: Sequence[Line], openings: list[Opening], document: Document) -> Unfolded:
    """The lines and openings of a document, those of a table's rows where its items are such; else as they are."""
    rows = [_row(line, document) for line in lines]
    begin = next((at for at, row in enumerate(rows) if is_head(row)), None)
    if begin is None or any(opening.first < begin for opening in openings):
        return Unfolded(tuple(lines), openings)
    reader = _Reader(lines, rows, document.markdown)
    reader.group = openness.closes_all(lines[:begin])
    if (above := openness.above(lines, begin)) is not None:
        reader.mark(lines[above].text, beside=False)
    for at in range(begin, len(lines)):
        reader.read(at)
    reader.close()
    outside = sum(lines[opening.first].number not in reader.rows for opening in openings)
    if len(reader.openings) < max(_FEWEST, len(openings) + 1) or outside > _MOST_OUTSIDE:
        return Unfolded(tuple(lines), openings)
    found = [replace(one, first=one.first + begin, last=one.last + begin) for one in reader.openings]
    whole = (*lines[:begin], *reader.out)
    return Unfolded(whole, subitems.closed_with_their_item(found, whole), frozenset(reader.rows), reader.told)


class _Reader:
    """The state of the pass over the lines from the table's head on: its columns, and the item that is open."""

    def __init__(self, lines: Sequence[Line], rows: Sequence[list[str]], markdown: bool) -> None:
        self.lines = lines
        self.cells = rows
        self.markdown = markdown
        self.columns: Columns | None = None
        self.item: _Item | None = None
        self.out: list[Line] = []
        self.openings: list[Opening] = []
        self.rows: set[int] = set()
        self.told = False
        self.within = False  # whether the table goes on
        self.other = False  # whether the row above is of another table
        self.group = False  # whether *Lukkede punkter* stands above
        self.below = False  # whether *Lukket punkt* does, said of the next item, or else of the last

    def read(self, at: int) -> None:
        line, row = self.lines[at], self.cells[at]
        if line.furniture:
            self._keep(line)
        elif is_head(row):
            self.columns = item_columns.of(row, self.cells[at + 1 : at + 1 + _MOST_ROWS])
            self.within = True
            self._keep(replace(line, furniture="table"))
        elif self.columns and row and self._goes_on(self.columns, line, row):
            self.other = False
            self._read(self.columns, line, row)
        else:
            self.other = bool(row)
            self.within = self.within and not row and not line.before
            told = openness.is_mark(line) and self.mark(line.text, beside=False)
            if told:
                # Right below a row, *Lukket punkt* may as well be the end of its last cell.
                below = self.within and not layout().groups.fullmatch(line.text) and openness.is_closed(line.text)
                if self.item and below:
                    self.item.closed = True
                self._keep(replace(line, furniture="group"))
            elif self.within and self.item and self.item.last is not None and not line.body.startswith("|"):
                self.rows.add(line.number)
                self.item.cells[self.item.last].append((line.number, _own(line)))
            else:
                self.within = False
                self.group = openness.doors([line], closed=self.group) or openness.tells_closed(line)
                self._keep(line)

    def _goes_on(self, columns: Columns, line: Line, row: Sequence[str]) -> bool:
        """Whether a row is of the agenda: right below another, or else the one that comes next there."""
        if roster.columns(row) or all(actions.is_action(cell) for cell in row if cell):
            self.within = False
        if self.other and not (self.within or line.before):
            return False
        if not self.within or line.before:
            found = numbered(columns, row)
            following = found is not None and found[0] == (self.item.number if self.item else 0) + 1
            whole = len(row) == len(columns.heads)
            named = whole and unnumbered.is_named(inline.plain(row[columns.title]))
            parted = self.within and not line.body.startswith("|") and not (columns.numbered and row[0] and not named)
            self.within = (following and (whole or not line.body.startswith("|"))) or (parted and whole)
        return self.within

    def _read(self, columns: Columns, line: Line, row: Sequence[str]) -> None:
        shown = {at: inline.plain(cell) for at, cell in enumerate(row) if cell}
        marks = [text for text in shown.values() if layout().groups.fullmatch(text)]
        text, *others = marks or dict.fromkeys(shown.values()) or [""]
        told = (marks or not others) and self.mark(text, beside=min(shown, default=0) > columns.title)
        if told and len(set(shown.values())) == 1:
            self._keep(replace(line, furniture="group"))
            return
        found = numbered(columns, row)
        title = row[columns.title] if columns.title < len(row) else ""
        if not found and title and (not columns.numbered or unnumbered.is_named(inline.plain(title))):
            found = (self.item.number if self.item else 0) + 1, "", title
        hidden = not (found or self.item) and any(map(openness.is_closed_title, shown.values()))
        if hidden:  # else its text would be left for the first open item
            found = 0, "", title
        if found:
            below, self.below = self.below, False
            self.close()
            number, part, title = found
            self.item = _Item(columns, number, part, line.number, pieces(title), self.group or below or hidden)
            self.item.closed = self.item.closed or item_columns.is_hidden(columns, row)
        if self.item:
            self.rows.add(line.number)
            self._fill(self.item, line, row, begins=bool(found))
        else:
            self._keep(line)

    def mark(self, text: str, *, beside: bool) -> bool:
        """Whether a text says but that items are open or closed: all below, the one above or the one below.

        It is of the one above where it stands `beside` the titles.
        """
        closes = openness.is_closed(text)
        if layout().groups.fullmatch(text):
            self.group = closes
        elif not (closes or layout().openness.fullmatch(text)):
            return False
        elif closes and self.item and (beside or " " not in text or not self.item.cells):
            self.item.closed = True
        else:
            self.below = closes
        return True

    def _fill(self, item: _Item, line: Line, row: Sequence[str], *, begins: bool) -> None:
        """Put what stands in a row's cells where it belongs; what a further row has for a title is text."""
        columns = item.columns
        if not begins and columns.numbered and row[0] and not line.body.startswith("|"):
            row = [*[""] * item.reached, *row]  # a paragraph of the cell above, and the cells beside that
        item.reached = len(row) - 1
        texts: dict[int, list[str]] = {}
        for at, cell in enumerate(row):
            taken = begins and (at == columns.title or (at == columns.number and is_number(cell)))
            taken = taken or (at == columns.opens and item_columns.says_open(cell))
            if not taken and (own_lines := pieces(cell)):
                texts.setdefault(min(at, len(columns.heads) - 1), []).extend(("", *own_lines))
        own = [at for at in texts if at not in (columns.title, columns.number) and not asks(columns.heads[at])]
        said = next((at for at in own if not actions.is_action(columns.heads[at])), item.last)
        for at in sorted(texts):
            kept = at
            if asks(columns.heads[at]):
                item.closed = item.closed or not _OPEN.fullmatch("".join(texts[at]))
                kept = columns.title
            elif at in (columns.title, columns.number):
                kept = columns.title if begins or said is None else said
            item.cells.setdefault(kept, []).extend((line.number, piece) for piece in texts[at])
            self.told = self.told or tells(columns.heads[at])
        item.last = said

    def _keep(self, line: Line) -> None:
        (self.item.after if self.item else self.out).append(line)

    def close(self) -> None:
        """End the open item: its title, and below it its columns and the lines that followed."""
        item, self.item = self.item, None
        if item is None:
            return
        title, below = self._title(item.title)
        first = len(self.out)
        self.out.append(replace(self._line(title or str(item.number), item.line, before=True), after=True))
        self.out += self._text([(item.line, piece) for piece in below])
        self.out += self._columns(item)
        self.out += item.after
        said = self.out[first].text if title else ""
        closed = item.closed or self.below or openness.is_closed_title(said) or openness.ends_closed(self.out[first])
        closed = closed or openness.any_closes(line for line in self.out[first:] if not line.furniture)
        self.openings.append(
            Opening(first, first, item.number, openness.without_open(said), SURE, closed=closed, part=item.part)
        )

    def _title(self, pieces: Sequence[str]) -> tuple[str, list[str]]:
        """The title of an item, and what else stands in its cell."""
        shown = [self._line(piece, 0, before=False) for piece in pieces]
        last = 1
        while last < len(shown) and not shown[last].marker and runs_on(shown[last - 1].text, shown[last].text):
            last += 1
        return joined(pieces[:last]), list(pieces[last:])

    def _columns(self, item: _Item) -> Iterator[Line]:
        """What stands in the columns, each under its head; who does what by when, below what was said."""
        columns, cells = item.columns, item.cells
        facts = {at for at, text in cells.items() if is_case(columns.heads[at], text)}
        tasks = [at for at in cells if at != columns.title and actions.is_action(columns.heads[at])]
        said = [at for at in cells if at not in (columns.title, *facts, *tasks)]
        below = max((at for at in said if tells(columns.heads[at])), default=max(said, default=None))
        for at in sorted(facts):
            yield from self._text([(number, f"{columns.heads[at]}: {text}") for number, text in cells[at] if text])
        yield from self._text(cells.get(columns.title, []))
        for at in sorted(said):
            if columns.heads[at]:
                yield replace(self._line(columns.heads[at], cells[at][0][0], before=True), rank=COLUMN)
            yield from self._text(cells[at])
            if at == below:
                yield from self._text(_tasks(item, tasks), gap=False)
        if below is None:
            yield from self._text(_tasks(item, tasks))

    def _text(self, pieces: Iterable[tuple[int, str]], *, gap: bool = True) -> Iterator[Line]:
        for number, piece in pieces:
            if piece:
                yield self._line(piece, number, before=gap)
            gap = not piece

    def _line(self, text: str, number: int, *, before: bool) -> Line:
        return of_cell(text, number, before=before, markdown=self.markdown)


def _row(line: Line, document: Document) -> list[str]:
    """The cells of a row, the empty ones too; none for what is no row."""
    raw = document.lines[line.number - 1].strip(" \f")
    if line.body.startswith("|"):
        return row_of(line.body) if line.row else []
    return row_of(raw) if "\t" in raw else []


def _tasks(item: _Item, columns: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Who shall do something and by when, row by row, as lines of text: *Ansvarlig: Lars Holte*."""
    rows = dict.fromkeys(number for at in sorted(columns) for number, _ in item.cells[at])
    for row in rows:
        for at in sorted(columns):
            if pieces := [piece for number, piece in item.cells[at] if number == row and piece]:
                yield row, f"{item.columns.heads[at]}: {', '.join(pieces)}"


def _own(line: Line) -> str:
    return f"{line.marker} {line.body}" if line.marker else line.body
