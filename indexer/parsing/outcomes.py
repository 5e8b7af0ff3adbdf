"""What a decision came to, by rules over Danish text.

A decision is read sentence by sentence, and of each the main clause (`clauses.py`), unless that only wraps what it
reports ("tilbagesendes med bemærkning, at …") or opens what was decided ("besluttede at …"); what a clause resolves,
`resolving.py` tells. Only what the body itself
did counts: a minority, a person, a wish, and an amendment that fell are told apart. The words are data
(`outcomes.toml`); a negation beside an approving one makes it a rejection.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer.parsing import resolving, votes
from indexer.parsing.clauses import gone_on, has_verb, main_clause, outer, sentences
from indexer.parsing.misprints import mended
from indexer.parsing.points import without_points
from indexer.parsing.record import without_statements
from indexer.parsing.several import last_body
from indexer.parsing.speakers import Whose, whose
from indexer.parsing.vocabulary import vocabulary
from mappings.dates import MONTHS
from mappings.documents import Outcome

_NEXT_WORDS = 12  # characters, enough for ", så snart"
_BARE = 3  # words: "Taget til efterretning"
_WHICH = re.compile(r",\s*(?=hvilket\b)", re.IGNORECASE)
_UNABLE = re.compile(
    r",? at (?:kunne|fremme|imødekomme|støtte|prioritere|deltage|give|yde|godkende|bevilge|tillade|gå videre|genoptage"
    r"|igangsætte|iværksætte|gennemføre|indføre|lave om|efterkomme|omgøre"
    r"|ændre (?:den trufne|sin) (?:afgørelse|beslutning)|der (?:er (?:grundlag|anledning)|arbejdes videre))\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r",?\s*(?:når|så snart|(?:før|inden|hvorefter) (?:der|man|\w+(?:en|et)) )\b", re.IGNORECASE)
_QUOTES = tuple('"»«”“„')
_SENT = re.compile(
    r"\b(?:(?:frem|tilbage|over|videre)?send(?:es|t|er|te|tes)|returneres)\b|^\W*tilbage til\b", re.IGNORECASE
)
# Lines that are about one matter: the points of its recommendation, what was concluded after what was said, or that
# what was told, whatever was said of it, was noted.
_OF_ONE_MATTER = re.compile(
    r"^\W*(?:at \d|\d+\. at\b|ad [a-h]\b|(?:\w+s )?(?:konklusion|beslutning)\b"
    r"|(?:orienteringen|redegørelsen|sagen) (?:blev|er|tages|toges|taget)\b[^.\n]*efterretning"
    r"|[-\w]+ (?:tog|tager) (?:\w+ )?(?:orienteringen|redegørelsen|sagen|den|det)\b[^.\n]*efterretning)",
    re.IGNORECASE | re.MULTILINE,
)
_TO_TELL = re.compile(r"\bat meddele\W+(?:at\b)?$", re.IGNORECASE)  # was resolved: it wraps nothing
# "Den 3. februar besluttede udvalget", "Sagen blev den 3. februar afvist": what was done on a day that is named.
_PAST = (
    r"(?:blev|var|havde|udsatte|afslog|vedtog|tog|gav|afviste|tiltrådte|godkendte|(?:over)?sendte|henviste|besluttede"
    r"|anbefalede|drøftede|behandlede|bevilgede|forkastede)"
)
# "behandlede sagen den 3. februar", "blev behandlet i Teknisk Udvalg den 3. februar"
_DEALT_WITH = (
    rf"(?:{_PAST}(?: (?:sagen|punktet|emnet|spørgsmålet|forslaget|ansøgningen))?"
    r"|(?:blev|er|har|været)(?: [-\w]+){0,2}? behandlet)"
    r"(?: (?:på|i|af) (?:[-\w]+ ){0,5}?[-\w]*(?:mødet?|udvalg(?:et)?|råd(?:et)?|bestyrelsen?))?"
)
_DAY = r"(?:den|d\.) (?P<{}>\d{{1,2}})\. ?(?P<{}>[a-zæøå]{{3,9}})\b(?: \d{{4}})?"
_ON_A_DAY = re.compile(
    rf"^\W*(?:(?:på|i) (?:sit |et )?mødet? )?{_DAY.format('first', 'of_first')} {_PAST}\b"
    rf"|\b{_DEALT_WITH} {_DAY.format('then', 'of_then')}(?! (?:som|til|kl)\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\bfølgende\b[^.!?]*$|:\s*$", re.IGNORECASE)  # a list of what is asked for comes below


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says: resolutions in printed order, *discussed* and *noted*, and what counts only alone.

    `before` where it tells that the matter was put off at an earlier meeting, `other_day` where what was done on
    another day than the meeting's, `follows` where what shall be made upon the decision, and put before the body then;
    `whose` doing it tells.
    """

    strong: tuple[Outcome, ...] = ()
    weak: tuple[Outcome, ...] = ()
    told: tuple[Outcome, ...] = ()
    before: bool = False
    other_day: bool = False
    follows: bool = False
    whose: Whose = ""


