"""Which items a text refers to: what it names (`search_api/mentions.py`), looked for among items that could be meant.

Only what is certain. A date names a meeting where the sentence names its body; of that meeting's items it is the one
whose number is given (none where nobody may read that one), else the one of the same case, or the only one whose title
the sentence tells of; of a series the one whose time it tells too. Where no body is named, the writer's own is meant,
and of titles only the very same suffices. A title is named in quotation marks, or where it stands word for word and is
long enough to be no accident.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engines.found import Found
from mappings import analysis, case_numbers, series
from mappings.told import Told, quoted
from search_api import named_bodies
from search_api.mentions import Mentions, NamedMeeting

_LEAST_WORDS = 3  # content words that make a title one that nobody writes by accident
_SMALL = 3  # letters of a word that may be left out between a title and its time (*ferieplanen for 2021/22*)
_TOLD = 0.5  # of a title's telling words that a sentence must hold for it to be the item that was meant


@dataclass(frozen=True, slots=True)
class Reference:
    """How a text refers to an item: by `case` number, `date` and body, `number` on the agenda, or `title`."""

    by: str
    told: str


def by_case(source: Mentions, target: Found) -> Reference | None:
    """Whether a text names the case of an item."""
    if not any(_is_of_case(target, number) for number in source.cases):
        return None
    return Reference("case", Told("sag %(number)s", number=target.item.case_number or ""))


def by_number(source: Mentions, target: Found) -> Reference | None:
    """Whether a text names an item of its own agenda by number."""
    if source.found.meeting.id != target.meeting.id:
        return None
    told = any(
        _has_number(target, number) and _share(target.item.title, _terms(analysis.words(sentence))) >= _TOLD
        for number, sentence in source.numbers_in_passing
    )
    if not told and not any(_has_number(target, number) for number in source.numbers):
        return None
    return Reference("number", Told("punkt %(number)s på samme møde", number=target.item.printed))


def by_date(source: Mentions, target: Found, beside: Sequence[Found]) -> Reference | None:
    """Whether a text names the meeting of an item by its date, and means that item of it.

    `beside` are the items of the target's meeting, the target among them.
    """
    for meeting in source.meetings:
        if meeting.date == target.meeting.date and _meant(source.found, meeting, target, beside):
            told = Told("mødet i %(body)s %(day)s", body=target.meeting.body, day=meeting.date)
            return Reference("date", told)
    return None


def by_title(source: Mentions, target: Found) -> Reference | None:
    """Whether a text names an item's title, in quotation marks or word for word; its own title names nothing."""
    title = target.item.title
    wanted = analysis.words(title)
    if not wanted or series.standing(title) or wanted == analysis.words(source.found.item.title):
        return None
    if not all(word in source.lower for word in wanted):
        return None
    in_a_row = long_enough(title) and f" {' '.join(wanted)} " in source.words
    if in_a_row or any(analysis.words(quoted) == wanted for quoted in source.quoted):
        return Reference("title", quoted([title])[0])
    return None


def long_enough(title: str) -> bool:
    """Whether a title, where its words stand in a row, can only be meant as one; years and numbers are no words."""
    return sum(not word[:1].isdigit() for word in analysis.content(analysis.words(title))) >= _LEAST_WORDS


def _meant(source: Found, meeting: NamedMeeting, target: Found, beside: Sequence[Found]) -> bool:
    """Whether a meeting named by its date is the target's, and of its items the target."""
    if source.meeting.id == target.meeting.id:
        return False
    if meeting.body not in ("", target.meeting.body):
        return False
    named = bool(meeting.body) or named_bodies.names(target.meeting.body, meeting.place, source.meeting.body)
    if not named and (source.meeting.body != target.meeting.body or named_bodies.any_is_named(meeting.place)):
        return False
    number = meeting.number
    if number is not None and ("." not in number or any(_has_number(one, number) for one in beside)):
        return _has_number(target, number)
    own = source.item.case_number
    if own is not None and any(_is_of_case(one, own) for one in beside):
        return _is_of_case(target, own)
    same = [one.item.id for one in beside if not series.standing(one.item.title) and _have_one_title(one, source)]
    if same or not named:
        return same == [target.item.id]
    told = _terms(analysis.words(meeting.sentence)) | _terms(analysis.words(source.item.title))
    shares = {one.item.id: _share(one.item.title, told) for one in beside}
    best = max(shares.values(), default=0.0)
    if best < _TOLD:
        return False
    alike = [one for one in beside if shares[one.item.id] == best]
    if len(alike) > 1:
        alike = [one for one in alike if _stems(one.item.title) in _stems(meeting.sentence)]
    return [one.item.id for one in alike] == [target.item.id]


def _have_one_title(one: Found, other: Found) -> bool:
    return analysis.words(one.item.title) == analysis.words(other.item.title)


def _is_of_case(one: Found, number: str) -> bool:
    return one.item.case_number is not None and case_numbers.plain(one.item.case_number) == case_numbers.plain(number)


def _has_number(target: Found, number: str) -> bool:
    """Whether an item has a number that a text names; *3a* may be a point of item 3 as well."""
    printed = target.item.printed.lower()
    return number == printed or (number[-1].isalpha() and number[:-1] == printed)


def _stems(text: str) -> str:
    """The stems of a text's words but the small ones, times and numbers too, a space around each."""
    words = (word for word in analysis.words(text) if len(word) > _SMALL or word[0].isdigit())
    return f" {' '.join(map(analysis.stem, words))} "


def _share(title: str, told: frozenset[str]) -> float:
    """Of a title's telling words the share that is told."""
    words = series.telling(title)
    return sum(_told(word, told) for word in words) / len(words) if words else 0.0


def _told(word: str, told: frozenset[str]) -> float:
    """1 for a word that is told in any form, a half for a compound of which only a part is."""
    lemma, *parts = analysis.terms(word)
    return 1.0 if lemma in told else 0.5 * any(len(part) > 3 and part in told for part in parts)


def _terms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(term for word in analysis.content(words) for term in analysis.terms(word))
