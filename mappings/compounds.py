"""What a Danish compound is made of: *hjemmearbejdspladsen* is *hjemme*, *arbejde* and *plads*.

The cheapest path through the word, where a part costs the more the rarer it is, and every part something besides, so
that few and common parts win. Between parts an *s* or an *e* may stand. A word that is common itself is taken apart
only into parts that are more common still: *kultur* is no *kul* and *tur*.

The parts and their costs are a table that `mappings/danish/making.py` makes; it is read at the first question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mappings import danish, lemmas
from mappings.lemmas import known, lemma

# What each part, each joint and an inflected part cost besides, in tenths of a nat as the table; and how much dearer
# than a word that is known its parts may be, for each part but one. Of tests/mappings/compounds.tsv, labelled by a
# reader: on the 362 words they were chosen on 93 % of compounds have all parts right, with 0.006 spurious parts a word
# (PART 30 to 50 and WHOLE 120 to 200 give 88 to 91 %); on 236 others 92 %, with 0.030. UNJOINED is least of what tells
# *indgangsport* from an *indgang* with *sport*.
# Measure again: `python -m benchmarks.compounds`
PART, JOINT, UNJOINED, INFLECTED, WHOLE = 40, 20, 40, 30, 150
_ANYTHING = 100_000
_TAKES_S = re.compile(r"..([^p]ing|hed|skab|dom|ion|tet|gang)$")  # *indgangsport* has no *sport*; *camping* is English
_SHORTEST, _LONGEST = 5, 40  # characters of a word that is looked into
_LONG = 5  # of a first part that may be rarer than the whole: *idræt* in *idrætsforening*, not *ping* in *pingvin*
_LONGEST_ENDING = 5  # -ernes
_FIRST, _LATER = 2, 3  # characters of the shortest first part (*by*, *el*), and of the others


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound's own lemma, *hjemmearbejdsplads*, and the base forms of its parts in order."""

    lemma: str
    parts: tuple[str, ...]


def forms(compound: Compound) -> tuple[str, ...]:
    """The forms of a compound, which are those of its last part."""
    last = lemma(compound.parts[-1]) or compound.parts[-1]
    before = compound.lemma.removesuffix(last)
    return tuple(before + form for form in lemmas.forms(last)) if before != compound.lemma else ()


def split(word: str) -> Compound | None:
    """A lower-case word taken apart; None where it is no compound, or none that is known."""
    taken = _taken_apart(word)
    if taken is None:
        return None
    parts, last = taken
    return Compound(
        word[:last] + (lemma(parts[-1]) or parts[-1]), tuple(leaf for part in parts for leaf in _leaves(part))
    )


@lru_cache(maxsize=20_000)
def ending(word: str) -> str | None:
    """What a lower-case compound ends in, as it stands there: *området* of *handicapområdet*; None of another word."""
    taken = _taken_apart(word)
    return word[taken[1] :] if taken else None


def _taken_apart(word: str) -> tuple[tuple[str, ...], int] | None:
    """The parts of a compound, and where the last of them begins."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return None
    if not danish.words("not_compounds").isdisjoint((word, lemma(word))):
        return None
    own = _own_cost(word)
    reached: dict[int, tuple[int, tuple[str, ...], int]] = {0: (0, (), 0)}  # by place: cost, parts, start of the last
    for start in range(len(word)):
        if start not in reached:
            continue
        cost, parts, _ = reached[start]
        for end, part, more in _steps(word, start):
            total = cost + more + PART
            if total <= _limit(own, end, len(parts)) and (end not in reached or total <= reached[end][0]):
                reached[end] = (total, (*parts, part), start)
    if len(word) not in reached:
        return None
    _, parts, last = reached[len(word)]
    return (parts, last) if len(parts) > 1 else None


@lru_cache(maxsize=20_000)
def _leaves(part: str) -> tuple[str, ...]:
    """What a part is itself made of: *arbejdsplads* in *hjemmearbejdsplads*."""
    compound = split(part)
    return compound.parts if compound else (part,)


def _own_cost(word: str) -> int:
    """What a word that is known costs as it stands; one that is not may cost anything."""
    return _costs().get(lemma(word) or "", _ANYTHING)


def _limit(own: int, end: int, before: int) -> int:
    """What parts may cost up to a place in a word: as much as it whole, and `WHOLE` for each but one, or a long one."""
    return own + PART + WHOLE * (before or end >= _LONG)


def _steps(word: str, start: int) -> Iterator[tuple[int, str, int]]:
    """Where a part that begins at `start` may end (its joint included), its base form, and its cost."""
    costs = _costs()
    for end in range(start + (_FIRST if start == 0 else _LATER), len(word) - _LATER + 1):
        found = _inner(word[start:end], costs)
        if found:
            yield end, *found
    if 0 < start < _base_end(word):
        found = _last(word[start:], costs)
        if found:
            yield len(word), *found


def _base_end(word: str) -> int:
    """Where the endings of a known word begin at the latest; no part begins there: *klubben* is no *klub* and *ben*."""
    base = known(word)
    return len(base) if base and word.startswith(base) else len(word)


def _last(text: str, costs: dict[str, int]) -> tuple[str, int] | None:
    """The part that `text`, at a word's end, is a form of; a noun of action as itself, not as its verb."""
    for end in range(len(text), max(len(text) - _LONGEST_ENDING, _LATER) - 1, -1):
        if text[:end] in costs and lemma(text) == lemma(text[:end]):
            return text[:end], costs[text[:end]]
    base = lemma(text)
    return (base, costs[base]) if base and base in costs else None


def _inner(text: str, costs: dict[str, int]) -> tuple[str, int] | None:
    """The part that `text`, followed by another, is most likely: a base form, one with a joint, an inflected form."""
    bare, joint = text[:-1], text[-1]
    found = [(costs[text] + (UNJOINED if _TAKES_S.search(text) else 0), text)] if text in costs else []
    if joint in "se" and bare in costs:
        found.append((costs[bare] + JOINT, bare))
    if joint == "s" and bare not in costs and bare + "e" in costs:  # arbejde, arbejdsplads
        found.append((costs[bare + "e"] + JOINT, bare + "e"))
    base = known(text) if not found and joint != "s" else None
    if base and base in costs:
        found.append((costs[base] + INFLECTED, base))
    if not found:
        return None
    cost, part = min(found)
    return part, cost


@cache
def _costs() -> dict[str, int]:
    return {word: int(cost) for word, cost in (line.split(" ") for line in danish.lines("parts"))}