def outcomes(text: str, body: str = "", date: dt.date | None = None) -> tuple[Outcome, ...]:
    """The outcomes of a decision's text, the main one first; `("other",)` where none shows, also for an empty text.

    What other bodies than the `body` that met had said before, or it itself on another day than the meeting's `date`,
    does not count once it says something itself.

    What was resolved comes before that it was discussed or noted; several resolutions stand in printed order, and of
    one matter that it was noted comes before that it was discussed. A vote in numbers, the views of named members,
    being told, and a resolution in the plain present count only where nothing else was said.
    """
    of_one_matter = "\n" not in text.strip() or bool(_OF_ONE_MATTER.search(text))
    text = without_statements(said(text), body)
    read, fallen = _read(text, body, date)
    read = _without_others(_without_quoted(read, text))
    if sum(bool(one.strong or one.weak) for one in read) > 1:
        read = [one for one in read if not one.before]
    if any((one.strong or one.weak) and not one.follows for one in read):
        read = [one for one in read if not one.follows]
    if any(one.strong and not one.other_day for one in read):
        read = [one for one in read if not one.other_day]
    strong = [outcome for one in read for outcome in one.strong]
    if not strong:
        strong = _voted(text)
    if not strong:
        strong = [outcome for sentence in fallen for outcome in _of_clause(sentence).strong if outcome == "rejected"]
    weak = [outcome for one in read for outcome in one.weak]
    if of_one_matter:
        weak.sort(key=_formal_first)
    told = {outcome for one in read for outcome in one.told}
    alone: tuple[Outcome, ...] = ("discussed", "noted", "approved")
    found = tuple(dict.fromkeys([*strong, *weak]))
    if not strong and vocabulary().says("taken_off", text) and vocabulary().says("later", text):
        return ("postponed", *found)
    return found or tuple(outcome for outcome in alone if outcome in told)[:1] or ("other",)


def outright(text: str) -> frozenset[Outcome]:
    """What lines say that are nothing but an outcome (*Udskudt*, *Taget til efterretning.*), as of several matters."""
    bare = (line for line in text.splitlines() if 0 < len(line.split()) <= _BARE)
    return frozenset(outcome for line in bare for outcome in outcomes(line)) - {"other"}


def said(text: str) -> str:
    """What the body itself said, the last where several did; without the numbers of points, misprints mended."""
    return last_body(mended(without_points(text)))


def _without_quoted(read: list[_Said], text: str) -> list[_Said]:
    """What was said but that it was recommended, where the text begins with the recommendation that was decided on."""
    if not (read and read[0].strong == ("recommended",) and vocabulary().says("quoted", text)):
        return read
    below = "\n" in text.strip() and any(one.strong for one in read[1:])
    return read[1:] if below else read


def _without_others(read: list[_Said]) -> list[_Said]:
    """What was said but what others had, before the body itself came to something."""
    last = max((place for place, one in enumerate(read) if one.whose == "own" and (one.strong or one.weak)), default=0)
    return [one for place, one in enumerate(read) if place >= last or one.whose != "another"]


def _formal_first(outcome: Outcome) -> bool:
    """A key to sort by: of one matter that it was noted comes before that it was discussed."""
    return outcome != "noted"


