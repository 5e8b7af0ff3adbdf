"""Numbers of agenda items in a text (*pkt. 4*, *dagsordenspunkt 4*), and whose each is.

A number is that of a meeting named by its date, of the agenda that the text itself stands on, or of a paper (*punkt 4 i
indstillingen*), which is no item.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search_api.dates import Dated

_CALLED = r"(?:dagsordens?)?p(?:un)?kt\.?(?:\s*nr\.?)?"
_FIGURE = r"\s*(?P<number>\d{1,3}(?:\.[1-9]\d?|[a-h]\b)?)(?![\d.,/]*\d)(?!-\d{3})"
_POINT = re.compile(rf"\b(?:{_CALLED}|sag\s*nr\.?){_FIGURE}", re.IGNORECASE)
# What names a number as one of the agenda at hand: before it, or behind it.
_CALLS_OWN = re.compile(
    r"\b(?:se\s+(?:også\s+|evt\.?\s+)?|dagsorden(?:en)?s\s+|behandles\s+(?:i|som|under)\s+)\Z", re.IGNORECASE
)
# What leads to a number on the agenda at hand or in a paper; which of them, only what is told along with it tells.
_LEADS_TO_ANY = re.compile(r"(?:\(|\b(?:jf\.?|jævnfør|under|i|med)\s+)\Z", re.IGNORECASE)
_FOR_OTHERS = r"(?!\s+(?:for|til|i|fra|af|d\.|den)\s+(?!mødet\b|dagens\b|dette\b))"
_TODAY = r"(?:på\s+(?:dagens|dette)\s+møde|i\s+(?:dag|aften))\b"
_ON_OWN = re.compile(
    rf"\s+(?:på\s+(?:(?:dagens|denne|nærværende)\s+)?dagsorden(?:en)?\b{_FOR_OTHERS}|{_TODAY})", re.IGNORECASE
)
_ON_THIS = re.compile(rf"\s+(?:på\s+(?:dagens|denne|nærværende)\s+dagsorden|{_TODAY})", re.IGNORECASE)
_BODYS_BEFORE = re.compile(
    r"(?:udvalg|råd|direktion|bestyrelse|magistrat|nævn|kommission|repræsentation)(?:e?[nt])?s\s+(?:dagsorden,?\s+)?\Z",
    re.IGNORECASE,
)
_MORE = r"(?:\s*(?:og|samt|eller|til|,|[-–])\s*\d{1,3}(?!\d))*"  # punkt 4 og 5
_PAPER = (
    r"(?!\w*(?:udvalg|råd(?!g)))\w*(?:indstilling|bilag|notat|aftale|forlig|redegørelse|rapport|plan|strategi|politik|skema"
    r"|oversigt|vedtægt|regulativ|skrivelse|forslag|sagsfremstilling)\w*"
)
_IN_A_PAPER = re.compile(
    rf"{_MORE},?\s*(?:\b(?:neden|oven)(?:for|stående)\b|\bherunder\b|\b(?:i|af|på|til|under)\s+(?:[-\w]+\s+)?{_PAPER}"
    r"|\bog\s+(?:indstilling|bilag|notat))",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(rf"\b{_PAPER}s\s+\Z", re.IGNORECASE)
# Anything but the agenda or the meeting at hand: *punkt 4 i budgetaftalen*, *på Kulturudvalgets dagsorden*.
_ELSEWHERE = re.compile(
    rf"{_MORE}\s+(?:i|af|på|til|fra|under)\s+"
    rf"(?!(?:(?:dagens|denne|dette|nærværende)\s+)?(?:dagsorden(?:en)?|mødet?)\b{_FOR_OTHERS})",
    re.IGNORECASE,
)
# Between a number and the date it belongs to: *pkt. 4 på Kultur-, Fritids- og Idrætsudvalgets møde den 7. maj*.
_LEADS_TO_DATE = re.compile(r"\s+(?:på|i|fra|af|under|den|d\.)\s(?:[^,;:()]|(?<=-),)*\Z", re.IGNORECASE)
# An agenda of closed items counts by itself: *pkt. 1 og 2 på den lukkede dagsorden*.
_OF_CLOSED = re.compile(rf"\.?{_MORE}\.?\s+(?:på|i|under|af|fra)\s+(?:[-\w]+\s+)?lukke(?:t|de)\b", re.IGNORECASE)
_CLOSED_BEFORE = re.compile(r"\blukke(?:t|de)\s+(?:dagsordens?,?\s+)?\Z", re.IGNORECASE)
_SHORT = 40  # characters before a number that are looked at


@dataclass(frozen=True, slots=True)
class Point:
    """The number of an item as printed, and where its words stand in the text (characters).

    `closed`: on an agenda of closed items.
    """

    number: str
    start: int
    end: int
    closed: bool


def points(text: str, start: int = 0, end: int | None = None) -> Iterator[Point]:
    """The numbers in a part of a text that may be of items: not those of a paper."""
    for found in _POINT.finditer(text, start, len(text) if end is None else end):
        before = text[max(found.start() - _SHORT, 0) : found.start()]
        if not _IN_A_PAPER.match(text, found.end()) and not _OF_A_PAPER.search(before):
            closed = _OF_CLOSED.match(text, found.end()) or _CLOSED_BEFORE.search(before)
            yield Point(found["number"].lower(), found.start(), found.end(), bool(closed))


def by_date(text: str, start: int, end: int, days: Sequence[Dated]) -> dict[Dated, list[Point]]:
    """The numbers of a sentence by the date to which each belongs, in order.

    It is the one before, unless there is none or words lead to the next: "pkt. 4 på Byrådets møde den 7. maj".
    """
    starts = [day.start for day in days]
    own: dict[Dated, list[Point]] = {}
    found = list(points(text, start, end))
    for n, point in enumerate(found):
        if _ON_THIS.match(text, point.end):
            continue
        place = bisect_right(starts, point.start)
        day, following = (days[place - 1] if place else None), (days[place] if place < len(days) else None)
        next_point = found[n + 1].start if n + 1 < len(found) else end
        leads = following and next_point > following.start and _LEADS_TO_DATE.match(text[point.end : following.start])
        belongs = following if day is None or leads else day
        if belongs:
            own.setdefault(belongs, []).append(point)
    return own


def of_own_agenda(text: str) -> Iterator[Point]:
    """The numbers that a text gives as those of its own agenda: *se punkt 4*, *punkt 4 på dagsordenen*."""
    return (point for point in points(text) if _ON_OWN.match(text, point.end) or _is_called_own(text, point))


def perhaps_of_own_agenda(text: str, start: int, end: int) -> Iterator[Point]:
    """The numbers in a part of a text that are of its own agenda if an item's title is told along: *(pkt. 4)*."""
    return (
        point
        for point in points(text, start, end)
        if _LEADS_TO_ANY.search(_just_before(text, point)) and _may_be_own(text, point)
    )


def _is_called_own(text: str, point: Point) -> bool:
    """Whether a number is called one of the agenda, and no more is said of where."""
    called = text.startswith(("dagsordenspunkt", "Dagsordenspunkt"), point.start)
    return (called or bool(_CALLS_OWN.search(_just_before(text, point)))) and _may_be_own(text, point)


def _may_be_own(text: str, point: Point) -> bool:
    """Whether nothing says that a number is of another agenda, or of a closed one."""
    return not (point.closed or _ELSEWHERE.match(text, point.end) or _BODYS_BEFORE.search(_just_before(text, point)))


def _just_before(text: str, point: Point) -> str:
    return text[max(point.start - _SHORT, 0) : point.start]
