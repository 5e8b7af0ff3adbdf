"""Everything that matches, one item after the other, as of one snapshot of the server's.

Ids come in their order, a page at a time; then the documents of that page. So no more than a page is ever held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from engines.asked import Access, Selection
from engines.elasticsearch.asking import Asker, Snapshot
from engines.elasticsearch.filters import must, one_of
from engines.elasticsearch.names import Clause
from engines.elasticsearch.reading import of_snapshot
from engines.elasticsearch.scoring import Name, scored, tokens
from engines.elasticsearch.selection import conditions, ids_of, listed
from engines.elasticsearch.statistics import Statistics
from engines.found import Found
from engines.kept import Vectors
from engines.words import Words

# 500 items, their ids and then their documents, take the server 0.3 to 0.7 s on two busy cores
# (`python -m benchmarks.exporting --elasticsearch`), so that the first of them come by themselves.
AT_FIRST = 50
AT_ONCE = 500  # items, read together; of 130 words each some 1.5 MB


def walk(
    asker: Asker,
    statistics: Statistics,
    selection: Selection,
    access: Access,
    near: Vectors | None,
    first: Sequence[str],
) -> Iterator[Found]:
    """As `Engine.walk`."""
    these = conditions(asker.place, selection, selection.words or Words(), access)
    query = _query(statistics, selection, these, access)
    with asker.snapshot() as snapshot:
        if snapshot is None:
            return
        named = set(first)
        rest = (
            tuple(one for one in ids_of(page) if one not in named)
            for page in snapshot.pages({"query": query, **listed(selection.sort)}, AT_ONCE)
        )
        for ids in _soon(chain(_first(snapshot, these, first), rest)):
            yield from of_snapshot(snapshot, asker.place, ids, access, near)


def _soon(pages: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The same ids, the first few by themselves: somebody waits for them, or wants no more."""
    for ids in pages:
        if ids:
            yield ids[:AT_FIRST]
            yield ids[AT_FIRST:]
            yield from pages


def _query(statistics: Statistics, selection: Selection, these: list[Clause], access: Access) -> Clause:
    """The conditions, scored where that is what is sorted by."""
    words = selection.words or Words()
    if selection.sort != "relevance" or not words.stems:
        return must(these)
    question: dict[Name, tuple[str, ...]] = {"stems": words.stems}
    counts = statistics.counts(tokens(question), access)
    return must(these, should=[stems.query for stems in scored(question, counts)] if counts else [])


def _first(snapshot: Snapshot, these: list[Clause], first: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Those of `first` that match, in their order."""
    wanted = list(dict.fromkeys(first))
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        body = {"query": must([*these, one_of("item.id", part)]), **listed("newest")}
        matching = {one for page in snapshot.pages(body, AT_ONCE) for one in ids_of(page)}
        yield tuple(one for one in part if one in matching)
