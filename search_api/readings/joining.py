"""Dashes that join two times, however they are spaced: "2019 -2021", "1.1.2020-31.12.2021", "1/1-31/12 2008".

Such a dash is no minus before something to be without, and none within a number, a word or a single date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from search_api.readings.days import MONTH
from search_api.readings.patterns import YEAR

_DASH = "[-−–—]"
_DAY = rf"\d\d?(?:[./]\d\d?|\. ?(?:{MONTH})\b)"  # of no year
_DAY_OF_YEAR = rf"{_DAY}[-./]? ?(?:{YEAR}|\d\d)"
_BEGINS = rf"(?:(?<![\d-]){YEAR}-\d\d-\d\d|(?<!\d){YEAR}|(?<![\w/.-])\d\d?[./]\d\d?[./]\d\d)"
_ENDS = rf"(?:{YEAR}|{_DAY_OF_YEAR}|\d\d?-\d\d?-{YEAR}|(?:{MONTH})\.? {YEAR})(?!\w|-[^\W\d])"
_JOINED = re.compile(
    rf"(?:{_BEGINS}(?= ?{_DASH} ?{_ENDS})|(?<![\w/.-]){_DAY}\.?(?= ?{_DASH} ?{_DAY_OF_YEAR}(?!\w))) ?(?P<dash>{_DASH})",
    re.IGNORECASE,
)


def dashes(text: str) -> Iterator[int]:
    """The character that each of them is."""
    return (match.start("dash") for match in _JOINED.finditer(text))


def joined(text: str) -> str:
    """The text with each of them as a long one, which is part of no date; as long as before."""
    for place in dashes(text):
        text = f"{text[:place]}–{text[place + 1 :]}"
    return text
