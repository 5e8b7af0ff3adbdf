"""A change: what one commit of the truth added and took away, as the derived indexes need it.

Every version of an item has an *ordinal* of its own, given once and never again. An index that holds ordinals can
therefore not confuse an old version with a new one: what is gone is simply no longer among the living.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engines.kept import Vectors
from mappings.documents import OUTCOMES, Item, Passage

RESERVED = 0  # no item has this ordinal; it is where an index notes what it has applied


@dataclass(frozen=True, slots=True)
class Facts:
    """What an item can be filtered by, as numbers: names are codes of the truth, the date counts days from year 1.

    `outcomes` has bit n for the n-th of `OUTCOMES`; `case` is 0 where the item has no case number; `attachments` is
    whether it has any.
    """

    date: int
    meeting: int
    body: int
    case: int
    outcomes: int
    attachments: bool
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewItem:
    """One version of an item, with its passages and their vectors (passages × dimension)."""

    ordinal: int
    item: Item
    facts: Facts
    passages: tuple[Passage, ...]
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Change:
    """Items added and ordinals gone since the index last followed; `number` is the truth's sequence."""

    number: int
    new: Iterable[NewItem]
    gone: Sequence[int]


def outcome_bits(item: Item) -> int:
    """Every outcome of every decision of an item."""
    bits = 0
    for decision in item.decisions:
        for outcome in decision.outcomes:
            bits |= 1 << OUTCOMES.index(outcome)
    return bits
