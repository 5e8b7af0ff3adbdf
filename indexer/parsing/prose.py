"""From lines to plain text: soft-wrapped lines joined, paragraphs parted, list items and table rows a line each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from indexer.parsing import inline
from indexer.parsing.layout import layout
from indexer.parsing.lines import PLAIN, Line, is_label
from mappings import lemmas
from mappings.right_words import is_right

# Lines are wrapped at 70 characters or more; a line that with the first word of the next stays under this was ended
# by its writer.
NARROWEST = 60  # characters
# A paragraph cut in two by a page break is this long at least, or it is a line of its own ("Arkiv", "Udskudt").
LONG_PROSE = 60  # characters

_SHORT = 20  # characters on either side of a line's end, enough for an abbreviation

_ENDED = re.compile(r"[.!?:;…]['\"”’»)\]]*$")
# A full stop that ends no sentence: "senest den 26." above "november", "2,1 mio." above "kr.", "kl." above "12".
_OPEN = re.compile(
    r"(?:^|\s)\d{1,2}\.\n(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal"
    r"|halvår|behandling|klasse|årgang)\b|(?:^|\s)(?:mio|mia)\.\nkr|(?:^|\s)(?:kl|nr|pkt|stk|d)\.\n\d"
    r"|(?:^|\s)(?:ca|jf|inkl|ekskl|vedr|hhv|f\.eks|bl\.a|pga)\.\n(?:\d|[a-zæøå])",
    re.IGNORECASE,
)
_PARTED = re.compile(r"(?P<word>\S*[^\W_])-$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"[^\W_]+$")
_LONGEST_WORD = 60  # characters of a word and its hyphen
_OWN_HYPHEN = frozenset(("ad", "non", "co", "ex", "offentlig", "pro", "anti", "barn", "voksen"))
# What follows a hyphen that stands for the rest of a word: *børne- og ungdomsområdet*.
_IS_SHORT_FOR = re.compile(r"(?:og|eller|samt|til|men|hhv\.?|henholdsvis|såvel|såsom|m\.m\.?|mv\.?)(?!\w)")
_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
_STRESSED = re.compile(r"(?<=[.!?:;)])\s+\*\*(?P<label>[^*:]{3,40})(?::\*\*|\*\*:)")
_CELLS = re.compile(r"(?<!\\)\|")


@dataclass(slots=True)
class _Block:
    """Lines that make one line of the text; `kind` is prose, item, row or heading."""

    kind: str
    parts: list[str] = field(default_factory=list)
    lead: str = ""
    gap: bool = False

    def text(self) -> str:
        return self.lead + inline.plain(joined(self.parts)).replace("\n", "\n" + " " * len(self.lead))


def runs_on(above: str, below: str) -> bool:
    """Whether the line `below` goes on with the sentence of the line directly above it."""
    if not above or not below:
        return False
    if _ENDED.search(above) and not _OPEN.search(f"{above[-_SHORT:]}\n{below[:_SHORT]}"):
        return False
    wrapped = len(above) + 1 + len(below.split(maxsplit=1)[0]) > NARROWEST
    return wrapped or below[0].islower() or is_open(above)


def is_open(text: str) -> bool:
    """Whether a line's end shows that its sentence goes on below: a comma, a hyphen, or a word such as *og*."""
    return text[-1:] in (",", "-", "–") or _last_word(text) in layout().goes_on


def joined(parts: Iterable[str]) -> str:
    """Lines as one: a blank between them, and none where a word is parted or a hyphen is the word's own.

    *omsorgs-* above *samtaler* is one word; *IT-* above *systemet*, *e-* above *mail* and an address keep their hyphen,
    *børne-* above *og* its blank.
    """
    whole: list[str] = []
    for part in parts:
        above = whole[-1] if whole else ""
        found = _PARTED.search(above[-_LONGEST_WORD:])
        if not found or _IS_SHORT_FOR.match(part) or not part[:1].isalnum():
            whole += [" ", part] if whole else [part]
        elif _is_parted(found["word"], part):
            whole[-1] = above[:-1]
            whole.append(part)
        else:
            whole.append(part)
    return "".join(whole)


def _is_parted(before: str, after: str) -> bool:
    """Whether a hyphen only parts a word at its line's end, and is none of its own."""
    word, below = _LAST_WORD.search(before), after.split(maxsplit=1)[0]
    if not word or not below[0].islower():
        return False
    if word[0].istitle() and len(word[0]) > 1:  # *Ud-* above *kastet*, and no *Teams-* above *møde*
        rest = _FIRST_WORD.match(below)
        return rest is not None and _is_danish(f"{word[0]}{rest[0]}".lower())
    if not word[0].islower():
        return False
    own = len(word[0]) == 1 or word[0] in _OWN_HYPHEN or "-" in before[: word.start()]
    address = any(sign in before for sign in "/.@") or bool(layout().ending.search(below.rstrip(".,;:)")))
    return not (own or address)


