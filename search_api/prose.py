"""Sentences of running text, roughly: enough to tell what stands together with a date, and to show the first one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mappings import danish

# After a word (not "28."), a bracket, a year or the last of several points, before a capital; a line's end always.
_END = re.compile(
    r"(?:(?<=[^\W\d_][.!?])|(?<=[)\"'”»][.!?])|(?<=[.!?][)\"'”»])|(?<=\d{4}\.)|(?<=og \d\.)|(?<=kt \d\.)|(?<=, \d\.))"
    r"\s+(?=[\"'“«(]?[A-ZÆØÅ])|\n\s*"
)
_LAST_WORD = re.compile(r"[^\s(]+\Z")
# Abbreviations that end a sentence where a capital follows, which in Danish is a name's only or a new sentence's.
_ENDING = "kr. mio. mia. pct. m.v. mv. osv. m.m. mm. m.fl. mfl. o.l. o.lign. etc. stk. m. km."
LONGEST = 280  # characters of a first sentence that is shown


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans (start, end) of the sentences of a text, in order; an abbreviation ends none, unless it often does."""
    start = 0
    for end in _END.finditer(text):
        word = _LAST_WORD.search(text, start, end.start())
        if word and "\n" not in end.group() and _abbreviates(word.group().lower()):
            continue
        if end.start() > start:
            yield start, end.start()
        start = end.end()
    if start < len(text.rstrip()):
        yield start, len(text.rstrip())


def first_sentence(text: str) -> str:
    """The first sentence, cut between words where it is very long (`…`); a mere number ("1.") takes the next along."""
    first = next(sentences(text), None)
    if first is None:
        return ""
    sentence = " ".join(text[first[0] : first[1]].split())
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _abbreviates(word: str) -> bool:
    return word not in _ENDING.split() and (
        word in danish.words("abbreviations") or word.rstrip(".") in danish.words("abbreviations")
    )
