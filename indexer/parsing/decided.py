"""A decision from its text: what it came to, by when, who, and for how much."""

from __future__ import annotations

from dataclasses import replace

from indexer.parsing.amounts import amounts
from indexer.parsing.deadlines import deadlines
from indexer.parsing.outcomes import outcomes
from indexer.parsing.responsible import responsible
from mappings.documents import Decision


def read(decision: Decision) -> Decision:
    """The decision with what its text says, where nothing was given."""
    text = decision.text
    return replace(
        decision,
        outcomes=decision.outcomes or outcomes(text),
        deadlines=decision.deadlines or deadlines(text, decision.date),
        responsible=decision.responsible or responsible(text),
        amounts=decision.amounts or amounts(text),
    )
