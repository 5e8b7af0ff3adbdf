"""The lines that every page repeats at its head or foot: *Vandborg Kommune   05-10-2021   Side 2*.

A line is one only where it names what such lines name (a municipality, a body, a date, a page) and stands at the edge
of pages that form feeds part, or counts the pages itself, or is the same beside several that do. A heading, even one
with body and date, is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.parsing import bodies, dates
from indexer.parsing.headings import heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import BOLD, Line

_EDGE = 3  # lines at a page's head or foot
_FEWEST_AT_EDGES = 2
_FEWEST_COUNTED = 3  # where no form feed parts the pages
_BESIDE = 3  # lines above or below one that counts the pages, where no form feed does
_SHORTEST_PAGE = 5  # lines, its number among them
_LONGEST = 150  # characters
_SIDE = re.compile(r"\bside:? \d{1,4}(?P<all> ?(?:af|/) ?\d{1,4})?$", re.IGNORECASE)
_PAGE = re.compile(r"(?:^|\s{2,}|\t|\bside:? |(?<=\d{4})\s)(?P<page>\d{1,4})(?: ?(?:af|/) ?\d{1,4})?$", re.IGNORECASE)
_OF_ALL = re.compile(r"(?P<page>\d{1,3}) ?(?:/|af) ?(?P<all>\d{1,3})")  # *3/12*, alone on its line
_MEETING = ("Møde", "Mødet")  # before its day
_MUNICIPALITY = re.compile(r"^(?:[A-ZÆØÅ][\w-]*(?: [\w-]+){0,2} kommune|region [\w-]+)\b", re.IGNORECASE)
_COMPANY = re.compile(r"[A-ZÆØÅ].* (?:I/S|A/S|ApS|A\.?m\.?b\.?a\.?|P/S|K/S)")  # what municipalities own together


def without(lines: Sequence[Line], raw: Sequence[str]) -> tuple[Line, ...]:
    """The lines of a document (`raw`), those told as furniture that its pages repeat."""
    begins = [at for at in range(1, len(lines)) if _parted(lines[at - 1], lines[at], raw)]
    if begins:
        found = _at_edges(lines, begins)
        found -= _only_date(lines[: begins[0]], found)
    else:
        found = _counted(lines, [at for at in range(_EDGE, len(lines)) if not _is_figure(lines[at])])
        named = _named(lines)
        found |= _of_all(lines) | _figures(lines) | (named - _only_date(lines[: min(named, default=0) + 1], named))
        marks = sorted(found | {at for at, line in enumerate(lines) if _SIDE.search(line.text) and line.furniture})
        beside = _beside(lines, marks)
        found |= beside - _only_date(lines[: min(marks, default=0) + _BESIDE + 1], beside)
    return tuple(replace(line, furniture="page") if at in found else line for at, line in enumerate(lines))


def _parted(above: Line, below: Line, raw: Sequence[str]) -> bool:
    """Whether a form feed stands between two lines."""
    first, last = raw[above.number - 1], raw[below.number - 1]
    between = [first[len(first.rstrip()) :], *raw[above.number : below.number - 1], last[: -len(last.lstrip())]]
    return any("\f" in part for part in between)


def _at_edges(lines: Sequence[Line], begins: Sequence[int]) -> set[int]:
    """The lines at the heads and feet of pages that several pages have there, but for the document's own head."""
    edges = [at for begin, end in pairwise([0, *begins, len(lines)]) for at in _edge(lines, begin, end)]
    times = Counter(_folded(lines[at]) for at in edges)
    days = Counter(lines[at].text for at in edges if dates.find(lines[at].text))
    counted = set(_counted(lines, [at for at in edges if lines[at].text[0].isdigit()]))
    return {
        at
        for at in edges
        if at in counted
        or _SIDE.search(lines[at].text)
        or (times[_folded(lines[at])] >= _FEWEST_AT_EDGES and not _is_figure(lines[at]))
        or days[lines[at].text] >= _FEWEST_COUNTED  # a day in figures alone is the same on every page
    }


def _edge(lines: Sequence[Line], begin: int, end: int) -> list[int]:
    """The lines of one page that may be its head or its foot."""
    found: list[int] = []
    for edge in (
        range(begin, min(begin + _EDGE, end)) if begin else (),
        range(end - 1, max(begin, end - _EDGE) - 1, -1),
    ):
        for at in edge:
            if not lines[at].furniture and not _may_run(lines, at):
                break
            found.append(at)
    return [at for at in dict.fromkeys(found) if not lines[at].furniture]


def _counted(lines: Sequence[Line], among: Sequence[int]) -> set[int]:
    """The lines alike but for their last figure, which grows from each to the next."""
    pages: dict[str, list[tuple[int, int]]] = {}
    for at in among:
        number = _PAGE.search(lines[at].body) if len(lines[at].body) <= _LONGEST else None
        if number:
            pages.setdefault(_folded(lines[at]), []).append((at, int(number["page"])))
    return {
        at
        for found in pages.values()
        if len(found) >= _FEWEST_COUNTED
        and all(one[1] < other[1] for one, other in pairwise(found))
        and all(_may_run(lines, at) for at, _ in found)
        for at, _ in found
    }


