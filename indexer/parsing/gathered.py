"""Minutes that gather what was decided below all items: *BESLUTNINGER*, and then *Ad 1. Godkendt*, *Ad 2. Udsat*.

Before the items are looked for, each such answer is put at the end of its item, below a heading as other minutes have
it. So what was decided on a closed item stays with that; where no item is listed for it, it is one of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.parsing import agenda, contents, openness
from indexer.parsing.answered import ANSWER
from indexer.parsing.headings import heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import BOLD, Line
from indexer.parsing.opening import Opening

_FEWEST = 3  # answers
_HEADING = "Beslutning"
_CLOSED = "Lukket punkt"


def below_items(lines: Sequence[Line]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines, such answers each in its item, and the numbers of the lines that begin one."""
    head = next((at for at in range(len(lines) - 1, 0, -1) if _heads(lines[at])), 0)
    answers = _answers(lines, head + 1) if head else {}
    above = lines[:head]
    decides = (heading_at(above, at) for at in range(head))
    if len(answers) < _FEWEST or any(heading and heading.kind == "decision" for heading in decides):
        return tuple(lines), frozenset()
    openings = agenda.openings(above)
    titles = {opening.number: opening.title for opening in openings if not opening.part}
    repeated = sum(contents.are_alike(lines[at].text, titles.get(number, "")) for number, at in answers.items())
    if 2 * len(answers.keys() & titles.keys()) <= len(answers) or 2 * repeated > len(answers):
        return tuple(lines), frozenset()
    spans = pairwise([*answers.values(), len(lines)])
    told = {number: lines[begin:end] for number, (begin, end) in zip(answers, spans, strict=True)}
    out = [*_with_answers(above, openings, told), replace(lines[head], furniture="rule")]
    again = {opening.printed for opening in agenda.openings(out) if opening.closed}
    if not again.issuperset(opening.printed for opening in openings if opening.closed):
        return tuple(lines), frozenset()
    return tuple(out), frozenset(lines[at].number for at in answers.values())


def _with_answers(lines: Sequence[Line], openings: Sequence[Opening], told: Mapping[int, Sequence[Line]]) -> list[Line]:
    """The lines with each answer in its item, and one of its own for what none is listed for."""
    first = openings[0].first
    out = list(lines[:first])
    missing = sorted(told.keys() - {opening.number for opening in openings})
    for opening, end in zip(openings, [*(one.first for one in openings[1:]), len(lines)], strict=True):
        while missing and missing[0] < opening.number:
            out += _unlisted(lines[first], number := missing.pop(0), told[number])
        own = _own_end(lines, opening, end)
        out += lines[opening.first : own]
        if not opening.part and opening.number in told:
            out += _decision(told[opening.number])
        out += lines[own:end]
    for number in missing:
        out += _unlisted(lines[first], number, told[number])
    return out


def _own_end(lines: Sequence[Line], opening: Opening, end: int) -> int:
    """Where what is an item's own ends, above what is said of the next: *Lukkede punkter*."""
    last = end
    while last > opening.last + 1 and (openness.is_mark(lines[last - 1]) or _is_group(lines[last - 1])):
        last -= 1
    return last if last > opening.last + 1 else end


def _is_group(line: Line) -> bool:
    own = layout()
    of_doors = own.doors_closed.fullmatch(line.text) or own.doors_open.fullmatch(line.text)
    return bool(line.furniture or own.groups.fullmatch(line.text) or of_doors)


def _unlisted(like: Line, number: int, answer: Sequence[Line]) -> list[Line]:
    """An answer to what no item is listed for, which then was closed, as an item of its own."""
    heading = f"{number}. {_CLOSED}" if like.whole[:1].isdigit() else f"Punkt {number}: {_CLOSED}"
    head = replace(answer[0], body=heading, text=heading, rank=BOLD, marker="", before=True, after=True)
    return [head, *_decision(answer)]


def _heads(line: Line) -> bool:
    """Whether a line is but the word for what was decided, or for the minutes."""
    words = line.text.rstrip(" :.")
    decides = layout().decision.fullmatch(words)
    return line.heading_like and bool((decides and not decides["rest"]) or layout().minutes.fullmatch(words))


def _answers(lines: Sequence[Line], begin: int) -> dict[int, int]:
    """Where each answer begins, by its number, the first right below the heading; nothing where that is not certain.

    By a word (*Ad 3*) some may be left out. By the number alone none may: what a list has must be no answer, nor what
    was decided on a closed item text of the one above.
    """
    found: dict[int, int] = {}
    by_word, last = False, 0
    for at in range(begin, len(lines)):
        answer = None if lines[at].row or lines[at].furniture else ANSWER.fullmatch(lines[at].whole)
        number = int(answer["number"]) if answer and answer["text"] else 0
        if not found and not number:
            return {}
        worded = bool(answer and answer["word"])
        by_word = by_word if found else worded
        if number <= last or worded != by_word:
            continue
        if not by_word and number > last + 1:
            return {}
        found[number], last = at, number
    return found


def _decision(answer: Sequence[Line]) -> list[Line]:
    """The lines of an answer below the heading of a decision."""
    first, *rest = answer
    said = ANSWER.fullmatch(first.whole)
    text = said["text"] if said else first.text
    head = replace(first, body=_HEADING, text=_HEADING, rank=BOLD, marker="", before=True, after=True)
    return [head, replace(first, body=text, text=text, marker="", before=True), *rest]
