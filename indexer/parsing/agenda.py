"""Where the items of a meeting begin: *Punkt 5: …*, told from mentions of a *punkt* in the text.

A heading that only looks like one ("Punkt 2: Godkendt" in a decision on two recommendations) is found by what stands
around it: an item is followed by a case number or a section, is marked as a heading, or is named in the table of
contents; what has none of these opens an item only where its number fits between its neighbours'.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from indexer.parsing import contents, openness
from indexer.parsing.case_numbers import case_number, is_fact, title_and_case
from indexer.parsing.headings import ends_title
from indexer.parsing.layout import layout
from indexer.parsing.lines import BOLD, PLAIN, Line
from indexer.parsing.opening import CALLED, FAINT, SAID, SURE, Opening
from indexer.parsing.openness import is_closed, is_closed_title
from indexer.parsing.prose import is_open, joined, runs_on

_MOST_TITLE_LINES = 4
_MOST_FACTS = 6  # lines below a title, the case number among them
_LONGEST_TITLE = 400  # characters
_LONGEST_BELOW = 120  # of one that stands alone below *Punkt 5*
_NUMBERED = re.compile(
    r"(?P<number>\d{1,3})(?P<mark>[.):]?)\s+(?P<title>(?:[(\[](?=[ÅåLl]|[Ff]ortrolig))?[^\W_].*)", re.DOTALL
)
_ABBREVIATED = re.compile(r"(?:^|\s)(?:evt|m\.v|mv|m\.m|mm)\.$", re.IGNORECASE)
# What a decision says point by point ("Punkt 2: Ikke godkendt"); "Godkendelse af …" is a title.
_VERDICT = re.compile(
    r"(?:(?:blev|er|ikke) ){0,2}(?:godkend(?:t|es|te|er)|tiltr(?:ådt|ædes|æder)|udsat|udskudt|udskydes|udsættes"
    r"|afvist|afvises|drøftet|drøftes|tage[st]|til efterretning|til orientering|vedtaget|vedtages|anbefale[st]"
    r"|indstille[st]|imødekom\w*|udgår|udgik|bortfald\w*|orienteret|at)\b",
    re.IGNORECASE,
)
_FEWEST = 3  # openings by their case numbers, beside which a faint one counts; and in a run of headed ones
_TOLD = re.compile(r"\b(?:\w{3,}ede|blev|har|havde|skal|tog|vedtog)\b")  # in a sentence, hardly in a title
_PAGED = re.compile(r"\s{3,}\d{1,4}$")
_FIRST = re.compile(r"(?:punkt |ad |sag )?\(?1[.):]?(?:\s|$)", re.IGNORECASE)


def openings(lines: Sequence[Line]) -> list[Opening]:
    """The openings of the items, in order, each with the line above it that says whether it is open.

    Where no line says *Punkt*, those of numbered titles ("5. Evt."), or where none are, of *Sag 5: …* and *Ad 5) …*.
    """
    found = _unmarked(lines)
    if not found:
        return []
    ends = [opening.first for opening in found[1:]] + [len(lines)]
    own = [any(_is_own(one) for one in lines[opening.last + 1 : end]) for opening, end in zip(found, ends, strict=True)]
    listed = any(contents.is_heading(line) for line in lines[: found[0].first])
    return openness.marked(found, lines, own, listed=listed)


def _unmarked(lines: Sequence[Line]) -> list[Opening]:
    found = _by_word(lines, layout().item)
    if not all(_VERDICT.match(one.title) for one in found):  # *Punkt 2: Afvist.* is a point of a decision
        return found
    numbered = _by_number(lines)
    if len(numbered) > 1:
        return numbered
    others = [one for one in _by_word(lines, layout().other_item) if not _VERDICT.match(one.title)]
    return others if len(others) > max(1, len(numbered)) else numbered or found


def _by_word(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[Opening]:
    found = [opening for index in range(len(lines)) if (opening := _opening(lines, index, pattern))]
    return _chosen(_without_table(_without_faint(_with_runs(found, lines), lines), lines))


def _by_number(lines: Sequence[Line]) -> list[Opening]:
    found = [opening for index in range(len(lines)) if (opening := _opening(lines, index, _NUMBERED))]
    found = _with_runs(found, lines)
    marked = [opening for opening in found if opening.marked]
    few = len(marked) <= sum(not opening.marked and opening.strength >= SURE for opening in found)
    loose = [one.strength == CALLED or (few and one.marked and _followed(lines, one) != "case") for one in found]
    return _ascending(_without_faint(_with_closed(found, loose), lines))


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
    if len(sure) < _FEWEST:
        found = [opening for opening in found if opening.strength != FAINT]
    kept: list[Opening] = []
    at, listed, own, closed = 0, False, False, False  # how far the lines are read, and what the item there has so far
    inside = False
    for opening in found:
        for line in lines[at : opening.first]:
            listed = listed or bool(_FIRST.match(f"{line.marker} {line.text}".strip()))
            closed = closed or is_closed(line.text) or openness.tells_closed(line)
            own = own or _is_own(line)
        at = opening.first
        if opening.headed and listed and closed and inside:
            continue
        if opening.strength >= SURE or opening.headed:
            at, listed, own, closed, inside = opening.last + 1, False, False, opening.closed, True
        elif opening.strength == FAINT and not _is_closed_above(lines, opening.first):
            first = not inside and opening.number == 1 and sure[0].number == 2
            if (listed and inside) or (closed and own and inside) or not (inside or first):
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


def _opening(lines: Sequence[Line], index: int, pattern: re.Pattern[str]) -> Opening | None:
    line = lines[index]
    numbered = pattern is _NUMBERED
    if not (line.text[:1].isupper() or numbered) or len(line.text) > _LONGEST_TITLE:
        return None
    if line.body.startswith("|") or line.furniture or (line.marker and not numbered):
        return None
    words = f"{line.marker} {line.text}" if line.marker else line.text
    match = pattern.fullmatch(words)
    if not match or contents.is_entry(line):
        return None
    last = _last_title_line(lines, index, match["title"])
    if not match["title"] and last == index and _is_title_below(lines, index + 1):
        last += 1
    title = joined([match["title"], *(one.text for one in lines[index + 1 : last + 1])]).strip()
    said = " ".join(title.split())
    title = openness.without_open(said)
    opening = Opening(index, last, int(match["number"]), title, strength=0)
    opening = replace(opening, closed=is_closed_title(title) or is_closed_title(title_and_case(title)[0]))
    if numbered and _is_closed_below(lines, last):
        opening = replace(opening, closed=True)
    followed = _followed(lines, opening)
    surely = opening.closed or (match["mark"] and followed == "case")
    if not surely and _goes_on(lines, index):
        return None
    if numbered and openness.says(said):
        return _marked(lines, opening, followed)
    if numbered:
        return _numbered(opening, line, followed, marked=bool(match["mark"]))
    if followed == "case" or opening.closed:
        return replace(opening, strength=SURE)
    heading = line.rank <= BOLD or _reads_as_heading(match, line)
    strength = 0 if _VERDICT.match(title) else SURE if line.rank <= BOLD else 1 if followed else 0
    if match["title"] and not match["mark"] and line.rank > BOLD:
        strength = FAINT
    headed = strength == FAINT and followed == "section" and title[0].isupper() and not _ends(title, ".,;:")
    headed = headed and not _VERDICT.match(title)
    return replace(opening, strength=strength, headed=headed) if heading or headed else None


def _is_closed_below(lines: Sequence[Line], last: int) -> bool:
    """Whether the line right below a title that ends in line `last` says that the item is closed."""
    line = lines[last + 1] if last + 1 < len(lines) else None
    return line is not None and (openness.tells_closed(line) or (not line.before and openness.says_closed(line)))


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether a plain line reads as going on with the sentence of the line above it, which is no rule or page's end."""
    line = lines[index]
    if not index or line.rank < PLAIN or line.before or lines[index - 1].furniture:
        return False
    return runs_on(lines[index - 1].text, line.text)


