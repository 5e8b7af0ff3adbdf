"""What a question means before anything is searched: phrases, exclusions, case numbers, and words of mere intent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from engines.base import Words
from mappings import analysis, danish
from search_api.synonyms import Synonyms, shipped

LONGEST_QUESTION = 2_000  # characters read; nobody's question is longer, and a pasted document would only slow it
_QUOTED = re.compile(r"[\"“”„»«]([^\"“”„»«]+)[\"“”„»«]")
_EXCLUDED = re.compile(r"(?<!\S)[-−–](?=[^\W_])(\S+)")
_CASE_NUMBER = re.compile(r"(?<![\d/])\d{2}/\d{1,6}(?![\d/])")
_MARKED = "+"


@dataclass(frozen=True, slots=True)
class Understood:
    """A question taken apart.

    `words` are for the engine's lexical side, `meaning` is the text to embed (empty where nothing is asked by
    meaning), `case_numbers` are asked for by number, `terms` the content words as typed, for showing and marking.
    """

    text: str
    words: Words
    meaning: str
    case_numbers: tuple[str, ...]
    terms: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing at all is asked: then the newest are shown."""
        return not (self.words.stems or self.words.phrases or self.words.excluded or self.meaning)


def understand(
    question: str, synonyms: Synonyms | None = None, typed: str | None = None, *, intent: bool = True
) -> Understood:
    """The question's parts; never fails, whatever the characters.

    `synonyms` are the shipped ones where none are given. They are looked for in the question, or in what was `typed`
    where the question is only what is left of that, for some count in capitals alone. Words of mere intent are asked
    for like any others where `intent` is not looked for.
    """
    text = " ".join(analysis.normalise(question[:LONGEST_QUESTION]).split())
    excluded = [word for match in _EXCLUDED.findall(_QUOTED.sub(" ", text)) for word in analysis.words(match)]
    asked = text if not excluded else _without_excluded(text)
    phrases = tuple(tuple(analysis.words(inner)) for inner in _QUOTED.findall(asked))
    all_words = analysis.words(asked)
    if intent and not phrases:
        all_words = _without_intent(all_words)
    terms = tuple(dict.fromkeys(analysis.content(all_words) or all_words))
    added = (synonyms or shipped()).terms(typed if typed is not None else asked)
    return Understood(
        text=text,
        words=Words(
            stems=tuple(dict.fromkeys(map(analysis.stem, terms))),
            grams=tuple(dict.fromkeys(gram for term in terms for gram in analysis.grams(term))),
            terms=tuple(dict.fromkeys([*(token for term in terms for token in analysis.terms(term)), *added])),
            phrases=tuple(phrase for phrase in phrases if phrase),
            excluded=tuple(dict.fromkeys(map(analysis.stem, excluded))),
        ),
        meaning=" ".join(all_words),
        case_numbers=tuple(dict.fromkeys(_CASE_NUMBER.findall(asked))),
        terms=terms,
    )


def is_topic(words: Iterable[str]) -> bool:
    """Whether words are about something: one of them is neither a stop word nor a word of intent."""
    known = danish.words("intent")
    return any(word not in known and _MARKED + word not in known for word in analysis.content(words))


def _without_excluded(text: str) -> str:
    """The text less its excluded words; what stands in quotation marks is left as it is."""
    parts = re.split(f"({_QUOTED.pattern})", text)
    outside, step = [], 3  # the split yields: outside, quoted with marks, quoted without them, outside, …
    for i in range(0, len(parts), step):
        outside.append(_EXCLUDED.sub(" ", parts[i]))
        if i + 1 < len(parts):
            outside.append(parts[i + 1])
    return " ".join(outside)


def _without_intent(all_words: list[str]) -> list[str]:
    """The words after a leading run of intent ("hvad har vi tidligere besluttet om"); all of them if none is left."""
    known = danish.words("intent")
    run = 0
    while run < len(all_words) and (all_words[run] in known or _MARKED + all_words[run] in known):
        run += 1
    told = any(_MARKED + word in known for word in all_words[:run])
    rest = all_words[run:]
    return rest if told and analysis.content(rest) else all_words
