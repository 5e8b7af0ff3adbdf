"""What a mail has around its question: "SV: ", "Hej Lone," "Venlig hilsen Peter". No item is about that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search_api.readings.plain import Plain, Word
from search_api.readings.reading import Reading, Readings

_HEAD = re.compile(
    r"(?:(?:re|sv|vs|fw|fwd|emne|subject): ?)+"
    r"|(?:(?:hej|kære|goddag|dear|hi|hello)(?: [^\W\d]+){0,3}[,.!:]|hej(?= ))"
)
_TAIL = re.compile(
    r"(?:(?<!\w)(?:mvh|(?:med )?(?:venlig|bedste) hilsen|(?:kind|best) regards)(?!\w)[^\ufffc]{0,200}"
    r"|(?<=[.?!,] )(?:på forhånd )?(?:mange |tusind )?(?:tak|thanks)(?: for (?:hjælpen|svar))?\W*)$"
)


def mail(text: Plain) -> Readings:
    """The greeting, the thanks and the name below; none where nothing else stands there."""
    matches = [match for match in (_HEAD.match(text.text), _TAIL.search(text.text)) if match]
    runs = [[word for word in text.words if match.start() <= word.start < match.end()] for match in matches]
    found = tuple(_reading(run) for run in runs if run)
    return Readings(found if text.kept or sum(map(len, runs)) < len(text.words) else ())


def _reading(run: Sequence[Word]) -> Reading:
    said = " ".join(word.typed for word in run)
    return Reading(kind="intent", effect="drops", start=run[0].start, end=run[-1].end, means=said)
