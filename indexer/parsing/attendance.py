"""When somebody took part in a part of a meeting only: *deltog under punkt 4*, *forlod mødet kl. 11*, *fra ad 3*."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = r"(?:[Aa]d )?(?:dagsordens)?(?:[Pp]unkt(?:et|er|erne)?|[Pp]kt\.?|[Aa]d|[Ss]ag(?:en|erne)?)"
_NUMBERS = r"\d{1,2}(?:\s*(?:,|og|samt|til|[-–])\s*\d{1,2})*"
_AT = r"(?:[Uu]nder|[Vv]ed|[Ii]|[Ff]ra|[Tt]il|[Ee]fter|[Ff]ør)"
_CLOCK = r"(?:(?:[Ff]ra|[Tt]il|[Ee]fter) )?[Kk]l\.?\s*\d|(?:[Ff]ra|[Tt]il) \d{1,2}[.:]\d\d"
_SHUT = (
    r"(?:(?:det |de |den |et )?lukke(?:t|de) (?:dagsordens)?(?:punkt(?:er)?|pkt\.?|sag(?:er)?|del|møde|dagsorden)"
    r"|lukkede døre)"
)
_CLAUSE = re.compile(
    r"(?<!\w)(?:"
    r"(?:deltog|deltager)(?=\s+(?:ikke|kun|i|under|ved|fra|til|på|via|delvist?|virtuelt|punkt|pkt|ad|kl)(?!\w)|\s*$)"
    r"|(?:forlod|forlader|gik|går|kom|ankom|ankommer|udgik|var (?:ikke )?til stede)(?!\w)"
    rf"|(?:[Kk]un )?(?:{_AT}|[Ff]or) {_SHUT}(?!\w)"
    rf"|(?:(?:[Kk]un|[Oo]gså) )?{_AT}(?: og med)? {_ITEM}\s*\d|{_ITEM}\s*\d|{_CLOCK}"
    r").*$",
    re.DOTALL,
)
# A part of the meeting is told by an item or an hour; without one *ikke* means all of it.
_PART = re.compile(rf"(?<!\w)(?:{_ITEM}\s*\d|{_SHUT}|{_CLOCK}|(?:gik|kom|ankom|forlod|forlader)\b[^.]*?\d)")
_NOT = re.compile(r"(?<!\w)ikke(?!\w)")
# How a list and a table tell beside a name that somebody was not there.
NOT_THERE = (
    r"(?:(?:har |havde )?meldt )?afbud|(?:var )?fravær(?:ende)?|(?:(?:deltog|deltager|mødte) ikke|(?:var )?ikke mødt"
    r"|(?:var )?ikke til ?stede|forfald|syg(?:e?meldt|dom)?|udeblev(?:et)?|afmeldt"
    r"|(?:på )?(?:(?:barsels|forældre)?orlov|barsel|ferie))"
)
_ABSENCE = re.compile(
    rf"(?:{NOT_THERE})(?:\s+(?:(?:i|på|til|fra|under|hele) )?mødet)?"
    r"(?:,?\s+(?:pga|p\.g\.a|på grund af|grundet)\b.*)?\W*",
    re.IGNORECASE,
)
# Numbers of items that somebody was there for; whom a meeting misses from an item on, or until it, is told otherwise.
_THERE = re.compile(
    rf"(?:(?:deltog|deltager)\s+)?(?:kun\s+)?(?:(?:under|ved|i)\s+)?{_ITEM}\s*(?P<numbers>{_NUMBERS})", re.IGNORECASE
)
_THERE_SHUT = re.compile(rf"(?:(?:deltog|deltager)\s+)?(?:kun\s+)?(?:under|ved|i|for) {_SHUT}", re.IGNORECASE)
SHUT = 0  # in place of the number of closed items that are told without
_SPAN = re.compile(r"(\d{1,2})(?:\s*(?:til|[-–])\s*(\d{1,2}))?")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d),(?=\s*\d)")
BRACKET = re.compile(r"\([^()]*\)")
_MOST = 60  # items; a span of more is a misprint


@dataclass(frozen=True, slots=True)
class Attendance:
    """What stands beside a name without the clause, the clause as printed ("" without one), and the items it names.

    `SHUT` stands for *det lukkede punkt*. `part` says that it tells of a part of the meeting, `missed` that they were
    not there at all.
    """

    rest: str
    clause: str = ""
    items: tuple[int, ...] = ()
    part: bool = False
    missed: bool = False


def read(words: str) -> Attendance:
    """An entry of a list of participants, taken apart."""
    found = next((one for one in _CLAUSE.finditer(BRACKET.sub(_blank, words)) if one.start()), None)
    if not found:
        return Attendance(words)
    clause = words[found.start() :].strip(" ,;–-.")
    there = _THERE.fullmatch(clause)
    shut = _THERE_SHUT.fullmatch(clause)
    part = bool(_PART.search(clause))
    missed = bool(_NOT.search(clause)) and not part
    rest = words[: found.start()].rstrip(" ,;–-")
    items = (SHUT,) if shut else _numbers(there["numbers"]) if there else ()
    return Attendance(rest, clause, items, part, missed)


def is_absence(words: str) -> bool:
    """Whether what stands beside a name says that somebody was not there at all: *syg*, *afbud pga. ferie*."""
    return _ABSENCE.fullmatch(words) is not None and not _PART.search(words)


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def _numbers(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for first, last in _SPAN.findall(text):
        numbers += range(int(first), min(int(last or first), int(first) + _MOST) + 1)
    return tuple(numbers)


def guarded(text: str, comma: str) -> str:
    """The text with `comma` for those between numbers, which part nobody: *punkt 2, 10 og 11*."""
    return _BETWEEN_NUMBERS.sub(comma, text)
