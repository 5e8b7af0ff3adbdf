"""What a decision came to, by rules over Danish text.

A decision is read sentence by sentence. Of each only what the body itself did counts: subordinate clauses are cut off
(what shall be, may be, or would be if), and so are sentences of a minority or on an amendment that fell. The words are
data (`outcomes.toml`); a negation beside an approving one makes it a rejection.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mappings.documents import Outcome

_SENTENCE = re.compile(r"\n+|(?<=[.!?])\s+(?=[A-ZÆØÅ\d\"'”»(-])")
# A reported decision counts ("med bemærkning, at byrådet har vedtaget …"): what is before it is only its wrapping.
_REPORTED = re.compile(
    r"\b(?:med (?:den |følgende )?bemærkning(?:er)?|meddeler|konstateres det|idet)\b\s*,?\s*(?:at\b)?", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"(?:,\s*|\s)(?:(?:således|så|hvorefter|med henblik på|under forudsætning af|for)\s*,?\s*)?\bat\b"
    r"|,\s*(?:hvis|såfremt|når|forudsat|inden|før|indtil|hvorefter|således|så|da|fordi|idet|eftersom)\b"
    r"|\bjfr?\.|\b(?:i henhold til|efter) (?:byrådets )?(?:beslutning|vedtagelse)(?:en)? i\b",
    re.IGNORECASE,
)
_NEAR = 80  # characters; *skal* further back governs another verb
_NOT_BEFORE = r"(?P<before>\b(?:ikke|ej|hverken)\s+(?:\w+\s+){0,3}?)?"
_NOT_AFTER = r"(?P<after>\s+(?:\w+\s+)?(?:ikke|ej)\b)?"
# What is never negated by a word before it: "ikke" is part of it, or nothing like "ikke anbefalet" is a rejection.
_RESOLUTIONS: tuple[Outcome, ...] = ("rejected", "postponed", "referred", "recommended")


@dataclass(frozen=True)
class _Rules:
    """The words of `outcomes.toml`, compiled; each pattern has the group `before` for a negation."""

    approved: re.Pattern[str]
    resolutions: tuple[tuple[Outcome, re.Pattern[str]], ...]
    discussed: re.Pattern[str]
    noted: re.Pattern[str]
    informed: re.Pattern[str]
    not_yet: re.Pattern[str]
    whole: re.Pattern[str]
    minority: re.Pattern[str]
    cannot: re.Pattern[str]
    amendment: re.Pattern[str]
    udsat: re.Pattern[str]
    decided_to: tuple[tuple[Outcome, re.Pattern[str]], ...]


@cache
def _rules() -> _Rules:
    data = tomllib.loads(files(__package__).joinpath("outcomes.toml").read_text(encoding="utf-8"))
    negatable = {key: _compiled(_NOT_BEFORE + _words(data[key])) for key in (*_RESOLUTIONS, "discussed", "noted")}
    return _Rules(
        approved=_compiled(_NOT_BEFORE + rf"(?P<verb>{_words(data['approved'])})" + _NOT_AFTER),
        resolutions=tuple((outcome, negatable[outcome]) for outcome in _RESOLUTIONS),
        discussed=negatable["discussed"],
        noted=negatable["noted"],
        informed=_compiled(_words(data["informed"])),
        not_yet=_compiled(_words(data["not_yet"]) + r"\s+(?:\w+\s+){0,3}$"),
        whole=_compiled(_words(data["whole"])),
        minority=_compiled(_words(data["minority"])),
        cannot=_compiled(r"\b(?:kan|kunne|vil|ville) ikke (?:tilslutte|tiltræde|godkende|støtte|anbefale|stemme)"),
        amendment=_compiled(_words(data["amendment"])),
        udsat=_compiled(r"^\W*(?:\w+ ){0,2}udsat\b"),
        decided_to=tuple(
            (outcome, _compiled(r"[\s,]*" + _words(data["decided_to"][outcome])))
            for outcome in (*_RESOLUTIONS, "noted")
            if outcome in data["decided_to"]
        ),
    )


def _words(alternatives: Sequence[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def outcomes(text: str) -> tuple[Outcome, ...]:
    """The outcomes of a decision's text, the main one first; `("other",)` where none shows, also for an empty text.

    What was resolved comes before that it was discussed or noted; several resolutions stand in printed order.
    """
    strong: list[Outcome] = []
    weak: list[Outcome] = []
    informed = False
    for sentence in _SENTENCE.split(text):
        if not sentence.strip() or _is_minority(sentence):
            continue
        own, also = _of_sentence(sentence)
        strong.extend(own)
        weak.extend(also)
        informed = informed or bool(_rules().informed.search(_main_clause(sentence)))
    found = tuple(dict.fromkeys([*strong, *weak]))
    return found or (("noted",) if informed else ("other",))


def _is_minority(sentence: str) -> bool:
    """Whether a sentence says what some wanted and the body did not."""
    rules = _rules()
    if rules.amendment.search(sentence):
        return True
    minority = rules.minority.search(sentence)
    if minority:
        lead = sentence[: minority.start()]
        resolved = any(pattern.search(lead) for outcome, pattern in rules.resolutions)
        return not (resolved or rules.approved.search(lead))
    cannot = rules.cannot.search(sentence)
    return bool(cannot and not rules.whole.search(sentence[: cannot.start()]))


def _main_clause(sentence: str) -> str:
    cut = _SUBORDINATE.search(sentence)
    return sentence[: cut.start()] if cut else sentence


def _of_sentence(sentence: str) -> tuple[list[Outcome], list[Outcome]]:
    """What a sentence resolves, in printed order; and that it says *discussed* or *noted*."""
    rules = _rules()
    said = sentence
    reported = _REPORTED.search(sentence)
    if reported and rules.approved.search(sentence, reported.end()):
        said = sentence[reported.end() :]
    main = _main_clause(said)
    at: list[tuple[int, Outcome]] = [
        (found.start(), outcome)
        for outcome, pattern in rules.resolutions
        for found in pattern.finditer(main)
        if not found["before"]
    ]
    if rules.udsat.match(main):
        at.append((0, "postponed"))
    advised = min((place for place, outcome in at if outcome == "recommended"), default=len(main))
    for found in rules.approved.finditer(main):
        resolved = _resolved(found, main, said) if found.start("verb") < advised else None
        if resolved:
            at.append((found.start("verb"), resolved))
    strong = [outcome for _, outcome in sorted(at, key=lambda one: one[0])]
    if "rejected" in strong:
        strong = [outcome for outcome in strong if outcome != "recommended"]
    weak: list[Outcome] = ["noted"] if "noted" in strong else []
    if _said(rules.discussed, main):
        weak.append("discussed")
    if _said(rules.noted, main if at else said):
        weak.append("noted")
    return [outcome for outcome in strong if outcome != "noted"], weak


def _said(pattern: re.Pattern[str], text: str) -> bool:
    return any(not found["before"] for found in pattern.finditer(text))


def _resolved(found: re.Match[str], main: str, said: str) -> Outcome | None:
    """What an approving verb comes to: with a negation a rejection, after *skal* nothing yet."""
    if _rules().not_yet.search(main, max(0, found.start("verb") - _NEAR), found.start("verb")):
        return None
    negated = bool(found["before"] or found["after"])
    if not found["verb"].lower().startswith("beslut"):
        return "rejected" if negated else "approved"
    if found["before"]:
        return None
    following = said[found.end("verb") :]
    return next((outcome for outcome, pattern in _rules().decided_to if pattern.match(following)), "approved")
