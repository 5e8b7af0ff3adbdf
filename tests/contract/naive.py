"""What an engine must answer, computed the slow way from the meetings themselves."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np

from engines.asked import Access, Filters, Selection
from engines.found import Selected
from engines.kept import Prepared, Vectors
from engines.words import Choice, Words
from mappings import analysis
from mappings.analysis import Forms
from mappings.documents import TITLE, Item, Meeting


@dataclass(frozen=True)
class Tokens:
    """The tokens of an item, in reading order."""

    title_stems: list[str]
    stems: list[str]
    grams: list[str]
    terms: list[str]
    words: list[str]


@dataclass(frozen=True)
class Held:
    """An item with all that is known of it."""

    item: Item
    meeting: Meeting
    text: Tokens
    people: frozenset[str]
    body: list[Vectors]
    title: list[Vectors]


def held(corpus: Iterable[Prepared]) -> list[Held]:
    """Every item; of meetings with the same id the last."""
    last = {prepared.meeting.id: prepared for prepared in corpus}
    return [_held(prepared, item) for prepared in last.values() for item in prepared.meeting.items]


def _held(prepared: Prepared, item: Item) -> Held:
    rows = [row for row, passage in enumerate(prepared.passages) if passage.item_id == item.id]
    titles = [row for row in rows if prepared.passages[row].section == TITLE]
    return Held(
        item,
        prepared.meeting,
        _tokens(item),
        frozenset(person.slug for person in prepared.people.get(item.id, ())),
        [prepared.vectors[row] for row in rows if row not in titles],
        [prepared.vectors[row] for row in titles],
    )


def _tokens(item: Item) -> Tokens:
    text = analysis.item_text(item)
    return Tokens(*(getattr(text, field.name).split() for field in fields(Tokens)))


def visible(items: Iterable[Held], access: Access) -> list[Held]:
    return [one for one in items if access.closed or not one.item.closed]


def passes(one: Held, filters: Filters) -> bool:
    date = one.meeting.date
    outcomes = {outcome for decision in one.item.decisions for outcome in decision.outcomes}
    return (
        (not filters.bodies or one.meeting.body in filters.bodies)
        and (not filters.years or date.year in filters.years)
        and (not filters.people or bool(one.people & set(filters.people)))
        and (not filters.cases or one.item.case_number in filters.cases)
        and (not filters.outcomes or bool(outcomes & set(filters.outcomes)))
        and (not filters.attachments or ("yes" if one.item.attachments else "no") in filters.attachments)
        and (filters.date_from is None or date >= filters.date_from)
        and (filters.date_to is None or date <= filters.date_to)
    )


def holds_phrase(one: Held, phrase: Sequence[str]) -> bool:
    words, wanted = one.text.words, list(phrase)
    return any(words[start : start + len(wanted)] == wanted for start in range(len(words)))


def all_words(one: Held, words: Words) -> bool:
    every = all(holds_form(one, form) for form in words.forms) and all(holds_one(one, each) for each in words.choices)
    return every and holds_phrases(one, words)


def holds_one(one: Held, choice: Choice) -> bool:
    ways = any(all(holds_form(one, form) for form in way) for way in choice.ways)
    return ways or any(holds_phrase(one, run) for run in choice.runs)


def holds_form(one: Held, form: Forms) -> bool:
    return form.term in one.text.terms and any(stem in one.text.stems for stem in form.stems)


def holds_phrases(one: Held, words: Words) -> bool:
    every = all(holds_phrase(one, phrase) for phrase in words.phrases)
    return every and (not words.either or any(holds_phrase(one, phrase) for phrase in words.either))


def matches(one: Held, selection: Selection) -> bool:
    words = selection.words or Words()
    if any(holds_form(one, form) for form in words.excluded):
        return False
    if any(holds_phrase(one, phrase) for phrase in words.excluded_phrases):
        return False
    if words.forms or words.choices or words.phrases or words.either:
        return all_words(one, words) or one.item.id in selection.also
    return not selection.also or one.item.id in selection.also


def bm25(items: Sequence[Held], field: str, tokens: Sequence[str]) -> dict[str, float]:
    """Each item's score over the greatest there could be, by the formula of `Evidence`."""
    lists = {one.item.id: getattr(one.text, field) for one in items}
    average = sum(map(len, lists.values())) / len(lists)
    frequency = {token: sum(token in found for found in lists.values()) for token in set(tokens)}
    idf = {token: math.log(1 + (len(lists) - n + 0.5) / (n + 0.5)) for token, n in frequency.items()}
    greatest = sum(idf[token] * 2.2 for token in tokens)
    scores = {}
    for identity, found in lists.items():
        counts, length = Counter(found), len(found)
        norm = 1.2 * (1 - 0.75 + 0.75 * length / average) if average else 1.2
        score = sum(idf[token] * 2.2 * counts[token] / (counts[token] + norm) for token in tokens if counts[token])
        scores[identity] = score / greatest if greatest else 0.0
    return scores


