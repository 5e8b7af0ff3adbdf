"""The heading of an item, as a line is one: *Punkt 5: …*, *5. …*, and what below it tells that it opens an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing import contents, openness
from indexer.parsing.case_numbers import case_number, is_fact, is_surely_case, title_and_case
from indexer.parsing.headings import ends_title
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import BOLD, PLAIN, Line
from indexer.parsing.opening import CALLED, FAINT, SAID, SURE, Opening
from indexer.parsing.openness import is_closed, is_closed_title
from indexer.parsing.prose import is_open, joined, runs_on
from mappings.dates import MONTHS

_MOST_TITLE_LINES = 4
_MOST_FACTS = 6  # lines below a title, the case number among them
_LONGEST_TITLE = 400  # characters
_SHORTEST_CAPITALS = 6  # characters of a title that its capitals show to be one; *BUPL* is none
_LONGEST_BELOW = 120  # of one that stands alone below *Punkt 5*
_SIGN = r"[(\[](?=[^\W\d_])|[<–-]\s?(?=(?i:lukket|fortroligt?)\s?[>–-])"  # before a title: *(Åben)*, *- lukket -*
_TITLE = rf"(?P<title>(?:(?:\N{{LOCK}}|[*#]{{1,3}})\s*)?(?:{_SIGN})?[^\W_].*)"
NUMBERED = re.compile(
    rf"(?P<number>\d{{1,3}})(?P<part>)(?P<mark>[.):]|\s+[–·•|-](?=\s)|)\s+(?:P(?:kt|unkt)\.?:?\s+(?=[A-ZÆØÅ])|){_TITLE}",
    re.DOTALL,
)
# What counts the items where no figures do, with the value of each sign: *II. …*, *§ 2 …*, *b) …*
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
ROMAN = re.compile(rf"(?P<number>[IVXL]{{1,7}})(?P<part>)(?P<mark>[.):])\s+{_TITLE}", re.DOTALL)
PARAGRAPH = re.compile(rf"§\s*(?P<number>\d{{1,3}})(?P<part>)(?P<mark>[.):]?)\s+{_TITLE}", re.DOTALL)
LETTERED = re.compile(rf"(?P<number>[A-Za-z])(?P<part>)(?P<mark>[.):])\s+{_TITLE}", re.DOTALL)
CAPITALS = re.compile(rf"(?P<number>[A-Z])(?P<part>)(?P<mark>[.):])\s+{_TITLE}", re.DOTALL)
_ABBREVIATED = re.compile(r"(?:^|\s)(?:evt|m\.v|mv|m\.m|mm)\.$", re.IGNORECASE)
# What a decision says point by point ("Punkt 2: Ikke godkendt"); "Godkendelse af …" is a title.
VERDICT = re.compile(
    r"(?:(?:blev|er|ikke) ){0,2}(?:godkend(?:t|es|te|er)|tiltr(?:ådt|ædes|æder)|udsat|udskudt|udskydes|udsættes"
    r"|afvist|afvises|drøftet|drøftes|tage[st]|til efterretning|til orientering|vedtaget|vedtages|anbefale[st]"
    r"|indstille[st]|imødekom\w*|udgår|udgik|bortfald\w*|orienteret|at)\b",
    re.IGNORECASE,
)
_LONGEST_STOPPED = 80  # of one that a full stop ends, as a sentence
_COLUMN = re.compile(r"\D{1,20}\d{1,3}(?:\s{3,}|\t)")  # a word and its number in a column of their own
_APART = re.compile(r"\d{1,3}(?:\s{3,}|\t)")  # a number in a column of its own
_DAY = re.compile(rf"\d{{1,2}}\.\s(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s{3,}|\t\s*")  # between what stands side by side
_CALLED = re.compile(r"\b(?:sag(?:en|s?nr\.?)?|j\.? ?nr\.?|nr\.?|fra|til|for|i|med|af|og)\W* \S+$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:\w{3,}ede|blev|har|havde|skal|tog|vedtog)\b")  # in a sentence, hardly in a title
_FEWEST_LISTED = 3  # titles that say whether they are open, without a blank between them, in a table of contents
_PAGED = re.compile(r"\s{3,}\d{1,4}$")


def read(lines: Sequence[Line], index: int, pattern: re.Pattern[str]) -> Opening | None:
    """The opening that line `index` is by a pattern: the layout's for words or parts, or one of those above.

    Letters count nothing but headings, and capitals apart from what is above: any list may have them.
    """
    line = lines[index]
    numbered = pattern not in (layout().item, layout().other_item, layout().named_item)
    if (pattern is LETTERED and line.rank > BOLD) or (pattern is CAPITALS and not line.before):
        return None
    if not (line.text[:1].isupper() or numbered or line.before) or len(line.text) > _LONGEST_TITLE:
        return None
    if line.body.startswith("|") or line.furniture or (line.marker and not numbered):
        return None
    text, case = _without_case(line)
    words = f"{line.marker} {text}" if line.marker else text
    match = pattern.fullmatch(words)
    if not match or contents.is_entry(line):
        return None
    first = "" if openness.is_open(match["title"]) and not numbered else match["title"]
    last = _last_title_line(lines, index, first, _value(match["number"], pattern) + 1)
    above, begin = _case_above(lines, index, first) if last == index else ("", index + 1)
    if last == index and (above or not first) and _is_title_below(lines, begin):
        first, last, case = "", begin, f"Sagsnr. {above}" if above else case
    elif above and begin == index + 1 and not numbered:
        first, case = "", f"Sagsnr. {above}"  # *Sag nr. 4 - J.nr. 2023-0133*, and below it *Lukket*
    title = joined([first, *(one.text for one in lines[begin : last + 1])]).strip()
    said = " ".join(title.split())
    title = openness.without_open(said)
    opening = Opening(index, last, _value(match["number"], pattern), title, strength=0, part=match["part"] or "")
    said_closed = is_closed_title(title) or is_closed_title(title_and_case(title)[0])
    said_closed = said_closed or any(map(openness.tells_closed, lines[index + 1 : begin]))
    opening = replace(opening, closed=said_closed or any(map(openness.ends_closed, lines[index : last + 1])))
    if word := match.groupdict().get("said"):
        opening = replace(opening, closed=opening.closed or is_closed(f"{word} punkt"))
    beside = bool(case)
    if beside:
        opening = replace(opening, title=f"{opening.title} ({case})")
    if numbered and _is_closed_below(lines, last, opening.number + 1):
        opening = replace(opening, closed=True)
    beside = beside or (numbered and title_and_case(title)[1] is not None and _heads_text(lines, index, last))
    followed = "case" if beside else followed_by(lines, opening)
    surely = opening.closed or (match["mark"] and followed == "case")
    if not surely and _goes_on(lines, index):
        return None
    if numbered and openness.says(said):
        return _marked(lines, opening, followed)
    if numbered:
        below = lines[last + 1] if last + 1 < len(lines) else None
        over_text = (
            bool(match["mark"])
            and below is not None
            and not (below.marker or (below.text[:1].isdigit() and not is_day(below.text)))
        )
        return _numbered(opening, line, followed, marked=bool(match["mark"]), parted=line.after or over_text)
    if followed == "case" or opening.closed:
        return replace(opening, strength=SURE)
    marked = bool(match["mark"] or _COLUMN.match(line.body))
    known = bool(followed) or folded(title) in layout().unnumbered
    heading = line.rank <= BOLD or _reads_as_heading(match, line, marked=marked, known=known)
    strength = 0 if VERDICT.match(title) else SURE if line.rank <= BOLD else 1 if followed else 0
    stopped = not heading and marked and line.before and is_stopped(title)
    if match["title"] and line.rank > BOLD and (not marked or stopped):
        strength = FAINT
    headed = strength == FAINT and followed == "section" and title[0].isupper() and not _ends(title, ".,;:")
    headed = (headed or stopped) and not VERDICT.match(title)
    return replace(opening, strength=strength, headed=headed) if heading or headed else None


def is_day(text: str) -> bool:
    """Whether a line begins with a day, and with no number of a list: *10. maj, 14. juni*."""
    return _DAY.match(text) is not None


def _without_case(line: Line) -> tuple[str, str]:
    """The words of a line without the case number that stands in a column behind them, and that; "" without one."""
    *columns, last = _BETWEEN.split(line.body)
    if not columns and line.before:
        *columns, last = line.body.rsplit(" ", 1)
        columns = columns if is_surely_case(last) and not _CALLED.search(line.body) else []
    case = layout().case.fullmatch(last) if columns and last[0] not in "([" else None
    if not case or case["closes"]:
        return line.text, ""
    return line.text.removesuffix(last).rstrip(), last


def _case_above(lines: Sequence[Line], index: int, title: str) -> tuple[str, int]:
    """The case number that stands where the title of line `index` would, or alone below it, and where the title may be.

    *1. J.nr. 00.01.10S00* is one; without a label it may be a title.
    """
    found = layout().case.fullmatch(title)
    if found and found["labelled"]:
        return found["labelled"], index + 1
    below = case_number(lines[index + 1]) if not title and index + 1 < len(lines) else None
    return (below, index + 2) if below else ("", index + 1)


def _value(number: str, pattern: re.Pattern[str]) -> int:
    """What a number is in figures: *IV* 4, *d* 4; 0 where there is none."""
    if not number:
        return 0
    if pattern in (LETTERED, CAPITALS):
        return ord(number.lower()) - ord("a") + 1
    if pattern is not ROMAN:
        return int(number)
    values = [_ROMAN[sign] for sign in number]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _is_closed_below(lines: Sequence[Line], last: int, following: int) -> bool:
    """Whether the line right below a title that ends in line `last` says that the item is closed.

    The entry of the next item, whose number is `following`, says it of that one.
    """
    line = lines[last + 1] if last + 1 < len(lines) else None
    return (
        line is not None
        and not counts(line, following)
        and (openness.tells_closed(line) or (not line.before and openness.says_closed(line)))
    )


def _heads_text(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether a numbered title stands apart from what is above, and above what is no other one, as in an agenda."""
    below = next((line for line in lines[last + 1 :] if not line.furniture), None)
    listed = below is None or openness.is_mark(below) or NUMBERED.fullmatch(below.whole)
    return (lines[first].before or lines[first].rank <= BOLD) and not listed


