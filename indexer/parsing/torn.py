"""A meeting's facts whose labels stand below each other, and all their values below those: a PDF's box torn apart.

*Mødedato*, *Mødested*, *Deltagere*, and then *4. maj 2021*, *Rådhuset*, *Lis Bo, Jan Lund*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from indexer.parsing import dates, inline, name_lists
from indexer.parsing.layout import folded, layout
from indexer.sources import Document

_FEWEST = 3  # labels
_MOST_LINES = 100  # of values
_LONGEST = 40  # characters of a label
_PEOPLE = ("present", "absent", "secretary")


def joined(document: Document) -> Document:
    """The document, each value in the line of its label, where what stands there can be what the labels say."""
    lines = list(document.lines)
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for labelled, run in groupby(enumerate(filled), key=lambda one: bool(_kind(lines[one[1]]))):
        places, labels = zip(*run, strict=True)
        if labelled and len(labels) >= _FEWEST:
            values = _values(lines, labels, filled[places[-1] + 1 :][:_MOST_LINES])
            for label, own in zip(labels, values, strict=False):
                lines[label] = f"{_shown(lines[label]).rstrip(' :')}: {' '.join(_shown(lines[at]) for at in own)}"
                lines[own[0] : own[-1] + 1] = ["||"] * len(own)
    return replace(document, lines=tuple(lines))


def _values(lines: Sequence[str], labels: Sequence[int], below: Sequence[int]) -> list[list[int]]:
    """The lines of each label's value; who was there may take several, where no gap is among them."""
    kinds = [_kind(lines[at]) for at in labels]
    run = [at for place, at in enumerate(below) if at - place == below[0]]
    more = len(run) - len(labels)
    if more < 0 or (more and kinds.count("present") != 1):
        run, more = list(below[: len(labels)]), 0
    values: list[list[int]] = []
    for kind in kinds:
        end = 1 + (more if kind == "present" else 0)
        values.append(run[:end])
        run = run[end:]
    told = [(kind, [_shown(lines[at]) for at in own]) for kind, own in zip(kinds, values, strict=True)]
    dated = any(kind == "date" and own and dates.find(own[0]) for kind, own in told)
    return values if dated and all(own and all(_fits(kind, line) for line in own) for kind, own in told) else []


def _kind(line: str) -> str:
    """What a label alone on its line is of; "" for any other line."""
    found = layout().label.fullmatch(_shown(line)) if len(line) <= _LONGEST else None
    return layout().labels[folded(found["label"])] if found and not found["value"] else ""


def _fits(kind: str, value: str) -> bool:
    if kind == "date":
        return dates.find(value) is not None or dates.start_time(value) is not None
    if kind in _PEOPLE:
        return folded(value) in layout().nobody or name_lists.looks_like_names(value)
    return not _kind(value)


def _shown(line: str) -> str:
    return inline.plain(line.strip())
