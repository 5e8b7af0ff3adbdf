"""One person's part in the minutes: as what, in which bodies, from when to when, and where they are named."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engines.base import Access, Appeared, Engine, Filters, Selection, Words
from mappings import analysis
from mappings.documents import Meeting, Outcome, Person, Role
from mappings.people import name_key, same_person
from search_api.answers import MeetingReference
from search_api.results import outcomes_of, url

NEWEST = 10  # meetings and items that are listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What somebody was in a body's meetings from the first to the last of them; `meetings` is how many.

    `title` is as the minutes have it, empty where they say none. Another title begins another office.
    """

    body: str
    role: Role | Literal["named"]
    title: str
    first: dt.date
    last: dt.date
    meetings: int


@dataclass(frozen=True, slots=True)
class MeetingOfPerson:
    """A meeting, and as what somebody is in its minutes."""

    meeting: MeetingReference
    role: Role | Literal["named"]
    title: str


@dataclass(frozen=True, slots=True)
class ItemOfPerson:
    """An item that somebody is named in."""

    id: str
    title: str
    meeting: MeetingReference
    outcomes: tuple[Outcome, ...]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswer:
    """A person as the minutes that the asker may see know them.

    `present`, `absent` and `secretary` count meetings; `named` counts items whose text holds the family name. `offices`
    are the latest first, `meetings` and `items` the newest ten of those they are in, and are named in.
    """

    slug: str
    name: str
    initials: tuple[str, ...]
    offices: tuple[Office, ...]
    present: int
    absent: int
    secretary: int
    named: int
    meetings: tuple[MeetingOfPerson, ...]
    items: tuple[ItemOfPerson, ...]


def career(
    engine: Engine, slug: str, people: Mapping[str, Person], initials: Mapping[str, Sequence[str]], access: Access
) -> PersonAnswer | None:
    """Everything about a slug; None where nobody the asker may know of has it."""
    appeared = engine.appearances([slug], access)
    known = people.get(slug) or _listed(engine, slug, appeared, access)
    if known is None:
        return None
    roles = [one.appearance.role for one in appeared]
    total, items = _named_in(engine, known, access)
    return PersonAnswer(
        slug=slug,
        name=known.name,
        initials=tuple(sorted(short for short, slugs in initials.items() if tuple(slugs) == (slug,))),
        offices=_offices(appeared),
        present=roles.count("present"),
        absent=roles.count("absent"),
        secretary=roles.count("secretary"),
        named=total,
        meetings=tuple(
            MeetingOfPerson(
                MeetingReference(one.meeting_id, one.body, one.date), one.appearance.role, one.appearance.title
            )
            for one in appeared[:NEWEST]
        ),
        items=items,
    )


def _listed(engine: Engine, slug: str, appeared: Sequence[Appeared], access: Access) -> Person | None:
    """Somebody who was only ever absent: no item is theirs, so that only a list of participants has the name."""
    wanted = name_key(slug.replace("-", " "))
    meetings = engine.meetings([one.meeting_id for one in appeared[:1]], access)
    for name in _names(meetings):
        key = name_key(name)
        if wanted and key and (same_person(key, wanted) or key.sound == wanted.sound):
            return Person(slug, name)
    return None


def _names(meetings: Iterable[Meeting]) -> list[str]:
    return [participant.name for meeting in meetings for participant in meeting.participants]


def _offices(appeared: Iterable[Appeared]) -> tuple[Office, ...]:
    """Meetings put together by body, role and title; one where the minutes leave the title out goes with the others."""
    dates: dict[tuple[str, Role | Literal["named"], str], list[dt.date]] = defaultdict(list)
    latest: dict[tuple[str, str], str] = {}
    for one in sorted(appeared, key=lambda one: one.date):
        own = (one.body, one.appearance.role)
        title = latest[own] = one.appearance.title or latest.get(own, "")
        dates[(*own, title)].append(one.date)
    offices = [
        Office(body=body, role=role, title=title, first=min(held), last=max(held), meetings=len(held))
        for (body, role, title), held in dates.items()
    ]
    return tuple(sorted(offices, key=lambda one: (-one.last.toordinal(), one.body, one.role)))


def _named_in(engine: Engine, person: Person, access: Access) -> tuple[int, tuple[ItemOfPerson, ...]]:
    """How many of their items hold their family name, and the newest of these."""
    family = analysis.words(person.name)[-1]
    selection = Selection(
        words=Words(stems=(analysis.stem(family),)), filters=Filters(people=(person.slug,)), limit=NEWEST
    )
    found = engine.select(selection, access)
    items = tuple(
        ItemOfPerson(
            one.item.id,
            one.item.title,
            MeetingReference(one.meeting.id, one.meeting.body, one.meeting.date),
            outcomes_of(one.item),
            url(one.item),
        )
        for one in engine.items(found.ids, access)
    )
    return found.total, items