def counts(line: Line, number: int) -> bool:
    """Whether a line is counted by a number in a list."""
    return line.marker.strip("().:") == str(number)


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
    while first > max(0, index - _FEWEST_LISTED) and not lines[first].before and _says(lines[first - 1]):
        first -= 1
    while last + 1 < min(len(lines), index + _FEWEST_LISTED) and not lines[last].after and _says(lines[last + 1]):
        last += 1
    return last - first >= _FEWEST_LISTED - 1


def _says(line: Line) -> bool:
    found = NUMBERED.fullmatch(line.whole)
    return found is not None and openness.says(found["title"])


def _numbered(opening: Opening, line: Line, followed: str, *, marked: bool, parted: bool) -> Opening | None:
    """A numbered title as an opening: faint where nothing but its place shows that it is one."""
    title = opening.title
    if title[0].isdigit() and not (marked or (followed == "case" and _APART.match(line.body))):
        return None
    if followed == "case":
        return replace(opening, strength=SURE)
    if not title[0].isalpha():
        return None
    if line.rank <= BOLD:
        return replace(opening, strength=SURE)
    alone = bool((line.before and parted) or opening.part) and title[0].isupper()
    if opening.closed and title[0].isupper() and not _PAGED.search(line.body):
        return replace(opening, strength=SURE if alone and (line.after or opening.part) else CALLED)
    if _ends(title, ".,;:") or VERDICT.match(title):
        return None
    capitals = line.before and title.isupper() and len(title) >= _SHORTEST_CAPITALS
    headed = (marked and capitals) or ((marked or alone) and followed == "section" and title[0].isupper())
    return replace(opening, strength=FAINT, headed=headed) if alone or headed else None