def _is_danish(word: str) -> bool:
    return lemmas.known(word) is not None or is_right(word)


def text(lines: Iterable[Line], *, markdown: bool) -> str:
    """The text of lines in order, none of them left out."""
    blocks = _blocks(list(lines), markdown)
    out: list[str] = []
    for number, block in enumerate(blocks):
        if number:
            out.append(_joint(blocks[number - 1], block))
        out.append(block.text())
    return "".join(out).strip()


def _joint(above: _Block, below: _Block) -> str:
    """What stands between two blocks: items of a list and rows of a table keep together over blank lines."""
    together = above.kind == below.kind and below.kind in ("item", "row")
    return "\n\n" if below.gap and not together else "\n"


def _blocks(lines: Sequence[Line], markdown: bool) -> list[_Block]:
    blocks: list[_Block] = []
    depths: list[int] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        if above is not None and blocks and _goes_on(blocks[-1], above, line, markdown):
            blocks[-1].parts.append(_own(line))
            continue
        block = _opened(line, depths)
        block.gap = line.before or (above is not None and line.number - above.number > 1)
        blocks.append(block)
    return blocks


def _opened(line: Line, depths: list[int]) -> _Block:
    if line.row:
        return _Block("row", [cells(line.body)])
    if line.rank < PLAIN:
        return _Block("heading", [line.body])
    if not line.marker:
        if not line.indent:
            depths.clear()
        return _Block("prose", [line.body])
    while depths and depths[-1] > line.indent:
        depths.pop()
    if not depths or depths[-1] < line.indent:
        depths.append(line.indent)
    marker = "-" if line.marker in ("*", "+") else line.marker
    return _Block("item", [line.body], lead="  " * (len(depths) - 1) + marker + " ")


def _own(line: Line) -> str:
    """A line's own text where it continues a block: what looked like a list marker is a word there."""
    return f"{line.marker} {line.body}" if line.marker else line.body


def _goes_on(block: _Block, above: Line, line: Line, markdown: bool) -> bool:
    """Whether a line belongs to the block above it."""
    if block.kind == "heading":
        return not line.before and not line.row and block.parts[-1].count("**") % 2 == 1
    if block.kind == "row" or line.row or line.rank < PLAIN or above.broken:
        return False
    if line.marker:
        return not line.before and not _true_marker(block, above, line)
    if line.before:
        return _cut(block, line)
    if markdown or (block.kind == "item" and line.indent > above.indent):
        return True
    return runs_on(above.text, line.text)


def _true_marker(block: _Block, above: Line, line: Line) -> bool:
    """Whether what looks like a list marker directly under a line is one, and no dash or number of its sentence."""
    if above.marker or line.marker in ("-", "*", "+", "•") or _ENDED.search(above.text):
        return True
    number = line.marker.strip("().")
    if not (line.marker in "–—" or number.isdigit()) or not runs_on(above.text, line.text):
        return True
    return number == "1" or (number.isdigit() and block.lead.strip(" ().") == str(int(number) - 1))


def _cut(block: _Block, line: Line) -> bool:
    """Whether a blank line or a page break has cut a paragraph in two: long, unended, going on in lower case."""
    if not line.text[:1].islower():
        return False
    earlier = block.text()
    return len(earlier) >= LONG_PROSE and not _ENDED.search(earlier)


def row_of(body: str) -> list[str]:
    """A table row's cells, the empty ones too."""
    parts = _CELLS.split(body.strip().removeprefix("|").removesuffix("|")) if body.startswith("|") else body.split("\t")
    return [" ".join(part.split()) for part in parts]


def pieces(cell: str) -> list[str]:
    """The lines of a cell, an empty one between two paragraphs; none where it has but a dash.

    A section's name in bold begins a line of its own: *Vi drøftede planen. **Beslutning:** Godkendt.*
    """
    parted = _STRESSED.sub(lambda found: f"<br>{found[0].lstrip()}" if is_label(found["label"]) else found[0], cell)
    found = [piece.strip() if re.search(r"\w", piece) else "" for piece in _BREAK.split(parted)]
    return found if any(found) else []


def cells(body: str) -> str:
    """Those of a table row's cells that hold something, parted by ` | `."""
    return " | ".join(filter(None, row_of(body)))


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower()
