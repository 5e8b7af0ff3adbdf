"""What people say around a question in a mail: who asks, what for, and that an answer would be welcome.

*En borger spørger, om …*, *jeg er ved at skrive et notat om …*, *… Kan I sende mig referatet?* No item is about that,
and each of its words would be searched for. Who asks is told by a few everyday words only: *Ældrerådet spørger* and
*jeg er nabo til havnen* say something of the matter.
"""

from __future__ import annotations

import re

_DANES = (
    r"(?:afdelings|center|område|kommunal|lokal|nær|sekretariats|gruppe|team|for|ud|byråds|udvalgs)?"
    r"(?:chef|leder|direktør|borgmester|borger|journalist|kollega|medarbejder|nabo|virksomhed|politiker|avis|presse"
    r"|forælder|forældre|advokat|revisor|formand|medlem|studerende)(?:en|er|et|n|s|e|ne|erne)?"
)
_ENGLISH = r"(?:manager|boss|director|mayor|citizen|resident|journalist|colleague|neighbour|politician|councillor)s?"
_SOMEBODY = (
    rf"(?:(?:en|et|min|mit|vores|nogle|flere|den|an?|my|our|the|some)(?: (?:ny|anden|new|lokal|local))? )?"
    rf"(?:{_DANES}|{_ENGLISH})(?: (?:i|på|fra|from|in) (?!om )\w+)?"
)
_ASKS_WHAT = r"(?= ?,? (?:om|til|hv|whether|if|wh|how))"
_WANTS_TO_KNOW = (
    r"(?:(?:har )?(?:lige )?(?:spørger|spurgt|spurgte)(?: mig| os| jer)?(?: til)?"
    r"|vil(?: meget)?(?: gerne)? (?:vide|høre|have at vide|spørge)|er i tvivl"
    r"|(?:has |have |is |are )?(?:asks?|asked|asking)(?: me| us)?|wants? to know|would like to know)"
)
_ROLE = (
    r"(?:ny(?:ansat)?|an?|new|den nye|the new|ansat|medlem|member|formand|næstformand|tillidsrepræsentant|leder|chef"
    r"|konsulent|sagsbehandler|journalist|student|studerende|praktikant|sekretær|fuldmægtig|pædagog|lærer|byrådsmedlem)"
)
_WRITES = (
    r"(?:skrive|lave|forberede|holde|samle|undersøge|planlægge|kigge|se|finde(?: ud af)?)"
    r"(?: (?:et|en|ind|lidt|nærmere))*"
    r"(?: (?:notat|oplæg|svar|sagsfremstilling|artikel|opgave|rapport|oversigt|redegørelse|præsentation))?"
    r"(?: (?:om|på|til|over|efter)(?! at))?"
)
_PAPER = r"(?:referat|punkt|sag|beslutning|dagsorden|afgørelse|bilag)(?:et|en|er|erne|ene)?"
_BEFORE = r"(?: (?:tidligere|før|nogensinde|allerede|engang))*"
OPENERS = (
    r"(?:(?:vi|jeg) (?:har (?:lige )?fået (?:en |et )?(?:henvendelse|spørgsmål|mail|brev|opkald) fra"
    r"|skal (?:lige )?(?:hjælpe|svare)) |(?:der er|there is) )?"
    rf"{_SOMEBODY},?(?: (?:der|som|who))? {_WANTS_TO_KNOW}{_ASKS_WHAT}"
    rf"|(?:jeg|vi|i|we) (?:skal lige |skal )?{_WANTS_TO_KNOW}{_ASKS_WHAT}"
    rf"|(?:jeg|vi|i|we) (?:er|am|are) {_ROLE}(?: (?!og |and )[^\W\d]+){{0,4}},? (?:og|and)(?: (?:jeg|i|we|vi))?"
    r"(?: (?:har (?:fået at vide|hørt|læst),? at|har brug for at|skal(?: lige)?"
    rf"|{_WANTS_TO_KNOW}{_ASKS_WHAT}|(?:vil|would)(?: gerne| like to)"
    r"(?: (?:se|finde|læse|see|find|read))?"
    r"|skriver (?:(?:en|et) )?(?:opgave|artikel|notat|svar) om)|(?= (?:leder|søger|mangler)))"
    rf"|(?:jeg|vi) (?:er (?:ved at|i gang med at|blevet bedt om at)|skal(?: lige)?) {_WRITES}(?!\w)"
    r"|(?:jeg|vi) (?:sidder|arbejder) (?:lige |nu )?med (?:(?:en sag|et spørgsmål|noget) )?"
    r"(?:om(?! at)|vedr\.?|vedrørende)"
    r"|(?:det|sagen|mit spørgsmål) (?:handler|drejer sig|går) (?:om|på)"
    r"|(?:kan|kunne|vil) (?:i|du|nogen) hjælpe(?: mig| os)?(?=[.?!,])|can (?:you|anyone) help(?: me| us)?(?=[.?!,])"
    r"|(?:har (?:i|du) mulighed for|er det muligt|er der mulighed for|må jeg|kan jeg)(?: at)?"
    r" (?:bede om|få|finde|se|sende|læse)(?: mig| os)?"
    rf"(?:(?= (?:beslutning|afgørelse)(?:en|er|erne)?(?!\w))| {_PAPER}(?: (?:om|vedr\.?|vedrørende))?(?!\w))"
    r"|(?:jeg|vi) kan ikke (?:finde|huske|se)(?= (?:sagen|referatet|punktet|beslutningen|noget|om|hv))"
    r"|(?:hvis|såfremt) (?:i|du) har (?:noget|sager|referater|punkter) (?:om|på|vedr\.?|vedrørende)"
    r"|do you (?:happen to )?know(?= (?:if|whether|wh|how))"
    r"|tak for (?:sidst|svaret|hjælpen)(?: sidst)?(?=[.!,])"
)

