"""What parsing gives: the meeting, where every line of its source went, and what was odd."""

from __future__ import annotations

from dataclasses import dataclass

from mappings.documents import Meeting


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one non-blank line of the source went.

    `line` is 1-based. `place` is `furniture:…` (contents, page, picture, rule, table), `meeting:…` (title, date, place,
    participants, body, letterhead), or `item N:…` (title, case, closed, `section M heading`, `section M`, or row for
    a table's that is all of the item's), N being the item's number with its suffix where two share one, M counting
    from 1.
    """

    line: int
    place: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd that a reader of the minutes should know, in Danish; `line` is 1-based, 0 for the whole."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The minutes of one meeting, read: every non-blank line of the source is in `placements` exactly once."""

    meeting: Meeting
    placements: tuple[Placed, ...]
    remarks: tuple[Remark, ...]
