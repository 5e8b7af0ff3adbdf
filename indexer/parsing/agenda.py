"""Where the items of a meeting begin: *Punkt 5: …*, told from mentions of a *punkt* in the text.

A heading that only looks like one ("Punkt 2: Godkendt" in a decision on two recommendations) is found by what stands
around it: an item is followed by a case number or a section, is marked as a heading, or is named in the table of
contents; what has none of these opens an item only where its number fits between its neighbours'.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, dropwhile, pairwise

from indexer.parsing import (
    besides,
    closed_pages,
    contents,
    dates,
    item_headings,
    openness,
    plain,
    subitems,
    uncounted,
    unnumbered,
    yearly,
)
from indexer.parsing.case_numbers import case_number
from indexer.parsing.item_headings import CAPITALS, LETTERED, NUMBERED, PARAGRAPH, ROMAN, VERDICT, counts, followed_by
from indexer.parsing.layout import layout
from indexer.parsing.lines import BOLD, PLAIN, Line, is_bold
from indexer.parsing.opening import CALLED, FAINT, SAID, SURE, Opening
from indexer.parsing.openness import is_closed

_FEWEST = 3  # openings that tell how a meeting counts, and in a run of headed ones
_FEWEST_SURE = 2  # openings by their case numbers, beside which a faint one counts
_FIRST = re.compile(r"(?:punkt |ad |sag )?\(?1[.):]?(?:\s|$)", re.IGNORECASE)


def openings(lines: Sequence[Line]) -> list[Opening]:
    """The openings of the items, in order, each with the line above it that says whether it is open.

    Where no line says *Punkt*, those of numbered titles ("5. Evt."), or where none are, of *Sag 5: …* and *Ad 5) …*.
    Those of an item's parts (*5.1*) stand among them.
    """
    found = subitems.among(besides.among(_unmarked(lines), lines), lines)
    if not found:
        return []
    found = _apart(found)
    ends = [opening.first for opening in found[1:]] + [len(lines)]
    own = [any(_is_own(one) for one in lines[opening.last + 1 : end]) for opening, end in zip(found, ends, strict=True)]
    listed = any(contents.is_heading(line) for line in lines[: found[0].first])
    found = _as_listed(openness.marked(found, lines, own, listed=listed), own)
    found = closed_pages.marked(besides.below_groups(found, lines), lines)
    return subitems.closed_with_their_item(found, lines)


def _apart(found: Sequence[Opening]) -> list[Opening]:
    """The openings without those within a title that is wrapped: *31. januar* below *2 Budgetopfølgning pr.*"""
    kept: list[Opening] = []
    for one in found:
        if not kept or one.first > kept[-1].last:
            kept.append(one)
        else:
            kept[-1] = replace(kept[-1], closed=kept[-1].closed or one.closed)
    return kept


def _as_listed(found: Sequence[Opening], has_own: Sequence[bool]) -> list[Opening]:
    """The openings, those closed that one without anything of its own calls so above.

    That is of the agenda; where it is the first of all, it opens nothing.
    """
    listed: dict[str, dict[str, list[int]]] = defaultdict(dict)  # by printed number, where each title stands
    taken, again = [], set[int]()
    for one, own in zip(found, has_own, strict=True):
        named = [places for title, places in listed[one.printed].items() if contents.are_alike(one.title, title)]
        again.update(*named)
        taken.append(replace(one, closed=one.closed or bool(named)))
        if one.closed and not own:
            listed[one.printed].setdefault(one.title, []).append(one.first)
    return list(dropwhile(lambda one: one.first in again, taken))


def _unmarked(lines: Sequence[Line]) -> list[Opening]:
    found = _counted(lines)
    return _headings_around(found, lines) or found


def _headings_around(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The headings that are the items where one is closed, and what was found is a list below them; else nothing.

    Else what stands below the closed one would come open as text of the list's last point.
    """
    firsts = {one.first for one in found}
    apart = (line for line in lines if line.heading_like and (line.rank < PLAIN or line.before))
    shut = (openness.is_closed_title(line.text) for line in apart)
    if not found or any(lines[at].rank < PLAIN for at in firsts) or not any(shut):
        return []
    headed = uncounted.openings(lines)
    around = bool(headed) and headed[0].first < found[0].first
    return headed if around and any(one.closed and one.first not in firsts for one in headed) else []


