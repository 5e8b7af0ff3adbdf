"""What a line before the first item says by itself: a label with its value, a title, a body, when the meeting was."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.parsing import bodies, dates, inline, name_lists, prose
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import Line
from mappings import danish

_LONGEST_TITLE = 150  # characters
COLUMNS = re.compile(r"\s{3,}|\t\s*")  # between what a head prints side by side
# What a line that tells but when the meeting was may say besides: *Møde den 8. november 2022*.
_MEETING = re.compile(
    r"(?:(?:for|fra|i) )?(?:(?:(?:ekstra)?ordinært|[-\w]+s) )?(?:udvalgs)?mødet?(?: (?:af)?holdt)?|", re.IGNORECASE
)
# A label of no known words: *Ledelsesrepræsentanter: …*, *Meldt afbud: …*
_GROUP = re.compile(r"(?P<label>[A-ZÆØÅ][-/\w]+(?: [-/\w]+){0,3})\s*:\s*(?P<value>.*)")
_UNDER = re.compile(r"(?:Pkt\.|Pkt|Punkt) (?P<number>\d{1,3})\s*:\s*(?P<name>[A-ZÆØÅ][^,;:()]*)$")
_BOLD_LABEL = re.compile(r"(?:\*\*|__)(?P<label>[^*_]+?)\s*(?:\*\*|__)\s+(?P<value>\S.*)")
_COLUMN_LABEL = re.compile(r"(?P<label>[^\W\d_]\S*(?: \S+){0,2}?)\s{2,}(?P<value>\S.*)")  # *Medlemmer    Bo Lind (A)*
# *Deltagere fra ledelsen: …*, *Til stede (B-siden): …*
_LABEL_OF = re.compile(
    r"(?P<label>[A-ZÆØÅ][\w ]{0,40}?) (?:\([^()]{2,40}\)|(?:fra|for|på) (?P<whom>[-\w]+)(?: [-\w]+){0,3})"
    r"\s*:\s*(?P<value>.*)"
)
_SIGN = re.compile(
    "^[\U0001f300-\U0001f5f0\U0001f600-\U0001f6ff\ufe0f]+\\s+(?=\\w)"
)  # *📅 Onsdag den 17. april*; no box (*☒ Lis Bo*)
_WRITER = re.compile(r"Referat\s*(?::| ved\b| v/)\s*(?P<name>(?P<given>[^\W\d_]+) [^,:()]+)", re.IGNORECASE)
_INITIALS = 4  # letters
_BODY_LEAD = re.compile(
    r"^(?:udskrift (?:af|fra)\s+)?"
    r"(?:(?:fra|af|for|over|vedr\.|vedrørende)\s+)?(?:(?:det|den|et|en)\s+)?(?:(?:(?:ekstra)?ordinær[te]?|konstituerende"
    r"|åbne?|lukkede?|fælles)\s+)?(?:(?:møde[rt]?)\s*(?:i|for|med|af)?\s+)?(?:(?:det|den)\s+)?",
    re.IGNORECASE,
)
_GENITIVE = re.compile(
    r"(?P<body>.*(?:udvalget|rådet|direktionen|bestyrelsen|nævnet))s"
    r"(?: (?:åbne|lukkede|(?:ekstra)?ordinære|konstituerende))?$",
    re.IGNORECASE,
)  # *Byrådets beslutningsprotokol*
_UNNAMED = ("udvalget", "rådet", "nævnet")  # what *Udvalgsmøde* is of stands elsewhere
_BODY_TAIL = re.compile(
    r"[\s,:–-]*(?:(?:holdt|afholdt|på)\s+)?(?:(?:\d{1,3}\.\s)?(?<![^\W\d_])møde[t]?\s*)?(?:\w+dag\s+)?"
    r"(?:\b(?:den|d\.|fra))?[\s,:–(-]*$",
    re.IGNORECASE,
)
_LONGEST_BODY = 150  # characters
_MEETING_OF = re.compile(r"^(?:(?:ekstra)?ordinært )?møde (?:i|for|med) (?:det |den )?(?=[A-ZÆØÅ])", re.IGNORECASE)
_ITS_MEETING = re.compile(r"(?:(?:fra|for|af) )?[-\w ,]+s (?:\w+e )?møde", re.IGNORECASE)  # *fra Direktionens møde*
# *…, 3. møde*, *… – uge 16*
_COUNTED = re.compile(r"\s*[,–-]?\s*(?:\d{1,3}\. møde|møde (?:nr\.? ?)?\d{1,3}|uge \d{1,2})$", re.IGNORECASE)


def labelled(text: str) -> re.Match[str] | None:
    """A line that a few words and a colon open; no *Bo Bi: formand*, *LK: Lars Kok*."""
    found = _GROUP.fullmatch(text)
    label = found["label"] if found else ""
    named = name_lists.is_name(label) or danish.is_given_name(label) or (label.isupper() and len(label) <= _INITIALS)
    return None if named or (found and found["value"][:1].islower()) else found


def names_people(value: str) -> bool:
    """Whether what stands behind a label names somebody, or nobody, or begins below."""
    nobody = value.casefold().rstrip(".") in layout().nobody
    return not value or nobody or name_lists.looks_like_names(value)


def with_item(text: str) -> str:
    """*Pkt. 2: Iben Hjorth* as a list of participants tells it: *Iben Hjorth deltog under punkt 2*."""
    return _UNDER.sub(lambda found: f"{found['name']} deltog under punkt {found['number']}", text)


_FROM = ("fra administrationen", "fra forvaltningen")
_BESIDES = (*_FROM, "administrationen", "forvaltningen", "øvrige", "desuden", "gæst", "gæster", "med", "ref")


def is_sentence(label: re.Match[str]) -> bool:
    """Whether what looks like a label for those who take part besides begins a sentence, or is a line of a table."""
    key, value = folded(label["label"]), label["value"].strip()
    if key not in _BESIDES:
        return False
    words = value.split()
    ended = value.endswith(".") and not name_lists.looks_like_names(value.rstrip("."))
    told = bool(words) and (words[0][0].isdigit() or name_lists.reads_as_prose(value) or ended)
    return (told and "," not in value) or (not words and key in _FROM and ":" not in label.string)


def shown(line: Line) -> str:
    """A line as its label is looked for in it: a row of a table, or of a label in bold type, as `label: value`.

    What a label says of whom it lists is left out: *Deltagere fra ledelsen: …*
    """
    text = _SIGN.sub("", _in_line(line))
    found = _LABEL_OF.fullmatch(text)
    if not found or layout().labels.get(folded(found["label"])) not in ("present", "absent", "secretary"):
        return text
    somebody = danish.is_given_name(found["whom"] or "")
    return text if somebody or not names_people(found["value"]) else f"{found['label']}: {found['value']}"


def _in_line(line: Line) -> str:
    if not line.row:
        column = _COLUMN_LABEL.fullmatch(line.body)
        if column and folded(column["label"]) in layout().labels:
            return f"{column['label']}: {inline.plain(column['value'])}"
        bold = _BOLD_LABEL.fullmatch(line.body)
        parted = bold and folded(bold["label"]) in layout().labels and not layout().label.fullmatch(line.text)
        return f"{bold['label']}: {inline.plain(bold['value'])}" if bold and parted else line.text
    label, _, value = inline.plain(prose.cells(line.body)).partition(" | ")
    return f"{label.rstrip(' :')}: {value.replace(' | ', ', ')}" if value else label


def side_by_side(line: Line) -> list[Line]:
    """What stands side by side in a line, where each is something known of a meeting by itself; else nothing."""
    parts = COLUMNS.split(line.body) if line.heading_like or (line.row and "\t" in line.body) else []
    columns = [replace(line, body=part, text=inline.plain(part), row=False) for part in parts]
    columns = [replace(one, furniture="page") if layout().page.fullmatch(one.text) else one for one in columns]
    return columns if len(columns) > 1 and all(map(_is_known, columns)) else []


def _is_known(line: Line) -> bool:
    """Whether a line tells by itself what it is: a label with its value, a title, a body, a day, a page."""
    label = layout().label.fullmatch(line.text)
    if line.furniture or (label and label["value"] and not is_sentence(label)):
        return True
    known = is_title(line.text) or bodies.is_one(line.text) or layout().letterhead.fullmatch(line.text)
    return (
        bool(known)
        or tells_when(line.text)
        or (bool(dates.find(line.text)) and body_before_date(line.text) is not None)
    )


def tells_when(text: str) -> bool:
    """Whether a line tells when the meeting was, and nothing besides."""
    return dates.find(text) is not None and _MEETING.fullmatch(dates.without(text).rstrip(".")) is not None


def cells(line: Line) -> list[str]:
    """The words of a row's cells, the empty ones too."""
    return [inline.plain(cell) for cell in prose.row_of(line.body)]


