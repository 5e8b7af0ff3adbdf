"""Small pieces of text in the language of the page: numbers, dates, lines from below the pages; and shortened text."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from flask_babel import get_domain, get_locale
from markupsafe import Markup

from mappings.told import Month, Told, Value

_DANISH = Locale("da", "DK")


def gettext(message: str, **values: object) -> str:
    """The message in the language of the page, with the values in it."""
    told: str = get_domain().get_translations().gettext(message)
    return told % values if values else told


def translated(text: str) -> str:
    """A line in the language of the page; what is no message is as it is."""
    if not isinstance(text, Told):
        return text
    line = gettext(text.message, **{name: _written(value) for name, value in text.values.items()})
    return line.lower() if text.small else line


def ngettext(one: str, more: str, num: int, **values: str) -> str:
    """The message for so many, `num` in it as the language writes numbers; HTML where one of the values is."""
    message: str = get_domain().get_translations().ungettext(one, more, num)
    html = any(isinstance(value, Markup) for value in values.values())
    return (Markup(message) if html else message) % {"num": number(num), **values}


def pair(one: str, more: str, **values: str) -> tuple[str, str]:
    """The message for one and for more, for a script to choose by the number, which goes where `{num}` is."""
    catalogue = get_domain().get_translations()
    single, several = (catalogue.ungettext(one, more, num) % {"num": "{num}", **values} for num in (1, 2))
    return single, several


def locale() -> Locale:
    """How numbers and dates are written: as the language of the page has them; outside of a request as Danish has."""
    return get_locale() or _DANISH


def number(value: int) -> str:
    """`1.234`, `1,234`."""
    return _number(value, locale())


def day(date: dt.date) -> str:
    """`28. juni 2021`, `28 June 2021`."""
    return _date(date, "long", locale())


def month(of: Month) -> str:
    """`juni 2021`, `June 2021`."""
    return _month(of, locale())


def weekday_date(date: dt.date) -> str:
    """`mandag den 28. juni 2021`, `Monday 28 June 2021`."""
    return gettext("%(weekday)s den %(day)s", weekday=_date(date, "EEEE", locale()), day=day(date))


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


# Babel parses its patterns each time: 11 µs a date. A page has a hundred of them, most of them the same.
@lru_cache(maxsize=10_000)
def _date(date: dt.date, pattern: str, as_in: Locale) -> str:
    return format_date(date, pattern, as_in)


@lru_cache(maxsize=1_000)
def _month(of: Month, as_in: Locale) -> str:
    return format_skeleton("yMMMM", dt.date(of.year, of.month, 1), locale=as_in)


@lru_cache(maxsize=10_000)
def _number(value: int, as_in: Locale) -> str:
    return format_decimal(value, locale=as_in)
