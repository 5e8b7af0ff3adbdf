"""What a question that gives nothing may have been meant to be: spelled otherwise, or with its time as words.

A text may name the day on which there will be no meeting, or tell of a year long after it: where no meeting of that
time has an answer, what names the time is looked for instead. Either is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engines.base import Access, Engine
from mappings import analysis
from mappings.documents import Person
from mappings.told import Told, quoted
from search_api import correcting
from search_api.asking import Asked, Asking
from search_api.query import SearchRequest, checked
from search_api.ranking import Ranked
from search_api.related_words import is_english
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
        named = self._named(asked, wider)
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
        narrowing = [one for one in asked.understood.readings if one.effect == "narrows"]
        if not all(one.names for one in narrowing) or not any(r.hit for r in wider):
            return None
        other = replace(asked, understood=_as_words(asked.understood), filters=asked.chosen)
        naming = {candidate.item_id for candidate in self._weighing.candidates(other, other.filters)}
        found = [replace(r, hit=r.hit and r.candidate.item_id in naming) for r in wider]
        if not any(r.hit for r in found):
            return None
        told = Told(
            "Intet fundet med %(narrowing)s; her er, hvad der nævner %(names)s.",
            narrowing=quoted(one.label for one in narrowing),
            names=quoted(one.names for one in narrowing),
        )
        return Meant(other, [r for hit in (True, False) for r in found if r.hit == hit], None, (told,))

    def _corrected(self, asked: Asked, ranked: list[Ranked]) -> str | None:
        """The question spelled otherwise, where no item holds its words as they are typed."""
        understood = asked.understood
        if understood.empty or any(r.candidate.evidence.all_words for r in ranked):
            return None
        if understood.language != "da" or is_english(analysis.words(understood.text)):
            return None

        return correcting.corrected(
            understood.text,
            understood.plain_words,
            lambda word: self._asking.occurs(word, asked.access),
            lambda word: self._engine.spellings(word, asked.access),
        )


def _as_words(understood: Understood) -> Understood:
    """The question with the times that it was narrowed to as phrases, its text as it was typed."""
    narrowing = [one for one in understood.readings if one.effect == "narrows"]
    named = [phrase for one in narrowing for phrase in analysis.asked_phrases(one.names)]
    return replace(
        understood,
        words=replace(understood.words, phrases=tuple(dict.fromkeys((*understood.words.phrases, *named)))),
        terms=tuple(dict.fromkeys((*understood.terms, *(one.names for one in narrowing)))),
        readings=tuple(one for one in understood.readings if one not in narrowing),
    )