def is_title(text: str) -> bool:
    """Whether a line is the document's title: the word for minutes among its first words or at its end."""
    alone = layout().minutes.fullmatch(text.rstrip("."))
    if len(text) > _LONGEST_TITLE or (text.endswith((".", ",")) and not (alone or dates.find(text))):
        return False
    found = layout().minutes.search(text) or layout().agenda.search(text)
    if not found or not text[0].isupper():
        return False
    before, after = text[: found.start()], text[found.end() :]
    return not before.strip() or not after.strip(" :.-–") or bool(dates.find(after) and len(before.split()) <= 6)


def writer(text: str) -> str | None:
    """Who wrote the minutes, where a line tells that: *Referat: Lone Dahl*, *Referat v/ Lone Dahl*."""
    found = _WRITER.fullmatch(text)
    named = found and danish.is_given_name(found["given"]) and name_lists.is_name(found["name"])
    return found["name"] if found and named and not bodies.is_one(found["name"]) else None


def body(title: str) -> str | None:
    """The body a title names: what stands between the word for minutes and the date, or before the word."""
    word = layout().minutes.search(title) or layout().agenda.search(title)
    if not word:
        return None
    found = dates.find(title)
    for text in (title[word.end() : found.start if found else None], title[: word.start()]):
        bare = bodies.meeting(_BODY_LEAD.sub("", text.strip(" ,:–·|-"), count=1))
        bare = _GENITIVE.sub(r"\g<body>", _BODY_TAIL.sub("", bare).strip(" ,:–-()"))
        bare = bodies.named(f"{bare})" if bare.count("(") > bare.count(")") else bare)
        bare = bare[:1].upper() + bare[1:] if bodies.is_one(bare) else bare  # *Referat fra styregruppen for IT*
        if bare and may_be_body(bare):
            return bare
    return None


