"""Decisions in minutes that head none of them *Beslutning*: under *Konklusion* or *Aftalt*, or in the last paragraph.

Only asked where no line of the document is a decision's heading; elsewhere a *Konklusion* ends an exposition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.parsing.headings import Heading, heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import PLAIN, Line

_LABELLED = re.compile(r"(?P<label>\w+):\s+(?P<rest>\S.*)", re.DOTALL)
_LONGEST = 12  # lines of a paragraph that concludes
_BODY = r"[A-ZÆØÅ][-\w]*(?:udvalget|rådet|direktionen|bestyrelsen|gruppen|forum|MED|ledelsen)"
_CONCLUDES = re.compile(
    r"(?:Det blev|Der blev) (?:\w+ )?(?:aftalt|besluttet|vedtaget|enighed om)\b"
    r"|(?:Orientering(?:en|erne)?|Sagen|Punktet|Indstillingen|Forslaget|Dagsordenen|Referatet|Status|Notatet) "
    r"(?:blev |er |blev dermed |er dermed )?(?:taget til|godkendt|tiltrådt|udsat|udskudt|drøftet|vedtaget)\b"
    rf"|{_BODY} (?:besluttede|vedtog|tog|godkendte|tiltrådte|drøftede|anbefaler|indstiller|udsatte)\b"
    r"|(?:Taget|Tages) til (?:efterretning|orientering)"
    r"|(?:Godkendt|Tiltrådt|Udsat|Udskudt|Drøftet|Vedtaget|Besluttet)\b"
)


def has_formal(lines: Sequence[Line]) -> bool:
    """Whether a line of a document is the heading of a decision."""
    return any(
        layout().decision.match(line.text) and (found := heading_at(lines, index)) and found.kind == "decision"
        for index, line in enumerate(lines)
    )


def heading_of(lines: Sequence[Line], index: int) -> Heading | None:
    """The heading that line `index` is by its word alone, or as a label before the decision."""
    line = lines[index]
    if not line.heading_like:
        return None
    if line.text.rstrip(" :").casefold() in layout().informal:
        return Heading(index, index, line.text, line.rank, "decision", hard=True)
    found = _LABELLED.match(line.text) if line.before or line.rank < PLAIN else None
    if not found or found["label"].casefold() not in layout().informal:
        return None
    return Heading(index, index, f"{found['label']}:", line.rank, "decision", hard=True, rest=found["rest"])


def concluding(lines: Sequence[Line]) -> int | None:
    """The index of the line that begins an item's last paragraph, where that tells what was decided."""
    begin = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].before), None)
    if begin is None or len(lines) - begin > _LONGEST or not lines[begin].heading_like:
        return None
    return begin if _CONCLUDES.match(lines[begin].text) else None
