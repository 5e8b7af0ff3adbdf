"""Minutes that gather what was decided below all items: *BESLUTNINGER*, and then *Ad 1. Godkendt*, *Ad 2. Udsat*.

Before the items are looked for, each such answer is put at the end of its item, below a heading as other minutes have
it. So what was decided on a closed item stays with that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing import agenda, contents
from indexer.parsing.answered import ANSWER
from indexer.parsing.headings import heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import BOLD, Line

_FEWEST = 3  # answers
_HEADING = "Beslutning"


def below_items(lines: Sequence[Line]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines, such answers each in its item, and the numbers of the lines that begin one."""
    head = next((at for at in range(len(lines) - 1, 0, -1) if _heads(lines[at])), 0)
    answers = _answers(lines, head + 1) if head else {}
    above = lines[:head]
    if len(answers) < _FEWEST or any(
        (found := heading_at(above, at)) and found.kind == "decision" for at in range(head)
    ):
        return tuple(lines), frozenset()
    openings = agenda.openings(above)
    titles = {opening.number: opening.title for opening in openings if not opening.part}
    repeated = sum(contents.are_alike(lines[at].text, titles.get(number, "")) for number, at in answers.items())
    if not answers.keys() <= titles.keys() or 2 * repeated > len(answers):
        return tuple(lines), frozenset()
    firsts = [opening.first for opening in openings]
    out = [*above[: firsts[0]], replace(lines[head], furniture="rule")]
    ends = dict(zip(answers.values(), [*list(answers.values())[1:], len(lines)], strict=True))
    for opening, end in zip(openings, [*firsts[1:], head], strict=True):
        out += above[opening.first : end]
        if not opening.part and opening.number in answers:
            at = answers[opening.number]
            out += _decision(lines[at : ends[at]])
    return tuple(out), frozenset(lines[at].number for at in answers.values())


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