def _marked(lines: Sequence[Line], opening: Opening, followed: str) -> Opening | None:
    """A numbered title that says whether it is open: an item's, but for a table of contents that lists them.

    What says that it is closed always begins an item: it must not come open as text of the one above.
    """
    line = lines[opening.first]
    if _is_listed(lines, opening.first):
        return None
    opening = replace(opening, marked=True)
    if opening.closed:
        return replace(opening, strength=SAID)
    parted = line.before or lines[opening.first - 1].furniture
    return replace(opening, strength=SURE) if line.rank <= BOLD or followed == "case" or parted else None


def _is_listed(lines: Sequence[Line], index: int) -> bool:
    """Whether such a line stands in a table of contents: before a page's number, or among three without a blank."""
    if _PAGED.search(lines[index].body):
        return True
    first = last = index
    while first > max(0, index - _FEWEST) and not lines[first].before and _says(lines[first - 1]):
        first -= 1
    while last + 1 < min(len(lines), index + _FEWEST) and not lines[last].after and _says(lines[last + 1]):
        last += 1
    return last - first >= _FEWEST - 1


def _says(line: Line) -> bool:
    found = _NUMBERED.fullmatch(f"{line.marker} {line.text}".strip())
    return found is not None and openness.says(found["title"])


def _numbered(opening: Opening, line: Line, followed: str, *, marked: bool) -> Opening | None:
    """A numbered title as an opening: faint where nothing but its place shows that it is one."""
    title = opening.title
    if title[0].isdigit() and not marked:
        return None
    if followed == "case":
        return replace(opening, strength=SURE)
    if not title[0].isalpha():
        return None
    if line.rank <= BOLD:
        return replace(opening, strength=SURE)
    alone = line.before and line.after and title[0].isupper()
    if opening.closed and title[0].isupper() and not _PAGED.search(line.body):
        return replace(opening, strength=SURE if alone else CALLED)
    if _ends(title, ".,;:") or _VERDICT.match(title):
        return None
    headed = followed == "section" and marked and title[0].isupper()
    return replace(opening, strength=FAINT, headed=headed) if alone or headed else None


