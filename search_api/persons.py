"""Whom a filter or a question means, among the people of the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
    """The words `first` to `last` of a question, and whose full name they are; several where it may be either's."""

    first: int
    last: int
    slugs: tuple[str, ...]


def named(words: Sequence[str], known: Mapping[str, Person]) -> list[Named]:
    """Who is named in a question's words, in any spelling; a part of a name is nobody."""
    by_sound: dict[tuple[str, str], list[tuple[NameKey, int, int]]] = {}
    for start in (place for place, word in enumerate(words) if word.isalpha()):
        for end in range(start + 2, min(start + LONGEST_NAME, len(words)) + 1):
            if not words[end - 1].isalpha():
                break
            if key := name_key(" ".join(words[start:end])):
                by_sound.setdefault(key.sound, []).append((key, start, end - 1))
    runs: dict[tuple[int, int], list[str]] = {}
    for identity, person in known.items():
        own = name_key(person.name)
        for key, first, last in by_sound.get(own.sound, ()) if own else ():
            if own and same_person(own, key):
                runs.setdefault((first, last), []).append(identity)
    return _apart(runs)


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
