"""The items where nothing counts them: headings of one rank, each with its case, or in minutes that have no other.

Word's own numbers are lost on the way to text, and small bodies count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing import bodies, dates, head_lines, openness, unnumbered
from indexer.parsing.case_numbers import case_number
from indexer.parsing.headings import heading_at
from indexer.parsing.item_headings import followed_by
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import BOLD, PLAIN, Line
from indexer.parsing.opening import Opening

_FEWEST = 3  # headings
_LONGEST = 120  # characters of one
_NONE = PLAIN + 1  # the rank of what is no heading
_BRACKET = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]+[)\]]$")  # *KLAGE OVER STØJ (lukket)*
_HOUR = r"(?:kl\.? ?)?\d{1,2}[.:]\d\d"
_HOURS = re.compile(rf"{_HOUR}(?: ?[-–] ?{_HOUR})?\s*[:–-]?\s+(?=\S)", re.IGNORECASE)  # *17.10–17.40 Sommerfest*


def openings(lines: Sequence[Line]) -> list[Opening]:
    """The openings, counted from 1; none where no such headings are."""
    return _with_cases(lines) or _titled(lines)


def _with_cases(lines: Sequence[Line]) -> list[Opening]:
    """The headings of one rank, most with the case's number right below."""
    headed = [at for at, line in enumerate(lines) if line.rank <= BOLD and not (line.marker or line.furniture)]
    with_case = [at for at in headed if at + 1 < len(lines) and case_number(lines[at + 1])]
    cased = set(with_case)
    headed = [at for at in headed if at in cased or not heading_at(lines, at)]
    if len(with_case) < _FEWEST or len({lines[at].rank for at in with_case}) > 1:
        return []
    own = [_heading(lines, at) for at in headed if lines[at].rank == lines[with_case[0]].rank]
    first = next(at for at, one in enumerate(own) if one.closed or followed_by(lines, one))
    found = _counted(own[first:])
    return found if 2 * len(with_case) > len(found) else []


def _titled(lines: Sequence[Line]) -> list[Opening]:
    """The headings of the highest rank that has several with text below, in what calls itself the minutes of a day.

    What follows a closed one that holds something may be of that, and is closed as well.
    """
    titles = (at for at, line in enumerate(lines) if head_lines.is_title(line.text) and not line.marker)
    begin = next((at for at in titles if layout().minutes.search(lines[at].text)), None)
    if begin is None or not any(dates.find(line.text) for line in lines):
        return []
    headed = [at for at in range(begin + 1, len(lines)) if _is_titled(lines, at)]
    for rank in sorted({_rank(lines[at]) for at in headed}):
        own = [_heading(lines, at) for at in headed if _rank(lines[at]) == rank]
        if sum(_has_text(lines, one) for one in own) >= _FEWEST:
            return _counted(_with_following(own, lines))
    return []


def _rank(line: Line) -> int:
    """How high a heading stands: one in capitals alone (*ARBEJDSTID I DRIFTEN*) below all others."""
    if line.rank <= BOLD:
        return line.rank
    if line.before and line.body.startswith(("**", "__")) and openness.is_closed_title(line.text):
        return BOLD  # **Ansættelse** (lukket)
    words = _BRACKET.sub("", line.text)
    capitals = line.before and line.after and words.isupper() and words[-1].isalnum()
    return PLAIN if line.rank == PLAIN and capitals else _NONE


def _is_titled(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading that names a matter: no section, no fact of the meeting and nobody who met."""
    line, own = lines[at], layout()
    if _rank(line) == _NONE or not line.heading_like or len(line.text) > _LONGEST:
        return False
    if not any(map(str.isalpha, line.text)):
        return False  # a number above its title
    if own.label.match(line.text) or own.closing.fullmatch(line.text) or folded(line.text) in own.contents:
        return False
    if own.groups.fullmatch(line.text) or openness.heads_closed(line):
        return False  # of all that follow
    known = heading_at(lines, at) or head_lines.is_title(line.text) or bodies.is_one(line.text)
    return not known and head_lines.body_before_date(line.text) is None


def _has_text(lines: Sequence[Line], opening: Opening) -> bool:
    below = lines[opening.last + 1] if opening.last + 1 < len(lines) else None
    return below is not None and _rank(below) == _NONE and not openness.is_mark(below)


def _with_following(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings, those below a closed one that holds something closed too, but for *Eventuelt* and what follows.

    Below one that holds nothing the next one is: *Lukket punkt* may be said of that.
    """
    taken: list[Opening] = []
    within = next_one = False
    for one in found:
        ends = unnumbered.is_named(one.title)
        within = within and not ends
        taken.append(replace(one, closed=one.closed or within or (next_one and not ends)))
        within = within or (one.closed and _has_text(lines, one))
        next_one = one.closed and not _has_text(lines, one)
    return taken


def _heading(lines: Sequence[Line], at: int) -> Opening:
    return openness.sure_opening(at, 0, _HOURS.sub("", lines[at].text, count=1), lines[at + 1 : at + 2])


def _counted(found: Sequence[Opening]) -> list[Opening]:
    return [replace(one, number=number) for number, one in enumerate(found, 1)]
