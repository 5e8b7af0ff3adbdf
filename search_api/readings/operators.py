"""What search engines know between words, in capitals: "kantine AND drift", "kantine OR køkken", "kantine NOT drift".

*AND* is no word to search for: every word is looked for anyway. Of what *OR* joins an item need hold one, and what has
*NOT* before it is excluded as by a minus. In a question that is all in capitals none of them is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mappings import analysis
from search_api.language import small_words
from search_api.readings.outcomes import outcomes
from search_api.readings.plain import QUOTES, Mark, Plain, plain
from search_api.readings.reading import Reading, Readings

_OR = ("OR", "ELLER")
_JOIN = ("AND", *_OR)
_OPERAND = rf"(?:[{QUOTES}][^{QUOTES}]+[{QUOTES}]|[^\s{QUOTES}]+)"
_ALTERNATIVES = re.compile(rf"(?<!\S){_OPERAND}(?: (?:{'|'.join(_OR)}) {_OPERAND})+")
_NOT = re.compile(rf"(?<=\S )(?:AND )?(?P<sign>NOT )(?P<operand>{_OPERAND})")


def operators(text: Plain) -> Readings:
    """Every *AND* and *OR* with something on both sides."""
    others = [word.typed for word in text.words if word.typed not in _JOIN]
    if others and not any(map(str.islower, others)):
        return Readings()
    return Readings(
        tuple(
            Reading(kind="intent", effect="drops", start=word.start, end=word.end, means=word.typed)
            for word in text.words
            if word.typed in _JOIN and text.text[: word.start].strip() and text.text[word.end :].strip()
        )
    )


def negated(question: str, marked: Sequence[Mark], literal: Sequence[str]) -> Iterator[Mark]:
    """What has *NOT* before it: not where it belongs to the sentence ("is NOT paid", "NOT approved")."""
    found = list(_NOT.finditer(question))
    if not found or question.isupper():
        return
    readable = plain(question, marked, literal)
    said = outcomes(readable).found
    for match in found:
        words, before = tuple(analysis.words(match["operand"])), analysis.words(question[: match.start()])
        typed = readable.text.startswith("not", match.start("sign"))  # within no phrase
        sentence = not (_tells(words) and _tells(before[-1:])) or any(
            one.start < match.end() and match.start() < one.end for one in said
        )
        if typed and not sentence:
            yield Mark(*match.span(), words, True, match.start("operand"))


def _tells(words: Sequence[str]) -> bool:
    return any(word not in small_words() for word in analysis.content(words))


def alternatives(question: str, readings: Sequence[Reading]) -> Iterator[tuple[str, ...]]:
    """The words and phrases, as they stand, of each run that *OR* joins, where it is read so."""
    read = {one.start for one in readings if one.effect == "drops"}
    for match in _ALTERNATIVES.finditer(question):
        ors = [one for way in _OR for one in re.finditer(rf" (?={way} )", match.group())]
        if {match.start() + one.end() for one in ors} <= read:
            yield tuple(re.split(rf" (?:{'|'.join(_OR)}) ", match.group()))
