"""The sections of an item: which of the lines that look like a section's heading are one.

The same word may head a section or a part of one (*Økonomi* within an exposition), and the levels of headings shift
within one document. What decides is the heading's rank against the section that is open and, among plain lines, what
stands below it (see `_is_section`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from indexer.parsing import informal, proposed
from indexer.parsing.headings import Heading, heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import BOLD, COLUMN, PLAIN, Line
from indexer.parsing.prose import runs_on

_LONGEST_SUBHEADING = 80  # characters
_LONGEST_DECISION = 200  # lines; further back no topics are looked for
_PROSE = 60  # characters; what follows a subheading is a paragraph, or at least a sentence
_STANDARD = re.compile(
    r"(?!(?:vedr|ad|re|punkt|bilag|trin|fase|afsnit|figur|tabel)\b)[A-ZÆØÅ][^\d:?!]*:?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A section as found: its heading, None for lines without one, and the indices of its lines, `begin` to `end`."""

    heading: Heading | None
    begin: int
    end: int


def parts(lines: Sequence[Line], *, formal: bool = True) -> list[Part]:
    """The sections among the lines of an item, in order; together they hold every line.

    `formal` says whether the document heads its decisions *Beslutning*; an item without any heading needs none.
    """
    known = _headings(lines, informal.of_body if formal else informal.heading_of)
    if not any(heading.kind == "decision" for heading in known):
        known = sorted([*known, *_records(lines)], key=lambda heading: heading.first)
    known = known if formal and known else _with_conclusion(lines, known)
    known = proposed.headings(lines, known)
    found = sorted([*known, *_unknown(lines, known)], key=lambda heading: heading.first)
    heads = _accepted(lines, found)
    divided = [Part(None, 0, heads[0].first if heads else len(lines))]
    for number, head in enumerate(heads):
        end = heads[number + 1].first if number + 1 < len(heads) else len(lines)
        divided.append(Part(head, head.last + 1, end))
    return _with_heads([part for part in divided if part.heading or part.begin < part.end])


def _with_heads(found: Sequence[Part]) -> list[Part]:
    """The parts, a conclusion that has no words of its own with the heading of a table's column above it."""
    taken: list[Part] = []
    for part in found:
        above = taken[-1] if taken else None
        headed = above is not None and above.heading is not None and above.heading.rank == COLUMN
        if above and above.heading and headed and above.begin == above.end and part.heading and not part.heading.words:
            taken[-1] = Part(replace(above.heading, kind=part.heading.kind), part.heading.first, part.end)
        else:
            taken.append(part)
    return taken


def only_announces(part: Part, below: Part | None) -> bool:
    """Whether a part is a heading alone above a decision's own: *Beslutning*, then *Udvalgets beslutning i mødet …*."""
    alone = part.heading is not None and not part.heading.rest and part.begin == part.end
    return alone and below is not None and below.heading is not None and below.heading.kind == "decision"


def _with_conclusion(lines: Sequence[Line], found: list[Heading]) -> list[Heading]:
    """The headings, and one without words before the last paragraph where that alone tells what was decided."""
    begin = None if any(heading.kind == "decision" for heading in found) else informal.concluding(lines)
    columned = found and begin and any(line.rank == COLUMN for line in lines[found[-1].last + 1 : begin])
    opened = found[-1].kind if found and not columned else "other"
    if begin is None or opened == "attachments" or any(one.last + 1 >= begin for one in found):
        return found
    line = lines[begin]
    if opened == "recommendation" and not informal.resolves(line.text):
        return found
    return [*found, Heading(begin, begin, "", line.rank, "decision", hard=True, rest=line.text)]


def _headings(lines: Sequence[Line], besides: Callable[[Sequence[Line], int], Heading | None]) -> list[Heading]:
    """Everything that looks like a section's heading; a label with its text beside it only where no line is one."""
    found: list[Heading] = []
    index = 0
    while index < len(lines):
        heading = heading_at(lines, index) or _closing(lines, index) or besides(lines, index)
        if heading:
            found.append(heading)
        index = heading.last + 1 if heading else index + 1
    alone = {heading.kind for heading in found if not heading.rest}
    return [heading for heading in found if not (heading.rest and heading.words and heading.kind in alone)]


def _records(lines: Sequence[Line]) -> list[Heading]:
    """The headings *Referat*, which are a decision's where nothing else is."""
    return [found for index in range(len(lines)) if (found := informal.record_of(lines, index))]


