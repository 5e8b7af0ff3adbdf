"""Lines for a person that are made below the pages: Danish, and ready to be told in another language.

What is below the pages speaks Danish and knows no catalogue of translations. Its lines are text like any other, and
remember the message they were made of and the values in it, so that a page can look the message up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from mappings.dates import MONTHS, danish_date


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year: *juni 2021*."""

    year: int
    month: int


# A year and the number of an item are written as they are, a list with commas, a date as *28. juni 2021*.
Value: TypeAlias = "str | int | dt.date | Month | tuple[Value, ...]"


class Told(str):
    """A line in Danish that remembers its `message` and the `values` in it (`%(name)s`), and whether it is in `small`.

    The message must be a literal where a `Told` is made: `make words` collects it for the catalogues.
    """

    __slots__ = ("message", "small", "values")
    message: str
    values: dict[str, Value]
    small: bool

    def __new__(cls, message: str, /, **values: Value) -> Told:
        """The message with its values in it, each written as in Danish."""
        line = message % {name: _in_danish(value) for name, value in values.items()} if values else message
        return cls._made(line, message, values, small=False)

    @classmethod
    def _made(cls, line: str, message: str, values: dict[str, Value], *, small: bool) -> Told:
        told = super().__new__(cls, line)
        told.message, told.values, told.small = message, values, small
        return told

    def lower(self) -> Told:
        """The same in small letters, in whatever language it is told."""
        return self._made(super().lower(), self.message, self.values, small=True)


def quoted(words: Iterable[str]) -> tuple[Told, ...]:
    """Each in quotation marks, as the language has them."""
    return tuple(Told("»%(words)s«", words=one) for one in words)


def _in_danish(value: Value) -> str:
    if isinstance(value, dt.date):
        return danish_date(value)
    if isinstance(value, Month):
        return f"{MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, tuple):
        return ", ".join(map(_in_danish, value))
    return str(value)
