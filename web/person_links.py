"""Names that lead to the page of the person, or, where it is not certain whose they are, to a search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import url_for

from mappings.documents import Meeting, Participant, Role
from mappings.labels import ROLE_LABELS
from web.wording import translated

_ROLES: tuple[Role, ...] = ("present", "absent", "secretary")


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A name as printed, and where it leads; `beside` is what stands behind it: * (CH), direktør*."""

    name: str
    href: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Participants:
    """Those of a meeting who had one role."""

    role: str
    people: tuple[PersonLink, ...]

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.people)


def person_links(names: Iterable[str], slugs: Mapping[str, str]) -> tuple[PersonLink, ...]:
    """Each name with where it leads; `slugs` are whose they are, as far as that is certain."""
    return tuple(_link(name, slugs) for name in names)


def participants(meeting: Meeting, slugs: Mapping[str, str]) -> tuple[Participants, ...]:
    """Everybody whom a meeting lists, by role, with initials and title where the minutes have them."""
    by_role = {role: [one for one in meeting.participants if one.role == role] for role in _ROLES}
    return tuple(
        Participants(translated(ROLE_LABELS[role]), tuple(_link(one.name, slugs, _beside(one)) for one in people))
        for role, people in by_role.items()
        if people
    )


def _link(name: str, slugs: Mapping[str, str], beside: str = "") -> PersonLink:
    if name in slugs:
        return PersonLink(name, url_for("people.person", slug=slugs[name]), beside)
    return PersonLink(name, url_for("pages.search", person=name), beside)


def _beside(one: Participant) -> str:
    initials = f" ({one.initials})" if one.initials else ""
    return f"{initials}, {one.title}" if one.title else initials
