"""The lines of a document, each with what can be seen of it without its neighbours: rank, list marker, table row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.parsing import inline
from indexer.parsing.layout import layout, section_name
from indexer.sources import Document

# Ranks of headings, the highest first: the head of a column whose rows are items, `#` to `######`, then a line all in
# bold, a plain line, a line all in italics.
COLUMN, BOLD, PLAIN, ITALIC = 0, 7, 8, 9

LEADERS = r"(?:\.{3,}|…+|(?:\s\.){3,}|_{3,}|-{4,})"  # between a title and its page in a table of contents
_HASHES = re.compile(r"(#{1,6})(?:\s+|(?=\*\*))")
_CLOSING_HASHES = re.compile(r"\s#+$")
_ATTRIBUTES = re.compile(r"\s*\{[#.][^{}]*\}$")  # of a heading: *{#budget}*, *{.unnumbered}*
# A picture that stands below the text, or that no words describe: *![](media/image1.png){width="2in" height="1in"}*
_EMBEDDED = re.compile(
    r"\[[^\[\]]+\]:\s+<?data:\S+|!\[[^\[\]]*\]\(data:[^()\s]*\)"
    r"|!\[\]\([^()\s]*\)(?:\{[^{}]*\}?)?|(?:width|height)=\"[^\"]*\"\}"
)
_BOLD_RUN = r"(?:\*\*\*?|__)(?!\s)(?:(?!\*\*|__).)+?"
_BOLD = re.compile(rf"(?:{_BOLD_RUN}(?:\*\*\*?|__)\s+)*{_BOLD_RUN}(?:\*\*\*?|__)?\s*:?$")
_FRAMED = re.compile(r"(?P<frame>-{2,}|={2,}|[–—]+)\s+(?P<words>\S.*?)\s+(?P=frame)")  # *-- Punkt 1 --*
_BRACKET_BEHIND = re.compile(rf"(?P<bold>{_BOLD_RUN}(?:\*\*\*?|__))\s*(?:[(\[][^()\[\]]+[)\]]|\N{{LOCK}})$")
_ITALIC = re.compile(r"(?:\*(?![\s*])(?:(?!\*).)+\*|(?<!_)_(?![\s_])(?:(?!_).)+_):?$")
_BULLET = re.compile(r"(?P<marker>[-*+•·▪◦●■–—]|[-=]>|[→⇒➔➜➤►]|\\[-*+]|o(?= {2,}|\t))\s+(?=\S)")
_AGAIN = re.compile(r"^[•·▪◦●■]\s+(?=\S)")  # what a converter leaves of the bullet behind its own: *- · Notat*
NUMBER = re.compile(
    r"(?!d\. \d{1,2}[./] ?\d)(?P<marker>\(?(?:\d{1,2}|[a-zæøå]|[ivx]{2,4}|[A-Z](?=\\?\)))\\?[.)])\s+"
    r"(?!\s*[-–]\s*\d{1,2}\.|(?i:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zæøåA-ZÆØÅ]*\.?\b|(?:kvartal|halvår|behandling"
    r"|udgave|version|gang|klasse|sal|del|etape|fase)\b)(?=\S)"
)
_NOTHING = re.compile(r"[\W_]+")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_COMPANY = re.compile(r"CVR\b.{0,10}\d", re.IGNORECASE)
_LONGEST_FOOT = 80  # characters
_LONGEST_PAGE_END = 40  # lines
_LONGEST_HEADING = 300  # characters; longer lines are prose, whatever their marks
_QUOTE = re.compile(r"(?:>\s?)+|:\s+(?=\S)")  # of a quotation, or of what stands below a word that it explains


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of a source.

    `number` is 1-based. `body` is the line without heading marks, list marker and outer blanks, Markdown's inline
    marks still in it; `text` is `body` without them. `rank` is the heading it would be (PLAIN for an ordinary line);
    `marker` the list marker as printed, without blanks. `before` and `after` say that a blank line or a page break
    parts it from its neighbours. `broken` says that it ends in a hard break.
    `furniture` says that it is a "rule", a "table" separator, a "page" foot or a "picture"; "" for all else.
    """

    number: int
    body: str
    text: str
    rank: int
    marker: str
    indent: int
    row: bool
    before: bool
    after: bool
    broken: bool
    furniture: str

    @property
    def heading_like(self) -> bool:
        """Whether it may be a heading at all: no list item and no table row."""
        return not (self.marker or self.row or self.furniture)

    @property
    def whole(self) -> str:
        """Its text behind its list marker, which may be an item's number."""
        return f"{self.marker} {self.text}".strip()


def lines(document: Document) -> tuple[Line, ...]:
    """The non-blank lines of a document in order."""
    raw = document.lines
    filled = [number for number, line in enumerate(raw) if line.strip()]
    return tuple(_without_foot(list(_lines(raw, filled, document.markdown))))


def _without_foot(found: list[Line]) -> list[Line]:
    """The lines, those of a web page's or a mail's end (*Med venlig hilsen* and what follows) told as such.

    A municipality's name may begin it too, where its number in the register of companies stands below.
    """
    last = max(0, len(found) - _LONGEST_PAGE_END)
    own = [at for at in range(last, len(found)) if _ends_page(found, at)]
    begin = next((at for at in own if not any(map(_is_of_minutes, found[at + 1 :]))), len(found))
    return found[:begin] + [replace(line, furniture=line.furniture or "page") for line in found[begin:]]


def _ends_page(lines: Sequence[Line], at: int) -> bool:
    """Whether a web page's own end may begin in a line, by its words or by those of a municipality's address below."""
    addressed = layout().letterhead.fullmatch(lines[at].text) and lines[at].before
    return bool(layout().foot.fullmatch(lines[at].text)) or bool(
        addressed and any(_COMPANY.match(line.text) for line in lines[at + 1 :])
    )


