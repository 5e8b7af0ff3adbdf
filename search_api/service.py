"""The service: from a request to an answer, over any engine; pages, programs and terminal all ask here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

from engines.base import FACETS, PUBLIC, Access, Engine, FacetName, Filters, Found, Nearest, Selection, Sort, Vectors
from indexer.embedding import Embedder
from mappings.documents import Item, Meeting, Outcome, Person
from mappings.errors import NotFound
from mappings.naming import slug
from mappings.people import name_key, same_person
from search_api import highlighting, ranking
from search_api.answers import (
    FacetValue,
    ItemAnswer,
    MeetingReference,
    QueryAnswer,
    RelatedAnswer,
    RelatedItem,
    Result,
    SearchAnswer,
    SnippetAnswer,
    StatusAnswer,
)
from search_api.query import SearchRequest, checked, parameters
from search_api.ranking import Ranked
from search_api.understanding import Understood, understand

# Items weighed by each kind of evidence: more finds nothing better among 1,000 items and costs time.
CANDIDATES = 100
MOST_SIMILAR = 5
LARGEST_FACET = 20  # people shown; the other facets have few values
_FILTER_OF: dict[FacetName, str] = {"body": "bodies", "year": "years", "person": "people", "outcome": "outcomes"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request made ready for the engine."""

    request: SearchRequest
    understood: Understood
    vector: Vectors | None
    filters: Filters
    sort: Sort
    access: Access


