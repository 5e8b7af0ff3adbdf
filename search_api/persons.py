"""Whom a filter or a question means, among the people of the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mappings.documents import Person
from mappings.naming import slug
from mappings.people import name_key, same_person

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


def named(words: Sequence[str], known: Mapping[str, Person]) -> list[str]:
    """The slugs of the people whose full name stands in a question, in any spelling; a part of a name is nobody."""
    runs = [
        key
        for start in range(len(words))
        for end in range(start + 2, min(start + LONGEST_NAME, len(words)) + 1)
        if (key := name_key(" ".join(words[start:end])))
    ]
    sounds = {key.sound for key in runs}
    return [
        person
        for person in known
        if (own := name_key(known[person].name))
        and own.sound in sounds
        and any(same_person(own, key) for key in runs if key.sound == own.sound)
    ]
