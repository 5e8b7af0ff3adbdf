"""What somebody who is typing may mean: ends of the last word, people, bodies, cases, items.

The last word counts as begun, unless a space follows it; the others count as they are. Nothing is told that the asker
may not see: words come from titles of items that they may.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from engines.base import Access, Engine, Filters, Found, Selection
from mappings import analysis
from mappings.documents import Person
from search_api.answers import SuggestionAnswer
from search_api.beginnings import begins
from search_api.results import url

LONGEST = 200  # characters read; nobody waits for suggestions to a page of text
LOOKED_AT = 20  # of the newest items whose titles begin so
MOST = {"person": 3, "body": 2, "question": 3, "case": 2, "item": 5}
_CASE_NUMBER = re.compile(r"\d{2,4}/\d+")


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed: the text before the last word, the words but the last, and that, folded; empty where it ended."""

    before: str
    words: tuple[str, ...]
    begun: str


def suggest(
    engine: Engine, question: str, people: Sequence[Person], bodies: Sequence[str], size: int, access: Access
) -> Iterator[SuggestionAnswer]:
    """At most `size`, of each kind no more than `MOST`; none where nothing was typed."""
    typed = _typed(question)
    if not (typed.words or typed.begun):
        return
    found = engine.items(_titled(engine, typed, access), access)
    every = [*_people(typed, people), *_bodies(typed, bodies), *_questions(typed, found)]
    every += [*_cases(engine, typed, found, access), *_items(found)]
    yield from every[:size]


def _typed(question: str) -> _Typed:
    text = analysis.normalise(question[:LONGEST])
    places = list(analysis.TOKEN.finditer(text))
    if not places or places[-1].end() < len(text):
        return _Typed(text, tuple(analysis.words(text)), "")
    last = places[-1].start()
    begun = analysis.words(text[last:])
    return _Typed(text[:last], tuple(analysis.words(text[:last])), analysis.fold(begun[0]) if begun else "")


def _titled(engine: Engine, typed: _Typed, access: Access) -> list[str]:
    stems = [analysis.stem(word) for word in analysis.content(typed.words)]
    found = engine.titled(stems, typed.begun, LOOKED_AT, access)
    if found or not typed.begun:
        return found
    return engine.titled([*stems, analysis.stem(typed.begun)], "", LOOKED_AT, access)  # a word typed to its end


def _people(typed: _Typed, people: Iterable[Person]) -> list[SuggestionAnswer]:
    found = [person for person in people if _begins(typed, person.name)]
    return [
        SuggestionAnswer(kind="person", text=person.name, asks={"person": (person.name,)}, url=None)
        for person in found[: MOST["person"]]
    ]


def _bodies(typed: _Typed, bodies: Iterable[str]) -> list[SuggestionAnswer]:
    found = sorted(body for body in bodies if _begins(typed, body))
    return [
        SuggestionAnswer(kind="body", text=body, asks={"body": (body,)}, url=None) for body in found[: MOST["body"]]
    ]


def _begins(typed: _Typed, name: str) -> bool:
    """Whether every word typed begins a part of a name, and there is a letter or two to go by."""
    words = [*map(analysis.fold, typed.words), *([typed.begun] if typed.begun else [])]
    return sum(map(len, words)) > 1 and begins(words, name)


def _questions(typed: _Typed, found: Iterable[Found]) -> list[SuggestionAnswer]:
    """What was typed with its last word written out, the commonest in the titles first."""
    if not typed.begun:
        return []
    ends: Counter[str] = Counter()
    for one in found:
        words = dict.fromkeys(analysis.words(analysis.normalise(one.item.title)))
        ends.update(word for word in words if analysis.fold(word).startswith(typed.begun))
    ordered = sorted(ends, key=lambda word: (-ends[word], word))
    texts = [typed.before + word for word in ordered if analysis.fold(word) != typed.begun]
    return [
        SuggestionAnswer(kind="question", text=text, asks={"q": (text,)}, url=None)
        for text in texts[: MOST["question"]]
    ]


def _cases(engine: Engine, typed: _Typed, found: Iterable[Found], access: Access) -> list[SuggestionAnswer]:
    """The case whose number was typed, and those that several of the items found belong to."""
    titles: dict[str, str] = {}
    times: Counter[str] = Counter()
    for one in [*_of_case(engine, typed, access), *found]:
        if one.item.case_number:
            times[one.item.case_number] += 1
            titles.setdefault(one.item.case_number, one.item.title)
    named = [number for number in titles if number == typed.begun or number in typed.words]
    several = [number for number, count in times.most_common() if count > 1 and number not in named]
    return [
        SuggestionAnswer(
            kind="case", text=f"{number} {titles[number]}", asks={"case": (number,)}, url=f"/cases/{quote(number)}"
        )
        for number in (named + several)[: MOST["case"]]
    ]


def _of_case(engine: Engine, typed: _Typed, access: Access) -> list[Found]:
    if not _CASE_NUMBER.fullmatch(typed.begun):
        return []
    ids = engine.select(Selection(filters=Filters(cases=(typed.begun,)), limit=1), access).ids
    return engine.items(ids, access)


def _items(found: Iterable[Found]) -> list[SuggestionAnswer]:
    """The newest of each title."""
    newest = {one.item.title.casefold(): one for one in reversed(list(found))}
    return [
        SuggestionAnswer(
            kind="item",
            text=one.item.title,
            asks={"q": (one.item.title,)},
            url=url(one.item),
        )
        for one in list(reversed(newest.values()))[: MOST["item"]]
    ]
