"""When and where the meeting was, by lines that no label announces: *4. maj 2021 kl. 9, Rådhuset*, *Mødelokale 3*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.parsing import bodies, dates, head_lines, name_lists
from indexer.parsing.front_facts import Front
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line

_NO_PLACE = re.compile(r"\b(?:ordinært|side|j\.? ?nr|udkast|udsendt|\w*møde)\b", re.IGNORECASE)
_PLACE = re.compile(r"[A-ZÆØÅ]|[iIpP]å? [\w-]*(?:[A-ZÆØÅ]|sal|lokale|hus)")
_AT = re.compile(r"^(?:på|i) ")
_AT_NAMED = re.compile(r"^(?:på|i) (?=[A-ZÆØÅ])")
_MEETS = re.compile(
    r"(?:(?:fra|for|af) )?[\w-]*mødet? (?=(?:på|i) )", re.IGNORECASE
)  # *Møde den 16. maj kl. 16 i Salen*
_ONLINE = re.compile(r"(?:(?:virtuelt|digitalt|online) |fjern|teams|online)-?møde\b", re.IGNORECASE)
_WITHIN = re.compile(r", (?:møde)?lokale \w+$")
_LONGEST_PLACE = 8  # words behind a date
_BEFORE_DATE = re.compile(
    rf"(?:(?:(?:fra|for|af)\s)?[\w-]*mødet?\s)?(?:{'|'.join(dates.WEEKDAYS)})?[\s,]*(?:den|d\.)?\s*", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:er|var|bliver|blev|holdes|afholdes|\w{3,}ede|\w{2,}tes)\b", re.IGNORECASE)  # in a sentence
_HOUR = re.compile(r"kl(?:\.|okken)? ?\d", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:af)?holdtes\b|\b(?:blev|var) (?:af)?holdt\b", re.IGNORECASE
)  # in a sentence that goes on below
_BEGUN = re.compile(
    r"Mødet (?:begyndte|startede|åbnede(?:s)?|indledtes|blev åbnet|starter|begynder) kl\. ?[\d.:]+", re.IGNORECASE
)


def is_body_and_day(line: Line, shown: str) -> bool:
    """Whether a line that names a body names its day too: "Børne- og Skoleudvalget den 17-01-2022"."""
    found = dates.find(shown) if line.heading_like else None
    return found is not None and not dates.without(shown[found.start :]) and bool(head_lines.body_before_date(shown))


def is_hour(front: Front, index: int, shown: str) -> bool:
    """Whether a line right below the day tells when it began, and perhaps where: "kl. 10-12 på Rådhuset"."""
    above = front.places.get(index - 1) in ("meeting:date", "meeting:title") and front.dated
    return bool(above) and not front.start_time and _HOUR.match(shown) is not None and not dates.find(shown)


def is_when(line: Line, shown: str) -> bool:
    """Whether a line with a date tells but when and where: "4. maj 2021, Rådhuset", "Rådhuset, 4. maj"."""
    found = dates.find(shown) if line.heading_like else None
    sentence = shown.endswith(".") and (_TOLD.search(shown) or not dates.start_time(shown))
    if not found or shown.endswith(":") or sentence or (not line.after and _HELD.search(shown)):
        return False
    *where, lead = shown[: found.start].split(", ", 1)
    if not _BEFORE_DATE.fullmatch(lead) or any(name_lists.reads_as_prose(one) for one in where):
        return False
    told = found.agrees is not None or dates.start_time(shown)
    return bool(told) and len(dates.without(shown).split()) <= _LONGEST_PLACE


def is_where(front: Front, lines: Sequence[Line], index: int, line: Line) -> bool:
    """Whether the line right below the day and the hour tells where: "Teams", "Mødelokale 3, Rådhuset".

    `line` is the one at `index`, or a column of it.
    """
    above = front.places.get(index - 1) == "meeting:date" and not line.before and line.heading_like
    if not above or front.place or not dates.start_time(head_lines.shown(lines[index - 1])):
        return False
    shown = head_lines.shown(line)
    brief = len(shown.split()) <= _LONGEST_PLACE and shown[-1] not in ".:" and _PLACE.match(shown)
    named = shown[0].isupper() and name_lists.looks_like_names(shown) and not _WITHIN.search(shown)
    told = name_lists.reads_as_prose(shown) or named or _NO_PLACE.search(shown) or ":" in shown
    known = bodies.is_one(shown) or layout().letterhead.fullmatch(shown) or dates.find(shown)
    return bool(brief) and not known and (_ONLINE.match(shown) is not None or not told)


def begun(shown: str) -> str:
    """What a line tells of when the meeting began; "" where it does not: *Mødet begyndte kl. 13.00 og sluttede …*."""
    found = _BEGUN.match(shown)
    return found[0] if found else ""


def place_beside(shown: str) -> str | None:
    """The place that a line tells besides day and time; None where it tells something else, or nothing."""
    beside = _AT.sub("", _MEETS.sub("", dates.without(shown)))
    return None if _NO_PLACE.search(beside) else beside or None


def place(shown: str) -> str:
    """The place that a line is, without the word before its name: *på Rådhuset*."""
    return _AT_NAMED.sub("", shown)
