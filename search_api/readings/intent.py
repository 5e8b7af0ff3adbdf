"""Words that say what somebody wants done, not what it is about: "hvad har vi besluttet om …", "… beslutninger".

They are data (`mappings/danish/intent.txt`): a run of them is set aside where it holds one that tells (marked `+`, or
`!` where it asks for decisions), at the head or the end of the question, or in the middle where it begins with a
question word. Other readings ("hvad har *Direktionen* besluttet *i 2021* om …") may stand in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from engines.base import Filters
from mappings import analysis, danish
from mappings.documents import OUTCOMES
from mappings.told import Told
from search_api.readings.plain import Plain, Word
from search_api.readings.reading import Reading
from search_api.synonyms import is_abbreviation

_TELLS, _DECISIONS = "+", "!"
_ASKS = danish.also_spelled_out(
    ("hvad", "hvornår", "hvilke", "hvilken", "hvilket", "har", "er", "what", "when", "which", "have")
)
_MEETINGS = frozenset(("møde", "møder", "mødet", "møderne", "meeting", "meetings"))
_SHORTEST_WITHIN = 3  # words of a run in the middle: a shorter one may belong to what is around it


def intent(text: Plain, others: Sequence[Reading]) -> list[Reading]:
    """The runs of mere intent, around the other readings; none where nothing else would be left to ask for."""
    free = [(word, _reading_of(word, others)) for word in text.words]
    runs = list(_runs(free))
    used = {word.start for run in runs for word in run}
    rest = [word for word, other in free if other is None and word.start not in used]
    shouted = not any(word.typed.islower() for word in text.words)
    capitals = not shouted and any(is_abbreviation(word.typed) for word in rest)  # MED is no *med*
    if not (text.kept or capitals or analysis.content(word.text for word in rest)):
        return []
    return [reading for run in runs for reading in _readings(run, free)]


def is_intent(word: str) -> bool:
    """Whether a word is one of intent."""
    return word in _known()


def _runs(free: Sequence[tuple[Word, Reading | None]]) -> Iterator[list[Word]]:
    """The words of each run that is set aside; those of other readings are passed over."""
    place = 0
    while place < len(free):
        end = place
        while end < len(free) and (free[end][1] is not None or _asks(free, end)):
            end += 1
        run = [word for word, other in free[place:end] if other is None]
        if run and (_tells(run) or _are_of_a_time(free[place:end])):
            within = place > 0 and end < len(free)
            if not within or (run[0].text in _ASKS and len(run) >= _SHORTEST_WITHIN):
                yield run
        place = max(end, place + 1)


def _tells(run: Iterable[Word]) -> bool:
    return any(_known()[word.text] for word in run)


def _are_of_a_time(run: Sequence[tuple[Word, Reading | None]]) -> bool:
    """Whether meetings are named whose time or body is told ("møder i 2021 om skoler"): that says nothing more."""
    return any(
        word.text in _MEETINGS and told is not None and told.kind in ("period", "body") and told.effect == "narrows"
        for (word, other), (_, told) in pairwise(run)
        if other is None
    )


def _asks(free: Sequence[tuple[Word, Reading | None]], place: int) -> bool:
    """Whether the word there is one of intent; not where it is the end of a name (*Ældre Sagen*)."""
    word = free[place][0]
    before, other = free[place - 1] if place else (None, None)
    name = before is not None and other is None and before.text not in _known() and before.typed.istitle()
    return word.text in _known() and not (name and word.typed == "Sagen")


def _readings(run: Sequence[Word], free: Sequence[tuple[Word, Reading | None]]) -> Iterator[Reading]:
    """A run as readings, one for each stretch without another reading in it; none for a mere *om*."""
    places = {word.start: place for place, (word, _) in enumerate(free)}
    stretches: list[list[Word]] = []
    for word in run:
        if not stretches or places[word.start] != places[stretches[-1][-1].start] + 1:
            stretches.append([])
        stretches[-1].append(word)
    yield from (_reading(one) for one in stretches if analysis.content(word.text for word in one) or _tells(one))


def _reading(stretch: Sequence[Word]) -> Reading:
    said = " ".join(word.typed for word in stretch)
    start, end = stretch[0].start, stretch[-1].end
    if any(_known()[word.text] == _DECISIONS for word in stretch):
        means, asks = Told("punkter, hvor noget blev besluttet"), Filters(outcomes=OUTCOMES)
        return Reading(kind="decisions", effect="favours", start=start, end=end, means=means, asks=asks)
    return Reading(kind="intent", effect="drops", start=start, end=end, means=said)


def _reading_of(word: Word, others: Sequence[Reading]) -> Reading | None:
    return next((one for one in others if one.start < word.end and word.start < one.end), None)


@cache
def _known() -> dict[str, str]:
    """Each word of intent, and what it tells: `+`, `!`, or nothing."""
    marks = (_TELLS, _DECISIONS)
    listed = danish.also_spelled_out(danish.words("intent"))
    return {word.lstrip("".join(marks)): word[0] if word[0] in marks else "" for word in listed}
