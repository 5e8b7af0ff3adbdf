"""What an item's text names: cases by number, meetings by date, items of its own agenda, titles in quotation marks.

Only what is written; what it stands for is looked up elsewhere (`search_api/references.py`).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from engines.base import Found
from mappings import analysis
from search_api import dates, prose

# As the indexer knows them (`indexer/parsing/layout.toml`): 21/5239; 2021-1234 and 2021/1234; 00.22.04-P35-1-21;
# EMN-2021-00123; S2021-1234.
_CASE = (
    r"\d\d/\d{1,7}|(?:19|20)\d\d[-/]\d{3,7}|\d\d\.\d\d\.\d\d-[A-ZÆØÅ]\d\d-\d{1,5}-\d\d"
    r"|EMN-20\d\d-\d{3,7}|S20\d\d-\d{3,7}"
)
_CASE_NUMBER = re.compile(
    r"(?P<label>\b(?:sag(?:en)?s?|sags?-?(?:nr|nummer|numre|id|nr\.)|j(?:ournal)?\.?\s?n(?:umme)?r)\.?:?\s+(?:nr\.?\s+)?)?"
    rf"(?<![\w/.,-])(?P<number>{_CASE})(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
# A day of December (20/12) or years of a budget (2019-2022): a case only where it is called one.
_DOUBTFUL = re.compile(r"\d\d/\d\d?|(?:19|20)\d\d[-/](?:19|20)\d\d")
# What begins or ends on a day, or falls due, is no meeting of that day ("godkendes fra den 1. november").
_TERM = re.compile(
    r"\b(?:til|senest|fra|inden|pr\.?|før|efter|siden|mellem|og|ultimo|primo)\s+(?:den\s+|d\.\s*)?\Z", re.IGNORECASE
)
# A sentence that tells of a meeting: what was done there, or the meeting itself.
_TELLS = re.compile(
    r"\b(?:møder?|mødet|behandle\w*|beslutt\w*|beslutning\w*|god(?:kend|tog)\w*|vedt(?:og|aget|agelse)\w*|tiltr(?:ådt|ædt|åd)\w*"
    r"|drøft\w*|uds(?:at|ætte)\w*|fore(?:lagt|lagde|lægge)\w*|bad|bedt|ønsk\w*|valgte|pegede|orienter\w*|anbefal\w*|afvis\w*"
    r"|bevilg\w*|henvis\w*|oversend\w*|efterretning|dagsorden\w*|referat\w*|punkt|pkt|seminar\w*)\b",
    re.IGNORECASE,
)
_AGENDA = r"(?:dagsordens?)?p(?:un)?kt\.?(?:\s+nr\.?)?"
_NUMBER = re.compile(
    rf"\b{_AGENDA}\s+(\d{{1,3}})(?![\d.,/]*\d)(?!\s*(?:i|af|og)\s+(?:indstilling|bilag|notat))", re.IGNORECASE
)
_SAME_AGENDA = re.compile(
    rf"\b(?:se\s+(?:også\s+|evt\.?\s+)?{_AGENDA}|dagsorden(?:en)?s\s+{_AGENDA}|dagsordenspunkt(?:\s+nr\.?)?)\s+(\d{{1,3}})(?![\d.,/]*\d)"
    rf"|\b{_AGENDA}\s+(\d{{1,3}})\s+på\s+(?:dagens\s+|denne\s+)?dagsorden",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„»«]([^\"“”„»«\n]{4,200})[\"“”„»«]|(?<!\w)['‘’]([^'‘’\n]{4,200})['‘’](?!\w)")
_AROUND = 400  # characters to either side of a date that are looked at, however long the sentence
_MOST = 12  # of each: an item that names more is an overview, and each costs a question

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class NamedMeeting:
    """A meeting named by its date; `sentence` is where, `number` the item named along with it."""

    date: dt.date
    sentence: str
    number: int | None


@dataclass(frozen=True)
class Reading:
    """An item's running text and what it names, each found when it is first wanted; some items are long."""

    found: Found

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
        return _some(number for number in case_numbers(self.text) if number != self.found.item.case_number)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of other items of its own agenda."""
        found = (int(number[1] or number[2]) for number in _SAME_AGENDA.finditer(self.text))
        return _some(number for number in found if number != self.found.item.number)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """What stands in quotation marks."""
        return _some(" ".join((quoted[1] or quoted[2]).split()) for quoted in _QUOTED.finditer(self.text))

    @cached_property
    def meetings(self) -> tuple[NamedMeeting, ...]:
        """Other meetings by their date."""
        return _some(_meetings(self.text, self.found.meeting.date))


def case_numbers(text: str) -> Iterator[str]:
    """The case numbers of a text; one that could be dates only where it is called a case."""
    for found in _CASE_NUMBER.finditer(text):
        if found["label"] or not _DOUBTFUL.fullmatch(found["number"]):
            yield found["number"]


def _meetings(text: str, written: dt.date) -> Iterator[NamedMeeting]:
    """The dates of sentences that tell of a meeting on another day. Figures of a table and the like tell of none."""
    spans: list[tuple[int, int]] = []
    at = 0
    for dated in dates.find(text, written):
        if dated.date == written or _TERM.search(text[max(dated.start - 20, 0) : dated.start]):
            continue
        spans = spans or list(prose.sentences(text))
        while at + 1 < len(spans) and spans[at][1] <= dated.start:
            at += 1
        start, end = spans[at]
        sentence = text[max(start, dated.start - _AROUND) : min(end, dated.end + _AROUND)]
        if _TELLS.search(sentence):
            number = _NUMBER.search(sentence)
            yield NamedMeeting(dated.date, sentence, int(number[1]) if number else None)


def _some(found: Iterator[Named]) -> tuple[Named, ...]:
    kept: dict[Named, None] = {}
    for one in found:
        kept[one] = None
        if len(kept) == _MOST:
            break
    return tuple(kept)
