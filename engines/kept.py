"""What an engine keeps: meetings made ready for it, where they came from, and what it tells of its writes and state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from mappings.documents import Appearance, Meeting, Passage, Person

Vectors = npt.NDArray[np.float32]
Detail = Literal["server", "licence", "health", "shards", "documents", "aliases", "mapping", "unfinished", "old"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A meeting ready to be written: its passages, a unit vector for each (shape n × dimension), its people.

    `people` gives for each item id the persons it belongs to; `appearances` everybody of the meeting once, those who
    were absent too, and nobody of a closed item who is nowhere else. `origin` is the absolute path it was read from.
    `sha256` of the meeting tells whether anything changed.
    """

    meeting: Meeting
    passages: tuple[Passage, ...]
    vectors: Vectors
    people: Mapping[str, tuple[Person, ...]]
    origin: str
    appearances: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that the engine will not have, and why. `item_id` is empty where it is the meeting itself."""

    meeting_id: str
    item_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did; counts of meetings. Of a meeting with something `refused` nothing was stored."""

    added: int = 0
    replaced: int = 0
    removed: int = 0
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stored meeting came from: absolute path and sha256 of the file it was read from."""

    meeting_id: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The embedding model an index was made with."""

    name: str
    dimension: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineStatus:
    """What an engine holds; `problems` are lines for a person, empty when all is well.

    `details` are what else an operator may want to know, in Danish, by what it is about.
    """

    engine: str
    model: Model | None
    meetings: int
    items: int
    passages: int
    bytes: int
    changed: dt.datetime | None
    problems: tuple[str, ...] = ()
    details: Mapping[Detail, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """Everything that is kept of a meeting but passages and vectors; as in `Prepared`."""

    meeting: Meeting
    people: Mapping[str, tuple[Person, ...]]
    origin: str
    appearances: tuple[Appearance, ...] = ()
