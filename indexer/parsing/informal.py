"""Decisions in minutes that head none of them *Beslutning*: under *Konklusion* or *Aftalt*, or in the last paragraph.

Only asked where no line of the document is a decision's heading; elsewhere a *Konklusion* ends an exposition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.parsing.headings import Heading, heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line

_LABELLED = re.compile(r"(?P<label>\w+):\s+(?P<rest>\S.*)", re.DOTALL)
_LONGEST = 12  # lines of a paragraph that concludes
_BODY = r"(?:[A-ZÆØÅ][-\w]*)?(?i:udvalget|rådet|direktionen|bestyrelsen|gruppen|forum|MED|ledelsen)"
_VERDICT = (
    r"(?:taget til|godkendt|tiltrådt|udsat(?= til\b|\W*$)|udskudt|drøftet|vedtaget)"
    r"(?=\s*[.,;:]|\s*$|\s+(?:med|som|idet|dog|og|til|efterretning|orientering)\b)"
)
_CONCLUDES = re.compile(
    r"Det blev (?!ikke )(?:\w+ )?(?:aftalt|besluttet|vedtaget)(?=,? at\b)|Der blev enighed om\b"
    r"|(?:Orientering(?:en|erne)?|Sagen|Punktet|Indstillingen|Forslaget|Dagsordenen|Referatet|Status|Notatet) "
    rf"(?:blev |er |blev dermed |er dermed )?{_VERDICT}"
    rf"|{_BODY} (?:besluttede|vedtog|tog|godkendte|tiltrådte|drøftede|udsatte)\b(?! den \d)"
    rf"|(?:Taget|Tages) til (?:efterretning|orientering)|(?=[A-ZÆØÅ])(?i:{_VERDICT})"
)


def has_formal(lines: Sequence[Line]) -> bool:
    """Whether a line of a document is the heading of a decision."""
    found = (heading_at(lines, index) for index in range(len(lines)))
    return any(heading is not None and heading.kind == "decision" for heading in found)


def heading_of(lines: Sequence[Line], index: int) -> Heading | None:
    """The heading that line `index` is by its word alone, or as a label before the decision."""
    line = lines[index]
    if not line.heading_like:
        return None
    if line.text.rstrip(" :").casefold() in layout().informal:
        return Heading(index, index, line.text, line.rank, "decision", hard=True)
    found = _LABELLED.match(line.text)
    if not found or found["label"].casefold() not in layout().informal:
        return None
    return Heading(index, index, f"{found['label']}:", line.rank, "decision", hard=True, rest=found["rest"])


def concluding(lines: Sequence[Line]) -> int | None:
    """The index of the line that begins an item's last paragraph, where that tells what was decided."""
    begin = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].before), None)
    if begin is None or len(lines) - begin > _LONGEST or not lines[begin].heading_like:
        return None
    return begin if _CONCLUDES.match(lines[begin].text) else None
