"""Selection: which items match in plain terms, counted, sorted and paged.

One round trip; one more where cases are counted, or the page lies deep.
"""

from __future__ import annotations

from typing import Any

from engines.asked import Access, FacetName, Selection, Sort
from engines.elasticsearch import cases
from engines.elasticsearch.asking import BARE, WINDOW, Answer, Asker, Body
from engines.elasticsearch.counting import FACET_FIELDS, counted, counting
from engines.elasticsearch.filters import must, one_of, permitted
from engines.elasticsearch.matching import all_words, without
from engines.elasticsearch.names import Clause, Place
from engines.elasticsearch.scoring import Name, scored, tokens
from engines.elasticsearch.statistics import Counts, Statistics
from engines.found import Selected
from engines.words import Words

_THEN: list[dict[str, str]] = [{"meeting.id": "asc"}, {"item.number": "asc"}, {"item.id": "asc"}]
_ORDERS: dict[str, list[Any]] = {
    "newest": [{"meeting.date": "desc"}, *_THEN],
    "oldest": [{"meeting.date": "asc"}, *_THEN],
    "relevance": [{"_score": "desc"}, {"meeting.date": "desc"}, *_THEN],
}


def select(asker: Asker, statistics: Statistics, selection: Selection, access: Access) -> Selected:
    """As `Engine.select`."""
    nothing = Selected(0, (), {name: {} for name in selection.facets})
    words = selection.words or Words()
    these = conditions(asker.place, selection, words, access)
    found = _answered(asker, statistics, selection, words, these, access)
    if found is None:
        return nothing
    query, answer = found
    total: int = answer["hits"]["total"]["value"]
    facets: dict[FacetName, dict[str, int]] = {
        name: counted(asker, answer, FACET_FIELDS[name], query) for name in selection.facets if name != "case"
    }
    titles: dict[str, str] = {}
    if "case" in selection.facets:
        facets["case"], titles = cases.counted(asker, answer, query, _ORDERS["newest"])
    return Selected(
        total=total,
        ids=ids_of(answer["hits"]["hits"]) if _is_near(selection) else _deep(asker, selection, query, total),
        facets=facets,
        titles=titles,
    )


def conditions(place: Place, selection: Selection, words: Words, access: Access) -> list[Clause]:
    """What an item must be to match."""
    found = [*permitted(place, access, selection.filters), *without(words)]
    if words.asks and selection.also:
        named = one_of("item.id", selection.also)
        found.append({"bool": {"should": [must(all_words(words)), named], "minimum_should_match": 1}})
    elif selection.also:
        found.append(one_of("item.id", selection.also))
    elif words.asks:
        found += all_words(words)
    return found


def _answered(
    asker: Asker,
    statistics: Statistics,
    selection: Selection,
    words: Words,
    these: list[Clause],
    access: Access,
) -> tuple[Clause, Answer] | None:
    """The query, scored where that is what is sorted by, and the answer to it."""
    if selection.sort != "relevance" or not words.stems:
        query = must(these)
        answered = asker.msearch([_body(selection, query)])
        return (query, answered.answers[0]) if answered else None
    question: dict[Name, tuple[str, ...]] = {"stems": words.stems}

    def by_stems(counts: Counts) -> Clause:
        return must(these, should=[stems.query for stems in scored(question, counts)])

    found = statistics.ask(tokens(question), access, lambda counts: [_body(selection, by_stems(counts))])
    return (by_stems(found[0]), found[1].answers[0]) if found else None


def _is_near(selection: Selection) -> bool:
    """Whether the server gives the page as it is."""
    return selection.limit <= 0 or max(selection.offset, 0) + selection.limit <= WINDOW


def _body(selection: Selection, query: Clause) -> Body:
    page: Body = {"size": 0}
    if selection.limit > 0 and _is_near(selection):
        page = {"from": max(selection.offset, 0), "size": selection.limit, **listed(selection.sort)}
    counts = counting(FACET_FIELDS[name] for name in selection.facets if name != "case")
    if "case" in selection.facets:
        counts |= cases.counting(selection.filters)
    return {"query": query, "track_total_hits": True, **page, **({"aggs": counts} if counts else {})}


def listed(sort: Sort) -> Body:
    """The parts of a search that gives ids in an order."""
    return {**BARE, "docvalue_fields": ["item.id"], "sort": _ORDERS[sort]}


def _deep(asker: Asker, selection: Selection, query: Clause, total: int) -> tuple[str, ...]:
    """A page that the server does not give by its number: everything before it is passed by."""
    first = max(selection.offset, 0)
    last = min(first + selection.limit, total)
    if first >= last:
        return ()
    found: list[str] = []
    passed = 0
    with asker.snapshot() as snapshot:
        if snapshot is None:
            return ()
        for hits in snapshot.pages({"query": query, **listed(selection.sort)}, WINDOW):
            found += ids_of(hits[max(first - passed, 0) : last - passed])
            passed += len(hits)
            if passed >= last:
                break
    return tuple(found)


def ids_of(hits: list[Answer]) -> tuple[str, ...]:
    """The ids that such a search gave."""
    return tuple(hit["fields"]["item.id"][0] for hit in hits)