def _closing(lines: Sequence[Line], index: int) -> Heading | None:
    """The line that ends a meeting ("Mødet hævet kl. 12"), which belongs to no section above it."""
    line = lines[index]
    ended = line.text.startswith("Mødet") and index > 0 and not runs_on(lines[index - 1].text, line.text)
    if not line.heading_like or not (line.before or ended) or not layout().closing.fullmatch(line.text):
        return None
    return Heading(index, index, "", line.rank, "other", hard=True, rest=line.body)


def _unknown(lines: Sequence[Line], known: Sequence[Heading]) -> list[Heading]:
    """Headings in Markdown (`#`) of no known name that stand at the level of the item's sections."""
    taken = {index for heading in known for index in range(heading.first, heading.last + 1)}
    ranks = [heading.rank for heading in known if heading.rank < BOLD]
    highest = min((line.rank for line in lines if line.rank < BOLD), default=0)
    level = max(ranks, key=lambda rank: (ranks.count(rank), rank), default=0 if known else highest)
    return [
        Heading(index, index, line.text, line.rank, "other", hard=False)
        for index, line in enumerate(lines)
        if index not in taken and line.rank <= level and _looks_standard(line.text)
    ]


def _looks_standard(text: str) -> bool:
    """Whether a heading reads as one that every item might have: a few words, no figures."""
    return len(text.split()) <= 4 and len(text) <= _LONGEST_SUBHEADING and bool(_STANDARD.fullmatch(text))


def _accepted(lines: Sequence[Line], found: Sequence[Heading]) -> list[Heading]:
    """The headings that open a section, decided in reading order against the section then open."""
    deepest = max((heading.rank for heading in found if heading.hard and heading.words), default=PLAIN)
    accepted: list[Heading] = []
    for number, heading in enumerate(found):
        following = found[number + 1].first if number + 1 < len(found) else len(lines)
        if heading.hard or _is_section(lines, heading, accepted[-1] if accepted else None, deepest, following):
            accepted.append(heading)
    return accepted


def _is_section(lines: Sequence[Line], heading: Heading, opened: Heading | None, deepest: int, following: int) -> bool:
    """Whether a soft heading opens a section while `opened` is open.

    `following` is where the next known heading stands, `deepest` the lowest rank of the item's hard headings. Deeper
    than an open exposition, or deeper than every section of the item, a soft heading is a subheading. A plain one among
    plain sections is a subheading where others of its look follow within an exposition, a topic where it stands among
    those of a decision, and an attachment's name where the list of attachments is open and no prose follows.
    """
    if opened is None:
        return True
    if heading.kind == opened.kind == "recommendation":
        return False
    if heading.rank > (opened.rank if opened.kind == "exposition" else max(deepest, opened.rank)):
        return False
    if heading.rank < PLAIN:
        return True
    below = range(heading.last + 1, following)
    if opened.kind == "attachments":
        return any(len(lines[index].text) >= _PROSE or lines[index].text.endswith(".") for index in below)
    if opened.kind == "exposition":
        return not any(_is_subheading(lines, index, following, _PROSE) for index in below)
    above = range(max(opened.last + 1, heading.first - _LONGEST_DECISION), heading.first)
    topics = opened.kind == "decision" and any(_is_subheading(lines, index, heading.first, 1) for index in above)
    return not (topics and any(_is_subheading(lines, index, following, 1) for index in below))


def _is_subheading(lines: Sequence[Line], index: int, end: int, prose: int) -> bool:
    """Whether a plain line stands alone like a heading, with a paragraph of `prose` characters or more below it."""
    line = lines[index]
    alone = line.rank == PLAIN and line.heading_like and line.before and line.after
    if not alone or index + 1 >= end or len(line.text) > _LONGEST_SUBHEADING:
        return False
    below = lines[index + 1]
    followed = not below.marker and not below.row and len(below.text) >= prose
    return followed and line.text[0].isupper() and line.text[-1] not in ".,;:?!" and len(line.text.split()) <= 10


def with_rest(heading: Heading, line: Line) -> Line:
    """What follows a label on its own line, as a line of the section."""
    body = line.body.partition(":")[2].lstrip("* _\t") if heading.words else line.body
    return replace(
        line,
        body=body,
        text=heading.rest if heading.words else line.text,
        rank=PLAIN,
        row=line.row and not heading.words,
    )