def _ends(title: str, signs: str) -> bool:
    """Whether a title ends as a sentence does; *Evt.* does not."""
    return title[-1] in signs and not _ABBREVIATED.search(title)


def _reads_as_heading(match: re.Match[str], line: Line) -> bool:
    """Whether a plain *Punkt N …* is punctuated as a heading and not as the beginning of a sentence."""
    title = match["title"]
    if match["mark"] == ":":
        return not title.endswith(".") or len(title) < 80
    if not line.before or not title:
        return line.before
    return (
        not title[0].islower()
        and not _ends(title, ".;,")
        and bool(match["mark"] or (line.after and not _VERDICT.match(title)))
    )


def _last_title_line(lines: Sequence[Line], first: int, title: str) -> int:
    """The index of the last line of a title that may be wrapped, also over a blank line where a case number follows.

    `title` is what stands of it in the first. One that is called closed is not joined to what would unsay it.
    """
    last = first
    for index in range(first + 1, min(first + _MOST_TITLE_LINES, len(lines))):
        line = lines[index]
        if not _may_continue(lines, index, first):
            break
        running = not line.before and _is_title_rest(lines, index)
        if not (running or ((not line.before or line.text[:1].islower()) and _case_follows(lines, index))):
            break
        longer = joined([title, line.text])
        if is_closed_title(title) and not (running and is_closed_title(longer)):
            break
        last, title = index, longer
    return last


