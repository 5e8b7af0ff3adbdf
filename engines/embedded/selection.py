"""Selection: which items match in plain terms, counted, sorted and paged.

tantivy only says which items hold the words; filters, order, counts and facets are computed on the columns, which is
exact, and faster than asking tantivy for them (see `counting`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np

from engines.asked import Access, Selection, Sort
from engines.embedded import reading
from engines.embedded.candidates import all_words, excluded
from engines.embedded.columns import Columns, Ints
from engines.embedded.counting import facet, newest
from engines.embedded.filters import Clause, mask, must, one_of_ordinals, resolve
from engines.embedded.scoring import Scored, Scores, best, matching, scored
from engines.embedded.view import View
from engines.found import Selected
from engines.words import Words


def select(view: View, connection: sqlite3.Connection, selection: Selection, access: Access) -> Selected:
    """As `Engine.select`."""
    columns = view.columns
    rows, scores = matched(view, connection, selection, access)
    page = _page(columns, rows, selection, scores)
    facets = {name: facet(columns, rows, name, selection.filters) for name in selection.facets}
    return Selected(
        total=len(rows),
        ids=tuple(columns.ids[row] for row in page.tolist()),
        facets=facets,
        titles=_titles(columns, connection, rows, list(facets.get("case", ()))),
    )


def matched(view: View, connection: sqlite3.Connection, selection: Selection, access: Access) -> tuple[Ints, Scores]:
    """The rows of all that matches, ascending, and every row's score where that is what is sorted by (else 0)."""
    columns = view.columns
    meant = mask(resolve(selection.filters, access, connection), columns)
    words = selection.words or Words()
    question = scored(view, "stems", words.stems, access) if selection.sort == "relevance" else None
    scores = np.zeros(len(columns), dtype=np.float64)
    if words.asks or selection.also or words.excludes:
        rows = _with_words(view, words, selection.also, question, scores)
        rows = rows if meant is None else rows[meant[rows]]
    else:
        rows = np.arange(len(columns)) if meant is None else np.flatnonzero(meant)
    return rows, scores


def in_order(columns: Columns, rows: Ints, sort: Sort, scores: Scores) -> Ints:
    """Rows in the order of `sort`."""
    if sort == "relevance":
        return rows[np.lexsort((columns.newest[rows], -scores[rows]))]
    keys = (columns.oldest if sort == "oldest" else columns.newest)[rows]
    return rows[np.lexsort((rows, keys))]


def _titles(columns: Columns, connection: sqlite3.Connection, rows: Ints, cases: list[str]) -> dict[str, str]:
    """What the newest item of each case is called."""
    ordinals = [newest(columns, rows, code) for code in reading.codes(connection, "case", cases)]
    titles = reading.titles_of(connection, ordinals)
    return {case: titles[ordinal] for case, ordinal in zip(cases, ordinals, strict=True)}


def _with_words(view: View, words: Words, also: tuple[str, ...], question: Scored | None, scores: Scores) -> Ints:
    """Rows of items with all the words or one of the ids, and with no excluded word; fills in `scores` if asked to."""
    named = _named(view, also)
    if words.asks:
        held = _scored_rows(view, question, all_words(words), scores) if question else matching(view, all_words(words))
        rows = np.union1d(held, named) if len(named) else held
        rest = np.setdiff1d(named, held)
        if question and len(rest):  # what is there by its id may hold some of the words
            _scored_rows(view, question, [must(one_of_ordinals(view.columns.ordinals[rest]))], scores)
    else:
        rows = named if also else np.arange(len(view.columns))
    return np.setdiff1d(rows, matching(view, [must(excluded(words))])) if words.excludes else rows


def _scored_rows(view: View, question: Scored, conditions: Sequence[Clause], scores: Scores) -> Ints:
    rows, found = best(view, question.query, conditions, len(view.columns))
    scores[rows] = found
    return np.sort(rows)


def _named(view: View, ids: tuple[str, ...]) -> Ints:
    known = view.columns.row_of_id if ids else {}
    return np.unique(np.array([known[identity] for identity in ids if identity in known], dtype=np.int64))


def _page(columns: Columns, rows: Ints, selection: Selection, scores: Scores) -> Ints:
    first = max(selection.offset, 0)
    last = first + max(selection.limit, 0)
    if last == first or first >= len(rows):
        return rows[:0]
    if selection.sort != "relevance" and last * 4 < len(rows):
        keys = (columns.oldest if selection.sort == "oldest" else columns.newest)[rows]
        rows = rows[np.argpartition(keys, last)[: last + 1]]
    return in_order(columns, rows, selection.sort, scores)[first:last]
