"""Candidates: the best items by each kind of evidence, and all of the evidence for each."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence

import numpy as np
import tantivy

from engines.asked import Access, Filters
from engines.embedded.columns import Ints, Mask
from engines.embedded.filters import Clause, any_of, clauses, mask, must, one_of_ordinals, resolve
from engines.embedded.nearest import NONE, Cosines, begin, top
from engines.embedded.scoring import NOTHING, Held, Scored, Scores, best, matching, scored, scored_choices
from engines.embedded.text import SCHEMA
from engines.embedded.view import View
from engines.found import Candidate, Evidence
from engines.kept import Vectors
from engines.words import Words
from mappings.analysis import Forms


def candidates(
    view: View,
    connection: sqlite3.Connection,
    words: Words,
    vector: Vectors | None,
    filters: Filters,
    limit: int,
    access: Access,
) -> list[Candidate]:
    """As `Engine.candidates`."""
    asked = resolve(filters, access, connection)
    meant = mask(asked, view.columns)
    if limit <= 0 or not len(view.columns) or (meant is not None and not meant.any()):
        return []
    conditions = clauses(asked, view.columns) + word_conditions(words)
    questions = [
        scored(view, "stems", words.stems, access),
        scored(view, "title_stems", words.stems, access),
        scored(view, "grams", words.grams, access),
        scored(view, "terms", words.terms, access),
        scored_choices(view, "terms", words.related, len(words.stems), access),
    ]
    scan = begin(view, vector, _with_words(view, words, meant)) if vector is not None else None
    found = [best(view, question.query, conditions, limit) if question else NOTHING for question in questions]
    near = scan() if scan else None
    rows = _union(found, near, limit)
    if not len(rows):
        return []
    these = must(one_of_ordinals(view.columns.ordinals[rows]))
    stems, title, grams, terms, related, grams_held, terms_held = _by_words(view, questions, found, these, rows, limit)
    every = [*all_words(words), these] if words.asks else []
    held = best(view, tantivy.Query.boolean_query(every), (), len(rows))[0] if every else rows[:0]
    nothing: list[float | None] = [None] * len(rows)
    body = _cosines(near.body, rows) if near else nothing
    heading = _cosines(near.title, rows) if near else nothing
    complete = np.isin(rows, held).tolist()
    days, cases = view.columns.dates[rows].tolist(), view.columns.cases[rows].tolist()
    return [
        Candidate(
            view.columns.ids[row],
            dt.date.fromordinal(days[place]),
            Evidence(
                stems=stems[place],
                title=title[place],
                grams=grams[place],
                terms=terms[place],
                related=related[place],
                grams_held=grams_held[place],
                terms_held=terms_held[place],
                body=body[place],
                heading=heading[place],
                all_words=complete[place],
            ),
            view.columns.names.get(cases[place]),
        )
        for place, row in enumerate(rows.tolist())
    ]


_MOST_BEGUN = 200  # stems that begin alike, the most held: of a single letter there are thousands


def all_words(words: Words) -> list[Clause]:
    """That an item holds every word and every phrase, and one of those of which it is to hold one."""
    held = [clause for form in dict.fromkeys(words.forms) for clause in _in_any_form(form)]
    for choice in dict.fromkeys(words.choices):
        held.append(must(any_of([*map(_all_of, choice.ways), *map(_phrase, choice.runs)])))
    return held + _phrases(words)


def word_conditions(words: Words) -> list[Clause]:
    """That an item holds the phrases and none of the excluded words."""
    return _phrases(words) + ([(tantivy.Occur.MustNot, excluded(words))] if words.excludes else [])


def excluded(words: Words) -> tantivy.Query:
    """Items with an excluded word or phrase."""
    held = [_all_of([form]) for form in dict.fromkeys(words.excluded)]
    return any_of(held + [_phrase(phrase) for phrase in dict.fromkeys(words.excluded_phrases) if phrase])


def holding(word: str) -> Clause:
    """That an item holds a word as it is spelled."""
    return must(_term("words", word))


def titled(view: View, stems: Sequence[str], beginning: str, seen: Mask | None, limit: int) -> list[str]:
    """As `Engine.titled`; `seen` are the rows that the asker may see, None where they are all."""
    wanted = [must(_term("title_stems", stem)) for stem in dict.fromkeys(stems)]
    if beginning:
        begun = view.searcher.terms_with_prefix("title_stems", beginning, limit=_MOST_BEGUN)
        wanted.append(must(any_of([_term("title_stems", stem) for stem, _ in begun])))
    if not wanted:
        return []
    rows = matching(view, wanted)
    rows = rows if seen is None else rows[seen[rows]]
    newest = rows[np.argsort(view.columns.newest[rows], kind="stable")][:limit]
    return [view.columns.ids[row] for row in newest.tolist()]


def _all_of(forms: Sequence[Forms]) -> tantivy.Query:
    return tantivy.Query.boolean_query([clause for form in forms for clause in _in_any_form(form)])


def _in_any_form(form: Forms) -> list[Clause]:
    stems = any_of([_term("stems", stem) for stem in form.stems])
    return [must(_term("terms", form.term)), must(stems)]


def _term(field: str, token: str) -> tantivy.Query:
    return tantivy.Query.term_query(SCHEMA, field, token, "basic")


def _phrases(words: Words) -> list[Clause]:
    either = [_phrase(phrase) for phrase in dict.fromkeys(words.either) if phrase]
    return [must(_phrase(phrase)) for phrase in words.phrases if phrase] + ([must(any_of(either))] if either else [])


def _phrase(phrase: Sequence[str]) -> tantivy.Query:
    if len(phrase) == 1:
        return _term("words", phrase[0])
    return tantivy.Query.phrase_query(SCHEMA, "words", list(phrase))


def _with_words(view: View, words: Words, meant: Mask | None) -> Mask | None:
    """The items meant that hold the phrases and none of the excluded words."""
    for query, held in ((_phrases(words), True), ([must(excluded(words))] if words.excludes else [], False)):
        if query:
            found = np.full(len(view.columns), not held)
            found[matching(view, query)] = held
            meant = found if meant is None else meant & found
    return meant


def _union(found: Sequence[tuple[Ints, Scores]], near: Cosines | None, limit: int) -> Ints:
    parts = [rows for rows, _ in found]
    if near:
        parts += [top(near.body, limit), top(near.title, limit)]
    return np.unique(np.concatenate(parts))


def _by_words(
    view: View,
    questions: Sequence[Scored | None],
    found: Sequence[tuple[Ints, Scores]],
    these: Clause,
    rows: Ints,
    limit: int,
) -> list[list[float]]:
    """The evidence of all `rows` by each question, then what they hold of the third's and the fourth's tokens."""
    each = [_completed(view, *one, these, rows, limit) for one in zip(questions, found, strict=True)]
    return each + [_holding(view, one.held if one else None, these, rows) for one in questions[2:4]]


def _completed(
    view: View, question: Scored | None, known: tuple[Ints, Scores], these: Clause, rows: Ints, limit: int
) -> list[float]:
    """The evidence of all `rows`; those beyond the best are asked for by ordinal, where there may be any."""
    if question is None:
        return [0.0] * len(rows)
    missing = limit <= len(known[0]) < len(rows)
    return _shares(rows, best(view, question.query, [these], len(rows)) if missing else known, question.greatest)


def _holding(view: View, question: Held | None, these: Clause, rows: Ints) -> list[float]:
    """Of all `rows`, the share of the question's idf that they hold."""
    if question is None:
        return [0.0] * len(rows)
    return _shares(rows, best(view, question.query, [these], len(rows)), question.greatest)


def _shares(rows: Ints, found: tuple[Ints, Scores], greatest: float) -> list[float]:
    """What each of `rows` scored, as a share of the greatest score; 0 where it was not found."""
    values = np.zeros(len(rows), dtype=np.float64)
    values[np.searchsorted(rows, found[0])] = found[1]
    shares: list[float] = np.minimum(values / greatest, 1.0).tolist()
    return shares


def _cosines(found: Vectors, rows: Ints) -> list[float | None]:
    """Of the items in `rows`; None where an item has no such passage."""
    return [min(max(cosine, -1.0), 1.0) if cosine > NONE else None for cosine in found[rows].tolist()]
