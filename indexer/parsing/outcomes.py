"""What a decision came to, by rules over Danish text.

A decision is read sentence by sentence. Of each only what the body itself did counts: subordinate clauses are cut off
(what shall be, may be, or would be if), and so are sentences of a minority or on an amendment that fell. The verbs are
data below; a negation beside an approving verb makes it a rejection.
"""

from __future__ import annotations

import re

from mappings.documents import Outcome

_SENTENCE = re.compile(r"\n+|(?<=[.!?])\s+(?=[A-ZÆØÅ\d\"'”»(-])")

# A reported decision counts ("med bemærkning, at byrådet har vedtaget …"): what is before it is only its wrapping.
_REPORTED = re.compile(
    r"^.*?\b(?:med (?:den |følgende )?bemærkning(?:er)?|meddeler|oplyses det|konstateres det|idet)\s*,?\s*(?:at\b)?",
    re.I | re.S,
)
_SUBORDINATE = re.compile(
    r"(?:,\s*|\s)(?:(?:således|så|hvorefter|med henblik på|under forudsætning af|for)\s*,?\s*)?\bat\b.*"
    r"|,\s*(?:hvis|såfremt|når|forudsat|inden|før|indtil|hvorefter|således|så|da|fordi|idet|eftersom)\b.*"
    r"|\bjf\..*|\bjfr\..*|\b(?:i henhold til|efter) (?:byrådets )?(?:beslutning|vedtagelse)(?:en)? i\b.*",
    re.IGNORECASE | re.DOTALL,
)

# Who speaks for the body: a sentence that begins with one of these is never a minority's.
_WHOLE = re.compile(
    r"\b(?:udvalget|byrådet|direktionen|magistraten|kommunalbestyrelsen|regionsrådet|bestyrelsen|chefforum|hovedudvalget"
    r"|flertal(?:let)?|enigt|enstemmigt|\w+udvalget|\w+rådet|\w+kredsen)\b",
    re.IGNORECASE,
)
_MINORITY = re.compile(
    r"\bmindretal|\bmindretals|\bstem(?:te|mer) (?:imod|nej|i mod)|\bundlod|\bundlader|\bforbehold|\bimod stemte"
    r"|\bprotokol(?:tilførsel|leret)|\bønske(?:r|de) ført til|\bstandpunkt",
    re.IGNORECASE,
)
_CANNOT = re.compile(
    r"\b(?:kan|kunne|vil|ville) ikke (?:tilslutte|tiltræde|godkende|støtte|anbefale|stemme)", re.IGNORECASE
)
_AMENDMENT = re.compile(
    r"\b(?:ændrings|under|mod)forslag(?:et|ene)?\b.*\b(?:forkast|fald|nedstem|afvis|ikke vedtag)"
    r"|\bforslag(?:et)? fra [A-ZÆØÅ].*\b(?:forkast|faldt|nedstem|afvis)|\b(?:foreslog|stillede forslag|begærede|anmodede om)\b",
    re.IGNORECASE | re.DOTALL,
)

