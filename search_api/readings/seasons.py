"""Seasons and feasts as times of meetings: "efteråret 2021", "lige før jul 2005", "efter sommerferien".

Nobody means a day by them, and they are as often when something happens as when it was decided: they are favoured, not
narrowed to. A season is half a year then, since what is told of one was decided some time before, or told some time
after. Before and after a feast are four months, right before and around it one. The feast itself is no time of
meetings: "i julen 2010" is left as a year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from search_api.readings import calendar
from search_api.readings.calendar import Period
from search_api.readings.patterns import DONE, FREE, YEAR, Read, Reader, year_of

Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class _Time:
    """Day and month it begins on and ends on; of the next year where it ends before it begins."""

    words: str
    first: tuple[int, int]
    last: tuple[int, int]

    def of(self, year: int) -> Days:
        """Its first and its last day in a year, which is the one it ends in where it goes over the new year."""
        (day, month), (last_day, last_month) = self.first, self.last
        begins = year - 1 if (month, day) > (last_month, last_day) else year
        return dt.date(begins, month, day), dt.date(year, last_month, last_day)


_SEASONS = (
    _Time(r"sensommer(?:en)?|late summer", (1, 8), (30, 9)),
    _Time(r"forår(?:et)?|spring", (1, 3), (31, 5)),
    _Time(r"sommer(?:en)?|summer", (1, 6), (31, 8)),
    _Time(r"efterår(?:et)?|autumn|fall", (1, 9), (30, 11)),
)
_WINTER = _Time(r"vinter(?:en)?|winter", (1, 12), (28, 2))
_TURN = _Time(r"årsskift(?:et)?|the turn of the year", (15, 12), (15, 1))
_FEASTS = (
    _Time(r"vinterferien?|(?:the )?winter holidays?", (8, 2), (24, 2)),
    _Time(r"sommer(?:ferien?|pausen?)|(?:the )?summer (?:holidays?|break)", (1, 7), (9, 8)),
    _Time(r"efterårsferien?|(?:the )?autumn holidays?", (10, 10), (20, 10)),
)
_SUMMER = r"sommer(?:en)?|(?:the )?summer"  # "før sommeren": before the holidays
_EASTER = r"påske(?:n|ferien?)?|easter"
_CHRISTMAS = r"jul(?:en|eferien?|edagene)?|christmas"
_NEW_YEAR = r"nytår(?:et)?|(?:the )?new year"

_SEASON = "|".join(season.words for season in _SEASONS)
_FEAST = "|".join((*(feast.words for feast in _FEASTS), _EASTER, _CHRISTMAS))
_TWO_YEARS = rf"(?P<before>{YEAR}) ?[/–-] ?(?P<year>{YEAR}|\d\d)"
_NEAR = r"lige|kort(?: tid)?|umiddelbart|just|right|shortly"
_SIDE = (
    r"(?P<side>(?:op (?:til|mod)|around|omkring|hen over|up to)"
    rf"|(?P<near>(?:{_NEAR}) )?(?:før|inden|before|(?P<after>efter|after)))"
)
_SOME_MONTHS, _MONTH = dt.timedelta(days=122), dt.timedelta(days=31)


def widened(period: Period) -> Period:
    """A season from two months before it to one month after it, by whole months."""
    if period.first is None or period.last is None:
        return period
    first = calendar.months_before(period.first, 2)
    last = calendar.months_before(period.last.replace(day=1), -2) - dt.timedelta(days=1)
    return Period(first.replace(day=1), last)


def _season(match: re.Match[str], _: dt.date) -> Read:
    year = year_of(match["year"])
    if match["more"]:  # "foråret og sommeren 2020"
        return calendar.of_year(year), "part", True
    return Period(*_named(_SEASONS, match["season"]).of(year)), "season", True


def _winter(match: re.Match[str], _: dt.date) -> Read:
    return _over_new_year(_WINTER, match, "season")


def _turn(match: re.Match[str], _: dt.date) -> Read:
    return _over_new_year(_TURN, match, "season")


def _over_new_year(time: _Time, match: re.Match[str], sort: Literal["season"]) -> Read:
    year = year_of(match["year"])
    return (Period(*time.of(year)), sort, True) if year == int(match["before"]) + 1 else None


def _latest_season(match: re.Match[str], today: dt.date) -> Read:
    """The last that is over (*sidste efterår*, *i sommers*); with *i fjor* last year's, with *forrige* one more ago."""
    season = _named((*_SEASONS, _WINTER), match["season"])
    which = match["which"]
    if which == "i fjor":
        return widened(Period(*season.of(today.year - 1))), "relative", True
    over = [days for back in range(4) if (days := season.of(today.year + 1 - back))[1] < today]
    return widened(Period(*over[1 if which == "forrige" else 0])), "relative", True


def _season_of_no_year(match: re.Match[str], today: dt.date) -> Read:
    """The last that has begun (*i foråret*)."""
    season = _named((*_SEASONS, _WINTER), match["season"])
    return None if _is_another(match) else (widened(Period(*_begun(season.of, today))), "loose", True)


def _is_another(match: re.Match[str]) -> bool:
    """Whether the question names a year, or something is to be done then."""
    return bool(re.search(YEAR, match.string) or _TO_COME.search(match.string[: match.start()]))


def _begun(days_of: Callable[[int], Days], today: dt.date) -> Days:
    """The last that has begun, of those of each year."""
    return next(days for back in range(3) if (days := days_of(today.year + 1 - back))[0] <= today)


