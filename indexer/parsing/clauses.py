"""Danish sentences of a decision, and the clause of each that says what was done.

What stands in a subordinate clause shall be, may be, or was asked; only the main clause has happened. It may go on
behind the subordinate one ("Forslaget om, at …, blev udsat").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Where a sentence may end; ", men" and ", mens" begin one that says something else, ", hvorefter" one of what was done
# next.
_END = re.compile(
    r"\n+|,\s+dog\s+(?=kan\s+[A-ZÆØÅ])|,\s+men\s+(?!(?:at|hvis|når|kan|kunne|vil)\b)|,\s+mens\s+"
    r"|,\s+hvorefter\s+(?=(?:[-\w]+\s+){1,9}?(?:blev|var|tog|vedtog|er|behandler|drøfter|genoptage[rs]|afgøres|\w{3,}(?<!aller)ede)\b)"
    r"|,\s+(?:og|så|hvorfor)\s+(?=(?:sagen|punktet|emnet|spørgsmålet|forslaget|indstillingen)\s+\w+)"
    r"|(?<!\bom),\s+hvorfor\s+(?=(?:ansøgningen|anmodningen|der|de[nt]|[-\w]*(?:udvalget|rådet|bestyrelsen)) \w+)"
    r"|,\s+og\s+(?=(?:det|dette|indstillingen) blev\b)"
    r"|(?<=[.!?])\s+(?!Afdelings?\b)(?!(?<=kr\.\s)\d)(?=[A-ZÆØÅ\d\"'”»(-])",
)
# What a full stop after does not end a sentence, a number or a capital following: abbreviations, and initials.
_ABBREVIATED = re.compile(
    r"(?<![^\s(])(?!KL\.)(?:(?i:d|kl|nr|pkt|stk|ca|jfr?|vedr|bl\.a|f\.eks|ift|mht|pga|p\.g\.a|inkl|ekskl|hhv|adr|tlf|kap|art|max|min)"
    r"|(?<!model )(?<!løsning )(?<!forslag )(?<!scenarie )(?:[A-ZÆØÅ]\.)*[A-ZÆØÅ])\.$",
)
_LONGEST = 12  # characters of an abbreviation or a row of initials
# A passive ends in -es; so do a few pronouns and the genitives of "børnene", "Venstre", "dage".
_FINITE = (
    r"(?:blev|bliver|er|var|har|havde|kan|kunne"
    r"|(?!(?:deres|vores|alles|andres|begges|dages|unges|ældres)\b)(?-i:[a-zæøå])\w{2,}(?<!n)es)\b"
)
_QUESTION = r"(?:hvor\w*|hvilke[nt]?|hvem|hvad)"
_SUBORDINATE = re.compile(
    r"(?:,\s*|\s)(?:(?:således|så|hvorefter|med henblik på|under forudsætning af|for)\s*,?\s*)?\bat\b"
    r"(?!\s(?:indvende|bemærke|tilføje|erindre|måtte|vide)\b)"
    r"|,\s*(?:hvis|såfremt|når|forudsat|inden|før|indtil|til|hvorefter|således|så (?:snart|længe|vidt)|da|fordi|idet"
    r"|eftersom)\b"
    r"|,?\s+(?:om|hvorvidt)\s+(?=der\b|det\b|de (?:kan|skal|vil|har|er|bør|må)\b|man\b|hvor)"
    r"|,\s*om\b(?=[^,.:;]{0,80}\b(?:kan|skal|vil|er|har|bør|burde|må|blev|var|kunne|skulle|ville)\b)"
    r"|,\s*(?:hvorvidt|hvordan|hvorledes|hvornår|hvilke\w*|hvem|hvad|hvorfor|hvoraf)\b"
    r"|,\s*hvori\b(?! man\b| \w*(?:udvalget|rådet)\b)"
    rf"|\s(?:omkring|om|af|for|over|til|på)\s+(?={_QUESTION}\b)"
    r"|,\s*hvor\s+(?=(?:[-\w]+\s+){1,8}?(?:blev|var|vedtog|besluttede)\b)|,\s*(?:selv ?om|skønt|uanset at)\b"
    r"|,\s*(?:der|som)\s+(?=(?:(?:nu|nok|også|ikke|endnu|fortsat|desuden|senere) )?"
    r"(?:bliver|er|har|skal|vil|kan|bør|må|bedes|forelægges)\b"
    r"|(?:hermed |herefter )?(?:behandles|(?:over|frem|videre)?sendes)\b)"
    r"|,\s*som\s+(?=(?:[-\w]+\s+){1,3}?(?:har|havde)\s"
    r"|(?:[-\w]+\s+){1,2}(?:i|på|den|tidligere)\s+(?:[-\w.]+\s+){0,5}?(?:vedtog|besluttede|godkendte|tiltrådte)\b)"
    r"|\bjfr?\.|\b(?:i henhold til|efter) (?:byrådets )?(?:beslutning|vedtagelse)(?:en)? i\b",
    re.IGNORECASE,
)
# "Sagen, der var udsat i maj, blev godkendt": what is within tells of something else.
_WITHIN = re.compile(
    r"\s–\s(?:efter at|idet|trods|uanset|med|som|der|jfr?\.)\s[^–.\n]{1,200}\s–(?=\s)"
    r"|(?<=[a-zæøå]),\s*hvor\s[^,]*,\s*(?=(?:forkastet|vedtaget|godkendt|tiltrådt|afvist|udsat)\b)"
    rf"|,\s*(?:der|som|hvor|hvilke\w*|jfr?\.)\s[^,]*,\s*"
    rf"(?={_FINITE}|(?:vedtog|valgte|tog|fandt|finder|indstiller|anbefaler|\w{{3,}}(?<!aller)ede)\b|$)"
    r"|(?<=\bdet) af [^,.]{3,60}? (?:fremsatte|stillede|indstillede|anbefalede|foreslåede)\b",
    re.IGNORECASE,
)
# "Udvalget kan, idet det forudsættes, at …, tiltræde indstillingen"
_WITHIN_VERB = re.compile(
    r"\b(?P<can>(?:kan|kunne)(?: (?:nu|herefter|derfor))?),\s(?:[^.]|\.(?= [a-zæøå])){1,250}?,\s*"
    r"(?=(?:(?:ikke|enstemmigt|herefter|med \d+ stemmer(?: mod \d+)?) )?"
    r"(?:tiltræde|anbefale|godkende|støtte|tilslutte|henholde|indstille|imødekomme|gå ind for)\b)",
    re.IGNORECASE,
)
_RESUMED = re.compile(
    rf",\s+(?={_FINITE}|(?:vedtog|tog|gav|fandt|traf|imødekom|afslog|bortfaldt|taget til|\w{{3,}}(?<!aller)ede)\b)"
    r"|(?<!hvor den)(?<!hvor det)(?<!hvor sagen)(?<!hvor punktet)(?<!\bder)(?<!\bsom)\s"
    r"(?<!\bikke\s)(?=(?:blev|bliver|fik|(?:kan|kunne) (?:[-\w]+ )?ikke|skal ikke"
    r"|er (?:derfor|hermed|dermed|herefter))\s"
    r"|(?:(?:over)?sendes|henvises|forelægges|forkastes|afvises|afslås|godkendes|vedtages|imødekommes|udsættes"
    r"|forkastedes|vedtoges|godkendtes|tiltrådtes|udsattes|afvistes|henvistes|bortfaldt"
    r"|tiltrædes|anbefales|(?:ikke )?(?:kan|kunne) (?:ikke )?[a-zæøå]+s)(?!\w))",
    re.IGNORECASE,
)
# ", og vedtog …", ", og skal anbefale …" go on with what the body did; ", og bevilges …" may still be what was asked.
_WENT_ON = re.compile(
    r",\s+og\s+(?=(?:(?:skal|kan|kunne|vil) (?:[-\w]+ ){0,2}?(?:ikke|anbefale|indstille|tiltræde|godkende)"
    r"|(?:vedtog|besluttede|godkendte|tiltrådte|anbefaler|anbefalede|indstiller|indstillede"
    r"|godkender|vedtager|beslutter|afviser|afviste|udsatte"
    r"|udsætter|drøftede|tog|bevilgede|henviser|henviste|oversender|oversendte|sender|sendte)"
    r"|genoptages (?:den|på|i)"
    r"|(?:ansøgning|anmodning|forslag|ønske)\w* må (?:(?!ikke)\w+ )?(?:afslås|afvises)"
    r"|(?:[-\w]*(?:udvalget|rådet)|sagen|forslaget|ansøgningen|anmodningen) (?:kan|kunne) (?:\w+ )?ikke"
    r"|(?:[-\w]+ ){1,4}?(?:godkendes|vedtages|tiltrædes|imødekommes|forkastes|afvises|udsættes)"
    r" (?:derfor|dermed|hermed|herefter)"
    r"|(?:[-\w]+ ){1,8}?blev (?:\w+ )?(?:ikke |tiltrådt|godkendt|vedtaget|afvist|forkastet|udsat))\b)",
    re.IGNORECASE,
)
# "enig om at indføre det og besluttede …": upon an infinitive a verb that tells its tense goes on without a comma.
_INFINITIVE = re.compile(r"\s+(?:ikke )?[a-zæøå]*e\b")
_NEXT = (
    r"(?:vedtog|besluttede|godkendte|tiltrådte|anbefale(?:r|de)|indstille(?:r|de)|afviste|meddele(?:r|te)"
    r"|ud(?:satte|sætter|skød|skyder)|bevilgede|henvis(?:te|er)|(?:over|videre)?send(?:te|er)|siger|sagde)\b"
)
_WENT_ON_AT_ONCE = re.compile(rf"\s+og\s+(?={_NEXT})", re.IGNORECASE)
_DID_NEXT = re.compile(
    rf"(?:\s+og|,)\s+(?={_NEXT})|,\s+og\s+(?=[-\w]*(?:udvalget|rådet|direktionen|bestyrelsen)\s+(?:drøftede|{_NEXT}))",
    re.IGNORECASE,
)
# "Da X ønskede at se tegningerne, blev det besluttet …": why comes first.
_WHY = re.compile(
    r"^\W*(?:da|idet|eftersom|fordi|efter,? at)\b[^.]*?,\s+(?=(?:blev|bliver|er|var|kan|kunne|har|vedtog|tog|enedes"
    r"|udsættes|tages|behandles|genoptages|\w{3,}(?<!aller)ede|\w{3,}[td]es)\b)",
    re.IGNORECASE,
)
# Weak verbs by their ending, strong ones by name, with whatever is put before them (*med*gav, *af*slog).
_STRONG = (
    "gav|gik|tog|fik|kom|fandt|holdt|stod|lod|sagde|lagde|traf|talte|skrev|bad|drog|skød|slog|så|kendte|sluttede"
    "|oplyste|meddelte|fortalte|spurgte|udtalte|viste"
)
_VERB = re.compile(
    rf"\b(?:{_FINITE}|(?:skal|vil|må|bør|tager|tiltræder|godkender|finder|indstiller|anbefaler|udtaler|mener|støtter)\b"
    rf"|\w{{3,}}(?<!aller)ede\b|(?:\w{{2,}})?(?:{_STRONG})\b)",
    re.IGNORECASE,
)

# "Den af borgmesteren foreslåede løsning": no verb.
_ATTRIBUTIVE = re.compile(r"\b(?:den|det|de)\s+(?:af\s+[-\w]+\s+)?\w+ede\b", re.IGNORECASE)
# "fandt i sit møde den 9. oktober 2002 ikke": when it was resolved, amid what was.
_AT_MEETING = re.compile(
    r"\b((?:fandt|vedtog|besluttede|havde|førte|sig|kunne|tog|udsatte|godkendte|afviste|tiltrådte|har|er)"
    r"(?:\s(?:byrådet|magistraten|udvalget))?)\s+i\s+"
    r"(?:(?:sit|det|byrådets|udvalgets)\s+)?mødet?\s+(?:den\s+|d\.\s*)?\d{1,2}\.?\s+[a-zæøå]+(?:\s+\d{4})?\s+"
    r"(?=(?!(?:blev|er|var|og|har|havde|med|at|fra|til|i|på|af|kl|hvor|som|der)\b)[a-zæøå])",
)

# "Besluttet, at …": no verb that tells its tense, but what follows is what was resolved.
_RESOLVES = re.compile(r"\b(?:beslutte[rt]|vedtage[rt]|tiltrådte?|godkendte?)(?:\s+\w+)?$", re.IGNORECASE)
_NUMBER = re.compile(r"\W*\d+\W*")  # "1. at …" is a point of a list
_MOST_PARTS = 20  # of a main clause that goes on behind subordinate ones; no sentence of minutes has five

# What a body resolves upon, between its verb and *at*: "besluttede på den baggrund at …". Behind a preposition *at*
# would be the reason's own.
_SOME = r"(?:(?!at\b)[-\w.]+ ){0,7}?(?!(?:at|af|om|for|på|til|ved|med)\b)[-\w.]+"
_UPON = (
    r"(?:på (?:den|denne) baggrund|på (?:det|dette)(?: foreliggende)? grundlag|på nuværende tidspunkt"
    rf"|på (?:baggrund|grundlag) af {_SOME}|på [-\w]+s (?:foranledning|forslag|opfordring|anbefaling)"
    rf"|efter (?:en )?(?:[-\w]+ ){{0,2}}?(?:drøftelse|debat)(?: af {_SOME})?"
    r"|efter [-\w]+s (?:forslag|ønske|anmodning|indstilling|anbefaling)"
    rf"|i (?:lyset|forlængelse) af {_SOME}|i (?:forlængelse heraf|den forbindelse|stedet|første omgang)"
    rf"|(?:under|med) henvisning til {_SOME}|i overensstemmelse med {_SOME}|indtil videre)"
)

# "besluttede, at …", "besluttede enstemmigt ikke at …", "besluttede i sit møde den 3. juni at …"
_AT = re.compile(
    r"\s*,?\s*(?:(?:byrådet|magistraten|udvalget)\s(?=i\s))?(?:(?:i (?:byrådets |sit )?mødet? )?den \d[^,]{0,20}?,?\s"
    r"(?=(?:enstemmigt |uden afstemning |herefter |derfor )?(?:ikke )?at\b|med\b)|over for \w+\s"
    r"|med (?:stemmerne )?\d+[-\w ]{0,30}?,?\s(?=at\b|ikke at\b)|for\b){0,2}\s*,?\s*"
    r"(?:(?:enstemmigt|herefter|derfor|samtidig|endvidere|dog|på mødet|uden afstemning"
    r"|[-\w]*(?:udvalg|råd|direktion|bestyrelse)(?:e?[nt])?"
    rf"|{_UPON})"
    r"\s*,?\s*){0,3}(?P<own>(?:ikke )?at\b)",
    re.IGNORECASE,
)

# "besluttede at meddele ansøgeren, at …": what is told was decided too.
_TELLS = re.compile(r"\s*meddele\b[^.,]*$", re.IGNORECASE)

# "Udvalget besluttede," and "Udvalget indstiller til Byrådet:" before a list.
_LEAD = (
    r"(?:^|(?<=[.!?]))(?P<lead>[^\n.!?]{0,300}\b(?:beslutte(?:de|r|t)|vedt(?:og|ager|aget)|(?:indstille|anbefale)(?:r|de))\b"
    r"(?: (?:enstemmigt|herefter|derfor|samtidig|desuden|endvidere|følgende)"
    r"| (?:til|over for) (?:[-\w]+ ){0,3}?[-\w]+){0,2}?),?"
    r"(?: at(?: (?:[-\w]*udvalget|byrådet|kommunalbestyrelsen|borgerrepræsentationen))?)?[ \t]*[,:]?[ \t]*\n+"
)
_MARKER = r"[ \t]*(?:(?:[-–•*·]|\d{1,2}[.)]|(?-i:[a-zæøå])[.)])[ \t]+(?:at\b)?|at\b)"
_LIST_LINE = rf"{_MARKER}[^\n]*(?:\n(?!{_MARKER})[ \t]*(?-i:[a-zæøå])[^\n]*)*"
_LIST = re.compile(rf"{_LEAD}(?P<lines>\n*{_LIST_LINE}(?:\n+{_LIST_LINE})*)$", re.IGNORECASE | re.MULTILINE)
_ONE_OF_LIST = re.compile(rf"^{_MARKER}(?P<said>[^\n]*(?:\n(?!{_MARKER})[^\n]+)*)", re.IGNORECASE | re.MULTILINE)
_AND = re.compile(r"[,;]?(?:\s+(?:og|samt))?\s*$", re.IGNORECASE)


def sentences(text: str) -> Iterator[str]:
    """The sentences and lines of a text; a line of a list that a resolving or advising verb opens, with that verb."""
    text = _LIST.sub(_each_with_its_lead, text)
    begin = 0
    for end in _END.finditer(text):
        if (
            end[0].isspace()
            and "\n" not in end[0]
            and _ABBREVIATED.search(text, max(begin, end.start() - _LONGEST), end.start())
        ):
            continue
        if text[begin : end.start()].strip():
            yield text[begin : end.start()]
        begin = end.end()
    if text[begin:].strip():
        yield text[begin:]


def _each_with_its_lead(found: re.Match[str]) -> str:
    """The lines of a list as sentences of their own: "besluttede,", "- at afvise …" are "besluttede, at afvise …"."""
    said = (" ".join(one["said"].split()) for one in _ONE_OF_LIST.finditer(found["lines"]))
    return "\n".join(f"{found['lead']}, at {_AND.sub('', one)}" for one in said)


def outer(sentence: str) -> str:
    """A sentence without the relative clauses that interrupt it, and without a reason that stands before it."""
    return _WHY.sub("", _WITHIN_VERB.sub(r"\g<can> ", _WITHIN.sub(" ", _AT_MEETING.sub(r"\1 ", sentence))))


def main_clause(sentence: str) -> str:
    """A sentence without its subordinate clauses; `sentence` is `outer`."""
    main = ""
    for _ in range(_MOST_PARTS):
        cut = _SUBORDINATE.search(sentence)
        if not cut:
            return main + sentence
        lead = sentence[: cut.start()]
        went_on = _WENT_ON.search(sentence, cut.end())
        if not went_on and cut[0].endswith("at") and _INFINITIVE.match(sentence, cut.end()):
            went_on = _WENT_ON_AT_ONCE.search(sentence, cut.end())
        resumed = (
            []
            if _VERB.search(_ATTRIBUTIVE.sub(" ", lead)) or _RESOLVES.search(lead) or _NUMBER.fullmatch(lead)
            else [found.end() for found in _RESUMED.finditer(sentence, cut.end())]
        )
        again = went_on.end() if went_on else max(resumed, default=0)
        if not again:
            return main + lead
        # What went on is no part of what came before: "fandt ikke, …, og afviste".
        main += lead + (", " if went_on else " ")
        sentence = sentence[again:]
    return main


def gone_on(clause: str, start: int) -> str:
    """What a clause goes on with after `start` that the body did next: "ønskede mere tid og *udsatte sagen*"."""
    found = _DID_NEXT.search(clause, start)
    return clause[found.end() :] if found else ""


def complement(sentence: str, start: int) -> str:
    """The *at* clause that begins at `start`, with its *at* and what it says that is told; "" where none does."""
    opened = _AT.match(sentence, start)
    if not opened:
        return ""
    rest = sentence[opened.end() :]
    cut = _SUBORDINATE.search(rest)
    if not cut:
        return opened["own"] + rest
    told = complement(rest, cut.start()) if _TELLS.match(rest[: cut.start()]) else ""
    return " ".join(filter(None, (opened["own"] + rest[: cut.start()], told)))


def has_verb(clause: str) -> bool:
    """Whether a clause has a finite verb, as far as endings tell."""
    return bool(_VERB.search(clause))
