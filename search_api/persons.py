"""Whom a filter or a question means, among the people of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, reduce
from types import MappingProxyType

from engines.found import Found
from mappings import danish
from mappings.abbreviations import Abbreviation
from mappings.documents import Person
from mappings.naming import slug
from mappings.people import NameKey, family_key, name_key, same_name, same_person, sounds_alike
from mappings.told import Told

LONGEST_NAME = 5  # words
_WORD = re.compile(r"[^\W\d_]+")
_NOBODY: Mapping[str, Sequence[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Short:
    """What may stand for a full name, and the slugs of whoever it may stand for: initials, and family names.

    `told` are the initials that the minutes give, the others are how names begin.
    """

    initials: Mapping[str, Sequence[str]] = field(default_factory=dict)
    families: Mapping[str, Sequence[str]] = field(default_factory=dict)
    told: frozenset[str] = frozenset()


def short(known: Mapping[str, Person], explained: Iterable[Abbreviation] = ()) -> Short:
    """Initials as the minutes explain them, else as names begin; family names as they are compared."""
    begun: dict[str, list[str]] = {}
    families: dict[str, list[str]] = {}
    for own, person in known.items():
        letters = [word[0].upper() for word in _WORD.findall(person.name)]
        for initials in dict.fromkeys(("".join(letters), letters[0] + letters[-1])) if len(letters) > 1 else ():
            begun.setdefault(initials, []).append(own)
        if key := name_key(person.name):
            families.setdefault(key.family, []).append(own)
    told: dict[str, list[str]] = {}
    for one in explained:
        if one.person:
            slugs = told.setdefault(one.short, [])
            slugs += [own for own in meant(one.full, known) if own in known and own not in slugs]
    initials = {initials: slugs for initials, slugs in (begun | told).items() if slugs}
    return Short(initials, families, frozenset(told))


def meant(name: str, known: Mapping[str, Person], initials: Mapping[str, Sequence[str]] = _NOBODY) -> list[str]:
    """The slugs of who may be meant: the slug itself, whose full name it is (exactly, else in any spelling, else by
    its sound), initials that are one person's, or all who bear every word, in any spelling.
    """
    asked = slug(name)
    if asked in known:
        return [asked]
    key = name_key(name)
    if key is not None:
        same = _asked(key, [(other, s) for s, person in known.items() if (other := name_key(person.name))])
        if same:
            return same
    if len(initials.get(name.upper(), ())) == 1:
        return list(initials[name.upper()])
    words = _borne(asked)
    return [s for s, person in known.items() if words <= _borne(s) | _borne(slug(person.name))] or [asked]


def _borne(asked: str) -> set[str]:
    """The words of a slug as names are compared."""
    return {family_key(word) for word in asked.split("-")}


def _closest(key: NameKey, borne: Iterable[tuple[NameKey, str]]) -> list[str]:
    """Whose name a full name is exactly; where it is nobody's, in any spelling, best with a shared middle name."""
    same = [(other, whose) for other, whose in borne if same_person(key, other)]
    exact = [whose for other, whose in same if same_name(key, other)]
    shared = [whose for other, whose in same if key.middle and other.middle]
    return exact or shared or [whose for _, whose in same]


def _asked(key: NameKey, borne: Sequence[tuple[NameKey, str]]) -> list[str]:
    """Whose name a full name is; where it is nobody's, who it sounds like."""
    return _closest(key, borne) or [whose for other, whose in borne if sounds_alike(key, other)]


def identified(names: Iterable[str], known: Iterable[Person]) -> dict[str, str]:
    """The slug of each full name that is one person's, in any spelling."""
    by_sound: dict[tuple[str, str], list[tuple[NameKey, str]]] = {}
    for person in known:
        if key := name_key(person.name):
            by_sound.setdefault(key.sound, []).append((key, person.slug))
    found = {}
    for name in dict.fromkeys(names):
        key = name_key(name)
        slugs = _closest(key, by_sound.get(key.sound, ())) if key else []
        if len(slugs) == 1:
            found[name] = slugs[0]
    return found


@dataclass(frozen=True, slots=True)
class Named:
    """The words `first` to `last` of a question, and whose full name they are; several where it may be either's."""

    first: int
    last: int
    slugs: tuple[str, ...]


def named(words: Sequence[str], known: Mapping[str, Person]) -> list[Named]:
    """Who is named in a question's words, in any spelling; of parts of a name only its beginning, *Per Aalbæk*, is."""
    asked: list[tuple[NameKey, int, int]] = []
    for start in (place for place, word in enumerate(words) if word.isalpha()):
        for end in range(start + 2, min(start + LONGEST_NAME, len(words)) + 1):
            if not words[end - 1].isalpha():
                break
            for name in _genitives(" ".join(words[start:end])):
                if key := name_key(name):
                    asked.append((key, start, end - 1))
    borne = _all_borne(tuple(known), tuple(person.name for person in known.values()))
    runs: dict[tuple[int, int], list[str]] = {}
    begun: dict[tuple[int, int], list[str]] = {}
    for key, first, last in asked:
        if slugs := _asked(key, borne.by_sound.get(key.heard, ())):
            runs.setdefault((first, last), []).extend(slugs)
        elif not danish.is_given_name(words[last].capitalize()) and (
            slugs := _begun(key, borne.by_given.get(key.given, ()))
        ):
            begun.setdefault((first, last), []).extend(slugs)
    found = _apart(runs)
    free = {
        run: slugs
        for run, slugs in begun.items()
        if not any(run[0] <= one.last and one.first <= run[1] for one in found)
    }
    return sorted((*found, *_apart(free)), key=lambda one: one.first)


