"""The best item's own words, asked for as well: what it calls the matter, others may call it too.

Query expansion from the first hit (pseudo-relevance feedback, as Rocchio's in Salton, *The SMART Retrieval System*,
1971). Only the first is believed, and only of what brought it there: its title and its nearest passage. It orders what
is found, and brings more neighbours; it makes nothing a result.
"""

from __future__ import annotations

from dataclasses import replace

from engines.asked import Access, Filters
from engines.base import Engine
from engines.found import Candidate, Found
from engines.kept import Vectors
from engines.words import Words
from mappings import analysis
from mappings.documents import passage_text

# Terms that are asked for, the longest, which mostly are the rarest. 20 to 64 rank alike, 12 a little worse; among
# 100,000 items 32 take 4.6 ms p50, 20 3.4, 12 2.6.
MOST, CHARACTERS = 20, 1_500


def alike(
    engine: Engine, best: str, asked: Words, vector: Vectors | None, filters: Filters, limit: int, access: Access
) -> list[Candidate]:
    """Items that share words with the item `best`, how much by `related` of their evidence; none if it is gone."""
    found = engine.items([best], access, vector)
    terms = _terms(found[0], asked) if found else ()
    if not terms:
        return []
    words = replace(asked, stems=(), grams=(), terms=(), related=tuple((term,) for term in terms), forms=(), choices=())
    return engine.candidates(words, None, filters, limit, access)


def _terms(found: Found, asked: Words) -> tuple[str, ...]:
    item = found.item
    if found.nearest is not None:
        text = passage_text(item, found.nearest)
    else:
        text = " ".join([*(one.text for one in item.decisions), *(one.text for one in item.sections)])[:CHARACTERS]
    words = analysis.content([*analysis.words(item.title), *analysis.words(text)])
    own = dict.fromkeys(term for word in dict.fromkeys(words) for term in analysis.terms(word))
    others = [term for term in own if term not in set(asked.terms)]
    return tuple(sorted(others, key=lambda term: (-len(term), term))[:MOST])
