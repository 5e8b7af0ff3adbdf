"""What has a minus, *NOT* or *undtagen* before it: items that hold it are none (*-frokost*, *-"den nye"*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search_api.readings.plain import QUOTES, Mark
from search_api.readings.reading import Reading


def without(question: str, marked: Sequence[Mark]) -> Iterator[Reading]:
    """Every such word or phrase of the question that has words."""
    for mark in marked:
        if mark.excluded and mark.words:
            said = question[mark.inner : mark.end].strip(QUOTES)
            yield Reading(kind="without", effect="excludes", start=mark.start, end=mark.end, means=said)
