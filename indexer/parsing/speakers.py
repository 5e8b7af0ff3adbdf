"""Whose doing a sentence of a decision tells: the body's own, another's, or nobody's that it names.

"Ældrerådet anbefaler, at taksten ikke hæves. Udvalget godkendte taksten.": what others had said leads up to it.
"""

from __future__ import annotations

import re
from typing import Literal

Whose = Literal["own", "another", ""]

_KIND = r"(?:udvalg|råd|bestyrelse|direktion|magistrat|kommission|nævn)(?:e?[nt])?"
_COUNCIL = re.compile(r"(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)(?:e?[nt])?", re.IGNORECASE)
_SUFFIX = re.compile(rf"[- ]*{_KIND}$", re.IGNORECASE)
_WHOLE = re.compile(r"^(?:et|det|hele|den|de)\s(?:[-\wæøå]+\s)?", re.IGNORECASE)  # "Et enigt udvalg"
_ELSEWHERE = re.compile(r"KL|Staten|Regionen|Region [-\w]+", re.IGNORECASE)
_DID = (
    r"(?:har|havde|kan|kunne|finder|fandt|tog|tager|gav|giver|udsatte|udsætter|udskød|afslog|foreslår|foreslog|fulgte"
    r"|følger|valgte|vælger|vedtog|vedtager|(?:anbefal|indstill|godkend|tiltr|beslutte|afvis|drøft|forkast|meddel"
    r"|tilslutte|send|oversend|henvis|bevilg)\w+)\b"
)
# "Teknisk Udvalg udsatte", "Skolebestyrelsen på Ravnkær Skole kan", "KL anbefaler"
_SUBJECT = re.compile(
    rf"\W*(?P<who>(?:(?!(?:{_DID[:-2]})\b)[-\w]+,? ){{0,5}}?[-\w]*{_KIND}(?! (?:og|samt)\b)"
    rf"|{_ELSEWHERE.pattern})(?: (?:for|på|i|ved) (?:[-\w]+ ){{0,3}}?[-\w]+)?? {_DID}",
    re.IGNORECASE,
)
# "Naboerne har afvist"; a pronoun may be the body.
_PERFECT = re.compile(r"\W*(?!(?:Det|Der|Dette|De|Vi|Man|Alle|Ingen|Et|En)\b)[A-ZÆØÅ][-\w]+(?: [-\w]+){0,2}? har\b")
_THEN = re.compile(rf"\b{_DID} (?P<who>[-\w]*{_KIND})\b", re.IGNORECASE)


def whose(sentence: str, body: str) -> Whose:
    """Whose doing a sentence tells of a meeting of `body`; with "" only what is no body is known to be another."""
    subject = _SUBJECT.match(sentence)
    if subject:
        if _is(subject["who"], body):
            return "own"
        return "another" if body or _ELSEWHERE.fullmatch(subject["who"]) else ""
    if _PERFECT.match(sentence):
        return "another"
    then = _THEN.search(sentence)
    if not then:
        return ""
    if _is(then["who"], body):
        return "own"
    return "another" if body else ""


def _is(who: str, body: str) -> bool:
    """Whether a name is the body's or a part of it, or says only what kind of body it is."""
    name, own = _WHOLE.sub("", who).casefold(), body.casefold()
    if _COUNCIL.fullmatch(name):
        return bool(_COUNCIL.fullmatch(own))
    stem = _SUFFIX.sub("", name)
    if stem:
        return stem in own
    return not own or name[:3] in own
