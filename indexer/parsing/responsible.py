"""Who shall do something: "ØPC udarbejder …", "direktionen bad HR om at …", "Ansvarlig: Per Nielsen".

Only who is named as a person, or is a unit by its name or its ending, and stands where a Danish main clause has its
subject beside a verb for work to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.parsing import titles
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
# What a person does in the present without having been given anything to do: being, meaning, saying, sitting there.
_NO_TASK = (
    "er har var får bliver kan vil skal må bør tør plejer ønsker mener synes tror håber forventer foreslår "
    "anbefaler indstiller peger bemærker oplyser siger spørger svarer fortæller nævner understreger påpeger "
    "fremhæver udtaler erklærer meddeler tilføjer konkluderer opsummerer beretter forklarer efterlyser efterspørger "
    "opfordrer takker beklager støtter stemmer tilslutter tiltræder godkender vedtager beslutter afviser deltager "
    "forlader ankommer træder indtræder udtræder fratræder sidder står ligger bor hedder fylder kommer går kører "
    "holder begynder starter slutter stopper orienterer informerer redegør gennemgår præsenterer giver indleder "
    "byder åbner drøfter diskuterer henviser henstiller ser ved kender mangler modtager anmoder beder begærer "
    "forbeholder undlader afventer hører tilhører ejer driver arbejder fungerer virker tager søger sælger køber "
    "lejer udlejer opfører indebærer medfører omfatter koster betyder viser vedrører år timer dag dage eller per "
    "over under efter før der her"
)
_NOT = "|".join(_NO_TASK.split()) + r"|finder(?= (?:at|det|den|ikke|sagen)\b)"
_TASK = rf"(?:(?:derefter|desuden|samtidig|herefter|forinden|selv|også|så) )?(?-i:(?!(?:{_NOT})\b)[a-zæøå]{{3,}}r)"
_TOLD = r"(?:orienterer|informerer|svarer) (?=(?-i:[A-ZÆØÅ])|\w+(?:erne|foreningen|lederen|chefen|kredsen)\b)"
_ROLE = (
    r"(?:er|bliver|fortsætter som) (?:sponsor|projektejer|tovholder|projektleder|kontaktperson|ansvarlig|formand for"
    r"|på (?:sagen|opgaven))|har ansvaret for|udpeges (?:til|som)|overtager (?:\w+ )?(?:formandskabet|opgaven|ansvaret)"
)
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
        rf"{_BEGIN}{_WHO} (?:på [-\w]+ vegne )?(?:{_PRESENT})(?!\w)(?! (?:sig|ikke)\b)",
        rf"{_BEGIN}{_WHO} (?:på [-\w]+ vegne )?(?:skal|vil|bedes|pålægges at) {_ADVERBS}(?:{_INFINITIVE})(?!\w)",
        rf"{_BEGIN}(?!direktionen){_UNIT} skal (?:(?!{_BEING})[-\w]+ ){{0,4}}?"
        rf"(?!{_BEING})(?-i:[a-zæøå]{{3,}}[eå])(?!\w)",
        rf"{_BEGIN}{_WHO} (?:orienterer|redegør|gør rede|giver)(?!\w)[^.]{{0,150}}?"
        rf" (?:på|til|i|ved) (?:[-\w]+ ){{0,3}}?{_LATER}",
        rf"{_BEGIN}{_WHO} bemyndiges til at",
        rf"{_BEGIN}{_SOMEBODY} {_TASK}(?!\w)(?! (?:sig|ikke|forbehold)\b)",
        rf"{_BEGIN}{_SOMEBODY} (?:{_TOLD}|(?:{_ROLE})(?!\w))",
        rf"{_BEGIN}{_SOMEBODY} (?:får|skal have) (?:[-\w]+ ){{0,5}}?(?:klar|\w{{4,}}(?<!sat)(?<!fast)t)(?!\w)",
        rf"{_BEGIN}{_SOMEBODY} (?:tager|giver|kommer|søger|ser|holder|står) (?:forinden |igen |derefter )?"
        r"(?:en (?:snak|samtale|drøftelse|dialog|status)|om|med|status|besked|på|et møde|for)(?!\w)",
        rf"{_BEGIN}{_SOMEBODY} (?:skal|bedes) "
        rf"(?:(?!{_BEING})(?:[^.;,:]|\d\.){{1,60}}? )??(?!{_BEING})(?-i:[a-zæøå]{{3,}}[eå])(?!\w)",
        rf"{_BEGIN}{_EVERYBODY} skal(?!\w)",
        rf"\b(?:{_PASSIVE})(?: (?:ud|ind|op|til|videre))? af {_BEFORE_NAME}(?P<who>(?-i:{_NAMED}))",
        rf"\b(?:{_PASSIVE})(?: [-\w]+){{0,4}}? v/ ?{_WHO}",
        rf"{_BEGIN}{_WHO} (?:har ansvaret for|er (?:ansvarlig for|tovholder|projektleder))(?!\w)",
        rf"\b(?:{'|'.join(_WORK)}) {_UNIT}(?! ikke)",
        rf"\b(?:{_PASSIVE}) af {_UNIT}",
        rf"\b(?:bad|beder|anmodede|anmoder|pålagde|pålægger|bemyndigede|bemyndiger) {_WHO}"
        rf" (?:om (?:at|en|et)|til at|at|{_INFINITIVE})(?!\w)",
        rf"\bansvarlige?(?: for [-\w]+)?(?:\s?[:–]| er)\s+{_WHO}",
        rf"^\W*ansvarlige?: [^.]*?(?:, | og ){_WHO}",
    )
)


def responsible(text: str) -> tuple[str, ...]:
    """The persons and units of a text that shall do something, in printed order, each once.

    Who is named both in full and by initials is named in full.
    """
    found: dict[str, str] = {}
    for sentence in sentences(text):
        for name in _of_sentence(sentence):
            found.setdefault(name.casefold(), name)
    whole = {"".join(word[0] for word in name.split()) for name in found.values() if " " in name}
    return tuple(name for name in found.values() if name not in whole)


def _of_sentence(sentence: str) -> Iterator[str]:
    at = {(found.start("who"), found["who"]) for pattern in _PATTERNS for found in pattern.finditer(sentence)}
    for _, who in sorted(at):
        both = who.split(" og ")
        if len(both) == 2 and all(_is_somebody(one) and not re.fullmatch(_ENDED, one, re.IGNORECASE) for one in both):
            yield from both
        elif _is_somebody(who):
            yield who[0].upper() + who[1:]


def _is_somebody(name: str) -> bool:
    """Whether a name is a unit's, by its capitals, its *og* or its ending, or begins with a given name."""
    if re.fullmatch(f"{_SHORT}|{_JOINED}", name) or re.fullmatch(_ENDED, name, re.IGNORECASE):
        return True
    if re.fullmatch(_EVERYBODY, name, re.IGNORECASE):
        return True
    first = name.split()[0]
    given = danish.words("given_names")
    return first in given or first.split("-")[0] in given
