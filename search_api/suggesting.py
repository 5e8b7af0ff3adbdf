"""What somebody who is typing may mean: ends of the last word, people, bodies, cases, items.

The last word counts as begun, unless a space follows it; the others count as they are. Nothing is told that the asker
may not see: words come from titles of items that they may.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

from engines.asked import Access, Filters
from engines.base import Engine
from engines.found import Found
from mappings import analysis
from mappings.case_numbers import beginnings, spellings
from mappings.documents import Person
from search_api.answers import SuggestionAnswer
from search_api.beginnings import begins
from search_api.readings.body_names import by_initials
from search_api.readings.intent import is_intent
from search_api.results import url

LONGEST = 200  # characters read; nobody waits for suggestions to a page of text
LOOKED_AT = 20  # of the newest items whose titles begin so
MOST = {"person": 3, "body": 2, "question": 3, "case": 2, "item": 5}
# Perhaps half of it, where typing is now: *21/5*, *2019-00*, *05.01.12-P0*
_CASE_NUMBER = re.compile(r"(?<!\S)(?:\d{2,4}/\d*|(?=\S*\d)[A-Za-z\d]+(?:[./-][A-Za-z\d]*)+)\Z")
_LONG = 7  # letters of a word that is no beginning and may be misspelt; a shorter one is often not typed to its end
_MOST_NUMBERS = 5  # cases where what was typed is a case number, or begins one


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed: the text before the last word, the words but the last, and that, folded; empty where it ended.

    `last` is that word in small letters, as it was typed.
    """

    before: str
    words: tuple[str, ...]
    begun: str
    last: str = ""


def suggest(
    engine: Engine, question: str, people: Sequence[Person], bodies: Sequence[str], size: int, access: Access
) -> Iterator[SuggestionAnswer]:
    """At most `size`, of each kind no more than `MOST`; none where nothing was typed."""
    typed = _typed(question)
    if not (typed.words or typed.begun):
        return
    found = engine.items(_titled(engine, typed, access), access)
    numbers = _numbers(engine, question, access)
    every = [*numbers, *_people(typed, people), *_bodies(typed, bodies), *_questions(typed, found)]
    every += [*_cases(found, {one.url for one in numbers}), *_items(found)]
    yield from (every or _respelled(engine, typed, access))[:size]


def _typed(question: str) -> _Typed:
    text = analysis.normalise(question[:LONGEST])
    places = list(analysis.TOKEN.finditer(text))
    if not places or places[-1].end() < len(text):
        return _Typed(text, tuple(analysis.words(text)), "")
    last = places[-1].start()
    begun = analysis.words(text[last:])
    before = tuple(analysis.words(text[:last]))
    return _Typed(text[:last], before, analysis.fold(begun[0]), begun[0]) if begun else _Typed(text[:last], before, "")


def _titled(engine: Engine, typed: _Typed, access: Access) -> list[str]:
    content = analysis.content(typed.words)
    stems = [analysis.stem(word) for word in content if not is_intent(word)]
    found = engine.titled(stems, typed.begun, LOOKED_AT, access)
    if found or not typed.begun:
        return found
    return engine.titled([*stems, analysis.stem(typed.begun)], "", LOOKED_AT, access)  # a word typed to its end


def _people(typed: _Typed, people: Iterable[Person]) -> list[SuggestionAnswer]:
    """The first by name of whom every word typed begins a part of the name."""
    begun = _beginnings(typed)
    named = (person.name for person in people if begun and begins(begun, person.name))
    return [
        SuggestionAnswer(kind="person", text=name, asks={"person": (name,)}, url=None)
        for name in islice(named, MOST["person"])
    ]


def _bodies(typed: _Typed, bodies: Iterable[str]) -> list[SuggestionAnswer]:
    """Those whose names the words begin, or the one whose initials they are (*ktu*)."""
    begun = _beginnings(typed)
    short = by_initials(tuple(bodies)).get("".join(begun).upper()) if len(begun) == 1 else None
    found = [*([short] if short else []), *sorted(body for body in bodies if begun and begins(begun, body))]
    return [
        SuggestionAnswer(kind="body", text=body, asks={"body": (body,)}, url=None) for body in found[: MOST["body"]]
    ]


def _beginnings(typed: _Typed) -> list[str]:
    """The words typed, to find names by; none where there is not a letter or two to go by."""
    words = [*map(analysis.fold, typed.words), *([typed.begun] if typed.begun else [])]
    return words if sum(map(len, words)) > 1 else []


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
    return [_question(text) for text in texts[: MOST["question"]]]


def _respelled(engine: Engine, typed: _Typed, access: Access) -> list[SuggestionAnswer]:
    """What was typed with its last word as minutes spell it, one letter off."""
    if len(typed.last) < _LONG:
        return []
    near = [one.word for one in engine.spellings(typed.last, access) if one.letters == 1]
    return [_question(typed.before + word) for word in near[: MOST["question"]]]


def _question(text: str) -> SuggestionAnswer:
    return SuggestionAnswer(kind="question", text=text, asks={"q": (text,)}, url=None)


def _numbers(engine: Engine, question: str, access: Access) -> list[SuggestionAnswer]:
    """The case whose number was typed, then those whose numbers begin so, that dealt with last first."""
    typed = _CASE_NUMBER.search(question[:LONGEST].rstrip())
    if not typed:
        return []
    number = typed[0].upper()
    named = engine.dossiers(Filters(cases=spellings(number)), 0, _MOST_NUMBERS, access).page
    pages = (engine.dossiers(Filters(), 0, _MOST_NUMBERS, access, beginning=one).page for one in beginnings(number))
    begun = next((page for page in pages if page), ())
    cases = tuple(dict.fromkeys((*named, *begun)))[:_MOST_NUMBERS]
    titles = engine.titles([case.newest for case in cases], access)
    return [_case(case.number, titles[case.newest]) for case in cases if case.newest in titles]


def _cases(found: Iterable[Found], told: Container[str | None]) -> list[SuggestionAnswer]:
    """The cases that several of the items found belong to, but for those whose pages are `told`."""
    titles: dict[str, str] = {}
    times: Counter[str] = Counter()
    for one in found:
        if one.item.case_number:
            times[one.item.case_number] += 1
            titles.setdefault(one.item.case_number, one.item.title)
    several = [number for number, count in times.most_common() if count > 1]
    cases = [_case(number, titles[number]) for number in several]
    return [one for one in cases if one.url not in told][: MOST["case"]]


def _case(number: str, title: str) -> SuggestionAnswer:
    return SuggestionAnswer(
        kind="case", text=f"{number} {title}", asks={"case": (number,)}, url=f"/cases/{quote(number)}"
    )


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
