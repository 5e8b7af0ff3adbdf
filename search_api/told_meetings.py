"""Meetings that a text names by no day: *på sidste møde*, *mødet i april*, *i Økonomiudvalget i marts 2021*.

Which one is meant is looked up among those that were held. Only what is beyond doubt: the last one before the text was
written, if not too long before, or the only one of a month; of the body that stands beside it, else of the writer's.
A month without a year is one of the last few: written in June, *mødet i september* is still to come.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence

from engines.found import Sitting
from mappings import analysis
from mappings.dates import MONTHS
from mappings.documents import Meeting
from search_api import named_bodies
from search_api.dates import Dated

Held = Callable[[], Sequence[Sitting]]  # the meetings there are: asked for only where a text names one so

# A body that meets every quarter has a summer between. Further back minutes are missing, and another was the last.
_LONGEST_SINCE = dt.timedelta(days=120)
_MONTHS_BACK = 5  # of a month without a year; half a year back it could as well be to come
_AROUND = 60  # characters to either side that a body is looked for in

_LAST = ("sidste", "forrige", "seneste")
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_SIDE = r"[^.,;:()\n]"  # what stands together with a meeting
_LAST_MEETING = re.compile(
    rf"\b(?:{'|'.join(_LAST)})\s+(?:{named_bodies.MEETING}|ordinære\s+møde|møde)s?\b"
    # The last of something else, or of a time: *sidste møde i arbejdsgruppen*, *med naboerne*, *inden sommerferien*.
    rf"(?!\s+(?:med|om|inden|før|efter|hos|mellem|for|den|d\.|\d)\b)"
    rf"(?!\s+(?:i|af)\s+(?!{_SIDE}{{0,40}}{named_bodies.ANY}))",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(
    rf"\b(?:møde[t]?|{named_bodies.MEETING}|{named_bodies.ANY}(?:\s+møde)?)(?:\s+i\s+{named_bodies.ANY})?"
    rf"\s+i\s+(?P<month>{_MONTH})\b(?:\s+(?P<year>\d{{4}})\b)?(?!\s+(?:\d|(?:med|mellem|hos|for)\b))"
    rf"|\b(?P<in_month>{_MONTH})mødets?\b(?:\s+(?P<in_year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"\b(?:(?:inden|før|efter|siden|mellem|årets|næste|kommende|førstkommende)\s+(?:[-\w]+\s+)?"
    r"|(?:er|bliver|holder|holdt)\s+(?:[-\w]+s|det)\s+)\Z",  # *det er udvalgets sidste møde*, of its term
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?<![-\w])(?P<whose>[-\w]{3,}s|[-\w]+['’]s)\s+(?:[-\w]+\s+)?\Z")
# Where *møde* without more is one that minutes are of: *på (sit) møde i maj*, not *holdt møde i maj med skolen*.
_AT = re.compile(r"\b(?:på|fra|ved|under|i)\s+(?:(?:sit|vores|dets|deres)\s+)?(?:[-\w]+e\s+)?\Z", re.IGNORECASE)
_THEIR_OWN = re.compile(r"\b(?:sit|deres)\s+(?:[-\w]+e\s+)?\Z", re.IGNORECASE)  # whose, the sentence must say
_OURS = ("vores", "dets", "deres")


def find(text: str, written: Meeting, held: Held) -> Iterator[Dated]:
    """The meetings, each by its day and body, and where the words that name it stand; `written` is the text's own."""
    for match in _LAST_MEETING.finditer(text):
        theirs = _theirs(text, match, written, held)
        last = max((one.date for one in theirs if one.date < written.date), default=None)
        if last and written.date - last <= _LONGEST_SINCE:
            yield Dated(last, match.start(), match.end(), theirs[0].body)
    for match in _OF_MONTH.finditer(text):
        month = _month(match, written.date)
        theirs = _theirs(text, match, written, held) if month else []
        of_month = {one.date for one in theirs if (one.date.year, one.date.month) == month}
        if len(of_month) == 1:
            yield Dated(of_month.pop(), match.start(), match.end(), theirs[0].body)


def spellings(target: Meeting) -> tuple[tuple[str, ...], ...]:
    """Runs of `words` tokens of which a text that names a meeting so holds one."""
    month, last = MONTHS[target.date.month - 1], analysis.words(target.body)[-1:]
    own = [named_bodies.base(word) for word in last]
    nouns = ("møde", "mødes", *(f"{word}smøde" for word in own))
    places = ("møde", "mødet", *last, *(form for word in own for form in (word, f"{word}smøde", f"{word}smødet")))
    return (
        *((which, noun) for which in (*_LAST, "ordinære") for noun in nouns),
        *((place, "i", month) for place in places),
        (f"{month}mødet",),
        (f"{month}mødets",),
    )


def _month(match: re.Match[str], written: dt.date) -> tuple[int, int] | None:
    """The year and the month that is named; None where it may be to come."""
    month = MONTHS.index((match["month"] or match["in_month"]).lower()) + 1
    if year := match["year"] or match["in_year"]:
        return int(year), month
    back = (written.month - month) % 12
    if not 0 < back <= _MONTHS_BACK:
        return None
    return written.year - (month > written.month), month


def _theirs(text: str, match: re.Match[str], written: Meeting, held: Held) -> Sequence[Sitting]:
    """The meetings of the body whose meeting is named; none where that is unknown."""
    before = re.split(r"[.,;:()\n]", text[max(0, match.start() - _AROUND) : match.start()])[-1]
    if _NOT_MEANT.search(before) or _is_anothers(before) or not _is_meeting_of_minutes(match.group(), before):
        return ()
    behind = re.match(rf"\s+(?:i|af)\s+{_SIDE}*", text[match.end() : match.end() + _AROUND])
    place = f"{before}{match.group()}{behind.group() if behind else ''}"
    sittings = held()
    body = named_bodies.meant(place, {one.body for one in sittings}, written.body)
    return [one for one in sittings if one.body == body]


def _is_anothers(before: str) -> bool:
    """Whether the words before a meeting say that it is one of somebody who is no body."""
    whose = _GENITIVE.search(before)
    if whose and whose["whose"].lower() not in _OURS:
        return not named_bodies.any_is_named(whose["whose"])
    return bool(_THEIR_OWN.search(before)) and not named_bodies.any_is_named(before)


def _is_meeting_of_minutes(words: str, before: str) -> bool:
    return not words.lower().startswith("møde ") or bool(_AT.search(before) or _GENITIVE.search(before))
