"""Other words for the same matter: the official ones for everyday ones, and Danish ones for English questions.

They come from `mappings/danish/related.txt` and `english.txt`. What they find is evidence of its own
(`Evidence.related`), weaker than the words asked for, and all the lexical evidence there is for a question in English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mappings import analysis, danish, lemmas
from search_api.language import Language, english_only, small_words

LONGEST_RUN = 4  # words of an entry
# Small words that speak for English beside `english_only`; *for, at, to*, which Danish writes alike, tell nothing.
_ENGLISH = frozenset(("a", "be", "by", "in", "is", "on", "was", "with"))
Choices = tuple[tuple[str, ...], ...]
Run = tuple[str, ...]  # words in a row


@dataclass(frozen=True, slots=True)
class Related:
    """Danish words by the lemmas of a Danish entry's content words, and by the words of an English one.

    What is found becomes terms when it is asked for: to look up some 20,000 first would cost a new process 0.06 s.
    `english_words` are those of all entries, `danish_words` those that they find: a word may be both (*EU*, *leasing*).
    """

    danish: Mapping[tuple[str, ...], tuple[str, ...]]
    english: Mapping[tuple[str, ...], tuple[str, ...]]
    english_words: frozenset[str]
    danish_words: frozenset[str]


def related(words: Sequence[str], language: Language) -> Choices:
    """For each entry in a question's words (lower case), the longest taken, the terms of other words for the matter.

    `language` is that of the whole question, where the words are what is left of it: of *previous decisions about speed
    bumps* two words that Danish has too.
    """
    known = shipped()
    found = list(_translated(words, known) if language == "en" else _neighbours(words, known))
    return tuple(dict.fromkeys(choice for choice in found if choice))


def in_danish(words: Sequence[str]) -> dict[range, str]:
    """For each run of an English question's words (lower case) that is an entry: what it is called in Danish."""
    return {run: found[0] for run, found in _entries(words, shipped()) if found} if is_english(words) else {}


def said(words: Sequence[str], language: Language) -> list[tuple[Run, tuple[Run, ...]]]:
    """The runs of an English question's words (lower case) that are entries, with the Danish words that say the same.

    Several words together are one notion (*hiring freeze*), which any of them says; a single one may mean several
    things (*train*), of which the first is the likely one. Of 13 English questions that were held back 5 are answered,
    of 85 without an answer none more; with two for a single word 6 and one (docs/ranking.md).
    """
    found = _entries(words, shipped()) if language == "en" else ()
    return [
        (tuple(words[run.start : run.stop]), tuple(tuple(analysis.words(one)) for one in _certain(run, others)))
        for run, others in found
        if others
    ]


def _certain(run: range, others: tuple[str, ...]) -> tuple[str, ...]:
    return others if len(run) > 1 else others[:1]


def is_english(words: Sequence[str]) -> bool:
    """Whether more of the words are English only than Danish only; by words, since questions are too short to guess."""
    known, small = shipped(), _ENGLISH | english_only()
    english = {word for word in words if word in small or any(form in known.english_words for form in _forms(word))}
    stop = danish.stop_words()
    danish_words = {
        word for word in words if word in stop or word in known.danish_words or lemmas.lemma(word) is not None
    }
    return len(english - danish_words) > len(danish_words - english)


@cache
def shipped() -> Related:
    """Those that come with the program."""
    by_lemmas: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for left, right in _lines("related"):
        for entry in left:
            by_lemmas[_lemmas(analysis.words(entry))] += [other for other in right if other != entry]
    by_run: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for left, right in _lines("english"):
        for entry in left:
            by_run[tuple(analysis.words(entry))] += right
    return Related(
        {run: tuple(dict.fromkeys(found)) for run, found in by_lemmas.items()},
        {run: tuple(dict.fromkeys(found)) for run, found in by_run.items()},
        frozenset(word for run in by_run for word in run if word.isalpha()),
        frozenset(word for found in by_run.values() for word in found),
    )


def _neighbours(words: Iterable[str], known: Related) -> Iterator[tuple[str, ...]]:
    """The longest runs of content words that are entries; *hul i vejen* is two, and not found as a hole elsewhere."""
    lemmas_asked = _lemmas(words)
    place = 0
    while place < len(lemmas_asked):
        for length in range(min(LONGEST_RUN, len(lemmas_asked) - place), 0, -1):
            found = known.danish.get(lemmas_asked[place : place + length])
            if found:
                yield _terms(found)
                place += length
                break
        else:
            place += 1


def _translated(words: Sequence[str], known: Related) -> Iterator[tuple[str, ...]]:
    """The longest runs of words that are entries; a Danish word in an English question is looked up as such.

    The small English words are not: *a* would find what *å* does, a stream.
    """
    for run, found in _entries(words, known):
        if found:
            yield _terms(found)
        elif words[run.start] not in small_words():
            yield _terms(known.danish.get((_key(words[run.start]),), ()))


def _entries(words: Sequence[str], known: Related) -> Iterator[tuple[range, tuple[str, ...]]]:
    """All the words in runs, the longest that are English entries with the Danish for them, others one by one."""
    place = 0
    while place < len(words):
        for length in range(min(LONGEST_RUN, len(words) - place), 0, -1):
            *before, last = words[place : place + length]
            found = next((known.english[key] for form in _forms(last) if (key := (*before, form)) in known.english), ())
            if found:
                break
        yield range(place, place + length), found
        place += length


def _forms(word: str) -> Iterator[str]:
    """An English word as it is, then as it may stand in a dictionary: *stopped* is one of *stop*."""
    yield word
    for ending, base in (("ies", "y"), ("s", ""), ("es", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            yield stem + base
            if not base and ending in ("ing", "ed") and stem[-1] == stem[-2]:
                yield stem[:-1]


def _lemmas(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_key, analysis.content(words)))


def _key(word: str) -> str:
    """What a word is looked up by: all its letters tell, since *blandet* is not *blændet*; but *café* may be *cafe*."""
    return analysis.in_letters(word).replace("é", "e")


def _terms(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_lemma, words)))


def _lemma(word: str) -> str:
    """The term that stands for a word as a whole."""
    return analysis.terms(word.lower())[0]


def _lines(name: str) -> Iterator[tuple[list[str], list[str]]]:
    """What is asked for, and what that finds, of each line."""
    for line in danish.text(name).splitlines():
        sides = [[entry.strip() for entry in side.split(",")] for side in line.split("#", 1)[0].split("=>")]
        if sides[0][0]:
            yield sides[0], sides[-1]