def _counted(lines: Sequence[Line]) -> list[Opening]:
    found = _by_word(lines, layout().item)
    # *Punkt 2: Afvist.* is a point of a decision, and *Pkt. 2a: …* may be a part of *2. …*
    pointed = all(one.part or VERDICT.match(one.title) for one in found)
    if not (pointed or all(one.closed for one in found)):
        return found
    numbered = _by_number(lines, NUMBERED)
    # *Lukket punkt 2. …* may stand among *1. …* and *3. …*
    if not pointed:
        among = any(one.first < found[0].first and one.strength >= SURE for one in numbered)
        both = {one.first: one for one in [*(numbered if among else ()), *found]}
        return [both[first] for first in sorted(both)]
    others = [one for one in _by_word(lines, layout().other_item) if not VERDICT.match(one.title)]
    with_case = sum(followed_by(lines, one) == "case" for one in others)
    if len(numbered) > 1 and with_case <= sum(bool(followed_by(lines, one)) for one in numbered):
        return _with_plain(numbered, lines, (NUMBERED,)) if all(one.closed for one in numbered) else numbered
    found = others if len(others) > max(1, len(numbered)) else numbered or found
    if len(found) < _FEWEST:
        found = _with_plain(found, lines, (layout().item, NUMBERED, layout().other_item))
    found = found or _otherwise_counted(lines) or _by_word(_bold_bullets(lines), layout().item)
    found = found or _named(lines) or yearly.openings(lines) or uncounted.openings(lines)
    return found or _counted_by((CAPITALS,), lines)  # which a list in an item has as well


def _otherwise_counted(lines: Sequence[Line]) -> list[Opening]:
    """The openings where neither words nor figures tell them: *II. …*, *§ 2 …*, headings with letters."""
    return _counted_by((ROMAN, PARAGRAPH, LETTERED), lines)


def _counted_by(patterns: Iterable[re.Pattern[str]], lines: Sequence[Line]) -> list[Opening]:
    """The openings by the first of some patterns that several items have."""
    for pattern in patterns:
        found = _by_number(lines, pattern)
        few = len(found) < _FEWEST or pattern is not ROMAN  # signs that no list has
        found = _with_plain(found, lines, (pattern,)) if few else found
        if len(found) >= _FEWEST:
            return found
    return []


