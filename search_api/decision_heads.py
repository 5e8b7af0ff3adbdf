"""The lines of a decision that say no more than whose it is, and of when: *Byrådet den 26. maj 2016:*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mappings.dates import PATTERN, matches
from mappings.documents import Decision

# Beside a body and a date, in a line that only says whose decision follows.
_OF_HEADS = {
    "den",
    "d",
    "i",
    "fra",
    "af",
    "beslutning",
    "beslutninger",
    "tidligere",
    "behandling",
    "endelig",
    "pkt",
    "punkt",
}
_STEM = 6  # letters: *Byrådet* is *Aarhus Byråd*


class DecisionHeads:
    """Knows the lines that say no more than whose these decisions are and of when, beside the decisions themselves."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._several = len(decisions) > 1
        self._texts = sorted({" ".join(decision.text.split()) for decision in decisions} - {""}, key=len, reverse=True)
        self._dates = {decision.date for decision in decisions}
        self._names = {word[:_STEM] for one in decisions for word in re.findall(r"\w+", one.body.casefold())}

    def has(self, line: str) -> bool:
        """Whether a line is one of them."""
        if not self._several:
            return False
        head = " ".join(line.split())
        for text in self._texts:
            head = head.replace(text, " ")
        if not {date for _, date in matches(head)} <= self._dates:
            return False
        words = set(re.findall(r"\w+", PATTERN.sub(" ", head).casefold())) - _OF_HEADS
        return all(word[:_STEM] in self._names or word.isdigit() for word in words)
