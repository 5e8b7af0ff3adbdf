"""Case numbers in a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from engines.base import Filters
from mappings.told import Told
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading, Readings

IsCase = Callable[[str], bool]
_CASE_NUMBER = re.compile(r"(?<![\d/])\d{2}/\d{1,6}(?![\d/])")
# What may be one, if the index has it: figures and what holds them together (*2019-004471*, *05.01.12-P00-1-20*).
_LIKE_ONE = re.compile(r"(?<![\w/.-])(?=[a-z\d./-]*\d)[a-z\d]+(?:[./-][a-z\d]+)+(?![\w/])")
# Year and number of the commonest as written elsewhere (*20-3187*, *2020/3187*, *20 / 3187*), if the index has it.
# With fewer figures it would be a day or a stretch of years.
_ELSEWHERE = re.compile(
    r"(?<![\w/.-])(?:20)?(?P<year>\d\d) ?[/-] ?(?!(?:19|20)\d\d(?!\d))(?P<number>\d{3,6})(?![\w/.-])"
)
_DAY = re.compile(r"(?<!\w)(?:den|d\.?) ?\Z")  # before *20/12*


def known_cases(text: Plain, is_case: IsCase) -> Readings:
    """Every number that a case of the index has, whatever it looks like: that comes first, and is searched for too."""
    return Readings(tuple(_known(text, is_case)))


def _known(text: Plain, is_case: IsCase) -> Iterator[Reading]:
    for match in _LIKE_ONE.finditer(text.text):
        if _CASE_NUMBER.fullmatch(match.group()) and _DAY.search(text.text[: match.start()]):
            continue
        number = next((one for one in (match.group(), match.group().upper()) if is_case(one)), None)
        if number:
            yield _reading(match, number)
    for match in _ELSEWHERE.finditer(text.text):
        number = f"{match['year']}/{match['number']}"
        if number != match.group() and not is_case(match.group()) and is_case(number):
            yield _reading(match, number)


def cases(text: Plain) -> Readings:
    """Every number that looks like the commonest of case numbers, where nobody knows which there are."""
    return Readings(tuple(_reading(match, match.group()) for match in _CASE_NUMBER.finditer(text.text)))


def _reading(match: re.Match[str], number: str) -> Reading:
    return Reading(
        kind="case",
        effect="finds",
        start=match.start(),
        end=match.end(),
        means=Told("sag %(number)s", number=number),
        asks=Filters(cases=(number,)),
        keeps=True,
    )
