"""Case numbers in a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from engines.asked import Filters
from mappings.case_numbers import spellings
from mappings.told import Told
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading, Readings

Cases = Callable[[tuple[str, ...]], tuple[str, ...]]  # which of these numbers cases of the index have
_CASE_NUMBER = re.compile(r"(?<![\d/])\d{2}/\d{1,6}(?![\d/])")
# What may be one, if the index has it: figures and what holds them together (*2019-004471*, *05.01.12-P00-1-20*).
_LIKE_ONE = re.compile(r"(?<![\w/.-])(?=[a-z\d./-]*\d)[a-z\d]+(?:[./-][a-z\d]+)+(?![\w/])")
# Year and number of the commonest, which may be written otherwise elsewhere (*20-3187*, *2020/003187*, *20 / 3187*).
# With fewer figures it would be a day or a stretch of years.
_COUNTED = re.compile(
    r"(?<![\w/.-])(?:19|20)?(?P<year>\d\d) ?[/-] ?(?!(?:19|20)\d\d(?!\d))(?P<number>\d{3,7})(?![\w/.-])"
)
_DAY = re.compile(r"(?<!\w)(?:den|d\.?) ?\Z")  # before *20/12*


def known_cases(text: Plain, of_index: Cases) -> Readings:
    """Every number that a case of the index has, whatever it looks like: that comes first, and is searched for too."""
    return Readings(tuple(_known(text, of_index)))


def _known(text: Plain, of_index: Cases) -> Iterator[Reading]:
    counted: set[int] = set()
    for match in _COUNTED.finditer(text.text):
        numbers = of_index(spellings(f"{match['year']}/{match['number']}"))
        if numbers:
            counted.add(match.start())
            yield _reading(match, numbers)
    for match in _LIKE_ONE.finditer(text.text):
        day = _CASE_NUMBER.fullmatch(match.group()) and _DAY.search(text.text[: match.start()])
        if match.start() in counted or day:
            continue
        numbers = of_index((match.group(),)) or of_index((match.group().upper(),))
        if numbers:
            yield _reading(match, numbers)


def cases(text: Plain) -> Readings:
    """Every number that looks like the commonest of case numbers, where nobody knows which there are."""
    return Readings(tuple(_reading(match, (match.group(),)) for match in _CASE_NUMBER.finditer(text.text)))


def _reading(match: re.Match[str], numbers: tuple[str, ...]) -> Reading:
    return Reading(
        kind="case",
        effect="finds",
        start=match.start(),
        end=match.end(),
        means=Told("sag %(number)s", number=numbers[0]),
        asks=Filters(cases=numbers),
        keeps=True,
    )
