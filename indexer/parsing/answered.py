"""Minutes that print the agenda first and answer it by its numbers: *DAGSORDEN: 1. Budget …*, below *Ad 1. Det …*.

Such an answer begins where other minutes have the title. Before the items are looked for, each is unfolded into the
line of its item, with the title of the agenda, and what was said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.parsing import contents, openness
from indexer.parsing.item_headings import NUMBERED
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import BOLD, Line

_FEWEST = 3  # items of such an agenda
ANSWER = re.compile(
    r"(?P<word>(?:Ad|Pkt|Punkt)\b\.?\s*(?:(?:pkt|punkt)\b\.?\s*)?)?(?P<number>\d{1,2})(?:[.):]|\s*[–-](?=\s))?"
    r"(?:\s+(?P<text>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A line that answers an item of the agenda: the number, and what stands behind it."""

    at: int
    number: int
    text: str


def unfolded(lines: Sequence[Line]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines, such answers unfolded, and the numbers of the lines that were answers."""
    titles, end = _agenda(lines)
    if len(titles) < _FEWEST or _is_headed(lines[end:], titles):
        return tuple(lines), frozenset()
    answers = _answers(lines, end, titles)
    told = [one for one in answers if one.text and not contents.are_alike(one.text, titles[one.number])]
    if 2 * len(answers) < len(titles) or 2 * len(told) <= len(answers) or len(told) < _FEWEST:
        return tuple(lines), frozenset()
    own = {one.at: one for one in answers}
    out: list[Line] = []
    for at, line in enumerate(lines):
        out += _unfolded(line, own[at], titles) if at in own else [line]
    return tuple(out), frozenset(lines[at].number for at in own)


def _agenda(lines: Sequence[Line]) -> tuple[dict[int, str], int]:
    """The titles of the agenda under its heading, by their numbers from 1, and the index of the line below it."""
    begin = next((at for at, line in enumerate(lines) if contents.is_heading(line)), len(lines))
    titles: dict[int, str] = {}
    end = begin + 1
    for at, line in enumerate(lines[begin + 1 :], begin + 1):
        entry = None if contents.is_entry(line) else NUMBERED.fullmatch(line.whole)
        if entry and entry["title"] and int(entry["number"]) == len(titles) + 1:
            titles[len(titles) + 1] = entry["title"]
            end = at + 1
        elif not (openness.is_mark(line) or openness.heads(line.text)) and (line.before or not titles):
            break
    return titles, end


def _is_title(text: str, title: str) -> bool:
    """Whether a text is but the title again."""
    return folded(text) == folded(title)


def _is_headed(lines: Sequence[Line], titles: Mapping[int, str]) -> bool:
    """Whether the titles stand again below, above what was said."""
    shown = {folded(line.text) for line in lines}
    shown |= {folded(found["title"]) for line in lines if (found := _titled(line)) and found["title"]}
    return 2 * sum(folded(title) in shown for title in titles.values()) >= len(titles)


def _titled(line: Line) -> re.Match[str] | None:
    own = layout()
    return own.item.fullmatch(line.text) or own.other_item.fullmatch(line.text) or NUMBERED.fullmatch(line.text)


def _answers(lines: Sequence[Line], begin: int, titles: Mapping[int, str]) -> list[_Answer]:
    """The lines that answer the agenda, in its order: by *Ad*, or by the number alone where *Referat* heads them."""
    found: list[_Answer] = []
    headed = False
    by_word: bool | None = None  # as the first is
    for at, line in enumerate(lines[begin:], begin):
        headed = headed or layout().minutes.fullmatch(line.text.rstrip(" :.")) is not None
        answer = None if line.row or line.furniture else ANSWER.fullmatch(line.whole)
        if not answer or not (answer["word"] or (headed and line.before)):
            continue
        number, worded = int(answer["number"]), bool(answer["word"])
        if worded and number == len(titles) + 1:
            return []  # the agenda goes on elsewhere, and what is closed may be of that
        if number in titles and number == len(found) + 1 and by_word in (None, worded):
            by_word = worded
            found.append(_Answer(at, number, answer["text"] or ""))
    return found


def _unfolded(line: Line, answer: _Answer, titles: Mapping[int, str]) -> list[Line]:
    """The heading of an answer's item, and below it what the answer says besides."""
    title = titles[answer.number]
    heading = f"Punkt {answer.number}: {title}"
    head = replace(line, body=heading, text=heading, rank=BOLD, marker="", before=True, after=True)
    if not answer.text or _is_title(answer.text, title):
        return [head]
    return [head, replace(line, body=answer.text, text=answer.text, marker="", before=True)]