def _voted(text: str) -> list[Outcome]:
    """What a vote came to that is told by numbers, or by who said what."""
    counted = votes.outcome(text)
    if counted:
        return [counted]
    return ["recommended"] if votes.most_agree(sentences(text)) else []


def _read(text: str, body: str, date: dt.date | None) -> tuple[list[_Said], list[str]]:
    """What each sentence of the body says; and the sentences on amendments that fell."""
    words = vocabulary()
    found, fallen, asked_for, moved, made = [], [], False, "", False
    for sentence in sentences(text):
        if asked_for and not has_verb(sentence):
            continue
        asked_for = bool(_LISTED.search(sentence)) and words.says("wish", sentence)
        quoted = moved.rstrip().endswith(":") and sentence.lstrip().startswith(_QUOTES)
        if moved and (words.says("ballot", sentence) or quoted):
            continue
        fell = moved and (words.says("fell", sentence) or votes.outcome(sentence) == "rejected")
        if fell or _says_only("fallen", sentence):
            fallen.append(sentence)
        elif moved and words.says("carried", sentence) and _moved(moved):
            found.append(_Said(_moved(moved)))
        elif not _is_minority(sentence):
            one = _of_sentence(sentence)
            one = replace(
                one,
                whose=whose(sentence, body),
                other_day=_is_of_other_day(sentence, date),
                follows=set(one.strong) == {"postponed"} and _follows(sentence, made),
            )
            made = made or words.says("made", sentence)
            if one.strong in (("approved",), ("rejected",)) and words.says("recommendation", sentence):
                found = [before for before in found if before.strong != ("recommended",)]
            found.append(one)
        if words.says("moved", sentence):
            moved = sentence
        elif found and found[-1].strong:
            moved = ""
    return found, fallen


def _follows(sentence: str, made: bool) -> bool:
    """Whether what is put before the body later is made upon its decision; `made` tells that something shall be."""
    words = vocabulary()
    return words.says("follows", sentence) or (made and words.says("made_follows", sentence))


def _is_of_other_day(sentence: str, date: dt.date | None) -> bool:
    """Whether a sentence tells what was done on a day that it names, and that is not the `date` of the meeting."""
    found = _ON_A_DAY.search(sentence) if date else None
    if date is None or found is None:
        return False
    day, month = int(found["first"] or found["then"]), (found["of_first"] or found["of_then"]).lower()
    return month in MONTHS and (day, month) != (date.day, MONTHS[date.month - 1])


def _moved(sentence: str) -> tuple[Outcome, ...]:
    """What a motion other than to approve would come to: to put off, or to send to another body."""
    would_be = {outcome for _, outcome in resolving.verdicts(sentence)}
    if resolving.PUT_OFF.search(sentence) or "postponed" in would_be:
        return ("postponed",)
    if "referred" not in would_be:
        return ()
    return ("postponed",) if vocabulary().says("back", sentence) else ("referred",)


def _is_minority(sentence: str) -> bool:
    """Whether a sentence says only what some wanted and the body did not."""
    minority = vocabulary().others["minority"].search(sentence)
    if minority and vocabulary().says("majority", sentence[: minority.start()]):
        return False
    return _says_only("minority", sentence)


def _says_only(what: str, sentence: str) -> bool:
    """Whether words of a list stand in a sentence that does not tell before them what the body did."""
    found = vocabulary().others[what].search(sentence)
    if not found:
        return False
    before = _unwrapped(sentence[: found.start()])
    return not (before.strong or before.weak)


def _of_sentence(sentence: str) -> _Said:
    words = vocabulary()
    said = _unwrapped(sentence)
    carried = set(said.strong) in ({"approved"}, {"postponed", "approved"})
    if carried and words.says("to_put_off", sentence) and not words.says("fallen", sentence):
        return replace(said, strong=_moved(sentence) or said.strong)
    return said


