"""The table of contents: its lines, its titles and pages, and which item each of them means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.parsing import bodies, dates, inline, item_columns, openness, told_closed
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import LEADERS, PLAIN, Line
from indexer.parsing.opening import Opening
from indexer.parsing.prose import cells, joined

_LONGEST = 400  # characters of an entry
_LED = re.compile(rf"(?P<title>\S.*?)\s*{LEADERS}[\s.…_-]*(?P<page>\d{{1,4}})$")
_SPACED = re.compile(r"(?P<title>\S.*?)(?:\t+|\s{3,})[\s.]*(?:[Ss]\.|[Ss]ide)?\s*(?P<page>\d{1,4})$")
_PARTED = re.compile(r"\s{3,}|\t\s*|\s*\|\s*")  # between the columns of a list
_COLUMN = re.compile(r"\s+Side(?:tal|r)?\s*$", re.IGNORECASE)  # the head of the pages' column
_WORD = re.compile(r"[^\W_]+")
_PAGE = re.compile(r"[\s.…]*(\d{1,4})$")
# Titles less alike than this are not the same item's: of 338 pairs of titles within one meeting (real and example
# minutes) the likest scores 0.42, half under 0.06; *ledelseevaluering 2016* for *ledelsevaluering 2016* scores 0.96.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line (or wrapped lines) of the table of contents; `page` is None where none is printed."""

    title: str
    page: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries, and the indices of the lines that hold them with their heading."""

    entries: tuple[Entry, ...]
    lines: frozenset[int]


def is_entry(line: Line) -> bool:
    """Whether a line is an entry of a table of contents wherever it stands: dotted leaders and a page number."""
    return _entry(line, led=True) is not None


def is_heading(line: Line) -> bool:
    """Whether a line is the heading of a table of contents."""
    words = _COLUMN.sub("", line.text).rstrip(" :").casefold()
    return line.rank <= PLAIN and not (line.marker or line.furniture) and words in layout().contents


def _heads_list(line: Line) -> bool:
    """Whether a line of the head is above a list of items in another way: *Åbne punkter*, a table's *Punkt | Titel*."""
    names = [folded(inline.plain(cell)) for cell in _PARTED.split(line.body.strip("| "))] if line.row else []
    return openness.heads(line.text) or len(layout().table_titles.intersection(names)) > 1


def titled(
    found: Sequence[Opening], front: Sequence[Line], foot: Sequence[Line], signs: Collection[str]
) -> list[Opening]:
    """The openings as the list in the head has them: what is but a number (*Ad 3*) called so, the closed closed.

    Closed are also those that a list in the foot calls so, and those that one of the `signs` stands at.
    """
    listed = [*_listed(front, signs), *(one for one in _listed(foot, signs) if one[2])]
    closed = {folded(title) for number, title, is_closed in listed if is_closed and not number}
    closed -= {folded(title) for _, title, is_closed in listed if not is_closed}
    rests = tuple(
        folded(title) for number, title, is_closed in listed if is_closed and not number and title[:1].islower()
    )
    taken = []
    for one in found:
        for number, title, is_closed in listed:
            one = _titled(one, title, is_closed) if number == one.printed else one
        told = folded(one.title) in closed or folded(one.title).endswith(rests)
        told = told or told_closed.carries(one.title, signs)
        taken.append(replace(one, closed=one.closed or told))
    return taken


def _listed(lines: Sequence[Line], signs: Collection[str]) -> Iterator[tuple[str, str, bool]]:
    """Number, title and whether it is closed of each item in the list in the head, or in the foot.

    *Lukket punkt* between two is said of the one below, *Lukket* alone of the one above.
    """
    above: tuple[str, str, bool] | None = None
    below = False
    for line, _, group in _grouped(lines):
        if listed := _item_listed(line, signs, closed=group or below):
            above, below = listed, False
            yield listed
        elif openness.says_closed(line) and not openness.heads(line.text):
            below = " " in line.text
            if above and not below:
                yield (*above[:2], True)


def _grouped(front: Sequence[Line]) -> Iterator[tuple[Line, range, bool]]:
    """The lines of the head, wrapped entries whole, with their indices and whether *Lukkede punkter* stands above."""
    group = False
    begins = [at for at in range(len(front)) if _begins(front, at)]
    for first, end in pairwise([*begins, len(front)]):
        line = _whole(front[first:end])
        if told_closed.announces(line.text):
            group = line.text.endswith(":")
        elif openness.heads(line.text):
            group = openness.is_closed(line.text)
        elif is_heading(line) or layout().label.match(line.text):
            group = False
        yield line, range(first, end), group


def _begins(front: Sequence[Line], at: int) -> bool:
    """Whether a line of the head is no rest of an entry; that has ended where it has its page."""
    return not openness.is_wrapped(front, at) or _entry(front[at - 1], led=False) is not None


def _whole(lines: Sequence[Line]) -> Line:
    """An entry's lines as one."""
    if len(lines) == 1:
        return lines[0]
    return replace(
        lines[0], body=joined(one.body for one in lines), text=joined(one.text for one in lines), after=lines[-1].after
    )


