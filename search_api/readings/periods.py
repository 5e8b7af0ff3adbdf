"""Periods in a question: "i 2021", "siden 2019", "mellem juni og august 2021", "før sidste valg".

A moment (`moments.py`) with a word before it that says when is a period, and the question is about meetings of that
time. One without ("sygefravær 2022", "møde november 2019"), a season, a month of no year ("skybruddet i juli", which
is told of in August), or one in a deadline ("senest den 1. maj"), may be about the matter as well: it is favoured,
its words are searched for, though no item need hold a day or the ends of several years. So is all that was before what
may be a deadline ("inden 2020"), a time of no year ("i foråret", "før corona"), and one that nobody counts ("de seneste
år"), whose words say nothing else. After a word such as *budget* or *for*, or yet to come ("klimaneutral i 2030"), it
is the matter alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from engines.asked import Filters
from mappings.told import Told
from search_api.readings import calendar, seasons
from search_api.readings.calendar import Period
from search_api.readings.moments import Moment, moments
from search_api.readings.patterns import YEAR
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading, Readings

MOST_YEARS = 12  # a longer row of years is told by its ends

_WEEKDAY = (
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?"  # tells no more of a date
)
_BEFORE = (
    ("since", r"siden|fra og med|since|nyere end"),
    ("after", r"efter|after|newer than"),
    ("until", r"til og med|indtil|frem til|until|up to"),
    ("before", r"før|ældre end|before|prior to|older than"),
    ("by", r"inden"),
    ("between", r"mellem|between|i perioden(?: fra)?|perioden(?: fra)?"),
    ("from", r"fra|from"),
    (
        "in",
        r"i løbet af|(?:tilbage )?i|(?:back )?in|during"
        r"|(?<!ikke )(?:kun|udelukkende)|(?<!not )only|(?<![-.])(?<!\. )(?:mødet|møde|møder)",
    ),  # not that of a body, "dir.mødet"
    ("on", rf"(?:(?:on )?{_WEEKDAY} )?(?:d\.?|den|on)|(?:on )?{_WEEKDAY}"),
)
_DETERMINER = rf"(?: (?:{_WEEKDAY}|hele|enten|både|den|d\.?|år|året|årene|the|the year|mødet))*"
_OPENERS = tuple((name, re.compile(rf"(?<!\w)(?:{words}){_DETERMINER} ?$")) for name, words in _BEFORE)
_TO = re.compile(
    r" ?[-−–—] ?| (?:(?:(?:og )?frem )?til(?: og med)?|indtil|to|until|through)"
    rf"(?: {_WEEKDAY})?(?: den| d\.)? "
)
_AND = re.compile(r" (?:og|and) (?:den )?")
_ANOTHER = re.compile(r", | (?:og|eller|and|or) ")
_ONWARDS = re.compile(
    r" (?:og frem(?:efter|ad|over)?(?: til (?:nu|i dag))?(?! til)|til (?:nu|i dag|dags dato)|onwards?)\b"
)
_LONGEST_OPENER = 40  # characters
# What a year after these tells is what the matter is about: a budget of 2022 is decided in 2021.
_MATTER = re.compile(
    r"(?:budget(?:tet|ter)?|regnskab(?:et|er)?|plan(?:en|er)?|strategi(?:en)?|politik(?:ken)?|vision(?:en)?|"
    r"program(?:met)?|prognose(?:n)?|overslag|takst(?:er|erne)?|aftale(?:n)?|reform(?:en)?|(?<!ud)valg(?:et)?|lov(?:en)?|"
    r"beretning(?:en)?|redegørelse(?:n)?|fase|etape|(?<!\w)(?:af|for|om|dateret|uge)) (?:for |af )?"
    rf"(?:{YEAR}(?:, | og | eller | and | or ))*$"  # "budget for 2021 og 2022"
)
# What is before and after a time is at any time.
_BOTH_SIDES = re.compile(r"(?<!\w)(?:før|efter|before|after) ?(?:og|eller|and|or|/) ?$")
_ELECTION = re.compile(r"(?<!ud)valg(?:et)? $")  # "folketingsvalget i 2019" is one matter
_UNTIL = re.compile(r"(?<!\w)(?:senest|by) $")
_DEADLINE = re.compile(r"(?<!\w)(?:senest|inden|fra|pr\.|\w*frist(?:en)?|kraft|dateret|modtaget|af|til) $")
# "Udsat til efteråret 2019" was decided before: a time that something is put off to is none of a meeting's.
_PUT_OFF = re.compile(
    r"(?<!\w)(?:udsat|udsættes?|udskudt|udskydes?|flyttet|flyttes?|henlagt|rykket|rykkes?|skubbet|skubbes?|postponed"
    r"|put off|moved) (?:\w+ ){0,2}(?:til|indtil|to|until)"
    r" (?:(?:den|d\.|det|\w*mødet|behandling|drøftelse|på|i|lige|efter|kort|om) )*$"
)
_OF_ITS_YEAR = re.compile(r" i ['’]?\d+$")  # "november i 2019"
_AT_END = re.compile(r"(?<!\w)(?:udgangen|slutningen|ultimo|end)(?!\w)")
_WITHIN = re.compile(
    r"(?<!\w)(?:løbet|starten|begyndelsen|midten|slutningen|end|beginning|middle) (?:af|of) (?:the )?$"
)
_MET = re.compile(r"(?:møde(?:t|r|rne)?|meetings?)(?: (?:den|d\.|i|in|during|i løbet af))* $")
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?! ?[-–]? ?\d)")
_HALF = re.compile(r"halv|half|(?<!\w)(?:h[12]|[12]h)(?!\w)")  # few texts tell of one
_IN_TEXTS = ("day", "month", "part", "year")  # sorts of moments that a text may name as the question does

Searched = Literal["for", "about", "not"]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    period: Period | None
    bare: bool
    years: tuple[int, ...] = ()
    names: tuple[int, int] = (0, 0)  # the characters of the moment that it is
    searched: Searched = "for"  # a bare one's words: items must, may or need not hold them


def periods(text: Plain, today: dt.date) -> Readings:
    """The periods of a question asked on the day `today`, and a notice for each that no calendar has."""
    readings: list[Reading] = []
    notices: list[str] = []
    for found in _found(text.text, list(moments(text.text, today))):
        said = " ".join(text.text[found.start : found.end].split())
        if found.period is None:
            notices.append(
                Told("»%(words)s« findes ikke i kalenderen; der er søgt på ordene, som de står.", words=said)
            )
        elif found.period.first and found.period.last and found.period.first > found.period.last:
            notices.append(
                Told("Perioden »%(words)s« slutter, før den begynder; der er søgt på ordene, som de står.", words=said)
            )
        elif not _ahead(found.period, today):
            readings.append(_reading(found, found.period, text.text[slice(*found.names)]))
    if not meet([one for one in readings if one.effect == "narrows"]):
        readings = [replace(one, effect="favours", keeps=True, bare=False) for one in readings]
    return Readings(tuple(readings), tuple(dict.fromkeys(notices)))


def meet(narrowing: Sequence[Reading]) -> bool:
    """Whether a meeting can be of all these times ("i juni 2019 og i juni 2020": of none); of years it is of any."""
    years = [year for one in narrowing for year in one.asks.years]
    spans = [_span(one.asks) for one in narrowing if not one.asks.years]
    spans += [(dt.date(min(years), 1, 1), dt.date(max(years), 12, 31))] if years else []
    return max((first for first, _ in spans), default=dt.date.min) <= min(
        (last for _, last in spans), default=dt.date.max
    )


def _span(asks: Filters) -> tuple[dt.date, dt.date]:
    return asks.date_from or dt.date.min, asks.date_to or dt.date.max


def _ahead(period: Period, today: dt.date) -> bool:
    """Whether it begins after today, or has no beginning and ends after it: no meeting is told apart by it."""
    ahead = period.first or period.last
    return ahead is not None and ahead > today


def _reading(found: _Found, period: Period, names: str) -> Reading:
    years = found.years or (period.years if len(period.years) <= MOST_YEARS else ())
    when = calendar.told(period)
    if found.years:
        when = Told("i %(years)s og %(last)s", years=found.years[:-1], last=found.years[-1])
    return Reading(
        kind="period",
        effect="favours" if found.bare else "narrows",
        start=found.start,
        end=found.end,
        means=Told("møder %(when)s", when=when),
        asks=Filters(years=years) if years else Filters(date_from=period.first, date_to=period.last),
        keeps=found.bare and found.searched == "for",
        hints=found.bare and found.searched == "about",
        bare=found.bare,
        names=names,
    )


def _found(text: str, named: list[Moment]) -> Iterator[_Found]:
    """Moments joined into periods, with what stands before and after them."""
    place = 0
    while place < len(named):
        first = named[place]
        opener, start = _opener(text, first.start)
        second = named[place + 1] if place + 1 < len(named) else None
        between = text[first.end : second.start] if second else ""
        months = _months(text, named, place)
        if len(months) > 1:
            place += len(months)
            period = _from_to(months[0], months[-1])
            bare = opener not in ("in", "from", "between")
            if not (bare and (_matter(text, first.start) or not months[-1].dated)):
                yield _Found(first.start if bare else start, months[-1].end, period, bare)
            continue
        if second and (_TO.fullmatch(between) or (opener == "between" and _AND.fullmatch(between))):
            place += 2
            bare = opener not in ("between", "from", "since", "in", "on")
            if bare and (_matter(text, first.start) or not (first.dated or second.dated)):
                continue
            names = (first.start, second.end) if bare else (0, 0)
            period = _from_to(first, second)
            yield _Found(first.start if bare else start, second.end, period, bare, names=names, searched="about")
            continue
        run = _years(text, named, place) if opener in ("in", "from") else [first]
        place += len(run)
        if len(run) > 1:
            years = tuple(dict.fromkeys(year for one in run if one.period for year in one.period.years))
            yield _Found(start, run[-1].end, run[0].period, False, years if len(years) > 1 else ())
            continue
        found = _alone(text, first, opener, start)
        if found:
            yield found


def _alone(text: str, moment: Moment, opener: str, start: int) -> _Found | None:
    """A single moment as a period; None where it is none of a meeting's."""
    period = moment.period
    onwards = _ONWARDS.match(text, moment.end)
    if onwards and period:
        return _Found(start, onwards.end(), Period(period.first), False)
    if opener in ("in", "from") and _ELECTION.search(text[max(0, start - _LONGEST_OPENER) : start]):
        return None
    if (opener in ("before", "after") or moment.sort in ("feast", "loose")) and _BOTH_SIDES.search(text[:start]):
        return None
    election = period is not None and "valg" in text[moment.start : moment.end] and period.first == period.last
    if moment.sort == "part" and (opener == "by" or _UNTIL.search(text[max(0, start - _LONGEST_OPENER) : start])):
        return None  # "inden udgangen af 2014" is a deadline
    if opener in ("", "in", "on", "between", "from") and election:
        return None  # the election itself is a matter
    if _PUT_OFF.search(text[max(0, start - _LONGEST_OPENER) : start]):
        return None
    if opener == "by" and election and " " not in text[moment.start : moment.end]:
        return None  # "stemme inden valget"
    if opener == "by" and moment.sort in ("year", "relative"):
        return _Found(start, moment.end, _by("before", period), True, searched="about")
    opener, start = ("", moment.start) if opener == "by" else (opener, start)  # "inden den 1. maj" is a deadline
    if moment.sort in ("season", "feast"):
        return _of_season(text, moment, opener, start)
    if moment.sort == "vague":
        return _Found(start, moment.end, period, True, searched="not") if opener in ("", "in", "from") else None
    if moment.sort == "split" and opener not in ("since", "after", "until", "before"):
        whole = calendar.whole_years(period) if period else None  # much for a school year is decided before it begins
        return None if _matter(text, moment.start) else _Found(moment.start, moment.end, whole, True, searched="about")
    if moment.sort == "loose":
        return _Found(moment.start, moment.end, period, True, searched="about")
    if moment.sort == "week" and opener in ("", "in", "from", "on") and not _met(text, start, moment.start):
        return None  # what is to be in week 9 was decided before
    if moment.sort == "day" and opener == "" and _met(text, start, moment.start):
        return _Found(moment.start, moment.end, period, False)
    if moment.sort == "year" and opener == "" and not text[moment.start].isdigit():
        return None  # "OK '18"
    if opener == "" and moment.sort in ("day", "month") and _OF_ITS_YEAR.search(text[moment.start : moment.end]):
        opener = "in"
    if opener == "on":
        dated = moment.sort == "day" and not _DEADLINE.search(text[max(0, start - _LONGEST_OPENER) : start])
    else:
        dated = opener != "" and not (opener == "from" and moment.sort == "day")
    if opener == "in" and moment.sort == "month" and not moment.dated and not _met(text, start, moment.start):
        return _Found(moment.start, moment.end, period, True)
    if dated:
        # "før udgangen af 2014" is all of 2014.
        ends = opener == "before" and _AT_END.search(text[moment.start : moment.end]) and period is not None
        told = moment.dated or moment.sort == "day"
        named = opener in ("in", "on", "from") and told and moment.sort in _IN_TEXTS and _is_written_so(text, moment)
        names = (moment.start, moment.end) if named else (0, 0)
        return _Found(start, moment.end, _by("until" if ends else opener, period), False, names=names)
    if moment.sort in ("relative", "meeting"):
        return _Found(moment.start, moment.end, period, False)
    if not moment.dated or (period and _matter(text, moment.start)):
        return None
    seldom = moment.sort == "day" or _HALF.search(text, moment.start, moment.end)
    searched: Searched = "about" if seldom or not _is_written_so(text, moment) else "for"
    return _Found(moment.start, moment.end, period, True, names=(moment.start, moment.end), searched=searched)


