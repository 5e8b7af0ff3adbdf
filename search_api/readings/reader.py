"""All readings of a question together: each word belongs to one at most, and what is meant depends on what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mappings.documents import Person
from search_api.readings.cases import cases
from search_api.readings.people import people
from search_api.readings.periods import periods
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading, Readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a question is read against: the day it is asked on (no periods without), and whom the index knows."""

    today: dt.date | None = None
    people: Mapping[str, Person] = field(default_factory=dict)
    cases: bool = True


def read(text: Plain, known: Known) -> Readings:
    """What the question says beside its words. Of two readings of the same words the first kind here wins."""
    every = [
        people(text, known.people),
        periods(text, known.today) if known.today else Readings(),
        cases(text) if known.cases else Readings(),
    ]
    found: list[Reading] = []
    for reading in (reading for kind in every for reading in kind.found):
        if all(reading.end <= other.start or other.end <= reading.start for other in found):
            found.append(reading)
    ordered = sorted(found, key=lambda reading: reading.start)
    return Readings(tuple(ordered), tuple(notice for kind in every for notice in kind.notices))


def alone(readings: Readings) -> Readings:
    """The same in a question about nothing else: what stands there without more says what is wanted.

    A year alone asks for that year's meetings; a name alone for all they took part in, and whatever else holds it.
    """
    return replace(readings, found=tuple(_alone(reading) if reading.bare else reading for reading in readings.found))


def _alone(reading: Reading) -> Reading:
    if reading.kind == "person":
        return replace(reading, effect="finds", keeps=True)
    return replace(reading, effect="narrows", keeps=False)
