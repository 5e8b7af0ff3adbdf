"""Recommendations that no heading announces: *Teknisk forvaltning indstiller, at grunden sælges.*

Such a paragraph is one above what was decided, in an item that heads none of its sections as a recommendation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from indexer.parsing.headings import Heading
from indexer.parsing.lines import Line
from indexer.parsing.prose import joined
from mappings.documents import SectionKind

_WHO = r"[A-ZÆØÅ](?:[^.,:;?!]|(?<=\d)\.|(?<=-),){2,80}"
_PROPOSES = re.compile(
    rf"(?:{_WHO}? indstiller|Det indstilles)(?:,? (?:til|over for) [^.:;?!]{{3,90}}?)?(?:[,:]? [Aa]t\b|[,:]$)"
)
_POINT = re.compile(r"(?:og |samt )?at\b", re.IGNORECASE)


def headings(lines: Sequence[Line], known: Sequence[Heading]) -> list[Heading]:
    """The headings of an item, and one without words where such a paragraph begins and where its text goes on."""
    decided = next((heading.first for heading in known if heading.kind == "decision"), 0)
    if any(heading.kind == "recommendation" for heading in known):
        return list(known)
    found: list[Heading] = []
    opened: SectionKind = "other"
    for heading, following in zip([None, *known], [*(one.first for one in known), len(lines)], strict=True):
        opened = heading.kind if heading else opened
        begin = heading.last + 1 if heading else 0
        end = min(following, decided)
        while (begin := _next(lines, begin, end)) < end:
            found.append(_wordless(lines, begin, "recommendation"))
            begin = _end(lines, begin, end)
            if begin < end and not _proposes(lines, begin, end):
                found.append(_wordless(lines, begin, opened))
    return sorted([*known, *found], key=lambda heading: heading.first)


def _next(lines: Sequence[Line], begin: int, end: int) -> int:
    """Where the next such paragraph begins; `end` where none does."""
    return next((at for at in range(begin, end) if _proposes(lines, at, end)), end)


def _proposes(lines: Sequence[Line], index: int, end: int) -> bool:
    line = lines[index]
    if not line.heading_like or not (line.before or index == 0):
        return False
    own = takewhile(lambda one: one is line or (one.heading_like and not one.before), lines[index:end])
    return _PROPOSES.match(joined(one.text for one in own)) is not None


def _end(lines: Sequence[Line], index: int, end: int) -> int:
    """The index behind the paragraph and the points that follow upon it."""
    own = takewhile(
        lambda one: not one.before or bool(one.marker) or _POINT.match(one.text) is not None, lines[index + 1 : end]
    )
    return index + 1 + len(list(own))


def _wordless(lines: Sequence[Line], index: int, kind: SectionKind) -> Heading:
    line = lines[index]
    return Heading(index, index, "", line.rank, kind, hard=True, rest=line.body)
