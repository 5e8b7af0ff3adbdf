"""The people of a meeting, from the lines that list them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.parsing import titles
from indexer.parsing.layout import layout
from mappings import danish
from mappings.documents import Participant, Role

_PARTED = re.compile(rf"\s*[,;|]\s*|(?<!-)\s+(?:og|samt)\s+(?=[A-ZÆØÅ]|{titles.LAST}\s+[A-ZÆØÅ])")
# What stands in brackets parts nobody: its own signs wait as others while a list is divided.
_WITHIN = str.maketrans(" ,;|", "\ue000\ue001\ue002\ue003")
_RESTORED = {new: old for old, new in _WITHIN.items()}
_QUALIFIED = re.compile(r"^(?P<name>[^()]*?)\s*(?:\((?P<bracket>[^()]*)\)|[-–:]\s+(?P<dash>\S.*))\s*(?P<rest>.*)$")
_LEADING = re.compile(
    r"^(?P<word>afbud(?: fra)?|fraværende|sekretær|referent|formand|næstformand"
    r"|(?:(?:som stedfortræder|i stedet|desuden) )?deltog)\s*:?\s+(?=[A-ZÆØÅ])",
    re.I,
)
# "kommunaldirektør Helle Dybkær"
_TITLED = re.compile(
    r"^(?P<title>(?:\d\. )?[A-Za-zÆØÅæøå][-\w]*?(?: og [-A-ZÆØÅa-zæøå]+?)?)\s+"
    r"(?P<name>[A-ZÆØÅ][-\w.]*(?: [A-ZÆØÅ][-\w.]*)+.*)$"
)
# Names parted by dashes; a dash before what somebody is, or is of, is another.
_DASHED = re.compile(r"\s+[-–]\s+(?=(?P<given>[A-ZÆØÅ][a-zæøåé]+)[-\w]*\.? [A-ZÆØÅ])")
# A line that ends in a bracket has ended its name; the next one begins another, comma or none.
_CLOSED = re.compile(r"\)\s+(?=[A-ZÆØÅ])")
_BRACKET = re.compile(r"\([^()]*\)")
_ENDS_IN_FIELD = re.compile(r" (?:for|i|af) [-\w]+$")
_JOINING = frozenset(["og", "samt", "de", "von", "van", "af", "la", "for", "i"])


@dataclass(frozen=True, slots=True)
class Listed:
    """Participants in printed order, and what stands beside a name that says something else than a known role."""

    participants: tuple[Participant, ...]
    besides: tuple[str, ...]


def listed(lines: Sequence[str], role: Role) -> Listed:
    """The people of the lines under one label; `role` is what the label says of those who say nothing else."""
    people: list[Participant] = []
    besides: list[str] = []
    for part in _parts(lines):
        _add(part, role, people, besides)
    return Listed(tuple(people), tuple(besides))


def looks_like_names(line: str) -> bool:
    """Whether a line reads as names: every part begins with two capitalised words or is a title."""
    if len(line) > 200 or line.endswith((".", ":")):
        return False
    parts = [part for part in _divided(line.strip(" -*•·")) if part]
    return bool(parts) and all(_is_name(part.split("(")[0].strip()) or _is_beside(part) for part in parts)


def reads_as_prose(line: str) -> bool:
    """Whether a line is a sentence: more words in lower case than a list of names and titles has."""
    words = _BRACKET.sub(" ", line).replace(",", " ").split()
    small = [word for word in words if word[0].islower() and not _is_known(word.strip(".;:"))]
    return len(small) > 2 and len(small) * 3 > len(words)


def _is_known(word: str) -> bool:
    return word in _JOINING or word in layout().qualifiers or titles.is_title(word)


def _is_beside(part: str) -> bool:
    return part[0].islower() or titles.is_title(part)


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 6 and words[0][0].isupper() and words[-1][0].isupper() and not any(map(str.isdigit, text))


def _parts(lines: Sequence[str]) -> list[str]:
    """The entries: one a line, or parted by commas where the lines are one list, wrapped."""
    filled = [line.strip() for line in lines if line.strip()]
    dashes = _DASHED.findall(" ".join(filled))
    if len(dashes) > 1 and set(dashes) <= danish.words("given_names"):
        filled = [_DASHED.sub(", ", " ".join(filled))]
    wrapped = any(line.endswith((",", ";")) or line.count(",") > 1 for line in filled)
    one_list = wrapped or ("," in "".join(filled[:1]) and not all(map(looks_like_names, filled)))
    rows = [_CLOSED.sub("), ", " ".join(filled))] if one_list else filled
    return [part for row in rows for part in _divided(row.rstrip(" .")) if part and part.strip()]


def _divided(row: str) -> list[str]:
    guarded = _BRACKET.sub(lambda found: found[0].translate(_WITHIN), row)
    return [part.translate(_RESTORED) for part in _PARTED.split(guarded)]


def _add(part: str, role: Role, people: list[Participant], besides: list[str]) -> None:
    words = part.strip(" .,;*_")
    if not words or words.casefold() in layout().nobody:
        return
    leading = _LEADING.match(words)
    if leading:
        role = _role_of(leading["word"].split()[0]) or _role_of(leading["word"].split()[-1]) or role
        words = words[leading.end() :]
    titled = _TITLED.match(words)
    title = titled["title"] if titled and titles.is_title(titled["title"]) else ""
    if titled and title:
        words = titled["name"]
    known = _role_of(words)
    if people and not title and (known or words[0].islower() or titles.is_title(words)):
        _qualify(words, people, besides)
        return
    if people and not title and _is_field(words, people[-1]):
        last = people[-1]
        if _ENDS_IN_FIELD.search(last.title):
            people[-1] = replace(last, title=f"{last.title} og {words}")
        else:
            besides.append(f"{last.name} ({words})")
        return
    found = _QUALIFIED.match(words)
    if not found:
        people.append(Participant(words, role, title=titles.as_title(title)))
        return
    if not found["name"]:
        besides.append(words)
        return
    people.append(Participant(found["name"].strip(" ,-–:"), role, title=titles.as_title(title)))
    for qualifier in filter(None, (found["bracket"], found["dash"], found["rest"])):
        for one in re.split(r"\s*[,;()]\s*", qualifier):
            if one.strip():
                _qualify(one.strip(), people, besides)


def _is_field(words: str, last: Participant) -> bool:
    """Whether a word is what the one before is of: *Kultur* of "direktør for Børn og Kultur", a secretary's *HR*."""
    alone = words.split("(")[0].split()
    if len(alone) != 1 or " " not in last.name or alone[0].split("-")[0] in danish.words("given_names"):
        return False
    return bool(_ENDS_IN_FIELD.search(last.title)) or last.role == "secretary"


def _qualify(words: str, people: list[Participant], besides: list[str]) -> None:
    """What a word beside the last name says of that person."""
    role = _role_of(words)
    last = people[-1]
    if titles.is_title(words) and not last.title and role != "secretary":
        people[-1] = replace(last, title=words)
    elif titles.is_initials(words, last.name) and not last.initials:
        people[-1] = replace(last, initials=words)
    elif role is None:
        besides.append(f"{last.name} ({words})")
    elif role != "present":
        people[-1] = replace(last, role=role)


def _role_of(words: str) -> Role | None:
    found = layout().qualifiers.get(words.casefold().strip(" .:"))
    if found == "absent":
        return "absent"
    if found == "secretary":
        return "secretary"
    return "present" if found else None
