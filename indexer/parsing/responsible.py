"""Who shall do something: "ØPC udarbejder …", "direktionen bad HR om at …", "Ansvarlig: Per Nielsen".

Only who is named as a person, or is a unit by its name or its ending, and stands where a Danish main clause has its
subject beside a verb for work to come, in what the body itself says (`own.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.parsing import titles
from indexer.parsing.own import own_sentences
from mappings import danish
from mappings.dates import MONTHS

# Verbs for what is still to be done, as they are in the present; without their *r* they are infinitives.
_WORK = (
    *("udarbejder", "fremsender", "eftersender", "udsender", "videresender", "forelægger", "fremlægger", "undersøger"),
    *("afklarer", "opdaterer", "indkalder", "koordinerer", "planlægger", "arrangerer", "indhenter", "indarbejder"),
    *("kontakter", "besvarer", "implementerer", "igangsætter", "iværksætter", "formulerer", "evaluerer", "tilretter"),
    *("laver", "sender", "inviterer", "beskriver", "forbereder", "samler", "udfærdiger", "kvalificerer", "præciserer"),
    *("udleverer", "beregner", "vurderer", "revurderer", "gennemfører", "aftaler"),
)
_MORE = (
    *(
        "følger op",
        "vender tilbage",
        r"melder(?= (?:[-\w.]+ ){0,5}?(?:tilbage|ind|ud|navne)\b)",
        "sørger for",
        "arbejder videre",
        "kommer med",
        "finder forslag",
        "tager initiativ",
    ),
    *(
        "tager kontakt",
        "tager hånd om",
        "tager stilling",
        "retter henvendelse",
        "svarer på",
        "ser på",
        "ser nærmere på",
    ),
)
_PRESENT = "|".join((*_WORK, *_MORE))
# "vurderer, at …" tells what is thought, "planlægger at …" what is wished; what is done already is no task.
_TELLS = r"(?:(?<=vurderer)|(?<=planlægger)|(?<=skriver)),? (?:at|i sin)\b"
_NO_TASK = rf"(?!\w)(?! (?:sig|ikke|allerede|altid|hvert|normalt|typisk)\b)(?!{_TELLS})"
_INFINITIVE = "|".join(re.sub(r"r(?=[ (]|$)", "", verb, count=1) for verb in (*_WORK, *_MORE))
_PASSIVE = "|".join(f"{verb.removesuffix('r')}s" for verb in _WORK)
# What letters *skal* do that are nobody's: *CPR skal fremgå*, *LED skal erstatte*; these only somebody can do.
_ACTS = (
    "foreslå|belyse|uddybe|skærpe|redegøre|orientere|indsamle|kortlægge|prioritere|inddrage|drøfte|finde|kigge|spørge|bede"
    r"|skrive|regne|rykke|indstille|forhandle|udpege|vise, hvor\w*"
)
# Work that only a person is named with for certain: *SFO lukker*, *HK skriver* are no tasks.
_OWN = (
    "skriver|retter(?! kritik)|sikrer|sørger for(?! sin)|forhandler|bestiller|booker|ringer til|skanner|mailer"
    "|indsender|kortlægger|reviderer|redigerer|oversætter|rydder op|regner på|tegner(?! et billede)|trykker|overbringer"
    r"|opsøger|finder dem|følger(?! (?:[-\w]+ )?(?:indstilling|flertal|mindretal|forslag|anbefaling|tæt))"
    "|fører forhandlingen|undersøger|udvælger|drøfter sagen med|taler med|tager en snak med|tager en samtale med"
    "|tager en drøftelse med|tager forinden en samtale med|holder møde med|holder et møde med|giver besked til"
    "|giver en status på mødet|kommer igen med|kommer tilbage med|ser på|står for(?! et andet)|viser rundt"
    "|leder arbejdet|leder enheden"
)
_OWN_INFINITIVE = "|".join(re.sub(r"r(?=[ (]|$)", "", verb, count=1) for verb in _OWN.split("|"))
_DONE = "(?:klar|kortlagt|udarbejdet|lavet|undersøgt)"
_TOLD = (
    r"(?:orienterer|informerer|svarer) "
    r"(?=(?:Ældrerådet|Handicaprådet|Hoved-?MED|HMU|\w+(?:borgerne|forældrene|brugerne|foreningen))\b)"
)
# What looks like a unit's letters and is none of the municipality's.
_OTHERS = re.compile("SF|DF|EL|RV|KF|LA|NB|KL|DSB|EU|FOA|HK|DLF|BUPL|KMD|SKAT|ALDI|NCC|SFO|UU|DR|DGI|ATP|BBR|PCB")
_LATER = rf"(?:næste|kommende|senere|{'|'.join(MONTHS)})(?!\w)"
_ADVERBS = r"(?:(?!ikke\b)[-\w]+ ){0,4}?"

_CAPITAL = "[A-ZÆØÅ]"
_PERSON = rf"{_CAPITAL}[a-zæøåéü]+(?:-{_CAPITAL}[a-zæøåéü]+)?(?: (?:{_CAPITAL}\.|{_CAPITAL}[-a-zæøåéüA-ZÆØÅ]+)){{0,3}}"
_NAMED = rf"{_CAPITAL}[a-zæøåéü]+(?: (?:{_CAPITAL}\.|{_CAPITAL}[-a-zæøåéüA-ZÆØÅ]+)){{1,3}}"
_SHORT = rf"(?:{_CAPITAL}{{2,5}})(?![\w-])"
_ENDED = (
    r"[-\w]{0,40}?(?:forvaltning(?:en|erne)|administrationen|sekretariatet|afdelingen|cent(?:e?ret|rene)|direktionen|direktøren"
    r"|chefen|cheferne|lederen|lederne|rådmanden|borgmesteren|formanden|sekretæren|konsulenten|staben|enheden|teamet|arbejdsgruppen"
    r"|styregruppen|projektgruppen|byrådsservice|magistraten)(?!\w)"
)
_BEFORE_NAME = rf"(?:(?:[-A-Za-zÆØÅæøå]+ og )?{titles.LAST} )?"
_SOMEBODY = (
    rf"{_BEFORE_NAME}(?!{_ENDED})(?P<who>(?-i:{_SHORT}(?: og {_SHORT})?|{_PERSON}(?: og {_PERSON})?))"
    r"(?: \([^()]{1,40}\))?"
)
_EVERYBODY = r"(?P<who>alle (?:centre|chefer|ledere|afdelinger|forvaltninger|enheder|skoler|institutioner|direktører))"
_WORDS = rf"{_CAPITAL}[a-zæøå]+"
_JOINED = rf"(?:Center for {_WORDS}(?:(?:, {_WORDS})* og {_WORDS})?|{_WORDS}(?:, {_WORDS})* og {_WORDS})(?!\w)"
_WHO = rf"(?P<who>(?-i:{_SHORT}(?: og {_SHORT})?|{_JOINED}|{_PERSON})|{_ENDED})"
_UNIT = rf"(?P<who>(?-i:{_SHORT})|{_ENDED})"

# Where a clause begins that says what shall be done; behind *om* or *hvis* it is only asked.
_BEGIN = r"(?:^\W{0,9}(?:\d{1,3}[.)]? )?|[:;–-] |\bog (?=[A-ZÆØÅ])|\bat |\bsom (?=[A-ZÆØÅ])|, hvorefter )"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEGIN}{_WHO} (?:på [-\w]+ vegne )?(?:{_PRESENT}){_NO_TASK}",
        rf"{_BEGIN}{_WHO} (?:på [-\w]+ vegne )?(?:skal|vil|bedes|pålægges at) {_ADVERBS}(?:{_INFINITIVE})(?!\w)",
        rf"{_BEGIN}(?P<who>(?-i:{_SHORT})) skal {_ADVERBS}(?:{_ACTS})(?!\w)",
        rf"{_BEGIN}{_WHO} (?:orienterer|redegør|gør rede|giver)(?!\w)[^.]{{0,150}}?"
        rf" (?:på|til|i|ved) (?:[-\w]+ ){{0,3}}?{_LATER}",
        rf"{_BEGIN}{_WHO} bemyndiges til at",
        rf"{_BEGIN}{_SOMEBODY} (?:{_PRESENT}|{_OWN}){_NO_TASK}",
        rf"{_BEGIN}{_SOMEBODY} {_TOLD}",
        rf"{_BEGIN}{_SOMEBODY} er (?:sponsor|projektejer|tovholder|projektleder)(?!\w)",
        rf"{_BEGIN}{_SOMEBODY} udpeges (?:til|som)(?!\w)",
        rf"{_BEGIN}{_SOMEBODY} (?:skal have|får) (?:(?!ikke\b)[-\w]+ ){{0,5}}?{_DONE}(?!\w)",
        rf"{_BEGIN}{_SOMEBODY} (?:skal|bedes) (?:(?!ikke\b)(?:[-\w]+|\d+\.) ){{0,6}}?"
        rf"(?:{_INFINITIVE}|{_OWN_INFINITIVE})(?!\w)",
        rf"^\W{{0,9}}{_EVERYBODY} skal (?:have )?(?:(?!ikke\b)[-\w]+ ){{0,4}}?(?:klar|kortlagt|{_INFINITIVE})(?!\w)",
        rf"\b(?:{_PASSIVE})(?: (?:ud|ind|op|til|videre))? af (?-i:{titles.LAST}) (?P<who>(?-i:{_NAMED}))",
        rf"\b(?:{_PASSIVE})(?: [-\w]+){{0,4}}? v/ ?{_WHO}",
        rf"{_BEGIN}{_WHO} (?:har ansvaret for|er (?:ansvarlig for|tovholder|projektleder))(?!\w)",
        rf"\b(?:{'|'.join(_WORK)}) {_UNIT}(?! ikke)(?!(?<=\w),? at\b)",
        rf"\b(?:{_PASSIVE}) af {_UNIT}",
        rf"\b(?:bad|beder|anmodede|anmoder|pålagde|pålægger|bemyndigede|bemyndiger) {_WHO}"
        rf" (?:om (?:at|en|et)|til at|at|{_INFINITIVE})(?!\w)",
        rf"\bansvarlige?(?: for [-\w]+)?(?:\s?[:–]| er)\s+{_WHO}",
    )
)

_LISTED = re.compile(r"\W*ansvarlige?(?: for [-\w]+)?\s?[:–]\s*(?P<names>\S.*)", re.IGNORECASE | re.DOTALL)


def responsible(text: str) -> tuple[str, ...]:
    """The persons and units of a text that shall do something, in printed order, each once.

    Who is named by initials, and in full behind *Ansvarlig:*, is named in full.
    """
    found: dict[str, str] = {}
    whole: set[str] = set()
    for sentence in own_sentences(text):
        listed = _LISTED.match(sentence)
        for name in _of_list(listed["names"]) if listed else _of_sentence(sentence):
            found.setdefault(name.casefold(), name)
            if listed and " " in name:
                whole.add("".join(word[0] for word in name.split()))
    return tuple(name for name in found.values() if name not in whole)


def _of_sentence(sentence: str) -> Iterator[str]:
    at = {(found.start("who"), found["who"]) for pattern in _PATTERNS for found in pattern.finditer(sentence)}
    for _, who in sorted(at):
        yield from (one[0].upper() + one[1:] for one in _each(who) if _is_somebody(one))


def _of_list(names: str) -> Iterator[str]:
    """The names behind *Ansvarlig:* up to what is none: "Per Nielsen, Lise Holm og HR, i samarbejde med FOA"."""
    for part in re.split(r"\s*[,;/]\s*", names.strip(" .")):
        for one in _each(part):
            if not re.fullmatch(rf"{_SHORT}|{_JOINED}|{_PERSON}|(?i:{_ENDED})", one) or not _is_somebody(one):
                return
            yield one[0].upper() + one[1:]


def _each(names: str) -> list[str]:
    """Two that stand side by side; *Natur og Miljø* is one unit."""
    both = names.split(" og ")
    return both if len(both) == 2 and all(map(_is_somebody, both)) else [names]


def _is_somebody(name: str) -> bool:
    """Whether a name is a unit's, by its capitals, its *og* or its ending, or begins with a given name."""
    if _OTHERS.fullmatch(name):
        return False
    if re.fullmatch(f"{_SHORT}|{_JOINED}", name) or re.fullmatch(_ENDED, name, re.IGNORECASE):
        return True
    if re.fullmatch(_EVERYBODY, name, re.IGNORECASE):
        return True
    return danish.is_given_name(name.split()[0])
