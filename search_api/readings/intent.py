"""Words that say what somebody wants done, not what it is about: "hvad har vi besluttet om …", "… beslutninger".

They are data (`mappings/danish/intent.txt`): a run of them is set aside where it holds one that tells (marked `+`, or
`!` where it asks for decisions), at the head or the end of the question, or in the middle where it begins with a
question word. At the head who asks may stand before it (*en borger spørger, hvad …*; `framing.txt`). Other readings
("hvad har *Direktionen* besluttet *i 2021* om …") may stand in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from engines.asked import Filters
from mappings import analysis, danish
from mappings.documents import OUTCOMES
from mappings.told import Told
from search_api.language import small_words
from search_api.readings.plain import Plain, Word
from search_api.readings.reading import Reading
from search_api.synonyms import is_abbreviation

_TELLS, _DECISIONS = "+", "!"
_ASKED = "?"
_ASKS = danish.also_spelled_out(
    ("hvad", "hvornår", "hvilke", "hvilken", "hvilket", "har", "er", "what", "when", "which", "have")
)
_MEETINGS = frozenset(("møde", "møder", "mødet", "møderne", "meeting", "meetings"))
_SHORTEST_WITHIN = 3  # words of a run in the middle: a shorter one may belong to what is around it


class _Said(NamedTuple):
    """A word of the question: the reading it is in; and what it tells as a word of intent, None where it is none."""

    word: Word
    other: Reading | None
    tells: str | None


def intent(text: Plain, others: Sequence[Reading]) -> list[Reading]:
    """The runs of mere intent, around the other readings; none where nothing else would be left to ask for."""
    said = _said([(word, _reading_of(word, others)) for word in text.words])
    runs = list(_runs(said))
    used = {one.word.start for run in runs for one in run}
    rest = [one.word for one in said if one.other is None and one.word.start not in used]
    shouted = not any(word.typed.islower() for word in text.words)
    capitals = not shouted and any(is_abbreviation(word.typed) for word in rest)  # MED is no *med*
    if not (text.kept or capitals or analysis.content(word.text for word in rest)):
        return []
    return [reading for run in runs for reading in _readings(run, said)]


def is_intent(word: str) -> bool:
    """Whether a word is one of intent."""
    return any(way == (word,) for way, _ in _known().get(word, ()))


def beside_intent(words: Sequence[str]) -> list[str]:
    """Those of the words in a row that are in no way to say what is wanted (*hvem meldte afbud*)."""
    rest: list[str] = []
    place = 0
    while place < len(words):
        ways = (way for way, _ in _known().get(words[place], ()) if tuple(words[place : place + len(way)]) == way)
        way = next(ways, ())
        rest += [] if way else [words[place]]
        place += len(way) or 1
    return rest


def _said(free: Sequence[tuple[Word, Reading | None]]) -> list[_Said]:
    """The words and what they tell; those of a way to say it together (*tager stilling til*) tell the same."""
    said: list[_Said] = []
    while len(said) < len(free):
        place = len(said)
        count, tells = _way(free, place)
        said += [_Said(word, other, tells) for word, other in free[place : place + count]]
    return said


def _way(free: Sequence[tuple[Word, Reading | None]], place: int) -> tuple[int, str | None]:
    """How many words from there on say together what is wanted, and what that tells; one that tells None for none.

    Not where the word is the end of a name (*Ældre Sagen*).
    """
    word = free[place][0]
    before, other = free[place - 1] if place else (None, None)
    name = before is not None and other is None and not is_intent(before.text) and before.typed.istitle()
    for way, tells in _known().get(word.text, ()) if not (name and word.typed == "Sagen") else ():
        ahead = free[place : place + len(way)]
        if tuple(one.text for one, _ in ahead) == way and (len(way) == 1 or all(of is None for _, of in ahead)):
            return len(way), tells
    return 1, None


def _runs(said: Sequence[_Said]) -> Iterator[list[_Said]]:
    """The words of each run that is set aside; those of other readings are passed over."""
    place = 0
    while place < len(said):
        end = (_framed(said) if place == 0 else 0) or _end(said, place, _is_small)
        run = [one for one in said[place:end] if one.other is None]
        if run and (_tells(run) or _are_of_a_time(said[place:end])):
            within = place > 0 and end < len(said)
            if not within or (run[0].word.text in _ASKS and len(run) >= _SHORTEST_WITHIN):
                yield run
        place = max(end, place + 1)


def _framed(said: Sequence[_Said]) -> int:
    """Where the run at the head ends that begins with who asks (*en borger spørger, hvad …*); 0 where nobody does."""
    framing = _framing()
    end = _end(said, 0, lambda word: word.text in framing or word.text in small_words() or _is_small(word))
    return end if any(framing.get(one.word.text) for one in said[:end] if one.other is None) else 0


def _end(said: Sequence[_Said], place: int, joins: Callable[[Word], bool]) -> int:
    """Where the run that begins there ends.

    At the head of the question other words join it (*hvem vedtog, hvad har man besluttet*), but never end it.
    """
    end = ahead = place
    while ahead < len(said):
        word, other, tells = said[ahead]
        ahead += 1
        if other is not None or tells is not None:
            end = ahead
        elif place or not joins(word):
            break
    return end


def _is_small(word: Word) -> bool:
    return word.text in danish.stop_words() and not is_abbreviation(word.typed)


def _tells(run: Iterable[_Said]) -> bool:
    return any(one.tells for one in run)


def _are_of_a_time(run: Sequence[_Said]) -> bool:
    """Whether meetings are named whose time or body is told ("møder i 2021 om skoler"): that says nothing more."""
    return any(
        one.word.text in _MEETINGS
        and after.other is not None
        and after.other.kind in ("period", "body")
        and after.other.effect == "narrows"
        for one, after in pairwise(run)
        if one.other is None
    )


def _readings(run: Sequence[_Said], said: Sequence[_Said]) -> Iterator[Reading]:
    """A run as readings, one for each stretch without another reading in it; none for a mere *om*."""
    places = {one.word.start: place for place, one in enumerate(said)}
    stretches: list[list[_Said]] = []
    for one in run:
        if not stretches or places[one.word.start] != places[stretches[-1][-1].word.start] + 1:
            stretches.append([])
        stretches[-1].append(one)
    yield from (_reading(one) for one in stretches if analysis.content(each.word.text for each in one) or _tells(one))


def _reading(stretch: Sequence[_Said]) -> Reading:
    means = " ".join(one.word.typed for one in stretch)
    start, end = stretch[0].word.start, stretch[-1].word.end
    if any(one.tells == _DECISIONS for one in stretch):
        means, asks = Told("punkter, hvor noget blev besluttet"), Filters(outcomes=OUTCOMES)
        return Reading(kind="decisions", effect="favours", start=start, end=end, means=means, asks=asks)
    return Reading(kind="intent", effect="drops", start=start, end=end, means=means)


def _reading_of(word: Word, others: Sequence[Reading]) -> Reading | None:
    return next((one for one in others if one.start < word.end and word.start < one.end), None)


@cache
def _framing() -> dict[str, bool]:
    """The words of who asks and how, and whether they say that something is asked."""
    words = danish.also_spelled_out(danish.words("framing"))
    return {word.removeprefix(_ASKED): word.startswith(_ASKED) for word in words}


@cache
def _known() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Each way to say what is wanted by its first word, the longest first; it tells `+`, `!`, or nothing."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in sorted(danish.also_spelled_out(danish.words("intent")), key=lambda line: -line.count(" ")):
        way = tuple(line.lstrip(_TELLS + _DECISIONS).split())
        found.setdefault(way[0], []).append((way, line[0] if line[0] in (_TELLS, _DECISIONS) else ""))
    return found
