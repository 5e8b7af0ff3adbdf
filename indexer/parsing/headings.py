"""The headings of sections: which lines may be one, and what a decision's heading says of its body and date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.parsing import bodies, dates
from indexer.parsing.layout import layout, section_name
from indexer.parsing.lines import PLAIN, Line
from indexer.parsing.prose import is_open, runs_on
from mappings.documents import SectionKind

_LONGEST = 200  # characters; a decision's heading with a long committee's name is about half of it
_MOST_LINES = 3
_LABELLED = re.compile(r"(?P<label>[A-ZÆØÅ](?:[^:.]|(?<=\d)\.){3,90}):\s+(?P<rest>\S.*)", re.DOTALL)
_STRESSED = re.compile(r"(\*{1,3}|_{1,3})(?=\w)[^*_]{1,80}?(?::\1|\1:)\s")  # *Baggrund:* or **Baggrund**:
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]?\s+(?=[A-ZÆØÅ])")

_OPENING = re.compile(
    r"^[\s:,–-]*(?:(?:(?:truffet )?(?:fra|i|af|for|på møde i)|FRA|I|AF|FOR|PÅ MØDE I)\s+(?=[A-ZÆØÅ]))?"
)
_BEFORE_DATE = re.compile(r"[\s,:–-]*(?:truffet)?\s*(?:(?:på|i) møde[t]?)?\s*(?:den|d\.|fra|af)?[\s,:–(-]*$")
_AFTER_DATE = re.compile(
    r"[\s.:,)]*(?:(?:pkt|punkt|sag)\.?(?: nr\.?)? \d{1,3}[\s.:,]*)?"
    r"(?:\(.{0,80}\)|kl\.?\s*\d{1,2}(?:[.:]\d\d)?)?[\s.:]*$"
)
# *for Punkt 3: Takster for affald*, as some repeat the item above its decision
_OF_ITEM = re.compile(
    r"\s+(?:for|til|vedr\.|vedrørende) (?:punkt|pkt\.?|sag)(?: nr\.?)? \d{1,3}(?:[.:]?\s.*|[.:])?", re.IGNORECASE
)
_GENITIVE = re.compile(
    r"(?P<body>(?=[A-ZÆØÅ])[\w\s,&-]{0,70}?(?i:udvalget|rådet|direktionen|bestyrelsen|magistraten|nævnet|forum|styrelsen)"
    r"|(?i:udvalg(?:et)? for )[\w\s,&-]{3,70}?)[sS]"
    r"\s+(?:[bB]eslutning|[aA]fgørelse|BESLUTNING|AFGØRELSE)(?P<rest>$|[\s:].*)"
)
_SENTENCE = re.compile(
    r"\b(?:om|at|blev|bliver|er|var|har|havde|kan|kunne|skal|skulle|vil|som|der|hvor|træffes|truffet|tages|taget|traf|tog"
    r"|vedtog|gav|bad|ønsker|ønskede|godkender|godkendt|udsat|udskudt|drøftet|vedtaget|tiltrådt|afvist|beslutter|\w+ede|\w+edes|\w+tes)\b"
)
_DATE_LINE = re.compile(r"(?:den|d\.)?\s*\d")
# Words before a body that say that its decision is pointed back to: "Opfølgning på Byrådets beslutning den 7. maj".
_POINTS_BACK = re.compile(
    r"\b(?:ad|af|efter|fra|for|før|herunder|hos|i|ifølge|inden|jf|jvf|jævnfør|med|mod|omkring|over|på|se|siden|som|til|trods"
    r"|under|ved|vedr|vedrørende)\b|^(?:og|samt)\b"
)
_BODY_FOR = re.compile(r"^udvalg(?:et)? for ")
_ITSELF = ("udvalget", "rådet", "bestyrelsen", "nævnet")  # *Udvalgets beslutning*: of whoever met
# What may stand in lower case in a body named without a date.
_SMALL = frozenset(["og", "for", "internt", "i", "af", "til", "ad", "hoc"])


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a section: lines `first` to `last` (indices), its words as printed, and the rank of its look.

    `rest` is the text that follows on the heading's own line, where that is a label (*Beslutning: Godkendt*). `body`
    and `date` are what a decision's heading says; None where it leaves them to the meeting's own.
    """

    first: int
    last: int
    words: str
    rank: int
    kind: SectionKind
    hard: bool
    rest: str = ""
    body: str | None = None
    date: dt.date | None = None


def heading_at(lines: Sequence[Line], index: int) -> Heading | None:
    """The heading that begins with line `index`, seen without what stands around the paragraph."""
    found = _read(lines, index)
    return None if found and _cuts_in(lines, index) and not _heads(lines, found) else found


def ends_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a section begins in line `index` below an item's title, be it cut short (*Tilskud til bygning af*)."""
    found = _read(lines, index)
    if found is None or not _cuts_in(lines, index):
        return found is not None
    return (found.hard and _has_text(lines, found)) or (not found.rest and not is_open(lines[index - 1].text))


def _read(lines: Sequence[Line], index: int) -> Heading | None:
    """The heading that line `index` would be if it did not go on with the line above."""
    line = lines[index]
    if not line.heading_like or (line.rank >= PLAIN and not line.text[:1].isupper()):
        return None
    return _decision(lines, index) or _named(line, index) or _labelled(lines, index)


