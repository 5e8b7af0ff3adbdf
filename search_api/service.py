"""The service: from a request to an answer, over any engine; pages, programs and terminal all ask here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

from engines.base import (
    FACETS,
    PUBLIC,
    Access,
    Candidate,
    Engine,
    Evidence,
    Filters,
    Selected,
    Selection,
    Sort,
    Vectors,
    Words,
)
from engines.patience import one_question
from indexer.embedding import Embedder
from mappings import analysis
from mappings.documents import Meeting, Person
from mappings.errors import NotFound
from search_api import facets, persons, ranking, results
from search_api.answers import FacetValue, ItemAnswer, QueryAnswer, RelatedAnswer, Result, SearchAnswer, StatusAnswer
from search_api.highlighting import Marker
from search_api.query import SearchRequest, checked, parameters
from search_api.ranking import Bonus, Ranked
from search_api.signals import ALL, Signals
from search_api.synonyms import Synonyms
from search_api.understanding import Understood, is_topic, understand

# Items weighed by each kind of evidence. On 84 judged questions among 1,039 items 30, 50 and 100 give the same nDCG@10
# (0.906), and time goes with their number. Where half of them are hits though they lack words, there may be more such:
# then many are weighed, so that a facet counts what choosing its value would give.
CANDIDATES, MANY_CANDIDATES = 50, 400
MOST_NAMED = 200  # items of a case or person named in the question; for all of them there is the filter
# Neighbours are shown where there are few results: beside a full page of them they only tire.
MOST_SIMILAR, SIMILAR_BELOW = 5, 10


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request made ready for the engine.

    `named` are the slugs of people whose names stand in the question, `topic` tells whether it is about more than them.
    """

    request: SearchRequest
    understood: Understood
    vector: Vectors | None
    named: tuple[str, ...]
    topic: bool
    filters: Filters
    sort: Sort
    access: Access


