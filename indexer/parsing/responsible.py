"""Who shall do something: "ØPC udarbejder …", "direktionen bad HR om at …", "Ansvarlig: Per Nielsen".

Only who is named as a person, or is a unit by its name or its ending, and stands where a Danish main clause has its
subject beside a verb for work to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.parsing.clauses import sentences
from mappings import danish
from mappings.dates import MONTHS

# Verbs for what is still to be done, as they are in the present; without their *r* they are infinitives.
_WORK = (
    *("udarbejder", "fremsender", "eftersender", "udsender", "videresender", "forelægger", "fremlægger", "undersøger"),
    *("afklarer", "opdaterer", "indkalder", "koordinerer", "planlægger", "arrangerer", "indhenter", "indarbejder"),
    *("kontakter", "besvarer", "implementerer", "igangsætter", "iværksætter", "formulerer", "evaluerer", "tilretter"),
    *("laver", "sender", "inviterer", "beskriver", "forbereder", "samler", "udfærdiger", "kvalificerer", "præciserer"),
    *("udleverer", "beregner", "vurderer", "revurderer", "gennemfører", "aftaler", "melder"),
)
_MORE = (
    *(
        "følger op",
        "vender tilbage",
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
_INFINITIVE = "|".join(re.sub(r"r(?= |$)", "", verb, count=1) for verb in (*_WORK, *_MORE))
_PASSIVE = "|".join(f"{verb.removesuffix('r')}s" for verb in _WORK)
_BEING = r"(?:ikke|have|være|blive)\b"  # after *skal* these tell of no work
_LATER = rf"(?:næste|kommende|senere|{'|'.join(MONTHS)})(?!\w)"
_ADVERBS = r"(?:(?!ikke\b)[-\w]+ ){0,4}?"

_CAPITAL = "[A-ZÆØÅ]"
_PERSON = rf"{_CAPITAL}[a-zæøåéü]+(?:-{_CAPITAL}[a-zæøåéü]+)?(?: (?:{_CAPITAL}\.|{_CAPITAL}[-a-zæøåéüA-ZÆØÅ]+)){{0,3}}"
_SHORT = rf"(?:{_CAPITAL}{{2,5}})(?![\w-])"
_ENDED = (
    r"[-\w]{0,40}?(?:forvaltning(?:en|erne)|administrationen|sekretariatet|afdelingen|cent(?:e?ret|rene)|direktionen|direktøren"
    r"|chefen|lederen|rådmanden|borgmesteren|formanden|sekretæren|konsulenten|staben|enheden|teamet|arbejdsgruppen"
    r"|styregruppen|projektgruppen|byrådsservice|magistraten)(?!\w)"
)
_WORDS = rf"{_CAPITAL}[a-zæøå]+"
_JOINED = rf"(?:Center for {_WORDS}(?:(?:, {_WORDS})* og {_WORDS})?|{_WORDS}(?:, {_WORDS})* og {_WORDS})(?!\w)"
_WHO = rf"(?P<who>(?-i:{_SHORT}(?: og {_SHORT})?|{_JOINED}|{_PERSON})|{_ENDED})"
_UNIT = rf"(?P<who>(?-i:{_SHORT})|{_ENDED})"

# Where a clause begins that says what shall be done; behind *om* or *hvis* it is only asked.
_BEGIN = r"(?:^\W{0,9}(?:\d{1,3}[.)]? )?|[:;–-] |\bog (?=[A-ZÆØÅ])|\bat |\bsom (?=[A-ZÆØÅ])|, hvorefter )"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEGIN}{_WHO} (?:på [-\w]+ vegne )?(?:{_PRESENT})(?!\w)(?! (?:sig|ikke)\b)",
        rf"{_BEGIN}{_WHO} (?:på [-\w]+ vegne )?(?:skal|vil|bedes|pålægges at) {_ADVERBS}(?:{_INFINITIVE})(?!\w)",
        rf"{_BEGIN}(?P<who>(?-i:{_SHORT})) skal (?:(?!{_BEING})[-\w]+ ){{0,4}}?"
        rf"(?!{_BEING})(?-i:[a-zæøå]{{3,}}[eå])(?!\w)",
        rf"{_BEGIN}{_WHO} (?:orienterer|redegør|gør rede|giver)(?!\w)[^.]{{0,150}}?"
        rf" (?:på|til|i|ved) (?:[-\w]+ ){{0,3}}?{_LATER}",
        rf"{_BEGIN}{_WHO} bemyndiges til at",
        rf"\b(?:{_PASSIVE})(?: [-\w]+){{0,4}}? v/ ?{_WHO}",
        rf"{_BEGIN}{_WHO} (?:har ansvaret for|er (?:ansvarlig for|tovholder|projektleder))(?!\w)",
        rf"\b(?:{'|'.join(_WORK)}) {_UNIT}(?! ikke)",
        rf"\b(?:{_PASSIVE}) af {_UNIT}",
        rf"\b(?:bad|beder|anmodede|anmoder|pålagde|pålægger|bemyndigede|bemyndiger) {_WHO}"
        rf" (?:om (?:at|en|et)|til at|at|{_INFINITIVE})(?!\w)",
        rf"\bansvarlige?(?: for [-\w]+)?(?:\s?[:–]| er)\s+{_WHO}",
    )
)


def responsible(text: str) -> tuple[str, ...]:
    """The persons and units of a text that shall do something, in printed order, each once."""
    found: dict[str, str] = {}
    for sentence in sentences(text):
        for name in _of_sentence(sentence):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _of_sentence(sentence: str) -> Iterator[str]:
    at = {(found.start("who"), found["who"]) for pattern in _PATTERNS for found in pattern.finditer(sentence)}
    for _, who in sorted(at):
        both = who.split(" og ")
        if re.fullmatch(rf"{_SHORT} og {_SHORT}", who) or (len(both) == 2 and set(both) <= danish.words("given_names")):
            yield from both
        elif _is_somebody(who):
            yield who[0].upper() + who[1:]


def _is_somebody(name: str) -> bool:
    """Whether a name is a unit's, by its capitals, its *og* or its ending, or begins with a given name."""
    if re.fullmatch(f"{_SHORT}|{_JOINED}", name) or re.fullmatch(_ENDED, name, re.IGNORECASE):
        return True
    first = name.split()[0]
    given = danish.words("given_names")
    return first in given or first.split("-")[0] in given
