"""Who has a post, or had it in a time, by the lists of participants: *borgmester*, *formand* of a body.

Only what is beyond doubt: of every body the last list that gives the post to anybody tells who has it, and all of them
must tell the same one person. Of a time that is asked for the first lists tell too, for whoever had it before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engines.base import Access, Engine, Sitting
from mappings.documents import Meeting, Participant, Person
from search_api.persons import identified

SECRETARY = ("sekretær", "referent")  # whose part in a meeting it is, whatever else they are
# Lists of a body that are read from either end: who has a post may be away from one meeting without being listed.
_OF_A_BODY = 2
# A body that ceased to meet so long before the last meeting of any tells what was, and no more what is; likewise one
# that began to meet so long after the first.
_ABOUT_THEN = dt.timedelta(days=180)
_PARTS = re.compile(r"[,;/()]")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a post, by the list of the meeting of this day."""

    slug: str
    day: dt.date


def holders(
    engine: Engine,
    sittings: Sequence[Sitting],
    post: str,
    people: Mapping[str, Person],
    access: Access,
    *,
    in_time: bool,
) -> tuple[Holder, ...]:
    """Who has a post by the lists of these meetings (newest first), or had it one after the other `in_time`, the last
    first; nobody where that is in doubt.
    """
    ends = [_about_then(end) for end in ((sittings, sittings[::-1]) if in_time else (sittings,))]
    ids = {id_: None for end in ends for of_body in _by_body(end) for id_ in of_body}
    lists = {meeting.id: meeting for meeting in engine.meetings(tuple(ids), access)}
    found: dict[str, Holder] = {}
    for end in ends:
        told = [
            holder
            for of_body in _by_body(end)
            for holder in _first(post, (lists[one] for one in of_body if one in lists), people)
        ]
        if len({one.slug for one in told}) != 1:
            return ()
        found.setdefault(told[0].slug, max(told, key=lambda one: one.day))
    return tuple(found.values())


def _about_then(sittings: Sequence[Sitting]) -> list[Sitting]:
    """Those of about the time of the first."""
    return [one for one in sittings if abs(one.date - sittings[0].date) <= _ABOUT_THEN]


def _by_body(sittings: Iterable[Sitting]) -> list[list[str]]:
    """The ids of the first meetings of each body, as they come."""
    found: dict[str, list[str]] = {}
    for one in sittings:
        found.setdefault(one.body, []).append(one.id)
    return [ids[:_OF_A_BODY] for ids in found.values()]


def _first(post: str, meetings: Iterable[Meeting], people: Mapping[str, Person]) -> list[Holder]:
    """Who has a post in the first of these lists that gives it to anybody."""
    for meeting in meetings:
        names = [one.name for one in meeting.participants if _has(one, post)]
        if names:
            known = identified(names, people.values())
            return [Holder(known.get(name, name), meeting.date) for name in names]
    return []


def _has(one: Participant, post: str) -> bool:
    return _is_post(one.title, post) or (one.role == "secretary" and post in SECRETARY)


def _is_post(title: str, post: str) -> bool:
    """Whether a title in a list is a post, whatever else stands beside it: *borgmester (A)*, *direktør for Teknik*.

    In the council's list *formand for Havneudvalget* is not the council's.
    """
    parts = [part.strip() for part in _PARTS.split(title.lower())]
    of_field = () if post.endswith("formand") else [part.partition(" for ")[0] for part in parts]
    return post in parts or post in of_field