def _ends(title: str, signs: str) -> bool:
    """Whether a title ends as a sentence does; *Evt.* does not."""
    return title[-1] in signs and not _ABBREVIATED.search(title)


def is_stopped(title: str) -> bool:
    """Whether a title may be one though a full stop ends it: *Nyt fra formanden.*"""
    return title[:1].isupper() and _ends(title, ".") and len(title) <= _LONGEST_STOPPED and not _TOLD.search(title)


def _reads_as_heading(match: re.Match[str], line: Line, *, marked: bool, known: bool) -> bool:
    """Whether a plain *Punkt N …* is punctuated as a heading and not as the beginning of a sentence.

    `known` says that it has a section right below, or is called as what ends a meeting.
    """
    title = match["title"]
    if match["mark"] == ":":
        return not title.endswith(".") or len(title) < 80
    if not title:
        return line.before
    if not line.before:
        return (marked or known) and title[0].isupper() and not (_ends(title, ".;,:") or _TOLD.search(title))
    told = marked or known or (line.after and not VERDICT.match(title))
    return not title[0].islower() and not _ends(title, ".;,") and told


def _last_title_line(lines: Sequence[Line], first: int, title: str, following: int) -> int:
    """The index of the last line of a title that may be wrapped, also over a blank line where a case number follows.

    `title` is what stands of it in the first, `following` the number of the next item, whose title is none of this. One
    that is called closed is not joined to what would unsay it.
    """
    last = first
    for index in range(first + 1, min(first + _MOST_TITLE_LINES, len(lines))):
        line = lines[index]
        if not _may_continue(lines, index, first) or _is_titled(line, following):
            break
        running = not line.before and _is_title_rest(lines, index)
        if not (running or ((not line.before or line.text[:1].islower()) and _case_follows(lines, index))):
            break
        longer = joined([title, line.text])
        if is_closed_title(title) and not (running and is_closed_title(longer)):
            break
        last, title = index, longer
    return last


