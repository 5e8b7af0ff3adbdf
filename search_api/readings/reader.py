"""All readings of a question together: each word belongs to one at most, and what is meant depends on what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from mappings.documents import Person
from search_api.persons import Short
from search_api.readings.bodies import bodies
from search_api.readings.cases import cases
from search_api.readings.intent import intent
from search_api.readings.order import order
from search_api.readings.outcomes import outcomes
from search_api.readings.people import people
from search_api.readings.periods import meet, periods
from search_api.readings.plain import Plain
from search_api.readings.reading import Kind, Reading, Readings
from search_api.synonyms import Synonyms


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a question is read against: the day it is asked on (no periods without), whom and what the index knows.

    `short` is what may stand for their names.

    `read` are the kinds that are looked for.
    """

    today: dt.date | None = None
    people: Mapping[str, Person] = field(default_factory=dict)
    short: Short = field(default_factory=Short)
    bodies: Sequence[str] = ()
    read: frozenset[Kind] = frozenset(get_args(Kind))


def read(text: Plain, known: Known, synonyms: Synonyms) -> Readings:
    """What the question says beside its words. Of two readings of the same words the first kind here wins."""
    every = [one(text, known, synonyms) for kind, one in _READERS if kind in known.read]
    found: list[Reading] = []
    for reading in (reading for kind in every for reading in kind.found):
        if all(reading.end <= other.start or other.end <= reading.start for other in found):
            found.append(reading)
    if "intent" in known.read:
        found += intent(text, found)
    ordered = sorted(found, key=lambda reading: reading.start)
    return Readings(tuple(ordered), tuple(notice for kind in every for notice in kind.notices))


_READERS: tuple[tuple[Kind, Callable[[Plain, Known, Synonyms], Readings]], ...] = (
    ("person", lambda text, known, synonyms: people(text, known.people, known.short, synonyms)),
    ("period", lambda text, known, _: periods(text, known.today) if known.today else Readings()),
    ("case", lambda text, _, __: cases(text)),
    ("body", lambda text, known, synonyms: bodies(text, known.bodies, synonyms)),
    ("outcome", lambda text, _, __: outcomes(text)),
    ("order", lambda text, _, __: order(text)),
)


def alone(readings: Readings) -> Readings:
    """The same in a question about nothing else: what stands there without more says what is wanted.

    A year alone asks for that year's meetings; a name alone for all they took part in, and whatever else holds it.
    """
    narrowed = tuple(_alone(reading) if reading.bare else reading for reading in readings.found)
    if meet([one for one in narrowed if one.kind == "period" and one.effect == "narrows"]):
        return replace(readings, found=narrowed)
    own = zip(readings.found, narrowed, strict=True)
    return replace(readings, found=tuple(one if one.kind == "period" else other for one, other in own))


def _alone(reading: Reading) -> Reading:
    if reading.kind == "person" and not reading.short:
        return replace(reading, effect="finds", keeps=True)
    return replace(reading, effect="narrows", keeps=False)