def _of_all(lines: Sequence[Line]) -> set[int]:
    """The lines that are but a page's number and that of all, one more on each page up to the last or but one.

    Fractions, dates and case numbers are none: they follow each other sooner, or do not count to their end.
    """
    told = [(at, found) for at, line in enumerate(lines) if (found := _OF_ALL.fullmatch(line.text))]
    by_all: dict[int, list[tuple[int, int]]] = {}
    for at, found in told:
        by_all.setdefault(int(found["all"]), []).append((at, int(found["page"])))
    return {at for of_all, pages in by_all.items() if _counts(lines, pages, of_all) for at, _ in pages}


def _counts(lines: Sequence[Line], pages: Sequence[tuple[int, int]], of_all: int) -> bool:
    """Whether numbers (each after the index of its line) are those of pages that are `of_all`.

    Where the same line stands beside all of them a page may be short, as one of a closed item is, and the last lack.
    """
    if (
        len(pages) < _FEWEST_COUNTED
        or pages[0][1] > 2
        or any(below[1] - above[1] != 1 for above, below in pairwise(pages))
    ):
        return False
    long = all(below - above >= _SHORTEST_PAGE for (above, _), (below, _) in pairwise(pages))
    return (long and of_all - 1 <= pages[-1][1] <= of_all) or any(
        len({lines[at + step].text for at, _ in pages}) == 1
        for step in (-1, 1)
        if 0 <= pages[-1][0] + step < len(lines)
    )


def _named(lines: Sequence[Line]) -> set[int]:
    """The lines below a page's text that count it, of all or beside a municipality, be there but one or two."""
    return {
        at
        for at, line in enumerate(lines[_SHORTEST_PAGE:], _SHORTEST_PAGE)
        if line.before and _may_run(lines, at) and (side := _SIDE.search(line.text))
        if side["all"] or _MUNICIPALITY.match(line.text)
    }


def _figures(lines: Sequence[Line]) -> set[int]:
    """The lines that are but a figure, one more each time, and stand all at the same line of a page's head or foot."""
    by_line: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        for step in (-1, 1):
            if line.text.isdecimal() and 0 <= at + step < len(lines) and _may_run(lines, at + step):
                by_line.setdefault((step, lines[at + step].text), []).append((at, int(line.text)))
    found = set()
    for pages in by_line.values():
        if len(pages) >= _FEWEST_COUNTED and all(other[1] - one[1] == 1 for one, other in pairwise(pages)):
            found |= {at for at, _ in pages}
            if lines[-1].text == str(pages[-1][1] + 1):
                found.add(len(lines) - 1)
    return found


def _beside(lines: Sequence[Line], marks: Sequence[int]) -> set[int]:
    """The lines that stand with the same words at half of the `marks`, which count the pages, or more.

    What has columns there is a page's head elsewhere too: the first page may have no number.
    """
    taken = set(marks)
    near = [at for mark in marks for step in (-1, 1) for at in _run(lines, mark, step, taken)]
    times = Counter(lines[at].text for at in near)
    fewest = max(_FEWEST_COUNTED, len(marks) / 2)
    found = {at for at in near if times[lines[at].text] >= fewest}
    columns = {lines[at].body for at in found if "  " in lines[at].body}
    return found | {at for at, line in enumerate(lines) if line.body in columns}


def _run(lines: Sequence[Line], mark: int, step: int, taken: set[int]) -> list[int]:
    """The lines above (`step` -1) or below (1) a mark that may be of a page's head or foot, the nearest first."""
    found: list[int] = []
    for at in range(mark + step, mark + step * (_BESIDE + 1), step):
        if not 0 <= at < len(lines) or at in taken or lines[at].furniture or not _may_run(lines, at):
            break
        found.append(at)
    return found


def _only_date(first: Sequence[Line], found: set[int]) -> set[int]:
    """Those of the first page where nothing else there tells a date: then they tell the meeting's."""
    dated = any(dates.find(line.text) for at, line in enumerate(first) if at not in found)
    return set() if dated else {at for at in found if at < len(first) and dates.find(first[at].text)}


def _may_run(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.marker or line.rank < BOLD or len(line.body) > _LONGEST or line.body.startswith("|"):
        return False
    if line.text.endswith((".", ":", ";", ",")) or layout().case.fullmatch(line.text) or heading_at(lines, at):
        return False
    if layout().item.match(line.text) or layout().label.fullmatch(line.text):
        return False
    return bool(_tells(line))


def _tells(line: Line) -> bool:
    """Whether a line tells what pages repeat, and hardly more."""
    bare = dates.without(_PAGE.sub("", line.body))
    is_body = bodies.is_one(bare.rstrip(" ,–-")) or _MUNICIPALITY.match(bare) or _COMPANY.fullmatch(bare)
    named = not bare or bare in _MEETING or is_body
    return bool(_SIDE.search(line.text) or (named and len(bare.split()) <= 12))


def _is_figure(line: Line) -> bool:
    """Whether a line is but a figure, such as a table has in many places."""
    return not any(sign.isalpha() for sign in line.text)


def _folded(line: Line) -> str:
    return " ".join(re.sub(r"\d+", "0", line.text).split()).casefold()
