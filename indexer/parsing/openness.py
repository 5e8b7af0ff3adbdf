"""Whether an item is open or closed, as its heading says it, or a line of its own above that.

*Lukket* is known by its words alone; *Åben* tells a reader nothing, so it stands in no title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from indexer.parsing import told_closed
from indexer.parsing.layout import PART, folded, layout
from indexer.parsing.lines import LEADERS, Line
from indexer.parsing.opening import SURE, Opening
from indexer.parsing.prose import runs_on

_BEFORE = re.compile(r"(?P<mark>[(\[][^()\[\]]+[)\]]|[<–-]\s?[^\W\d_]+\s?[>–-])\s*(?P<title>\S.*)", re.DOTALL)
_LEADING = re.compile(r"(?P<mark>Åb\w+(?: \w+)?)\s?[–:-]\s+(?P<title>[A-ZÆØÅ\d].*)", re.DOTALL)  # *Åben - Budget*
_AFTER = re.compile(r"(?P<title>\S.*?)\s*(?P<mark>\([^()]+\))", re.DOTALL)
_TOLD_BEHIND = re.compile(r"(?:\s[–-]\s+|[(\[])(?P<told>(?:(?!\s[–-]\s)[^()\[\]])+)[)\]]?$")
_SURELY = re.compile(r"lukkede døre|lukket møde|offentlig|fortrolig|tavshed", re.IGNORECASE)
_ALONE = re.compile(r"[(\[]?(?:Lukket|Fortroligt?|Ikke[- ]\w+|Tavshedsbelagt) ", re.IGNORECASE)
_BRACKET = re.compile(r"[(\[](?P<told>[^()\[\]]+)[)\]]\.?$")
# What stands behind a title within marks or in a column of its own: *\*lukket\**, */lukket/*, *|  lukket*.
_SET_OFF = re.compile(r"\S(?:\s+[\\*_/{<|]{1,6}|\s{3,}|\t\s*)(?P<told>(?:[^\W_]|[ -])+)[\\*_/}>|]{0,6}\.?$")
_PARTS = re.compile(r"\s[–/|-]\s+|[.:,;]\s+|\s+jf\.")
_SECTION = re.compile(
    r"(?:Beslutning|Afgørelse|Referat|Konklusion|Indstilling|Sagsfremstilling)\w*\s*[(\[–-]\s*"
    r"(?:lukket|fortroligt?|ikke offentligt?)\b"
    r"|[(\[]?(?:(?:Dette|Hele)\s+)?(?:dagsordens)?punkt(?:et)?\s+(?:er|var)\s+(?:lukket|fortroligt)\W*$"
    r"|.*[(\[](?:punktet|sagen)\s+(?:er|var)\s+(?:lukket|fortroligt?)\W*$"
    r"|Bilag\w*\s+(?:til|for|vedr\.?|vedrørende)\s+(?:det\s+|de\s+)?(?:lukke(?:t|de)|fortrolige?)\s+\w*(?:punkt|sag)",
    re.IGNORECASE,
)
_TELLS_MORE = re.compile(r"\w+:\s+\S")  # below *Beslutning* what was decided: *Lukket: sagen blev udsat*
_ENTRY = re.compile(r"(?:Punkt |Pkt\.? )?\(?(?P<number>\d{1,3})[.):]?\s", re.IGNORECASE)
_TO_PAGE = re.compile(rf"{LEADERS}[\s.…_-]*\d{{1,4}}$")  # of an entry of the table of contents: *Lukket punkt..... 9*
_LOCK = "\N{LOCK}"
_PART = re.compile(PART)
_LONGEST = 40  # characters of a line that says no more than this
_LONGEST_HEADING = 400  # of one that heads an item, its columns with it
_MOST_WRAPPED = 3  # lines of an entry below its first
_LONGEST_TOLD = 160  # of one that tells it in a sentence
# Lines whose answers are kept, more than most files have: each is asked about some four times, by whoever looks for
# items, titles and closed groups. Looking anew each time was 9 % of what reading took.
_KEPT = 2_000


@lru_cache(_KEPT)
def is_closed(text: str) -> bool:
    """Whether a line or a title says that the item is closed (*Lukket*)."""
    return bool(layout().closed.fullmatch(text) or layout().closed_groups.fullmatch(text))


@lru_cache(_KEPT)
def is_closed_title(title: str) -> bool:
    """Whether a title says that the item is closed, also as no other line would (*Køb, fortroligt*, *Løn – punktet er
    lukket*)."""
    title = title.replace("!", "")
    told = _TOLD_BEHIND.search(title)
    sentences = [told["told"] if told else "", title if title[:1].isupper() else ""]
    bracket = _BRACKET.search(title)
    parts = _PARTS.split(bracket["told"] if bracket else title)
    return _LOCK in title or bool(
        layout().closed_title.fullmatch(title)
        or any(len(one) <= _LONGEST_TOLD and layout().closed_below.fullmatch(one) for one in sentences)
        or any(layout().closed_behind.fullmatch(part) for part in (parts if bracket else parts[1:][-1:]))
    )


def ends_closed(line: Line) -> bool:
    """Whether a line ends in words set off behind its title that say so: *Salg \\*lukket\\**."""
    told = _SET_OFF.search(line.body) if len(line.body) <= _LONGEST_HEADING else None
    return told is not None and bool(layout().closed_behind.fullmatch(told["told"]))


def is_open(text: str) -> bool:
    """Whether a text says that an item is open (*Åben sag*), and nothing besides."""
    return layout().openness.fullmatch(text) is not None


def says_closed(line: Line) -> bool:
    """Whether a line says that its item is closed, and nothing besides."""
    return len(line.text) <= _LONGEST and is_closed(line.text)


def tells_closed(line: Line) -> bool:
    """Whether a line of an item's first tells that it is closed (*Sagen behandles for lukkede døre*).

    So may that of its case: *Sagsnr. 24/114 Lukket sag*, *19/38002 - Lukket sag*.
    """
    return len(line.text) <= _LONGEST_TOLD and _tells(line.text)


@lru_cache(_KEPT)
def _tells(text: str) -> bool:
    case = layout().case.fullmatch(text)
    return bool((case and case["closes"]) or layout().closed_below.fullmatch(text))


def closes_anywhere(line: Line) -> bool:
    """Whether a line says so of its item wherever it stands: *Lukket punkt*; *Lukket* may be a status there."""
    if layout().doors_closed.fullmatch(line.text):
        return False
    alone = line.heading_like and bool(_ALONE.match(line.text)) and not _plural(line)
    return (alone and says_closed(line)) or (tells_closed(line) and _SURELY.search(line.text) is not None)


def goes_on(line: Line) -> bool:
    """Whether a line says of its item wherever it stands that it holds something closed.

    *Beslutning (lukket): …*, *Tillæg til punkt 2 (lukket): …*, *Punktet er lukket.*
    """
    return _SECTION.match(line.text) is not None or told_closed.goes_on(line.text)


def any_closes(lines: Iterable[Line]) -> bool:
    """Whether one of an item's lines says or tells that it is closed."""
    return any(says_closed(line) or tells_closed(line) for line in lines)


