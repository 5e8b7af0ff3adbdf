"""What an item's text names: cases by number, meetings by date or by when they were, items of its own agenda, titles in
quotation marks.

Only what is written; what it stands for is looked up elsewhere (`search_api/references.py`).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from engines.found import Found
from mappings import analysis
from mappings.case_numbers import plain
from mappings.documents import Meeting
from search_api import dates, numbering, prose, told_meetings
from search_api.dates import Dated
from search_api.named_bodies import any_is_named
from search_api.told_meetings import Held

# As the indexer knows them (`indexer/parsing/layout.toml`): 21/5239; 2021-1234 and 2021/1234; 00.22.04-P35-1-21;
# EMN-2021-00123; S2021-1234. And the first written 21-5239.
_CASE = (
    r"\d\d/\d{1,7}|\d\d-\d{3,7}|(?:19|20)\d\d[-/]\d{3,7}|\d\d\.\d\d\.\d\d-[A-ZÆØÅ]\d\d-\d{1,5}-\d\d"
    r"|EMN-20\d\d-\d{3,7}|S20\d\d-\d{3,7}"
)
_CASE_NUMBER = re.compile(
    r"(?P<label>\b(?:sag(?:en)?s?|sags?-?(?:nr|nummer|numre|id|nr\.)|j(?:ournal)?\.?\s?n(?:umme)?r)\.?:?\s+(?:nr\.?\s+)?)?"
    rf"(?<![\w/.,-])(?P<number>{_CASE})(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
# A day of December (20/12), years of a budget (2019-2022), pages: a case only where it is called one.
_DOUBTFUL = re.compile(r"\d\d/\d\d?|\d\d-\d+|(?:19|20)\d\d[-/](?:19|20)\d\d")
# What begins or ends on a day, or falls due, is no meeting of that day ("godkendes fra den 1. november").
_TERM = re.compile(
    r"\b(?:til|senest|fra|inden|pr\.?|før|efter|siden|mellem|ultimo|primo)\s+(?:den\s+|d\.\s*)?\Z", re.IGNORECASE
)
# The end of a span of days, or one more meeting; which of them, only a number tells ("og den 14. maj, pkt. 2").
_AND = re.compile(r"\bog\s+(?:den\s+|d\.\s*)?\Z", re.IGNORECASE)
# A sentence that tells of a meeting: what was done there, or the meeting itself.
_TELLS = re.compile(
    r"\b(?:\w*smøde\w*|\w*sbeslutning\w*|møder?|mødet|behandle\w*|beslutt\w*|beslutning\w*|god(?:kend|tog)\w*|vedt(?:og|aget|agelse)\w*|tiltr(?:ådt|ædt|åd)\w*"
    r"|drøft\w*|uds(?:at|ætte)\w*|fore(?:lagt|lagde|lægge)\w*|bad|bedt|ønsk\w*|valgte|pegede|orienter\w*|anbefal\w*|afvis\w*"
    r"|bevilg\w*|frigav|afsatte|henvis\w*|hjemvi\w*|oversend\w*|(?:over|tilbage)?sendte|udtal\w*|indstillede|efterretning"
    r"|dagsorden\w*|referat\w*|punkt|pkt|seminar\w*)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„»«]([^\"“”„»«\n]{4,200})[\"“”„»«]|(?<!\w)['‘’]([^'‘’\n]{4,200})['‘’](?!\w)")
_AROUND = 400  # characters to either side of a date that are looked at, however long the sentence
_MOST = 12  # of each: an item that names more is an overview, and each costs a question

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class NamedMeeting:
    """A meeting named by its date; `sentence` is where, `number` the item named along with it.

    `place` is what of the sentence tells whose meeting it is: where several dates stand in it, the part beside this one
    if that names a body. `body` is whose it is where that is known.
    """

    date: dt.date
    sentence: str
    place: str
    number: str | None
    body: str = ""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A named meeting, and where the numbers that are its own stand in the text (characters)."""

    meeting: NamedMeeting
    taken: tuple[int, ...]


