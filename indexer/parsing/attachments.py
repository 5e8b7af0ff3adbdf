"""The names of attachments, one each, from the lines of a section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing import inline
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line
from indexer.parsing.prose import cells, joined

# A name this long may have been wrapped; the longest on one line in the real minutes has 75.
_WRAPPED = 40  # characters
_SHORT = 25  # in a list whose names are parted by blank lines a shorter one is whole
# The number that a list prints before a name, by which the text may speak of it (*bilag 2*): *Bilag 1 - Notat*, *[1]
# Notat*, *1 (Åben) Notat*, *1 Åben Notat*; none of the name's own (*2. behandling*), and no *Bilag 1-3: Kort*, which
# are three.
_NUMBERED = re.compile(
    r"(?:Bilag (?:nr\. ?)?(?:\d{1,3}[a-z]?|[A-ZÆØÅ])(?:\s?:\s+(?=\w)|\s[-–]\s+(?=[^\W\d_])|\.\s+(?=[A-ZÆØÅ]))"
    r"|[\[(]\d{1,2}[\])]\s+(?=[^\W\d_])|\d{1,2}[.):]\s+(?=[A-ZÆØÅ])|\d{1,3}\s+(?:[(\[]?Åben[)\]]?\s+|(?=[(\[]?Lukket[)\]]?\s))"
    r"|\d{1,2} \| )"
)
# A name that begins in lower case is one of a list where those count, unless it is one of these in a row.
_ORDINAL = re.compile(
    r"(?:\w*(?:opfølgning|behandling|revision|vurdering|udgave|version|udkast|runde|møde)|del|etape|fase|rate|kvartal|halvår)"
)
# What a system prints before each name: *1 (Åben) Notat (44120/19)*, *2 - 44120/19 Notat*, *2019-044120-3 - Notat*.
_COUNTED = re.compile(
    r"(?:(?P<count>\d{1,3})[.)]?\s+(?:[(\[]?(?:Åben|Lukket)[)\]]?\s+|[-–]\s+)?(?:\d[\d/.-]*\d\s+)?(?:[-–]\s+)?"
    r"|\d{2,4}[-/]\d{3,7}(?:[-/]\d{1,4})?\s+(?:[-–]\s+)?)(?=[A-ZÆØÅ])"
)
_SIZE = r"[\d.,]+\s?[kmg]?b"
_DOCUMENT = r"\d+[/-]\d+(?:[/-]\d+)?|[A-Z]{1,4}-?20\d\d-\d+|\d{6,}"
_BESIDE = re.compile(rf"\d{{1,3}}[.)]?|Åben|Lukket|{_DOCUMENT}|{_SIZE}|pdf|docx?|xlsx?|pptx?", re.IGNORECASE)
_IN_COLUMN = re.compile(rf"\s{{3,}}(?:{_DOCUMENT}|{_SIZE})$", re.IGNORECASE)
# The heads of such columns: *Navn | Dok. ID | Størrelse*.
_HEAD = re.compile(
    r"(?:fil|bilags|dokument)?(?:navn|titel|nr\.?|nummer|id|type|størrelse|dato|format|fil|bilag|dokument)"
    r"|dok\.? ?(?:nr\.?|id)|sagsnr\.?|åben/lukket|status|åben\??",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:(?:der (?:er|foreligger)|(?:sagen|punktet) har) )?(?:ingen|ikke) (?:\w+ )?bilag"
    r"(?: (?:til|i|på|for|vedhæftet|vedlagt)\b[^,.]{0,40})?"
)
# What a page tells of the file behind its name: *(pdf, 1,2 MB)*, *[PDF]*, *(88 KB)*, *88 KB*, *(DokumentID: 6123388)*.
_FILE = re.compile(
    rf"\s+[(\[](?:(?:pdf|docx?|xlsx?|pptx?|odt|zip|msg)(?:[,;:]? ?{_SIZE})?|{_SIZE}"
    r"|dok(?:ument)?\W?(?:id|nr)\W{0,3}\d[\d./-]*)[)\]]$|\s+[\d.,]+\s?[kmg]b$",
    re.IGNORECASE,
)
_NEXT = re.compile(r";\s+(?=[A-ZÆØÅ])(?![^()]*\))")  # in a line with several: *Lokalplan 88; Hvidbog*
_OPEN = re.compile(r"[(\[„“][^)\]”]*$")


def names(lines: Sequence[Line]) -> tuple[str, ...]:
    """The attachments in order; a wrapped name is joined, list markers are dropped, "Ingen" is none."""
    lines = [line for line in lines if not _heads_columns(line)]
    spaced = 2 * sum(1 for line in lines[1:] if line.before) >= len(lines) - 1 > 0
    found: list[list[Line]] = []
    for number, line in enumerate(lines):
        if number and _goes_on(lines[number - 1], line, spaced=spaced):
            found[-1].append(line)
        else:
            found.append([line])
    counts = _count_on([own[0] for own in found])
    shown = (name for own in found for name in _NEXT.split(_name(own, counts=counts)))
    return tuple(name for name in shown if name and not _is_none(name.rstrip(".").lower()))


def _is_none(name: str) -> bool:
    """Whether words say that there is no attachment."""
    return name in layout().no_attachment or bool(_NONE.fullmatch(name))


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines, those above one that begins a name by its number told as ended."""
    opened = _counted(lines)
    return [replace(line, broken=line.broken or at + 1 in opened) for at, line in enumerate(lines)]