class SearchService:
    """Answers questions over one engine with one embedder; shared between threads."""

    def __init__(
        self, engine: Engine, embedder: Embedder | None, synonyms: Synonyms | None = None, signals: Signals = ALL
    ) -> None:
        self._engine = engine
        self._embedder = embedder
        self._synonyms = synonyms
        self._signals = signals

    def by(self, signals: Signals) -> SearchService:
        """The same service answering by other signals; to be closed only once."""
        return SearchService(self._engine, self._embedder, self._synonyms, signals)

    @one_question
    def search(self, request: SearchRequest, access: Access) -> SearchAnswer:
        """Results, facets, snippets and neighbours; never fails for what the question says.

        Raises `BadRequest` only for a request whose parts do not go together (see `search_api.query.checked`).
        """
        people = {person.slug: person for person in self._engine.people(access)}
        asked = self._asked(checked(request), people, access)
        ranked = self._ranked(asked, asked.filters)
        hits = [r for r in ranked if r.hit]
        counted = self._counted(asked, hits, asked.filters)
        total = counted.total
        ids = self._page(asked, hits, total)
        similar = [r for r in ranked if not r.hit][:MOST_SIMILAR] if total < SIMILAR_BELOW else []
        known = {r.candidate.item_id: r for r in ranked}
        return SearchAnswer(
            query=_as_understood(asked),
            total=total,
            results=self._results(asked, ids, known),
            similar=self._results(asked, [r.candidate.item_id for r in similar], known),
            facets=self._facets(asked, counted, people),
        )

    @one_question
    def item(self, item_id: str, access: Access) -> ItemAnswer:
        """One item as the asker may read it; raises `NotFound`."""
        found = self._engine.items([item_id], access)
        if not found:
            raise NotFound(f"Der er intet punkt med id {item_id!r}.")
        return ItemAnswer(found[0].item, found[0].meeting, results.url(found[0].item))

    @one_question
    def known(self, item_ids: Sequence[str], access: Access) -> list[str]:
        """Which of these ids are items that the asker may see."""
        return [found.item.id for found in self._engine.items(item_ids, access)]

    @one_question
    def meeting(self, meeting_id: str, access: Access) -> Meeting:
        """One meeting with its items as the asker may read them; raises `NotFound`."""
        found = self._engine.meetings([meeting_id], access)
        if not found:
            raise NotFound(f"Der er intet møde med id {meeting_id!r}.")
        return found[0]

    @one_question
    def related(self, item_id: str, access: Access) -> RelatedAnswer:
        """The other items of the item's case, newest first; raises `NotFound`."""
        item = self.item(item_id, access).item
        if item.case_number is None:
            return RelatedAnswer(item_id, ())
        selection = Selection(filters=Filters(cases=(item.case_number,)), sort="newest", limit=100)
        ids = [other for other in self._engine.select(selection, access).ids if other != item_id]
        reason = f"samme sag, {item.case_number}"
        return RelatedAnswer(
            item_id, tuple(results.related(found, reason) for found in self._engine.items(ids, access))
        )

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

    def _asked(self, request: SearchRequest, people: Mapping[str, Person], access: Access) -> _Asked:
        understood = self._understood(request.question)
        named = persons.named(analysis.words(understood.text), people if self._signals.people else {})
        topic = is_topic(named.rest)
        if named.slugs and topic and not (understood.words.phrases or understood.words.excluded):
            # Who took part is seldom in the text: the rest is what the question is about.
            understood = replace(self._understood(" ".join(named.rest), understood.text), text=understood.text)
        vector = None
        if self._embedder is not None and understood.meaning:
            vector = self._embedder.queries([understood.meaning])[0]
        filters = Filters(
            bodies=self._bodies(request.bodies, access),
            years=request.years,
            people=tuple(dict.fromkeys(slug for name in request.people for slug in persons.meant(name, people))),
            cases=request.cases,
            outcomes=request.outcomes,
            date_from=request.date_from,
            date_to=request.date_to,
        )
        sort = request.sort or ("newest" if understood.empty else "relevance")
        return _Asked(request, understood, vector, named.slugs, topic, filters, sort, access)

    def _understood(self, question: str, typed: str | None = None) -> Understood:
        synonyms = self._synonyms if self._signals.synonyms else Synonyms()
        return understand(question, synonyms, typed, intent=self._signals.intent)

    def _bodies(self, names: tuple[str, ...], access: Access) -> tuple[str, ...]:
        if not names:
            return ()
        return facets.bodies(names, self._engine.select(Selection(facets=("body",), limit=0), access).facets["body"])

    def _ranked(self, asked: _Asked, filters: Filters) -> list[Ranked]:
        """The candidates of the question within `filters`, best first; none where nothing is asked."""
        if asked.understood.empty:
            return []
        candidates = self._candidates(asked, filters)
        named = self._named(asked, filters)
        known = {candidate.item_id for candidate in candidates}
        missing = sorted(item_id for item_id, bonus in named.items() if bonus.hit and item_id not in known)
        for found in self._engine.items(missing, asked.access) if missing else ():
            candidates.append(Candidate(found.item.id, found.meeting.date, Evidence()))
        return ranking.rank(candidates, named, self._signals.weights)

    def _candidates(self, asked: _Asked, filters: Filters) -> list[Candidate]:
        """Whatever the page: were more weighed for a later one, totals and order would shift while somebody pages."""
        words = asked.understood.words
        found = self._engine.candidates(words, asked.vector, filters, CANDIDATES, asked.access)
        weights = self._signals.weights
        without_words = sum(1 for one in found if not one.evidence.all_words and ranking.is_hit(one.evidence, weights))
        if without_words <= CANDIDATES // 2:
            return found
        return self._engine.candidates(words, asked.vector, filters, MANY_CANDIDATES, asked.access)

    def _named(self, asked: _Asked, filters: Filters) -> dict[str, Bonus]:
        """The items that the question names by case number or person, each with its bonus."""
        named: dict[str, Bonus] = {}
        words = asked.understood.words
        strict = Words(phrases=words.phrases, excluded=words.excluded) if words.phrases or words.excluded else None
        numbers = tuple(n for n in asked.understood.case_numbers if not filters.cases or n in filters.cases)
        for wanted, narrower, bonus in (
            (
                asked.named and not filters.people,
                replace(filters, people=asked.named),
                ranking.THEIRS if asked.topic else ranking.ALL_THEIRS,
            ),
            (self._signals.case_numbers and numbers, replace(filters, cases=numbers), ranking.OF_CASE),
        ):
            if wanted:
                selection = Selection(words=strict, filters=narrower, limit=MOST_NAMED)
                named.update(dict.fromkeys(self._engine.select(selection, asked.access).ids, bonus))
        return named

    def _selection(self, asked: _Asked, hits: Iterable[Ranked], filters: Filters) -> Selection:
        """All that counts as a result: items with all the words, and the other hits."""
        if asked.understood.empty:
            return Selection(filters=filters)
        words = asked.understood.words
        also = tuple(r.candidate.item_id for r in hits)
        searchable = bool(words.stems or words.phrases or words.excluded)
        return Selection(words=words if searchable else None, also=also, filters=filters)

    def _counted(self, asked: _Asked, hits: list[Ranked], filters: Filters) -> Selected:
        """How many results there are within `filters`, and every facet of them."""
        selection = self._selection(asked, hits, filters)
        if not asked.understood.empty and selection.words is None and not hits:
            return Selected(0, (), {name: {} for name in FACETS})
        return self._engine.select(replace(selection, limit=0, facets=FACETS), asked.access)

    def _page(self, asked: _Asked, hits: list[Ranked], total: int) -> tuple[str, ...]:
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
        self, asked: _Asked, counted: Selected, people: Mapping[str, Person]
    ) -> dict[str, tuple[FacetValue, ...]]:
        """Each facet counted without its own filter, so that another value of it can be chosen."""
        counts = dict(counted.facets)
        for name in FACETS:
            if facets.chosen(name, asked.filters):
                wider = facets.without(name, asked.filters)
                hits = [r for r in self._ranked(asked, wider) if r.hit]
                counts[name] = self._counted(asked, hits, wider).facets[name]
        return {name: facets.facet(name, counts[name], asked.filters, people) for name in FACETS}

    def _results(self, asked: _Asked, ids: Sequence[str], known: Mapping[str, Ranked]) -> tuple[Result, ...]:
        found = self._engine.items(ids, asked.access, asked.vector) if ids else []
        marker = Marker(asked.understood.terms)
        return tuple(results.result(one, asked.understood, marker, known.get(one.item.id)) for one in found)


def product_version() -> str:
    """The version of the installed distribution; `0` where it runs uninstalled."""
    try:
        return version("referatsoegning")
    except PackageNotFoundError:
        return "0"


def _as_understood(asked: _Asked) -> QueryAnswer:
    words = asked.understood.words
    filters: dict[str, tuple[str, ...]] = {}
    for name, value in parameters(replace(asked.request, question="", sort=None, page=1, size=10)):
        filters[name] = (*filters.get(name, ()), value)
    return QueryAnswer(
        text=asked.understood.text,
        words=asked.understood.terms,
        phrases=tuple(" ".join(phrase) for phrase in words.phrases),
        excluded=words.excluded,
        case_numbers=asked.understood.case_numbers,
        filters=filters,
        sort=asked.sort,
        page=asked.request.page,
        size=asked.request.size,
    )
