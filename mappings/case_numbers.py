"""The number of a case however it is written: *21/5239*, *21/005239*, *2021-5239* and *2021/5239* are one."""

from __future__ import annotations

import re
from functools import lru_cache

_BEGUN = re.compile(r"(?:19|20)?(?P<year>\d\d)[/-](?P<count>\d{0,7})")
_COUNTED = re.compile(r"(?:19|20)?(?P<year>\d\d)[/-](?P<count>\d{1,7})")
_LEAST, _MOST = 3, 7  # figures to which systems fill a count up with noughts
_CENTURY = 50  # years from here on are those of 1900


@lru_cache(maxsize=50_000)
def plain(number: str) -> str:
    """A number as all ways to write it have it in common; one that is no count within a year (*00.30.00-A00-1-21*) as
    it is."""
    counted = _COUNTED.fullmatch(number)
    return f"{counted['year']}/{int(counted['count'])}" if counted else number


def beginnings(begun: str) -> tuple[str, ...]:
    """The ways to write the beginning of a number, as it is first: *2020/31* and *20/31*."""
    counted = _BEGUN.fullmatch(begun)
    if not counted:
        return (begun,)
    rest = counted["count"].lstrip("0")
    return tuple(dict.fromkeys((begun, *(start + rest for start in _starts(counted["year"])))))


def spellings(number: str) -> tuple[str, ...]:
    """The ways to write a number, as it is among them."""
    counted = _COUNTED.fullmatch(number)
    if not counted:
        return (number,)
    count = str(int(counted["count"]))
    filled = (count, *(count.zfill(figures) for figures in range(_LEAST, _MOST + 1)))
    return tuple(dict.fromkeys((number, *(start + rest for start in _starts(counted["year"]) for rest in filled))))


def _starts(year: str) -> tuple[str, ...]:
    """What may stand before the count of a year of two figures."""
    century = "19" if int(year) >= _CENTURY else "20"
    return (f"{year}/", f"{year}-", f"{century}{year}-", f"{century}{year}/")
