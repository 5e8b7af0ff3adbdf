"""Items on pages whose head or foot says that they are closed: *Byrådet 26-03-2024   Lukket dagsorden   Side 7*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.parsing.lines import Line
from indexer.parsing.opening import Opening

_WHAT = r"(?:\w*dagsorden|del|møde|\w*referat|\w*protokol|punkt(?:er)?|sag(?:er)?)"
_CLOSED = re.compile(rf"\b(?:Lukke(?:t|de)|Fortrolige?t?|Ikke[- ]offentlig[et]?) {_WHAT}\b", re.IGNORECASE)
_OPEN = re.compile(rf"\b(?:Åben|Åbent|Åbne|Offentlig[et]?) {_WHAT}\b", re.IGNORECASE)


def marked(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings, those on such pages closed: by the head above each, or the foot below where pages have no heads.

    Below the last foot nothing stands.
    """
    told = {at: closed for at, line in enumerate(lines) if (closed := _tells(line)) is not None}
    if not any(told.values()):
        return list(found)
    heads = any(not line.furniture for line in lines[max(told) + 1 :])
    return [replace(one, closed=one.closed or _is_closed(one, told, heads=heads)) for one in found]


def _tells(line: Line) -> bool | None:
    """Whether a page's head or foot says that it is closed; None where it says neither."""
    if line.furniture != "page":
        return None
    return True if _CLOSED.search(line.text) else False if _OPEN.search(line.text) else None


def _is_closed(opening: Opening, told: dict[int, bool], *, heads: bool) -> bool:
    own = [at for at in told if (at < opening.first) == heads]
    return bool(own) and told[max(own) if heads else min(own)]
