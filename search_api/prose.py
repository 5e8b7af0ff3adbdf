"""Sentences of running text, roughly: enough to tell what stands together with a date, and to show how it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mappings import danish

# After a word (not "28."), a bracket, a year or the last of several points, before a capital; a line's end always.
_END = re.compile(
    r"(?:(?<=[^\W\d_][.!?])|(?<=[)\"'”»][.!?])|(?<=[.!?][)\"'”»])|(?<=\d{4}\.)|(?<=og \d\.)|(?<=kt \d\.)|(?<=, \d\.))"
    r"\s+(?=[\"'“«(]?[A-ZÆØÅ])|\n\s*"
)
_LAST_WORD = re.compile(r"[^\s(]+\Z")
# Abbreviations that end a sentence where a capital follows, which in Danish is a name's only or a new sentence's.
_ENDING = "kr. mio. mia. pct. m.v. mv. osv. m.m. mm. m.fl. mfl. o.l. o.lign. etc. stk. m. km."
LONGEST = 280  # characters of a beginning that is shown
# Characters of a first sentence that has the next shown too: so short a one seldom says more than the outcome does
# (*Godkendt.*, *Punkt 1 og 2 blev godkendt.*). Of the 106 decisions of several sentences in the examples and the three
# real minutes 76 begin with one, and all but some ten of these say no more.
SHORT = 60


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


def beginning(text: str) -> str:
    """The first sentence, and the next where it is short; cut between words where that is very long (`…`)."""
    first, second = (*islice(sentences(text), 2), None, None)[:2]
    if first is None:
        return ""
    ends_itself = text[first[1] - 1] in ".!?"
    end = second[1] if second and ends_itself and first[1] - first[0] <= SHORT else first[1]
    told = " ".join(text[first[0] : end].split())
    return told if len(told) <= LONGEST else told[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _abbreviates(word: str) -> bool:
    return word not in _ENDING.split() and (
        word in danish.words("abbreviations") or word.rstrip(".") in danish.words("abbreviations")
    )