def _cuts_in(lines: Sequence[Line], index: int) -> bool:
    """Whether a plain line reads as if it went on with the paragraph above."""
    line = lines[index]
    return line.rank >= PLAIN and index > 0 and not line.before and runs_on(lines[index - 1].text, line.text)


def _heads(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a heading that seems to go on with the line above is one: that line may end there."""
    return _has_text(lines, heading) and not is_open(lines[heading.first - 1].text)


def _has_text(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a name stands alone on its line, and what follows below begins anew."""
    below = lines[heading.last + 1] if heading.last + 1 < len(lines) else None
    alone = not heading.rest and not heading.words.endswith(".")
    return alone and below is not None and not below.text[:1].islower()


def _named(line: Line, index: int) -> Heading | None:
    if len(line.text) > _LONGEST:
        return None
    words = _NUMBERED.sub("", line.text) if line.rank < PLAIN else line.text
    name = section_name(words)
    return Heading(index, index, line.text, line.rank, name.kind, name.hard) if name else None


def _labelled(lines: Sequence[Line], index: int) -> Heading | None:
    """A name with a colon and its text beside it, a hard one or in a type of its own: *Indstilling: At …*."""
    line = lines[index]
    found = None if _cuts_in(lines, index) else _LABELLED.match(line.text)
    if not found:
        return None
    label = found["label"]
    decided = _taken_apart(label)
    name = section_name(label)
    if decided:
        kind: SectionKind = "decision"
    elif name and (name.hard or _STRESSED.match(line.body)):
        kind = name.kind
    else:
        return None
    body, date = decided or (None, None)
    words = f"{label}:"
    return Heading(index, index, words, line.rank, kind, hard=True, rest=found["rest"], body=body, date=date)


def _decision(lines: Sequence[Line], index: int) -> Heading | None:
    """A decision's heading, over up to three lines where it is wrapped."""
    first = lines[index].text
    if not (layout().decision.match(first) or _GENITIVE.match(first)):
        return None
    best, words = None, ""
    for last in range(index, min(index + _MOST_LINES, len(lines))):
        if last > index and (
            lines[last].before or not lines[last].heading_like or not _may_be_wrapped(lines, last, best)
        ):
            break
        words = f"{words} {lines[last].text}".strip()
        found = _taken_apart(words) if len(words) <= _LONGEST else None
        if found:
            body, date = found
            best = Heading(index, last, words, lines[index].rank, "decision", hard=True, body=body, date=date)
    return best


def _may_be_wrapped(lines: Sequence[Line], index: int, best: Heading | None) -> bool:
    """Whether a decision's heading may go on in line `index`: an unended one anyhow, a whole one only with its date.

    One that repeats the item's title may go on with that.
    """
    if best is None:
        return True
    if _OF_ITEM.search(best.words):
        return lines[index].text[:1].islower()
    return best.body is not None and best.date is None and bool(_DATE_LINE.match(lines[index].text))


def _taken_apart(words: str) -> tuple[str | None, dt.date | None] | None:
    """Body and date of a decision's heading; None where the words are not one but a sentence."""
    genitive = _GENITIVE.fullmatch(words)
    if genitive:
        body = None if genitive["body"].lower() in _ITSELF else genitive["body"]
        rest = genitive["rest"]
        if not _may_have_decided(genitive["body"]):
            return None
    else:
        plain = layout().decision.fullmatch(words)
        if not plain:
            return None
        body, rest = None, plain["rest"]
    if not rest.strip(" :.–-") or _OF_ITEM.fullmatch(rest):
        return body, None
    found = dates.find(rest)
    if found is None:
        named = _OPENING.sub("", rest).rstrip(" :")
        return (named, None) if body is None and _names_body(named) else None
    before = _BEFORE_DATE.sub("", rest[: found.start])
    before = _OPENING.sub("", _without_weekday(before), count=1).strip(" ,:–-")
    if not _AFTER_DATE.match(rest[found.end :]) or (before and not _may_be_body(before)):
        return None
    if rest.lstrip().startswith(":") and before and not (_names_body(before) or bodies.is_one(before)):
        return None  # *Beslutning: Anna Holm sender svaret den 3. april 2023*
    return body or before or None, found.date


def _without_weekday(text: str) -> str:
    words = text.split()
    while words and words[-1].lower().rstrip(",.") in (*dates.WEEKDAYS, "den", "d"):
        words.pop()
    return " ".join(words)


def _may_be_body(text: str) -> bool:
    """Whether words before a date name a body rather than begin a sentence."""
    return text[0].isupper() and len(text.split()) <= 14 and not _SENTENCE.search(text)


def _may_have_decided(text: str) -> bool:
    """Whether words in the genitive before *beslutning* name a body alone, and do not point back to what it decided."""
    return _may_be_body(text) and not _POINTS_BACK.search(_BODY_FOR.sub("", text.lower()))


def _names_body(text: str) -> bool:
    """Whether words without a date name a body: every word a name, or one that joins names."""
    words = text.split()
    if not words or len(words) > 8 or text[-1] in ".,;!?":
        return False
    return text[0].isupper() and all(word[0].isupper() or word in _SMALL for word in words)