def _unwrapped(sentence: str) -> _Said:
    """What a sentence says, or where that only wraps what it reports, what it reports."""
    wrapping = vocabulary().others["wrapping"].search(sentence)
    if not wrapping:
        return _of_clause(sentence)
    lead, inner = sentence[: wrapping.start()], sentence[wrapping.end() :]
    sent = bool(_SENT.search(lead))
    if (wrapping[0].lower().startswith("idet") and not sent) or _TO_TELL.search(sentence[: wrapping.end()]):
        return _of_clause(sentence)
    if "meddelte" in wrapping[0].lower() and resolving.is_of_one(lead):
        return _Said(told=("noted",))
    before = _of_clause(lead)
    if not (sent or not lead.strip()) and (before.strong or before.weak):
        put_off: tuple[Outcome, ...] = ("postponed",) if resolving.PUT_OFF.search(inner) else ()
        return _Said((*before.strong, *put_off), before.weak)
    within = _of_clause(inner)
    return within if within.strong or within.weak else _of_clause(sentence)


def _of_clause(sentence: str) -> _Said:
    words = vocabulary()
    printed, sentence = sentence, outer(sentence)
    main = main_clause(sentence)
    asked = words.others["wish"].search(main)
    again = bool(
        asked
        and (
            asked[0].lower().endswith("es")
            or words.says("whole", main[: asked.start()])
            or words.says("whole_next", main[asked.end() :])
        )
        and words.says("asked_again", sentence[sentence.find(asked[0]) :])
    )
    if asked:
        main = " ".join(filter(None, (main[: asked.start()], gone_on(main, asked.end()))))
    verdicts = list(resolving.verdicts(main))
    at = [*verdicts, *resolving.approvals(main, sentence, verdicts), *resolving.agreed(main, sentence)]
    strong = [outcome for _, outcome in sorted(at, key=lambda one: one[0])]
    if "recommended" in strong:  # who agrees and advises the council to has advised; so has who sends it on with advice
        wrapped = {"approved"} if not words.says("own_part", main) else set()
        wrapped |= {"referred"} if words.says("advised", main) else set()
        strong = [outcome for outcome in strong if outcome not in wrapped]
    if words.says("unable", main) and _UNABLE.match(_behind(main, sentence)):
        strong.append("rejected")
    if words.says("until", main) and _ONCE.match(_behind(main, sentence)):
        strong.append("postponed")
    if words.says("undecided", sentence):
        strong = ["postponed" if outcome == "rejected" else outcome for outcome in strong]
    which = _WHICH.search(sentence)
    if which and (asked or not strong) and words.others["carried"].match(sentence, which.end()):
        strong += _moved(sentence[sentence.find(asked[0]) if asked else 0 : which.start()]) or ("approved",)
    weak: list[Outcome] = ["noted"] if "noted" in strong else []
    if resolving.affirmed(words.discussed, main) and not words.says("earlier_meeting", main):
        weak.append("discussed")
    if resolving.affirmed(words.noted, main if at or asked else sentence):
        weak.append("noted")
    if again:
        strong.append("postponed")
    if words.says("back", sentence):
        strong = ["postponed" if outcome == "referred" else outcome for outcome in strong]
    weak.sort(key=_formal_first)
    strong = [outcome for outcome in strong if outcome != "noted"]
    before = strong == ["postponed"] and words.says("put_off_before", printed)
    return _Said(tuple(strong), tuple(weak), tuple(_told(main, sentence)), before)


def _told(main: str, sentence: str) -> Iterator[Outcome]:
    words = vocabulary()
    bare = not has_verb(re.split(r" [-–] |: ", main)[0]) and not words.says("later", main)
    if bare and words.says("heading_discussed", main):
        yield "discussed"
    goes_on = _behind(main, sentence)[:_NEXT_WORDS]
    informed = _has_happened("informed", main) and not words.says("told_later", main + goes_on)
    if informed or (bare and words.says("heading_informed", main)):
        yield "noted"
    if _has_happened("resolved", main) and not words.says("practical", main):
        yield "approved"


def _behind(main: str, sentence: str) -> str:
    """What the sentence says behind its main clause; "" where that is in two parts."""
    return sentence[len(main) :] if sentence.startswith(main) else ""


def _has_happened(what: str, main: str) -> bool:
    """Whether words of a list stand in a clause without *skal*, *vil* or *bør* before them."""
    words = vocabulary()
    return any(
        not words.others["not_yet"].search(main[max(0, found.start() - resolving.NEAR) : found.start()])
        for found in words.others[what].finditer(main)
    )
