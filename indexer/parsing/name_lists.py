"""Lines that list people: whether a line is one, and what parts one entry from the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.parsing import attendance, titles
from indexer.parsing.attendance import BRACKET
from indexer.parsing.layout import layout
from indexer.parsing.people import is_no_name
from indexer.parsing.written_names import as_called
from mappings import danish
from mappings.people import PARTICLES

_PARTED = re.compile(
    r"\s*[,;|]\s*(?:(?:og|samt)\s+(?=[A-ZÆØÅ]))?|\s+[+*•·]\s+(?=[A-ZÆØÅ])"
    rf"|(?<!-)\s+(?:og|samt)\s+(?=[A-ZÆØÅ]|{titles.ACTING}?{titles.LAST}\s+[A-ZÆØÅ])"
)
# What stands in brackets parts nobody: its own signs wait as others while a list is divided. Those within a field
# (*direktør for Teknik, Kultur og Miljø*) and between numbers wait longer: they part nothing within brackets either.
_WITHIN = str.maketrans(" ,;|", "\ue000\ue001\ue002\ue003")
_RESTORED = {new: old for old, new in _WITHIN.items()}
SPACE, COMMA = "\ue004", "\ue005"  # in place of those within a field; see `as_printed`
_FIELD = str.maketrans(" ,", SPACE + COMMA)
_AS_PRINTED = {new: old for old, new in _FIELD.items()}
_IN_FIELD = re.compile(r"(?<=[ (])(?:for|i|af) [A-ZÆØÅ][\w-]*(?:(?:,| og|,? samt) [A-ZÆØÅ][\w-]*)+")
_STEP = re.compile(r"(?:,| og|,? samt) (?=[A-ZÆØÅ])")
_SENTENCE = re.compile(  # no *Chr.* or *Fr.*
    r"(?:(?<=[a-zæøå]{4})|(?<=[\d)]))\.\s+(?=[A-ZÆØÅ])|\.\s+(?=(?:Fraværende|Afbud|Desuden deltog|Referent|Sekretær)\b)"
)
# *Ledelsesside: …* within a list; *Formand: …* says what somebody is.
_GROUP = re.compile(
    r"(?:^|[.;]?\s+)[A-ZÆØÅ][-/\w]+(?:side|siden|(?:repræsentant|medlem|medarbejder|gæst)(?:er(?:ne)?)?):\s+(?=[A-ZÆØÅ])"
)
# What a column behind the names tells: *Lone Riis      Deltog*.
_STATUS = re.compile(r"(?<=\S) (?P<told>Deltog(?: ikke)?|(?:Ikke )?(?:[Mm]ødt|[Tt]il ?stede)|Afbud|Fraværende)$")
_GROUP_ALONE = re.compile(
    r"(?:(?:For|Fra) )?"
    r"(?:[-/\w]+(?:side(?:n|r)?|(?:repræsentant|medlem)(?:mer|er)?(?:ne)?)|ledelsen?|medarbejder(?:e|ne)|embedsm[æa]nd(?:ene)?)",
    re.IGNORECASE,
)
_STREET = re.compile(r"[-\w]+(?:gade|vej|plads|torvet|parken)", re.IGNORECASE)  # which families are called by, too
_ALL_BUT = re.compile(
    r"[Aa]lle(?:,| var| er| mødte| til ?stede| mødt| medlemmer)* (?:undtagen|på nær|bortset fra|med undtagelse af) "
    r"(?=[A-ZÆØÅ])"
)
_NEXT = re.compile(r"(?:,| og| samt) (?=[A-ZÆØÅ])")
_BEGINS = re.compile(
    rf"[-•*–\s]*(?:{titles.LAST} )?(?P<given>[A-ZÆØÅ][a-zæøåéü]+)[-\w]*\.? "
    rf"(?:(?:{'|'.join(PARTICLES)}) |[a-z]{{1,3}}['’-])*[A-ZÆØÅ]"
)
_SURE = 0.7  # of lines that each begin with two words in capitals: how many with a name that is known
_UNENDED = re.compile(r"(?:[,;(]| og| samt| for| i)$|\([^()]*$")
_OF_MEETING = re.compile(r"(?:Mødet|Møde|Dagsordenen|Punkt)\b")
_BEFORE_NAME = re.compile(rf"(?<![\w.]){titles.DEGREE}\s+(?=[A-ZÆØÅ])")
# Names parted by dashes; a dash before what somebody is, or is of, is another.
_DASHED = re.compile(r"\s+[-–]\s+(?=(?P<given>[A-ZÆØÅ][a-zæøåé]+)[-\w]*\.? [A-ZÆØÅ])")
# A line that ends in a bracket has ended its name; the next one begins another, comma or none.
_CLOSED = re.compile(r"\)\s+(?=[A-ZÆØÅ])")
_BEHIND_CLOSED = re.compile(r"\)\s+(?=(?P<given>[A-ZÆØÅ][a-zæøåéü]+)[-\w]*\.? [A-ZÆØÅ])")
_JOINING = frozenset(["og", "samt", "de", "von", "van", "af", "la", "for", "i"])


def looks_like_names(line: str) -> bool:
    """Whether a line reads as names: every part begins with two capitalised words or is a title."""
    line = attendance.read(line).rest
    if not line or len(line) > 200 or line.endswith((".", ":")):
        return False
    parts = [part for part in divided(line.strip(" -*•·")) if part]
    return bool(parts) and all(_is_entry(part, "" if not place else parts[0]) for place, part in enumerate(parts))


def _is_entry(part: str, first: str) -> bool:
    """Whether a part of a list is somebody's name, or stands beside that of the `first`."""
    own = part.split("(")[0].strip()
    return is_name(own) or _is_beside(part) or is_organisation(own, first)


