"""What a clause of a decision resolves, where the body itself did: verdicts, approving words, what was agreed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from indexer.parsing.clauses import complement
from indexer.parsing.vocabulary import RESOLUTIONS, vocabulary
from mappings.documents import Outcome

NEAR = 80  # characters; *skal* further back governs another verb
_FAR = 400  # characters; whoever stands further back in a clause than that did something else
# Verbs that somebody must do: "A og B tiltræder" is their view, "A og B godkendt" is the body's.
_ACTIVE = re.compile(
    r"(?!.*flertal)(?:ikke |ej )?(?:henholdt|(?:godkend|tiltr|tilslutte|bifald|anbefal|indstill|accepter|vedt|afvis"
    r"|forkast|kan|kunne|beslut|foresl|ønske|støtte|bakke|valgte|\w*sende(?:r|te)\b)(?!\w*t\b)).*(?<!s)$",
    re.IGNORECASE | re.DOTALL,
)
_DECIDED = re.compile(r"beslut|vedt|træffer|traf|truffet|valgte|bestemte|blev", re.IGNORECASE)
_RESOLVED = re.compile(r"beslut|træffer|traf|truffet|valgte|bestemte", re.IGNORECASE)
# A resolution only with the *at* clause behind it.
_OPENS = re.compile(r"(?:vælger|valgte|bestemte|tillader|afgjorde|afgjort)$", re.IGNORECASE)
_KEEP = re.compile(r"at henholde sig\b", re.IGNORECASE)
_ADVISE = re.compile(r"at (?:anbefale|indstille)\b", re.IGNORECASE)
_SEND_ON = re.compile(
    r"at (?:lade|\w*sende|henvise)\b|at \w+ (?:henvises|oversendes|sendes|overlades)\b", re.IGNORECASE
)
_MATTER_SENT = re.compile(
    r"at (?:sagen|forslaget|punktet|spørgsmålet|ansøgningen|henvendelsen)"
    r" (?:henvises|oversendes|sendes|overgår)\b(?! til politisk)",
    re.IGNORECASE,
)
_NOT_TO_SEND = re.compile(r"ikke at (?:oversende|henvise|udsætte|udskyde)\b", re.IGNORECASE)
_NO_OBJECTION = re.compile(
    r"ikke at (?:gøre|rejse|fremsætte|have|komme med) (?:indsigelse|bemærkning|indvending)", re.IGNORECASE
)
# "godkendte oversendelsen", and no more
_NAMED = re.compile(r"\s+(?P<what>(?:over|tilbage)sendelse|(?:hen|hjem)visning|udsættelse)n(?=\W*$)", re.IGNORECASE)
_CAN_AGREE = re.compile(
    r"(?:kan|kunne)\b.*\b(?:godkende|tiltræde|tilslutte sig|bifalde)$|(?:er|var) (?:\w+ )?enige?t? i\b",
    re.IGNORECASE | re.DOTALL,
)
# "Besluttet udsat": the second word says it.
_AS = re.compile(r"\s+(?:udsat|udskudt|afvist|anbefalet|indstillet|oversendt|henvist)\b", re.IGNORECASE)
_NOTED_AND = re.compile(r"\befterretning og\b|: ", re.IGNORECASE)
_THERE = re.compile(r"\bder (?:\w+ ){0,2}$", re.IGNORECASE)
# Of bevilget *af* follows where the money comes from, of these who did it.
_AGENT = re.compile(r"(?:er )?(?:godkend|vedt|tiltr|accept)", re.IGNORECASE)
_BY = re.compile(r"\s+af\s+(?!\d)(?P<who>(?:[-\w]+\s+){0,4}?[-\w]+\b(?:\s[-\w]+)?)", re.IGNORECASE)
PUT_OFF = re.compile(r"\b(?:udsættes|udsætte|udskydes|udskyde|udsat|udskudt|udsættelse|udskydelse)\b", re.IGNORECASE)


def _complement(main: str, sentence: str, end: int) -> str:
    """The *at* clause that follows in the sentence upon what ends at `end` in its main clause; "" where none does."""
    if sentence.startswith(main[:end]):
        return complement(sentence, end)
    word = main[:end].split()[-1]
    place = sentence.rfind(word)
    return complement(sentence, place + len(word)) if place >= 0 else ""


def verdicts(clause: str) -> Iterator[tuple[int, Outcome]]:
    """What a clause resolves by other than approving words, and where."""
    words = vocabulary()
    refused: list[re.Match[str]] = []
    for name, pattern in words.resolutions.items():
        outcome = RESOLUTIONS[name]
        for found in pattern.finditer(clause):
            if found["before"] or _of_one(clause, found) or words.says("had_been", clause[: found.start()]):
                continue
            if name == "taken_up" and (words.says("maybe", clause[: found.start()]) or words.says("only_told", clause)):
                continue
            if outcome == "referred" and _only_papers(clause, found):
                continue
            if outcome == "rejected":
                refused.append(found)
            if outcome == "recommended" and _decides(clause, found):
                outcome = "approved"
            if outcome == "recommended" and any(one.start() < found.end() <= one.end() + 1 for one in refused):
                continue
            yield found.start(), outcome


def approvals(main: str, sentence: str, known: Iterable[tuple[int, Outcome]]) -> Iterator[tuple[int, Outcome]]:
    """What the approving words of a main clause come to, and where; `known` are its other verdicts."""
    words = vocabulary()
    advised = [place for place, outcome in known if outcome == "recommended"]
    for found in words.approved.finditer(main):
        place = found.start("verb")
        if place > min(advised, default=len(main)) or _of_one(main, found) or _is_another(main, found):
            continue
        aside = _complement(main, sentence, found.end("verb"))
        resolved = _approved(found, aside)
        if resolved:
            yield place, resolved


def _approved(found: re.Match[str], decided: str) -> Outcome | None:
    """What an approving verb comes to, with the *at* clause that it opens."""
    if _AS.match(found.string, found.end()) or (_OPENS.match(found["verb"]) and not decided):
        return None
    if _DECIDED.match(found["verb"]):
        if found["before"]:
            return None if _RESOLVED.match(found["verb"]) else "rejected"
        if _KEEP.match(decided):
            return "approved"
        if _NO_OBJECTION.match(decided):
            return "approved"
        if _NOT_TO_SEND.match(decided):
            return None
        within = [outcome for _, outcome in sorted(verdicts(decided))]
        if affirmed(vocabulary().noted, decided):
            within.append("noted")
        if within:
            return within[0]
        return "rejected" if found["after"] and not _RESOLVED.match(found["verb"]) else "approved"
    if _ADVISE.match(decided):
        return "recommended"
    named = _NAMED.match(found.string, found.end())
    if named and not (found["before"] or found["after"]):
        return "postponed" if named["what"].lower().startswith("ud") else "referred"
    if PUT_OFF.search(decided):
        return "postponed"
    if _MATTER_SENT.match(decided) and "referred" in (outcome for _, outcome in verdicts(decided)):
        return "referred"
    return "rejected" if found["before"] or found["after"] else "approved"


def agreed(main: str, sentence: str) -> Iterator[tuple[int, Outcome]]:
    """Putting off and advising that the body agreed on, and what it holds that the council should do."""
    words = vocabulary()
    opinion = words.others["opinion"].search(main)
    if opinion and words.says("whole", main[: opinion.start()]):
        held = _complement(main, sentence, opinion.end())
        if words.others["advice"].match(held):
            yield opinion.start(), "recommended"
    agreed = words.others["agreed"].search(main)
    if agreed:
        content = _complement(main, sentence, agreed.end())
        agreed_on = (
            ("postponed", "recommended", "referred") if _SEND_ON.match(content) else ("postponed", "recommended")
        )
        yield from ((agreed.start(), outcome) for _, outcome in verdicts(content) if outcome in agreed_on)
        if words.others["resolving"].match(content):
            yield agreed.start(), "approved"
        if words.others["refusing"].match(content):
            yield agreed.start(), "rejected"


def _of_one(clause: str, found: re.Match[str]) -> bool:
    """Whether a person, a party or the administration did this, not the body."""
    words = vocabulary()
    lead = clause[max(0, found.start() - _FAR) : found.start()]
    if not _ACTIVE.match(found[0]) or words.says("whole_next", clause[found.end() :]) or words.says("whole", found[0]):
        return False
    return is_of_one(lead)


def is_of_one(lead: str) -> bool:
    """Whether what stands before a verb names a person, a party or the administration, and no body."""
    words = vocabulary()
    return not words.says("whole", lead) and (words.says("single", lead) or words.says("administration", lead))


def _is_another(main: str, found: re.Match[str]) -> bool:
    """Whether an approving word tells of what shall be, of what was before, or of somebody else."""
    words = vocabulary()
    place = found.start("verb")
    before = main[max(0, place - NEAR) : place]
    if words.says("not_yet", before) or words.says("earlier", before):
        return True
    if found["verb"].lower().endswith("te") and words.says("attributive", before):
        return True
    by = _BY.match(main, found.end("verb"))
    return by is not None and bool(_AGENT.match(found["verb"])) and not words.says("whole", by["who"])


def _decides(clause: str, found: re.Match[str]) -> bool:
    """Whether what a body *can* agree to is its own decision, since none is above it."""
    return bool(_CAN_AGREE.match(found[0])) and vocabulary().says("highest", clause[: found.start()])


def _only_papers(clause: str, found: re.Match[str]) -> bool:
    """Whether what is sent is a paper, or what is referred to is one; the matter stays."""
    lead = _NOTED_AND.split(clause[: found.start()])[-1]
    return bool(_THERE.search(lead)) or vocabulary().says("papers", lead)


def affirmed(pattern: re.Pattern[str], text: str) -> bool:
    """Whether words of a list stand in a text without a negation before them."""
    return any(not found["before"] for found in pattern.finditer(text))
