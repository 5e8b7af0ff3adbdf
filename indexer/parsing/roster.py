"""A table of participants: *Deltager | Rolle | Til stede*, a row a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.parsing import inline

_CELLS = re.compile(r"(?<!\\)\|")
_NAME = frozenset(("navn", "deltager", "deltagere", "medlem", "medlemmer", "person", "mødedeltager", "mødedeltagere"))
_WHAT = frozenset(("rolle", "titel", "funktion", "stilling", "parti", "initialer", "område", "enhed", "repræsenterer"))
_THERE = frozenset(("til stede", "tilstede", "fremmøde", "deltog", "deltagelse", "mødt", "status", "bemærkning"))
_YES = re.compile(r"(?:ja|x|✓|✔|til stede|deltog|mødt)?\s*(?:\((?P<told>[^()]*)\))?", re.IGNORECASE)
_NO = re.compile(
    r"(?:nej|afbud|fraværende|ikke mødt|forfald|ikke til stede)(?!\w)[\s,;:–-]*(?P<told>.*)", re.IGNORECASE
)
_SUBSTITUTE = re.compile(r"(?:stedfortræder|suppleant)(?: er)?:?\s+(?P<name>[A-ZÆØÅ].*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell of a row names the person, and which tell what they are and whether they were there."""

    name: int
    what: tuple[int, ...]
    there: tuple[int, ...]


def cells(body: str) -> list[str]:
    """The cells of a row of a table, the empty ones too."""
    parts = _CELLS.split(body.strip().removeprefix("|").removesuffix("|")) if "|" in body else body.split("\t")
    return [" ".join(inline.plain(part).split()) for part in parts]


def columns(head: Sequence[str]) -> Columns | None:
    """The columns of a table by its first row; None where that is no table of participants."""
    words = [cell.rstrip(" :?").casefold() for cell in head]
    name = next((at for at, word in enumerate(words) if word in _NAME), None)
    if name is None or len(words) < 2:
        return None
    what = tuple(at for at, word in enumerate(words) if word in _WHAT)
    there = tuple(at for at, word in enumerate(words) if word in _THERE)
    return Columns(name, what, there) if what or there else None


def entries(row: Sequence[str], own: Columns) -> list[str]:
    """The row as an entry of a list, *Lars Holte (direktør; afbud)*, and one more for whoever came in their place."""
    if own.name >= len(row) or not row[own.name]:
        return []
    beside = [row[at] for at in own.what if at < len(row) and row[at]]
    more: list[str] = []
    for told in (row[at] for at in own.there if at < len(row)):
        if (yes := _YES.fullmatch(told)) is not None:
            beside += [yes["told"]] if yes["told"] else []
        elif (no := _NO.fullmatch(told)) is not None:
            beside.append("afbud")
            other = _SUBSTITUTE.search(no["told"])
            more += [other["name"]] if other else []
        else:
            beside.append(told)
    name = row[own.name]
    told = "; ".join(re.split(r"\s*[()]\s*", "; ".join(beside)))
    if not told:
        return [name, *more]
    return [f"{name[:-1]}; {told})" if name.endswith(")") else f"{name} ({told})", *more]
