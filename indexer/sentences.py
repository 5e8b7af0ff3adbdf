"""Sentences: NLTK's Punkt with Danish abbreviations of our own, and the few rules of Danish print it cannot know.

Punkt is given its abbreviations and no training, so nothing is downloaded. It is asked line by line, for a list item
or a table row is a line of its own; where it cuts too often, the parts are joined again.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mappings import danish

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

# Abbreviations that end a sentence when a capital follows: Danish capitalises names only, and names seldom follow
# these ("for 2 mio. kr. Direktionen godkendte", "via byrådhøjskolen mv. Det blev aftalt").
_ENDING = (
    "a.m. d.d. d.m. d.å. e.kr. e.l. e.m. el.lign. etc. f.kr. f.m. ff. ha. kg. km. kr. kvm. lign. m.fl. m.m. m.v. md. "
    "mdr. mfl. mia. mia.kr. mill. min. mio. mio.kr. mm. mv. o.a. o.l. o.lign. o.m.a. osv. pct. pers. s.d. s.m. s.å. "
    "sek. t.kr. tkr. tus."
)

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENDING_BEFORE_CAPITAL = re.compile(
    rf"(?:(?<![^\s(])(?i:{'|'.join(map(re.escape, _ENDING.split()))})|\.\.\.|…)"
    r"[)\"'«”]*\s+(?=[\"'»“(]?[A-ZÆØÅ](?:[a-zæøåé]|\s))"
)
_OPENING = "\"'»“”«(["
_ORDINAL = re.compile(r"(?<![\d.,/:])\d{1,2}\.\Z")
_LABEL = re.compile(  # "Ad 1.", "Punkt 3.", "Ad 1.-3.", "2.": a sentence that is only the number of what follows
    r"(?:[-–•*]\s*)?(?:(?:ad\.?|ad\s+pkt\.|ad\s+punkt|punkt|pkt\.|nr\.|sag|vedr\.)\s*)?"
    r"\d{1,3}[a-z]?\.?(?:\s*(?:[-–,]|og|samt)\s*\d{1,3}[a-z]?\.?)*\.\Z",
    re.IGNORECASE,
)
_AD_NUMBER = re.compile(r"(?<!\w)ad\.?\s+\d{1,3}\.\Z", re.IGNORECASE)
_INITIALS = re.compile(r"(?<!\w)(?:[A-ZÆØÅ]\.){2,}\Z")  # "K.E. Mortensen"; Punkt itself knows "K. E. Mortensen"
_NUMBERED = re.compile(  # what a number in full stop goes before though it has a capital: "Magistratens 2. Afdeling"
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
    r"|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\."
    r"|(?:afdeling|behandling|division|etape|fase|halvår|kontor|kvartal|næstformand|udgave|viceborgmester)(?:e[nrt]?|s)?\b",
    re.IGNORECASE,
)
_DASH_NUMBER = re.compile(r"[-–—]\s*\d")
_LONGEST_LABEL = 40  # characters; looking no further back keeps a long row of numbers from being slow


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans (start, end) of the sentences of a text, in order, that together hold all of it but the space between.

    A line's end ends a sentence. A line of space only has none.
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        spans.extend((line.start() + begin, line.start() + end) for begin, end in _sentences_of_line(line.group()))
    return spans


def _sentences_of_line(line: str) -> list[tuple[int, int]]:
    begins = _beginnings(line)
    spans: list[tuple[int, int]] = []
    for begin, after in zip(begins, [*begins[1:], len(line)], strict=True):
        own = line[begin:after]
        stripped = own.strip()
        if not stripped:
            continue
        begin += len(own) - len(own.lstrip())
        if spans and _continues(line, *spans[-1], stripped):
            spans[-1] = (spans[-1][0], begin + len(stripped))
        else:
            spans.append((begin, begin + len(stripped)))
    return spans


def _beginnings(line: str) -> list[int]:
    """Where sentences may begin, the line's own beginning first; so that every character belongs to one."""
    if not any(mark in line for mark in ".?!"):
        return [0]
    found = {begin for begin, _ in _punkt().span_tokenize(line)}
    found.update(match.end() for match in _ENDING_BEFORE_CAPITAL.finditer(line))
    return sorted(found | {0})


def _continues(line: str, begin: int, end: int, after: str) -> bool:
    """Whether what Punkt cut in two, the sentence from `begin` to `end` and what comes `after`, is one in Danish."""
    first = after.lstrip(_OPENING)[:1]
    if first.islower():
        return True
    before = line[max(begin, end - _LONGEST_LABEL) : end]
    if _INITIALS.search(before) or _AD_NUMBER.search(before):
        return True
    if end - begin <= _LONGEST_LABEL and _LABEL.match(before):
        return True
    if not _ORDINAL.search(before):
        return False
    return bool(first.isdigit() or _NUMBERED.match(after) or _DASH_NUMBER.match(after))


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # 0.3 s, so only when there is text

    parameters = PunktParameters()
    parameters.abbrev_types = {entry.removesuffix(".").lower() for entry in danish.words("abbreviations")}
    return PunktSentenceTokenizer(parameters)