def _counted(lines: Sequence[Line]) -> set[int]:
    """The lines that begin as each name of this list does: with the next number, or a document's own."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _COUNTED.match(line.text))]
    if not found or found[0][0]:
        return set()
    opened: set[int] = set()
    following = 1
    for at, match in found:
        count = match["count"]
        if count is None or int(count) == following:
            opened.add(at)
            following += count is not None
    return opened if len(opened) > 1 else set()


def _count_on(firsts: Sequence[Line]) -> bool:
    """Whether the list markers before the names are their numbers, from 1 on."""
    printed = [line.marker.strip("().") for line in firsts]
    return len(firsts) > 1 and printed == [str(number) for number in range(1, len(firsts) + 1)]


def _name(lines: Sequence[Line], *, counts: bool) -> str:
    """The name on some lines, without the number that the list prints before it; `counts` says that its markers do."""
    bodies = (_of_row(line) if line.row else _IN_COLUMN.sub("", line.body) for line in lines)
    whole = inline.plain(joined(bodies), addresses=False)
    name = _FILE.sub("", " ".join(whole.split()))
    marker = lines[0].marker
    if marker.strip("().").isdigit():
        own = name[:1].islower() and (not counts or _ORDINAL.match(name))
        return f"{marker} {name}" if own else name
    return _NUMBERED.sub("", name, count=1) if _NUMBERED.match(name) else name


def _heads_columns(line: Line) -> bool:
    """Whether a row is the head of a table of attachments."""
    row = cells(line.body).split(" | ") if line.row else []
    return len(row) > 1 and all(_HEAD.fullmatch(inline.plain(cell).strip(" :")) for cell in row)


def _of_row(line: Line) -> str:
    """What stands in a row but for what a system prints beside the name: *1 | Åben | Notat | 19712/13*."""
    every = cells(line.body).split(" | ")
    named = [one for one in every if not _BESIDE.fullmatch(one)]
    return " | ".join(named or every)


def _goes_on(above: Line, line: Line, *, spaced: bool) -> bool:
    """Whether a line plainly goes on with the name on the line directly above it.

    `spaced` says that this list parts its names by blank lines, so that a line without one is likelier a rest.
    """
    if line.before or line.marker or line.row or above.row or above.broken or layout().ending.search(above.text):
        return False
    if above.marker and line.indent > above.indent:
        return True
    unended = above.text[-1] in ",-–_&/" or above.text.rsplit(maxsplit=1)[-1].lower() in layout().goes_on
    if unended or _OPEN.search(above.text):
        return True
    if spaced and line.text[0].islower() and len(above.text) >= _SHORT and above.text[0].isupper():
        return True
    return len(above.text) >= _WRAPPED and (spaced or bool(above.marker) or not line.text[0].isupper())