def sure_opening(at: int, number: int, title: str, below: Iterable[Line]) -> Opening:
    """The sure opening of an item on one line, closed where its title or what stands `below` says so."""
    title = without_open(title)
    return Opening(at, at, number, title, SURE, closed=is_closed_title(title) or any_closes(below))


def is_mark(line: Line) -> bool:
    """Whether a line says that an item is open or closed, and nothing besides."""
    headed = line.heading_like or (line.marker.strip("().").isupper() and not line.row)
    short = headed and len(_PART.sub("", line.text, count=1)) <= _LONGEST
    told = short and (layout().openness.fullmatch(line.text) or is_closed(line.text))
    return bool(told) or heads_closed(line)


def heads_closed(line: Line) -> bool:
    """Whether a line heads closed items: *Lukkede punkter, jf. styrelseslovens § 10*."""
    return line.heading_like and len(line.text) <= _LONGEST_TOLD and bool(layout().closed_groups.fullmatch(line.text))


def heads_closed_minutes(line: Line) -> bool:
    """Whether the minutes of what was closed begin with a line: *Lukket referat*."""
    titled = line.heading_like and len(line.text) <= _LONGEST_TOLD and layout().minutes.match(line.text)
    return bool(titled and layout().doors_closed.fullmatch(line.text))


def heads(text: str) -> bool:
    """Whether a line heads a list of items that are open, or closed, in the agenda (*Lukket punkt:*)."""
    one = text.endswith(":") and is_closed(text)
    return bool(one or layout().groups.fullmatch(text)) and not told_closed.tells(text)


def without_open(title: str) -> str:
    """A title without the *(Åben)* before or behind it, or the *Åben -* before it."""
    for pattern in (_BEFORE, _AFTER, _LEADING):
        found = pattern.fullmatch(title)
        if found and layout().openness.fullmatch(found["mark"]):
            return found["title"]
    return title


def says(title: str) -> bool:
    """Whether a title begins with *(Åben)* or *(Lukket)*, as that of an item does."""
    found = _BEFORE.fullmatch(title)
    return found is not None and bool(layout().openness.fullmatch(found["mark"]) or is_closed_title(title))


def above(lines: Sequence[Line], first: int) -> int | None:
    """The index of the line above a heading at `first` that says whether the item is open; pages' ends do not count.

    One that tells items by their numbers is none of that one item, nor is an entry with its page.
    """
    at = first - 1
    while at >= 0 and lines[at].furniture:
        at -= 1
    if at >= 0 and ((not lines[at].before and lines[at].text[:1].islower()) or _ends_entry(lines, at)):
        return None
    if at >= 0 and _TO_PAGE.search(lines[at].text):
        return None
    if at > 0 and _TELLS_MORE.match(lines[at].text) and layout().decision.fullmatch(lines[at - 1].text):
        return None
    return at if at >= 0 and is_mark(lines[at]) and not told_closed.tells(lines[at].text) else None