def body_before_date(text: str) -> str | None:
    """The body that stands before a date, or alone: *Direktionen, torsdag den 28. maj 2020 kl. 9*, *Byrådets møde*."""
    found = dates.find(text)
    bare = _BODY_TAIL.sub("", bodies.meeting(text[: found.start if found else None])).strip(" ,:–-")
    bare = _GENITIVE.sub(r"\g<body>", _BODY_LEAD.sub("", bare, count=1))
    named = bodies.named(bare)
    unnamed = named.casefold() in _UNNAMED
    return named if named and not unnamed and may_be_body(named) and bodies.is_one(named) else None


def body_told(text: str) -> str:
    """The body that a line alone would name: *Møde i Direktionen*, *Direktionsmøde*, *fra Direktionens møde*."""
    if len(text) > _LONGEST_BODY:
        return ""
    if _ITS_MEETING.fullmatch(text):
        return body_before_date(text) or ""
    return bodies.named(bodies.meeting(_COUNTED.sub("", _MEETING_OF.sub("", text))))


def may_be_body(text: str) -> bool:
    """Whether a line is short and plain enough for the name of a body."""
    text, set_up = bodies.PARAGRAPH.subn("", text, count=1)
    words = text.split()
    if not (0 < len(words) <= 10) or text[-1] in ".,;:?!" or prose.is_open(text):
        return False
    if not (text[0].isupper() or set_up):
        return False
    return not any(char.isdigit() for char in text) and not layout().letterhead.fullmatch(text)
