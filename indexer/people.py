"""Who is who: names as printed become persons, the same person whatever the spelling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from indexer.apart import Apart
from indexer.parsing.titles import beside
from mappings.documents import Appearance, Item, Meeting, Person
from mappings.naming import slug
from mappings.people import NameKey, name_key, same_name, same_person


def _texts(item: Item) -> tuple[str, ...]:
    return (item.title, *(section.text for section in item.sections))


@dataclass(slots=True)
class _Known:
    """A person, and every spelling of the name that was met."""

    person: Person
    spellings: list[NameKey]


class Registry:
    """The persons known so far; a name is joined with one of them, or becomes a new one.

    `meetings` are those whose names will be asked for: what they tell of two names that are not one person's holds from
    the first of them on.
    """

    def __init__(self, known: Iterable[Person] = (), meetings: Iterable[Meeting] = ()) -> None:
        self._by_sound: dict[tuple[str, str], list[_Known]] = {}
        self._slugs: set[str] = set()
        self._apart = Apart(meetings)
        for person in known:
            key = name_key(person.name)
            if key is not None:
                self._add(key, person)

    def person(self, name: str) -> Person | None:
        """The person a full name stands for; None for what is not a full name.

        Whose name it is exactly goes before whose it is in another spelling, and who shares a middle name before who
        is known without. Where a name without its middle name could be two people it is kept apart from both.
        """
        key = name_key(name)
        if key is None:
            return None
        alike = self._by_sound.get(key.sound, [])
        exact = _own(key, alike) or next(
            (one for one in alike if key in one.spellings and self._may_be(key, one)), None
        )
        if exact:
            return exact.person
        same = [one for one in alike if self._may_be(key, one)]
        same = [one for one in same if key.middle and any(other.middle for other in one.spellings)] or same
        if len(same) == 1:
            return self._spelled(same[0], key, name)
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

    def _may_be(self, key: NameKey, one: _Known) -> bool:
        """Whether a name agrees with every spelling of somebody, and no meeting tells that they are two."""
        return all(same_person(key, other) and not self._apart(key, other) for other in one.spellings)

    def _add(self, key: NameKey, person: Person) -> Person:
        """Somebody new; their slug is the first spelling of the name."""
        first = name_key(person.slug.replace("-", " "))
        spellings = [key, first] if first and same_person(key, first) and not same_name(key, first) else [key]
        self._by_sound.setdefault(key.sound, []).append(_Known(person, spellings))
        self._slugs.add(person.slug)
        return person

    def _spelled(self, one: _Known, key: NameKey, name: str) -> Person:
        """The person under the fuller of the two spellings."""
        one.spellings.append(key)
        if _fullness(name) > _fullness(one.person.name):
            one.person = Person(one.person.slug, name)
        return one.person

    def _free_slug(self, name: str) -> str:
        wanted = slug(name)
        free, number = wanted, 2
        while free in self._slugs:
            free, number = f"{wanted}-{number}", number + 1
        return free


def _fullness(name: str) -> tuple[int, int]:
    """How many words a name has, and how many of them are written out."""
    words = name.split()
    return len(words), sum(len(word.rstrip(".")) > 1 for word in words)


def _own(key: NameKey, alike: Iterable[_Known]) -> _Known | None:
    """Who is called so."""
    return next((one for one in alike if name_key(one.person.name) == key), None)