def begins_with_names(lines: Sequence[str]) -> bool:
    """Whether every line is the entry of one person."""
    return one_each(lines) and not any(map(reads_as_prose, lines))


def reads_as_prose(line: str) -> bool:
    """Whether a line is a sentence: more words in lower case than a list of names and titles has."""
    if _OF_MEETING.match(line):
        return True
    told = (attendance.read(one).rest for one in _SENTENCE.split(BRACKET.sub(" ", line)))
    words = " ".join(told).replace(",", " ").split()
    small = [word for word in words if word[0].islower() and not _is_known(word.strip(".;:"))]
    return len(small) > 2 and len(small) * 3 > len(words)


def _is_known(word: str) -> bool:
    return word in _JOINING or word in layout().qualifiers or titles.is_title(word)


def _is_beside(part: str) -> bool:
    return part[0].islower() or titles.is_title(part)


def is_name(text: str) -> bool:
    """Whether a text reads as somebody's name: two to six words, the first and the last in capitals, no figures."""
    words = text.split()
    return 2 <= len(words) <= 6 and words[0][0].isupper() and words[-1][0].isupper() and not any(map(str.isdigit, text))


def is_group(label: str) -> bool:
    """Whether a label heads a group of those who took part: *Ledelsesrepræsentanter*, *Medarbejdersiden*."""
    return _GROUP_ALONE.fullmatch(label) is not None


def rows(lines: Sequence[str]) -> list[str]:
    """The lines of a list without what heads a group of those in it."""
    told = (_STATUS.sub(lambda found: f" ({found['told'].lower()})", line.strip()) for line in lines)
    filled = [_GROUP.sub(", ", line).lstrip(", ") for line in told if line]
    filled = [_BEHIND_CLOSED.sub(_parted, line) for line in filled]
    return as_called([_absent_alone(line) for line in filled])


def _absent_alone(line: str) -> str:
    """A line that tells who alone was not there, as one of them: *Alle undtagen Per Gade og Lis Bo*."""
    found = _ALL_BUT.match(line)
    return f"afbud fra {_NEXT.sub(', afbud fra ', line[found.end() :])}" if found else line


def _parted(found: re.Match[str]) -> str:
    """A bracket behind somebody's name, and a comma where another name begins there."""
    return "), " if danish.is_given_name(found["given"]) else found[0]


def sentences(filled: Sequence[str]) -> list[str]:
    """The lists among the lines: one a line where each begins with a name, or all of them as one, wrapped.

    What comes after a full stop is told for itself: "Ingen. I stedet deltog …".
    """
    dashes = _DASHED.findall(" ".join(filled))
    if len(dashes) > 1 and set(dashes) <= danish.words("given_names"):
        filled = [_DASHED.sub(", ", " ".join(filled))]
    if one_each(filled):
        rows = filled
    else:
        wrapped = any(line.endswith((",", ";")) or line.count(",") > 1 for line in filled)
        one_list = wrapped or ("," in "".join(filled[:1]) and not all(map(looks_like_names, filled)))
        rows = [_CLOSED.sub("), ", " ".join(filled))] if one_list else filled
    return [sentence.rstrip(" .") for row in rows for sentence in _SENTENCE.split(_guarded(row))]


def one_each(lines: Sequence[str]) -> bool:
    """Whether every line is the entry of one person: it begins with a name, and the one above it has ended."""
    if len(lines) < 2 or any(_UNENDED.search(line) or _is_list(line) for line in lines[:-1]):
        return False
    begun = [found["given"] for line in lines if (found := _BEGINS.match(line))]
    known = sum(map(danish.is_given_name, begun))
    return len(begun) == len(lines) and known >= _SURE * len(lines)


def _is_list(line: str) -> bool:
    """Whether a line holds several people: after a comma another name, or the first word of one that goes on below."""
    parts = [part.split("(")[0].split() for part in divided(line)[1:] if part and part.strip()]
    return any(words and danish.is_given_name(words[0]) for words in parts)


def divided(row: str) -> list[str]:
    """The entries of a row; what is left of its fields has other signs still."""
    return [part.translate(_RESTORED) for part in _PARTED.split(_guarded(row))]


def as_printed(text: str) -> str:
    """A text of an entry with the signs of its fields as they were printed."""
    return text.translate(_AS_PRINTED)


def _guarded(row: str) -> str:
    """A row with the signs that part nobody as others."""
    row = attendance.guarded(_IN_FIELD.sub(_field, row), COMMA)
    row = _BEFORE_NAME.sub(lambda found: f"{found[0].rstrip()}{SPACE}", row)
    return BRACKET.sub(lambda found: found[0].translate(_WITHIN), row)


def _field(found: re.Match[str]) -> str:
    """What somebody is director of, its commas kept from parting names; it ends where the next name begins."""
    text = found[0]
    for step in _STEP.finditer(text):
        word = text[step.end() :].split(maxsplit=1)[0].strip(",")
        behind = re.match(r" ([A-ZÆØÅ][\w-]*)", found.string[found.start() + step.end() + len(word) :])
        if danish.is_given_name(word) or (behind and not danish.is_given_name(behind[1])):
            return text[: step.start()].translate(_FIELD) + text[step.start() :]
    return text.translate(_FIELD)


def is_organisation(words: str, last: str) -> bool:
    """Whether words behind a name say for whom somebody is there: *FOA*, *Byrådet*, *Danmarks Lærerforening*."""
    every = words.split()
    if not every or words[0].islower() or " " not in last or danish.is_given_name(every[0]):
        return False
    if every[-1].isupper():
        return every[-1] in layout().unions
    return not _STREET.fullmatch(every[-1]) and is_no_name(every[-1], every[-2] if len(every) > 1 else "")
