"""Days and months that a question names: "28. juni 2021", "d. 6/2", "juni '98", "maj-juni 2019", "novembermødet"."""

from __future__ import annotations

import datetime as dt
import re

from mappings.dates import MONTHS
from search_api.readings import calendar
from search_api.readings.calendar import Period
from search_api.readings.patterns import DONE, FREE, YEAR, Read, Reader, year_of
from search_api.readings.years import PART_OF

_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    **{name: number for number, name in enumerate((*_ENGLISH, "november", "december"), 1)},
    **{"okt": 10, "oct": 10, "sept": 9},
}
_ORDINAL_WORDS = (
    "første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende"
    " sekstende syttende attende nittende tyvende enogtyvende toogtyvende treogtyvende fireogtyvende femogtyvende"
    " seksogtyvende syvogtyvende otteogtyvende niogtyvende tredivte enogtredivte"
)
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), 1)}
_SHORTEST = 3  # letters of a month that tells without a year; *maj* is whole
MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))


def _day(match: re.Match[str], today: dt.date) -> Read:
    told, month, year = match["day"], _NUMBERS[match["month"]], match["year"]
    day = _ORDINALS.get(told) or int(told)
    if year:
        return _date(year_of(year), month, day), "day", True
    return _latest_day(day, month, today, match.string)


def _days(match: re.Match[str], _: dt.date) -> Read:
    """Days of one month: "1.-5. maj 2019"."""
    ends = [_date(int(match["year"]), _NUMBERS[match["month"]], int(match[day])) for day in ("first", "day")]
    first, last = (end.first if end else None for end in ends)
    return Period(first, last) if first and last else None, "day", True


def _latest_day(day: int, month: int, today: dt.date, question: str) -> Read:
    """Where no year stands there, the day of the year that the question names, else the last such up to today."""
    if day > 31:
        return None
    if day > calendar.of_months(2020, month, month).last.day:  # type: ignore[union-attr]  # 2020 had a 29 February
        return None, "day", True
    elsewhere = {found["year"] for found in _ANY_YEAR.finditer(question)}
    if len(elsewhere) == 1:
        return _date(int(elsewhere.pop()), month, day), "day", False
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
    if match["year"]:
        return _figures(match, today)
    day, month = int(match["day"]), int(match["month"])
    return _latest_day(day, month, today, match.string) if day and 1 <= month <= 12 else None


def _day_of_year_elsewhere(match: re.Match[str], today: dt.date) -> Read:
    """ "31/8 parkering 2021", where a year alone stands in the question; no text says it so."""
    day, month = int(match["day"]), int(match["month"])
    years = set(_STANDING_YEAR.findall(match.string))
    if len(years) != 1 or not 1 <= month <= 12 or (day, month) in _FRACTIONS:
        return None
    found = _date(int(years.pop()), month, day)
    return (found, "loose", True) if found else None


def _day_of_body(match: re.Match[str], today: dt.date) -> Read:
    """ "direktionen 31/8": no text says it so."""
    read = _undated_figures(match, today)
    return (read[0], "day" if match["year"] else "loose", True) if read and read[0] else None


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


def _month_of_short_year(match: re.Match[str], today: dt.date) -> Read:
    """ "i august 21", none to come."""
    return _month(match, today) if year_of(match["year"]) <= today.year else None


def _month_of_table(match: re.Match[str], _: dt.date) -> Read:
    """As in a table, "nov-19" and "11/2019": few texts say it so."""
    year, month = year_of(match["year"]), _NUMBERS.get(match["month"]) or int(match["month"])
    return calendar.of_months(year, month, month), "loose", True


def _two_months(match: re.Match[str], today: dt.date) -> Read:
    """Months joined by a dash or a slash, over the new year too: "maj-juni 2019", "dec/jan 2020", "maj-juni"."""
    begins, ends = _NUMBERS[match["first"]], _NUMBERS[match["month"]]
    if match["year"]:
        year = int(match["year"]) - (begins > ends)
    elif min(len(match["first"]), len(match["month"])) < _SHORTEST:
        return None
    else:
        year = today.year if begins <= today.month else today.year - 1
    first = calendar.of_months(year, begins, begins).first
    last = calendar.of_months(year + (begins > ends), ends, ends).last
    return Period(first, last), "part", bool(match["year"])


def _month_of_last_year(match: re.Match[str], today: dt.date) -> Read:
    month = _NUMBERS[match["month"]]
    return calendar.of_months(today.year - 1, month, month), "relative", True


_ENGLISH_BEFORE = re.compile(r"(?<!\w)(?:in|since|from|of|on|decisions?|meetings?) $")
_LAST_YEAR = re.compile(r"(?<!\w)(?:sidste år|forrige år|i fjor|last year)(?!\w)")
_ANY_YEAR = re.compile(rf"(?<!\w)(?:i|fra|in) (?:året )?(?P<year>{YEAR})(?![\w/]|[.,]\d)")
_STANDING_YEAR = re.compile(rf"{FREE}{YEAR}{DONE}")
_FRACTIONS = ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4))
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


