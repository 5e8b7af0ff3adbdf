"""Danish verbs for work that is still to be done, as patterns: *udarbejder*, *følger op*, *tager emnet op med*."""

from __future__ import annotations

import re

# As they are in the present; without their *r* they are infinitives.
_WORK = (
    *("udarbejder", "fremsender", "eftersender", "udsender", "videresender", "forelægger", "fremlægger", "undersøger"),
    *("afklarer", "opdaterer", "indkalder", "koordinerer", "planlægger", "arrangerer", "indhenter", "indarbejder"),
    *("kontakter", "besvarer", "implementerer", "igangsætter", "iværksætter", "formulerer", "evaluerer", "tilretter"),
    *("laver", "sender", "inviterer", "beskriver", "forbereder", "samler", "udfærdiger", "kvalificerer", "præciserer"),
    *("udleverer", "beregner", "vurderer", "revurderer", "gennemfører", "aftaler"),
    *("renskriver", "sammenskriver", "rundsender", "tilrettelægger", "supplerer", "justerer", "indsamler"),
    *("indberetter", "afdækker", "fremskaffer", "genberegner", "omskriver", "booker", "kortlægger"),
    *("kontrollerer", "tjekker", "belyser", "foranlediger"),
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
PRESENT = f"(?-i:{'|'.join((*_WORK, *_MORE))})"  # *Leif Skriver* is a name
# "vurderer, at …" tells what is thought, "planlægger at …" what is wished; what is done already is no task.
_TELLS = r"(?:(?<=vurderer)|(?<=planlægger)|(?<=skriver)),? (?:at|i si[nt])\b"
NO_TASK = rf"(?!\w)(?! (?:sig|ikke|allerede|altid|hvert|normalt|typisk)\b)(?!{_TELLS})"
INFINITIVE = "|".join(re.sub(r"r(?=[ (]|$)", "", verb, count=1) for verb in (*_WORK, *_MORE))
VERBS = "|".join(_WORK)
PASSIVE = "|".join(f"{verb.removesuffix('r')}s" for verb in _WORK)
# What letters *skal* do that are nobody's: *CPR skal fremgå*, *LED skal erstatte*; these only somebody can do.
ACTS = (
    "foreslå|belyse|uddybe|skærpe|redegøre|orientere|indsamle|kortlægge|prioritere|inddrage|drøfte|finde|kigge|spørge|bede"
    r"|skrive|regne|trykke|udtale sig|rykke|indstille|forhandle|udpege|vise, hvor\w*"
)
# Work of anybody but a body that meets: what a directorate goes on with or whom it names, it decides.
_TASKS = (
    "skriver|tilføjer|underretter|afrapporterer|viderebringer|medbringer|skaffer|færdiggør|indsender|bestiller|afleverer"
    r"|regner på|rykker for|ringer til|taler med|tager fat i|tager sig af|står for(?! et andet| ca\.| \d)|foretager en"
    r"|går i dialog med|går i gang med|går videre med|retter (?:henvendelse|[-\w]+ til)"
    r"|får(?= (?:udarbejdet|undersøgt|målt|afklaret|indhentet)\b)"
    r"|giver(?= (?:[-\w]+ ){0,3}?(?:besked|tilbagemelding)\b)"
    r"|holder(?= (?:[-\w]+ ){0,3}?(?:møde\w*|kurs\w+|introduktion\w*|workshop\w*|temadag\w*)(?!\w| hver))"
    r"|tager(?= (?:[-\w]+ ){1,5}?(?:op med|med (?:til|tilbage|videre|hjem|retur|sig|i det videre))\b)"
    r"|tager(?= (?:(?:den|en) (?:videre )?)?dialog)"
    r"|lægger(?= (?:[-\w]+ ){1,5}?(?:frem|på (?:\w*nettet|hjemmesiden|\w*portalen))(?!\w))"
    r"|har(?= (?:[-\w]+ ){1,5}?klar(?!\w))"
    r"|drøfter(?= (?:[-\w]+ ){0,4}?med\b)|gør status"
    r"|sætter(?= (?:[-\w]+ ){1,4}?(?:op(?! mod)|på dagsordenen)(?!\w))|rykker(?! (?:ind|op|ned|frem)\b)"
    r"|meddeler(?= (?!at\b)[a-zæøå])|søger(?= tilskud\b| midler\b)"
    r"|overtager(?= (?:opgaven|projekt\w+|formandskabet|ansvaret|tovholder\w*|efter)(?!\w))"
)
# Work that only a person is named with for certain: *SFO lukker*, *HK skriver* are no tasks.
_OWN = (
    "retter(?! kritik)|sikrer|sørger for(?! sin)|forhandler|skanner|mailer|reviderer|redigerer|oversætter|rydder op"
    "|tegner(?! et billede)|trykker|overbringer|nedsætter|fordeler|gennemgår|leverer|læser (?:korrektur|igennem)"
    r"|opsøger|finder dem|følger(?! (?:[-\w]+ )?(?:indstilling|flertal|mindretal|forslag|anbefaling|tæt))"
    "|fører forhandlingen|udvælger|drøfter sagen med|tager en snak med|tager en samtale med"
    "|tager en drøftelse med|tager forinden en samtale med|holder møde med|holder et møde med|giver besked til"
    r"|deltager(?= (?:i stedet for|på [-\w]+ vegne|fra (?:direktionen|udvalget|rådet|bestyrelsen|forvaltningen)))"
    r"|repræsenterer(?= (?:\w*rådet|\w*udvalget|direktionen|bestyrelsen|kommunen) (?:ved|i|til)\b)"
    r"|hjælper(?= (?:[-\w]+ ){0,5}?med\b)|forestår|opsætter|informerer(?= (?:de \w+ )?\w+(?:erne|ene)(?!\w))"
    "|giver en status på mødet|kommer igen med|kommer tilbage med|viser rundt|leder arbejdet|leder enheden"
)
# With a time by which it is to be done any other work is a task too, but what these tell is none.
NO_WORK = (
    "der|her|hver|hvor|hvornår|når|før|især|for|over|under|efter|eller|derfor|derefter|herefter|hvorefter"
    r"|[-\w]*(?:direktør|leder|sekretær|rådgiver|kommuner|skoler|afdelinger|institutioner|foreninger|medlemmer)|har|bliver|forbliver|består|udgør|omfatter|indeholder|gælder|rummer"
    r"|finder(?:,| (?:det|den|ikke|at|sig|[-\w]+e[nt])(?!\w))|tager (?:til|forbehold|afstand|afsked)"
    r"|holder (?:op|ferie|fri|lukket|åbent|møde hver)(?!\w)"
    r"|går (?:ud fra|ind for|af|på)|kommer(?! (?:med|tilbage|igen|retur))|står(?! for)|svarer til|hører|ligger|sidder"
    "|ønsker|forventer|mener|synes|tror|anbefaler|indstiller|foreslår|godkender|tiltræder|vedtager|beslutter|afviser"
    "|støtter|bakker|tilslutter|stemmer|henholder|noterer|minder|oplyser|siger|fortæller|bemærker|udtaler|anfører"
    "|peger|påpeger|understreger|spørger|undrer|kræver|efterlyser|efterspørger|savner|beklager|roser|takker|hilser"
    "|fratræder|indtræder|udtræder|afgår|stopper|slutter|ophører|starter|begynder|flytter|lukker|åbner|forlader"
    "|fortsætter|afløser|overtager|tilfalder|påhviler|tilhører|kender|modtager|behandler|afgør|afventer|opfordrer"
    r"|forudsætter|agter|overvejer|planlægger|deltager|søger|driver|fører|ejer|bor|betaler|køber|sælger|lejer"
    r"|indgår(?! (?:[-\w]+ )?(?:aftale|kontrakt)\b)"
    "|konstituerer|gør|beder|anmoder|udsætter|oversender|genoptager|bevilger|ansøger|klager|anker|begærer|mangler"
    "|fungerer|lever|virker|oplever"
)
# Without a time persons are told of with these too: what they say and do at the meeting, and how things are with them.
_TELLS_OF = (
    "orienterer|informerer|redegør|svarer|giver|byder|indleder|introducerer|præsenterer|motiverer|kommenterer|debatterer"
    "|diskuterer|drøfter|deler|viser|uddyber|opsummerer|resumerer|konkluderer|udtrykker|erklærer|fremhæver|henviser"
    "|forklarer|konstaterer|beretter|anerkender|argumenterer|advarer|kritiserer|erkender|gengiver|citerer|tilkendegiver"
    "|gentager|fastholder|fastslår|opretholder|frafalder|undlader|nægter|accepterer|forlanger|insisterer|afslår|frygter"
    "|nævner|pointerer|bekræfter|bifalder|billiger|protesterer|bestrider|betvivler|undskylder|skitserer|begrunder|råder"
    "|fraråder|tilråder|henstiller|håber|glæder|tvivler|vælger|vinder|taber|opnår|får|beholder|skifter|fylder|ryger|rejser"
    "|opfører|udlejer|dyrker|passer|kører|sejler|underviser|arbejder(?! videre)|udgår|udløber|træder|trækker|varetager"
    r"|ser (?:helst|gerne|frem|ingen|ikke|det|en|et)|regner (?:med|ikke)|går (?:imod|til|fra|ind|med|ned|op)"
    r"|sætter (?:[-\w]+ ){1,4}op mod|stiller (?:op|spørgsmål|forslag|krav|sig)|lægger (?:vægt|stor)|læser"
    "|rykker (?:ind|op|ned|frem)|melder (?:udsolgt|om|afbud|fra|klar)|holder (?:fast|afsked|orlov|fødselsdag|på)"
    "|tager (?:imod|del|ordet|orlov|plads|sæde|hensyn|ansvar|stilling)|kan|kræver|koster|dækker|medfører|erstatter"
    "|fremgår|betyder|skaber|vedrører|varer|rækker|tæller|stiger|falder|vokser|gavner|bruger|benytter|anvender|styrer"
    "|måler|registrerer|samarbejder|hedder|repræsenterer|producerer|sørger for sin|følger|retter kritik"
    "|tegner et billede"
)
# Before what is or is done it is no verb, but a noun: *FOA medlemmer inviteres*, *Hans stedfortræder var*.
_NOUN = r"(?= (?:[a-zæøå]{2,}es|er|var|bliver|blev|har|havde|skal|kan|vil|må|bør)\b)|(?=\.\s?[a-zæøå\d])"
ANY = rf"(?!(?:{NO_WORK}|{_TELLS_OF})(?!\w))(?-i:[a-zæøå]{{3,}}r)(?!\w|{_NOUN})"
TASKS, OWN = f"(?-i:{_TASKS})", f"(?-i:{_OWN})"
OWN_INFINITIVE = "|".join(re.sub(r"r(?=[ (]|$)", "", verb, count=1) for verb in f"{_TASKS}|{_OWN}".split("|"))
