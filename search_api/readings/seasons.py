"""Seasons and feasts as times of meetings: "efteråret 2021", "lige før jul 2005", "efter sommerferien 2019".

Nobody means a day by them. A season is half a year here, since what is told of one was decided some time before, or
told some time after. Before and after a feast are four months, right before and around it one. The feast itself is no
time of meetings: "i julen 2010" is left as a year.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from search_api.readings import calendar
from search_api.readings.calendar import Period
from search_api.readings.patterns import DONE, FREE, YEAR, Read, Reader, year_of


@dataclass(frozen=True, slots=True)
class _Time:
    """Day and month it begins on and ends on; of the next year where it ends before it begins."""

    words: str
    first: tuple[int, int]
    last: tuple[int, int]

    def of(self, year: int) -> tuple[dt.date, dt.date]:
        """Its first and its last day in a year, which is the one it ends in where it goes over the new year."""
        (day, month), (last_day, last_month) = self.first, self.last
        begins = year - 1 if (month, day) > (last_month, last_day) else year
        return dt.date(begins, month, day), dt.date(year, last_month, last_day)


_SEASONS = (
    _Time(r"sensommer(?:en)?|late summer", (1, 7), (31, 10)),
    _Time(r"forår(?:et)?|spring", (1, 1), (30, 6)),
    _Time(r"sommer(?:en)?|summer", (1, 5), (30, 9)),
    _Time(r"efterår(?:et)?|autumn|fall", (1, 7), (31, 12)),
    _Time(r"vinter(?:en)?|winter", (1, 11), (30, 4)),
)
_TURN = _Time(r"årsskift(?:et)?|the turn of the year", (1, 12), (31, 1))  # named by both years, or by none
_FEASTS = (
    _Time(r"vinterferien?|(?:the )?winter holidays?", (8, 2), (24, 2)),
    _Time(r"sommer(?:ferien?|pausen?)|(?:the )?summer (?:holidays?|break)", (1, 7), (9, 8)),
    _Time(r"efterårsferien?|(?:the )?autumn holidays?", (10, 10), (20, 10)),
)
_SUMMER = r"sommer(?:en)?|(?:the )?summer"  # "før sommeren": before the holidays
_EASTER = r"påske(?:n|ferien?)?|easter"
_CHRISTMAS = r"jul(?:en|eferien?|edagene)?|christmas"
_NEW_YEAR = r"nytår(?:et)?|new year"

_SEASON = "|".join(season.words for season in _SEASONS)
_FEAST = "|".join((*(feast.words for feast in _FEASTS), _EASTER, _CHRISTMAS))
_YEARS = rf"(?P<before>{YEAR}) ?[/–-] ?(?P<year>{YEAR}|\d\d)"
_NEAR = r"lige|kort(?: tid)?|umiddelbart|just|right|shortly"
_SIDE = (
    r"(?P<side>(?:op (?:til|mod)|around|omkring|hen over|up to)"
    rf"|(?<!til )(?P<near>(?:{_NEAR}) )?(?:før|before|(?P<after>efter|after)))"
)
_SOME_MONTHS, _MONTH = dt.timedelta(days=122), dt.timedelta(days=31)


def _season(match: re.Match[str], _: dt.date) -> Read:
    season = _named(_SEASONS, match["season"])
    return Period(*season.of(year_of(match["year"]))), "season", True


def _latest_season(match: re.Match[str], today: dt.date) -> Read:
    """The last that is two months old: *sidste efterår*, *i sommers*."""
    season = _named(_SEASONS, match["season"])
    years = (season.of(today.year + 1 - back) for back in range(3))
    return Period(*next(days for days in years if days[0] <= today - 2 * _MONTH)), "relative", True


def _turn(match: re.Match[str], _: dt.date) -> Read:
    return Period(*_TURN.of(year_of(match["year"]))), "season", True


def _beside_turn(match: re.Match[str], today: dt.date) -> Read:
    return _beside(match, _TURN.of(year_of(match["year"]))), "relative", True


def _beside_feast(match: re.Match[str], _: dt.date) -> Read:
    return _beside(match, _feast_of(match["feast"], int(match["year"]))), "relative", True


def _after_new_year(match: re.Match[str], _: dt.date) -> Read:
    first = dt.date(int(match["year"]), 1, 1)
    return Period(first, first + (_MONTH if match["near"] else _SOME_MONTHS)), "relative", True


def _feast_of(words: str, year: int) -> tuple[dt.date, dt.date]:
    if re.fullmatch(_EASTER, words):
        sunday = calendar.easter(year)
        return sunday - dt.timedelta(days=3), sunday + dt.timedelta(days=1)
    if re.fullmatch(_CHRISTMAS, words):
        return dt.date(year, 12, 20), dt.date(year, 12, 31)
    return _named(_FEASTS, "sommerferie" if re.fullmatch(_SUMMER, words) else words).of(year)


def _beside(match: re.Match[str], days: tuple[dt.date, dt.date]) -> Period:
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


PATTERNS: tuple[tuple[str, Reader], ...] = (
    (rf"{FREE}(?P<season>{_SEASON})(?: i| of|,)? (?P<year>{YEAR}){DONE}", _season),
    (rf"{FREE}(?P<season>vinter(?:en)?|winter)(?: of)? {_YEARS}{DONE}", _season),
    (rf"{FREE}(?:sidste|forrige|seneste|i fjor|last) (?P<season>{_SEASON})\b", _latest_season),
    (r"(?<!\w)i (?P<season>sommer|vinter)s\b", _latest_season),
    (rf"{FREE}(?:{_TURN.words}) {_YEARS}{DONE}", _turn),
    (rf"{FREE}{_SIDE} (?:{_TURN.words}) {_YEARS}{DONE}", _beside_turn),
    (rf"{FREE}{_SIDE} (?P<feast>{_FEAST}|{_SUMMER})(?: i)? (?P<year>{YEAR}){DONE}", _beside_feast),
    (rf"{FREE}(?P<near>(?:{_NEAR}) )?(?:efter|after) (?:{_NEW_YEAR}) (?P<year>{YEAR}){DONE}", _after_new_year),
)