def _is_of_minutes(line: Line) -> bool:
    """Whether a line is an item's or a section's heading, or a long one, so that no page has ended above it."""
    own = layout()
    if own.foot.fullmatch(line.text):
        return False
    heads = own.item.match(line.text) or own.decision.match(line.text) or own.case.fullmatch(line.text)
    long = len(line.text) > _LONGEST_FOOT
    return bool(long or heads or line.marker[:1].isdigit() or line.rank < PLAIN or section_name(line.text))


def _lines(raw: Sequence[str], filled: Sequence[int], markdown: bool) -> Iterator[Line]:
    ranks = _underlined(raw, filled)
    for place, number in enumerate(filled):
        earlier = filled[place - 1] if place else -1
        later = filled[place + 1] if place + 1 < len(filled) else len(raw)
        page = "\f" in raw[number].split(raw[number].strip())[0] or any(
            "\f" in raw[n] for n in range(earlier + 1, number)
        )
        yield line_of(
            raw[number],
            number + 1,
            ranks.get(number),
            before=page or number - earlier > 1 or place == 0,
            after=later - number > 1 or later == len(raw) or raw[later].startswith("\f"),
            markdown=markdown,
        )


def line_of(raw: str, number: int, rank: int | None, *, before: bool, after: bool, markdown: bool) -> Line:
    """The line that `raw` is as line `number`; `rank` is what the line below it makes of it."""
    plain = raw.replace("\f", " ").rstrip("\r\n")
    shown = plain.expandtabs(4)
    indent = len(shown) - len(shown.lstrip())
    body = plain.strip()
    if markdown:
        body = _QUOTE.sub("", body, count=1) if body.startswith((">", ":")) else body
    broken = plain.endswith("  ") or body.endswith("\\")
    body = body.removesuffix("\\").rstrip()
    furniture = _furniture(body)
    row = not furniture and _is_row(body)
    rank, body = _ranked(body, rank)
    marker = ""
    if rank >= PLAIN and not row and (found := _BULLET.match(body) or NUMBER.match(body)):
        marker, body = found["marker"].replace("\\", ""), _AGAIN.sub("", body[found.end() :])
    text = inline.plain(body)
    furniture = furniture or ("" if text else "rule")  # a line of `<br>` alone
    return Line(number, body, text, rank, marker, indent, row, before, after, broken, furniture)


def of_cell(text: str, number: int, *, before: bool, markdown: bool) -> Line:
    """A line of a table's cell: it ends where the cell's does, and is text whatever it looks like."""
    line = line_of(text, number, None, before=before, after=False, markdown=markdown)
    return replace(line, broken=True, furniture="", row=False)


def is_bold(body: str) -> bool:
    """Whether all of a line is in bold."""
    return body.startswith(("**", "__")) and _BOLD.match(body) is not None


def _ranked(body: str, rank: int | None) -> tuple[int, str]:
    """The rank a line's own marks give it, and the line without the heading marks."""
    if found := _HASHES.match(body):
        return len(found[1]), _CLOSING_HASHES.sub("", _ATTRIBUTES.sub("", body[found.end() :]))
    if rank is not None:
        return rank, body
    if len(body) > _LONGEST_HEADING:
        return PLAIN, body
    if (framed := _FRAMED.fullmatch(body)) and layout().item.match(framed["words"]):
        return BOLD, framed["words"]
    if is_bold(body) or (body.startswith(("**", "__")) and _is_bold_item(body)):
        return BOLD, body
    if body.startswith(("*", "_")) and _ITALIC.match(body):
        return ITALIC, body
    return PLAIN, body


def _is_bold_item(body: str) -> bool:
    """Whether an item's heading is bold but for the bracket behind it: *Pkt. 2 Ny aftale* (orientering)."""
    found = _BRACKET_BEHIND.search(body)
    words = inline.plain(body)
    return (
        found is not None
        and bool(words[:1].isdigit() or layout().item.match(words))
        and bool(_BOLD.match(body[: found.end("bold")]))
    )


def _underlined(raw: Sequence[str], filled: Sequence[int]) -> dict[int, int]:
    """Lines that are headings by the `===` or `---` directly under them, with their rank."""
    ranks = {}
    for number in filled:
        if number and raw[number - 1].strip() and _UNDERLINE.fullmatch(raw[number].strip()):
            above = raw[number - 1].strip()
            if not _NOTHING.fullmatch(above) and "|" not in above and len(above) <= _LONGEST_HEADING:
                ranks[number - 1] = 1 if raw[number].strip()[0] == "=" else 2
    return ranks


def _furniture(body: str) -> str:
    if not body or _NOTHING.fullmatch(body):
        return "table" if body.startswith("|") else "rule"
    if _EMBEDDED.fullmatch(body):
        return "picture"
    shown = inline.plain(body, addresses=False) if "](" in body else body
    return "page" if len(shown) <= _LONGEST_FOOT and layout().page.fullmatch(shown) else ""


def _is_row(body: str) -> bool:
    """A pipe table's row, or cells parted by tabs, but for a section's label and its text (*Beslutning:*)."""
    if body.startswith("|"):
        return body.count("|") > 1
    label, parted, _ = body.partition(":\t")
    if parted and is_label(label):
        return False
    return "\t" in body.rstrip() and not _BULLET.match(body) and not NUMBER.match(body)


def is_label(words: str) -> bool:
    """Whether words before a colon are called as a section is."""
    name = section_name(words)
    decides = layout().decision.fullmatch(words) or words.casefold() in layout().informal_labels
    return bool(decides or (name and name.hard))
