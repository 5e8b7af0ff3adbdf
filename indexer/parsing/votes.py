"""How a vote went, where a decision gives no more than that: in numbers, or by who said what.

"For stemte 14, imod stemte 12"; "A, B og C kan tiltræde indstillingen. D tog forbehold."
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

_SAID = "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve"
_COUNTED = {"ingen": "0"} | {word: str(number) for number, word in enumerate(_SAID.split("|"), 2)}
_IN_WORDS = re.compile(
    rf"\b(?:{_SAID})\b(?=\s(?:medlemmer|stemmer|stemte|for\b|i ?mod|mod\b))|(?<=\bstemte )(?:ingen|{_SAID})\b",
    re.IGNORECASE,
)
_NUMBER = r"(?P<count>\d{1,3})"
_OF_PEOPLE = r"(?:medlemmer |stemmer |byrådsmedlemmer )?"
_FOR = (
    rf"\b(?:her)?for\b[^.\d]{{0,60}}?\b(?:stemte|afgivet):?\s*{_NUMBER}",
    rf"\b{_NUMBER}\s+{_OF_PEOPLE}(?:stemte )?for\b",
    rf"\b(?:forslaget|indstillingen|budgettet)\b[^.\d]{{0,60}}\b(?:opnåede|fik) {_NUMBER} stemmer\b(?! (?:i ?)?mod)",
    rf"(?:^|\n)\W*(?:for(?: stemte)?|ja):\s*{_NUMBER}",
)
_AGAINST = (
    rf"\b(?:her)?i ?mod\b[^.\d]{{0,60}}?\b(?:stemte|afgivet):?\s*{_NUMBER}",
    rf"\bherimod {_NUMBER}",
    rf"\b{_NUMBER}\s+{_OF_PEOPLE}(?:stemte )?i? ?mod\b",
    rf"(?:^|\n)\W*i ?mod(?: stemte)?:\s*{_NUMBER}",
    rf"(?:^|\n|[.,;] )nej:\s*{_NUMBER}",
    rf"\bstemmer\s+i? ?mod\s+{_NUMBER}",
)
_NAME = re.compile(r"[A-ZÆØÅ][\w.éü-]*(?: [A-ZÆØÅ][\w.éü-]*)+")
_VIEW = re.compile(
    r"\b(?:(?P<yes>(?:kan|kunne) (?:(?!ikke\b)\w+ ){0,2}?"
    r"(?:tiltræde|anbefale|godkende|støtte|tilslutte|henholde|indstille)"
    r"|tiltræder|anbefaler|indstiller|støtter|henhold(?:er|t) sig)"
    r"|(?:kan|kunne) (?:\w+ )?ikke|t(?:og|ager) (?:\w+ )?forbehold|undl(?:od|ader))\b",
    re.IGNORECASE,
)


# "For stemte A og B. De øvrige stemte imod"
_REST = re.compile(
    r"\b(?:(?:de |byrådets |udvalgets )?øvrige(?: \w+)?|resten|alle andre)(?: medlemmer)? stemte"
    r" (?:(?P<no>i ?mod)|for)\b",
    re.IGNORECASE,
)
# Of several ballots that on what was recommended.
_RECOMMENDATION = re.compile(
    r"\bfor (?:\w+ )?indstilling(?:en)? stemte\b|\b(?:hovedforslaget|det samlede forslag)\b", re.IGNORECASE
)
_PARTIES = {
    side: re.compile(
        rf"\b{words}\b[^.\d]{{0,60}}?\bstemte\b(?P<parties>(?:(?!\bi ?mod\b|\bfor\b)[^.\n]){{0,300}})", re.IGNORECASE
    )
    for side, words in (("for", "for"), ("imod", "i ?mod"))
}
_IN_BRACKETS = re.compile(r"\((\d{1,3})\)")
_ONLY = re.compile(
    r"\bfor(?: forslaget)? stemte (?:alene|kun)\b|\bstemte (?:alene|kun) [^.]{3,60} for\b", re.IGNORECASE
)


def outcome(text: str) -> Literal["approved", "rejected"] | None:
    """What a vote came to: by its numbers, or by that all the others were for or against; None where neither tells."""
    text = _IN_WORDS.sub(lambda found: _COUNTED[found[0].lower()], text)
    last = [found.start() for found in _RECOMMENDATION.finditer(text)][-1:]
    votes_for, against = _counted(text[last[0] :]) if last else (None, None)
    if votes_for is None or against is None:
        votes_for, against = _counted(text)
    if votes_for is None or against is None:
        rest = _REST.search(text)
        if rest:
            return "rejected" if rest["no"] else "approved"
        return "rejected" if _ONLY.search(text) else None
    if votes_for == against:
        return None
    return "approved" if votes_for > against else "rejected"


def most_agree(sentences: Iterable[str]) -> bool:
    """Whether more than half of the members that are named with a view, two at least, are for the same."""
    voiced: set[str] = set()
    most = 0
    for sentence in sentences:
        view = _VIEW.search(sentence)
        if not view:
            continue
        names = {found[0] for found in _NAME.finditer(sentence, 0, view.start())}
        voiced |= names
        if view["yes"]:
            most = max(most, len(names))
    return most >= 2 and most * 2 > len(voiced)


def _counted(text: str) -> tuple[int | None, int | None]:
    """How many were for and against, as far as numbers tell."""
    counted = _count(_FOR, text), _count(_AGAINST, text)
    return counted if counted != (None, None) else (_by_party("for", text), _by_party("imod", text))


def _by_party(side: str, text: str) -> int | None:
    """The votes of parties added up: "For stemte A (3), C (2) og V (4), imod stemte Ø (5)"."""
    parties = _PARTIES[side].search(text)
    votes = [int(number) for number in _IN_BRACKETS.findall(parties["parties"])] if parties else []
    return sum(votes) if votes else None


def _count(patterns: tuple[str, ...], text: str) -> int | None:
    found = (re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
    return next((int(one["count"]) for one in found if one), None)
