"""Tables of what is to be done: *Hvem | Hvad | Hvornår*, a row a task, below what was decided."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.parsing.deadlines import deadlines
from mappings.documents import Deadline

_WHO = frozenset(("hvem", "ansvarlig", "ansvarlige", "ansvar", "udføres af", "opgaveansvarlig", "tovholder"))
_WHEN = frozenset(("hvornår", "frist", "tidsfrist", "deadline", "senest", "udføres senest"))
_WHAT = frozenset(("hvad", "opgave", "opgaver", "handling", "aktion", "aftale", "aktivitet", "emne"))
_EACH = re.compile(r"\s*(?:[;/]|\bsamt\b)\s*")
_COMMA = re.compile(r"\s*,\s*")
_BESIDE = re.compile(r"\s*\([^()]*\)|,\s+[a-zæøå].*")  # initials, a title
_IS_PERSON = re.compile(r"[A-ZÆØÅ][-\w]+(?: [A-ZÆØÅ][-\w.]*)+|[A-ZÆØÅ]{2,5}")
_FIGURES = re.compile(r"\d[\d./-]")  # a date or a sum is nobody
_NOBODY = re.compile(r"\W*|alle|ingen|ikke afklaret", re.IGNORECASE)
_LONGEST_NAME = 60  # characters; a cell with more tells something else


@dataclass(frozen=True, slots=True)
class Actions:
    """Who shall do something by when, as the tables of a text say it, and the text without these tables."""

    responsible: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    rest: str


def actions(text: str, decided: dt.date) -> Actions:
    """The tables of a decision made on `decided`; without any the text is left as it is."""
    if " | " not in text:
        return Actions((), (), text)
    rest: list[str] = []
    who: list[str] = []
    when: list[Deadline] = []
    columns: tuple[int, int | None] | None = None
    width = 0
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split(" | ")]
        if len(cells) < 2:
            columns = None
        elif columns is None:
            columns, width = _columns(cells), len(cells)
        else:
            # An empty cell is not printed: which one it is, is told by what the others are.
            whole = len(cells) == width
            who += _names(cells[columns[0]]) if whole else ()
            when += _days(_cell(cells, columns[1]) if whole else cells[-1], decided)
        if columns is None:
            rest.append(line)
    return Actions(tuple(dict.fromkeys(who)), tuple(dict.fromkeys(when)), "\n".join(rest).strip())


def is_action(head: str) -> bool:
    """Whether a column tells who shall do something, or by when: *Ansvarlig*, *Frist*, *Ansvarlig/frist*."""
    return all(word in _WHO | _WHEN for word in re.split(r"\s*[/&]\s*|\s+og\s+", head.casefold()))


def has_tasks(heads: Sequence[str]) -> bool:
    """Whether columns tell both who shall do something and by when."""
    words = [head.casefold() for head in heads]
    return not _WHO.isdisjoint(words) and not _WHEN.isdisjoint(words)


def _columns(head: Sequence[str]) -> tuple[int, int | None] | None:
    """Which columns tell who and by when; None where a row is no head of such a table."""
    words = [cell.rstrip(" :?").casefold() for cell in head]
    who = next((at for at, word in enumerate(words) if word in _WHO), None)
    when = next((at for at, word in enumerate(words) if word in _WHEN), None)
    if who is None or (when is None and not _WHAT.intersection(words)):
        return None
    return who, when


def _cell(cells: Sequence[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _names(cell: str) -> Iterator[str]:
    for several in _EACH.split(cell):
        parts = _COMMA.split(several)
        apart = len(parts) > 1 and all(_IS_PERSON.fullmatch(_BESIDE.sub("", part)) for part in parts)
        for one in parts if apart else [several]:
            name = _BESIDE.sub("", one).strip()
            if name and len(name) <= _LONGEST_NAME and not _NOBODY.fullmatch(name) and not _FIGURES.search(name):
                yield name


def _days(cell: str, decided: dt.date) -> tuple[Deadline, ...]:
    """The day a cell names, which needs no word for a deadline there."""
    found = deadlines(cell, decided) or deadlines(f"senest {cell}", decided)
    return tuple(Deadline(cell, one.date) for one in found[:1])