def _is_title_rest(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index` goes on with the title directly above it, and is no sentence of the text below."""
    above, line = lines[index - 1].text, lines[index].text
    if not runs_on(above, line):
        return False
    return line[0].islower() or is_open(above) or not _is_told(lines, index)


def _is_told(lines: Sequence[Line], index: int) -> bool:
    """Whether a sentence begins in line `index`: the lines that go on with each other end in a full stop."""
    last = index
    while last + 1 < len(lines) and not lines[last].after and runs_on(lines[last].text, lines[last + 1].text):
        last += 1
    return _ends(lines[last].text, ".")


def _may_continue(lines: Sequence[Line], index: int, first: int) -> bool:
    line = lines[index]
    if line.marker or line.row or line.furniture or len(line.text) > 150 or case_number(line) or is_closed(line.text):
        return False
    if layout().item.match(line.text) or layout().other_item.match(line.text):
        return False
    if ends_title(lines, index) or openness.tells_closed(line) or is_fact(line):
        return False
    return line.rank in (lines[first].rank, PLAIN)


def _is_title_below(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index`, below a heading that is but a word and a number, is the title."""
    if index >= len(lines):
        return False
    line = lines[index]
    if not _may_continue(lines, index, index - 1) and not (is_closed(line.text) and not openness.says_closed(line)):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    titled = (
        line.text[0].isupper()
        and not _TOLD.search(line.text)
        and not _ends(line.text, ".,;:")
        and len(line.text) <= _LONGEST_BELOW
    )
    return titled and (line.after or (below is not None and not runs_on(line.text, below.text)))


def _case_follows(lines: Sequence[Line], index: int) -> bool:
    """Whether a case number stands within the next lines, with nothing but a title's rest before it."""
    for at in range(index + 1, min(index + _MOST_TITLE_LINES, len(lines))):
        line = lines[at]
        if case_number(line):
            return True
        if (line.before and not line.text[:1].islower()) or not (line.furniture or _may_continue(lines, at, index)):
            return False
    return False


def _followed(lines: Sequence[Line], opening: Opening) -> str:
    """What stands below a heading that tells that it opens an item: its case number, or a section's heading."""
    for index in range(opening.last + 1, min(opening.last + _MOST_FACTS, len(lines))):
        line = lines[index]
        if case_number(line):
            return "case"
        if ends_title(lines, index):
            return "section"
        if not (line.furniture or is_closed(line.text) or openness.tells_closed(line) or is_fact(line)):
            return ""
    return ""


def _without_table(found: list[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings without those that a table of contents without page numbers only lists."""
    begin = next((index for index, line in enumerate(lines) if contents.is_heading(line)), None)
    if begin is None:
        return found
    restart = next(
        (at for at in range(1, len(found)) if found[at].number <= found[at - 1].number and found[at].first > begin),
        None,
    )
    if restart is None or any(_followed(lines, opening) == "case" for opening in found[: restart - 1]):
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
    taken = {opening.number for opening, sure in zip(found, strong, strict=True) if sure}
    chosen: list[Opening] = []
    highest = 0
    for opening, sure, ceiling in zip(found, strong, _ceilings(found, strong), strict=True):
        if sure or (opening.number not in taken and highest < opening.number < ceiling):
            chosen.append(opening)
            highest = opening.number
    return chosen


def _ceilings(found: Sequence[Opening], strong: Sequence[bool]) -> list[float]:
    """For each opening the number of the next strong one, under which that of a weak one must stay."""
    ceilings: list[float] = []
    ceiling = math.inf
    for opening, sure in zip(reversed(found), reversed(strong), strict=True):
        ceilings.append(ceiling)
        ceiling = opening.number if sure else ceiling
    return ceilings[::-1]


def _ascending(found: Sequence[Opening]) -> list[Opening]:
    """The strong openings whose numbers ascend, and a weak one that is just the next and comes before a later one."""
    chosen: list[Opening] = []
    for opening, ceiling in zip(found, _ceilings(found, [one.strength > 0 for one in found]), strict=True):
        last = chosen[-1].number if chosen else 0
        following = opening.number > last if opening.strength > 0 else last == opening.number - 1 < ceiling - 1
        following = following or opening.strength == SAID
        if following:
            chosen.append(opening)
    return chosen
