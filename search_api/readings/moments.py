"""The stretches of time that a question names, one by one: dates, months, quarters, years, "sidste år", an election.

Danish as staff write it, and English. What stands before them ("siden", "før", "mellem") is for `periods.py`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mappings.dates import MONTHS
from search_api.readings import calendar, seasons
from search_api.readings.calendar import Period
from search_api.readings.patterns import DONE, FREE, YEAR, Read, Reader, Sort, year_of


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time and the characters that name it; `period` is None where the calendar has no such time.

    `dated` says whether the year stands there: "i marts" is the last March, and without the *i* it is nothing.
    """

    start: int
    end: int
    period: Period | None
    sort: Sort
    dated: bool = True


_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    **{name: number for number, name in enumerate((*_ENGLISH, "november", "december"), 1)},
    **{"okt": 10, "oct": 10, "sept": 9},
}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DANISH_COUNTS = ("nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_ENGLISH_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {
    **{word: number for number, word in enumerate(_DANISH_COUNTS)},
    **{word: number for number, word in enumerate(_ENGLISH_COUNTS)},
    **{"en": 1, "én": 1, "ét": 1, "a": 1, "par": 2, "couple of": 2},
}
_COUNT = r"\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True))
_ORDINALS = {"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4}


def moments(text: str, today: dt.date) -> Iterator[Moment]:
    """Every stretch of time that lower-case `text` names, in order, the longest first where they overlap."""
    found = [(match, read) for pattern, read in _PATTERNS for match in pattern.finditer(text)]
    found.sort(key=lambda one: (one[0].start(), -one[0].end()))
    last = 0
    for match, read in found:
        if match.start() < last:
            continue
        meant = read(match, today)
        if meant is not None:
            last = match.end()
            yield Moment(match.start(), match.end(), *meant)


def _day(match: re.Match[str], today: dt.date) -> Read:
    day, month, year = int(match["day"]), _NUMBERS[match["month"]], match["year"]
    if year:
        return _date(year_of(year), month, day), "day", True
    return _latest_day(day, month, today)


def _latest_day(day: int, month: int, today: dt.date) -> Read:
    """The last such day up to today, where no year stands there."""
    if day > 31:
        return None
    if day > calendar.of_months(2020, month, month).last.day:  # type: ignore[union-attr]  # 2020 had a 29 February
        return None, "day", True
    for back in range(5):
        found = _date(today.year - back, month, day)
        if found and found.first and found.first <= today:
            return found, "day", False
    return None


def _figures(match: re.Match[str], _: dt.date) -> Read:
    day, month = int(match["day"]), int(match["month"])
    if day == 0 or month == 0 or day > 31 or month > 31:
        return None
    return _date(year_of(match["year"]), month, day), "day", True


def _short_figures(match: re.Match[str], today: dt.date) -> Read:
    """With a year of two figures; what is no date ("16/17/18") is something else."""
    found = _figures(match, today)
    return found if found and found[0] else None


def _undated_figures(match: re.Match[str], today: dt.date) -> Read:
    day, month = int(match["day"]), int(match["month"])
    return _latest_day(day, month, today) if day and 1 <= month <= 12 else None


def _date(year: int, month: int, day: int) -> Period | None:
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return Period(date, date)


def _month(match: re.Match[str], today: dt.date) -> Read:
    month, year = _NUMBERS[match["month"]], match["year"]
    if (
        year
        and match["month"] == "jul"
        and not match["stop"]
        and not _ENGLISH_BEFORE.search(match.string[: match.start()])
    ):
        return None  # Christmas
    if year:
        return calendar.of_months(year_of(year), month, month), "month", True
    if len(match["month"]) < 4 and match["month"] not in ("maj",):
        return None
    year = today.year if month <= today.month else today.year - 1
    return calendar.of_months(year, month, month), "month", False


def _month_of_last_year(match: re.Match[str], today: dt.date) -> Read:
    month = _NUMBERS[match["month"]]
    return calendar.of_months(today.year - 1, month, month), "relative", True


_ENGLISH_BEFORE = re.compile(r"(?<!\w)(?:in|since|from|of|on|decisions?|meetings?) $")
_LAST_YEAR = re.compile(r"(?<!\w)(?:sidste år|forrige år|i fjor|last year)(?!\w)")
_ANY_YEAR = re.compile(rf"(?<!\w)(?:i|fra|in) (?:året )?(?P<year>{YEAR})(?![\w/]|[.,]\d)")
_OWNED = re.compile(r"(?:\w\ws|sidste|seneste) $")  # "byrådets junimøde"


def _meeting(match: re.Match[str], today: dt.date) -> Read:
    """The meeting of a month: *novembermødet 2019*, *juni-mødet*; the last one where no year stands anywhere."""
    month, year = _NUMBERS[match["month"]], match["year"]
    if not year and not match["the"] and not _OWNED.search(match.string[: match.start()]):
        return None  # "mødeplan uden julimøde"
    if not year:
        elsewhere = _ANY_YEAR.search(match.string)
        latest = today.year if month <= today.month else today.year - 1
        year = elsewhere["year"] if elsewhere else str(today.year - 1 if _LAST_YEAR.search(match.string) else latest)
    return calendar.of_months(int(year), month, month), "meeting", True


def _quarter(match: re.Match[str], today: dt.date) -> Read:
    quarter, year = _ordinal(match["quarter"]), match["year"]
    if not 1 <= quarter <= 4:
        return (None, "part", True) if year else None
    latest = today.year if quarter * 3 - 2 <= today.month else today.year - 1
    return calendar.of_quarter(int(year) if year else latest, quarter), "part", bool(year)


def _half(match: re.Match[str], today: dt.date) -> Read:
    half, year = _ordinal(match["half"]), match["year"]
    if not 1 <= half <= 2:
        return (None, "part", True) if year else None
    latest = today.year if half * 6 - 5 <= today.month else today.year - 1
    return calendar.of_half(int(year) if year else latest, half), "part", bool(year)


def _ordinal(text: str) -> int:
    return _ORDINALS.get(text) or int(text)


def _part(match: re.Match[str], _: dt.date) -> Read:
    """The start, the middle or the end of a year: half a year, since nobody means a day by it."""
    first, last = next(months for before_of, alone, months, _ in _PARTS if match["part"] in (*before_of, *alone))
    return calendar.of_months(int(match["year"]), first, last), "part", True


def _year(match: re.Match[str], _: dt.date) -> Read:
    return calendar.of_year(year_of(match["year"])), "year", True


def _decade(match: re.Match[str], _: dt.date) -> Read:
    first = int(match["decade"])
    first = first if first > 99 else 1900 + first if first > 30 else 2000 + first
    years = next((years for words, _, __, years in _PARTS if match["part"] in words), (0, 9))
    return Period(dt.date(first + years[0], 1, 1), dt.date(first + years[1], 12, 31)), "relative", True


def _this(match: re.Match[str], today: dt.date) -> Read:
    """This or last day, week, month, quarter, year."""
    unit, last = match["unit"], match["which"].split()[0] in _LAST
    if unit.startswith(("år", "year")):
        period = calendar.of_year(today.year - last)
    elif unit.startswith(("måned", "month")):
        day = calendar.months_before(today, int(last))
        period = calendar.of_months(day.year, day.month, day.month)
    elif unit.startswith(("kvartal", "quarter")):
        day = calendar.months_before(today, 3 * last)
        period = calendar.of_quarter(day.year, (day.month + 2) // 3)
    elif unit.startswith(("uge", "week")):
        period = calendar.of_week(today - dt.timedelta(days=7 * last))
    else:
        period = calendar.term(calendar.months_before(today, 48 * last))
    return period, "relative", True


# Those with *af* or *of* behind them, and those that stand before the year itself: "ældre end 2014" is no end of 2014.
# Then the months of a year, and the years of a decade.
_PARTS = (
    (("starten", "begyndelsen", "start", "beginning"), ("primo", "start", "early"), (1, 6), (0, 4)),
    (("midten", "middle"), ("medio", "mid"), (4, 9), (3, 7)),
    (("slutningen", "udgangen", "end"), ("ultimo", "late"), (7, 12), (5, 9)),
)
_PART_OF = "|".join(word for words, *_ in _PARTS for word in words)
_PART = "|".join(word for _, words, *_ in _PARTS for word in words)
_LAST = frozenset(["sidste", "forrige", "seneste", "last", "previous"])


def _named_day(match: re.Match[str], today: dt.date) -> Read:
    back = {"i går": 1, "i forgårs": 2, "yesterday": 1}.get(match.group())
    if back is None:
        return calendar.of_year(today.year - 1), "relative", True  # i fjor
    day = today - dt.timedelta(days=back)
    return Period(day, day), "relative", True


def _lately(match: re.Match[str], today: dt.date) -> Read:
    """The last so many years, months, weeks, days up to now."""
    return Period(_ago(match, today), today), "relative", True


def _years_ago(match: re.Match[str], today: dt.date) -> Read:
    day = _ago(match, today)
    if match["unit"].startswith(("år", "year")):
        return calendar.of_year(day.year), "relative", True
    return calendar.of_months(day.year, day.month, day.month), "relative", True


def _ago(match: re.Match[str], today: dt.date) -> dt.date:
    told, unit = match["count"] or "1", match["unit"]
    count = int(told) if told.isdecimal() else _COUNTS[told]
    if unit.startswith(("år", "year")):
        return calendar.months_before(today, 12 * count)
    if unit.startswith(("måned", "month")):
        return calendar.months_before(today, count)
    return today - dt.timedelta(days=count * (7 if unit.startswith(("uge", "week")) else 1))


def _election(match: re.Match[str], today: dt.date) -> Read:
    year = match["year"] or match["inside"]
    if year:
        if int(year) % 4 != 1:
            return None  # no municipal election that year; another election is a matter like any other
        held = calendar.election_day(int(year))
    else:
        held = calendar.last_election(today)
        if match["which"] == "forrige":
            held = calendar.last_election(held - dt.timedelta(days=1))
    return Period(held, held), "relative", True


_UNIT = r"år|years?|måneder(?:ne)?|måned(?:en)?|months?|uger(?:ne)?|uge(?:n)?|weeks?|dage(?:ne)?|days?"
_QUARTER = r"\d|første|anden|andet|tredje|fjerde"
_LATELY = r"(?:seneste|sidste|forløbne|forgangne|last|past)"
_SHORT_YEAR = rf"(?P<year>{YEAR}|\d\d)"
# "juni 98", not "maj 20 pladser" nor "i maj 90 boliger"
_YEAR_OF_MONTH = rf"(?P<year>{YEAR}|['’]\d\d|9\d(?=\s*(?:$|[,.;:?)]|(?:om|i|og|på|for|fra|til|af|ved)\b)))"
_PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"{FREE}(?P<day>\d{{1,2}})\.? ?(?P<month>{_MONTH})\b\.?(?:,? {_YEAR_OF_MONTH})?{DONE}", _day),
        (rf"{FREE}(?P<month>{_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>{YEAR}){DONE}", _day),
        (rf"{FREE}(?P<day>\d{{1,2}})-(?P<month>\d{{1,2}})-{_SHORT_YEAR}{DONE}", _figures),
        (rf"{FREE}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_SHORT_YEAR}{DONE}", _figures),
        (rf"{FREE}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})[- /](?P<year>{YEAR}){DONE}", _figures),
        (
            rf"(?<!sag )(?<!nr\. )(?<!nummer )(?<!case ){FREE}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})[-/]"
            rf"(?P<year>['’]?\d\d)(?! ?år\b){DONE}",
            _short_figures,
        ),
        (
            rf"(?:(?<=mødet )|(?<=mødet d\. )|(?<=mødet den )|(?<=møde )|(?<=møde d\. )|(?<=møde den ))"
            rf"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){DONE}"
            r"(?! ?(?:time|dag|år|flertal))",
            _undated_figures,
        ),
        (rf"{FREE}(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d){DONE}", _figures),
        (rf"{FREE}(?P<month>{_MONTH})\b(?P<stop>\.?)(?: måned)?(?: {_YEAR_OF_MONTH})?{DONE}", _month),
        (
            rf"{FREE}(?:{_PART_OF}) (?:af|of) (?P<month>{_MONTH})\b(?P<stop>\.?)(?: (?P<year>{YEAR}))?{DONE}",
            _month,
        ),
        (rf"{FREE}(?P<month>{'|'.join(MONTHS)}) (?:sidste år|i fjor|forrige år|last year)\b", _month_of_last_year),
        (rf"{FREE}(?P<month>{'|'.join(MONTHS)})-?møde(?P<the>t)?(?:,?(?: i)? (?P<year>{YEAR}))?{DONE}", _meeting),
        (rf"{FREE}(?P<quarter>{_QUARTER})\.? kvartal(?: (?:i )?(?P<year>{YEAR}))?{DONE}", _quarter),
        (rf"{FREE}q(?P<quarter>\d) (?P<year>{YEAR}){DONE}", _quarter),
        (rf"{FREE}(?P<half>\d|første|andet)\.? halvår(?: (?:i )?(?P<year>{YEAR}))?{DONE}", _half),
        (rf"\b(?:the )?(?P<part>{_PART_OF}) (?:af|of) (?P<year>{YEAR}){DONE}", _part),
        (rf"\b(?P<part>{_PART})[ -](?P<year>{YEAR}){DONE}", _part),
        # A year of its own, or the second of two with a hyphen; no part of a number, a word or a case number.
        (
            rf"(?<![\w/.,])(?:(?<!-)|(?<=(?:19|20)\d\d-))(?P<year>{YEAR})"
            rf"(?![\w/]|[.,]\d|-[^\W\d]|-(?!{YEAR}(?![\w/]))\d)",
            _year,
        ),
        (rf"(?<!\w)(?P<year>['’]\d\d)(?!['’]){DONE}", _year),
        (
            rf"{FREE}(?:(?:the )?(?P<part>{_PART_OF}) (?:af|of)(?: the)? )?(?P<decade>(?:19|20)?\d0)['’]?(?:erne|s)\b",
            _decade,
        ),
        *seasons.PATTERNS,
        (r"\bi (?:går|forgårs|fjor)\b|\byesterday\b", _named_day),
        (r"\b(?P<which>i) (?P<unit>år)\b(?! \d)", _this),
        (
            r"\b(?P<which>sidste|forrige|dette|denne|indeværende|nuværende|this|last|previous)"
            r" (?P<unit>år|måned|kvartal|uge|year|month|quarter|week|valgperiode|byrådsperiode)\b",
            _this,
        ),
        (rf"\b(?:inden for )?(?:(?:det|den|de|the) )?{_LATELY} (?P<count>{_COUNT}) (?P<unit>{_UNIT})\b", _lately),
        (rf"\b(?:inden for )?(?:det|den|the) {_LATELY} (?P<count>)(?P<unit>{_UNIT})\b", _lately),
        (rf"\bseneste (?P<count>)(?P<unit>{_UNIT})\b", _lately),
        (rf"\bfor (?P<count>{_COUNT}) (?P<unit>{_UNIT}) siden\b", _years_ago),
        (rf"\b(?P<count>{_COUNT}) (?P<unit>years?|months?) ago\b", _years_ago),
        (
            r"(?<![\w-])(?:(?P<which>sidste|seneste|forrige) (?:kommunal|byråds)?valg|(?:kommunal|byråds)valget"
            rf"|valget|the (?:last )?election)(?: i (?P<year>{YEAR})| (?P<inside>{YEAR}))?\b",
            _election,
        ),
    )
)
