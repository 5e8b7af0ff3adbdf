"""What of a decision's text the body says itself, for certain: no minority, no motion of a member, no question."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise

from indexer.parsing import resolving
from indexer.parsing.clauses import sentences
from indexer.parsing.vocabulary import vocabulary

_FAR = 400  # characters; who stands further away does something else
_ASKED = re.compile(
    r"\b(?:spurgte|spørger|drøftede|overvejede|diskuterede),? (?:om(?! at\b)|hvorvidt)\b", re.IGNORECASE
)
_NO_WISH = re.compile(r"\w+es$|anmod|bede?r?$|bad$", re.IGNORECASE)  # is asked to do it, by whomever
_RELATIVE = re.compile(r"\b(?:der|som)\s+$", re.IGNORECASE)
_MOTION = re.compile(r"\w*forslag", re.IGNORECASE)
_THOUGHT = re.compile(r"\b(?:mente|mener|syntes|synes|fandt|finder)(?: \w+){0,3}?,? at\b", re.IGNORECASE)
# What is proposed falls where the next sentence says so; else the body may propose it itself.
_PROPOSED = re.compile(r"\b(?:foreslår|foreslås|indstilles)(?: det)?,? at\b", re.IGNORECASE)
_NOT_CARRIED = re.compile(
    r"\bk[au]n(?:ne)? ikke (?:\w+ )?(?:tiltræde|tilslutte|imødekomme|følge|støtte)\w*\b"
    r"|\b(?:forslaget|indstillingen|det) (?:blev|er) (?:\w+ )?(?:forkastet|afvist|nedstemt)\b|\bforslaget faldt\b",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"\b(?:forslaget|ønsket|anmodningen|ansøgningen|tanken) om,? at\b[^.;]{0,200}?,? (?:blev|er|kunne|kan)"
    r" (?:[-\w]+ ){0,2}?(?:ikke|afvist|forkastet|nedstemt|afslået)\b",
    re.IGNORECASE,
)


@lru_cache(1)  # deadlines and who is responsible are looked for in the same text, one after the other
def own_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text as far as they are the body's own.

    Where a member moves, wishes, asks or finds something, or a minority says what it thinks, they are left out from
    there to the end or a semicolon; unless what was moved was carried. So is what was proposed and turned down.
    """
    return tuple(_own(sentence, following) for sentence, following in pairwise([*sentences(text), ""]))


def _own(sentence: str, following: str) -> str:
    begin = _others_begin(sentence, following)
    _, semicolon, rest = sentence[begin:].partition(";")
    return sentence[:begin] + semicolon + rest


def _others_begin(sentence: str, following: str) -> int:
    """Where in a sentence others than the body begin to speak; its length where none do."""
    words = vocabulary().others
    begins = [found.start() for name in ("minority", "fallen") if (found := words[name].search(sentence))]
    begins += [found.start() for pattern in (_ASKED, _FELL) if (found := pattern.search(sentence))]
    if (proposed := _PROPOSED.search(sentence)) and _NOT_CARRIED.search(following):
        begins.append(proposed.start())
    thought = _THOUGHT.search(sentence)
    if thought and resolving.is_of_one(sentence[max(0, thought.start() - _FAR) : thought.start()]):
        begins.append(thought.start())
    for name in ("moved", "wish"):
        moved = (found.start() for found in words[name].finditer(sentence) if _is_of_member(found, following))
        begins += islice(moved, 1)
    first = min(begins, default=len(sentence))
    return len(sentence) if words["majority"].search(sentence, 0, first) else first


def _is_of_member(moved: re.Match[str], following: str) -> bool:
    """Whether a member moves or wishes something, and it was not carried, by the sentence's rest or the next one."""
    words = vocabulary()
    sentence = moved.string
    lead = sentence[max(0, moved.start() - _FAR) : moved.start()]
    rest = sentence[moved.end() : moved.end() + _FAR]
    if _NO_WISH.match(moved[0]) or _RELATIVE.search(lead):
        return False
    if _MOTION.fullmatch(moved[0]) and not (words.says("fell", rest) or words.says("fell", following)):
        return False
    whose = rest.lstrip().partition(" ")[0] if moved[0].lower() == "forslag fra" else lead
    if words.says("whole", whose) or words.says("administration", whose):
        return False
    adopted = any(not (one["before"] or one["after"]) for one in words.approved.finditer(rest))
    return not (adopted or words.says("carried", following)) and (
        words.says("moved", moved[0]) or resolving.is_of_one(lead)
    )
