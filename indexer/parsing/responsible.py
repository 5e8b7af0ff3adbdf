"""Who shall do something: "ØPC udarbejder …", "direktionen bad HR om at …", "Ansvarlig: Per Nielsen".

Only who is named as a person, or is a unit by its name or its ending, and stands where a Danish main clause has its
subject beside a verb for work to come, in what the body itself says (`own.py`). Of persons any verb in the present is
work to come, but those that tell of them (`work.ANY`); of units and bodies that meet only what is known to be work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.parsing import titles, work
from indexer.parsing.own import own_sentences
from mappings import danish
from mappings.dates import MONTHS

_DONE = "(?:klar|kortlagt|udarbejdet|lavet|undersøgt|gennemført|afklaret|indhentet|opdateret|afholdt|indsendt|udpeget)"
_TOLD = (
    r"(?:orienterer|informerer|svarer) (?=(?:de \w+ )?(?:Ældrerådet|Handicaprådet|(?:Hoved|Lokal)-?MED|HMU"
    r"|\w*(?:borgerne|forældrene|brugerne|foreningen|medarbejderne|lederne|cheferne|personalet))\b)"
)
# What looks like a unit's letters and is none of the municipality's.
_OTHERS = re.compile(
    "SF|DF|EL|RV|KF|LA|NB|KL|DSB|EU|FOA|HK|DLF|BUPL|KMD|SKAT|ALDI|NCC|SFO|UU|DR|DGI|ATP|BBR|PCB"
    "|DN|DI|LO|DH|BL|DSR|DJØF|FTF|DBU|DIF|SDU|VIA|UCN|TDC"
)
_AND = re.compile(r", | og ")
_LATER = rf"(?:næste|kommende|senere|{'|'.join(MONTHS)})(?!\w)"
# Words between *at* and the verb of its clause: "at HR til efteråret kommer med …"; none that tells a tense.
_BETWEEN = (
    r"(?!(?:ikke|allerede|altid|løbende|normalt|typisk|hvert|fortsat|har|er|blev|var|havde|kan|kunne|vil|skal|bør|må"
    r"|\w+ede)\b)"
)
_ADVERBS = r"(?:(?!ikke\b)[-\w]+ ){0,4}?"
_IN_TIME = r"(?:(?:senest|inden) (?:(?!ikke\b)[-\w./]+ ){1,6}?)?"  # "skal senest den 1. maj 2022 fremlægge …"
# Who else asks, and what is said beside it: "bad udvalget samtidig HR om …"
_ASKING = (
    r"(?:(?:samtidig|derfor|herefter|desuden|endvidere|derudover|ligeledes|også|i den forbindelse"
    r"|[-\w]*(?:udvalget|rådet|direktionen|bestyrelsen|chefgruppen)) ){0,2}?"
)

_CAPITAL = "[A-ZÆØÅ]"
_PERSON = rf"{_CAPITAL}[a-zæøåéü]+(?:-{_CAPITAL}[a-zæøåéü]+)?(?: (?:{_CAPITAL}\.|{_CAPITAL}[-a-zæøåéüA-ZÆØÅ]+)){{0,3}}"
_NAMED = rf"{_CAPITAL}[a-zæøåéü]+(?:-{_CAPITAL}[a-zæøåéü]+)?(?: (?:{_CAPITAL}\.|{_CAPITAL}[-a-zæøåéüA-ZÆØÅ]+)){{1,3}}"
_SHORT = rf"(?:{_CAPITAL}{{2,5}})(?![\w-])"
_OFFICE = (
    r"(?:(?:teknisk|intern) )?[-\w]{0,40}?(?:forvaltning(?:en|erne)|administrationen|sekretariatet|afdeling(?:en|erne)"
    r"|cent(?:e?ret|rene)|direktør(?:en|erne)|chefen|cheferne|lederen|lederne|rådmanden|borgmesteren|formanden|sekretæren|konsulenten"
    r"|staben|stabene|enheden|teamet|(?<!chef)(?<!råds)(?<!leder)(?<!-)gruppen|områderne|repræsentant(?:en|erne)|koordinatoren"
    r"|planlæggeren|inspektøren|juristen|rådgiveren|arkitekten|ingeniøren|entreprenøren|advokaten|revisoren|revisionen"
    r"|tjenesten|kontoret|plejen|service)(?!\w)"
)
_ENDED = rf"(?:{_OFFICE}|(?:direktionen|magistraten)(?!\w))"
_FIELD = rf"(?-i:{_CAPITAL}[a-zæøå]+(?:(?:,| og) {_CAPITAL}[a-zæøå]+)?)"
_BEFORE_NAME = rf"(?:(?:[-A-Za-zÆØÅæøå]+ og |teknisk )?{titles.LAST}(?:e?rne)?(?: (?:for|af|i) {_FIELD})? )?"
_SOMEBODY = (
    rf"{_BEFORE_NAME}(?!{_ENDED})(?P<who>(?-i:{_SHORT}(?: og {_SHORT})?|{_PERSON}(?: og {_PERSON})?))"
    rf"(?: \([^()]{{1,40}}\)| fra {_FIELD})?"
)
_ALL_OF_THEM = (
    r"(?:(?:(?:alle|samtlige|de (?:enkelte|decentrale)) [-\w]{0,30}?(?:centre|chefer|ledere|afdelinger"
    r"|forvaltninger|enheder|skoler|institutioner|direktører|lokal-?MED)"
    r"|hvert? [-\w]{0,30}?(?:center|chef|leder|afdeling|forvaltning|enhed|skole|institution|direktør))(?!\w))"
)
_EVERYBODY = rf"(?P<who>{_ALL_OF_THEM})"
_WORDS = rf"{_CAPITAL}(?:[a-zæøå]+|{_CAPITAL}+)"
# Units that are called by a word alone
_ALONE = (
    "(?:Økonomi|Løn|Personale|Jura|Juridisk|Kommunikation|Ejendomme|Kommunale Ejendomme|Indkøb|Digitalisering"
    "|Opkrævningen|Visitationen|Beredskabet|Materielgården)(?![\\w-])"
)
_NAMED_UNIT = (
    rf"(?:(?:Center|Centret|Afdelingen|Magistratsafdelingen|Forvaltningen|Sekretariatet|Staben?) for"
    rf" {_WORDS}(?:(?:, {_WORDS}){{0,5}} (?:og|&) {_WORDS})?|Team {_WORDS}|{_WORDS} Afdeling)(?!\w)"
)
_JOINED = rf"(?:{_NAMED_UNIT}|{_WORDS}(?:, {_WORDS}){{0,5}} (?:og|&) {_WORDS}(?!\w| for {_CAPITAL})|{_ALONE})"
_OF = rf"(?: (?:på|i|ved|for) (?-i:{_WORDS}(?:(?: |, | og ){_WORDS}){{0,3}}))?"  # "lederen på Nørre Skole"
_ONE_UNIT = rf"(?:(?-i:{_SHORT}|{_NAMED_UNIT}|{_ALONE})|{_ENDED})"
_WHO = rf"(?P<who>{_ONE_UNIT} og {_ONE_UNIT}|(?-i:{_SHORT}|{_JOINED}|{_PERSON})|{_ENDED}){_OF}"
_UNIT = rf"(?P<who>(?-i:{_SHORT}|{_NAMED_UNIT})|{_ENDED})"
_OFFICER = rf"(?P<who>{_ONE_UNIT} og {_ONE_UNIT}|(?-i:{_JOINED})|{_OFFICE}){_OF}"
_CHIEFS = (
    r"(?:[-\w]{0,40}?(?:direktør(?:en|erne)|chef(?:en|erne)|leder(?:en|ne)|sekretæren|konsulenten|koordinatoren"
    r"|planlæggeren|inspektøren|juristen)(?!\w))"
)
_OFFICIAL = rf"(?P<who>{_CHIEFS})"

# *SFH og Charlotte* are two, *IT og Digitalisering* is one name.
_AND_SOMEBODY = rf"\bog (?=[A-ZÆØÅ])(?!(?<=(?-i:[A-ZÆØÅ]{{2}}) og )(?-i:{_ALONE}))"
# Where a clause begins that says what shall be done; behind *om* or *hvis* it is only asked.
_BEGIN = (
    rf"(?:^\W{{0,9}}(?:\d{{1,3}}[.)]? )?|[:;–-] |{_AND_SOMEBODY}|\bat |\bsom (?=[A-ZÆØÅ])|, hvorefter "
    r"|, (?-i:(?=[A-ZÆØÅ]))|\bidet )"
)
# Where it begins for certain that it is the body who says it.
_OPEN = rf"(?:^\W{{0,9}}(?:\d{{1,3}}[.)] )?|[:;–-] |{_AND_SOMEBODY}|, hvorefter |\bidet |, (?-i:(?=[A-ZÆØÅ])))"
# No member of a body that meets: "Lise Holm (A)"
_NO_PARTY = r"(?<! \([A-ZÆØÅ]\))(?<! \([A-ZÆØÅ]{2}\))"
# Letters that are neither a person's nor a unit's: bodies, and things.
_NOBODYS = r"(?-i:[A-ZÆØÅ]*(?:MED|U)|PFAS|LED|CPR|CVR|SMS|GPS|EPJ|ESDH|GDPR|AI|APV|MUS|VVM|CO)(?!\w)"
# "Lars Holms planer for torvet sendes …", "Anders And-bladet udgår"
_OWNER = (
    rf"(?-i:Hans|{_CAPITAL}[-\w]+(?: {_CAPITAL}[-\w.]+)*? {_CAPITAL}[-\w]+s) (?-i:[a-zæøå])"
    r"[^,.;]*\b(?:[a-zæøå]{3,}es|er|var|bliver|blev|har|skal|kan)\b"
    rf"|(?-i:{_CAPITAL}\w+ {_CAPITAL}\w+-[a-zæøå])"
)
_BY_THEN = (
    r"\b(?:senest (?=den |d\.|\d|i |ved |på |inden|med |\w+dag |ultimo|uge)|inden (?=udgangen|den |d\.|\d|uge|jul|påske"
    rf"|nytår|sommer|ferien|efterår|vinter|næste|årets|\w+dag |\w*mødet|{'|'.join(MONTHS)})|til næste |snarest"
    r"|hurtigst muligt|i løbet af (?:uge|måneden|næste|den kommende|de næste|foråret|efteråret|sommeren)"
    r"|i (?:denne uge|næste uge|weekenden|uge (?=\d)))"
)
_FIRST = (
    r"(?:^\W{0,9}|\bog |, )(?:herefter|derefter|efterfølgende|forinden|inden da|samtidig|desuden|endvidere|i stedet"
    r"|i mellemtiden|til næste møde|på næste møde)"
)
_ANY_WORK = rf" (?!(?:{work.NO_WORK})(?!\w))(?-i:[a-zæøå]{{3,}}r)(?!\w| (?:sig|ikke|allerede|altid|at)\b)"
_WORK_BY_THEN = rf"{_ANY_WORK}(?=(?: (?!(?:at|der|som|hvis|når|om|ikke)\b)[-\w()./%]+){{0,20}}? {_BY_THEN})"
_WORDINGS = (
    rf"{_BEGIN}{_WHO} (?:på [-\w]+ vegne )?{work.PRESENT}{work.NO_TASK}",
    rf"{_BEGIN}{_WHO} (?:på [-\w]+ vegne )?(?:skal|vil|bedes|pålægges at) {_IN_TIME}{_ADVERBS}"
    rf"(?:{work.INFINITIVE})(?!\w)",
    *(rf"{_BEGIN}{who} skal {_ADVERBS}(?:{work.ACTS})(?!\w)" for who in (rf"(?P<who>(?-i:{_SHORT}))", _OFFICER)),
    *(
        rf"{_BEGIN}{who} (?:(?:orienterer|redegør|gør rede|giver)(?!\w)[^.]{{0,150}}? (?:på|til|i|ved)"
        rf" (?:[-\w]+ ){{0,3}}?(?:{_LATER}|møde[nt]? (?:den |d\. ?)?\d)"
        r"|(?:giver (?:[-\w]+ ){1,5}?|orienterer [-\w]+ )hver(?:t kvartal|t halve år|t år| måned| uge)(?!\w))"
        for who in (_WHO, _SOMEBODY)
    ),
    rf"{_BEGIN}{_WHO} bemyndiges til at",
    rf"{_BEGIN}{_SOMEBODY} (?:{work.PRESENT}|{work.TASKS}|{work.OWN}){work.NO_TASK}",
    *(
        rf"{_OPEN}{who} {work.ANY}{work.NO_TASK}(?! at\b)"
        for who in (rf"(?!{_OWNER}|{_NOBODYS}){_SOMEBODY}{_NO_PARTY}", _OFFICIAL)
    ),
    rf"{_BEGIN}{_OFFICER} {work.TASKS}{work.NO_TASK}",
    rf"{_BEGIN}{_EVERYBODY} (?:{work.PRESENT}|{work.TASKS}){work.NO_TASK}",
    *(rf"{_BEGIN}{who}{_WORK_BY_THEN}" for who in (_SOMEBODY, _OFFICER, _EVERYBODY)),
    rf"\b(?:aftal(?:t|te|tes)|enige? om|enighed om),? at {_WHO}{_ANY_WORK}",
    r"\b(?:beslutte(?:t|de)|vedtog|enig i|(?:direktionen|udvalget|rådet|bestyrelsen|chefgruppen) ønsker)"
    rf"(?: følgende)?,? at {_WHO} {work.ANY}{work.NO_TASK}",
    rf"\baftal(?:t|te|tes) med {_SOMEBODY},? at (?:han|hun|de)\b",
    rf"\b(?:til|hos|af|det (?:er|bliver)) {_WHO}(?: selv)?, (?:som|der)"
    rf" (?:{work.PRESENT}|{work.TASKS}){work.NO_TASK}",
    rf"\b(?:til|hos|af|med) {_WHO}, (?:som|der) (?:(?:i fællesskab|så|herefter) )?(?:skal|bedes)"
    rf" (?!(?:have|være|kunne|få|modtage|høre|vide)(?!\w)){_ADVERBS}[a-zæøå]+e(?!\w)",
    rf"\b(?:at|idet) {_WHO} {_BETWEEN}(?-i:[a-zæøå\d])[-\w.]* (?:{_BETWEEN}[-\w.]+ ){{0,7}}?"
    rf"{work.PRESENT}{work.NO_TASK}",
    rf"{_BEGIN}{_WHO} (?:(?:anmodes|bedes)(?: [-\w]+)? om (?:at|en|et)|bedes {_ADVERBS}[a-zæøå]+e"
    r"|får (?:ansvaret for|opgaven med|til opgave))(?!\w)",
    rf"{_BEGIN}{_WHO} (?:blev|bliver|er) (?:(?:bedt|anmodet) om (?:at|en|et)|pålagt at)(?!\w)",
    rf"\bhar bedt {_WHO} (?:om (?:at|en|et)|[a-zæøå]+e)(?!\w)",
    rf"\b(?:ønsker|beder om|bad om|udbeder sig) (?:[-\w]+ ){{0,4}}?(?:redegørelse|orientering|notat|oversigt|plan"
    rf"|status|oplæg|svar) fra {_UNIT}",
    rf"\bbedes {_WHO} {_ADVERBS}[a-zæøå]+e(?!\w)",
    rf"\b(?:pålagde|pålægger|bad|beder) {_EVERYBODY} (?:om )?at(?!\w)",
    rf"{_BEGIN}{_WHO} skal (?:(?!ikke\b)[-\w.]+ ){{0,6}}?have (?:[-\w]+ ){{0,3}}?{_DONE}(?!\w)",
    rf"{_BEGIN}{_SOMEBODY} (?:påt(?:og|ager) sig|love(?:r|de)|har lovet|tilbød|(?:blev|er) (?:valgt|udpeget) til)"
    r" at (?!(?:stemme|støtte|være|have|sidde)(?!\w))[a-zæøå]+",
    rf"\b(?:opgaven|ansvaret|arbejdet|projektet|projektledelsen) (?:forankres|placeres|lægges|overdrages|overgår)"
    rf" (?:i|hos|til) {_UNIT}",
    rf"{_BEGIN}{_SOMEBODY} er ansvarlige?(?= for\b|[.,;]|$)",
    rf"{_BEGIN}{_SOMEBODY}{_NO_PARTY} er formand for (?:styre|arbejds|projekt|følge)gruppen",
    rf"\b(?:{work.PASSIVE}|skrives|udføres|foretages|bestilles|holdes) af"
    rf" (?P<who>(?-i:{_CAPITAL}[a-zæøå]+(?:-{_CAPITAL}[a-zæøå]+)?)(?=[.,;]|$))",
    rf", (?P<who>(?-i:{_NAMED})), (?:{work.PRESENT}|{work.TASKS}){work.NO_TASK}",
    rf"send(?:es|te?) (?:[-\w]+ ){{0,3}}?til {_WHO} (?:til (?:nærmere )?(?:undersøgelse|besvarelse|vurdering"
    r"|afklaring|beregning|opfølgning|videre [-\w]+)|med anmodning om at|(?:og|der er) bedt om)(?!\w)",
    rf"\((?P<who>(?-i:{_SHORT}|{_NAMED})), (?:senest|inden|frist|deadline) ",
    rf"\((?P<who>(?-i:{_SHORT}|{_NAMED}|{_JOINED})|{_ENDED})\)\s*[–:-]\s*(?:den |d\. ?)?\d{{1,2}}[./]",
    *(rf"{_BEGIN}{who} {_TOLD}" for who in (_SOMEBODY, rf"{_OFFICER}(?= orienterer)")),
    *(rf"{_FIRST} {work.ANY} {who}(?! (?:til|om)\b)" for who in (_SOMEBODY, _EVERYBODY)),
    rf"{_FIRST} (?:skal|bedes) {_UNIT} {_ADVERBS}(?:{work.INFINITIVE})(?!\w)",
    rf"^\W{{0,9}}{_EVERYBODY} skal (?!ikke\b)[^.;,]{{0,80}}?{_BY_THEN}",
    rf"^\W{{0,9}}(?P<who>(?-i:{_SHORT}|{_PERSON})|{_ENDED})\s?[–-]\s+{work.ANY}{work.NO_TASK}",
    rf"{_BEGIN}{_SOMEBODY} er (?:sponsor|projektejer|tovholder|projektleder)(?!\w)",
    rf"{_BEGIN}{_SOMEBODY} udpeges (?:til|som)(?!\w)",
    rf"{_BEGIN}{_SOMEBODY} (?:skal have|får) (?:(?!ikke\b)[-\w]+ ){{0,5}}?{_DONE}(?!\w)",
    rf"{_BEGIN}{_SOMEBODY} (?:skal|bedes) (?:(?!ikke\b)(?:[-\w]+|\d+\.) ){{0,6}}?"
    rf"(?:{work.INFINITIVE}|{work.OWN_INFINITIVE})(?!\w)",
    rf"^\W{{0,9}}{_EVERYBODY} skal (?:have )?{_ADVERBS}(?:klar|kortlagt|{work.INFINITIVE})(?!\w)",
    rf"\b(?:{work.PASSIVE})(?: (?:ud|ind|op|til|videre))? af (?-i:{titles.LAST}) (?P<who>(?-i:{_NAMED}))",
    rf"\b(?:{work.PASSIVE})(?: [-\w]+){{0,4}}? v/ ?{_WHO}",
    rf"{_BEGIN}{_WHO} (?:har ansvaret for|er (?:ansvarlige?(?= for\b|[.,;]|$)|tovholder|projektleder))(?!\w)",
    rf"\b(?:{work.VERBS}) {_UNIT}(?! ikke)(?!(?<=\w),? at\b)",
    rf"\b(?:{work.PASSIVE})(?: (?:ud|ind|op|til|videre))? af {_UNIT}",
    rf"\b(?:bad|beder|anmodede|anmoder|pålagde|pålægger|bemyndigede|bemyndiger) {_ASKING}{_WHO}"
    rf" {_IN_TIME}(?:om (?:at|en|et)|til at|at|{work.INFINITIVE})(?!\w)",
    rf"\b(?:ansvarlige?|tovholder|kontaktperson)(?: for [-\w]+)?(?:\s?[:–]| er)\s+{_WHO}",
    rf"\bansvarlig (?P<who>(?-i:{_SHORT}))(?=[,.;)]|$)",
)
# Where clauses begin with what may be somebody is looked for once a sentence, and the others asked there alone: most
# sentences of decisions begin with the body that decided, or with what it came to.
_NOBODY_BEGINS = (
    r"(?:[-\w]*(?:udvalget|rådet|bestyrelsen|indstillingen|sagen|punktet|mødet)|et|den|det|der|dette|denne|ingen|ikke"
    r"|godkendt|udsat|drøftet|taget|anbefales|anbefalet|tiltrådt|vedtaget|herefter|derefter|såfremt|hvis|når)(?!\w)"
)
_SUBJECT = (
    rf"(?=(?!{_NOBODY_BEGINS})(?-i:{_CAPITAL})|{_ENDED}|{_CHIEFS}|{_ALL_OF_THEM}"
    rf"|(?:[-A-Za-zÆØÅæøå]+ og |teknisk )?{titles.LAST})"
)
_BEGINS, _OPENS = (re.compile(begin + _SUBJECT, re.IGNORECASE) for begin in (_BEGIN, _OPEN))


def _behind(begin: str) -> tuple[re.Pattern[str], ...]:
    """What follows where a clause begins so: what has the same subject as one pattern, which looks for it but once."""
    told: dict[str, list[str]] = {}
    for one in (wording.removeprefix(begin) for wording in _WORDINGS if wording.startswith(begin)):
        subject = next((who for who in (_WHO, _SOMEBODY, _OFFICER, _EVERYBODY) if one.startswith(who)), one)
        told.setdefault(subject, []).append(one.removeprefix(subject))
    return tuple(re.compile(f"{who}(?:{'|'.join(others)})", re.IGNORECASE) for who, others in told.items())


_BEHIND_BEGIN, _BEHIND_OPEN = _behind(_BEGIN), _behind(_OPEN)
_ANYWHERE = tuple(re.compile(one, re.IGNORECASE) for one in _WORDINGS if not one.startswith((_BEGIN, _OPEN)))

# Who does it in brackets behind the work: "Brevet skrives om inden 1. maj (Gitte Holm)."
_BEHIND = re.compile(rf"(?<![^\s(])[a-zæøå\d][-\w.]* \((?P<who>{_SHORT}|{_NAMED})\)\W*$")
# Who does it with those that are named before
_TOGETHER = re.compile(
    rf"\bsammen med (?P<who>{_SHORT}|{_NAMED_UNIT}|{_ALONE}|{_PERSON}|(?i:{_ENDED}))"
    r"(?= ?[,.;)]|$| (?:og|i|til|senest|inden)\b)"
)
_SOME_WORK = re.compile(
    rf"^\W*(?i:aktion|handling|opgave|to do|opfølgning):"
    rf"|\b(?:{work.PASSIVE}|skrives|{work.INFINITIVE}|{work.PRESENT})(?!\w)"
)
_LISTED = re.compile(
    r"\W*(?:ansvarlig[et]?(?: for [-\w]+| [a-zæøå]+)?|tovholder)\s?[:–]\s*(?P<names>\S.*)", re.IGNORECASE | re.DOTALL
)


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
    named = [found for pattern in _ANYWHERE for found in pattern.finditer(sentence)]
    for begins, patterns in ((_BEGINS, _BEHIND_BEGIN), (_OPENS, _BEHIND_OPEN)):
        ends = [begin.end() for begin in begins.finditer(sentence)]
        named += [found for end in ends for pattern in patterns if (found := pattern.match(sentence, end))]
    named += [found for found in _BEHIND.finditer(sentence) if _is_behind_work(found)]
    named = [found for found in named if any(map(_is_somebody, _each(found["who"])))]
    named += _TOGETHER.finditer(sentence) if named else []
    verbs = {found.end("who") + 1 for found in named}  # what has its subject before it has none behind it
    units = {found.span() for found in re.finditer(_NAMED_UNIT, sentence)}
    for start, end in sorted({found.span("who") for found in named if found.start() not in verbs}):
        spans = ({found.span("who") for found in named} | units) - {(start, end)}
        if not any(first <= start and end <= last for first, last in spans):
            who = sentence[start:end]
            yield from (one[0].upper() + one[1:] for one in _each(who) if _is_somebody(one))


def _is_behind_work(found: re.Match[str]) -> bool:
    """Whether a name in brackets stands behind work, and is not what the words before it are called for short."""
    before = found.string[: found.start("who") - 1]
    short = " " not in found["who"] and any(word[0] == found["who"][0].lower() for word in before.lower().split())
    return not short and bool(_SOME_WORK.search(before))


def _of_list(names: str) -> Iterator[str]:
    """The names behind *Ansvarlig:* up to what is none: "Per Nielsen, Lise Holm og HR, i samarbejde med FOA"."""
    for part in re.split(r"\s*[,;/]\s*", names.strip(" .")):
        for one in _each(part):
            if not re.fullmatch(rf"{_SHORT}|{_JOINED}|{_PERSON}|(?i:{_ENDED})", one) or not _is_somebody(one):
                return
            yield one[0].upper() + one[1:]


def _each(names: str) -> list[str]:
    """Those that stand side by side; *Natur og Miljø* is one unit, and *IT og Digitalisering* may be."""
    several = _AND.split(names)
    apart = all(_is_somebody(one) and not re.fullmatch(_ALONE, one) for one in several)
    return several if apart and not re.fullmatch(_NAMED_UNIT, names) else [names]


def _is_somebody(name: str) -> bool:
    """Whether a name is a unit's, by its capitals, its *og* or its ending, or begins with a given name."""
    if any(map(_OTHERS.fullmatch, _AND.split(name))):
        return False
    if re.fullmatch(f"{_SHORT}|{_JOINED}", name) or re.fullmatch(_ENDED, name, re.IGNORECASE):
        return True
    if re.fullmatch(_EVERYBODY, name, re.IGNORECASE):
        return True
    return danish.is_given_name(name.split()[0])