def _is_titled(line: Line, number: int) -> bool:
    """Whether a line is a `number` and a title that begins with a capital."""
    found = NUMBERED.fullmatch(line.text)
    return found is not None and int(found["number"]) == number and bool(found["title"]) and found["title"][0].isupper()


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
    if any(own.match(line.text) for own in (layout().item, layout().other_item, layout().parted)):
        return False
    if ends_title(lines, index) or openness.tells_closed(line) or is_fact(line):
        return False
    return line.rank in (lines[first].rank, PLAIN)


def _is_title_below(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index`, below a heading that is but a word and a number, is the title."""
    if index >= len(lines):
        return False
    line = lines[index]
    headed = line.rank < PLAIN and not (layout().item.match(line.text) or ends_title(lines, index))
    called = is_closed(line.text) and not openness.says_closed(line)
    if not (headed or called or _may_continue(lines, index, index - 1)):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    titled = (
        line.text[:1].isupper()
        and not _TOLD.search(line.text)
        and (not _ends(line.text, ".,;:") or (headed and is_stopped(line.text)))
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


def followed_by(lines: Sequence[Line], opening: Opening) -> str:
    """What stands below a heading that tells that it opens an item: its case, or a section or part of it."""
    for index in range(opening.last + 1, min(opening.last + _MOST_FACTS, len(lines))):
        line = lines[index]
        if case_number(line):
            return "case"
        if counts(line, opening.number + 1):
            return ""
        part = layout().parted.fullmatch(line.text)
        if ends_title(lines, index) or (part and int(part["number"]) == opening.number):
            return "section"
        if not (line.furniture or is_closed(line.text) or openness.tells_closed(line) or is_fact(line)):
            return ""
    return ""
