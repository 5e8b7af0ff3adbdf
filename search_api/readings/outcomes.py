"""What came of a matter, as a question says it: "afviste ansøgninger", "ikke godkendt", "hvilke sager blev udsat"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from engines.asked import Filters
from mappings import analysis, danish
from mappings.documents import OUTCOMES, Outcome
from mappings.labels import OUTCOME_LABELS
from mappings.told import Told
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading, Readings

_WORDS = "outcome_words"
_NOT = frozenset(("ikke", "not", "aldrig", "never"))
_BETWEEN = frozenset(  # a negation and what it denies
    (
        "er",
        "var",
        "bliver",
        "blev",
        "blevet",
        "blive",
        "har",
        "kunne",
        "kan",
        "is",
        "was",
        "were",
        "has",
        "have",
        "been",
        "be",
    )
)
_FINITE = ("te", "ede", "kom", "er", "es")  # "godkendt ikke" is of two sentences
_SUBJECTS = frozenset(("vi", "man", "de", "i", "kommunen"))
_BODIES = ("udvalget", "rådet", "direktionen", "bestyrelsen")
_ADOPTED = frozenset(  # only ask what was, but denied they tell what came of it
    ("vedtaget", "vedtog", "vedtages", "vedtage", "godkende", "tiltræde", "imødekomme", "bevilge")
)
_EXPOSED = ("udsat", "for")  # "udsat for støj" is no postponement


def outcomes(text: Plain) -> Readings:
    """Every outcome that is asked for; beside a topic it is favoured, for it may be a matter of the text as well.

    No item need hold its words: a decision says "forslaget faldt" of what somebody asks for as *afvist*.
    """
    return Readings(tuple(_read(text)))


def _read(text: Plain) -> Iterator[Reading]:
    typed = [word.text for word in text.words]
    place = 0
    while place < len(typed):
        negated = typed[place] in _NOT
        begin = _denied(typed, place + 1) if negated else place
        outcome, end = _said(typed, begin)
        if negated and begin < len(typed) and typed[begin] in _ADOPTED:
            outcome, end = "approved", begin + 1
        if outcome is None or (negated and outcome != "approved"):
            place = max(end, place + 1)  # "ikke afvist" may have come to anything
            continue
        behind = None if negated or outcome != "approved" else _denial_behind(typed, end)
        if behind == end:  # "godkendes ikke"
            end += 1
        elif behind is not None:  # "godkendte vi ikke"
            word = text.words[behind]
            yield Reading(kind="intent", effect="drops", start=word.start, end=word.end, means=word.typed)
        meant: Outcome = "rejected" if negated or behind is not None else outcome
        yield Reading(
            kind="outcome",
            effect="favours",
            start=text.words[place].start,
            end=text.words[end - 1].end,
            means=Told("beslutninger med udfaldet %(outcome)s", outcome=OUTCOME_LABELS[meant].lower()),
            asks=Filters(outcomes=(meant,)),
            hints=True,
            bare=True,
        )
        place = end


def _denied(typed: list[str], begin: int) -> int:
    """Where begins what is denied: *ikke blevet godkendt*."""
    while begin < len(typed) and typed[begin] in _BETWEEN:
        begin += 1
    return begin


def _denial_behind(typed: list[str], end: int) -> int | None:
    """Where the *ikke* stands that denies what is said up to `end`; None where there is none."""
    if not typed[end - 1].endswith(_FINITE):
        return None
    subject = end < len(typed) and (typed[end] in _SUBJECTS or typed[end].endswith(_BODIES))
    place = end + subject
    return place if place < len(typed) and typed[place] in _NOT else None


def _said(typed: list[str], begin: int) -> tuple[Outcome | None, int]:
    """The outcome that the words from `begin` on say, and where they end; the longest way to say it."""
    if begin >= len(typed) or tuple(typed[begin : begin + 2]) == _EXPOSED:
        return None, begin
    for words, outcome in _by_first().get(analysis.fold(typed[begin]), ()):
        end = begin + len(words)
        if tuple(map(analysis.fold, typed[begin:end])) == words:
            return outcome, end
    return None, begin


@cache
def _by_first() -> dict[str, list[tuple[tuple[str, ...], Outcome]]]:
    """Every way to say an outcome, folded, by its first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Outcome]]] = {}
    for line in sorted(danish.words(_WORDS)):
        name, _, ways = line.partition(":")
        outcome = OUTCOMES[OUTCOMES.index(name)]  # raises ValueError for a misspelt one
        for way in ways.split(","):
            words = tuple(map(analysis.fold, analysis.words(way)))
            found.setdefault(words[0], []).append((words, outcome))
    return {first: sorted(ways, key=lambda way: -len(way[0])) for first, ways in found.items()}
