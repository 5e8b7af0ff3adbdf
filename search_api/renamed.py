"""Who goes by another name in other minutes, where the minutes say so: *Mette Holm, nu Mette Holm Krogh*, *født Holm*.

Each name keeps its page, for the index knows people by their names; the pages tell of one another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engines.asked import Access, Selection
from engines.base import Engine
from engines.found import Appeared
from engines.words import Choice, Words
from mappings import analysis, danish
from mappings.documents import Person
from mappings.people import NameKey, name_key
from search_api.naming import is_theirs
from search_api.persons import identified

_READ = 200  # of the newest items with the name and a word of change; more only of somebody who is news every week
_WORD = r"[A-ZÆØÅÉ][a-zæøåéüö]+(?:-[A-ZÆØÅÉ][a-zæøåéüö]+)?"
_NAME = rf"{_WORD}(?: (?:{_WORD}|[A-ZÆØÅ]\.)){{1,4}}"
_OTHER = rf"(?P<other>{_WORD}(?: (?:{_WORD}|[A-ZÆØÅ]\.)){{0,4}})(?![\w-]| [A-ZÆØÅ])"
_BESIDE = r"(?:,| \(|, \()\s?"
_NOW = re.compile(
    rf"(?P<name>{_NAME})(?:{_BESIDE}nu(?: hedder)? {_OTHER}(?=[,.;)])"
    rf"| (?:har (?:skiftet|ændret)|skiftede|skifter|ændrer) (?:efter)?navn til {_OTHER.replace('other', 'changed')}"
    rf"| (?:hedder nu|har taget navnet) {_OTHER.replace('other', 'called')})"
)
_BEFORE = re.compile(rf"(?P<name>{_NAME}){_BESIDE}(?:tidligere|tidl\.|forhen|født|f\.) {_OTHER}(?=[,.;)])")
_TOLD_BY = tuple((word,) for word in ("nu", "tidligere", "tidl", "forhen", "født", "f", "navn", "efternavn", "navnet"))


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of somebody, with the slug of the page that it has: theirs `now`, or `before`."""

    slug: str
    name: str
    when: Literal["now", "before"]


def other_names(
    engine: Engine,
    person: Person,
    appeared: Sequence[Appeared],
    others: Collection[NameKey],
    people: Mapping[str, Person],
    access: Access,
) -> tuple[OtherName, ...]:
    """The other names that minutes say somebody has; `others` are names of other people.

    None of somebody who was in a meeting beside them: these are two, whoever is spoken of.
    """
    own = name_key(person.name)
    if own is None:
        return ()
    told: dict[tuple[str, Literal["now", "before"]], None] = {}
    for text in _texts(engine, person, access):
        for old, new in changes(text):
            if is_theirs(old, own, others):
                told[new, "now"] = None
            if is_theirs(new, own, others):
                told[old, "before"] = None
    known = identified([name for name, _ in told], people.values())
    found = {known[name]: when for name, when in told if known.get(name, person.slug) != person.slug}
    attended = _lists(appeared)
    return tuple(
        OtherName(slug, people[slug].name, when)
        for slug, when in found.items()
        if attended.isdisjoint(_lists(engine.appearances([slug], access)))
    )


def changes(text: str) -> Iterator[tuple[str, str]]:
    """Whose name a text says has changed: the old and the new name in full, always of one given name."""
    for found in _NOW.finditer(text):
        new = _whole(found["name"], found["other"] or found["changed"] or found["called"])
        if new:
            yield found["name"], new
    for found in _BEFORE.finditer(text):
        old = _whole(found["name"], found["other"])
        if old:
            yield old, found["name"]


def _whole(name: str, other: str) -> str | None:
    """The other name in full: *Krogh* is *Mette Krogh* beside *Mette Holm*; None where it is somebody else's."""
    given, begun = name.split()[0], other.split()[0]
    if begun == given:
        return other if " " in other else None
    return None if " " in other and danish.is_given_name(begun) else f"{given} {other}"


def _texts(engine: Engine, person: Person, access: Access) -> list[str]:
    """The sections of items that hold the name's first and last word, and one that such a change is told by."""
    words = analysis.words(person.name)
    asked = Words(phrases=((words[0],), (words[-1],)), choices=(Choice((), _TOLD_BY),))
    ids = engine.select(Selection(words=asked, limit=_READ), access).ids
    return [section.text for one in engine.items(ids, access) for section in one.item.sections]


def _lists(appeared: Sequence[Appeared]) -> set[str]:
    """The meetings whose lists of participants have somebody."""
    return {one.meeting_id for one in appeared if one.appearance.role != "named"}
