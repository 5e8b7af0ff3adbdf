"""A reading: a stretch of the question, what it is understood as, and what that does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from engines.asked import Filters, Sort
from mappings.told import Told

Kind = Literal[
    "case",
    "person",
    "period",
    "body",
    "outcome",
    "attachments",
    "order",
    "decisions",
    "intent",
    "title",
    "number",
    "without",
]
# `narrows`: only such items; `favours`: rather such items; `finds`: such items are results whatever their words;
# `sorts`: the order; `drops`: its words are not searched for, and that is all; `excludes`: no items that hold them.
Effect = Literal["narrows", "favours", "finds", "sorts", "drops", "excludes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Characters `start` to `end` of the question as normalised, and what they are taken for.

    `asks` is what an item must be (or had better be, see `effect`), `sort` the order where that is what was read.
    `means` says it ("møder i 2021"; of an order, all that there is to say). `keeps`: its words are searched for as
    well; `hints`: beside a topic they are looked for, but no item need hold them. `bare`: nothing beside the words says
    that they are meant so ("budget 2022"); in a question about nothing else they narrow. `short`: they are initials or
    a part of a name, which other words may look like; in a question about nothing else they narrow too. `names`: the
    time that a period is, as it stands in the question (of *den 5. august 2013* without the *den*); empty where no text
    would say it so. `items` are the ids of those that a title or a number finds, newest first: no filter asks for
    them.
    """

    kind: Kind
    effect: Effect
    start: int
    end: int
    means: str
    asks: Filters = field(default_factory=Filters)
    sort: Sort | None = None
    keeps: bool = False
    hints: bool = False
    bare: bool = False
    short: bool = False
    names: str = ""
    items: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What a person reads of it."""
        match self.effect:
            case "narrows":
                return Told("Kun %(means)s", means=self.means)
            case "favours":
                return Told("Helst %(means)s", means=self.means)
            case "finds":
                return Told("Først %(means)s", means=self.means)
            case "drops":
                return Told("Søger ikke på »%(words)s«", words=self.means)
            case "excludes":
                return Told("Uden: %(words)s", words=self.means)
            case "sorts":
                return self.means


@dataclass(frozen=True, slots=True)
class Readings:
    """All that was read, in the order of the question; no two overlap. `notices` are lines for a person (Danish)."""

    found: tuple[Reading, ...] = ()
    notices: tuple[str, ...] = ()
