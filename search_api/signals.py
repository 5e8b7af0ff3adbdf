"""What an answer is made from, each part of which can be left out: to measure what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace

from search_api.ranking import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """The weights of the evidence, and which rules hold.

    `synonyms` widen a question, `intent` takes a leading "hvad har vi besluttet om" off it, `case_numbers` puts a case
    that is asked for by number first, `people` understands the names in a question, `periods` its years and dates.
    """

    weights: Weights = field(default_factory=Weights)
    synonyms: bool = True
    intent: bool = True
    case_numbers: bool = True
    people: bool = True
    periods: bool = True


ALL = Signals()


def each_off() -> Iterator[tuple[str, Signals]]:
    """Every signal's name, and all the signals but that."""
    for weight in fields(Weights):
        yield weight.name, replace(ALL, weights=replace(ALL.weights, **{weight.name: 0.0}))
    for rule in fields(Signals):
        if rule.name != "weights":
            yield rule.name, replace(ALL, **{rule.name: False})  # type: ignore[arg-type]  # every other is a bool
