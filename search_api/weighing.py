"""The candidates of a request, weighed: which items are results, and in which order."""

from __future__ import annotations

import logging
import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from msgspec.structs import replace as struct_with

from engines.asked import Filters, Selection
from engines.base import Engine
from engines.found import Candidate, Evidence
from engines.words import Words
from indexer.embedding import ModelUnavailable, Reader, Reranker
from mappings import analysis, series
from mappings.documents import embedding_text
from search_api import floor, persons, ranking, widening
from search_api.asking import MOST_TITLED, Asked
from search_api.floor import Calibration, ItemReader
from search_api.ranking import Bonus, Nearness, Ranked
from search_api.readings.narrowing import within
from search_api.readings.patterns import YEAR
from search_api.reranking import reranked, text
from search_api.signals import Signals

# Items weighed by each kind of evidence. Time goes with their number: 50 take 1.2 times that of 30, and are worth
# nothing (docs/ranking.md). Where half of them are hits though they lack words, there may be more such: then many are
# weighed, so that a facet counts what choosing its value would give.
CANDIDATES, MANY_CANDIDATES = 30, 400
_MOST_IN_A_ROW = 1_000  # items that hold what was typed word for word: of these the candidates count
MOST_NAMED = 200  # items of a case or person named in the question; for all of them there is the filter
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Scored:
    """Candidates, and the score of each by its evidence."""

    candidates: Sequence[Candidate]
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What was found, `ranked` best first: `lowest` is the floor, `found` and `favoured` what got a bonus."""

    scored: _Scored
    ranked: list[Ranked]
    lowest: float
    favoured: Mapping[str, Bonus]
    found: Mapping[str, Bonus]


class Weighing:
    """Weighs what an engine finds; shared between threads."""

    def __init__(
        self,
        engine: Engine,
        signals: Signals,
        calibration: Calibration,
        nearness: Nearness,
        reranker: Reranker | None,
        reader: Reader | None,
    ) -> None:
        self._engine = engine
        self._signals = signals
        self._calibration = calibration
        self._weights = replace(signals.weights, nearness=nearness)
        self._reranker = reranker
        self._reader = reader if signals.reading else None
        self._whole: tuple[Asked, float] | None = None

    def ranked(self, asked: Asked, filters: Filters) -> list[Ranked]:
        """The candidates of the question within `filters`, hits first and best first; none where nothing is asked."""
        weighed = self._weighed(asked, filters)
        ranked = weighed.ranked
        if self._signals.widening and ranked and weighed.lowest > 0:
            ranked = self._widened(asked, filters, weighed)
        if self._reranker is not None:
            ranked = reranked(ranked, weighed.found, lambda ids: self._resemblance(asked, ids))
        return [one for hit in (True, False) for one in ranking.spread([r for r in ranked if r.hit == hit])]

    def hits(self, asked: Asked, filters: Filters) -> list[Ranked]:
        """Those of `ranked` that are results, to be counted: what only orders them is left out."""
        return [one for one in self._weighed(asked, filters).ranked if one.hit]

    def _weighed(self, asked: Asked, filters: Filters) -> _Weighed:
        if asked.understood.empty:
            return _Weighed(_Scored([], []), [], math.inf, {}, {})
        found = self.found(asked, filters)
        floor_of = self._floor(asked, filters, sure=bool(found))
        scored, lowest = self._with_floor(asked, filters, floor_of)
        others = self._theirs(asked, filters, {candidate.item_id for candidate in scored.candidates})
        known = {candidate.item_id for candidate in (*scored.candidates, *others)}
        missing = sorted(item_id for item_id in found if item_id not in known)
        for one in self._engine.items(missing, asked.access) if missing else ():
            others.append(Candidate(one.item.id, one.meeting.date, Evidence(), one.item.case_number))
        if others:
            scored = self._scored([*scored.candidates, *others])
            lowest = floor_of(scored)
        favoured = self._favoured(asked, filters, scored.candidates)
        if found or filters == Filters():
            lowest = self._of_series(asked, scored, lowest, sure=bool(found))
        ranked = ranking.rank(scored.candidates, scored.values, favoured | found, lowest)
        return _Weighed(scored, ranked, lowest, favoured, found)

    def _scored(self, candidates: Sequence[Candidate]) -> _Scored:
        return _Scored(candidates, ranking.scores(candidates, self._weights))

    def _widened(self, asked: Asked, filters: Filters, weighed: _Weighed) -> list[Ranked]:
        """The same with what shares words with the best: raised by that, or there at all, but never a result by it.

        What is new has no evidence of its own, so with a floor above 0 it stays below.
        """
        ranked, scored, named = weighed.ranked, weighed.scored, {**weighed.favoured, **weighed.found}
        best = next((one for one in ranked if one.hit), ranked[0]).candidate.item_id
        alike = widening.alike(
            self._engine, best, asked.understood.words, asked.vector, filters, CANDIDATES, asked.access
        )
        known = {one.item_id for one in scored.candidates}
        nothing = Evidence()
        others = [
            Candidate(one.item_id, one.date, nothing, one.case_number) for one in alike if one.item_id not in known
        ]
        raised = dict(named)
        for one in alike:
            before = named.get(one.item_id, ranking.NO_BONUS)
            if not before.alone:
                raised[one.item_id] = Bonus(before.value + ranking.ALIKE * one.evidence.related, before.hit)
        values = [*scored.values, *ranking.scores(others, self._weights)]
        return ranking.rank([*scored.candidates, *others], values, raised, weighed.lowest)

    def _theirs(self, asked: Asked, filters: Filters, known: Set[str]) -> list[Candidate]:
        """What else the question may mean of those whom it names beside a topic: what their items have of its words."""
        theirs: dict[str, Candidate] = {}
        for reading in asked.understood.readings:
            rather = within(filters, reading.asks) if reading.kind == "person" and reading.effect == "favours" else None
            if rather:
                found = self._engine.candidates(asked.understood.words, asked.vector, rather, CANDIDATES, asked.access)
                theirs.update({one.item_id: one for one in found if one.item_id not in known})
        return list(theirs.values())

    def _resemblance(self, asked: Asked, ids: Sequence[str]) -> dict[str, float]:
        """What the reranker makes of the question beside each item's title and nearest passage."""
        assert self._reranker is not None
        found = self._engine.items(ids, asked.access, asked.vector)
        scores = self._reranker.scores(asked.understood.meaning, [text(one) for one in found])
        return {one.item.id: score for one, score in zip(found, scores, strict=True)}

    def candidates(self, asked: Asked, filters: Filters, *, sure: bool = False) -> list[Candidate]:
        """As many for every page: with more for a later one, totals and order would shift while somebody pages.

        `sure` where there are results that were asked for outright: then nothing need be read.
        """
        return list(self._with_floor(asked, filters, self._floor(asked, filters, sure=sure))[0].candidates)

    def _with_floor(
        self, asked: Asked, filters: Filters, floor_of: Callable[[_Scored], float]
    ) -> tuple[_Scored, float]:
        """The candidates, and the floor among them."""
        words = asked.understood.words
        found = self._scored(self._engine.candidates(words, asked.vector, filters, CANDIDATES, asked.access))
        lowest = floor_of(found)
        if math.isinf(lowest):
            return found, lowest
        near = (one for one, value in zip(found.candidates, found.values, strict=True) if value >= lowest)
        if sum(1 for one in near if not one.evidence.all_words) <= CANDIDATES // 2:
            return found, lowest
        found = self._scored(self._engine.candidates(words, asked.vector, filters, MANY_CANDIDATES, asked.access))
        return found, floor_of(found)

    def without_phrases(self, asked: Asked) -> list[Ranked]:
        """Where nothing holds a phrase asked for: what comes near without it, none of which is a result."""
        words = replace(asked.understood.words, phrases=())
        found = self._engine.candidates(words, asked.vector, asked.filters, CANDIDATES, asked.access)
        near = [struct_with(one, evidence=struct_with(one.evidence, all_words=False)) for one in found]
        return ranking.rank(near, ranking.scores(near, self._weights), {}, math.inf)

    def _floor(self, asked: Asked, filters: Filters, *, sure: bool) -> Callable[[_Scored], float]:
        """What gives the floor among candidates; `sure` where there are results that were asked for outright.

        What is no result in the whole index is none in a part of it either, so there the floor is that of the whole.
        """
        if filters != Filters() and not sure:
            return lambda _: self._floor_of_all(asked)
        return lambda found: self._floor_of(asked, found, sure)

    def _floor_of_all(self, asked: Asked) -> float:
        """The floor where nothing is left out.

        A page asks for several parts of one request, so the last one's is kept.
        """
        known = self._whole
        if known is None or known[0] is not asked:
            words = asked.understood.words
            found = self._scored(self._engine.candidates(words, asked.vector, Filters(), CANDIDATES, asked.access))
            lowest = self._floor_of(asked, found, sure=False)
            self._whole = known = (asked, self._of_series(asked, found, lowest, sure=False))
        return known[1]

    def _of_series(self, asked: Asked, found: _Scored, lowest: float, *, sure: bool) -> float:
        """The floor; where many items are of one series, none leads the others, so in doubt a series counts once."""
        if math.isfinite(lowest) or not floor.is_crowded(found.values):
            return lowest
        different = self._different(asked, found)
        return self._floor_of(asked, different, sure) if len(different.values) < len(found.values) else lowest

    def _floor_of(self, asked: Asked, found: _Scored, sure: bool) -> float:
        """The floor; `sure` where there are results that were asked for outright."""
        return floor.floor(
            found.candidates,
            found.values,
            asked.understood,
            self._calibration,
            self._weights,
            self.reading(asked),
            sure=sure,
        )

    def _different(self, asked: Asked, found: _Scored) -> _Scored:
        """The best candidate of each series and each title (`mappings.series`), best first."""
        every = zip(found.candidates, found.values, strict=True)
        best = sorted(every, key=lambda one: -one[1])[:CANDIDATES]
        titled = self._engine.titles([one.item_id for one, _ in best], asked.access)
        titles = {item_id: series.key(title) for item_id, title in titled.items()}
        first: dict[series.Key | str, tuple[Candidate, float]] = {}
        for one, value in best:
            first.setdefault(titles.get(one.item_id) or one.item_id, (one, value))
        return _Scored([one for one, _ in first.values()], [value for _, value in first.values()])

    def reading(self, asked: Asked) -> ItemReader | None:
        """What reads items beside the question; None where nothing does, or there is nothing to read."""
        question = asked.understood.meaning
        if self._reader is None or asked.vector is None or not question:
            return None

        def read(item_id: str) -> float | None:
            for one in self._engine.items([item_id], asked.access, asked.vector):
                text = embedding_text(one.item, one.nearest) if one.nearest else one.item.title
                return self._read(question, text)
            return None

        return read

    def warm(self) -> None:
        """Load the reader, where the floor asks for one."""
        if self._calibration.doubt is not None:
            self._read("hjemmearbejde", "hjemmearbejde")

    def _read(self, question: str, text: str) -> float | None:
        """What the reader makes of a text; one that cannot be loaded is told of once and done without from then on."""
        reader = self._reader
        try:
            return reader.score(question, text) if reader else None
        except ModelUnavailable as error:  # the evidence alone is better than no answer
            log.warning("%s", error)
            self._reader = None
            return None

    def found(self, asked: Asked, filters: Filters) -> dict[str, Bonus]:
        """The items that the question names, by case number, title or a person alone: results whatever their words."""
        words = asked.understood.words
        marked = Words(phrases=words.phrases, excluded=words.excluded, excluded_phrases=words.excluded_phrases)
        strict = marked if words.phrases or words.excludes else None
        found: dict[str, Bonus] = {}
        for reading in asked.understood.readings:
            theirs = within(filters, reading.asks) if reading.effect == "finds" else None
            if theirs and reading.items:
                of_title = Selection(also=reading.items, filters=theirs, limit=len(reading.items))
                found.update(dict.fromkeys(self._engine.select(of_title, asked.access).ids, ranking.TITLED))
            elif theirs:
                selection = Selection(words=strict, filters=theirs, limit=MOST_NAMED)
                bonus = ranking.OF_CASE if reading.kind == "case" else ranking.ALL_THEIRS
                ids = self._engine.select(selection, asked.access).ids
                found.update(dict.fromkeys(ids, bonus))
                if reading.kind == "person":
                    more = replace(bonus, value=bonus.value + ranking.NAMED_THERE)
                    found.update(dict.fromkeys(self._naming(reading.asks.people, ids, asked), more))
        return found

    def _naming(self, people: Sequence[str], ids: Sequence[str], asked: Asked) -> list[str]:
        """Which of the items name one of these people themselves, where others are of a meeting they were at."""
        found = self._engine.items(ids, asked.access) if people and ids else []
        return [one.item.id for one in found if persons.are_named(one, people)]

    def _favoured(self, asked: Asked, filters: Filters, found: Sequence[Candidate]) -> dict[str, Bonus]:
        """Which candidates are what the question would rather have, with what that is worth for all its reasons."""
        favoured: dict[str, float] = defaultdict(float)
        candidates = tuple(candidate.item_id for candidate in found)
        for reading in asked.understood.readings:
            rather = within(filters, reading.asks) if reading.effect == "favours" and candidates else None
            if rather and rather != filters:
                selection = Selection(also=candidates, filters=rather, limit=len(candidates))
                ids = self._engine.select(selection, asked.access).ids
                worth = dict.fromkeys(ids, ranking.FAVOURED[reading.kind])
                if reading.kind == "person":
                    worth |= {one: worth[one] + ranking.NAMED_THERE for one in self._naming(rather.people, ids, asked)}
                for item_id, value in worth.items():
                    favoured[item_id] += value
        for held, value in self._by_words(asked, filters, found) if self._signals.together else ():
            for item_id in held:
                favoured[item_id] += value
        return {item_id: Bonus(value, hit=False) for item_id, value in favoured.items()}

    def _by_words(
        self, asked: Asked, filters: Filters, found: Sequence[Candidate]
    ) -> Iterator[tuple[Iterable[str], float]]:
        """Which candidates hold the words of the question as they are rather wanted, with what that is worth."""
        if len(asked.understood.words.stems) == 1:
            yield [one.item_id for one in found if one.evidence.title > 0], ranking.IN_TITLE
            return
        candidates = {one.item_id for one in found}
        yield self._of_its_year(asked, candidates), ranking.OF_ITS_YEAR
        yield [one.item_id for one in found if one.evidence.all_words], ranking.ALL_WORDS
        yield candidates.intersection(self._in_a_row(asked, filters)), ranking.IN_A_ROW

    def _in_a_row(self, asked: Asked, filters: Filters) -> Sequence[str]:
        """The newest items that hold what was typed, word for word."""
        runs = analysis.asked_phrases(asked.understood.text)
        if len(runs) != 1 or len(runs[0]) < 2:
            return ()
        held = Selection(words=Words(phrases=(runs[0],)), filters=filters, limit=_MOST_IN_A_ROW)
        return self._engine.select(held, asked.access).ids

    def _of_its_year(self, asked: Asked, candidates: Collection[str]) -> list[str]:
        """The candidates with all the words in their titles, where one is a year, whenever they were dealt with."""
        stems = asked.understood.words.stems
        if len(stems) < 2 or not any(re.fullmatch(YEAR, stem) for stem in stems):
            return []
        titled = self._engine.titled(stems, "", MOST_TITLED, asked.access)
        return [item_id for item_id in titled if item_id in candidates]
