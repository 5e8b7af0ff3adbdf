"""The service: from a request to an answer, over any engine; pages, programs and terminal all ask here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engines.asked import FACETS, PUBLIC, Access, FacetName, Filters, Selection
from engines.base import Engine
from engines.found import Candidate, Selected
from engines.patience import one_question
from indexer.embedding import Embedder, Reader, Reranker
from indexer.embedding.common import remembered
from mappings.documents import Person
from mappings.told import Told, quoted
from search_api import facets, floor, results, suggesting
from search_api.answers import FacetValue, Result, SearchAnswer, SuggestAnswer
from search_api.asking import Asked, Asking
from search_api.browsing import Browsing
from search_api.common import Common
from search_api.exporting import Export, Hits, exported
from search_api.floor import Calibration
from search_api.highlighting import NOTHING, Marker
from search_api.meaning import Meaning, Meant
from search_api.query import DEFAULT_SIZE, SearchRequest
from search_api.query_answer import as_understood
from search_api.ranking import Ranked
from search_api.readings.narrowing import narrowed
from search_api.readings.reading import Reading
from search_api.signals import ALL, Signals
from search_api.sources import Sources
from search_api.synonyms import Synonyms
from search_api.understanding import Understood
from search_api.weighing import Weighing

# Neighbours fill up the first page where there are few results: beside a full one they only tire. With five at most,
# nDCG@10 of results and neighbours was 0.011 lower on the 109 questions of tests/quality to tune on.
PAGE = 10
MOST_NARROWED = 3  # neighbours within readings that narrow; the others are what there is without these


@dataclass(frozen=True, slots=True)
class FloorEvidence:
    """What the floor is set by: a question's candidates, and whether any is a result for sure.

    It is that by all the words, or where it was asked for outright. `reading` reads one of them beside the question;
    None where the service has no reader.
    """

    understood: Understood
    candidates: tuple[Candidate, ...]
    sure: bool
    reading: floor.ItemReader | None = None


class SearchService(Browsing):
    """Answers questions over one engine with one embedder; shared between threads."""

    def __init__(
        self,
        engine: Engine,
        embedder: Embedder | None,
        synonyms: Synonyms | None = None,
        signals: Signals = ALL,
        today: Callable[[], dt.date] = dt.date.today,
        calibration: Calibration | None = None,
        reranker: Reranker | None = None,
        sources: Sources | None = None,
        reader: Reader | None = None,
    ) -> None:
        calibration = calibration or (floor.shipped(embedder.name) if embedder else floor.shipped())
        known = embedder is not None and calibration.model == embedder.name
        common = Common(engine, embedder, calibration.common if known and signals.common else ())
        asking = Asking(engine, embedder, synonyms, signals, today, common)
        super().__init__(engine, embedder, asking, sources or Sources(), calibration.plain)
        self._synonyms = synonyms
        self._signals = signals
        self._today = today
        self._calibration = calibration
        self._reranker = reranker
        self._reader = reader
        nearness = calibration.nearness if common.is_known else calibration.plain
        self._weighing = Weighing(engine, signals, calibration, nearness, reranker, reader)
        self._meaning = Meaning(engine, asking, self._weighing)

    def by(self, signals: Signals, calibration: Calibration | None = None) -> SearchService:
        """The same service answering by other signals, or by another calibration; to be closed only once."""
        return SearchService(
            self._engine,
            self._embedder,
            self._synonyms,
            signals,
            self._today,
            calibration or self._calibration,
            self._reranker,
            self._sources,
            self._reader,
        )

    def on_this_index(self) -> SearchService:
        """The same with the mean of this index's passages as the usual one; to calibrate by."""
        if self._embedder is None:
            return self
        own = remembered(self._engine, self._embedder)
        mean = tuple(round(float(one), 4) for one in own.vector) if own else ()
        return self.by(self._signals, replace(self._calibration, model=self._embedder.name, common=mean))

    @property
    def calibration(self) -> Calibration:
        """What it answers by."""
        return self._calibration

    @one_question
    def search(self, request: SearchRequest, access: Access, person: str = "") -> SearchAnswer:
        """Results, facets, snippets and neighbours; never fails for what the question says.

        The facet of people tells only those whose name begins as `person`. Raises `BadRequest` only for a request whose
        parts do not go together (see `search_api.query.checked`).
        """
        people = {person.slug: person for person in self._engine.people(access)}
        meant = self._meaning.meant(request, people, access)
        asked, ranked = meant.asked, meant.ranked
        hits = [r for r in ranked if r.hit]
        counted = self._counted(asked, hits, asked.filters, FACETS)
        total = counted.total
        ids = self._page(asked, hits, total)
        notices = (*asked.understood.notices, *meant.notices)
        if total == 0 and asked.filters != asked.chosen:
            notices = (*notices, self._wider(asked, meant.wider))
        similar = self._neighbours(meant, total)[: PAGE - total] if total < PAGE else []
        known = {r.candidate.item_id: r for r in (*ranked, *similar)}
        return SearchAnswer(
            query=as_understood(asked),
            total=total,
            results=self._results(asked, ids, known),
            similar=self._results(asked, [r.candidate.item_id for r in similar], known),
            facets=self._facets(asked, counted, people, person),
            suggestion=meant.suggestion,
            notices=notices,
        )

    @one_question
    def suggest(self, question: str, size: int, access: Access) -> SuggestAnswer:
        """What may be meant by a question that is being typed."""
        people, bodies = self._engine.people(access), self._asking.bodies(access)
        return SuggestAnswer(tuple(suggesting.suggest(self._engine, question, people, bodies, size, access)))

    @one_question
    def export(self, request: SearchRequest, access: Access) -> Export:
        """All the results, in the order of the pages that `search` gives; `page` and `size` ask nothing.

        Raises as `search`; what goes wrong only later is raised by the iterator. Close it to stop early.
        """
        asked, hits, selection = self._whole(request, access)
        if selection is None:
            return Export(as_understood(asked), 0, exported(iter(()), asked.understood, {}))
        total = self._engine.select(replace(selection, limit=0), access).total
        known = {r.candidate.item_id: r for r in hits}
        by_weight = asked.sort == "relevance" and not asked.understood.empty
        found = self._engine.walk(selection, access, asked.vector, tuple(known) if by_weight else ())
        return Export(as_understood(asked), total, exported(found, asked.understood, known))

    @one_question
    def hits(self, request: SearchRequest, access: Access, limit: int) -> Hits:
        """How many results there are, and the ids of all of them, newest first; none where there are over `limit`."""
        _, _, selection = self._whole(request, access)
        if selection is None:
            return Hits(0, ())
        found = self._engine.select(replace(selection, sort="newest", limit=limit), access)
        return Hits(found.total, found.ids if found.total <= limit else None)

    @one_question
    def marker(self, question: str, access: Access) -> Marker:
        """What marks the words that a question asks for where it led; nothing for an empty one."""
        if not question.strip():
            return NOTHING
        people = {person.slug: person for person in self._engine.people(access)}
        return results.marker_of(self._asking.understood(SearchRequest(question=question), people, access))

    @one_question
    def evidence(self, question: str, access: Access) -> FloorEvidence:
        """What tells whether a question has an answer, be it in a part of the index; to set the floor by."""
        people = {person.slug: person for person in self._engine.people(access)}
        asked = self._asking.asked(SearchRequest(question=question), people, access)
        if asked.understood.empty:
            return FloorEvidence(asked.understood, (), sure=True)
        named = bool(self._weighing.found(asked, asked.filters))
        candidates = self._weighing.candidates(asked, asked.filters if named else Filters(), sure=named)
        sure = named or any(one.evidence.all_words for one in candidates)
        return FloorEvidence(asked.understood, tuple(candidates), sure, self._weighing.reading(asked))

    def warm(self) -> None:
        """Load what the first question would wait for: the models, and the engine's files where it can be reached."""
        if self._embedder is not None:
            self._embedder.queries(["hjemmearbejde"])
        self._weighing.warm()
        self.search(SearchRequest(question="hjemmearbejde"), PUBLIC)

    def _whole(self, request: SearchRequest, access: Access) -> tuple[Asked, list[Ranked], Selection | None]:
        """The request made ready, its hits, and the selection of all its results; None where there are none."""
        people = {person.slug: person for person in self._engine.people(access)}
        meant = self._meaning.meant(replace(request, page=1, size=DEFAULT_SIZE), people, access)
        asked, hits = meant.asked, [r for r in meant.ranked if r.hit]
        selection = replace(self._selection(asked, hits, asked.filters), sort=asked.sort)
        if not asked.understood.empty and selection.words is None and not hits:
            return asked, hits, None
        return asked, hits, selection

    def _neighbours(self, meant: Meant, total: int) -> list[Ranked]:
        """What comes near, of which a page shows what there is room for.

        Where the question was narrowed, first a few within; then what would be a result without that, or, where nothing
        is one within, whatever there is; then the others within.
        """
        asked, near = meant.asked, [r for r in meant.ranked if not r.hit]
        if asked.filters != asked.chosen:
            wider = meant.wider if total == 0 else [r for r in self._weighing.ranked(asked, asked.chosen) if r.hit]
            hits = (r for r in meant.ranked if r.hit)
            near = _once([*near[:MOST_NARROWED], *wider, *near[MOST_NARROWED:]], without=hits)
        if not near and total == 0 and asked.understood.words.phrases:
            return self._weighing.without_phrases(asked)
        return near

    def _wider(self, asked: Asked, wider: Iterable[Ranked]) -> Told:
        """That the readings that narrow leave nothing over, and how many results there are without these."""
        narrowing = [one for one in asked.understood.readings if one.effect == "narrows"]
        labels = quoted(one.label for one in narrowing)
        if len(narrowing) > 1 and (without := tuple(self._without_one(asked, narrowing))):
            return Told("Intet fundet med %(narrowing)s; %(without)s.", narrowing=labels, without=without)
        total = self._counted(asked, [r for r in wider if r.hit], asked.chosen, ()).total
        if not total:
            return Told("Intet fundet med %(narrowing)s, og heller ikke uden.", narrowing=labels)
        return Told(
            "Intet fundet med %(narrowing)s; uden den afgrænsning er der %(total)s.", narrowing=labels, total=total
        )

    def _without_one(self, asked: Asked, narrowing: Sequence[Reading]) -> Iterator[Told]:
        """How many results there are without each of the readings that narrow, where there are any."""
        for left_out in narrowing:
            filters = narrowed(asked.chosen, (one for one in narrowing if one is not left_out))
            total = self._counted(asked, self._weighing.hits(asked, filters), filters, ()).total
            if total:
                yield Told("uden %(narrowing)s er der %(total)s", narrowing=quoted([left_out.label]), total=total)

    def _selection(self, asked: Asked, hits: Iterable[Ranked], filters: Filters) -> Selection:
        """All that counts as a result: items with all the words, and the other hits."""
        if asked.understood.empty:
            return Selection(filters=filters)
        words = asked.understood.words
        also = tuple(r.candidate.item_id for r in hits)
        searchable = bool(words.stems or words.phrases or words.excludes)
        return Selection(words=words if searchable else None, also=also, filters=filters)

    def _counted(self, asked: Asked, hits: list[Ranked], filters: Filters, facets: tuple[FacetName, ...]) -> Selected:
        """How many results there are within `filters`, and these facets of them."""
        selection = self._selection(asked, hits, filters)
        if not asked.understood.empty and selection.words is None and not hits:
            return Selected(0, (), {name: {} for name in facets})
        return self._engine.select(replace(selection, limit=0, facets=facets), asked.access)

    def _page(self, asked: Asked, hits: list[Ranked], total: int) -> tuple[str, ...]:
        """The ids of the page asked for."""
        start, size = asked.request.offset, asked.request.size
        if total == 0:
            return ()
        selection = replace(self._selection(asked, hits, asked.filters), sort=asked.sort)
        if asked.sort != "relevance" or asked.understood.empty:
            return self._engine.select(replace(selection, offset=start, limit=size), asked.access).ids
        best = [r.candidate.item_id for r in hits]
        if total > len(best) < start + size:  # beyond the candidates: what else has all the words
            rest = self._engine.select(replace(selection, limit=start + size), asked.access).ids
            weighed = set(best)
            best += [item_id for item_id in rest if item_id not in weighed]
        return tuple(best[start : start + size])

    def _facets(
        self, asked: Asked, counted: Selected, people: Mapping[str, Person], person: str
    ) -> dict[str, tuple[FacetValue, ...]]:
        """Each facet counted without its own filter, so that another value of it can be chosen."""
        counts, titles = dict(counted.facets), dict(counted.titles)
        for name in FACETS:
            if facets.chosen(name, asked.filters):
                wider = facets.without(name, asked.filters)
                found = self._counted(asked, self._weighing.hits(asked, wider), wider, (name,))
                # A case of a single result is counted only where it is filtered by.
                counts[name] = {**(counts[name] if name == "case" else {}), **found.facets[name]}
                titles |= found.titles
        told: dict[str, tuple[FacetValue, ...]] = {
            name: facets.facet(name, counts[name], asked.filters) for name in FACETS
        }
        return told | {
            "person": facets.people(counts["person"], asked.filters, people, person),
            "case": facets.cases(counts["case"], asked.filters, titles),
        }

    def _results(self, asked: Asked, ids: Sequence[str], known: Mapping[str, Ranked]) -> tuple[Result, ...]:
        found = self._engine.items(ids, asked.access, asked.vector) if ids else []
        marker = results.marker_of(asked.understood)
        return tuple(results.result(one, asked.understood, marker, known.get(one.item.id)) for one in found)


def _once(ranked: Iterable[Ranked], without: Iterable[Ranked]) -> list[Ranked]:
    """Each item where it comes first, and none of those it is to be `without`."""
    left_out = {one.candidate.item_id for one in without}
    first: dict[str, Ranked] = {}
    for one in ranked:
        first.setdefault(one.candidate.item_id, one)
    return [one for item_id, one in first.items() if item_id not in left_out]
