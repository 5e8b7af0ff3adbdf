"""All readings of a question together: each word belongs to one at most, and what is meant depends on what is left."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from mappings.documents import Person
from mappings.told import Told
from search_api.persons import Short
from search_api.readings.attachments import attachments
from search_api.readings.bodies import bodies
from search_api.readings.cases import Cases, cases, known_cases
from search_api.readings.intent import intent
from search_api.readings.mail import mail
from search_api.readings.meetings import Back, at_last_meetings, only_last_meetings
from search_api.readings.numbers import Numbered, numbers
from search_api.readings.operators import either, operators
from search_api.readings.order import order
from search_api.readings.outcomes import outcomes
from search_api.readings.people import people
from search_api.readings.periods import meet, periods
from search_api.readings.plain import Plain
from search_api.readings.posts import Holders, posts
from search_api.readings.reading import Kind, Reading, Readings
from search_api.synonyms import Synonyms


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a question is read against: the day it is asked on (no periods without), whom and what the index knows.

    `short` is what may stand for their names. `cases` tells which of some numbers cases have; where it is None, what
    looks like one is. `occurs` tells whether items hold a word and most of them do not name one of these slugs,
    `took_part` whether a list of participants has one of these, `was_away` whether one tells that they were absent,
    `posts` what titles the minutes give each. `titled`
    gives the items with a title, newest first; `back` the date of so many meetings back; `numbered` the items with a
    number at a meeting.

    `read` are the kinds that are looked for.
    """

    today: dt.date | None = None
    people: Mapping[str, Person] = field(default_factory=dict)
    short: Short = field(default_factory=Short)
    bodies: Sequence[str] = ()
    cases: Cases | None = None
    occurs: Callable[[str, Sequence[str]], bool] = lambda word, slugs: False
    took_part: Callable[[Sequence[str]], bool] = lambda slugs: True
    was_away: Callable[[Sequence[str]], bool] = lambda slugs: True
    posts: Callable[[Sequence[str]], Mapping[str, Collection[str]]] = lambda slugs: {}
    titled: Callable[[str], tuple[str, ...]] = lambda title: ()
    back: Back = lambda theirs, count: None
    numbered: Numbered = lambda theirs, number: ()
    holders: Holders = lambda post, body, theirs: ()
    read: frozenset[Kind] = frozenset(get_args(Kind))


def read(text: Plain, known: Known, synonyms: Synonyms) -> Readings:
    """What the question says beside its words. Of two readings of the same words the first kind here wins."""
    every = [one(text, known, synonyms) for kind, one in _READERS if kind in known.read]
    found: list[Reading] = []
    for reading in (reading for kind in every for reading in kind.found):
        if all(reading.end <= other.start or other.end <= reading.start for other in found):
            found.append(reading)
    found = [_with_only(one, text.text) for one in found]
    found = at_last_meetings(found, text, known.back) if "period" in known.read else found
    found = numbers(found, text, known.numbered) if "number" in known.read else found
    found = posts(found, text, known.people, known.bodies, known.holders) if "person" in known.read else found
    found += attachments(text, found) if "attachments" in known.read else ()
    found, denied = _not_denied(found, text)
    if "intent" in known.read:
        found += either(text, found)
        wanted, undecided = _not_denied(intent(text, found), text)
        found, denied = [*found, *wanted], [*denied, *undecided]
    ordered = sorted(found, key=lambda reading: reading.start)
    return Readings(tuple(ordered), (*(notice for kind in every for notice in kind.notices), *denied))


def title(text: str, others: Readings, known: Known) -> Reading | None:
    """The whole question as the title of items of the index; None where it is none.

    What *Sager på vej* or *Mødeplan for 1999* would ask for is not what somebody wants who types that title. A case
    number is that of the case nevertheless.
    """
    if "title" not in known.read or any(one.kind == "case" for one in others.found):
        return None
    items = known.titled(text)
    means = Told("punkter med netop den titel")
    found = Reading(kind="title", effect="finds", start=0, end=len(text), means=means, keeps=True, items=items)
    return found if items else None


def _with_only(one: Reading, text: str) -> Reading:
    """The reading with the *kun* before it, which no item need hold."""
    said = _ONLY.search(text[: one.start]) if one.kind in (*_DENIABLE, "outcome") else None
    return replace(one, start=said.start()) if said else one


def _not_denied(found: list[Reading], text: Plain) -> tuple[list[Reading], list[str]]:
    """The readings without those that the question denies (*ikke i 2021*), and a line for each."""
    denied = [one for one in found if one.kind in _DENIABLE and _is_denied(one, text.text)]
    told = [
        Told(
            "Det er ikke muligt at udelade %(means)s; der er søgt på ordene, som de står.",
            means=one.means,
        )
        for one in denied
    ]
    return [one for one in found if one not in denied], list(told)


def _is_denied(one: Reading, text: str) -> bool:
    before = text[: one.start]
    return bool(_DENIED_BEFORE.search(before) or _DENIED_AFTER.match(text[one.end :]))


_DENIABLE = frozenset(("body", "period", "person", "decisions"))
_ONLY = re.compile(r"(?<!ikke )(?<!ej )(?<!not )(?<!\w)(?:kun|udelukkende|only) \Z")
_DENIED_BEFORE = re.compile(
    r"(?<!\w)(?:ikke|ej|uden|undtagen|bortset fra|på nær|except|not|without|excluding|apart from)"
    r"(?: (?:dem|noget|those))?(?: (?:i|på|fra|af|hos|for|ældre end|nyere end|in|from|by))? \Z"
)
_DENIED_AFTER = re.compile(r" (?:ikke|ej|aldrig)(?: (?:i|på))?\W*$")
_READERS: tuple[tuple[Kind, Callable[[Plain, Known, Synonyms], Readings]], ...] = (
    ("intent", lambda text, _, __: mail(text)),
    (
        "person",
        lambda text, known, synonyms: people(
            text, known.people, known.short, synonyms, known.occurs, known.took_part, known.was_away, known.posts
        ),
    ),
    ("case", lambda text, known, _: known_cases(text, known.cases) if known.cases else Readings()),
    ("period", lambda text, known, _: periods(text, known.today) if known.today else Readings()),
    ("case", lambda text, known, _: Readings() if known.cases else cases(text)),
    ("body", lambda text, known, synonyms: bodies(text, known.bodies, synonyms)),
    ("outcome", lambda text, _, __: outcomes(text)),
    ("order", lambda text, _, __: order(text)),
    ("intent", lambda text, _, __: operators(text)),
)


def alone(readings: Readings, text: Plain, known: Known) -> Readings:
    """The same in a question about nothing else: what stands there without more says what is wanted.

    A year alone asks for that year's meetings; a name alone for all they took part in, and whatever else holds it.
    """
    if "period" in known.read:
        readings = replace(readings, found=tuple(only_last_meetings(readings.found, text, known.back)))
    narrowed = tuple(_alone(reading) if reading.bare else reading for reading in readings.found)
    if meet([one for one in narrowed if one.kind == "period" and one.effect == "narrows"]):
        return replace(readings, found=narrowed)
    own = zip(readings.found, narrowed, strict=True)
    return replace(readings, found=tuple(one if one.kind == "period" else other for one, other in own))


def _alone(reading: Reading) -> Reading:
    if reading.kind == "person" and not reading.short:
        return replace(reading, effect="finds", keeps=True)
    return replace(reading, effect="narrows", keeps=False)
