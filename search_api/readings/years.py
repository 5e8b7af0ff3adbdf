"""Years that a question names and their parts: "2021", "'21", "sidste kvartal af 2019", "ultimo 2014", "90'erne"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from search_api.readings import calendar
from search_api.readings.calendar import Period
from search_api.readings.patterns import DONE, FREE, YEAR, Read, Reader, year_of

_DANISH_ORDINALS = ("første", "anden", "tredje", "fjerde")
_ENGLISH_ORDINALS = ("first", "second", "third", "fourth")
_ORDINALS = {word: place for words in (_DANISH_ORDINALS, _ENGLISH_ORDINALS) for place, word in enumerate(words, 1)}
_ORDINAL = "|".join(("andet", *_ORDINALS))
_LAST = "sidste|seneste|last|final"  # "sidste kvartal" without a year is told by the day of asking
# Those with *af* or *of* behind them, and those that stand before the year itself: "ældre end 2014" is no end of 2014.
# Then the months of a year, and the years of a decade.
_PARTS = (
    (("starten", "begyndelsen", "start", "beginning"), ("primo", "start", "early"), (1, 6), (0, 4)),
    (("midten", "middle"), ("medio", "mid"), (4, 9), (3, 7)),
    (("slutningen", "udgangen", "end"), ("ultimo", "late"), (7, 12), (5, 9)),
)
_HALVES = (
    (("første halvdel",), (), (1, 6), (0, 4)),
    (("anden halvdel", "sidste halvdel"), (), (7, 12), (5, 9)),
)
PART_OF = "|".join(word for words, *_ in _PARTS for word in words)
_PART = "|".join(word for _, words, *_ in _PARTS for word in words)


def _quarter(match: re.Match[str], today: dt.date) -> Read:
    return _nth(match, today, 4, calendar.of_quarter)


def _quarters(match: re.Match[str], _: dt.date) -> Read:
    """ "1.-3. kvartal 2020", "1. og 2. kvartal 2020"."""
    first, last, year = int(match["nth"]), int(match["to"]), int(match["year"])
    if not 1 <= first < last <= 4:
        return None
    return Period(calendar.of_quarter(year, first).first, calendar.of_quarter(year, last).last), "part", True


def _week(match: re.Match[str], _: dt.date) -> Read:
    year, week = int(match["year"]), int(match["week"])
    try:
        return calendar.of_week(dt.date.fromisocalendar(year, week, 1)), "week", True
    except ValueError:  # only some years have a week 53
        return None, "week", True


def _half(match: re.Match[str], today: dt.date) -> Read:
    return _nth(match, today, 2, calendar.of_half)


def _nth(match: re.Match[str], today: dt.date, count: int, period_of: Callable[[int, int], Period]) -> Read:
    """One of the `count` equal parts of a year; without a year the last of its kind that has begun."""
    groups = match.groupdict()
    told, year = groups.get("nth") or match["told"], groups["year"]
    if groups.get("before"):
        year = str(today.year - 1)
    nth = count if re.fullmatch(_LAST, told) else 2 if told == "andet" else _ORDINALS.get(told) or int(told)
    if not 1 <= nth <= count:
        return (None, "part", True) if year else None
    if year:
        return period_of(year_of(year), nth), "part", True
    begins = period_of(today.year, nth).first
    return period_of(today.year - (begins is None or begins > today), nth), "part", False


def _part(match: re.Match[str], _: dt.date) -> Read:
    """The start, the middle or the end of a year: half a year, since nobody means a day by it."""
    first, last = next(months for before_of, alone, months, _ in _PARTS if match["part"] in (*before_of, *alone))
    return calendar.of_months(int(match["year"]), first, last), "part", True


def _year(match: re.Match[str], _: dt.date) -> Read:
    return calendar.of_year(year_of(match["year"])), "year", True


def _years(match: re.Match[str], _: dt.date) -> Read:
    """ "2018-21"; *2018-12* may be a month."""
    first, last = int(match["year"]), int(match["year"][:2] + match["to"])
    return (Period(dt.date(first, 1, 1), dt.date(last, 12, 31)), "year", True) if first < last else None


def _short_year(match: re.Match[str], today: dt.date) -> Read:
    """ "2018 og 19", none to come."""
    year = year_of(match["year"])
    return (calendar.of_year(year), "year", True) if year <= today.year else None


def _short_year_last(match: re.Match[str], today: dt.date) -> Read:
    """ "elbiler i 19", which may count something."""
    read = _short_year(match, today)
    return (read[0], "loose", True) if read else None


def _short_years(match: re.Match[str], today: dt.date) -> Read:
    """ "i 18 og 19"."""
    first, last = year_of(match["year"]), year_of(match["to"])
    return (Period(dt.date(first, 1, 1), dt.date(last, 12, 31)), "loose", True) if first < last <= today.year else None


def _split(match: re.Match[str], _: dt.date) -> Read:
    """Two years that are one: "2020/21", "sæsonen 20/21"; a school year begins in August."""
    first, last = year_of(match["year"]), year_of(match["to"][-2:])
    if last != first + 1:
        return None
    school = (match["of"] or "").startswith(("skole", "school"))
    begins, ends = ((8, 1), (7, 31)) if school else ((1, 1), (12, 31))
    return Period(dt.date(first, *begins), dt.date(last, *ends)), "split", True


def _short_split(match: re.Match[str], today: dt.date) -> Read:
    """ "vintertjenesten 17/18", where the second is no month: years that are past."""
    return _split(match, today) if int(match["to"]) > 12 and year_of(match["year"]) <= today.year else None


def _decade(match: re.Match[str], _: dt.date) -> Read:
    first = int(match["decade"])
    first = first if first > 99 else 1900 + first if first > 30 else 2000 + first
    part = match["part"] or ""
    years = next((years for words, _, __, years in (*_PARTS, *_HALVES) if part in words), (0, 9))
    return Period(dt.date(first + years[0], 1, 1), dt.date(first + years[1], 12, 31)), "relative", True


_COUNTS_NOTHING = r"(?!\.? ?[^\W_]|[/-]| ?[%‰€])|(?= (?:om|i|og|på|for|fra|eller|and)\b)"
# "første halvdel af 2020", of no *2020'erne*, *1900-tallet* or *2019-budgettet*
_WHOLE = rf"(?P<year>{YEAR})(?!['’]|-[^\W\d]){DONE}"
# What a number counts: "2000 kr.", "2000-2020 m²" are no years. Units only, for "2000 borgere" is written as "2021
# budget" is; and none that is said of the next number ("i 2022 kr. 500.000").
_UNIT = (
    r"(?:t\.?)?kr|kroner|dkk|euro?|mio|mia|millioner|milliarder|tusinde?|timer|minutter|sekunder|døgn|km|m|cm|mm|meter"
    r"|kilometer|[mk]?m[23²³]|kvm|kvadratmeter|kubikmeter|ha|hektar|liter|kg|kilo|gram|tons?|[kmg]wh?|stk|pct|procent"
    r"|promille|hours|metres|percent"
)
_SUM = rf"(?: ?[-–—] ?{YEAR})? ?(?:(?:{_UNIT})(?!\w|\.\w|\.? ?\d)|[%‰€]|,-)"
_OF = "(?:i|af|of|in)(?: året| the year)?"
_NTH = rf"(?:(?P<nth>\d)(?:\. ?|st |nd |rd |th | )|(?P<told>{_ORDINAL}) )"
_QUARTER, _HALF = r"(?:kvartal|kvt\.?|quarter)", "(?:halvår|halve år|half)"
_OR_SHORT = (
    rf"(?P<year>{YEAR}(?!['’]|-[^\W\d]){DONE}|['’]?\d\d{DONE}(?! ?(?:{_UNIT})(?!\w)| ?[%‰€]))"  # "3. kvartal 19"
)
_OF_YEAR = rf"(?:,?(?: {_OF})? {_OR_SHORT}|(?: (?:i|af|of))? (?P<before>sidste år|forrige år|fjor|i fjor|last year)\b)"
# A year of two figures in a row with one of four, "i 2018, 19 og 20", where no word tells what it counts.
_ONE_MORE, _MOST_BETWEEN = r", \d\d", 5
_IN_A_ROW = "|".join(
    f"(?<={YEAR}{_ONE_MORE * others}{between})"
    for others in range(_MOST_BETWEEN + 1)
    for between in (" og ", " and ", " til ", ", ")
)
PATTERNS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{FREE}(?P<nth>\d)\. ?(?:[-–]|og|til(?: og med)?) ?(?P<to>\d)\. kvartal(?: {_OF})? {_WHOLE}",
        _quarters,
    ),
    (rf"{FREE}{_NTH}{_QUARTER}(?:{_OF_YEAR}|(?![\w/]))", _quarter),
    (rf"{FREE}(?P<told>{_LAST}) {_QUARTER}{_OF_YEAR}", _quarter),
    (rf"{FREE}[qk](?P<nth>\d)(?:(?: {_OF}|-)? ?(?={YEAR})|(?: {_OF})? ){_OR_SHORT}", _quarter),
    (rf"{FREE}(?P<year>{YEAR})[ /-]?[qk](?P<nth>\d){DONE}", _quarter),
    (rf"{FREE}(?P<year>{YEAR}),? {_NTH}{_QUARTER}(?![\w/])", _quarter),
    (rf"{FREE}(?:h(?P<nth>[12])|(?P<told>[12])h)(?: {_OF}|-)? ?{_WHOLE}", _half),
    (rf"{FREE}uge ?(?P<week>\d\d?)(?:(?:,| i)? |/){_WHOLE}", _week),
    (rf"{FREE}{_NTH}halvår(?:{_OF_YEAR}|(?![\w/]))", _half),
    (rf"{FREE}(?P<told>{_LAST}|{_ORDINAL}) {_HALF}{_OF_YEAR}", _half),
    (rf"{FREE}(?P<told>{_LAST}|{_ORDINAL}) halvdel (?:af|of)(?: året| the year)? {_WHOLE}", _half),
    (rf"\b(?:the )?(?P<part>{PART_OF}) (?:af|of) {_WHOLE}", _part),
    (rf"\b(?P<part>{_PART})[ -](?P<year>{YEAR}){DONE}", _part),
    # A year of its own; no part of a number, a word, a case number or a law, and no sum.
    (rf"(?<![\w/.,-])(?<!§)(?<!§ )(?<!kr )(?<!kr\. )(?P<year>{YEAR})(?![\w/]|[.,]\d|-\w|{_SUM})", _year),
    (rf"{FREE}(?P<year>{YEAR}) ?[-–] ?(?P<to>\d\d){DONE}(?! ?(?:{_UNIT})(?!\w))", _years),
    (rf"(?<!\w)(?P<year>['’]\d\d)(?!['’]){DONE}", _year),
    (rf"(?:{_IN_A_ROW})(?P<year>\d\d)(?:{_COUNTS_NOTHING})", _short_year),
    (rf"(?:(?<=\bi )|(?<=\bfra )|(?<=\bsiden ))(?P<year>[09]\d)(?:{_COUNTS_NOTHING})", _short_year),
    (r"(?<=\bi )(?P<year>[12]\d)(?=\W*$)", _short_year_last),
    (r"(?<=\bi )(?P<year>\d\d) og (?P<to>\d\d)(?=\W*$)", _short_years),
    (rf"{FREE}(?P<of>)(?P<year>{YEAR})/(?P<to>{YEAR}|\d\d){DONE}", _split),
    (
        rf"{FREE}(?P<of>skoleår(?:et)?|sæson(?:en)?|school year|season)"
        rf" (?P<year>{YEAR}|\d\d)[-–/](?P<to>{YEAR}|\d\d){DONE}",
        _split,
    ),
    (
        rf"(?<!sag )(?<!nr )(?<!nr\. )(?<!nummer )(?<!§ ){FREE}(?P<of>)(?P<year>\d\d)/(?P<to>\d\d){DONE}"
        rf"(?! ?(?:år|årige|børn|{_UNIT})(?!\w)| ?[%‰€-])",
        _short_split,
    ),
    (
        rf"{FREE}(?:(?:the )?(?P<part>{PART_OF}|(?:første|anden|sidste) halvdel) (?:af|of)(?: the)? )?"
        r"(?P<decade>(?:19|20)?\d0)['’]?(?:erne|s)\b",
        _decade,
    ),
)
