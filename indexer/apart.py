"""Names that could be one person's, and are two people's by what meetings tell of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from indexer.parsing import titles
from mappings.documents import Meeting
from mappings.people import NameKey, name_key, same_person


class Apart:
    """Two names in one list of participants are two people; so are two beside which minutes give other initials, or
    posts that have nothing in common: *Lars Holm, kommunaldirektør* is not *Lars Peter Holm, pedel*.

    A name in a text that is fuller than the list of that meeting has it is somebody else's: in a list of who was there
    names are seldom cut short. They are in those of a body that lists the same person more fully at another meeting.
    """

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        self._pairs: set[frozenset[NameKey]] = set()
        self._initials: dict[NameKey, set[str]] = defaultdict(set)
        self._posts: dict[NameKey, set[str]] = defaultdict(set)
        meetings = tuple(meetings)
        fuller: dict[str, set[NameKey]] = defaultdict(set)
        for meeting in meetings:
            fuller[meeting.body].update(key for key in _listed(meeting) if key.middle)
        for meeting in meetings:
            self._pairs.update(_pairs(meeting, fuller[meeting.body]))
            for one in meeting.participants:
                key = name_key(one.name)
                if key and one.initials:
                    self._initials[key].add(one.initials)
                if key and (post := titles.post(one.title)):
                    self._posts[key].add(post)

    def __call__(self, a: NameKey, b: NameKey) -> bool:
        """Whether two names are known to be two people's."""
        return frozenset((a, b)) in self._pairs or self._initialled_otherwise(a, b) or self._have_other_posts(a, b)

    def _initialled_otherwise(self, a: NameKey, b: NameKey) -> bool:
        one, other = self._initials.get(a), self._initials.get(b)
        return a != b and bool(one and other) and not (one or set()) & (other or set())

    def _have_other_posts(self, a: NameKey, b: NameKey) -> bool:
        """Whether both have posts, and none of one is a sort of the other's: who becomes *chefkonsulent* was
        *konsulent*."""
        own, others = self._posts.get(a, ()), self._posts.get(b, ())
        alike = any(one.endswith(other) or other.endswith(one) for one in own for other in others)
        return a != b and bool(own and others) and not alike


def _listed(meeting: Meeting) -> list[NameKey]:
    return [key for one in meeting.participants if (key := name_key(one.name))]


def _pairs(meeting: Meeting, fuller: Collection[NameKey]) -> Iterator[frozenset[NameKey]]:
    """Two names at a time that are two people's; `fuller` are those with middle names in the lists of this body."""
    listed = _listed(meeting)
    named = [key for item in meeting.items if not item.closed for name in item.people if (key := name_key(name))]
    for a, b in combinations(dict.fromkeys(listed), 2):
        if a.sound == b.sound and same_person(a, b):
            yield frozenset((a, b))
    for key in dict.fromkeys(named):
        if not any(len(one.middle) >= len(key.middle) and same_person(one, key) for one in fuller):
            for own in listed:
                if key.sound == own.sound and len(key.middle) > len(own.middle) and same_person(key, own):
                    yield frozenset((key, own))
