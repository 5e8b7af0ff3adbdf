"""That somebody was away, by the words around a name: *møder uden Carla Holm*, *da Carla Holm havde meldt afbud*.

Only what stands right beside the name tells it, and nothing may follow that makes it a matter: *fraværende elever*,
*uden Carla Holms bemærkninger*, *ikke deltog aktivt*. Who was *syg* may have been there: minutes do not tell.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MEETINGS = (
    r"(?:(?:i |på |til |fra )?(?:(?:hvilke|hvor mange|alle) )?(?:møder|mødet|møde)"
    r"|(?:(?:all|which|what) )?(?:the )?meetings?)"
)
# What may follow: the end, another sentence, or what is asked beside it (*i 2021*, *om budgettet*). Who was not there
# for a part of a meeting (*ved behandlingen af punkt 4*) was at the meeting.
_NO_MORE = (
    r"(?! (?:i|på|under|ved) (?:behandling|drøftelse|afstemning|beslutning|sag|punkt|pkt)\w*)"
    r"(?=\W*$|[,;:?.!]| \d| (?:i|den|d|på|fra|siden|efter|før|om|ved|mellem|og|men|mens|da|hvor|når"
    r"|in|on|about|since|before|after|during|and)(?!\w))"
)
_OF_MEETINGS = r"(?: (?:i|på|til|fra|in|from)(?: (?:mødet|møderne|møder|the meetings?)(?!\w)|(?=\W*$)))?"
_BOTH = r"(?:både |both )?\Z"

# What leads to the name, with the verb where it is turned round: *hvilke møder har*, *da*, *meetings that*.
_LEAD = re.compile(
    rf"(?:(?<!\w)(?:{_MEETINGS}|hvornår|hvor (?:ofte|mange gange)|when|how (?:often|many times)),? )?"
    r"(?:(?<!\w)(?:i den tid,? )?(?:mens|imens|da|når|hvor|som|der|while|when|where|that|which) )?"
    rf"(?:(?<!\w)(?P<verb>var|er|har|havde|kunne|meldte|sendte|deltog|mødte|did|was|were|is|has|had) )?{_BOTH}"
)
_THERE = (
    r"(?:været )?(?:til stede|tilstede|på mødet|i rummet|i lokalet|der(?=\W*$)"
    r"|med(?: til\b)?(?! i (?!\d))(?! (?:at|på)\b))"  # not *var ikke med i arbejdsgruppen*
)
_WAS_AWAY = re.compile(  # the verb first, wherever it stands
    r"(?:(?:(?:var|er|har været|was|were|is|has been) )?(?:fraværende|absent)"
    r"|(?:var|was|were) (?:væk|away|forhindret(?: i at (?:deltage|møde))?)"
    r"|(?:deltog|deltager|mødte)(?: op)? (?:ikke|ej|aldrig)"
    r"|(?:(?:var|er|har|havde|kunne) )?(?:ikke|ej|aldrig) (?:(?:var|er|har|havde|kunne) )?"
    rf"(?:deltog|deltager|deltage|deltaget|mødte|mødt|møde|{_THERE})"
    r"|(?:(?:har|havde|er|var) )?(?:(?:meldt|meldte|sendt|sendte) )?\(?(?:afbud|forfald)\)?"
    r"|udeblev|missed"
    r"|(?:did not|didn['’]t|never|could not|couldn['’]t) (?:attend|take part|attended|took part)"
    r"|(?:was|were|is)(?: not|n['’]t) (?:present|there|in the room))"
    rf"(?: op)?{_OF_MEETINGS}{_NO_MORE}"
)
_WERE_THERE = (
    r" (?:deltog|mødte op|var (?:med|til stede|tilstede)|took part|attended|(?:was|were) (?:present|there))"
    rf"{_OF_MEETINGS}{_NO_MORE}"
)
_IN_THE_ROOM = r"til stede|tilstede|på mødet|i (?:rummet|lokalet)|(?:being )?(?:present|there)|in the room|attending"
_BESIDE = tuple(  # what stands before the names, and what behind
    (re.compile(before), re.compile(behind))
    for before, behind in (
        (
            rf"(?<!\w)(?:(?:{_MEETINGS} )?(?:uden|without)|afbud(?: (?:fra|af|hos|for))?:?"
            r"|(?:fravær|fraværende|forfald):|(?:apologies|regrets)(?: for absence)? from"
            r"|(?:in |during )?the absence of"
            rf"|(?:{_MEETINGS} )?(?:missed|not attended) by) {_BOTH}",
            rf"(?: (?:{_IN_THE_ROOM})|(?<=s) (?:deltagelse|tilstedeværelse|medvirken))?{_NO_MORE}",
        ),
        (rf"(?<!\w)(?:{_MEETINGS} )?uden at {_BOTH}", _WERE_THERE),
        (
            rf"(?:(?<!\w)(?:{_MEETINGS},? )?(?:mens|da|når|hvor|while|when|where) )?(?<!\w)(?:hverken|neither) \Z",
            _WERE_THERE,
        ),
        (r"(?:\A|(?<!\w)(?:i|under|ved|in|during) )\Z", rf"(?:(?<=s) (?:fravær|afbud)|['’]?s absence){_NO_MORE}"),
    )
)


class Span(NamedTuple):
    """Characters of a question that tell of an absence, the names among them."""

    start: int
    end: int


def absence(text: str, earliest: int, start: int, end: int) -> Span | None:
    """What tells that who is named from `start` to `end` was away; what stands before `earliest` is another's."""
    for leads, follows in _BESIDE:
        before, behind = leads.search(text, earliest, start), follows.match(text, end)
        if before and behind:
            return Span(before.start(), behind.end())
    lead = _LEAD.search(text, earliest, start)
    if not lead or text[end : end + 1] != " ":
        return None
    verb = f"{lead['verb']} " if lead["verb"] else ""
    said = _WAS_AWAY.match(verb + text[end + 1 :])
    return Span(lead.start(), end + 1 + said.end() - len(verb)) if said else None
