"""Case numbers in a question."""

from __future__ import annotations

import re

from engines.base import Filters
from mappings.told import Told
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading, Readings

_CASE_NUMBER = re.compile(r"(?<![\d/])\d{2}/\d{1,6}(?![\d/])")


def cases(text: Plain) -> Readings:
    """Every case number: that case comes first, and is searched for as a word too."""
    return Readings(
        tuple(
            Reading(
                kind="case",
                effect="finds",
                start=match.start(),
                end=match.end(),
                means=Told("sag %(number)s", number=match.group()),
                asks=Filters(cases=(match.group(),)),
                keeps=True,
            )
            for match in _CASE_NUMBER.finditer(text.text)
        )
    )
