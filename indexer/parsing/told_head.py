"""What a paragraph without labels tells of a meeting: *Mandag den 3. maj afholdtes møde i Byrådet. Til stede var …*

A sentence is one about the meeting where it has the weekday, the day and the hour, or where it begins with who was
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.parsing import bodies, dates
from indexer.parsing.clauses import sentences
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import Line
from mappings.documents import Role

_WHO = (
    r"(?:til ?stede|mødt|fremmødt|mødedeltagere|deltagere|fraværende|ikke til stede|afbud|referent|ordstyrer|mødeleder)"
)
_PEOPLE = re.compile(
    rf"(?:Der var )?(?P<label>{_WHO})(?: (?:med|uden) afbud)? (?:var|er|fra|havde(?: meldt)?(?: afbud)?)[: ]\s*"
    r"(?P<names>[^\W\d_].+)",
    re.IGNORECASE | re.DOTALL,
)
_GUEST = re.compile(
    r"(?:Som gæst(?:er)?|Desuden|Endvidere|Derudover|Herudover) deltog (?P<names>[^\W\d_].+)", re.DOTALL
)
_AND = re.compile(rf",? (?:og|mens) (?={_WHO} (?:var|er|fra)\b)", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:i|for|af|holdt) (?P<body>[A-ZÆØÅ§].*?)(?=,|\.$|\.\s|\s+(?:på|i|den|d\.|kl|møde|\w+dag)\b|$)", re.DOTALL
)
_OTHER_DAY = re.compile(r"\b(?:næste|udsend\w+|frist\w*|senest|forrige|sidste)\b", re.IGNORECASE)
_ROLES: dict[str, Role] = {"present": "present", "absent": "absent", "secretary": "secretary"}


@dataclass(frozen=True, slots=True)
class Told:
    """The sentence with the day, the body, names as printed with their role; `all` says that it tells nothing else."""

    when: str
    body: str
    people: tuple[tuple[Role, str], ...]
    all: bool


def paragraphs(lines: Sequence[Line], among: Iterable[int]) -> list[list[int]]:
    """Of the lines with some indices those together that follow on each other without a gap."""
    found: list[list[int]] = []
    for at in among:
        if found and found[-1][-1] == at - 1 and not lines[at].before:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def read(text: str) -> Told:
    """What a paragraph of the head tells of the meeting."""
    when = body = ""
    people: list[tuple[Role, str]] = []
    rest = False
    for part in (one.strip() for sentence in sentences(text) for one in _AND.split(sentence)):
        found, guest = _PEOPLE.fullmatch(part), _GUEST.fullmatch(part)
        day = dates.find(part)
        if found:
            people.append((_ROLES[layout().labels[folded(found["label"])]], found["names"].rstrip(".")))
        elif guest:
            people.append(("present", guest["names"].rstrip(".")))
        elif day and day.agrees and dates.start_time(part) and not when and not _OTHER_DAY.search(part):
            named = (found["body"] for found in _BODY.finditer(part))
            when, body = part, next(filter(bodies.is_one, named), "")
        else:
            rest = rest or bool(part)
    return Told(when, body, tuple(people), all=not rest)