def _item_listed(line: Line, signs: Collection[str], *, closed: bool) -> tuple[str, str, bool] | None:
    """Number, title and whether it is closed of the item that a line of the head lists.

    A bare number before words lists one only where that is told closed.
    """
    entry = _entry(line, led=False)
    first, *beside = [inline.plain(cell) for cell in _PARTED.split(line.body.strip("| ")) if cell] or [""]
    counted = line.marker.strip("()")
    number = item_columns.number_of(f"{counted} {first}" if counted[:1].isdigit() else first)
    printed, title = (f"{number[0]}{number[1]}", number[2]) if number else ("", first)
    if number and not title and beside:
        title, *beside = beside
    title = entry.title if entry else title
    closed = closed or any(map(openness.is_closed_title, (title, _PAGE.sub("", title))))
    closed = closed or any(map(openness.is_closed, beside))
    closed = closed or openness.ends_closed(line)
    closed = closed or told_closed.carries(title, signs)
    listed = entry or (number and (line.marker or not line.text[0].isdigit() or closed))
    return (printed, title, closed) if listed else None


def _titled(opening: Opening, listed: str, closed: bool) -> Opening:
    """An opening with the title that is listed for it where it has none; closed where the list says so of it."""
    if opening.closed:
        return opening
    same = not (opening.title and listed) or openness.is_closed(listed)
    if closed and (same or are_alike(opening.title, listed)):
        return replace(opening, closed=True)
    return replace(opening, title=opening.title or listed)


def are_alike(own: str, listed: str) -> bool:
    """Whether a title is one that is listed, perhaps in more words."""
    return folded(own) in folded(listed) or similarity(shingles(own), shingles(listed)) > ALIKE


def read(front: Sequence[Line], openings: Sequence[Opening], signs: Collection[str]) -> Contents:
    """The table of contents among the lines before the first item; `openings` are those of the items that follow.

    What lists a closed item or tells which are closed is of it wherever it stands: no open item may keep it.
    """
    entries: list[Entry] = []
    taken: set[int] = set()
    headed = next((index for index, line in enumerate(front) if is_heading(line) or _heads_list(line)), None)
    begin = _above_list(front, openings) if headed is None else headed
    wrapped: list[str] = []
    known = [shingles(opening.title) for opening in openings]
    closed = {opening.printed for opening in openings if opening.closed}
    last = _last_entry(front, begin, known)
    for line, places, group in _grouped(front):
        within = begin is not None and begin < places[0] <= last
        entry = _entry(line, led=not within)
        if entry:
            entries.append(Entry(" ".join([*wrapped, entry.title]), entry.page, entry.line))
            wrapped = []
        elif within and line.row:
            entries.extend(_unpaged(line, known))
        elif within and places[-1] < last and _is_wrapped(line, front[places[-1] + 1], known):
            wrapped.append(line.text)
        elif within and _is_title(line.text, known):
            entries.append(Entry(line.text, None, line.number))
        elif not ((within and (line.furniture or line.marker)) or _tells_closed(line, signs, closed, group=group)):
            continue
        taken.update(places)
    if headed is not None and entries:
        taken.add(headed)
    return Contents(tuple(entries), frozenset(taken))


def _above_list(front: Sequence[Line], openings: Sequence[Opening]) -> int | None:
    """The index before that of two items in a row, each with its number and title: a list that nothing heads."""
    titles = {opening.printed: opening.title for opening in openings}
    listed = (_item_listed(line, (), closed=True) for line in front)
    own = [one is not None and one[0] in titles and are_alike(titles[one[0]], one[1]) for one in listed]
    return next((at - 1 for at in range(len(own) - 1) if own[at] and own[at + 1]), None)


def _tells_closed(line: Line, signs: Collection[str], closed: Collection[str], *, group: bool) -> bool:
    """Whether a line of the head names a closed item or tells which are closed, and nothing of the meeting.

    `closed` are the numbers of the closed items, as printed.
    """
    own = layout()
    if line.furniture or own.label.match(line.text) or own.doors_closed.fullmatch(line.text):
        return False
    if own.agenda.search(line.text) or (own.minutes.search(line.text) and not line.marker):
        return False
    listed, numbered = _item_listed(line, signs, closed=group), _item_listed(line, signs, closed=True)
    dated = dates.find(line.text) is not None
    below = group and not (bodies.is_one(line.text) or dated)
    told = openness.heads(line.text) or told_closed.announces(line.text) or told_closed.tells(line.text)
    told = told or openness.is_closed_title(line.text) or openness.ends_closed(line)
    return bool(told or below or (listed and listed[2]) or (numbered and not dated and numbered[0] in closed))


def _is_wrapped(line: Line, below: Line, known: Sequence[frozenset[str]]) -> bool:
    """Whether a line without a page is the beginning of the entry directly below it, and no entry itself."""
    if line.after or line.row:
        return False
    entry = _entry(below, led=False)
    rest = entry.title if entry else below.text
    return _likeness(f"{line.text} {rest}", known) > _likeness(line.text, known) or not _is_title(line.text, known)