def related(items: Sequence[Held], choices: Sequence[Sequence[str]]) -> dict[str, float]:
    """Each item's score over the greatest there could be, of each choice the best term only."""
    idfs = [{token: _idf(items, "terms", token) for token in choice if _known(items, token)} for choice in choices]
    greatest = sum(max(known.values()) for known in idfs if known)
    by_token = {token: bm25(items, "terms", [token]) for known in idfs for token in known}
    return {
        one.item.id: sum(
            max(idf * by_token[token][one.item.id] for token, idf in known.items()) for known in idfs if known
        )
        / greatest
        if greatest
        else 0.0
        for one in items
    }


def share_held(items: Sequence[Held], field: str, tokens: Sequence[str]) -> dict[str, float]:
    """The share of the tokens' idf that each item holds."""
    idf = {token: _idf(items, field, token) for token in tokens}
    greatest = sum(idf[token] for token in tokens)
    return {
        one.item.id: sum(idf[token] for token in tokens if token in getattr(one.text, field)) / greatest
        for one in items
    }


def _known(items: Sequence[Held], token: str) -> bool:
    return any(token in one.text.terms for one in items)


def _idf(items: Sequence[Held], field: str, token: str) -> float:
    frequency = sum(token in getattr(one.text, field) for one in items)
    return math.log(1 + (len(items) - frequency + 0.5) / (frequency + 0.5))


def nearest(vectors: Sequence[Vectors], question: Vectors) -> float | None:
    return max((float(np.dot(vector, question)) for vector in vectors), default=None)


def select(items: Sequence[Held], selection: Selection, access: Access) -> Selected:
    """As `Engine.select`; `relevance` is not ordered here."""
    found = [one for one in visible(items, access) if passes(one, selection.filters) and matches(one, selection)]
    sign = 1 if selection.sort == "oldest" else -1
    found.sort(key=lambda one: (sign * one.meeting.date.toordinal(), one.meeting.id, one.item.number))
    page = found[selection.offset : selection.offset + selection.limit]
    facets = {name: dict(Counter(value for one in found for value in _values(one, name))) for name in selection.facets}
    titles: dict[str, str] = {}
    if "case" in facets:
        facets["case"] = cases(facets["case"], selection.filters)
        newest = sorted(found, key=lambda one: (-one.meeting.date.toordinal(), one.meeting.id, one.item.number))
        for one in reversed(newest):
            if one.item.case_number in facets["case"]:
                titles[one.item.case_number] = one.item.title
    return Selected(len(found), tuple(one.item.id for one in page), facets, titles)


def cases(counts: dict[str, int], filters: Filters) -> dict[str, int]:
    """The cases of most items, the first ten by number where there are more; no single items, unless asked for."""
    if filters.cases:
        return counts
    ranked = sorted((-count, case) for case, count in counts.items() if count > 1)
    return {case: -count for count, case in ranked[:10]}


def _values(one: Held, name: str) -> set[str]:
    return {
        "body": {one.meeting.body},
        "year": {str(one.meeting.date.year)},
        "person": set(one.people),
        "case": {one.item.case_number} - {None},
        "attachments": {"yes" if one.item.attachments else "no"},
        "outcome": {outcome for decision in one.item.decisions for outcome in decision.outcomes},
    }[name]
