"""What search engines know between words, in capitals: "kantine AND drift", "kantine OR køkken", "kantine NOT drift".

*AND* is no word to search for: every word is looked for anyway. Of what *OR* joins an item need hold one, and what has
*NOT* before it is excluded as by a minus. In a question that is all in capitals none of them is one.

A sentence says *eller* of two words of the matter alike: "solceller eller vindmøller" wants what holds either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mappings import analysis
from search_api.language import small_words
from search_api.readings.intent import is_intent
from search_api.readings.outcomes import outcomes
from search_api.readings.plain import QUOTES, Mark, Plain, plain
from search_api.readings.reading import Reading, Readings

_OR = ("OR", "ELLER")
_JOIN = ("AND", *_OR)
_OPERAND = rf"(?:[{QUOTES}][^{QUOTES}]+[{QUOTES}]|[^\s{QUOTES}]+)"
_ALTERNATIVES = re.compile(rf"(?<!\S)(?P<run>{_OPERAND}(?: (?:{'|'.join(_OR)}) {_OPERAND})+)")
# One word on either side, whole: not "dag- eller døgntilbud". *Enten* belongs to it.
_WORD = r"[^\W\d_]\w*(?:-\w+)*"
_SAID_OR = "eller|or"
_EITHER = re.compile(rf"(?<![\w-])(?:(?P<either>enten|either) )?(?P<run>{_WORD}(?: (?:{_SAID_OR}) {_WORD})+)(?![\w-])")
_JOINED = tuple(
    (pattern, re.compile(f" (?P<join>{words}) "))
    for pattern, words in ((_ALTERNATIVES, "|".join(_OR)), (_EITHER, _SAID_OR))
)
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


def either(text: Plain, others: Sequence[Reading]) -> Iterator[Reading]:
    """Every *eller* between words of the matter, and the *enten* before them; none beside what is read otherwise."""
    for match in _EITHER.finditer(text.text):
        said = [word for word in text.words if match.start() <= word.start < match.end()]
        joining = [word for word in said if word.text in _SAID_OR.split("|") or word.start == match.start("either")]
        operands = [word.text for word in said if word not in joining]
        apart = all(match.end() <= one.start or one.end <= match.start() for one in others)
        matter = analysis.content(operands) == operands and small_words().isdisjoint(operands)
        if apart and matter and not any(map(is_intent, operands)):
            yield from (
                Reading(kind="intent", effect="drops", start=word.start, end=word.end, means=word.typed)
                for word in joining
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
    """The words and phrases, as they stand, of each run that *OR* or *eller* joins, where it is read so."""
    read = {one.start for one in readings if one.effect == "drops"}
    for pattern, joining in _JOINED:
        for match in pattern.finditer(question):
            if {match.start("run") + one.start("join") for one in joining.finditer(match["run"])} <= read:
                yield tuple(joining.sub("\n", match["run"]).split("\n"))
