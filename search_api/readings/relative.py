"""Times that a question names by the day it is asked on: "sidste år", "for to uger siden", "siden valget".

Those that nobody counts ("de seneste år", "for et par år siden") are `vague`: a wide stretch of whole years or months.
"""

from __future__ import annotations

import datetime as dt
import re

from search_api.readings import calendar
from search_api.readings.calendar import Period
from search_api.readings.patterns import YEAR, Read, Reader

_DANISH_COUNTS = ("nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_ENGLISH_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {
    **{word: number for number, word in enumerate(_DANISH_COUNTS)},
    **{word: number for number, word in enumerate(_ENGLISH_COUNTS)},
    **{"en": 1, "én": 1, "ét": 1, "a": 1, "par": 2, "couple of": 2},
}
_MONTHS_OF = {"halve år": 6, "halvår": 6, "halvt år": 6, "half year": 6, "halvandet år": 18}
COUNT = r"\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True))
# How many of a unit *de seneste år* are, and between how many ago *for et par år siden* and *for nogle år siden* are.
_LATE = {"år": 5, "måned": 6, "uge": 8, "dag": 14}
_COUPLE, _FEW = (3, 1), (6, 2)
_ANY_YEAR = re.compile(rf"(?<!\d)(?:{YEAR})(?!\d)|(?<!\w)(?:sidste år|i fjor|forrige år)(?!\w)")
_LAST = frozenset(["sidste", "forrige", "seneste", "last", "previous"])


def _this(match: re.Match[str], today: dt.date) -> Read:
    """This or last day, week, month, quarter, year."""
    unit, last = match["unit"], match["which"] in _LAST
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


def _named_day(match: re.Match[str], today: dt.date) -> Read:
    if years := {"i fjor": 1, "i forfjor": 2}.get(match.group()):
        return calendar.of_year(today.year - years), "relative", True
    back = {"i går": 1, "i forgårs": 2, "yesterday": 1}[match.group()]
    day = today - dt.timedelta(days=back)
    return Period(day, day), "relative", True


def _weekday(match: re.Match[str], today: dt.date) -> Read:
    """The last day of that name before today."""
    wanted = next(place for place, names in enumerate(_WEEKDAYS) if (match["past"] or match["last"]) in names)
    day = today - dt.timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
    return Period(day, day), "relative", True


def _newly(match: re.Match[str], today: dt.date) -> Read:
    """Some months up to now."""
    return Period(_whole(_back(_LATE["måned"], "måned", today), "måned").first), "vague", True


def _lately(match: re.Match[str], today: dt.date) -> Read:
    """The last so many years, months, weeks, days up to now."""
    return Period(_ago(match, today), today), "relative", True


def _some_lately(match: re.Match[str], today: dt.date) -> Read:
    """Some years, months, weeks, days up to now."""
    unit = _unit(match)
    return Period(_whole(_back(_LATE[unit], unit, today), unit).first), "vague", True


def _some_ago(match: re.Match[str], today: dt.date) -> Read:
    """A few years, months, weeks, days ago, or about so many."""
    unit, count = _unit(match), match["count"]
    if count:
        most, least = counted(count) + 1, counted(count) - 1
    else:
        most, least = _COUPLE if match["couple"] else _FEW
    first, last = (_whole(_back(back, unit, today), unit) for back in (most, least))
    return Period(first.first, last.last), "vague", True


def _lately_half(match: re.Match[str], today: dt.date) -> Read:
    """The last six or eighteen months; nothing where the question names a year, which they may be of."""
    if _ANY_YEAR.search(match.string):
        return None
    return _lately(match, today)


def _half_ago(match: re.Match[str], today: dt.date) -> Read:
    """Four to eight months ago, or sixteen to twenty: nobody counts them."""
    months = _MONTHS_OF[match["unit"]]
    first, last = (calendar.months_before(today, months + more) for more in (2, -2))
    return (
        Period(first.replace(day=1), calendar.of_months(last.year, last.month, last.month).last),
        "relative",
        True,
    )


def _between_ago(match: re.Match[str], today: dt.date) -> Read:
    """From so many years, months, weeks, days ago to so many (*for 5-6 år siden*)."""
    ends = sorted(_back(counted(match[count]), _unit(match), today) for count in ("least", "most"))
    first, last = (_whole(day, _unit(match)) for day in ends)
    return Period(first.first, last.last), "vague", True