def _is_written_so(text: str, moment: Moment) -> bool:
    """Whether a text may name the time as the question does, but for the year in full: not "okt 20", nor "2018-20"."""
    said = text[moment.start : moment.end]
    return moment.sort in ("day", "part") or not moment.dated or _FULL_YEAR.search(said) is not None


def _met(text: str, start: int, end: int) -> bool:
    """Whether a time is said of a meeting ("mødet i marts"): what else was in a month is told of later."""
    return _MET.search(text[max(0, start - _LONGEST_OPENER) : end]) is not None


def _of_season(text: str, moment: Moment, opener: str, start: int) -> _Found:
    """A season or what is beside a feast: favoured, since it is as often when it happened as when it was decided."""
    if moment.period and opener in ("since", "after", "until", "before"):
        return _Found(start, moment.end, _by(opener, moment.period), False)
    year = text[moment.end - 4 : moment.end]
    if _matter(text, moment.start) and not _WITHIN.search(text[: moment.start]) and year.isdigit():
        return _Found(moment.end - 4, moment.end, calendar.of_year(int(year)), True)  # "om foråret 2020"
    period = seasons.widened(moment.period) if moment.period and moment.sort == "season" else moment.period
    return _Found(moment.start, moment.end, period, True, names=(moment.start, moment.end))


