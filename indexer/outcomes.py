"""What decisions came to, by the rules and by reading together.

The rules know the usual words and are right where those stand; the reader (`indexer.embedding.verdicts`) knows unusual
ones. Each outcome has the reader's logarithm of its probability, and the rules' own so much more: least where they
found nothing, for what they do not know is `other` to them. How much was chosen on decisions that neither had learned
from; the table is in tests/quality/README.md, "In all its layers, and from harder ones". Where a line says the rules'
outcome and nothing else they stand, and nothing is read: the reader makes one of all the matters that a text has.
What an outcome is beside the main one only the rules tell.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection
from dataclasses import replace

from engines.base import Engine
from indexer.embedding import ModelUnavailable, VerdictReader, vector_key
from indexer.embedding.nano_file import Floats
from indexer.parsing import decided
from indexer.parsing.outcomes import outright, said
from mappings.documents import OUTCOMES, Decision, Meeting, Outcome
from mappings.threads import CORES, pool

log = logging.getLogger(__name__)

RULES_COUNT, NOTHING_COUNTS = 3.0, 2.0  # of the logarithm of odds
_TOLD = {"noted", "discussed"}
Place = tuple[int, int]  # which item of a meeting, and which of its decisions, from 0


class Verdicts:
    """What decisions came to by both. What was read is kept in the `engine`, where there is one, and not read again.

    With `seconds` no more is read once so many were spent on it, and nothing of it is kept: for what is unknown then
    the rules are alone. `heard` is told how many texts were read, after each.
    """

    def __init__(
        self,
        reader: VerdictReader,
        engine: Engine | None = None,
        *,
        seconds: float | None = None,
        heard: Callable[[int], None] | None = None,
    ) -> None:
        self._reader = reader
        self._engine = engine
        self._seconds = seconds
        self._heard = heard
        self._count, self._spent, self._broken = 0, 0.0, False
        self._known: dict[bytes, Floats] = {}

    def of(self, meeting: Meeting, given: Collection[Place] = ()) -> Meeting:
        """The meeting, its outcomes by the rules weighed with what is read; those `given` by somebody stay.

        A reader that cannot be loaded is told of once; what was read before is still known, and for the rest the rules
        are alone. Raises what the engine raises where it cannot keep what was read.
        """
        texts = _open_to_doubt(meeting, given)
        keys = {place: vector_key(self._reader.name, text) for place, text in texts.items()}
        self._read({keys[place]: text for place, text in texts.items()})

        def told(place: Place, decision: Decision) -> Decision:
            figures = self._known.get(keys[place]) if place in keys else None
            return decision if figures is None else replace(decision, outcomes=weighed(decision.outcomes, figures))

        items = (
            replace(item, decisions=tuple(told((place, number), one) for number, one in enumerate(item.decisions)))
            for place, item in enumerate(meeting.items)
        )
        return replace(meeting, items=tuple(items))

    def _read(self, texts: dict[bytes, str]) -> None:
        unknown = [key for key in texts if key not in self._known]
        if unknown and self._engine:
            kept = self._engine.cached_vectors(unknown)
            self._known |= {key: figures for key, figures in kept.items() if figures.shape == (len(OUTCOMES),)}
        todo = [key for key in unknown if key not in self._known]
        new: dict[bytes, Floats] = {}
        try:
            while todo and self._may_read():
                these, todo = todo[:CORES], todo[CORES:]
                begun = time.monotonic()
                for key, figures in zip(
                    these, pool("read").map(self._reader.read, [texts[key] for key in these]), strict=True
                ):
                    new[key] = figures
                    self._count += 1
                    if self._heard:
                        self._heard(self._count)
                self._spent += time.monotonic() - begun
        except ModelUnavailable as error:  # the rules alone are better than no index
            log.warning("%s", error)
            self._broken = True
        finally:
            self._known |= new
            if new and self._engine and self._seconds is None:
                self._engine.cache_vectors(new)

    def _may_read(self) -> bool:
        return not self._broken and (self._seconds is None or self._spent < self._seconds)


def _open_to_doubt(meeting: Meeting, given: Collection[Place]) -> dict[Place, str]:
    """What was said in each decision that is read: not of closed items, nor what is `given` or stands anyhow."""
    decisions = (
        ((place, number), decision)
        for place, item in enumerate(meeting.items)
        for number, decision in enumerate(item.decisions)
        if not item.closed and decision.text.strip() and (place, number) not in given
    )
    texts = ((place, decision.outcomes, said(decided.telling(decision))) for place, decision in decisions)
    return {place: text for place, rules, text in texts if not stand(rules, text)}


def stand(rules: tuple[Outcome, ...], text: str) -> bool:
    """Whether the outcomes by the rules stand whatever is read in `text`: a line says the main one and nothing else."""
    return rules[0] in outright(text)


def both(rules: tuple[Outcome, ...], text: str, read: Callable[[str], Floats]) -> tuple[Outcome, ...]:
    """The outcomes of what was `said`, main one first, by the rules and by what reading it gives; not read in vain."""
    return rules if stand(rules, text) else weighed(rules, read(text))


def weighed(rules: tuple[Outcome, ...], figures: Floats) -> tuple[Outcome, ...]:
    """The outcomes, main one first, of those by the rules and the reader's `figures` (as `VerdictReader.read`)."""
    own = OUTCOMES.index(rules[0])
    counted = figures.copy()
    counted[own] += NOTHING_COUNTS if rules == ("other",) else RULES_COUNT
    main = OUTCOMES[int(counted.argmax())]
    if main == rules[0]:
        return rules
    if main == "other":
        return (main,)
    beside = rules if {main, rules[0]} == _TOLD and main in rules else rules[1:]  # of these two only the order differs
    return (main, *(one for one in beside if one != main))