def _years_ago(match: re.Match[str], today: dt.date) -> Read:
    day = _ago(match, today)
    if match["unit"].startswith(("år", "year")):
        return calendar.of_year(day.year), "relative", True
    return calendar.of_months(day.year, day.month, day.month), "relative", True


def _ago(match: re.Match[str], today: dt.date) -> dt.date:
    if match["unit"] in _MONTHS_OF:
        return calendar.months_before(today, _MONTHS_OF[match["unit"]])
    return _back(counted(match["count"] or "1"), _unit(match), today)


def _back(count: int, unit: str, today: dt.date) -> dt.date:
    if unit in ("år", "måned"):
        return calendar.months_before(today, count * (12 if unit == "år" else 1))
    return today - dt.timedelta(days=count * (7 if unit == "uge" else 1))


def _whole(day: dt.date, unit: str) -> Period:
    """The year or the month of a day; of shorter units the day itself."""
    if unit == "år":
        return calendar.of_year(day.year)
    return calendar.of_months(day.year, day.month, day.month) if unit == "måned" else Period(day, day)


def counted(told: str) -> int:
    """How many a count (`COUNT`) says."""
    return int(told) if told.isdecimal() else _COUNTS[told]


def _unit(match: re.Match[str]) -> str:
    """The unit's Danish name, in the singular."""
    return next(unit for unit, words in _UNITS.items() if match["unit"].startswith(words))


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


# Denmark was closed down on 11 March 2020; from 1 February 2022 on the disease was no critical one.
_PANDEMIC = Period(dt.date(2020, 3, 11), dt.date(2022, 1, 31))


def _beside_the_pandemic(match: re.Match[str], _: dt.date) -> Read:
    """Before it, or while it was: then it may be the matter as well."""
    return (_PANDEMIC, "part", True) if match["while"] else (calendar.before(_PANDEMIC), "loose", True)


