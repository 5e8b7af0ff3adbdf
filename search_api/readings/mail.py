"""What stands around a question: "SV: ", "Hej Lone,", "jeg leder efter", "Mvh Peter". No item is about that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from search_api.readings.around import OPENERS, closing
from search_api.readings.plain import Plain, Word
from search_api.readings.reading import Reading, Readings

_HEAD = re.compile(
    r"(?:(?:re|sv|vs|fw|fwd|emne|subject): ?)+"
    r"|(?:(?:hej|hejsa|kære|god ?(?:dag|morgen|aften|eftermiddag)|dear|hi|hello|good (?:morning|afternoon))"
    r"(?: [^\W\d]+){0,3}[,.!:]|hej(?:sa)?(?= )"
    r"|(?:undskyld(?:,? (?:at )?(?:jeg|vi) forstyrrer)?|sorry to bother you),(?: (?:men|but))?)"
)
_KINDLY = r"(?:kan|kunne|vil|ville|gider) (?:i|du|nogen)(?: (?:måske|mon|godt|ikke|lige))* |venligst "
_PLEASE = r"(?:(?:can|could|would|will) (?:you|anyone|somebody)|please)(?:,? (?:please|kindly))* "
_PAPERS = r"(?: (?:minutes|agendas?|items?|documents?)(?: (?:about|regarding|concerning|where))?)?"
_OF_MEETINGS = r"(?:\w*møde(?:t|r|rne)?|sager(?:ne)?|punkter(?:ne)?|beslutninger(?:ne)?|afgørelser(?:ne)?)(?!\w)"
_ASKS = re.compile(
    rf"[\s.?!,]*(?:{OPENERS}|jeg (?:leder|søger) efter"
    r"|(?:jeg (?:skal (?:lige )?bruge|mangler)|(?:jeg|vi) har brug for(?= at ))(?: at (?:finde|se|vide))?"
    r"|kan (?:i|du|nogen) hjælpe (?:mig|os) med(?: at finde)?|er der nogen,? der ved|ved (?:i|du|nogen)(?=,? om )"
    r"|i(?:['’]m| am) looking for|can (?:you|anyone) help (?:me|us) find"
    r"|(?:giv|lav|vis)(?: mig| os)? en (?:oversigt|liste|tidslinje) over"
    rf"|(?:en )?(?:oversigt|liste|overblik) over(?= (?:alle |samtlige |de )?{_OF_MEETINGS})"
    rf"|(?:et )?(?:resum[eé]|sammendrag|opsummering) af(?= (?:det |sidste |seneste )?{_OF_MEETINGS})"
    r"|jeg har (?:lige )?et spørgsmål (?:om|vedr\.?|vedrørende|angående)"
    rf"|(?:{_KINDLY})?(?:lige )?(?:send|find|giv)e?(?: (?:mig|os|lige))*(?: et)?(?: link til)?"
    r" (?:referatet|referater|punktet|sagen|beslutningen|dagsordenen)"
    r"(?: (?:om|vedr\.?|vedrørende)|(?= (?:fra|på|for|i|hvor) ))"
    rf"|(?:{_KINDLY})(?:finde(?: frem til)?|(?:fortælle|oplyse|sige|svare)(?: mig| os| på)*(?=,? (?:om|hv)))"
    rf"|(?:{_PLEASE})(?:(?:find|send|show|give|tell|get|point|direct)(?: me| us)?(?: to)?)"
    rf"(?: (?:the|any|all))*{_PAPERS}"
    rf"|(?:send|show|give|get) (?:me|us)(?: (?:the|any|all))*{_PAPERS}"
    r"|i(?: need| want| would like|['’]d like)(?: to (?:know|see|find|have))?"
    r"|(?:et )?link til"
    r"|(?:hele (?:forløbet|historien|sagen)|tidslinjen?|kronologi(?:en)?|historikken|(?:sags)?forløbet)"
    r"(?: (?:om|omkring|bag|for|vedr\.?|vedrørende)|(?= (?:i|med) ))"
    r"|(?:opsummer|resumer|sammenfat|forklar)(?: mig| os)?"
    r"|(?:lad|må) (?:mig|os|jeg|vi) (?:lige )?se|fortæl(?: (?:mig|os|lidt|noget|mere))* om|tell (?:me|us) about"
    r"|skriv(?: mig| os)? (?:et notat|en note|et resum[eé]|en sammenfatning) (?:om|af|over)"
    r"|hvordan (?:går|gik|endte) det med|hvad blev der af|what became of"
    r"|hvor langt (?:er|var) (?:vi|man|de|kommunen)(?: nået| kommet)? (?:med|i))(?!\w)"
)
_TAIL = re.compile(
    r"(?:(?<!\w)(?:mvh|(?:med )?(?:venlig|bedste) hilsen|(?:kind|best) regards)(?!\w)[^\ufffc]{0,200}"
    r"|(?<=[.?!,] )(?:[vk]h|hilsen)(?!\w)[^\ufffc]{0,200}"
    r"|(?<=[.?!,] )(?:på forhånd )?(?:mange |tusind )?(?:tak|thanks|thank you)"
    r"(?: (?:for (?:hjælpen|svar)|på forhånd|in advance|(?:very|so) much))*\W*"
    r"(?:(?<=/)[^\W\d]+(?: [^\W\d]+){0,2}\W*)?)$"
)


def mail(text: Plain) -> Readings:
    """The greeting, that something is looked for, the thanks and the name; none where nothing else stands there."""
    head, tail = _HEAD.match(text.text), _TAIL.search(text.text)
    asks = list(_asks(text.text, head.end() if head else 0))
    last = closing(text.text, tail.start() if tail else len(text.text))
    matches = [match for match in (head, *asks, last, tail) if match]
    runs = [[word for word in text.words if match.start() <= word.start < match.end()] for match in matches]
    found = tuple(_reading(run) for run in runs if run)
    return Readings(found if text.kept or sum(map(len, runs)) < len(text.words) else ())


def _asks(text: str, place: int) -> Iterator[re.Match[str]]:
    """What says there that something is asked for, one thing after the other."""
    while match := _ASKS.match(text, place):
        yield match
        place = match.end()


def _reading(run: Sequence[Word]) -> Reading:
    said = " ".join(word.typed for word in run)
    return Reading(kind="intent", effect="drops", start=run[0].start, end=run[-1].end, means=said)