_THEM = rf"(?:det|den|dem|svaret|{_PAPER})(?: frem)?"
_THE_PAPERS = r"(?:it|them|that|the (?:minutes|decision|item|case|agenda))"
_CLOSING = re.compile(
    r"(?<=[.?!,] )(?:og )?(?:"
    rf"(?:kan|kunne|vil|ville|gider|må) (?:i|du|nogen|jeg|vi)(?: (?:lige|evt\.?|måske|ikke|godt|venligst|gerne))*"
    rf" (?:hjælpe|finde|sende|fremsende|give|se|få|have|læse)(?: (?:mig|os))?(?: (?:med )?{_THEM})?"
    rf"|(?:vil|så vil) jeg(?: meget)? gerne (?:have|se|læse) {_THEM}"
    r"|ved (?:i|du|nogen)(?:,? hvor (?:den|det) (?:er|står|ligger)| (?:det|noget om det))"
    rf"|hvor (?:finder|ser) (?:jeg|man|vi) {_THEM}|hvor (?:kan|kunne) (?:jeg|man|vi) (?:finde|se|læse) {_THEM}"
    r"|(?:jeg )?hører(?: jeg)? gerne(?: fra (?:jer|dig))?"
    rf"|er der{_BEFORE}(?: (?:truffet|taget))?(?: en)? (?:beslutning|afgørelse) om (?:det|dette)"
    rf"|har (?:vi|i|man|kommunen){_BEFORE} (?:drøftet|besluttet|behandlet|taget stilling til|talt om)"
    r" (?:det|dette)(?: før)?"
    r"|(?:hvis ja|i givet fald|if so),? (?:hvornår|hvad|when|what)"
    r"|er der noget om det(?: i referaterne)?|hvornår (?:var|er) det|hvad (?:gør|gælder) (?:vi|der)"
    r"|(?:can|could|would) you(?: please| kindly)? (?:find|send|help|point|show)(?: (?:me|us))?"
    rf"(?: (?:with |to )?{_THE_PAPERS})?"
    r")(?:,? og (?:hvad|hvorfor|hvem|hvornår)(?: (?:var|er|blev) \w+)?)?[.?! ]*$"
)


def closing(text: str, end: int) -> re.Match[str] | None:
    """What is said last before `end`, after the question: that somebody would like to have the answer."""
    return _CLOSING.search(text, 0, end)
