"""When somebody took part in a part of a meeting only: *deltog under punkt 4*, *forlod mødet kl. 11*, *fra ad 3*."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = r"(?:dagsordens)?(?:punkt(?:et|er|erne)?|pkt\.?|ad|sag(?:en|erne)?)"
_NUMBERS = r"\d{1,2}(?:\s*(?:,|og|samt|til|[-–])\s*\d{1,2})*"
_CLAUSE = re.compile(
    r"[\s,;–-]*(?<!\w)(?:"
    r"(?:deltog|deltager)(?=\s+(?:ikke|kun|i|under|ved|fra|til|på|via|delvist?|virtuelt|punkt|pkt|ad|kl)(?!\w)|\s*$)"
    r"|(?:forlod|forlader|gik|går|kom|ankom|ankommer|udgik|var (?:ikke )?til stede)(?!\w)"
    rf"|(?:(?:kun|også) )?(?:under|ved|i|fra|til|efter|før)(?: og med)? {_ITEM}\s*\d"
    rf"|{_ITEM}\s*\d|(?:fra |til |efter )?kl\.?\s*\d|(?:fra|til) \d{{1,2}}[.:]\d\d"
    r").*$",
    re.IGNORECASE | re.DOTALL,
)
# Numbers of items that somebody was there for; whom a meeting misses from an item on, or until it, is told otherwise.
_THERE = re.compile(
    rf"(?:(?:deltog|deltager)\s+)?(?:kun\s+)?(?:(?:under|ved|i)\s+)?{_ITEM}\s*(?P<numbers>{_NUMBERS})", re.IGNORECASE
)
_SPAN = re.compile(r"(\d{1,2})(?:\s*(?:til|[-–])\s*(\d{1,2}))?")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d),(?=\s*\d)")
_BRACKET = re.compile(r"\([^()]*\)")
_MOST = 60  # items; a span of more is a misprint


@dataclass(frozen=True, slots=True)
class Attendance:
    """What stands beside a name without the clause, the clause as printed ("" without one), and the items it names."""

    rest: str
    clause: str
    items: tuple[int, ...]


def read(words: str) -> Attendance:
    """An entry of a list of participants, taken apart."""
    found = next((one for one in _CLAUSE.finditer(_BRACKET.sub(_blank, words)) if one.start()), None)
    if not found:
        return Attendance(words, "", ())
    clause = words[found.start() :].strip(" ,;–-.")
    there = _THERE.fullmatch(clause)
    return Attendance(words[: found.start()].rstrip(), clause, _numbers(there["numbers"]) if there else ())


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
