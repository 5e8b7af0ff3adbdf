"""Which spelling of a person's name is shown, of all that were met: the same in every engine."""

from __future__ import annotations

from collections.abc import Iterable

from mappings.documents import Person


def is_fuller(name: str, than: str) -> bool:
    """Whether a spelling is to be preferred: the longer, of two as long the first by alphabet."""
    return (-len(name), name) < (-len(than), than)


def fullest(people: Iterable[Person]) -> list[Person]:
    """Everybody once, by slug, in the fullest spelling."""
    found: dict[str, str] = {}
    for person in people:
        if person.slug not in found or is_fuller(person.name, found[person.slug]):
            found[person.slug] = person.name
    return [Person(slug, name) for slug, name in sorted(found.items())]