_WEEKDAYS = (
    ("man", "mon"),
    ("tirs", "tues"),
    ("ons", "wednes"),
    ("tors", "thurs"),
    ("fre", "fri"),
    ("lør", "satur"),
    ("søn", "sun"),
)
_DANISH_DAY, _ENGLISH_DAY = ("|".join(names) for names in zip(*_WEEKDAYS, strict=True))
_UNITS = {"år": ("år", "year"), "måned": ("måned", "month"), "uge": ("uge", "week"), "dag": ("dag", "day")}
_ONE = r"år|year|måned(?:en)?|month|uge(?:n)?|week|day"
_LONG = r"måneder(?:ne)?|uger(?:ne)?|years|months|weeks"  # "de sidste dage" are those of a life
_SEVERAL = rf"{_LONG}|dage(?:ne)?|days"
_UNIT = rf"{_ONE}|{_SEVERAL}"
_LATELY = r"(?:seneste|sidste|forløbne|forgangne|last|past)"
_UP_TO = rf"(?:(?:{COUNT}) ?(?:[-–]|til|eller) ?)?"  # "de seneste 3-4 år"
_ABOUT = r"(?:ca\.|cirka|omkring|knap|godt|næsten)"
_TWO_COUNTS = rf"(?P<least>{COUNT}) ?(?:[-–]|til|eller|to|or) ?(?P<most>{COUNT})"
_OVER = r"(?:(?:inden for|igennem|gennem|over|during|within) )?"
_OF_MEETINGS = (
    r"(?= (?:\w*mød(?:e|er|erne)|beslutning(?:er|erne)?|afgørelser(?:ne)?|drøftelser(?:ne)?|sager(?:ne)?|punkter(?:ne)?"
    r"|referat(?:er|erne)?|dagsorden(?:er|erne)?|decisions?|meetings?|minutes|agendas?)\b)"
)
_OWNS = rf"(?:['’]?s{_OF_MEETINGS}|(?!['’]s\b))"  # "sidste års beslutninger", not "last year's budget"
_OF_ANOTHER = r" (?:af|of|før|before|inden|op|frem|forud)\b"  # "de sidste år af Første Verdenskrig"
PATTERNS: tuple[tuple[str, Reader], ...] = (
    (r"\bi (?:går|forgårs|fjor|forfjor)\b|\byesterday\b", _named_day),
    (r"\b(?P<which>i) (?P<unit>år)\b(?! \d)", _this),
    (rf"\b(?P<which>)(?P<unit>året|måneden|kvartalet|ugen)s{_OF_MEETINGS}", _this),
    (
        r"(?<!\bde )\b(?P<which>sidste|forrige|dette|denne|indeværende|nuværende|this|last|previous)"
        rf" (?P<unit>år|måned|kvartal|uge|year|month|quarter|week|valgperiode|byrådsperiode){_OWNS}\b",
        _this,
    ),
    (
        rf"(?<!\w)(?:i (?P<past>{_DANISH_DAY})dags"
        rf"|(?:sidste|forrige|last) (?P<last>{_DANISH_DAY}|{_ENGLISH_DAY})da[gy])(?!\w)"
        r"(?! (?:i|in|of|før|before|hver|om)(?!\w))",
        _weekday,
    ),
    (r"(?<!\w)(?:for nylig|fornylig|recently)(?!\w)", _newly),
    (
        rf"\b(?:inden for )?(?:(?:det|den|de|the) )?{_LATELY} {_UP_TO}(?P<count>{COUNT}) (?P<unit>{_UNIT}){_OWNS}\b",
        _lately,
    ),
    (rf"\b(?:inden for )?(?:det|den|the) {_LATELY} (?P<count>)(?P<unit>{_ONE}){_OWNS}\b", _lately),
    (rf"(?<!\bde )\bseneste (?P<count>)(?P<unit>{_ONE})\b", _lately),
    (rf"\b{_OVER}de (?:{_LATELY}|senere) (?:få |nogle )?(?P<unit>år|{_LONG})\b(?!{_OF_ANOTHER})", _some_lately),
    (rf"\b{_OVER}(?:the )?(?:last|past) (?:few|several) (?P<unit>{_SEVERAL})\b", _some_lately),
    (rf"\b{_OVER}the (?:last|past|latest) (?P<unit>{_LONG})\b(?!{_OF_ANOTHER})", _some_lately),
    (rf"\b(?:(?:de )?seneste|recent) (?P<unit>{_SEVERAL})\b", _some_lately),
    (r"(?<=\bi )senere (?P<unit>år)\b", _some_lately),
    (
        rf"(?<![a-zæøå]s )\b(?:inden for )?(?:(?:det|de|the) )?{_LATELY} (?P<count>)(?P<unit>{'|'.join(_MONTHS_OF)})\b"
        r"(?! (?:i|af|of|in|før|inden|op|frem|efter|before)\b| ?[,(]? ?['’]?\d)",
        _lately_half,
    ),
    (r"\bfor (?:(?:ca\.|cirka|knap|godt|omkring) )?(?:et )?(?P<unit>halvt år|halvandet år) siden\b", _half_ago),
    (rf"\bfor (?P<count>{COUNT}) (?P<unit>{_UNIT}) siden\b", _years_ago),
    (rf"\bfor (?:{_ABOUT} )?{_TWO_COUNTS} (?P<unit>{_UNIT}) siden\b", _between_ago),
    (rf"\b(?:(?:about|around) )?{_TWO_COUNTS} (?P<unit>{_UNIT}) ago\b", _between_ago),
    (
        r"\bfor (?:(?P<couple>et par)|nogle(?: få)?|få|enkelte"
        rf"|{_ABOUT} (?P<count>{COUNT})) (?P<unit>{_UNIT}) siden\b",
        _some_ago,
    ),
    (
        rf"\b(?:(?P<couple>a couple of)|a few|some|several|(?:about|around) (?P<count>{COUNT}))"
        rf" (?P<unit>{_UNIT}) ago\b",
        _some_ago,
    ),
    (rf"\b(?P<count>{COUNT}) (?P<unit>years?|months?) ago\b", _years_ago),
    (
        r"(?<![\w/])(?:før|inden|before|(?P<while>under|during|i(?= coronatiden)))"
        r" (?:corona(?:en|krisen|tiden|pandemien|nedlukningen)?|covid(?:[- ]?19)?|(?:the )?(?:pandemi[ce]n?|lockdown)"
        r"|nedlukningen)(?![\w-])(?! (?:og|eller|and|or) )",
        _beside_the_pandemic,
    ),
    (
        r"(?<![\w-])(?:(?P<which>sidste|seneste|forrige) (?:kommunal|byråds)?valg|(?:kommunal|byråds)valget"
        rf"|valget|the (?:last )?election)(?: i (?P<year>{YEAR})| (?P<inside>{YEAR}))?\b",
        _election,
    ),
)