def _beside_turn(match: re.Match[str], _: dt.date) -> Read:
    year = year_of(match["year"])
    return (_beside(match, _TURN.of(year)), "feast", True) if year == int(match["before"]) + 1 else None


def _beside_feast(match: re.Match[str], _: dt.date) -> Read:
    return _beside(match, _feast_of(match["feast"], int(match["year"]))), "feast", True


def _beside_feast_of_no_year(match: re.Match[str], today: dt.date) -> Read:
    """The last that has begun (*før sommerferien*); *inden jul* is a deadline, *mødet inden jul* is none."""
    deadline = match["side"].endswith("inden") and not _MEETING.search(match.string[: match.start()])
    if _is_another(match) or deadline:
        return None
    return _beside(match, _begun(lambda year: _feast_of(match["feast"], year), today)), "loose", True


def _since_feast(match: re.Match[str], _: dt.date) -> Read:
    return Period(_feast_of(match["feast"], int(match["year"]))[0]), "relative", True


def _since_no_year(match: re.Match[str], today: dt.date) -> Read:
    """Since the last that has begun: *siden sommerferien, siden foråret*."""
    days = _begun(lambda year: _feast_of(match["time"], year), today)
    return None if _is_another(match) else (Period(days[0]), "relative", True)


def _after_new_year(match: re.Match[str], _: dt.date) -> Read:
    first = dt.date(int(match["year"]), 1, 1)
    return Period(first, first + (_MONTH if match["near"] else _SOME_MONTHS)), "feast", True


def _feast_of(words: str, year: int) -> Days:
    if re.fullmatch(_EASTER, words):
        sunday = calendar.easter(year)
        return sunday - dt.timedelta(days=3), sunday + dt.timedelta(days=1)
    if re.fullmatch(_CHRISTMAS, words):
        return dt.date(year, 12, 20), dt.date(year, 12, 31)
    if re.fullmatch(_NEW_YEAR, words):
        return dt.date(year, 1, 1), dt.date(year, 1, 1)
    return _named((*_FEASTS, *_SEASONS, _WINTER), "sommerferie" if re.fullmatch(_SUMMER, words) else words).of(year)


def _beside(match: re.Match[str], days: Days) -> Period:
    """What is meant by before these days, after them, around them."""
    first, last = days
    if match["after"]:
        return Period(first, last + (_MONTH if match["near"] else _SOME_MONTHS))
    if match["side"].startswith(("omkring", "around", "hen over")):
        return Period(first - _MONTH, last + _MONTH)
    near = match["near"] or match["side"].startswith(("op ", "up "))
    return Period(first - (_MONTH if near else _SOME_MONTHS), last)


def _named(times: tuple[_Time, ...], words: str) -> _Time:
    return next(time for time in times if re.fullmatch(time.words, words))


_MEETING = re.compile(r"mød(?:et?|er|erne) $")
_TO_COME = re.compile(r"(?<!\w)(?:senest|først|til|igen|næste|inden|klar) $")
_NO_YEAR = r"(?![\w/-])(?! ?['’\d])(?! (?:i|of) \d)(?! (?:og|eller|and|or) )"
_ANY_SEASON = rf"{_SEASON}|{_WINTER.words}"
PATTERNS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{FREE}(?P<more>(?:(?:{_ANY_SEASON})(?:, | og | eller | and | or ))*)(?P<season>{_SEASON})(?: i| of|,)?"
        rf" (?P<year>{YEAR}|['’]\d\d){DONE}",
        _season,
    ),
    (rf"{FREE}(?:{_WINTER.words})(?: of)? {_TWO_YEARS}{DONE}", _winter),
    (rf"{FREE}(?P<which>sidste|forrige|seneste|i fjor|last) (?P<season>{_ANY_SEASON})\b(?! ?['’\d])", _latest_season),
    (r"(?<!\w)(?P<which>i) (?P<season>sommer|vinter)s\b(?! ?['’\d])", _latest_season),
    (
        r"(?<!\w)(?:her )?i (?P<season>(?:sen)?sommeren|foråret|efteråret|vinteren)(?!\w)(?! (?:og|eller) )",
        _season_of_no_year,
    ),
    (rf"{FREE}(?:{_TURN.words}) {_TWO_YEARS}{DONE}", _turn),
    (rf"{FREE}{_SIDE} (?:{_TURN.words}) {_TWO_YEARS}{DONE}", _beside_turn),
    (rf"{FREE}{_SIDE} (?P<feast>{_FEAST}|{_SUMMER})(?: i)? (?P<year>{YEAR}){DONE}", _beside_feast),
    (rf"{FREE}(?:siden|since) (?P<feast>{_FEAST})(?: i)? (?P<year>{YEAR}){DONE}", _since_feast),
    (rf"{FREE}(?P<near>(?:{_NEAR}) )?(?:efter|after) (?:{_NEW_YEAR}) (?P<year>{YEAR}){DONE}", _after_new_year),
    (rf"{FREE}{_SIDE} (?P<feast>{_FEAST}|{_SUMMER}|{_NEW_YEAR}){_NO_YEAR}", _beside_feast_of_no_year),
    (rf"{FREE}(?:siden|since) (?P<time>{_FEAST}|{_ANY_SEASON}|{_NEW_YEAR}){_NO_YEAR}", _since_no_year),
)
