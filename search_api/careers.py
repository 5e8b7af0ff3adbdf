"""One person's part in the minutes: as what, in which bodies, from when to when, and where they are named."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from engines.asked import Access
from engines.base import Engine
from engines.found import Appeared, Found, Selected
from mappings.documents import Meeting, Outcome, Person, Role
from mappings.people import NameKey, name_key, same_person
from search_api.answers import MeetingReference
from search_api.naming import is_theirs, named_in_part, naming
from search_api.renamed import OtherName, other_names
from search_api.results import outcomes_of, url

NEWEST = 10  # meetings and items that are listed
PAGE = 25  # items of a year that are told at once
_DEPUTY = re.compile("stedfortræder|suppleant", re.IGNORECASE)  # of one meeting, whatever went before
_READ_FOR_SPELLINGS, _MOST_SPELLINGS = 50, 5  # of the newest items that name them


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

    `present`, `absent` and `secretary` count meetings; `named` counts items whose text names them. `spellings` are
    other ones of the name, in the newest of these items and meetings, `other_names` what minutes say they were called
    before or are now. `offices` are the latest first, `meetings` and
    `items` the newest ten of those they are in, and are named in.
    """

    slug: str
    name: str
    spellings: tuple[str, ...]
    other_names: tuple[OtherName, ...]
    initials: tuple[str, ...]
    offices: tuple[Office, ...]
    present: int
    absent: int
    secretary: int
    named: int
    meetings: tuple[MeetingOfPerson, ...]
    items: tuple[ItemOfPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonYear:
    """A person, and a page of one year of theirs; `years` are all with how many meetings, newest first.

    `meetings` are all of the year, newest first, `named` is how many items of it name them, `items` a page of these.
    """

    person: PersonAnswer
    year: int | None
    years: tuple[tuple[int, int], ...]
    meetings: tuple[MeetingOfPerson, ...]
    named: int
    items: tuple[ItemOfPerson, ...]


@dataclass(frozen=True, slots=True)
class Career:
    """Somebody whom the asker may know of, and every meeting that they are in, newest first.

    `others` are the names of everybody else whose name sounds alike but for its middle; `in_part` are the ids of items
    that call them by less than the whole name.
    """

    person: Person
    initials: tuple[str, ...]
    appeared: Sequence[Appeared]
    others: frozenset[NameKey]
    in_part: tuple[str, ...]
    other_names: tuple[OtherName, ...]


def career(
    engine: Engine, slug: str, people: Mapping[str, Person], initials: Mapping[str, Sequence[str]], access: Access
) -> Career | None:
    """Whoever has a slug; None where nobody the asker may know of has it."""
    appeared = engine.appearances([slug], access)
    known = people.get(slug) or _listed(engine, slug, appeared, access)
    own = tuple(sorted(short for short, slugs in initials.items() if tuple(slugs) == (slug,)))
    if known is None:
        return None
    others = _others(known, people)
    return Career(
        known,
        own,
        appeared,
        others,
        named_in_part(engine, known, access, others),
        other_names(engine, known, appeared, others, people, access),
    )


def _others(one: Person, people: Mapping[str, Person]) -> frozenset[NameKey]:
    own = name_key(one.name)
    keys = (name_key(other.name) for slug, other in people.items() if slug != one.slug)
    return frozenset(key for key in keys if own and key and key.sound == own.sound)


def person_answer(engine: Engine, one: Career, access: Access) -> PersonAnswer:
    """Everything about somebody."""
    return _answer(engine, one, _ever(engine, one, access), access)


def person_year(engine: Engine, one: Career, year: int | None, page: int, access: Access) -> PersonYear:
    """A year of somebody, the newest that there is where none is asked for, with a page of the items of it."""
    ever = _ever(engine, one, access)
    counts = Counter(each.date.year for each in one.appeared)
    years = sorted({*counts, *map(int, ever.facets["year"])}, reverse=True)
    shown = year if year is not None else next(iter(years), None)
    named = _naming(engine, one, access, year=shown, offset=(page - 1) * PAGE, limit=PAGE) if shown else None
    return PersonYear(
        person=_answer(engine, one, ever, access),
        year=shown,
        years=tuple((each, counts[each]) for each in years),
        meetings=tuple(_meeting(each) for each in one.appeared if each.date.year == shown),
        named=named.total if named else 0,
        items=tuple(map(_item, engine.items(named.ids, access))) if named else (),
    )


def _ever(engine: Engine, one: Career, access: Access) -> Selected:
    """The items that name somebody, the newest of them by id."""
    return _naming(engine, one, access, limit=_READ_FOR_SPELLINGS)


def _naming(
    engine: Engine, one: Career, access: Access, *, year: int | None = None, offset: int = 0, limit: int
) -> Selected:
    return naming(
        engine, one.person, access, others=one.others, in_part=one.in_part, year=year, offset=offset, limit=limit
    )


def _answer(engine: Engine, one: Career, named: Selected, access: Access) -> PersonAnswer:
    """`named` are the items that name them, the newest of them by id."""
    roles = [each.appearance.role for each in one.appeared]
    read = engine.items(named.ids, access)
    return PersonAnswer(
        slug=one.person.slug,
        name=one.person.name,
        spellings=_spellings(one, read, engine.meetings([each.meeting_id for each in one.appeared[:NEWEST]], access)),
        other_names=one.other_names,
        initials=one.initials,
        offices=_offices(one.appeared, partial(_titles, engine, access=access)),
        present=roles.count("present"),
        absent=roles.count("absent"),
        secretary=roles.count("secretary"),
        named=named.total,
        meetings=tuple(map(_meeting, one.appeared[:NEWEST])),
        items=tuple(map(_item, read[:NEWEST])),
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


def _titles(engine: Engine, meetings: Sequence[str], access: Access) -> dict[str, set[str]]:
    """The titles that are given to anybody in the lists of these meetings."""
    found = engine.meetings(meetings, access)
    return {meeting.id: {one.title for one in meeting.participants} for meeting in found}


def _offices(
    appeared: Iterable[Appeared], titles: Callable[[Sequence[str]], Mapping[str, Collection[str]]]
) -> tuple[Office, ...]:
    """Meetings put together by body, role and title; one where the minutes leave the title out goes with the others.

    Who was absent has the title too. It does not go on where that meeting's list gives it to somebody else (`titles`:
    those of each meeting), nor from a meeting that somebody came to as a deputy.
    """
    appeared = sorted(appeared, key=lambda one: one.date)
    given = titles([one.meeting_id for one in appeared if not one.appearance.title])
    dates: dict[tuple[str, Role | Literal["named"], str], list[dt.date]] = defaultdict(list)
    latest: dict[tuple[str, str], str] = {}
    for one in appeared:
        role = one.appearance.role
        own = (one.body, "present" if role == "absent" else role)
        title = one.appearance.title or latest.get(own, "")
        if not one.appearance.title and title in given.get(one.meeting_id, ()):
            title = ""
        latest[own] = "" if _DEPUTY.match(title) else title
        dates[one.body, role, title].append(one.date)
    offices = [
        Office(body=body, role=role, title=title, first=min(held), last=max(held), meetings=len(held))
        for (body, role, title), held in dates.items()
    ]
    return tuple(sorted(offices, key=lambda one: (-one.last.toordinal(), one.body, one.role)))


def _spellings(one: Career, read: Iterable[Found], attended: Iterable[Meeting]) -> tuple[str, ...]:
    """How else the name is written in items and in lists of meetings; what is somebody else's name is none of it."""
    own = name_key(one.person.name)
    named = [name for each in read for name in each.item.people]
    names = (*named, *_names((*(each.meeting for each in read), *attended)))
    theirs = dict.fromkeys(name for name in names if own and is_theirs(name, own, one.others))
    others = [name for name in theirs if name.casefold() != one.person.name.casefold()]
    return tuple(others[:_MOST_SPELLINGS])


def _meeting(one: Appeared) -> MeetingOfPerson:
    meeting = MeetingReference(one.meeting_id, one.body, one.date)
    return MeetingOfPerson(meeting, one.appearance.role, one.appearance.title)


def _item(one: Found) -> ItemOfPerson:
    meeting = MeetingReference.of(one.meeting)
    return ItemOfPerson(one.item.id, one.item.title, meeting, outcomes_of(one.item), url(one.item))
