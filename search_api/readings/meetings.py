"""The last meetings, counted back from today: "på sidste møde i Direktionen", "de seneste tre byrådsmøder", and the
last but one by itself: "næstsidste møde".

They are asked for where something was so at them, where an item of theirs is told by its number, and in a question
about nothing else. Beside a topic they are but an order: "seneste tre møder om kantinen" are the three that dealt with
it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from engines.asked import Filters
from mappings.told import Told
from search_api.readings import calendar
from search_api.readings.calendar import Period
from search_api.readings.numbers import is_at
from search_api.readings.order import LAST, LAST_BUT_ONE, MEETING
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading
from search_api.readings.relative import COUNT, counted

# The date of so many meetings back, of those that these readings narrow to; None where there are not so many.
Back = Callable[[Sequence[Reading], int], date | None]

_COUNTED = rf"(?:(?:{LAST}) (?P<count>{COUNT})|(?P<before>{COUNT}) (?:{LAST}))"
_MEETINGS = re.compile(
    rf"(?:(?:de|den|det|the) )?(?:{_COUNTED}|(?P<but_one>{LAST_BUT_ONE})|(?:{LAST})) (?P<meetings>{MEETING})"
)
_SEVERAL = re.compile(r"(?:møder|møderne|meetings)$")
# "svar på sidste møde" is to what was said there.
_AT = re.compile(r"(?<!opfølgning )(?<!følge op )(?<!status )(?<!svar )(?<!\w)(?:på|ved|i|at|during|in) $")
_ABOUT = re.compile(r" (?:om|vedr\.?|vedrørende|angående|about|on|regarding|concerning)(?!\w)")


def at_last_meetings(found: Sequence[Reading], text: Plain, back: Back) -> list[Reading]:
    """The readings with the order as meetings that something was at, where the question says so, and whose they are."""
    said = (one.sort == "newest" and (_is_said(one, text) or is_at(one, found, text)) for one in found)
    read = [_narrowing(one, found, text, back) if is_said else one for one, is_said in zip(found, said, strict=True)]
    if read == list(found):
        return read
    return [replace(one, effect="narrows", keeps=False, bare=False) if one.kind == "body" else one for one in read]


def only_last_meetings(found: Sequence[Reading], text: Plain, back: Back) -> list[Reading]:
    """The readings of a question about nothing else: the last meetings are what is asked for."""
    return [_narrowing(one, found, text, back) for one in found]


def _is_said(one: Reading, text: Plain) -> bool:
    named = _MEETINGS.match(text.text, one.start)
    return bool(named and _AT.search(text.text[: one.start]) and not _ABOUT.match(text.text, named.end()))


def _narrowing(order: Reading, found: Sequence[Reading], text: Plain, back: Back) -> Reading:
    """The meetings that an order names, of the bodies and the time that the question names; else the order itself."""
    named = _MEETINGS.match(text.text, order.start) if order.sort == "newest" else None
    if named is None:
        return order
    told = named["count"] or named["before"]
    if bool(told) != bool(_SEVERAL.search(named["meetings"])):
        return order  # nobody knows how many "de seneste møder" are
    if not named["meetings"].startswith(("møde", "meeting")) and not any(
        one.kind == "body" and one.end == named.end() for one in found
    ):
        return order  # of a body that has none here
    theirs = [replace(one, effect="narrows") for one in found if one.kind in ("body", "period")]
    count = counted(told) if told else 2 if named["but_one"] else 1
    first = back(theirs, count)
    if first is None:
        return order
    if told:
        means = Told("de seneste %(count)s møder, fra %(first)s", count=count, first=first)
    elif named["but_one"]:
        means = Told("møder %(when)s", when=calendar.told(Period(first, first)))
    else:
        means = Told("det seneste møde, %(first)s", first=first)
    last = first if named["but_one"] else back(theirs, 1)  # what is on the agenda of a meeting to come is none of it
    asks = Filters(date_from=first, date_to=last)
    return replace(order, kind="period", effect="narrows", means=means, asks=asks, sort=None)
