"""Items that are headed in another way than those beside them: *Tillægspunkt: …*, *L4 …*, *Lukket: 4. …*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.parsing import item_headings, openness, unnumbered
from indexer.parsing.case_numbers import case_number
from indexer.parsing.headings import heading_at
from indexer.parsing.item_headings import NUMBERED
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import PLAIN, Line
from indexer.parsing.opening import SURE, Opening

_ADDED = re.compile(
    r"(?P<said>(?:lukket|fortroligt) )?(?:tillægs|ekstra)\s?punkt(?: (?:nr\. ?)?\d{1,2})?"
    r"(?:(?P<mark>\s*\(\w+\))?(?::|\s[–-])\s+(?P<title>\w.*))?",
    re.IGNORECASE,
)
# *Lukket: 4. Køb*, *(Lukket) 4 Køb*; without a sign before the number, one behind it: *LUKKET 4. Køb*
_CLOSED = re.compile(
    r"[(\[]?(?P<said>\N{LOCK}|[^\W\d][^\d:()\[\]]{3,30}?)(?:[)\]]:?|\s*:|\s[–-]|(?=\s(?:punkt |pkt\.? )?\d{1,3}[.):]))"
    r"\s+(?:(?:punkt|pkt\.?)\s)?(?P<number>\d{1,3})(?:[.):]|\s[–-]|(?=\s))\s+(?P<title>(?-i:[A-ZÆØÅ]).*)",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?:(?:Punkt|Pkt\.?|Dagsordenspunkt)\s+)?(?P<sign>[ÅL])(?P<number>\d{1,2})[.):]?\s+(?P<title>[A-ZÆØÅ(].*)"
)
_ATTACHED = re.compile(r"Bilag\s+(?P<number>\d{1,3})\.\d{1,2}\b", re.IGNORECASE)  # to the item of that number


def among(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings, and between them those of such items; what is added counts on from the highest number."""
    taken = {opening.first: opening for opening in found}
    if not found:
        lettered = [one for index in range(len(lines)) if (one := _lettered(lines, index))]
        return lettered if len(lettered) > 1 else []
    for index in range(found[0].first):
        one = _said_closed(lines, index)
        if one and one.number < found[0].number and item_headings.followed_by(lines, one):
            taken[index] = one
    highest = max(opening.number for opening in found)
    above = found[0]
    for index in range(found[0].last + 1, len(lines)):
        above = taken.get(index, above)
        if index in taken or not (lines[index].before or lines[index].rank < PLAIN):
            continue
        one = _added(lines, index, highest + 1) or _lettered(lines, index) or _said_closed(lines, index)
        one = one or (_ending(lines, index, highest + 1) if above.closed else None)
        if one and one.last not in taken and (one.closed or one.number == highest + 1):
            taken[index] = above = one
            highest = max(highest, one.number)
    return [taken[index] for index in sorted(taken)]


def _added(lines: Sequence[Line], index: int, number: int) -> Opening | None:
    """The opening of an item that was put on the agenda later, the title beside its word or alone below that."""
    added = _ADDED.fullmatch(lines[index].text) if lines[index].heading_like else None
    if not added:
        return None
    below = added["title"] is None
    if below and not (index + 2 < len(lines) and case_number(lines[index + 2])):
        return None
    title = lines[index + 1].text if below else added["title"]
    closed = bool(added["said"]) or openness.is_closed_title(f"{title}{added['mark'] or ''}")
    one = Opening(index, index + below, number, openness.without_open(title), SURE, closed=closed)
    return one if closed or lines[one.last].after or item_headings.followed_by(lines, one) else None


def _lettered(lines: Sequence[Line], index: int) -> Opening | None:
    """The opening whose number has a letter for open or closed before it: *L4 Personalesag*."""
    found = _LETTERED.fullmatch(lines[index].text) if lines[index].heading_like else None
    if not found:
        return None
    return Opening(index, index, int(found["number"]), found["title"], SURE, closed=found["sign"] == "L")


def _said_closed(lines: Sequence[Line], index: int) -> Opening | None:
    """The opening of an item before whose number it is said that it is closed: *Lukket: 4. Køb*."""
    found = _CLOSED.fullmatch(lines[index].text) if lines[index].heading_like else None
    if not found or not (found["said"] == "\N{LOCK}" or openness.is_closed(found["said"])):
        return None
    return Opening(index, index, int(found["number"]), found["title"], SURE, closed=True)


def _ending(lines: Sequence[Line], index: int, number: int) -> Opening | None:
    """The opening of the item that ends a meeting, with the `number` that is next: *5 Eventuelt*."""
    found = NUMBERED.fullmatch(lines[index].whole)
    if not found or int(found["number"]) != number or not unnumbered.is_named(found["title"] or ""):
        return None
    return Opening(index, index, number, found["title"], SURE)


def at_foot(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings of what stands below the last item, where that is open, and is of closed ones.

    *2. Salg (lukket)* with what was decided, and *Bilag 2.1* where item 2 is closed; without a decision it may be the
    name of an attachment of the last item.
    """
    if found[-1].closed:
        return []
    shut = {one.number for one in found if one.closed}
    opened = {one.number for one in found if not one.closed}
    taken: list[Opening] = []
    kind = "other"  # of the section that the lines are in
    for index in range(found[-1].last + 1, len(lines)):
        heading = heading_at(lines, index)
        kind = heading.kind if heading else kind
        attached = _ATTACHED.match(lines[index].text)
        if attached and int(attached["number"]) in shut and not (taken and _ATTACHED.match(taken[-1].title)):
            taken.append(Opening(index, index, int(attached["number"]), lines[index].text, SURE, closed=True))
        one = _listed_closed(lines, index)
        alone = one and one.number not in opened and kind != "attachments"
        if one and (alone or item_headings.followed_by(lines, one)):
            taken.append(one)
    return taken


def _listed_closed(lines: Sequence[Line], index: int) -> Opening | None:
    """The opening that a number and a title called closed are: *2. Salg (lukket)*."""
    line = lines[index]
    found = None if line.row or line.furniture else NUMBERED.fullmatch(line.whole)
    if not found or not found["title"] or not openness.is_closed_title(found["title"]):
        return None
    return Opening(index, index, int(found["number"]), found["title"], SURE, closed=True)


def below_groups(found: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """The openings, and one more where *Lukkede punkter* or *Lukket referat* heads text that no item of its own has.

    That text would come open with the item above. Right below a title it is of that item; where *Åbne sager* stands in
    the same, both are what that is about.
    """
    taken: list[Opening] = []
    highest = max((opening.number for opening in found), default=0)
    for opening, end in zip(found, [*(one.first for one in found[1:]), len(lines)], strict=True):
        taken.append(opening)
        below = range(opening.last + 1, end)
        groups = [at for at in below if lines[at].before and layout().groups.fullmatch(lines[at].text)]
        heads = groups if all(openness.heads_closed(lines[at]) for at in groups) else []
        minutes = [at for at in below if openness.heads_closed_minutes(lines[at])]
        heads = sorted({*heads, *minutes})
        if opening.closed or not heads:
            continue
        above, rest = lines[opening.last + 1 : heads[0]], lines[heads[0] + 1 : end]
        own = any(not (line.furniture or case_number(line) or openness.is_mark(line)) for line in above)
        if (own or heads[0] in minutes) and not all(
            line.furniture or folded(line.text) in layout().nobody for line in rest
        ):
            highest += 1
            taken.append(Opening(heads[0], heads[0], highest, lines[heads[0]].text.rstrip(" :"), SURE, closed=True))
    return taken
