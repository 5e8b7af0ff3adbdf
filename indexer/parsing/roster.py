"""A table of participants, *Deltager | Rolle | Til stede*, a row a person; or a list of them with a box before each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.parsing import deputies
from indexer.parsing.attendance import NOT_THERE

_NAME = frozenset(("navn", "deltager", "deltagere", "medlem", "medlemmer", "person", "mødedeltager", "mødedeltagere"))
_WHAT = frozenset(("rolle", "titel", "funktion", "stilling", "parti", "initialer", "område", "enhed", "repræsenterer"))
_THERE = frozenset(("til stede", "tilstede", "fremmøde", "deltog", "deltagelse", "mødt", "status", "bemærkning"))
_MISSED = frozenset(("afbud", "fraværende", "fravær", "ikke til stede", "forfald"))
_YES = re.compile(r"(?:ja|x|✓|✔|til stede|deltog|mødt)?\s*(?:\((?P<told>[^()]*)\))?", re.IGNORECASE)
_NO = re.compile(rf"(?:{NOT_THERE}|nej|ikke|[-–÷0])(?!\w)[\s,;:–-]*(?P<told>.*)", re.IGNORECASE)
_BOX = re.compile(r"(?:(?P<ticked>\[[xX]\]|[☒☑✓✔])|\[ ?\]|[☐□])\s*(?P<name>\S.*)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell of a row names the person, and which tell what they are, whether they were there, and whether not.

    `ticked` says that who was there has a sign for it, so that an empty cell means that somebody was not.
    """

    name: int
    what: tuple[int, ...]
    there: tuple[int, ...]
    missed: tuple[int, ...] = ()
    ticked: bool = False


def columns(head: Sequence[str]) -> Columns | None:
    """The columns of a table by its first row; None where that is no table of participants."""
    words = [cell.rstrip(" :?").casefold() for cell in head]
    name = next((at for at, word in enumerate(words) if word in _NAME), None)
    if name is None or len(words) < 2:
        return None
    what = tuple(at for at, word in enumerate(words) if word in _WHAT)
    there = tuple(at for at, word in enumerate(words) if word in _THERE)
    missed = tuple(at for at, word in enumerate(words) if word in _MISSED)
    return Columns(name, what, there, missed) if what or there or missed else None


def with_ticks(own: Columns, rows: Sequence[Sequence[str]]) -> Columns:
    """The columns of a table whose rows are known: whether somebody has a sign for having been there."""
    cells_there = (row[at] for row in rows for at in own.there if at < len(row))
    return replace(own, ticked=any(cell and _YES.fullmatch(cell) for cell in cells_there))


def is_heading(row: Sequence[str], own: Columns) -> bool:
    """Whether a row is a heading among the others: nothing stands beside its first cell."""
    return (
        len(row) > 1
        and own.name < len(row)
        and bool(row[own.name])
        and not any(cell for at, cell in enumerate(row) if at != own.name)
    )


def entries(row: Sequence[str], own: Columns) -> list[str]:
    """The row as an entry of a list, *Lars Holte (direktør; afbud)*, and one more for whoever came in their place."""
    if own.name >= len(row) or not row[own.name]:
        return []
    beside = [row[at] for at in own.what if at < len(row) and row[at]]
    more: list[str] = []
    if any(row[at].strip(" -–") for at in own.missed if at < len(row)):
        beside.append("afbud")
    for told in (row[at] for at in own.there if at < len(row)):
        if not told and own.ticked:
            beside.append("afbud")
        elif (yes := _YES.fullmatch(told)) is not None:
            beside += [yes["told"]] if yes["told"] else []
        elif (no := _NO.fullmatch(told)) is not None:
            beside.append("afbud")
            more += deputies.sent(no["told"])
        else:
            beside.append(told)
    name = row[own.name]
    told = "; ".join(re.split(r"\s*[()]\s*", "; ".join(beside)))
    if not told:
        return [name, *more]
    return [_with_word(name, told), *more]


def told_by_boxes(lines: Sequence[str]) -> list[str]:
    """The entries of a list without the boxes before them; where one is ticked, who has an empty one was not there."""
    boxes = [_BOX.fullmatch(line) for line in lines]
    ticked = any(box and box["ticked"] for box in boxes)
    return [
        line if not box else box["name"] if box["ticked"] or not ticked else _with_word(box["name"], "afbud")
        for line, box in zip(lines, boxes, strict=True)
    ]


def _with_word(name: str, word: str) -> str:
    """A name with what is told of it in its bracket: *Lars Holte (A; afbud)*."""
    return f"{name[:-1]}; {word})" if name.endswith(")") else f"{name} ({word})"
