"""The items of minutes that have numbered titles and nothing else: no section's heading, no case number.

Such titles are told from the points of a list by all of them together: they count from 1, no number stands at another
title as well, and text stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from indexer.parsing import item_headings, openness, unnumbered
from indexer.parsing.layout import section_name
from indexer.parsing.lines import Line
from indexer.parsing.opening import FAINT, Opening

_FEWEST = 3  # a document with fewer has hardly an agenda
_LEAD = re.compile(r"\D*\d{1,3}\W*\s")
_LONGEST = 120  # characters of a title


def openings(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[Opening]:
    """The openings by a pattern as `item_headings.read` takes it, all of them faint; none where they are not certain.

    What follows an item that is closed and holds something may be of it, and stays so; *5. Eventuelt* hardly is, nor
    what is headed as all the others are.
    """
    numbered = [bool(pattern.fullmatch(line.whole)) and not item_headings.is_day(line.text) for line in lines]
    parted = [_parted(one) if own else one for one, own in zip(lines, numbered, strict=True)]
    places = [at for at, own in enumerate(numbered) if own and not _is_listed(lines, numbered, at)]
    titles = [one for at in places if (one := _title(parted, at, pattern))]
    told = {one.first for one in titles if _has_text(lines, numbered, one)}
    run: list[Opening] = []
    end: int | None = None  # of those that are none of what is closed
    for number in count(1):
        following = [one for one in titles if one.number == number and (not run or one.first > run[-1].last)]
        following = [one for one in following if one.first in told] or following
        if len(following) > 1 and end is None:
            return []
        if len(following) != 1:
            break
        if end is None and run and run[-1].closed and _may_be_of_closed(run, following[0], lines, numbered):
            end = len(run)
        run += following
    hidden = any(one.closed and one not in run for one in titles)
    certain = len(run) >= _FEWEST and 2 * sum(one.first in told for one in run) >= len(run)
    return run[:end] if certain and not hidden else []


def _is_certain(opening: Opening, lines: Sequence[Line]) -> bool:
    """Whether an opening can hardly be text of a closed item above: one closed too, *(Åben)* or *Eventuelt*."""
    opened = openness.without_open(lines[opening.first].text) != lines[opening.first].text
    return opening.closed or opened or unnumbered.is_named(opening.title)


def _may_be_of_closed(
    run: Sequence[Opening], opening: Opening, lines: Sequence[Line], numbered: Sequence[bool]
) -> bool:
    """Whether an opening may be text of the closed one above, the last of a run.

    It is not where it looks as all open ones do above and nothing numbered stands between; but what is called as a
    section is (*4. Vurdering*) may be of that, whatever it looks like.
    """
    between = range(run[-1].last + 1, opening.first)
    looks = {_look(lines[one.first]) for one in run if not one.closed}
    listed = any(numbered[at] for at in between) or section_name(opening.title)
    alike = looks == {_look(lines[opening.first])} and not listed
    return not (alike or _is_certain(opening, lines)) and _holds([lines[at] for at in between])


def _look(line: Line) -> tuple[object, ...]:
    """What headings of one kind have in common: rank, indent, what stands around the number, the blanks around."""
    lead = _LEAD.match(line.whole)
    sign = re.sub(r"\d", "", lead[0]) if lead else ""
    return line.rank, line.indent, sign, line.before, line.after


def _parted(line: Line) -> Line:
    """A numbered line as if it stood alone, a title without the full stop that ends it."""
    text = line.text[:-1] if item_headings.is_stopped(line.text) else line.text
    return replace(line, text=text, before=True, after=True)


def _title(lines: Sequence[Line], index: int, pattern: re.Pattern[str]) -> Opening | None:
    """The opening that a numbered line may be, but for one that is called as a section is."""
    found = item_headings.read(lines, index, pattern)
    if not found or len(found.title) > _LONGEST:
        return None
    name = section_name(found.title)
    return None if name and (name.hard or name.kind == "background") else replace(found, strength=FAINT)


def _is_listed(lines: Sequence[Line], numbered: Sequence[bool], index: int) -> bool:
    """Whether a line stands right above or below another that is numbered, as in a list."""
    above = not lines[index].before and index > 0 and numbered[index - 1]
    return above or (not lines[index].after and index + 1 < len(lines) and numbered[index + 1])


def _has_text(lines: Sequence[Line], numbered: Sequence[bool], opening: Opening) -> bool:
    """Whether text stands below a title that says more than that the item is closed."""
    own = next((at for at in range(opening.last + 1, len(lines)) if _holds(lines[at : at + 1])), None)
    return own is not None and not numbered[own]


def _holds(lines: Sequence[Line]) -> bool:
    """Whether lines below a title say more than that the item is closed."""
    return any(not line.furniture and not openness.is_mark(line) for line in lines)
