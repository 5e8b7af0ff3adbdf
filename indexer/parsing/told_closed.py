"""Items that are told closed elsewhere than at themselves: by their numbers in a sentence, or by a sign.

*Punkterne 2 og 4-6 er lukkede*, *Lukkede punkter: 2, 4*, *Punkter mærket med \\* er lukkede*. Such a sentence may stand
in the head, below the last item, or where the agenda was approved.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from indexer.parsing.lines import Line
from indexer.parsing.opening import Opening

_ITEMS = r"\b(?:dagsordens|sags)?(?:punkt(?:er|erne|et)?|pkt\.?|sag(?:er|erne|en)?)(?: nr\.?)?\s+"
_NUMBERS = rf"\d{{1,3}}(?:(?:\s*(?:,|og|samt|til)\s*|[^\S\n]*[-–][^\S\n]*)(?:{_ITEMS})?\d{{1,3}}){{0,30}}(?!\d)"
_CLOSED = (
    r"(?:lukke(?:t|de)|fortrolige?t?|tavshedsbelagte?|(?:for|bag) lukkede døre|ikke[- ]offentlige?t?"
    r"|undtaget (?:fra |for )?offentlighed\w*)\b"
)
_ARE = (
    r"(?:er|var|blev|bliver|behandles|behandledes|drøftes|drøftedes)\s+"
    r"(?:(?:behandlet|drøftet|mødet|som|et|i|på|en|den|de)\s+){0,3}"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    """A sentence's pattern; its blanks may be the ends of lines."""
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE | re.MULTILINE)


_SOME = _compiled(
    rf"{_ITEMS}(?P<told>{_NUMBERS})"
    rf"(?:\s*[(\[]{_CLOSED}|\s+{_ARE}{_CLOSED}|\s+(?:kan ikke offentliggøres|offentliggøres ikke)\b"
    r"|\s+(?:om|vedr\.?|vedrørende|angående)\s[^.;:\n]{1,60}?\s(?:for|bag) lukkede døre"
    r"|\s+(?:(?:for|bag) lukkede døre|(?:som|i|på) (?:et )?lukke(?:t|de) (?:punkt|møde|del))\b)"
    rf"|\b(?<!antal\s)(?:lukkede døre|{_CLOSED} (?:dagsordens|sags)?(?:punkt|sag)(?:er(?:ne)?)?)"
    rf"\s*(?:[(:–-]|\b(?:er|var)\b)\s*(?:(?:nr\.?\s+)|{_ITEMS})?(?P<listed>{_NUMBERS})\s*\)?\.?$"
    rf"|\b(?:lukke(?:t|de)|lukkede døre)\b[^.\n]{{0,40}}\bunder {_ITEMS}(?P<under>{_NUMBERS})",
)
_ONWARDS = _compiled(
    rf"\bfra (?:og med )?{_ITEMS}(?P<first>\d{{1,3}})\s+(?:og frem\w* )?{_ARE}{_CLOSED}"
    rf"|{_ITEMS}(?P<of>\d{{1,3}})\s+(?:og (?:frem|efterfølgende|følgende)\w*|ff\.?)\s+{_ARE}{_CLOSED}",
)
_ALL_BUT = _compiled(
    rf"\balle (?:punkter|sager),? (?:undtagen|på ?nær|bortset fra) (?:{_ITEMS})?(?P<but>{_NUMBERS})"
    rf",?\s+{_ARE}{_CLOSED}"
    rf"|\b(?:øvrige|resterende|andre) (?:punkter|sager)(?:ne)?\s+{_ARE}{_CLOSED}",
)
_OPEN = _compiled(rf"\b(?:åbne|offentlige) (?:punkter|sager)(?:ne)?\s*(?::|\ber\b)\s*(?P<open>{_NUMBERS})")
_FOLLOWING = _compiled(rf"(?:følgende|disse|emner|punkter|sager|bilag)\b[^:]*\b{_CLOSED}[^:]*:.*")
_MORE = _compiled(rf"[^:]*{_ITEMS}\d{{1,3}}\s*[(\[]{_CLOSED}[^:]{{0,30}}:\s*\S")
_LONGEST = 160  # characters of a line that announces a list
_SPAN = re.compile(r"(\d{1,3})(?:\s*(?:til|[-–])\s*(?:\D{0,8}\s)?(\d{1,3}))?")
_LEGEND = _compiled(
    rf"(?P<sign>\*{{1,3}}|(?<!\w)(?-i:[A-ZÆØÅ#])(?=[)\]\"'»]:|\W{{0,2}}\s*(?:=|betyder|angiver|markerer|står for)))"
    rf"[)\]\"'»]?\s*(?:[=:–-]|betyder|angiver|markerer|står for)?\s*(?:et |en )?{_CLOSED}"
    rf"|^(?P<note>\*{{1,3}}|\d\))\s*(?:Punkt(?:et|erne)|Sag(?:en|erne)) {_ARE}{_CLOSED}"
    rf"|\b(?:(?:mærket|mærkede|markeret|markerede)\s+(?:med )?|(?:punkter|sager|emner) med )"
    rf"(?:(?:en )?stjerne|[(\[\"'«]?(?P<by>(?-i:\*{{1,3}}|[A-ZÆØÅ#])))[)\]\"'»]?\s+{_ARE}{_CLOSED}",
)


def closed(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings, those closed that the lines tell so of by their numbers."""
    if not found:
        return []
    text = _text(lines)
    some = _numbers(text)
    first = min((int(one["first"] or one["of"]) for one in _ONWARDS.finditer(text)), default=math.inf)
    opened = {number for one in _OPEN.finditer(text) for number in _spanned(one["open"])}
    but = [_spanned(one["but"]) if one["but"] else opened for one in _ALL_BUT.finditer(text)]
    return [
        replace(one, closed=True)
        if one.number in some or one.number >= first or any(one.number not in open_ones for open_ones in but)
        else one
        for one in found
    ]


def signs(lines: Sequence[Line]) -> set[str]:
    """What the lines say marks a closed item: *\\**, *L*."""
    return {one["sign"] or one["note"] or one["by"] or "*" for one in _LEGEND.finditer(_text(lines))}


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.whole for line in lines)


def announces(text: str) -> bool:
    """Whether a line says that those listed below it are closed: *Følgende punkter er lukkede:*."""
    return len(text) <= _LONGEST and _FOLLOWING.fullmatch(text) is not None


def tells(text: str) -> bool:
    """Whether a line tells which items are closed by their numbers or a sign."""
    return bool(_numbers(text)) or any(told.search(text) for told in (_ONWARDS, _ALL_BUT, _OPEN, _LEGEND))


def goes_on(text: str) -> bool:
    """Whether a line holds more of a closed item: *Tillæg til punkt 2 (lukket): Salget er aftalt*."""
    return _MORE.match(text) is not None


def _numbers(text: str) -> set[int]:
    told = (one["told"] or one["listed"] or one["under"] for one in _SOME.finditer(text))
    return {number for numbers in told for number in _spanned(numbers)}


def _spanned(numbers: str) -> set[int]:
    """Every number of *2 og 4-6*."""
    spans = _SPAN.findall(numbers)
    return {number for first, last in spans for number in range(int(first), int(last or first) + 1)}


def carries(title: str, signs: Collection[str]) -> bool:
    """Whether a title has one of the signs before or behind it: *Grundkøb\\**, *Lejemål (L)*."""
    own = "|".join(map(re.escape, signs))
    return bool(own) and re.search(rf"^\W?(?:{own})(?!\w)|(?:\W|(?<=\w)(?=\*))(?:{own})\W?$", title) is not None
