"""Decisions in minutes that head none of them *Beslutning*: under *Konklusion* or *Aftalt*, or in the last paragraph.

Only asked where no line of the document is a decision's heading; elsewhere a *Konklusion* ends an exposition, the last
paragraph is asked of items without any heading, and only a body and its day are a heading (`of_body`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.parsing import bodies, dates
from indexer.parsing.clauses import sentences
from indexer.parsing.headings import Heading, heading_at
from indexer.parsing.layout import layout
from indexer.parsing.lines import COLUMN, PLAIN, Line
from indexer.parsing.prose import joined

_LABELLED = re.compile(r"(?P<label>\w+(?: \w+){0,2}):\s+(?P<rest>\S.*)", re.DOTALL)
_BEFORE_DATE = re.compile(r",?\s+(?:i mødet |på mødet )?(?:(?:den|d\.)\s*)?$", re.IGNORECASE)
_ITEM_BEHIND = re.compile(r",?\s+(?:pkt|punkt|sag)\.?(?: nr\.?)? \d{1,3}\.?", re.IGNORECASE)
_LONGEST = 12  # lines of a paragraph that concludes
_LONGEST_TOLD = 700  # characters of one that tells first and concludes then
_BODY = (
    r"(?:(?:[A-ZÆØÅ]\w*-,? )+og )?(?:[A-ZÆØÅ][-\w]*)?"
    r"(?i:udvalget|rådet|direktionen|bestyrelsen|kommissionen|nævnet|gruppen|forum|MED|ledelsen)"
)
_VERDICT = (
    r"(?:taget til|godkendt|tiltrådt|udsat(?= til\b|\W*$)|udskudt|vedtaget|afvist|forkastet|afslået"
    # What was discussed with somebody else is not thereby at an end.
    r"|drøftet(?! med (?:\w+ )?(?:(?-i:[A-ZÆØÅ])|[-\w]*(?:kommune|forvaltning|styrelse|ministeri|region|leverandør"
    r"|forening|chef|leder|direktør|forældre|borger|bruger|naboer)\w*)))"
    r"(?=\s*[.,;:]|\s*$|\s+(?:med|uden|som|idet|dog|og|til|efterretning|orientering)\b)"
)
# *Punktet udsættes til …*, *Retningslinjerne vedtages med …*, *Sagen oversendes til …*
_PRESENT = (
    r"(?:udsættes|udskydes|vedtages|godkendes|tiltrædes|afvises|forkastes|oversendes til|videresendes til"
    r"|sendes (?:til|i høring)|sættes i (?:gang|værk)|iværksættes|igangsættes"
    r"|tages til (?:efterretning|orientering)|anbefales|drøftes)"
)
_MATTER = (
    r"(?i:[-\w]*(?:sagen|punktet|indstillingen|forslaget|dagsordenen|referatet|notatet|planen|linjerne|ansøgningen|oplægget"
    r"|modellen|redegørelsen|rapporten|politikken|strategien|regnskabet|budgettet|aftalen|vejledningen|ordningen|forsøget"
    r"|udkastet|kommissoriet|høringssvaret|henvendelsen|anmodningen|evalueringen|princippet|principperne|programmet|orienteringen"
    r"|proceduren|forretningsordenen|vedtægten|vedtægterne|standarden|standarderne"
    r"|overførslerne|tilbuddet|udbuddet|projektet|normeringen|reglerne|taksterne|oversigten|status)"
    r"|referat og dagsorden|dagsorden og referat|dagsorden|referat)"
)
# Before it *i 2019*, *sidste år* or *tidligere* something else was decided, or will be, or by others.
_EARLIER = (
    r"(?![^.]{0,80}\b(?:i (?:19|20)\d\d|(?:sidste|forrige) år|i går|tidligere|i sin tid|dengang|på sidste møde|løbende"
    r"|måske|hvis|før den|af (?:Folketinget|[Bb]yrådet|[Kk]ommunalbestyrelsen|administrationen|forvaltningen|cente?ret"
    r"|kommunen|staten)|med et forbehold af)\b)"
)
_BODY_DID = (
    rf"{_BODY} (?:besluttede|vedtog|tog|godkendte|tiltrådte|drøftede|udsatte|forkastede|afviste|valgte)\b"
    rf"(?! den \d){_EARLIER}"
)
_DONE = rf"Taget til (?:efterretning|orientering)|(?=[A-ZÆØÅ])(?i:{_VERDICT})"
_VERDICT_FIRST = re.compile(rf"{_BODY_DID}|{_DONE}|(?=[A-ZÆØÅ])(?i:{_PRESENT}|indstilles)(?!\w)")
_RESOLVES = re.compile(rf"{_BODY_DID}|{_DONE}")
_CONCLUDES = re.compile(
    r"Det blev (?!ikke )(?:\w+ )?(?:aftalt|besluttet|vedtaget)(?=,? at\b)"
    r"|Det (?:besluttedes|aftaltes)(?=,? at\b)|Der blev enighed om\b"
    r"|(?:Orientering(?:en|erne)?|Sagen|Punktet|Indstillingen|Forslaget|Dagsordenen|Referatet|Status|Notatet) "
    rf"(?:blev |er |blev dermed |er dermed )?{_VERDICT}|{_BODY_DID}|{_DONE}|Tages til (?:efterretning|orientering)"
    r"|(?:Indstilles|Anbefales|Oversendes|Henvises) (?:til|over ?for)\b|Til (?:efterretning|orientering)"
    rf"|(?:Dagsorden(?: og referat)?|Referat(?: og dagsorden)?|Begge dele|Enstemmigt) (?i:{_VERDICT})"
)

_MATTER_ENDS = re.compile(
    rf"(?:Med (?:den|de|disse|denne) [-\w ]{{2,30}} |Da [^.]{{3,60}}, |Hermed )?(?:blev |er |bliver )?{_MATTER}"
    rf"(?: (?:om|til|fra|for|på|og|af) (?:[-\w ]|(?<=\d)[./]){{2,60}}?)? "
    rf"(?:(?:blev|er|bliver) (?:dermed |derfor |herefter |enstemmigt )?(?i:{_VERDICT})|(?:{_PRESENT}))(?!\w){_EARLIER}"
    rf"|(?:Med|Da) [^.]{{3,80}}(?:,| )\s?blev (?:[-\w]+ og )?{_MATTER} (?i:{_VERDICT}){_EARLIER}"
)


def has_formal(lines: Sequence[Line]) -> bool:
    """Whether a line of a document is the heading of a decision; a label within a paragraph does not make it so."""
    found = ((line, heading_at(lines, index)) for index, line in enumerate(lines))
    return any(
        heading is not None and heading.kind == "decision" and (not heading.rest or line.before or line.rank < PLAIN)
        for line, heading in found
    )


def heading_of(lines: Sequence[Line], index: int) -> Heading | None:
    """The heading that line `index` is by its word alone, or as a label before the decision."""
    line = lines[index]
    if not line.heading_like:
        return None
    if line.text.rstrip(" :").casefold() in layout().informal:
        return Heading(index, index, line.text, line.rank, "decision", hard=True)
    found = _label(line.text)
    if not found:
        return of_body(lines, index)
    return Heading(index, index, f"{found['label']}:", line.rank, "decision", hard=True, rest=found["rest"])


def record_of(lines: Sequence[Line], index: int) -> Heading | None:
    """The heading *Referat* of what was said and decided, where an item has no other; a column's is none.

    An attachment may be called so as well: a plain line is one only where the section above it may end there.
    """
    line = lines[index]
    if not line.heading_like or line.rank == COLUMN:
        return None
    found = _LABELLED.fullmatch(line.text)
    if found and found["label"].casefold() in layout().record:
        return Heading(index, index, f"{found['label']}:", line.rank, "decision", hard=True, rest=found["rest"])
    if line.text.rstrip(" :").casefold() not in layout().record or index + 1 == len(lines):
        return None
    hard = line.rank < PLAIN or line.text.endswith(":")
    return Heading(index, index, line.text, line.rank, "decision", hard=hard)


def of_body(lines: Sequence[Line], index: int) -> Heading | None:
    """The heading that names but a body and a day, in bold or before a colon: *Økonomiudvalget, den 8. november:*.

    With the item's number there it is one right above its text too: *Byrådet 2022-2025, 29. august 2023, pkt. 118*.
    """
    line = lines[index]
    found = dates.find(line.text) if line.heading_like else None
    body = _BEFORE_DATE.sub("", line.text[: found.start]) if found else ""
    if not found or not bodies.is_one(body):
        return None
    marked = line.text.endswith(":") or line.rank < PLAIN
    behind = line.text[found.end :].rstrip(":")
    counted = _ITEM_BEHIND.fullmatch(behind) is not None
    if (behind and not counted) or not (marked or (counted and _stands_over_text(lines, index))):
        return None
    return Heading(index, index, line.text, line.rank, "decision", hard=True, body=body, date=found.date)


def _stands_over_text(lines: Sequence[Line], index: int) -> bool:
    """Whether a line apart from the text above, or below a heading, has its own right below; a list of them has not.

    Over a gap it has where that begins by what was decided.
    """
    line, below = lines[index], lines[index + 1 : index + 2]
    apart = line.before or not index or heading_at(lines, index - 1) is not None
    if not (apart and below):
        return False
    listed = dates.find(below[0].text) and bodies.is_one(below[0].text.partition(",")[0])
    return not listed and (not line.after or _VERDICT_FIRST.match(below[0].text) is not None)


def concluding(lines: Sequence[Line]) -> int | None:
    """The index of the line that begins an item's last paragraph, where that tells what was decided.

    A table below it, of who does what, belongs to it.
    """
    end = len(lines)
    while end and (lines[end - 1].row or lines[end - 1].furniture):
        end -= 1
    begin = next((at for at in range(end - 1, -1, -1) if lines[at].before), 0)
    begins = (_below_list(lines, begin, end), begin)
    return next((at for at in begins if at is not None and _is_concluding(lines[at:end])), None)


def _below_list(lines: Sequence[Line], begin: int, end: int) -> int | None:
    """The index of the line that begins anew below a list that ends in the paragraph, by standing further out."""
    marked = [at for at in range(begin, end) if lines[at].marker]
    last = marked[-1] if marked else end
    return next((at for at in range(last + 1, end) if lines[at].indent < lines[last].indent), None)


def _is_concluding(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph tells what was decided, in one of its sentences."""
    if not paragraph or len(paragraph) > _LONGEST or not paragraph[0].heading_like:
        return False
    whole = joined(line.text for line in paragraph)
    first, *others = sentences(whole)
    if len(whole) > _LONGEST_TOLD:
        others = []
    return _concludes(first) or any(_concludes(one) or _label(one.strip()) for one in others)


def resolves(text: str) -> bool:
    """Whether a paragraph tells what the body did: *Godkendt*, *Direktionen godkendte*; no recommendation begins so."""
    return _RESOLVES.match(text) is not None


def _concludes(sentence: str) -> bool:
    words = sentence.strip()
    return bool(_CONCLUDES.match(words) or _MATTER_ENDS.match(words))


def _label(text: str) -> re.Match[str] | None:
    """What an informal heading's word and a colon stand before: *Aftalt: HR vender tilbage*."""
    found = _LABELLED.match(text)
    return found if found and found["label"].casefold() in layout().informal_labels else None
