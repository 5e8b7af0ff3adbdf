"""The service: from a request to an answer, over any engine; pages, programs and terminal all ask here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

from engines.base import (
    FACETS,
    PUBLIC,
    Access,
    Candidate,
    Edition,
    Engine,
    FacetName,
    Filters,
    Selected,
    Selection,
    Words,
)
from engines.patience import one_question
from indexer.embedding import Embedder, Reranker
from mappings import analysis
from mappings.documents import Meeting, Person
from mappings.errors import NotFound
from mappings.naming import slug
from mappings.told import Told, quoted
from search_api import (
    case_list,
    correcting,
    facets,
    floor,
    overview,
    people_list,
    persons,
    related,
    results,
    sources,
    suggesting,
)
from search_api.answers import (
    CaseAnswer,
    ClosedItem,
    FacetValue,
    ItemAnswer,
    RelatedAnswer,
    Result,
    SearchAnswer,
    StatusAnswer,
    SuggestAnswer,
)
from search_api.asking import Asked, Asking
from search_api.careers import Career, PersonAnswer, PersonYear, career, person_answer, person_year
from search_api.case_list import CaseList
from search_api.exporting import Export, Hits, exported
from search_api.floor import Calibration
from search_api.highlighting import Marker
from search_api.overview import BodyAnswer, BodySummary, Calendar, Overview
from search_api.people_list import PeopleAsked, PeopleList
from search_api.query import DEFAULT_SIZE, SearchRequest, checked
from search_api.ranking import Ranked
from search_api.signals import ALL, Signals
from search_api.sources import SourceFile, Sources
from search_api.synonyms import Synonyms
from search_api.understanding import Understood
from search_api.understood import as_understood
from search_api.weighing import Weighing

# Neighbours fill up the first page where there are few results: beside a full one they only tire. With five at most,
# nDCG@10 of results and neighbours was 0.011 lower on the 109 questions of tests/quality to tune on.
PAGE = 10
MOST_NARROWED = 3  # neighbours within readings that leave no result over; the rest are what there is without these


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's candidates, and whether any is a result for sure: by all the words, or asked for outright."""

    understood: Understood
    candidates: tuple[Candidate, ...]
    sure: bool