@dataclass(frozen=True, slots=True)
class _Borne:
    """The names of everybody, each with the slug: all by how they are heard, those with middle names by the first."""

    by_sound: Mapping[tuple[str, str], Sequence[tuple[NameKey, str]]]
    by_given: Mapping[str, Sequence[tuple[NameKey, str]]]


@lru_cache(maxsize=8)
def _all_borne(slugs: tuple[str, ...], names: tuple[str, ...]) -> _Borne:
    """Remembered: every question asks for everybody's (of 2,000 people a question is read in 1.0 ms instead of 3.2)."""
    by_sound: dict[tuple[str, str], list[tuple[NameKey, str]]] = {}
    by_given: dict[str, list[tuple[NameKey, str]]] = {}
    for identity, name in zip(slugs, names, strict=True):
        if key := name_key(name):
            by_sound.setdefault(key.heard, []).append((key, identity))
            if key.middle:
                by_given.setdefault(key.given, []).append((key, identity))
    return _Borne(by_sound, by_given)


def _begun(key: NameKey, borne: Iterable[tuple[NameKey, str]]) -> list[str]:
    """Whose name begins so with a middle name and goes on: *Per Aalbæk* is *Per Aalbæk Nielsen*."""
    parts = (key.given, *key.middle, key.family)
    return [
        whose for own, whose in borne if len(parts) > own.bound + 1 and (own.given, *own.middle)[: len(parts)] == parts
    ]


def _genitives(name: str) -> tuple[str, ...]:
    """A name as it stands, and what it is the genitive of: *Nadia Feldts*."""
    return (name, name[:-1]) if name[-1] in "sS" else (name,)


def _apart(runs: Mapping[tuple[int, int], Sequence[str]]) -> list[Named]:
    """The longest runs that do not overlap, in order; whom a part of one may be as well belongs to it."""
    found: list[Named] = []
    for first, last in sorted(runs, key=lambda run: (run[0] - run[1], run)):
        around = next((i for i, one in enumerate(found) if first <= one.last and one.first <= last), None)
        if around is None:
            found.append(Named(first, last, tuple(runs[first, last])))
        else:
            slugs = tuple(dict.fromkeys((*found[around].slugs, *runs[first, last])))
            found[around] = replace(found[around], slugs=slugs)
    return sorted(found, key=lambda one: one.first)


def told(found: Found, slugs: Sequence[str]) -> str:
    """Which of these people are named in an item, or else took part in its meeting; empty where none."""
    keys = _keys(slugs)
    present = _theirs([person.name for person in found.meeting.participants if person.role != "absent"], keys)
    named = _theirs(found.item.people, keys)
    if named:
        return Told("omtale af %(names)s", names=all_of(named))
    return Told("deltagelse af %(names)s", names=all_of(present)) if present else ""


def told_away(found: Found, slugs: Sequence[str]) -> str:
    """Which of these people were absent from an item's meeting; empty where none."""
    away = _theirs([person.name for person in found.meeting.participants if person.role == "absent"], _keys(slugs))
    return Told("afbud fra %(names)s", names=all_of(away)) if away else ""


def are_named(found: Found, slugs: Sequence[str]) -> bool:
    """Whether one of these people is named in the item itself, or came to the meeting for it."""
    return bool(_theirs(found.item.people, _keys(slugs)))


def _keys(slugs: Sequence[str]) -> list[NameKey]:
    return [key for one in slugs if (key := name_key(one.replace("-", " ")))]


def all_of(names: Iterable[str]) -> str:
    """Names, every one of them: *Carla Holm og Carl Hede*."""
    return reduce(lambda one, other: Told("%(one)s og %(other)s", one=one, other=other), dict.fromkeys(names))


def either(names: Iterable[str]) -> str:
    """Names, one of them: *Carla Holm, Carl Hede eller Bo Lund*; there may be hundreds."""
    *others, last = names
    return Told("%(one)s eller %(other)s", one=tuple(others), other=last) if others else last


def _theirs(names: Sequence[str], keys: Iterable[NameKey]) -> list[str]:
    """Those of the names that are somebody's of these, in the order of the names."""
    own = [(key, name) for name in names if (key := name_key(name))]
    found = {name for key in keys for name in _closest(key, own)}
    return [name for name in names if name in found]
