"""Small pieces of text in the language of the page: numbers, dates, lines from below the pages; and shortened text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from mappings.told import Month, Told, Value
from web.languages import spoken


def gettext(message: str, **values: object) -> str:
    """The message in the language of the page, with the values in it."""
    told: str = spoken().texts.gettext(message)
    return told % values if values else told


def gettext_html(message: str, **values: object) -> Markup:
    """The message as HTML, with the values in it, each escaped unless it is HTML; what templates call `_`."""
    return _html(spoken().texts.gettext(message), values)


def translated(text: str) -> str:
    """A line in the language of the page; what is no message is as it is."""
    if not isinstance(text, Told):
        return text
    line = gettext(text.message, **{name: _written(value) for name, value in text.values.items()})
    return line.lower() if text.small else line


def ngettext(one: str, more: str, num: int, **values: object) -> str:
    """The message for so many, `num` in it as the language writes numbers."""
    told: str = spoken().texts.ngettext(one, more, num)
    return told % {"num": number(num), **values}


def ngettext_html(one: str, more: str, num: int, **values: object) -> Markup:
    """The same as HTML."""
    return _html(spoken().texts.ngettext(one, more, num), {"num": number(num), **values})


def pair(one: str, more: str, **values: str) -> tuple[str, str]:
    """The message for one and for more, for a script to choose by the number, which goes where `{num}` is."""
    single, several = (spoken().texts.ngettext(one, more, num) % {"num": "{num}", **values} for num in (1, 2))
    return single, several


def number(value: int) -> str:
    """`1.234`, `1,234`."""
    return _number(value, spoken().locale)


def day(date: dt.date) -> str:
    """`28. juni 2021`, `28 June 2021`."""
    return _date(date, "long", spoken().locale)


def month(of: Month) -> str:
    """`juni 2021`, `June 2021`."""
    return _month(of, spoken().locale)


def weekday_date(date: dt.date) -> str:
    """`mandag den 28. juni 2021`, `Monday 28 June 2021`."""
    return gettext("%(weekday)s den %(day)s", weekday=_date(date, "EEEE", spoken().locale), day=day(date))


def moment(time: dt.datetime) -> str:
    """A time as the clock on the wall shows it: `28. juni 2021 kl. 08.30`."""
    here = time.astimezone()
    return gettext("%(day)s kl. %(time)s", day=day(here.date()), time=_clock(here.time(), spoken().locale))


def clock(time: str) -> str:
    """A meeting's time of day, `08:30`, as the language writes it: `08.30`; in other words as it is, without *kl.*"""
    bare = time.removeprefix("kl.").strip()
    try:
        told = dt.time.fromisoformat(bare)
    except ValueError:
        return bare
    return _clock(told, spoken().locale)


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def counted(number_of: int, one: str, more: str) -> str:
    """`1 punkt`, `1.234 punkter`."""
    return f"{number(number_of)} {one if number_of == 1 else more}"


def collapsed(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())


def shortened(text: str, longest: int) -> str:
    """The text on one line of at most `longest` characters, cut between words and ended with `…` where it is cut."""
    line = collapsed(text)
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    words, gap, _ = cut.rpartition(" ")
    return f"{(words if gap else cut).rstrip(' ,;:–-')} …"


def _written(value: Value) -> str:
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, Month):
        return month(value)
    if isinstance(value, tuple):
        return ", ".join(map(_written, value))
    return translated(value) if isinstance(value, str) else str(value)


def _html(message: str, values: Mapping[str, object]) -> Markup:
    # Half the time of `Markup(message) % values`; a page has a hundred of them.
    return Markup(message % {name: escape(value) for name, value in values.items()} if values else message)


# Babel parses its patterns each time: 11 µs a date. A page has a hundred of them, most of them the same.
@lru_cache(maxsize=10_000)
def _date(date: dt.date, pattern: str, as_in: Locale) -> str:
    return format_date(date, pattern, as_in)


def _clock(time: dt.time, as_in: Locale) -> str:
    return format_time(time, "short", locale=as_in)


@lru_cache(maxsize=1_000)
def _month(of: Month, as_in: Locale) -> str:
    return format_skeleton("yMMMM", dt.date(of.year, of.month, 1), locale=as_in)


@lru_cache(maxsize=10_000)
def _number(value: int, as_in: Locale) -> str:
    return format_decimal(value, locale=as_in)