_SHORT_YEAR = rf"(?P<year>{YEAR}|\d\d)"
_COUNTS_NOTHING = r"(?=\s*(?:$|[,.;:?)]|(?:om|i|og|på|for|fra|til|af|ved)\b))"
# "juni 98", not "maj 20 pladser" nor "i maj 90 boliger"; "5. nov 19"
_YEAR_OF_MONTH = rf"(?P<year>{YEAR}|['’]\d\d|9\d{_COUNTS_NOTHING})"
_SHORT_YEAR_OF_MONTH = rf"(?P<year>[012]\d{_COUNTS_NOTHING})"  # "i august 21", and "august 21" at the end
_YEAR_OF_DAY = rf"(?P<year>{YEAR}|['’]\d\d|\d\d{_COUNTS_NOTHING})"
_ITS_YEAR = rf"(?: i (?P<year>{YEAR}))?"  # where words tell that it is a day, and no case number
_NO_YEAR = r"(?!,? \d{4}(?!\d))"  # "1. januar 1848" is none of this year's days
_NO_NUMBER = r"(?<!sag )(?<!nr\. )(?<!nummer )(?<!case )"  # "lokalplan nr. 1.2.14"
PATTERNS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{FREE}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?(?: | of )?(?P<month>{MONTH})\b\.?"
        rf"(?:,?(?: i)? {_YEAR_OF_DAY})?{DONE}{_NO_YEAR}",
        _day,
    ),
    (rf"{FREE}(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{YEAR}){DONE}", _day),
    (rf"(?<=\bden )(?P<day>{'|'.join(_ORDINALS)}) (?P<month>{MONTH})\b(?:,?(?: i)? (?P<year>{YEAR}))?{DONE}", _day),
    (rf"{_NO_NUMBER}{FREE}(?P<day>\d{{1,2}})-(?P<month>\d{{1,2}})-{_SHORT_YEAR}{DONE}", _figures),
    (rf"{_NO_NUMBER}{FREE}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_SHORT_YEAR}{DONE}", _figures),
    (rf"{FREE}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})[- /](?P<year>{YEAR}){DONE}", _figures),
    (
        rf"{_NO_NUMBER}{FREE}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})[-/]"
        rf"(?P<year>['’]?\d\d)(?! ?år\b){DONE}",
        _short_figures,
    ),
    (
        rf"(?:(?<=\bden )|(?<=\bd\. )|(?<=\bd\.)|(?<=\bd ))(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){_ITS_YEAR}{DONE}"
        r"(?! ?(?:time|dag|år|af|flertal|\d))",
        _undated_figures,
    ),
    (
        rf"(?:(?<=\bden )|(?<=\bd\. )|(?<=\bd ))(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})(?P<year>){_COUNTS_NOTHING}",
        _undated_figures,
    ),
    # "1/1-31/12 2008", of the year that stands behind the other
    (
        rf"{FREE}(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})\.?(?P<year>)"
        rf"(?= ?(?:[–—-]|til|to) ?\d{{1,2}}[/.]\d{{1,2}}[-. /]{{1,2}}{YEAR})",
        _undated_figures,
    ),
    (
        rf"{FREE}(?P<first>\d{{1,2}})\.? ?[-–] ?(?P<day>\d{{1,2}})\. ?(?P<month>{MONTH})\b\.?,? (?P<year>{YEAR}){DONE}",
        _days,
    ),
    (
        rf"(?:(?<=mødet )|(?<=mødet d\. )|(?<=mødet den )|(?<=møde )|(?<=møde d\. )|(?<=møde den ))"
        rf"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){_ITS_YEAR}{DONE}"
        r"(?! ?(?:time|dag|år|flertal))",
        _undated_figures,
    ),
    (
        rf"(?:(?<=direktionen )|(?<=udvalget )|(?<=rådet )|(?<=bestyrelsen )|(?<=nævnet ))"
        rf"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){_ITS_YEAR}{DONE}(?! ?(?:time|dag|år|flertal|\d))",
        _day_of_body,
    ),
    (rf"{FREE}(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d){DONE}", _figures),
    (rf"{FREE}(?P<month>{MONTH})\b(?P<stop>\.?)(?: måned)?(?:(?: i)? {_YEAR_OF_MONTH})?{DONE}{_NO_YEAR}", _month),
    (
        rf"(?:(?<=\bi )|(?<=\bfra )|(?<=\bsiden )|(?<=\bin ))(?P<month>{MONTH})\b(?P<stop>\.?) {_SHORT_YEAR_OF_MONTH}",
        _month_of_short_year,
    ),
    (rf"{FREE}(?P<month>{MONTH})\b(?P<stop>\.?) (?P<year>[012]\d)(?=\W*$)", _month_of_short_year),
    (rf"{FREE}(?P<month>{MONTH})\.?-(?P<year>\d\d){DONE}", _month_of_table),
    (rf"(?<!sag )(?<!nr\. ){FREE}(?P<month>0?[1-9]|1[0-2])/(?P<year>{YEAR}){DONE}", _month_of_table),
    (rf"{FREE}(?P<first>{MONTH})\.? ?[-–/] ?(?P<month>{MONTH})\b\.?(?:,? (?P<year>{YEAR}))?{DONE}", _two_months),
    (
        rf"{FREE}(?:{PART_OF}) (?:af|of) (?P<month>{MONTH})\b(?P<stop>\.?)(?: (?P<year>{YEAR}))?{DONE}",
        _month,
    ),
    (rf"{FREE}(?P<month>{'|'.join(MONTHS)}) (?:sidste år|i fjor|forrige år|last year)\b", _month_of_last_year),
    (rf"{FREE}(?P<month>{'|'.join(MONTHS)})-?møde(?P<the>t)?(?:,?(?: i)? (?P<year>{YEAR}))?{DONE}", _meeting),
    (
        rf"{_NO_NUMBER}{FREE}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){DONE}(?!-)"
        r"(?! ?(?:time|dag|år|af|flertal|klasse|\d))",
        _day_of_year_elsewhere,
    ),
)
