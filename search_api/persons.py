"""Whom a filter or a question means, among the people of the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mappings.documents import Person
from mappings.naming import slug
from mappings.people import NameKey, name_key, same_person

LONGEST_NAME = 5  # words


def meant(name: str, known: Mapping[str, Person]) -> list[str]:
    """The slugs of who may be meant: the slug itself, the full name in any spelling, or all who bear every word."""
    asked = slug(name)
    if asked in known:
        return [asked]
    key = name_key(name)
    if key is not None:
        same = [s for s, person in known.items() if (other := name_key(person.name)) and same_person(key, other)]
        if same:
            return same
    words = set(asked.split("-"))
    return [s for s in known if words <= set(s.split("-"))] or [asked]


@dataclass(frozen=True, slots=True)
class Named:
    """The people whose full names stand in a question, and the words that are left."""

    slugs: tuple[str, ...]
    rest: tuple[str, ...]


def named(words: Sequence[str], known: Mapping[str, Person]) -> Named:
    """Who is named in a question's words, in any spelling; a part of a name is nobody."""
    runs = [
        (key, range(start, end))
        for start in range(len(words))
        for end in range(start + 2, min(start + LONGEST_NAME, len(words)) + 1)
        if (key := name_key(" ".join(words[start:end])))
    ]
    by_sound: dict[tuple[str, str], list[tuple[NameKey, range]]] = {}
    for key, run in runs:
        by_sound.setdefault(key.sound, []).append((key, run))
    slugs: list[str] = []
    used: set[int] = set()
    for identity, person in known.items():
        own = name_key(person.name)
        alike = by_sound.get(own.sound, ()) if own else ()
        same = [run for key, run in alike if own and same_person(own, key)]
        if same:
            slugs.append(identity)
            used.update(place for run in same for place in run)
    return Named(tuple(slugs), tuple(word for place, word in enumerate(words) if place not in used))