class SearchService:
    """Answers questions over one engine with one embedder; shared between threads."""

    def __init__(self, engine: Engine, embedder: Embedder | None) -> None:
        self._engine = engine
        self._embedder = embedder

    def search(self, request: SearchRequest, access: Access) -> SearchAnswer:
        """Results, facets, snippets and neighbours; never fails for what the question says.

        Raises `BadRequest` only for a request whose parts do not go together (see `search_api.query.checked`).
        """
        people = {person.slug: person for person in self._engine.people(access)}
        asked = self._asked(checked(request), people, access)
        ranked = self._ranked(asked, asked.filters)
        hits = [r for r in ranked if r.hit]
        total, ids = self._page(asked, hits)
        similar = [r for r in ranked if not r.hit][:MOST_SIMILAR] if request.page == 1 else []
        known = {r.candidate.item_id: r for r in ranked}
        return SearchAnswer(
            query=_as_understood(asked),
            total=total,
            results=self._results(asked, ids, known),
            similar=self._results(asked, [r.candidate.item_id for r in similar], known),
            facets=self._facets(asked, hits, people),
        )

    def item(self, item_id: str, access: Access) -> ItemAnswer:
        """One item as the asker may read it; raises `NotFound`."""
        found = self._engine.items([item_id], access)
        if not found:
            raise NotFound(f"Der er intet punkt med id {item_id!r}.")
        return ItemAnswer(found[0].item, found[0].meeting, _url(found[0].item))

    def known(self, item_ids: Sequence[str], access: Access) -> list[str]:
        """Which of these ids are items that the asker may see."""
        return [found.item.id for found in self._engine.items(item_ids, access)]

    def meeting(self, meeting_id: str, access: Access) -> Meeting:
        """One meeting with its items as the asker may read them; raises `NotFound`."""
        found = self._engine.meetings([meeting_id], access)
        if not found:
            raise NotFound(f"Der er intet møde med id {meeting_id!r}.")
        return found[0]

    def related(self, item_id: str, access: Access) -> RelatedAnswer:
        """The other items of the item's case, newest first; raises `NotFound`."""
        item = self.item(item_id, access).item
        if item.case_number is None:
            return RelatedAnswer(item_id, ())
        selection = Selection(filters=Filters(cases=(item.case_number,)), sort="newest", limit=100)
        ids = [other for other in self._engine.select(selection, access).ids if other != item_id]
        reason = f"samme sag, {item.case_number}"
        return RelatedAnswer(item_id, tuple(_related(found, reason) for found in self._engine.items(ids, access)))

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
        )

    def warm(self) -> None:
        """Load what the first question would wait for: the model and the engine's files."""
        self.search(SearchRequest(question="hjemmearbejde"), PUBLIC)

    def close(self) -> None:
        """Let go of the engine; the service is not used afterwards."""
        self._engine.close()

    def _asked(self, request: SearchRequest, people: Mapping[str, Person], access: Access) -> _Asked:
        understood = understand(request.question)
        vector = None
        if self._embedder is not None and understood.meaning:
            vector = self._embedder.queries([understood.meaning])[0]
        filters = Filters(
            bodies=self._bodies(request.bodies, access),
            years=request.years,
            people=tuple(dict.fromkeys(slug for name in request.people for slug in _people(name, people))),
            cases=request.cases,
            outcomes=request.outcomes,
            date_from=request.date_from,
            date_to=request.date_to,
        )
        sort = request.sort or ("newest" if understood.empty else "relevance")
        return _Asked(request, understood, vector, filters, sort, access)

    def _bodies(self, names: tuple[str, ...], access: Access) -> tuple[str, ...]:
        """The bodies as stored, whatever the case and spelling they were asked for in; unknown names as they are."""
        if not names:
            return ()
        stored = self._engine.select(Selection(facets=("body",), limit=0), access).facets["body"]
        by_slug = {slug(body): body for body in stored}
        return tuple(dict.fromkeys(by_slug.get(slug(name), name) for name in names))

    def _ranked(self, asked: _Asked, filters: Filters) -> list[Ranked]:
        """The candidates of the question within `filters`, best first; none where nothing is asked."""
        if asked.understood.empty:
            return []
        limit = max(CANDIDATES, asked.request.offset + asked.request.size)
        candidates = self._engine.candidates(asked.understood.words, asked.vector, filters, limit, asked.access)
        return ranking.rank(candidates, self._of_case(asked, filters))

    def _of_case(self, asked: _Asked, filters: Filters) -> frozenset[str]:
        """The items of the case numbers that the question names."""
        numbers = asked.understood.case_numbers
        if not numbers or (filters.cases and not set(numbers) & set(filters.cases)):
            return frozenset()
        selection = Selection(filters=replace(filters, cases=numbers), limit=CANDIDATES)
        return frozenset(self._engine.select(selection, asked.access).ids)

    def _selection(self, asked: _Asked, hits: Iterable[Ranked], filters: Filters) -> Selection:
        """All that counts as a result: items with all the words, and the other hits."""
        if asked.understood.empty:
            return Selection(filters=filters)
        words = asked.understood.words
        also = tuple(r.candidate.item_id for r in hits)
        searchable = bool(words.stems or words.phrases or words.excluded)
        return Selection(words=words if searchable else None, also=also, filters=filters)

    def _page(self, asked: _Asked, hits: list[Ranked]) -> tuple[int, tuple[str, ...]]:
        """How many results there are, and the ids of the page asked for."""
        start, size = asked.request.offset, asked.request.size
        selection = self._selection(asked, hits, asked.filters)
        if asked.sort != "relevance" or asked.understood.empty:
            page = self._engine.select(replace(selection, sort=asked.sort, offset=start, limit=size), asked.access)
            return page.total, page.ids
        if not hits and selection.words is None:
            return 0, ()
        best = [r.candidate.item_id for r in hits]
        page = self._engine.select(replace(selection, sort="relevance", limit=0), asked.access)
        if page.total > len(best) < start + size:  # beyond the candidates: what else has all the words
            rest = self._engine.select(replace(selection, sort="relevance", limit=start + size), asked.access).ids
            best += [item_id for item_id in rest if item_id not in set(best)]
        return page.total, tuple(best[start : start + size])

    def _facets(
        self, asked: _Asked, hits: list[Ranked], people: Mapping[str, Person]
    ) -> dict[str, tuple[FacetValue, ...]]:
        """Each facet counted without its own filter, so that another value of it can be chosen."""
        narrowed = [name for name in FACETS if getattr(asked.filters, _FILTER_OF[name])]
        counts: dict[FacetName, Mapping[str, int]] = {}
        counts.update(self._counted(asked, hits, asked.filters, tuple(n for n in FACETS if n not in narrowed)))
        for name in narrowed:
            wider = replace(asked.filters, **{_FILTER_OF[name]: ()})
            wider_hits = [r for r in self._ranked(asked, wider) if r.hit]
            counts.update(self._counted(asked, wider_hits, wider, (name,)))
        return {name: _facet(name, counts[name], asked.filters, people) for name in FACETS}

    def _counted(
        self, asked: _Asked, hits: list[Ranked], filters: Filters, names: tuple[FacetName, ...]
    ) -> Mapping[FacetName, Mapping[str, int]]:
        if not names:
            return {}
        selection = self._selection(asked, hits, filters)
        if not asked.understood.empty and selection.words is None and not hits:
            return {name: {} for name in names}
        return self._engine.select(replace(selection, limit=0, facets=names), asked.access).facets

    def _results(self, asked: _Asked, ids: Iterable[str], known: Mapping[str, Ranked]) -> tuple[Result, ...]:
        found = self._engine.items(list(ids), asked.access)
        return tuple(_result(one, asked.understood, known.get(one.item.id)) for one in found)