class SearchService:
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
    ) -> None:
        self._engine = engine
        self._embedder = embedder
        self._synonyms = synonyms
        self._signals = signals
        self._today = today
        self._asking = Asking(engine, embedder, synonyms, signals, today)
        self._calibration = calibration or floor.shipped()
        self._reranker = reranker
        self._sources = sources or Sources()
        self._weighing = Weighing(engine, signals, self._calibration, reranker)

    def by(self, signals: Signals) -> SearchService:
        """The same service answering by other signals; to be closed only once."""
        return SearchService(
            self._engine,
            self._embedder,
            self._synonyms,
            signals,
            self._today,
            self._calibration,
            self._reranker,
            self._sources,
        )

    @one_question
    def search(self, request: SearchRequest, access: Access, person: str = "") -> SearchAnswer:
        """Results, facets, snippets and neighbours; never fails for what the question says.

        The facet of people tells only those whose name begins as `person`. Raises `BadRequest` only for a request whose
        parts do not go together (see `search_api.query.checked`).
        """
        people = {person.slug: person for person in self._engine.people(access)}
        asked = self._asking.asked(checked(request), people, access)
        ranked = self._weighing.ranked(asked, asked.filters)
        hits = [r for r in ranked if r.hit]
        counted = self._counted(asked, hits, asked.filters, FACETS)
        total = counted.total
        ids = self._page(asked, hits, total)
        neighbours, notices = [r for r in ranked if not r.hit], asked.understood.notices
        if total == 0 and asked.filters != asked.chosen:
            wider, notice = self._wider(asked)
            neighbours = neighbours[:MOST_NARROWED]
            near = {r.candidate.item_id for r in neighbours}
            neighbours += [r for r in wider if r.candidate.item_id not in near]
            notices = (*notices, notice)
        if not neighbours and total == 0 and asked.understood.words.phrases:
            neighbours = self._weighing.without_phrases(asked)
        similar = neighbours[: max(PAGE - total, 0)]
        known = {r.candidate.item_id: r for r in (*ranked, *similar)}
        return SearchAnswer(
            query=as_understood(asked),
            total=total,
            results=self._results(asked, ids, known),
            similar=self._results(asked, [r.candidate.item_id for r in similar], known),
            facets=self._facets(asked, counted, people, person),
            suggestion=self._corrected(asked, ranked),
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
    def edition(self) -> Edition | None:
        """Which state of the index is searched now; None where nothing was ever indexed. Cheap."""
        return self._engine.edition()

    @one_question
    def terms(self, question: str, access: Access) -> tuple[str, ...]:
        """The words that a question asks for, to mark them where it led; none for an empty one."""
        if not question.strip():
            return ()
        people = {person.slug: person for person in self._engine.people(access)}
        return self._asking.understood(SearchRequest(question=question), people, access).terms

    @one_question
    def item(self, item_id: str, access: Access) -> ItemAnswer:
        """One item as the asker may read it; raises `NotFound`."""
        found = self._engine.items([item_id], access)
        if not found:
            raise NotFound(Told("Der er intet punkt med id %(id)s.", id=repr(item_id)))
        item, meeting = found[0].item, found[0].meeting
        source = sources.url(self._engine, self._sources, meeting, item.page, access)
        return ItemAnswer(item, meeting, results.url(item), source)

    @one_question
    def known(self, item_ids: Sequence[str], access: Access) -> list[str]:
        """Which of these ids are items that the asker may see."""
        return [found.item.id for found in self._engine.items(item_ids, access)]

    @one_question
    def items(self, item_ids: Sequence[str], access: Access) -> list[ItemAnswer]:
        """As `item`, of several in their order, without their sources; unknown ids are left out."""
        found = self._engine.items(item_ids, access)
        return [ItemAnswer(one.item, one.meeting, results.url(one.item)) for one in found]

    @one_question
    def meeting(self, meeting_id: str, access: Access) -> Meeting:
        """One meeting with its items as the asker may read them; raises `NotFound`."""
        found = self._engine.meetings([meeting_id], access)
        if not found:
            raise NotFound(Told("Der er intet møde med id %(id)s.", id=repr(meeting_id)))
        return found[0]

    @one_question
    def source_url(self, meeting: Meeting, access: Access) -> str | None:
        """Where the file of a meeting can be read; None where nowhere by who asks."""
        return sources.url(self._engine, self._sources, meeting, None, access)

    @one_question
    def source(self, meeting_id: str, access: Access) -> SourceFile:
        """The file that a meeting was read from; raises `NotFound` where it is not to be had."""
        return sources.file(self._engine, self._sources, meeting_id, access)

    @one_question
    def related(self, item_id: str, access: Access) -> RelatedAnswer:
        """What has to do with an item, best reason first, and what became of its case; raises `NotFound`."""
        return related.related(self._engine, self._embedder, item_id, access)

    @one_question
    def case(self, number: str, access: Access) -> CaseAnswer:
        """What became of a case, and what names it; raises `NotFound`."""
        return related.case(self._engine, number, access)

    @one_question
    def closed_of_case(self, number: str, access: Access) -> tuple[ClosedItem, ...]:
        """The items of a case that the asker may not read; none where the case is unknown."""
        return related.closed_of_case(self._engine, number, access)

    @one_question
    def cases(self, year: int | None, page: int, access: Access) -> CaseList:
        """A page of the cases of a year, or of the newest that there is."""
        return case_list.cases(self._engine, year, page, access)

    @one_question
    def overview(self, access: Access) -> Overview:
        """What the index holds, from afar."""
        return overview.overview(self._engine, access)

    @one_question
    def calendar(self, year: int | None, access: Access) -> Calendar:
        """The meetings of a year, or of the newest that had any."""
        return overview.calendar(self._engine.sittings(access), year)

    @one_question
    def bodies(self, access: Access) -> tuple[BodySummary, ...]:
        """Everybody who met."""
        return overview.bodies(self._engine.sittings(access))

    @one_question
    def body(self, name: str, year: int | None, access: Access) -> BodyAnswer:
        """A body by its slug, with its meetings of a year; raises `NotFound`."""
        own = [sitting for sitting in self._engine.sittings(access) if slug(sitting.body) == name]
        if not own:
            raise NotFound(Told("Der er intet udvalg eller forum, som hedder %(name)s.", name=repr(name)))
        (summary,) = overview.bodies(own)
        decided = overview.decisions(self._engine, access, summary.name)
        return BodyAnswer(summary, overview.calendar(own, year), decided)

    @one_question
    def evidence(self, question: str, access: Access) -> Weighed:
        """What a question's answer would be made from; to set the floor by."""
        people = {person.slug: person for person in self._engine.people(access)}
        asked = self._asking.asked(SearchRequest(question=question), people, access)
        if asked.understood.empty:
            return Weighed(asked.understood, (), sure=True)
        candidates = self._weighing.candidates(asked, asked.filters)
        sure = any(one.evidence.all_words for one in candidates) or bool(self._weighing.found(asked, asked.filters))
        return Weighed(asked.understood, tuple(candidates), sure)

    @one_question
    def person(self, slug: str, access: Access) -> PersonAnswer:
        """One person's part in the minutes; raises `NotFound`."""
        return person_answer(self._engine, self._career(slug, access), access)

    @one_question
    def person_year(self, slug: str, year: int | None, page: int, access: Access) -> PersonYear:
        """One person with a year of theirs, or their newest; `page` is of its items. Raises `NotFound`."""
        return person_year(self._engine, self._career(slug, access), year, page, access)

    @one_question
    def people(self, asked: PeopleAsked, access: Access) -> PeopleList:
        """A page of the people of the index."""
        people = {person.slug: person for person in self._engine.people(access)}
        return people_list.people(self._engine, asked, people, self._asking.short(people, access).initials, access)

    @one_question
    def slugs(self, names: Iterable[str], access: Access) -> Mapping[str, str]:
        """The slug of each of these full names that is one person's, also of who was only ever absent."""
        every = tuple(dict.fromkeys(names))
        known = self._engine.people(access)
        found = persons.identified(every, known)
        taken = {person.slug for person in known}
        others = {name: own for name in every if name not in found and (own := slug(name)) not in taken}
        absent = {one.appearance.slug for one in self._engine.appearances(tuple(others.values()), access)}
        return {**{name: own for name, own in others.items() if own in absent}, **found}

    @one_question
    def everybody(self, access: Access) -> list[Person]:
        """Everybody who belongs to an item that the asker may see, by slug."""
        return self._engine.people(access)

    @one_question
    def status(self) -> StatusAnswer:
        """Engine, model, counts, health."""
        status = self._engine.status()
        return StatusAnswer(
            version=product_version(),
            engine=status.engine,
            model=status.model,
            meetings=status.meetings,
            items=status.items,
            passages=status.passages,
            bytes=status.bytes,
            changed=status.changed,
            problems=status.problems,
            details=status.details,
        )

    def warm(self) -> None:
        """Load what the first question would wait for: the model, and the engine's files where it can be reached."""
        if self._embedder is not None:
            self._embedder.queries(["hjemmearbejde"])
        self.search(SearchRequest(question="hjemmearbejde"), PUBLIC)

    def close(self) -> None:
        """Let go of the engine; the service is not used afterwards."""
        self._engine.close()

    def _career(self, slug: str, access: Access) -> Career:
        people = {person.slug: person for person in self._engine.people(access)}
        found = career(self._engine, slug, people, self._asking.short(people, access).initials, access)
        if found is None:
            told = Told("Der er ingen person med id %(id)s.", id=repr(slug))
            raise NotFound(told, question=slug.replace("-", " "))
        return found

    def _whole(self, request: SearchRequest, access: Access) -> tuple[Asked, list[Ranked], Selection | None]:
        """The request made ready, its hits, and the selection of all its results; None where there are none."""
        people = {person.slug: person for person in self._engine.people(access)}
        asked = self._asking.asked(checked(replace(request, page=1, size=DEFAULT_SIZE)), people, access)
        hits = [r for r in self._weighing.ranked(asked, asked.filters) if r.hit]
        selection = replace(self._selection(asked, hits, asked.filters), sort=asked.sort)
        if not asked.understood.empty and selection.words is None and not hits:
            return asked, hits, None
        return asked, hits, selection

    def _corrected(self, asked: Asked, ranked: list[Ranked]) -> str | None:
        """The question spelled otherwise, where no item holds its words as they are typed."""
        understood = asked.understood
        if understood.empty or understood.language != "da" or any(r.candidate.evidence.all_words for r in ranked):
            return None

        def occurs(word: str) -> bool:
            held = Words(stems=(analysis.stem(word),))
            return self._engine.select(Selection(words=held, limit=0), asked.access).total > 0

        return correcting.corrected(
            understood.text,
            understood.plain_words,
            occurs,
            lambda word: self._engine.spellings(word, asked.access),
        )

    def _wider(self, asked: Asked) -> tuple[list[Ranked], str]:
        """What there is without the readings that narrow, where they leave nothing over; and a line that says so."""
        ranked = self._weighing.ranked(asked, asked.chosen)
        total = self._counted(asked, [r for r in ranked if r.hit], asked.chosen, ()).total
        narrowing = [one.label for one in asked.understood.readings if one.effect == "narrows"]
        told = Told(
            "Intet fundet med %(narrowing)s; uden den afgrænsning er der %(total)s.",
            narrowing=quoted(narrowing),
            total=total,
        )
        return ranked, told

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
                hits = [r for r in self._weighing.ranked(asked, wider) if r.hit]
                found = self._counted(asked, hits, wider, (name,))
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
        marker = Marker(asked.understood.terms)
        return tuple(results.result(one, asked.understood, marker, known.get(one.item.id)) for one in found)


def product_version() -> str:
    """The version of the installed distribution; `0` where it runs uninstalled."""
    try:
        return version("referatsoegning")
    except PackageNotFoundError:
        return "0"