_NOT = r"(?P<not>\b(?:ikke|ej|hverken)\s+(?:\w+\s+){0,3}?)?"
_NOT_AFTER = r"(?P<neg>\s+(?:\w+\s+)?(?:ikke|ej)\b)?"
_APPROVED = re.compile(
    _NOT + r"\b(?P<verb>godkend(?:t|te|tes|er|es)|tiltr(?:ådt|ådte|ådtes|æder|ædes)|vedt(?:aget|og|ages|ager|oges)"
    r"|bevilge(?:t|de|s|r|des)|imødeko(?:mmet|m|mmes|mmer)|beslutte(?:t|de|r|s|des)|bifald(?:t|et|es|er)"
    r"|tilslutte(?:de|r)? sig|som indstillet|indstillingen (?:blev )?(?:fulgt|følges|følgt)|fulgte indstillingen"
    r"|i overensstemmelse med indstillingen|efterkomme[st]?)\b" + _NOT_AFTER,
    re.IGNORECASE,
)
_DECIDE = re.compile(r"^beslutte", re.IGNORECASE)
_REJECTED = re.compile(
    _NOT
    + r"\b(?:afvist(?:e|es)?|afvises|afviser|afslået|afslog(?:es)?|afslår|afslås|forkast(?:et|ede|es|er|edes)|nedstemt"
    r"|forslaget (?:er |var |dermed )*faldet|forslaget faldt|ikke (?:til|tage[st]? til) følge|kan ikke (?:anbefale|tiltræde|godkende|støtte|tilslutte)"
    r"|kunne ikke (?:anbefale|tiltræde|godkende|støtte|tilslutte)|bortfaldt|afslag)\b",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    _NOT
    + r"(?:\b(?:udskudt|udskyde[srt]?|udskød|udsættes|udsætter|udsattes|udsætte|udsættelse|genoptages|genoptage|genbehandles"
    r"|genforelægges|genforelægge|genforelæggelse(?:n)?)\b|\budsatte (?:sagen|punktet|behandling\w*|beslutning\w*|drøftelse\w*|sagens)\b"
    r"|(?:^|\b(?:blev|er|blevet|bliver|sagen|punktet|pkt\.|punkt \d+|behandling|behandlingen|sager|drøftelsen|debatten|:)\s+)udsat\b"
    r"|\b(?:forelægges|behandles|drøftes|tages op|optages|sættes på dagsordenen?|sættes på) (?:\w+ ){0,3}?(?:igen|på ny|næste møde|kommende møde)\b"
    r"|\b(?:sagen|punktet|emnet) (?:tages op|behandles|sættes|genoptages|kommer|vender) )",
    re.IGNORECASE,
)
_REFERRED = re.compile(
    _NOT
    + r"(?:\b(?:oversend(?:es|t|te|er|tes)|videresend(?:es|t)|fremsend(?:es|t)|henvis(?:es|t|er|te)|sendes)\b[^.]{0,120}?"
    r"\btil\b[^.]{0,120}?\b(?:behandling|udtalelse|drøftelse|vurdering|beslutning|afgørelse)\b"
    r"|\b(?:oversend(?:es|t|te|er|tes)|henvist|overg(?:år|ik|ået)|videresend(?:es|t)|overdrage[st]) til (?!punkt|sag\b|bilag|notat)"
    r"|\bfremsendes til (?:\w+ ){0,2}?(?:\w*udvalget|byrådet|kommunalbestyrelsen|økonomiudvalget|udvalget|byråd)\b)",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    _NOT
    + r"\b(?:anbefal(?:er|es|ede|edes|et)|indstill(?:er|es|ede|edes|et)|(?:kan|kunne)(?: enstemmigt| således| herefter)? "
    r"(?:tiltræde|anbefale|godkende|tilslutte sig|støtte))\b",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(
    _NOT
    + r"\b(?:drøfte(?:t|de|des)|debattere(?:t|de)|(?:havde|var|førte|tog) (?:\w+ ){0,2}?drøftelse(?:r)?|i drøftelsen"
    r"|drøftelsen|(?:direktionens|udvalgets|byrådets|rådets) drøftelse(?:r)?|temadrøftet)\b",
    re.IGNORECASE,
)
_NOTED = re.compile(_NOT + r"\btil (?:efterretning|orientering)\b", re.IGNORECASE)
_INFORMED = re.compile(
    r"\b(?:(?:blev|var|er|udvalget|byrådet|direktionen|rådet|magistraten|kredsen) )?(?:orienteret|orenteret)\b|\borienterede\b|\borientering(?:en)? (?:blev )?givet\b"
    r"|\b(?:redegjorde|gennemgik|gennemgået|fremlagde|præsenterede|informerede|informeret|oplyste)\b"
    r"|\b(?:gav|givet|fik) (?:\w+ ){0,3}?(?:orientering|status|redegørelse)\b|^orientering\b",
    re.IGNORECASE,
)
_SHALL = re.compile(r"\b(?:skal|bør|vil|må|kan|ønske[rs]?|ønskede[s]?|bede[rs]?|bad)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
# What "besluttede at …" came to, by the verb that follows.
_DECIDED_TO: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (
        re.compile(r"[\s,]*at (?:\w+ ){0,6}?(?:udsætte|udskyde|udsættes|udskydes|genoptage[s]?|genoptages)\b", re.I),
        "postponed",
    ),
    (
        re.compile(
            r"[\s,]*at (?:\w+ ){0,2}?(?:afvise|afslå|afvises|forkaste)\b|[\s,]*ikke at (?:godkende|imødekomme|tiltræde)",
            re.I,
        ),
        "rejected",
    ),
    (re.compile(r"[\s,]*at (?:\w+ ){0,2}?(?:oversende|henvise|fremsende|oversendes|henvises)\b", re.I), "referred"),
    (re.compile(r"[\s,]*at (?:\w+ ){0,2}?(?:anbefale|indstille)\b", re.I), "recommended"),
    (re.compile(r"[\s,]*at tage [^.]{0,80}?til (?:efterretning|orientering)\b", re.I), "noted"),
)
_STRONG: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (_REJECTED, "rejected"),
    (_POSTPONED, "postponed"),
    (_REFERRED, "referred"),
    (_RECOMMENDED, "recommended"),
)


