"""The first of the ranking in the order of a reranker, for operators who have a model for it (`REFERAT_RERANKER`)."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from engines.found import Found
from mappings.documents import passage_text
from search_api.ranking import Ranked

FIRST = 20  # of the results, and of the neighbours, whatever the page: two pages, some 20 texts to read each time


def reranked(
    ranked: Sequence[Ranked], named: Container[str], resemblance: Callable[[Sequence[str]], dict[str, float]]
) -> list[Ranked]:
    """The ranking with its first results, and its first neighbours, ordered by `resemblance` (of ids to figures).

    What is `named` outright stays in front; a result stays a result. Scores stay what the evidence gave.
    """
    front = [one for one in ranked if one.candidate.item_id in named]
    others = [one for one in ranked if one.candidate.item_id not in named]
    hits, neighbours = ([one for one in others if one.hit == hit] for hit in (True, False))
    ids = [one.candidate.item_id for one in (*hits[:FIRST], *neighbours[:FIRST])]
    figures = resemblance(ids) if ids else {}
    return [*front, *_ordered(hits, figures), *_ordered(neighbours, figures)]


def text(found: Found) -> str:
    """What a reranker reads of an item: its title, and its nearest passage or last decision."""
    item = found.item
    if found.nearest is not None:
        own = passage_text(item, found.nearest)
    else:
        decision = item.last_decision
        own = decision.text if decision else item.sections[0].text if item.sections else ""
    return f"{item.title}\n{own}" if own else item.title


def _ordered(ranked: Sequence[Ranked], figures: dict[str, float]) -> list[Ranked]:
    first = [one for one in ranked[:FIRST] if one.candidate.item_id in figures]
    placed = {one.candidate.item_id for one in first}
    first.sort(key=lambda one: -figures[one.candidate.item_id])  # stable: equals stay as they were
    return [*first, *(one for one in ranked if one.candidate.item_id not in placed)]