@dataclass(frozen=True)
class Mentions:
    """An item's running text and what it names, each found when it is first wanted; some items are long.

    `held` gives the meetings there are, of which *sidste møde* is one.
    """

    found: Found
    held: Held = tuple

    @cached_property
    def text(self) -> str:
        """The sections, one after the other."""
        return unicodedata.normalize("NFC", "\n".join(section.text for section in self.found.item.sections))

    @cached_property
    def words(self) -> str:
        """The words with a space around each, to look for a run of them."""
        return f" {' '.join(analysis.words(self.text))} "

    @cached_property
    def lower(self) -> str:
        """The text in lower case, to see quickly what it cannot name."""
        return self.text.lower()

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """Case numbers as printed, but its own."""
        own = plain(self.found.item.case_number or "")
        return _some(number for number in case_numbers(self.text) if plain(number) != own)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Numbers of other items of its own agenda; one that belongs to another meeting's date is not."""
        own = [point for point in numbering.of_own_agenda(self.text) if point.number != self.found.item.printed]
        taken = {start for mention in self._mentions for start in mention.taken} if own else ()
        return _some(point.number for point in own if point.start not in taken)

    @cached_property
    def numbers_in_passing(self) -> tuple[tuple[str, str], ...]:
        """Numbers that may be of its own agenda or of a paper, each with its sentence, which tells of which."""
        if not any(numbering.points(self.text)):
            return ()
        taken = {start for mention in self._mentions for start in mention.taken}
        return _some(
            (point.number, self.text[start:end])
            for start, end in prose.sentences(self.text)
            for point in numbering.perhaps_of_own_agenda(self.text, start, end)
            if point.number != self.found.item.printed and point.start not in taken
        )

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """What stands in quotation marks."""
        return _some(" ".join((quoted[1] or quoted[2]).split()) for quoted in _QUOTED.finditer(self.text))

    @cached_property
    def meetings(self) -> tuple[NamedMeeting, ...]:
        """Other meetings by their date."""
        return _some(mention.meeting for mention in self._mentions)

    @cached_property
    def _mentions(self) -> tuple[_Mention, ...]:
        return tuple(_meetings(self.text, self.found.meeting, self.held))


def case_numbers(text: str) -> Iterator[str]:
    """The case numbers of a text; one that could be dates only where it is called a case."""
    for found in _CASE_NUMBER.finditer(text):
        if found["label"] or not _DOUBTFUL.fullmatch(found["number"]):
            yield found["number"]


def _meetings(text: str, own_meeting: Meeting, held: Held) -> Iterator[_Mention]:
    """The dates of sentences that tell of a meeting on another day. Figures of a table and the like tell of none.

    Nor does a date beside the number of a closed agenda's item, which nobody is referred to.
    """
    written = own_meeting.date
    days = [day for day in dates.find(text, written) if not _TERM.search(_just_before(text, day))]
    days = sorted([*days, *told_meetings.find(text, own_meeting, held)], key=lambda day: day.start)
    for start, end, own in _sentences(text, days) if days else ():
        points = numbering.by_date(text, start, end, own)
        for n, day in enumerate(own):
            numbers = points.get(day, [])
            if (
                day.date == written
                or any(point.closed for point in numbers)
                or (not numbers and _AND.search(_just_before(text, day)))
            ):
                continue
            sentence = text[max(start, day.start - _AROUND) : min(end, day.end + _AROUND)]
            if numbers or day.body or _TELLS.search(sentence):
                place = _place(text, start, end, own, n) or sentence
                meeting = NamedMeeting(day.date, sentence, place, numbers[0].number if numbers else None, day.body)
                yield _Mention(meeting, tuple(point.start for point in numbers))


def _sentences(text: str, days: Sequence[Dated]) -> Iterator[tuple[int, int, list[Dated]]]:
    """Spans of the sentences that hold dates, with these; a line may end within a date, and ends no sentence there."""
    left = deque(days)
    spans = iter(prose.sentences(text))
    for start, end in spans:
        own: list[Dated] = []
        while left and left[0].start < end:
            own.append(left.popleft())
            while own[-1].end > end:
                _, end = next(spans)
        if own:
            yield start, end, own


def _place(text: str, start: int, end: int, days: Sequence[Dated], n: int) -> str:
    """Of a sentence of several dates the part beside the n-th that names a body; none where neither does.

    That is the part before it; after it where the sentence names its bodies behind their dates.
    """
    if len(days) == 1:
        return ""
    before, after = _beside(text, start, end, days, n)
    behind = not any_is_named(_beside(text, start, end, days, 0)[0])
    return next((part for part in ((after,) if behind else (before, after)) if any_is_named(part)), "")


def _beside(text: str, start: int, end: int, days: Sequence[Dated], n: int) -> tuple[str, str]:
    """What stands between a date and those beside it in the sentence."""
    since = days[n - 1].end if n else start
    until = days[n + 1].start if n + 1 < len(days) else end
    day = days[n]
    return text[max(since, day.start - _AROUND) : day.start], text[day.end : min(until, day.end + _AROUND)]


def _just_before(text: str, day: Dated) -> str:
    return text[max(day.start - 20, 0) : day.start]


def _some(found: Iterator[Named]) -> tuple[Named, ...]:
    kept: dict[Named, None] = {}
    for one in found:
        kept[one] = None
        if len(kept) == _MOST:
            break
    return tuple(kept)