def _last_entry(front: Sequence[Line], begin: int | None, known: Sequence[frozenset[str]]) -> int:
    """The index of the last line of the table under the heading `begin`; -1 where there is none."""
    if begin is None:
        return -1
    found = -1
    for index in range(begin + 1, len(front)):
        line = front[index]
        if layout().label.match(line.text) and not _entry(line, led=False):
            break
        listed = found == index - 1 and front[found].marker and line.marker and not line.before
        if _entry(line, led=False) or (line.row and line.body.startswith("|")) or listed or _is_title(line.text, known):
            found = index
    return found


def _entry(line: Line, *, led: bool) -> Entry | None:
    """The entry a line holds; `led` asks for dotted leaders, without which only a table of contents has entries."""
    if len(line.body) > _LONGEST or line.furniture or not line.body.rstrip(" |*_")[-1:].isdigit():
        return None
    if line.body.startswith("|"):
        return _entry_of_row(line, led=led)
    body = line.body.rstrip(" *_")
    found = _LED.match(body) or (None if led else _SPACED.match(body))
    return Entry(_bare(found["title"]), int(found["page"]), line.number) if found else None


def _entry_of_row(line: Line, *, led: bool) -> Entry | None:
    parts = cells(line.body).split(" | ")
    page = _PAGE.fullmatch(parts[-1])
    if page and len(parts) > 1 and (not led or re.search(rf"{LEADERS}\s*$", parts[-2])):
        return Entry(_bare(" ".join(parts[:-1])), int(page[1]), line.number)
    found = _LED.match(parts[-1])
    return Entry(_bare(" ".join([*parts[:-1], found["title"]])), int(found["page"]), line.number) if found else None


def _unpaged(line: Line, known: Sequence[frozenset[str]]) -> list[Entry]:
    title = _bare(cells(line.body).replace(" | ", " "))
    return [Entry(title, None, line.number)] if _is_title(title, known) else []


def _bare(title: str) -> str:
    """A title without leaders, marks and the number before it."""
    words = inline.plain(title).rstrip(" .…_")
    own = layout()
    numbered = own.item.match(words) or own.other_item.match(words) or own.parted.fullmatch(words)
    bare = numbered["title"] if numbered else re.sub(r"^\d{1,3}[.:)]?\s+(?=[^\W\d]|\()", "", words)
    return openness.without_open(bare)


def _is_title(text: str, known: Sequence[frozenset[str]]) -> bool:
    return _likeness(text, known) > 0.8


def _likeness(text: str, known: Sequence[frozenset[str]]) -> float:
    """How like the likest of the known titles a text is."""
    own = shingles(_bare(text))
    return max((similarity(own, title) for title in known), default=0.0)


def aligned(entries: Sequence[Entry], titles: Sequence[str]) -> list[Entry | None]:
    """The entry of each item, by order and likeness; None where the table has none for it.

    Both are sequences of the same items, either may lack some. The pairs that are most alike in all are found by
    dynamic programming; what stays over between two pairs is paired too where it is as many on both sides.
    """
    left, right = [shingles(entry.title) for entry in entries], [shingles(title) for title in titles]
    if len(left) * len(right) > _MOST_PAIRS:
        pairs = list(zip(range(len(left)), range(len(right)), strict=False))
    else:
        pairs = _best_pairs(left, right)
    given: list[Entry | None] = [None] * len(titles)
    before = (-1, -1)
    for pair in [*pairs, (len(left), len(right))]:
        gap, other = range(before[0] + 1, pair[0]), range(before[1] + 1, pair[1])
        if len(gap) == len(other):
            for one, item in zip(gap, other, strict=True):
                given[item] = entries[one]
        if pair[1] < len(titles):
            given[pair[1]] = entries[pair[0]]
        before = pair
    return given


_MOST_PAIRS = 250_000  # 500 items; no meeting has them, and a hostile file shall not take minutes


def _best_pairs(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Index pairs, ascending on both sides, with the greatest sum of likeness."""
    width = len(right) + 1
    best = [[0.0] * width for _ in range(len(left) + 1)]
    likeness = [[similarity(one, other) for other in right] for one in left]
    for row in range(len(left) - 1, -1, -1):
        for column in range(len(right) - 1, -1, -1):
            like = likeness[row][column]
            paired = best[row + 1][column + 1] + like if like >= ALIKE else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    pairs = []
    row = column = 0
    while row < len(left) and column < len(right):
        like = likeness[row][column]
        if like >= ALIKE and best[row][column] == best[row + 1][column + 1] + like:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def similarity(a: frozenset[str], b: frozenset[str]) -> float:
    """Likeness of two titles, 0 to 1: Dice's coefficient of their three-letter runs."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def shingles(title: str) -> frozenset[str]:
    """The three-letter runs of a title's words, folded, by which titles are compared."""
    folded = f"  {' '.join(_WORD.findall(title.casefold()))} "
    return frozenset(folded[at : at + 3] for at in range(len(folded) - 2)) if folded.strip() else frozenset()
