"""What an answer is made from, each part of which can be left out: to measure what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace

from search_api.ranking import Weights
from search_api.readings.reading import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """The weights of the evidence, and which rules hold.

    `common` takes off a question's vector what all passages have in common. `reading` reads the best item beside the
    question where the floor is in doubt. `synonyms` widen a question, `related_words` look for other words for the same
    matter, `widening` for the words of the best item. `together` rather takes what holds all words of the question, has
    them in a row, or in its title. Each kind of reading is a rule (see docs/questions.md):
    `case_numbers` puts a case that is asked for by number first, `people`, `periods`, `bodies`, `outcomes` and
    `attachments` understand what the question names of these, `order` its "seneste", and `intent` takes "hvad har vi
    besluttet om" off it. `titles` puts first what the whole question is the title of.
    """

    weights: Weights = field(default_factory=Weights)
    common: bool = True
    reading: bool = True
    synonyms: bool = True
    related_words: bool = True
    widening: bool = True
    together: bool = True
    intent: bool = True
    case_numbers: bool = True
    people: bool = True
    periods: bool = True
    bodies: bool = True
    outcomes: bool = True
    attachments: bool = True
    order: bool = True
    titles: bool = True
    item_numbers: bool = True

    @property
    def read(self) -> frozenset[Kind]:
        """The kinds of readings that are looked for."""
        return frozenset(kind for kind, rule in _RULES.items() if getattr(self, rule))


_RULES: dict[Kind, str] = {
    "case": "case_numbers",
    "person": "people",
    "period": "periods",
    "body": "bodies",
    "outcome": "outcomes",
    "attachments": "attachments",
    "order": "order",
    "decisions": "intent",
    "intent": "intent",
    "title": "titles",
    "number": "item_numbers",
}
ALL = Signals()


def each_off() -> Iterator[tuple[str, Signals]]:
    """Every signal's name, and all the signals but that."""
    for weight in (one for one in fields(Weights) if one.name != "nearness"):
        without = replace(ALL.weights, **{weight.name: 0.0})  # type: ignore[arg-type]  # these all are floats
        yield weight.name, replace(ALL, weights=without)
    for rule in fields(Signals):
        if rule.name != "weights":
            yield rule.name, replace(ALL, **{rule.name: False})  # type: ignore[arg-type]  # every other is a bool
