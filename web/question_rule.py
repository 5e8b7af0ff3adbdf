"""Which questions may be kept: those that cannot be about a person, as far as words can tell.

A question is kept if every word of it is an ordinary one (of the program's own lists: Danish words and their
compounds, the English ones that questions are put in, synonyms) or belongs to the name of a body that met; and none is
a given name, or part of the name of anybody in the minutes. Of numbers only years and case numbers are ordinary: not
the number of a house, of a telephone, of a person. So an unknown name, a misspelt one or one of another country is not
kept either, since no list holds it. It is kept in small letters and without its punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mappings import analysis, compounds, danish, lemmas

LONGEST = 100  # characters: what is longer tells a story
_NUMBER = re.compile(r"(19|20)\d\d|\d\d/\d{1,6}|(19|20)\d\d/\d{1,6}")  # years and case numbers
_CAPITALISED = re.compile(r"[A-ZÆØÅ]\w*[ -]+[A-ZÆØÅ]\w*")
_LISTS = (
    "english",
    "english_stopwords",
    "stopwords",
    "related",
    "synonyms",
    "outcome_words",
    "intent",
    "abbreviations",
)


@dataclass(frozen=True, slots=True)
class Names:
    """Words, folded, of names in the index: of `people`, none of which is kept, and of `bodies`, which are."""

    people: frozenset[str]
    bodies: frozenset[str]


def names(people: Iterable[str], bodies: Iterable[str]) -> Names:
    """The names that the index holds."""
    return Names(frozenset(_folded(people)), frozenset(_folded(bodies)))


def kept_as(question: str, known: Names) -> str | None:
    """The question as it may be kept; None where it may not."""
    text = analysis.normalise(question)
    words = analysis.words(text)
    if not words or len(text) > LONGEST or "@" in text or _may_name(text, known):
        return None
    return " ".join(words) if all(_is_ordinary(word, known) for word in words) else None


def _may_name(text: str, known: Names) -> bool:
    """Whether two words with capitals stand side by side that are not both listed, or of the name of a body."""
    runs = (_folded([run.group()]) for run in _CAPITALISED.finditer(text))
    return any(word not in known.bodies and word not in _listed() for run in runs for word in run)


def _is_ordinary(word: str, known: Names) -> bool:
    if any(letter.isdigit() for letter in word):
        return _NUMBER.fullmatch(word) is not None
    folded = analysis.fold(word)
    if word in danish.stop_words() or folded in known.bodies:
        return True
    if folded in known.people or folded in _given_names():
        return False
    return folded in _listed() or lemmas.lemma(word) is not None or compounds.split(word) is not None


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_folded(danish.words("given_names")))


@cache
def _listed() -> frozenset[str]:
    lines = (line.split("#", 1)[0] for name in _LISTS for line in danish.text(name).splitlines())
    return frozenset(_folded(lines))


def _folded(texts: Iterable[str]) -> Iterable[str]:
    return (analysis.fold(word) for text in texts for word in analysis.words(text))