def outcomes(text: str) -> tuple[Outcome, ...]:
    """The outcomes of a decision's text, the main one first; `("other",)` where none shows, also for an empty text.

    What was resolved comes before that it was discussed or noted; several resolutions stand in printed order.
    """
    strong: list[Outcome] = []
    weak: list[Outcome] = []
    informed = False
    for sentence in _SENTENCE.split(text):
        if not sentence.strip() or _is_minority(sentence):
            continue
        own, soft, told = _of_sentence(sentence)
        strong.extend(own)
        weak.extend(soft)
        informed = informed or told
    found = list(dict.fromkeys([*strong, *weak]))
    return tuple(found) or (("noted",) if informed else ("other",))


def _is_minority(sentence: str) -> bool:
    """Whether a sentence says what some wanted and the body did not."""
    if _AMENDMENT.search(sentence):
        return True
    minority = _MINORITY.search(sentence)
    if minority:
        lead = sentence[: minority.start()]
        return not (_APPROVED.search(lead) or _RECOMMENDED.search(lead) or _REJECTED.search(lead))
    cannot = _CANNOT.search(sentence)
    return bool(cannot and not _WHOLE.search(sentence[: cannot.start()]))


def _of_sentence(sentence: str) -> tuple[list[Outcome], list[Outcome], bool]:
    """Resolutions in printed order; that it was discussed or noted; and whether somebody was told something."""
    said = _REPORTED.sub("", sentence, count=1) if re.search(r"bemærkning|meddeler|idet", sentence) else sentence
    if said is not sentence and not _APPROVED.search(said):
        said = sentence
    main = _SUBORDINATE.sub("", said)
    at: list[tuple[int, Outcome]] = []
    for pattern, kind in _STRONG:
        at.extend((found.start(), kind) for found in pattern.finditer(main) if not found.groupdict().get("not"))
    advised = min((place for place, outcome in at if outcome == "recommended"), default=len(main))
    for found in _APPROVED.finditer(main):
        if found.start("verb") < advised and (outcome := _resolved(found, main, said)):
            at.append((found.start("verb"), outcome))
    weak: list[Outcome] = []
    if any(not found["not"] for found in _DISCUSSED.finditer(main)):
        weak.append("discussed")
    if any(not found["not"] for found in _NOTED.finditer(said if not at else main)):
        weak.append("noted")
    strong = [outcome for _, outcome in sorted(at, key=lambda one: one[0])]
    if "rejected" in strong:
        strong = [outcome for outcome in strong if outcome != "recommended"]
    return strong, weak + [o for o in strong if o == "noted"], bool(_INFORMED.search(main))


def _resolved(found: re.Match[str], main: str, said: str) -> Outcome | None:
    """What an approving verb comes to: with a negation a rejection, after *skal* nothing yet."""
    if _SHALL.search(main[: found.start("verb")]):
        return None
    if _DECIDE.match(found["verb"]):
        if found["not"]:
            return None
        following = said[found.end("verb") :]
        return next((outcome for pattern, outcome in _DECIDED_TO if pattern.match(following)), "approved")
    return "rejected" if found["not"] or found["neg"] else "approved"
