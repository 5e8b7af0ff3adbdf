"""The documents: meetings, agenda items, sections, decisions, people, passages.

Everything here is frozen, small and complete, and is its own JSON: `encode` and `decode_meeting` give and take the
shape that `referat parse --json` prints, that `referat export` writes and that `referat index` reads back.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

import msgspec

from mappings.told import Told

SectionKind = Literal["background", "recommendation", "decision", "exposition", "economy", "attachments", "other"]
Role = Literal["present", "absent", "secretary"]
Outcome = Literal["approved", "rejected", "postponed", "noted", "discussed", "referred", "recommended", "other"]

SECTION_KINDS: tuple[SectionKind, ...] = (
    "background",
    "recommendation",
    "decision",
    "exposition",
    "economy",
    "attachments",
    "other",
)
TOOK_PART: tuple[Role, ...] = ("present", "secretary")  # the roles of who was in the room
OUTCOMES: tuple[Outcome, ...] = (
    "approved",
    "rejected",
    "postponed",
    "noted",
    "discussed",
    "referred",
    "recommended",
    "other",
)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody the minutes list as belonging to the meeting; `absent` is the minutes' *Afbud*.

    `title` and `initials` are what stands beside the name, *kommunaldirektør* or *CH*; empty where nothing does.
    """

    name: str
    role: Role = "present"
    title: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of an item's text under one heading, as printed.

    `text` is plain: soft-wrapped lines are joined, paragraphs are parted by an empty line, list items and table rows
    keep a line each, Markdown's marks are gone.
    """

    kind: SectionKind
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something shall be done: as printed, and the last day; null where it names a meeting or an event."""

    text: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum as printed ("1,2 mio. kr. årligt"), and in whole kroner."""

    text: str
    kroner: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What one body decided on one date; `outcomes` in order, the main one first.

    `deadlines`, `responsible` (who shall do something: persons and units, as printed) and `amounts` are what the text
    names for certain, in printed order; there may be more in it.
    """

    body: str
    date: dt.date
    text: str
    outcomes: tuple[Outcome, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    responsible: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()


class Numbered:
    """What has the number of an agenda item: `number`, and behind it the `part` where it is one of an item's parts."""

    __slots__ = ()
    number: int
    part: str

    @property
    def printed(self) -> str:
        """The number as printed: *3*, *3.1*, *3a*."""
        return f"{self.number}{self.part}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Numbered):
    """One agenda item, the unit of search.

    `part` is what its number has behind `number` where it is a part of an item: `.1` of *3.1*, `a` of *3a*.

    `sections` hold every word of it in reading order, decisions and attachments too; `decisions` and `attachments`
    are the same words read as data. `people` are names found in its text, as printed, and who is listed as there for it
    alone. `page` is the first page in the source. A closed item (*Lukket*) is a placeholder whose content, where
    there is any, only some may read.
    """

    number: int
    title: str
    part: str = ""
    id: str = ""
    case_number: str | None = None
    closed: bool = False
    page: int | None = None
    sections: tuple[Section, ...] = ()
    decisions: tuple[Decision, ...] = ()
    attachments: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def last_decision(self) -> Decision | None:
        """Of several bodies' decisions the latest: of one day the last body's, and of that the first printed."""
        latest = max((decision.date for decision in self.decisions), default=None)
        of_day = [decision for decision in self.decisions if decision.date == latest]
        return next((decision for decision in of_day if decision.body == of_day[-1].body), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of one body. `source` is the name of the file it was read from, `sha256` that file's digest."""

    body: str
    date: dt.date
    id: str = ""
    start_time: str | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    source: str = ""
    sha256: str = ""
    language: str = "da"
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words of one section (see `indexer.passages`), the unit of meaning.

    `start` and `end` are character offsets into the text of section number `section`; section `TITLE` (-1) stands for
    the item's title. `context` (title and heading) is embedded with the text but never shown.
    """

    item_id: str
    section: int
    start: int
    end: int
    context: str


TITLE = -1


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the minutes name, however spelled; `slug` is the identity, `name` the fullest spelling."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """How somebody (by slug) comes into a meeting: as a participant, or only `named`; `title` as it is printed."""

    slug: str
    role: Role | Literal["named"]
    title: str = ""


def passage_text(item: Item, passage: Passage) -> str:
    """The words of a passage, without its context."""
    if passage.section == TITLE:
        return item.title
    return item.sections[passage.section].text[passage.start : passage.end]


def embedding_text(item: Item, passage: Passage) -> str:
    """What the model reads: the context, then the passage's own words."""
    own = passage_text(item, passage)
    return f"{passage.context}\n{own}" if passage.context else own


def _plain(value: object) -> str:
    """A `Told` as the text that it is, which msgspec does not see."""
    if isinstance(value, Told):
        return str(value)
    raise TypeError(f"{type(value).__name__} is nothing that JSON has.")


_encoder = msgspec.json.Encoder(enc_hook=_plain)
_meeting_decoder = msgspec.json.Decoder(Meeting)
_item_decoder = msgspec.json.Decoder(Item)


def encode(document: object) -> bytes:
    """A document as one line of JSON (UTF-8, dates as `2021-06-28`)."""
    return _encoder.encode(document)


def decode_meeting(line: bytes | str) -> Meeting:
    """The meeting of one line of JSON; raises `msgspec.ValidationError` or `msgspec.DecodeError` with the place."""
    return _meeting_decoder.decode(line)


def decode_item(line: bytes | str) -> Item:
    """The item of one line of JSON; raises as `decode_meeting`."""
    return _item_decoder.decode(line)
