"""The decisions of a text: whose each is, what it came to, by when, who, and for how much."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from indexer.parsing import bodies, several
from indexer.parsing.actions import actions
from indexer.parsing.amounts import amounts
from indexer.parsing.deadlines import deadlines
from indexer.parsing.outcomes import outcomes
from indexer.parsing.responsible import responsible
from mappings.documents import Deadline, Decision

_BEFORE = re.compile(r"\s*(?:tidligere (?:behandling|beslutning)(?:er)?:?\s*)?", re.IGNORECASE)
# The heading of what comes next, at the end of what one body said.
_AFTER = re.compile(
    r"\n\s*(?:tidligere (?:behandling|beslutning)(?:er)?|indstilling|beslutning|baggrund):?\s*$", re.IGNORECASE
)
_OWN = re.compile(r"\s*(?:endelig )?beslutning:", re.IGNORECASE)
_ADVICE = re.compile(r"\b(?:indstilling|erklæring|udtalelse)\b", re.IGNORECASE)


def decisions(text: str, body: str, date: dt.date) -> list[Decision]:
    """What was decided by `body` on `date`, and by others before or after it where the text tells that apart.

    It does where every part has its head with a body and a date, and one is `body`'s own (under its name, or of its
    day, or *Beslutning*); else the text is one decision.
    """
    parts = [part for part in several.parts(text) if part.text.strip()]
    own = [_is_own(part, parts, body, date) for part in parts]
    apart = (
        len(parts) > 1
        and bool(_BEFORE.fullmatch(text.partition(parts[0].head)[0]))
        and not any(_ADVICE.search(part.head) for part in parts)
        and any(own)
        and all(is_own or (part.body and part.date) for is_own, part in zip(own, parts, strict=True))
    )
    if not apart:
        return [read(Decision(body, date, text))]
    found = []
    for is_own, part in zip(own, parts, strict=True):
        whose = body if is_own or not part.body else bodies.written(part.body)
        found.append(read(Decision(whose, part.date or date, _AFTER.sub("", part.text).strip())))
    return found


def _is_own(part: several.Part, parts: list[several.Part], body: str, date: dt.date) -> bool:
    """Whether a part is what `body` decided, not another."""
    if part.body is None or part.date is None:
        return bool(_OWN.match(part.head) or (part.body and part.body.casefold() == body.casefold()))
    alone = [other.date for other in parts].count(date) == 1
    return part.body.casefold() == body.casefold() or (part.date == date and alone)


def read(decision: Decision) -> Decision:
    """The decision with what its text says, where nothing was given."""
    to_do = actions(decision.text, decision.date)
    rest = to_do.rest
    return replace(
        decision,
        outcomes=decision.outcomes or outcomes(rest or decision.text, decision.body, decision.date),
        deadlines=decision.deadlines or _once((*deadlines(rest, decision.date), *to_do.deadlines)),
        responsible=decision.responsible or tuple(dict.fromkeys((*responsible(rest), *to_do.responsible))),
        amounts=decision.amounts or amounts(decision.text),
    )


def telling(decision: Decision) -> str:
    """What tells what a decision came to: its text without who shall do what, where there is more."""
    return actions(decision.text, decision.date).rest or decision.text


def _once(found: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    """Each day once, by the words that name it first."""
    kept: dict[object, Deadline] = {}
    for one in found:
        kept.setdefault(one.date or one.text, one)
    return tuple(kept.values())
