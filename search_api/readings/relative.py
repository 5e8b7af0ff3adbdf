"""Times that a question names by the day it is asked on: "sidste år", "for to uger siden", "siden valget"."""

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
_COUNT = r"\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True))
_ANY_YEAR = re.compile(rf"(?<!\d)(?:{YEAR})(?!\d)|(?<!\w)(?:sidste år|i fjor|forrige år)(?!\w)")
_LAST = frozenset(["sidste", "forrige", "seneste", "last", "previous"])


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


def _named_day(match: re.Match[str], today: dt.date) -> Read:
    back = {"i går": 1, "i forgårs": 2, "yesterday": 1}.get(match.group())
    if back is None:
        return calendar.of_year(today.year - 1), "relative", True  # i fjor
    day = today - dt.timedelta(days=back)
    return Period(day, day), "relative", True


def _lately(match: re.Match[str], today: dt.date) -> Read:
    """The last so many years, months, weeks, days up to now."""
    return Period(_ago(match, today), today), "relative", True


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


def _years_ago(match: re.Match[str], today: dt.date) -> Read:
    day = _ago(match, today)
    if match["unit"].startswith(("år", "year")):
        return calendar.of_year(day.year), "relative", True
    return calendar.of_months(day.year, day.month, day.month), "relative", True


def _ago(match: re.Match[str], today: dt.date) -> dt.date:
    told, unit = match["count"] or "1", match["unit"]
    if unit in _MONTHS_OF:
        return calendar.months_before(today, _MONTHS_OF[unit])
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
_LATELY = r"(?:seneste|sidste|forløbne|forgangne|last|past)"
PATTERNS: tuple[tuple[str, Reader], ...] = (
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
    (
        rf"(?<![a-zæøå]s )\b(?:inden for )?(?:(?:det|de|the) )?{_LATELY} (?P<count>)(?P<unit>{'|'.join(_MONTHS_OF)})\b"
        r"(?! (?:i|af|of|in|før|inden|op|frem|efter|before)\b| ?[,(]? ?['’]?\d)",
        _lately_half,
    ),
    (r"\bfor (?:(?:ca\.|cirka|knap|godt|omkring) )?(?:et )?(?P<unit>halvt år|halvandet år) siden\b", _half_ago),
    (rf"\bfor (?P<count>{_COUNT}) (?P<unit>{_UNIT}) siden\b", _years_ago),
    (rf"\b(?P<count>{_COUNT}) (?P<unit>years?|months?) ago\b", _years_ago),
    (
        r"(?<![\w-])(?:(?P<which>sidste|seneste|forrige) (?:kommunal|byråds)?valg|(?:kommunal|byråds)valget"
        rf"|valget|the (?:last )?election)(?: i (?P<year>{YEAR})| (?P<inside>{YEAR}))?\b",
        _election,
    ),
)