def _bold_bullets(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a list that are all in bold as headings: *- **Punkt 1: Budget***."""
    bold = [bool(line.marker) and is_bold(line.body) for line in lines]
    return [replace(line, marker="", rank=BOLD) if own else line for line, own in zip(lines, bold, strict=True)]


def _named(lines: Sequence[Line]) -> list[Opening]:
    """The openings of two or more items that no number heads, counted: *Emne: …*; a mail's subject is none."""
    found = (item_headings.read(lines, index, layout().named_item) for index in range(len(lines)))
    own = [one for one in found if one and lines[one.first].before and not _is_subject(one.title)]
    return [replace(one, number=number) for number, one in enumerate(own, 1)] if len(own) > 1 else []


def _is_subject(title: str) -> bool:
    """Whether a title is a mail's subject, that names the minutes: *Referat af møde den 4. maj*."""
    return layout().minutes.match(title) is not None and dates.find(title) is not None


def _with_plain(found: Sequence[Opening], lines: Sequence[Line], kinds: Sequence[re.Pattern[str]]) -> list[Opening]:
    """The few openings, and beside them those of numbered titles that have nothing else, where they are among these."""
    titles = {one.first: one for one in next(filter(None, (plain.openings(lines, kind) for kind in kinds)), ())}
    if not all(opening.first in titles for opening in found):
        return list(found)
    return list({**titles, **{opening.first: opening for opening in found}}.values())


def _by_word(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[Opening]:
    found = [opening for index in range(len(lines)) if (opening := item_headings.read(lines, index, pattern))]
    return _chosen(_without_table(_without_faint(_with_runs(found, lines), lines), lines))


def _by_number(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[Opening]:
    found = [opening for index in range(len(lines)) if (opening := item_headings.read(lines, index, pattern))]
    found = _without_listed(_with_runs(found, lines), lines)
    marked = [opening for opening in found if opening.marked]
    few = len(marked) <= sum(not opening.marked and opening.strength >= SURE for opening in found)
    loose = [one.strength == CALLED or (few and one.marked and followed_by(lines, one) != "case") for one in found]
    return _ascending(_without_faint(_with_closed(found, loose), lines))


def _without_listed(found: list[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings without the closed ones of a list in the head, below which the numbers begin anew.

    The list has the item that comes then, and nothing that is not numbered stands between: any other text, or other
    numbers, might be of what is closed.
    """
    strong = [one for one in found if one.strength > 0]
    for at, (one, below) in enumerate(pairwise(strong)):
        between = lines[one.last + 1 : below.first]
        if not one.closed or any(_is_own(line) and not _is_numbered(line) for line in between):
            break
        if below.number <= one.number:
            listed = strong[: at + 1] if _is_listed(below, lines[: strong[0].first]) else []
            return [other for other in found if other not in listed]
    return found


def _is_listed(opening: Opening, head: Sequence[Line]) -> bool:
    """Whether a line of the head has the number and the title of an opening."""
    entries = (NUMBERED.fullmatch(line.whole) for line in head)
    return any(
        entry is not None
        and int(entry["number"]) == opening.number
        and contents.are_alike(opening.title, entry["title"] or "")
        for entry in entries
    )


def _is_numbered(line: Line) -> bool:
    return NUMBERED.fullmatch(line.whole) is not None


def _with_closed(found: Sequence[Opening], loose: Sequence[bool]) -> list[Opening]:
    """The openings without the `loose` ones, but for those closed or headed whose number fits between the sure ones.

    Left out, a closed one would come open as text of the item above; any other is a point of a list in an item.
    """
    sure = _ascending(
        [one for one, is_loose in zip(found, loose, strict=True) if not is_loose and one.strength >= SURE]
    )
    certain, among_sure = {one.first for one in sure}, _fitting(found, sure)
    headed = {one.first for one in found if one.headed and (not sure or one.first in among_sure)}
    taken = certain | headed
    among_headed = _fitting(found, _ascending([one for one in found if one.first in taken]))
    near = among_sure | among_headed
    kept = []
    for one, is_loose in zip(found, loose, strict=True):
        if not is_loose or one.first in headed:
            kept.append(one)
        elif one.closed and one.first in near:
            kept.append(replace(one, strength=SAID))
    return kept


def _with_runs(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings, those of a number, a title and a section's heading below being some where three or more follow on.

    Any other of them is faint where it stands alone, and else a line of its text.
    """
    counted = [one if one.headed or one.strength >= CALLED else None for one in found]
    before, behind = _run_lengths(counted, 1), _run_lengths(counted[::-1], -1)[::-1]
    kept = []
    for one, above, below in zip(found, before, behind, strict=True):
        if one.headed and above + below > _FEWEST:
            kept.append(replace(one, strength=CALLED))
        elif not one.headed or (lines[one.first].before and lines[one.first].after):
            kept.append(replace(one, headed=False))
    return kept


def _run_lengths(found: Sequence[Opening | None], step: int) -> list[int]:
    """How many numbers in a row, `step` apart, end with each of the openings."""
    longest: dict[int, int] = {}
    lengths = []
    for one in found:
        lengths.append(longest.get(one.number - step, 0) + 1 if one else 0)
        if one:
            longest[one.number] = lengths[-1]
    return lengths


def _fitting(found: Sequence[Opening], sure: Sequence[Opening]) -> set[int]:
    """The first lines of the openings whose number lies between those of the sure ones around, if any are."""
    lowest = [*accumulate((one.number for one in reversed(sure)), min)][::-1]
    fitting = set()
    highest = passed = 0
    for one in found:
        while passed < len(sure) and sure[passed].first < one.first:
            highest, passed = max(highest, sure[passed].number), passed + 1
        itself = passed < len(sure) and sure[passed].first == one.first
        below = lowest[passed + itself] if passed + itself < len(sure) else math.inf
        if sure and highest < one.number < below:
            fitting.add(one.first)
    return fitting


def _without_faint(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings without faint ones that may be points of a list within an item.

    One is taken only among several that show by their case numbers, where no list begins between it and the item
    before, and where that is not closed with something in it: what is closed must not come open by a numbered line. So
    a headed one is none either where a list begins in a closed item above it.
    """
    sure = [opening for opening in found if opening.strength >= SURE or opening.headed]
    if len(sure) < _FEWEST_SURE:
        found = [opening for opening in found if opening.strength != FAINT]
    kept: list[Opening] = []
    at, listed, own, closed = 0, False, False, False  # how far the lines are read, and what the item there has so far
    inside = False
    for opening in found:
        for line in lines[at : opening.first]:
            listed = listed or bool(_FIRST.match(line.whole))
            closed = closed or is_closed(line.text) or openness.tells_closed(line)
            own = own or _is_own(line)
        at = opening.first
        if opening.headed and listed and closed and inside:
            continue
        if opening.strength >= SURE or opening.headed:
            at, listed, own, closed, inside = opening.last + 1, False, False, opening.closed, True
        elif opening.strength == FAINT and not _is_closed_above(lines, opening.first):
            first = not inside and opening.number + 1 == sure[0].number
            ends = unnumbered.is_named(opening.title) and kept and opening.number == kept[-1].number + 1
            ends = ends and not any(counts(one, opening.number - 1) for one in lines[kept[-1].last + 1 : opening.first])
            if (listed and inside and not ends) or (closed and own and inside and not ends) or not (inside or first):
                continue
        kept.append(opening)
    return kept


def _is_closed_above(lines: Sequence[Line], first: int) -> bool:
    """Whether *Lukket punkt* stands above a line: then that opens an item, and a closed one."""
    at = openness.above(lines, first)
    return at is not None and is_closed(lines[at].text) and " " in lines[at].text


def _is_own(line: Line) -> bool:
    """Whether a line below an item's heading is of what the item holds, and none of its facts."""
    told = openness.is_mark(line) or is_closed(line.text) or openness.tells_closed(line)
    return not (line.furniture or told or case_number(line))


def _without_table(found: list[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings without those that a table of contents without page numbers only lists."""
    begin = next((index for index, line in enumerate(lines) if contents.is_heading(line)), None)
    if begin is None:
        return found
    restart = next(
        (at for at in range(1, len(found)) if found[at].number <= found[at - 1].number and found[at].first > begin),
        None,
    )
    if restart is None or any(followed_by(lines, opening) == "case" for opening in found[: restart - 1]):
        return found
    later = {opening.number: contents.shingles(opening.title) for opening in found[restart:]}
    listed = [
        opening.first > begin
        and contents.similarity(contents.shingles(opening.title), later.get(opening.number, frozenset()))
        > contents.ALIKE
        for opening in found[:restart]
    ]
    return found[restart:] if sum(listed) * 2 > len(listed) else found


def _chosen(found: Sequence[Opening]) -> list[Opening]:
    """The strong openings, and the weak ones whose number fits where they stand and is no strong one's.

    Where some items show by a case number, one that shows by a section below it alone is no longer strong: the words
    "Punkt 2: …" may end a decision.
    """
    enough = SURE if any(opening.strength >= SURE for opening in found) else 1
    strong = [opening.strength >= enough for opening in found]
    taken = {opening.printed for opening, sure in zip(found, strong, strict=True) if sure}
    chosen: list[Opening] = []
    highest = (0, "")
    for opening, sure, ceiling in zip(found, strong, _ceilings(found, strong), strict=True):
        if sure or (opening.printed not in taken and highest < opening.place < ceiling):
            chosen.append(opening)
            highest = opening.place
    return chosen


def _ceilings(found: Sequence[Opening], strong: Sequence[bool]) -> list[tuple[float, str]]:
    """For each opening the place of the next strong one, under which that of a weak one must stay."""
    ceilings: list[tuple[float, str]] = []
    ceiling: tuple[float, str] = (math.inf, "")
    for opening, sure in zip(reversed(found), reversed(strong), strict=True):
        ceilings.append(ceiling)
        ceiling = opening.place if sure else ceiling
    return ceilings[::-1]


def _ascending(found: Sequence[Opening]) -> list[Opening]:
    """The strong openings whose numbers ascend, and a weak one that is just the next and comes before a later one."""
    chosen: list[Opening] = []
    for opening, ceiling in zip(found, _ceilings(found, [one.strength > 0 for one in found]), strict=True):
        last = chosen[-1].number if chosen else 0
        following = (
            opening.number > last if opening.strength > 0 else last == opening.number - 1 and opening.place < ceiling
        )
        following = following or (not chosen and opening.number + 1 == ceiling[0])
        following = following or opening.strength == SAID
        if following:
            chosen.append(opening)
    return chosen
