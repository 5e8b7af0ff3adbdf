"""The headings of groups of items: *B. SAGER TIL AFGØRELSE I BYRÅDET*, *ORIENTERINGER*, alone right above an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing import openness
from indexer.parsing.item_headings import VERDICT
from indexer.parsing.lines import PLAIN, Line
from indexer.parsing.opening import Opening

_LONGEST = 100  # characters
_LETTER = re.compile(r"^(?:[A-ZÆØÅ]|[IVX]{1,4})[.)]\s+")
_ADDED = re.compile(r"(?:tillægs|ekstra)\s?punkt(?:er)?:?", re.IGNORECASE)
# What groups are of; *TAGET TIL ORIENTERING* is a decision.
_SEVERAL = re.compile(
    r"(?:(?:(?:åbne|lukkede|øvrige|andre|nye) )?\w*(?:sager|punkter)|indstillinger|orienteringer|drøftelser"
    r"|meddelelser)\b",
    re.IGNORECASE,
)


def without(lines: Sequence[Line], openings: Sequence[Opening]) -> tuple[Line, ...]:
    """The lines, those told as furniture that head a group of items and so belong to none."""
    heads = {opening.first - 1 for opening in openings if opening.first and _is_heading(lines[opening.first - 1])}
    return tuple(replace(line, furniture="group") if at in heads else line for at, line in enumerate(lines))


def _is_heading(line: Line) -> bool:
    alone = (line.before and line.after) or line.rank < PLAIN
    if not line.heading_like or not alone or len(line.text) > _LONGEST or line.text[-1] in ".,;?!":
        return False
    if openness.is_mark(line) or openness.is_closed(line.text):
        return False
    if _ADDED.fullmatch(line.text):
        return True
    words = _LETTER.sub("", line.text, count=1)
    if words != line.text and words.isupper() and not VERDICT.match(words):
        return True
    return bool(_SEVERAL.match(words)) and (words != line.text or words.isupper())
