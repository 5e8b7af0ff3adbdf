"""What a question that gives nothing may have been meant to be: spelled otherwise, or with its time as words.

A text may name the day on which there will be no meeting, or tell of a year long after it: where no meeting of that
time has an answer, what names the time is looked for instead, within all else that narrows the question. Either is
told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec.structs import replace as struct_with

from engines.asked import Access, Selection
from engines.base import Engine
from mappings import analysis
from mappings.documents import Person
from mappings.told import Told, quoted
from search_api import correcting
from search_api.asking import Asked, Asking
from search_api.query import SearchRequest, checked
from search_api.ranking import Ranked
from search_api.readings.narrowing import narrowed
from search_api.readings.reading import Reading
from search_api.understanding import Understood
from search_api.weighing import Weighing


@dataclass(frozen=True, slots=True)
class Meant:
    """A request made ready, or what it was meant to be; another spelling, where there is one; what is to be told.

    `wider` is what there is without the readings that narrow, where these leave nothing over.
    """

    asked: Asked
    ranked: list[Ranked]
    suggestion: str | None
    notices: tuple[str, ...] = ()
    wider: tuple[Ranked, ...] = ()


class Meaning:
    """Makes requests ready and weighs what they find, over one engine; shared between threads."""

    def __init__(self, engine: Engine, asking: Asking, weighing: Weighing) -> None:
        self._engine = engine
        self._asking = asking
        self._weighing = weighing

    def meant(self, request: SearchRequest, people: Mapping[str, Person], access: Access) -> Meant:
        """The request made ready and its candidates weighed; as it may have been meant, where only that has results."""
        asked = self._asking.asked(checked(request), people, access)
        ranked = self._weighing.ranked(asked, asked.filters)
        suggestion = self._corrected(asked, ranked)
        if any(r.hit for r in ranked):
            return Meant(asked, ranked, suggestion)
        wider = tuple(self._weighing.ranked(asked, asked.chosen)) if asked.filters != asked.chosen else ()
        named = self._told_of(asked, people, access) if asked.understood.empty else self._named(asked, wider)
        if named:
            return named
        if suggestion:
            respelled = self._asking.asked(replace(request, question=suggestion), people, access)
            found = self._weighing.ranked(respelled, respelled.filters)
            if any(r.hit for r in found):
                told = Told(
                    "Intet svarer til »%(typed)s«; her er, hvad der svarer til »%(meant)s«.",
                    typed=asked.understood.text,
                    meant=suggestion,
                )
                return Meant(respelled, found, suggestion, (told,))
        return Meant(asked, ranked, suggestion, wider=wider)

    def _named(self, asked: Asked, wider: Sequence[Ranked]) -> Meant | None:
        """What would be a result at any time and names the time that the question was narrowed to; None if nothing."""
        times, others = _narrowing(asked)
        if not times:
            return None
        filters = narrowed(asked.chosen, others)
        ranked = wider if filters == asked.chosen else self._weighing.ranked(asked, filters)
        if not any(r.hit for r in ranked):
            return None
        other = replace(asked, understood=_as_words(asked.understood, times), filters=filters)
        naming = {candidate.item_id for candidate in self._weighing.candidates(other, other.filters)}
        found = [struct_with(r, hit=r.hit and r.candidate.item_id in naming) for r in ranked]
        if not any(r.hit for r in found):
            return None
        return Meant(other, [r for hit in (True, False) for r in found if r.hit == hit], None, (_told(times),))

    def _told_of(self, asked: Asked, people: Mapping[str, Person], access: Access) -> Meant | None:
        """What names the time that is all a question asks for, where no meeting is of it; None if nothing."""
        times, others = _narrowing(asked)
        if not times:
            return None
        if self._engine.select(Selection(filters=asked.filters, limit=0), access).total:
            return None
        literal = (*asked.request.literal, *(one.names for one in times))
        other = self._asking.asked(replace(asked.request, literal=literal), people, access)
        if other.filters != narrowed(asked.chosen, others):
            return None  # beside words an outcome only favours: what was put off in 2022 is nothing that names 2022
        other = replace(other, request=asked.request, understood=_naming(other.understood, times))
        ranked = self._weighing.ranked(other, other.filters)
        found = [struct_with(r, hit=r.hit and r.candidate.evidence.all_words) for r in ranked]
        return Meant(other, found, None, (_told(times),)) if any(r.hit for r in found) else None

    def _corrected(self, asked: Asked, ranked: list[Ranked]) -> str | None:
        """The question spelled otherwise, where no item holds its words as they are typed."""
        understood = asked.understood
        if understood.empty or any(r.candidate.evidence.all_words for r in ranked):
            return None
        if understood.language != "da":
            return None
        return correcting.corrected(
            understood.text,
            understood.plain_words,
            lambda word: self._asking.occurs(word, asked.access),
            lambda word: self._engine.spellings(word, asked.access),
        )


def _narrowing(asked: Asked) -> tuple[list[Reading], list[Reading]]:
    """What narrows the question: times that a text may name, and all else."""
    every = [one for one in asked.understood.readings if one.effect == "narrows"]
    return [one for one in every if one.names], [one for one in every if not one.names]


def _told(times: Sequence[Reading]) -> Told:
    return Told(
        "Intet fundet med %(narrowing)s; her er, hvad der nævner %(names)s.",
        narrowing=quoted(one.label for one in times),
        names=quoted(one.names for one in times),
    )


def _as_words(understood: Understood, times: Sequence[Reading]) -> Understood:
    """The question with the times that it was narrowed to as phrases, its text as it was typed."""
    return replace(
        _naming(understood, times),
        terms=tuple(dict.fromkeys((*understood.terms, *(one.names for one in times)))),
        readings=tuple(one for one in understood.readings if one not in times),
    )


def _naming(understood: Understood, times: Sequence[Reading]) -> Understood:
    """The question with these times as phrases that a text must hold."""
    named = [phrase for one in times for phrase in analysis.asked_phrases(one.names)]
    words = understood.words
    return replace(understood, words=replace(words, phrases=tuple(dict.fromkeys((*words.phrases, *named)))))