def _ends_entry(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the end of an entry of the agenda above it: *Stadionvej 5 (lukket)*."""
    title, bracket, _ = lines[at].text.partition(" (")
    return bool(bracket) and not is_closed(title) and is_wrapped(lines, at)


def is_wrapped(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the rest of a numbered entry of a list, directly below it."""
    first, last = at, max(0, at - _MOST_WRAPPED)
    while first > last and not (
        lines[first].before or lines[first].marker or lines[first].row or _is_entry(lines[first])
    ):
        first -= 1
    entry, rest = lines[first], range(first + 1, at + 1)
    return bool(_is_entry(entry) and rest) and all(
        lines[one].indent > entry.indent or runs_on(lines[one - 1].text, lines[one].text) for one in rest
    )


def _is_entry(line: Line) -> bool:
    """Whether a line begins as an entry of an agenda does: *3. …*, *Punkt 3: …*."""
    return line.marker.strip("()")[:1].isdigit() or layout().item.match(line.text) is not None


def _lists_another(line: Line, number: int) -> bool:
    """Whether a line is the entry of another item than that of the number: *6 Løn (lukket)*."""
    own = _ENTRY.match(line.whole)
    return own is not None and int(own["number"]) != number


def _ends_list(lines: Sequence[Line], at: int, found: Sequence[Opening]) -> bool:
    """Whether a line is the last of a list of the items' titles: *Lukket punkt* directly below that of another."""
    titles = {folded(one.title) for one in found}
    return at > 0 and not lines[at].before and {folded(lines[at - 1].text), folded(lines[at].text)} <= titles


def marked(found: Sequence[Opening], lines: Sequence[Line], has_own: Sequence[bool], *, listed: bool) -> list[Opening]:
    """The openings with the line above them that says whether the item is open: *Åbent punkt*.

    Where one stands above the first item, all are of what comes below. Elsewhere *Lukket punkt* is of the item above
    where that has nothing else (`has_own`, by opening), and a bare *Lukket* or *Åbent* never of the one below.
    *Lukkede punkter*, whatever stands behind it, closes all that follow until another such line says otherwise, as
    *Dørene blev lukket* does anywhere; where the agenda is `listed` above the first item, such a line may be the last
    of the list; an entry of that is of none below.
    """
    first = above(lines, found[0].first)
    below = first is not None and not (_lists_another(lines[first], found[0].number) or _ends_list(lines, first, found))
    taken: list[Opening] = []
    group = closes_all(lines[: found[0].first])
    for place, opening in enumerate(found):
        group = doors(lines[found[place - 1].last + 1 : opening.first], closed=group) if place else group
        at = above(lines, opening.first)
        if at is None or (place and at <= found[place - 1].last) or not (place or below):
            taken.append(replace(opening, closed=opening.closed or group))
            continue
        closes = is_closed(lines[at].text)
        several = bool(layout().groups.fullmatch(lines[at].text) or (closes and _plural(lines[at])))
        bare = len(_PART.sub("", lines[at].text, count=1).split()) == 1
        bare = bare and not (lines[at].text.endswith(":") and place and has_own[place - 1])
        of_above = bare or (closes and not has_own[place - 1] and not _plural(lines[at]))
        if not below and place and of_above:
            taken.append(replace(opening, closed=opening.closed or group))
            continue
        if several and (place or not listed):
            group = closes
        taken.append(replace(opening, first=at, closed=opening.closed or group or (closes and not several)))
    return taken


def closes_all(head: Sequence[Line]) -> bool:
    """Whether the lines of the head say that all of the minutes are closed: *Lukket referat*, *Referat (lukket)*.

    So does a stamp on top of them: *FORTROLIGT*, *Lukket tillægsdagsorden*.
    """
    titled = (layout().minutes.match(one.text) and is_closed_title(one.text) for one in head if not one.marker)
    return doors(head, closed=any(titled) or _is_stamped(head))


def _is_stamped(head: Sequence[Line]) -> bool:
    """Whether the first of several lines says that what stands below is closed, and of no item which."""
    top = next((line for line in head[:-1] if not line.furniture), None)
    if top is None or top.marker or _plural(top) or told_closed.tells(top.text):
        return False
    return len(top.text) <= _LONGEST and (is_closed(top.text) or is_closed_title(top.text))


def doors(lines: Iterable[Line], *, closed: bool) -> bool:
    """Whether the meeting is behind closed doors below lines above which it was `closed` or not."""
    for line in lines:
        bare = line.text.strip("-–—*=_ ")
        framed = bare != line.text and line.heading_like
        if layout().doors_closed.fullmatch(line.text) or (framed and is_closed(bare)):
            closed = True
        elif layout().doors_open.fullmatch(line.text) or (framed and layout().openness.fullmatch(bare)):
            closed = False
    return closed


def _plural(line: Line) -> bool:
    """Whether a line speaks of several items (*Lukkede punkter*), so that it cannot be said of one."""
    words = _PART.sub("", line.text, count=1)
    return bool(re.match(r"Lukkede|Fortrolige|Ikke[- ]offentlige|Punkter|Sager", words, re.IGNORECASE))
