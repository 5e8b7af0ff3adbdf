"""What no line before the first item was known for by itself, looked at again when all of them have been read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from indexer.parsing import bodies, head_lines, inline, name_lists
from indexer.parsing.front_facts import Front
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line

_FEWEST_NAMES = 3  # in a row that are a list without a label
_LONGEST_LINK = 3  # words of what a web page leads to
_UNIT = re.compile(r"(?:,? (?:og )?[A-ZÆØÅ][a-zæøå][\w-]*){1,5}")
_BESIDE = re.compile(r"(?<!\s)\s{3,}Side:? \d{1,4}(?: ?(?:af|/) ?\d{1,4})?$", re.IGNORECASE)


def lists_of_names(front: Front, lines: Sequence[Line]) -> Iterator[tuple[list[int], list[str]]]:
    """Lines in a row that each begin with somebody's name: a list of who was there that nothing announces."""
    for _, run in itertools.groupby(enumerate(front.left), key=lambda one: one[1] - one[0]):
        own = [at for _, at in run]
        names = [head_lines.shown(lines[at]) for at in own]
        if len(names) >= _FEWEST_NAMES and name_lists.begins_with_names(names):
            yield own, names


def leave_navigation(front: Front, lines: Sequence[Line]) -> None:
    """What a web page has above the minutes themselves (*Gå til indhold*, *Menu*) is none of them."""
    begin = min((at for at, place in front.places.items() if place.startswith("meeting:")), default=0)
    above = [at for at in front.left if at < begin]
    if not any(layout().navigation.fullmatch(lines[at].text) for at in above):
        return
    for at in above:
        text = lines[at].text
        shown = inline.plain(lines[at].body, addresses=False)
        link = len(shown.split()) <= _LONGEST_LINK and shown[-1:] not in ".:;?!"
        if (link or text.count(" > ") > 1) and not bodies.is_one(text):
            front.places[at] = "furniture:page"
            front.left.remove(at)


def find_body(front: Front, lines: Sequence[Line]) -> None:
    """A body named on a line of its own: the first short line that ends as bodies do, or that nothing explains."""
    alone = {at: text for at in front.left if (text := _alone(lines[at]))}
    told = {at: head_lines.body_told(text) for at, text in alone.items()}
    short = [at for at, text in told.items() if head_lines.may_be_body(text) and not head_lines.COLUMNS.search(text)]
    known = next((at for at in short if bodies.is_one(told[at])), None)
    index = next(iter(short), None) if known is None and front.body is None else known
    if index is not None:
        front.body = told[index]


def place_body(front: Front, lines: Sequence[Line]) -> None:
    """The lines left over that but name the body, before a title did or again, or more fully, are its."""
    told = [(at, head_lines.body_told(_alone(lines[at]))) for at in front.left]
    fuller = [(at, name) for at, name in told if _is_fuller(name, front.body or "")]
    for at, front.body in fuller[:1]:
        front.places[at] = "meeting:body"
        front.left.remove(at)
    body = (front.body or "").casefold()
    for at in [at for at in front.left if head_lines.body_told(_alone(lines[at])).casefold() == body != ""]:
        front.places[at] = "meeting:body"
        front.left.remove(at)


def _is_fuller(name: str, body: str) -> bool:
    """Whether a name tells of which body by one word it is: *Bestyrelsen for Lillehavn*, *Skolebestyrelsen ved …*."""
    rest = name[len(body) :] if body and name.casefold().startswith(body.casefold()) else ""
    if " " in body:
        return False
    of_unit = body.endswith(("MU", "MED")) and _UNIT.fullmatch(rest)  # *LMU Ejendomsservice*, *OmrådeMED Sundhed*
    return bool(of_unit) or (rest.startswith((" for ", " ved ", " på ")) and bodies.is_one(name))


def _alone(line: Line) -> str:
    """What stands alone in a line, or in a row of a table; "" where nothing does."""
    if line.row:
        first, *others = list(dict.fromkeys(filter(None, head_lines.cells(line)))) or [""]
        beside = len(others) == 1 and bodies.is_one(first) and not head_lines.is_title(others[0])
        return f"{first} {others[0]}" if beside else "" if others else first  # *Områdeudvalg*, and beside it *Syd*
    alone = _BESIDE.sub("", line.body.strip("*_")) if line.heading_like else ""
    return alone if head_lines.COLUMNS.search(alone) else inline.plain(alone)