def product_version() -> str:
    """The version of the installed distribution; `0` where it runs uninstalled."""
    try:
        return version("referatsoegning")
    except PackageNotFoundError:
        return "0"


def _people(name: str, people: Mapping[str, Person]) -> list[str]:
    """The slugs of who may be meant: the slug itself, the full name in any spelling, or all who bear every word."""
    asked = slug(name)
    if asked in people:
        return [asked]
    key = name_key(name)
    if key is not None:
        same = [s for s, person in people.items() if (other := name_key(person.name)) and same_person(key, other)]
        if same:
            return same
    words = set(asked.split("-"))
    return [s for s in people if words <= set(s.split("-"))] or [asked]


def _facet(
    name: FacetName, counts: Mapping[str, int], filters: Filters, people: Mapping[str, Person]
) -> tuple[FacetValue, ...]:
    """A facet's values: years newest first, the others by count; those filtered by are always there."""
    chosen = [str(value) for value in getattr(filters, _FILTER_OF[name])]
    every = {**dict.fromkeys(chosen, 0), **counts}
    if name == "year":
        return tuple(FacetValue(int(year), every[year]) for year in sorted(every, reverse=True))
    ordered = sorted(every, key=lambda value: (-every[value], value))
    shown = [value for i, value in enumerate(ordered) if i < LARGEST_FACET or value in chosen]
    if name == "person":
        return tuple(FacetValue(people[s].name if s in people else s, every[s]) for s in shown)
    return tuple(FacetValue(value, every[value]) for value in shown)


def _result(found: Found, understood: Understood, ranked: Ranked | None) -> Result:
    item, meeting = found.item, found.meeting
    nearest = ranked.candidate.evidence.body if ranked else None
    shown = highlighting.snippet(item, understood.terms, nearest.passage if nearest else None)
    return Result(
        id=item.id,
        title=item.title,
        number=item.number,
        case_number=item.case_number,
        meeting=MeetingReference(meeting.id, meeting.body, meeting.date),
        page=item.page,
        outcomes=_outcomes(item),
        decision=item.decisions[0].text if item.decisions else None,
        snippet=SnippetAnswer(shown.section, shown.text, shown.marks),
        why=_why(item, understood, nearest),
        score=round(ranked.score, 4) if ranked else 0.0,
        url=_url(item),
    )


def _why(item: Item, understood: Understood, nearest: Nearest | None) -> str:
    """Why an item is shown: its case number, the words it holds, or its meaning."""
    if item.case_number and item.case_number in understood.case_numbers:
        return f"sagsnummer {item.case_number}"
    text = "\n".join([item.title, *(f"{section.heading}\n{section.text}" for section in item.sections)])
    held = highlighting.matched_terms(text, understood.terms)
    if held:
        return ("ordet " if len(held) == 1 else "ordene ") + ", ".join(f"»{word}«" for word in held)
    return "lignende betydning" if nearest is not None else ""


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


def _outcomes(item: Item) -> tuple[Outcome, ...]:
    return tuple(dict.fromkeys(outcome for decision in item.decisions for outcome in decision.outcomes))


def _related(found: Found, reason: str) -> RelatedItem:
    item, meeting = found.item, found.meeting
    reference = MeetingReference(meeting.id, meeting.body, meeting.date)
    return RelatedItem(item.id, item.title, reference, _outcomes(item), reason, _url(item))


def _url(item: Item) -> str:
    return f"/items/{item.id}"
