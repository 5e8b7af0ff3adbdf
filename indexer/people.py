"""Who is who: names as printed become persons, the same person whatever the spelling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from indexer.parsing.titles import beside
from mappings.documents import Appearance, Item, Meeting, Person
from mappings.naming import slug
from mappings.people import NameKey, name_key, same_person


def _texts(item: Item) -> tuple[str, ...]:
    return (item.title, *(section.text for section in item.sections))


class Registry:
    """The persons known so far; a name is joined with one of them, or becomes a new one."""

    def __init__(self, known: Iterable[Person] = ()) -> None:
        self._by_sound: dict[tuple[str, str], list[Person]] = {}
        self._slugs: set[str] = set()
        for person in known:
            key = name_key(person.name)
            if key is not None:
                self._add(key, person)

    def person(self, name: str) -> Person | None:
        """The person a full name stands for; None for what is not a full name.

        Where a name without its middle name could be two people it is kept apart from both.
        """
        key = name_key(name)
        if key is None:
            return None
        alike = self._by_sound.get(key.sound, [])
        same = [p for p in alike if (other := name_key(p.name)) and same_person(key, other)]
        if len(same) == 1:
            return self._fuller(alike, same[0], name)
        exact = [p for p in same if name_key(p.name) == key]
        if exact:
            return exact[0]
        return self._add(key, Person(self._free_slug(name), name))

    def of_item(self, item: Item, meeting: Meeting) -> tuple[Person, ...]:
        """Who belongs to an item: those in the room (present or secretary), and those named in its text."""
        present = (participant.name for participant in meeting.participants if participant.role != "absent")
        named = () if item.closed else item.people
        found = [person for name in (*present, *named) if (person := self.person(name)) is not None]
        return tuple({person.slug: person for person in found}.values())  # the fullest spelling comes last and stays

    def appearances(self, meeting: Meeting) -> tuple[Appearance, ...]:
        """Everybody of a meeting once: its participants, then who is only named in its open items."""
        texts = [text for item in meeting.items if not item.closed for text in _texts(item)]
        named = [(name, "named", "") for item in meeting.items if not item.closed for name in item.people]
        found: dict[str, Appearance] = {}
        for name, role, title in [*((one.name, one.role, one.title) for one in meeting.participants), *named]:
            person = self.person(name)
            if person is None:
                continue
            known = found.setdefault(person.slug, Appearance(person.slug, role, title))  # type: ignore[arg-type]
            if not known.title and (title := next(filter(None, (beside(text, name) for text in texts)), "")):
                found[person.slug] = replace(known, title=title)
        return tuple(found.values())

    def _add(self, key: NameKey, person: Person) -> Person:
        self._by_sound.setdefault(key.sound, []).append(person)
        self._slugs.add(person.slug)
        return person

    def _fuller(self, alike: list[Person], person: Person, name: str) -> Person:
        """The person under the fuller of the two spellings."""
        if len(name.split()) <= len(person.name.split()):
            return person
        fuller = Person(person.slug, name)
        alike[alike.index(person)] = fuller
        return fuller

    def _free_slug(self, name: str) -> str:
        wanted = slug(name)
        free, number = wanted, 2
        while free in self._slugs:
            free, number = f"{wanted}-{number}", number + 1
        return free