def _by(opener: str, period: Period | None) -> Period | None:
    if period is None:
        return None
    if opener == "since":
        return Period(period.first)
    if opener == "after":
        return calendar.after(period)
    if opener == "until":
        return Period(None, period.last)
    return calendar.before(period) if opener == "before" else period


def _opener(text: str, end: int) -> tuple[str, int]:
    """The word before a moment that says when, and where it begins; an empty one where there is none."""
    window = max(0, end - _LONGEST_OPENER)
    for name, pattern in _OPENERS:
        match = pattern.search(text[window:end])
        if match:
            return name, window + match.start()
    return "", end


def _matter(text: str, end: int) -> bool:
    return _MATTER.search(text[max(0, end - _LONGEST_OPENER) : end]) is not None


def _from_to(first: Moment, second: Moment) -> Period | None:
    if first.period is None or second.period is None:
        return None
    begins, ends = first.period.first, second.period.last
    if begins and ends and not first.dated:  # "mellem juni og august 2021", "fra december til februar 2020"
        begins = calendar.months_before(begins, 12 * (begins.year - ends.year))
        begins = calendar.months_before(begins, 12) if begins > ends else begins
    elif begins and second.sort == "month" and not second.dated and ends:  # "fra november 2019 til februar"
        ends = calendar.of_months(begins.year + (ends.month < begins.month), ends.month, ends.month).last
    return Period(begins, ends)


def _months(text: str, named: list[Moment], place: int) -> list[Moment]:
    """The months that are listed from here on, the last perhaps with a year: "i maj, juni og august 2019"."""
    run = [named[place]]
    while run[-1].sort == "month" and not run[-1].dated and place + len(run) < len(named):
        following = named[place + len(run)]
        if following.sort != "month" or not _ANOTHER.fullmatch(text[run[-1].end : following.start]):
            break
        run.append(following)
    return run


def _years(text: str, named: list[Moment], place: int) -> list[Moment]:
    """The years that are listed from here on: "i 2019, 2020 og 2021"."""
    run = [named[place]]
    while run[-1].sort == "year" and place + len(run) < len(named):
        following = named[place + len(run)]
        if following.sort != "year" or not _ANOTHER.fullmatch(text[run[-1].end : following.start]):
            break
        run.append(following)
    return run
