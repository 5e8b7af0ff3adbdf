"""The people of a meeting, from the lines that list them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.parsing import attendance, deputies, name_lists, titles
from indexer.parsing.attendance import BRACKET
from indexer.parsing.layout import layout
from indexer.parsing.name_lists import COMMA, SPACE, as_printed
from mappings import danish
from mappings.documents import Participant, Role
from mappings.people import PARTICLES, name_key, same_person

_SOMEBODY = "N"  # before a clause that stands for itself
_NOBODY = re.compile(r"[Ii]ngen(?: [-a-zæøå]+)*")
_FIELD_ALONE = re.compile(r"[A-ZÆØÅ][a-zæøå-]+(?:(?:,| og) [A-ZÆØÅ][a-zæøå-]+)*")
_HEADS = re.compile(r".*(?:direktør|chef|leder)", re.IGNORECASE)
_QUALIFIED = re.compile(r"^(?P<name>[^()]*?)\s*(?:\((?P<bracket>[^()]*)\)|[-–:]\s+(?P<dash>\S.*))\s*(?P<rest>.*)$")
_LEADING = re.compile(
    r"^(?P<word>afbud(?: fra)?|fraværende|sekretær|referent|formand|næstformand"
    rf"|(?:(?:som (?:stedfortræder|suppleant)|i stedet)(?: for (?-i:{deputies.NAME}))? |desuden )?deltog)"
    r"\s*:?\s+(?=[A-ZÆØÅ])",
    re.I,
)
# "kommunaldirektør Helle Dybkær", "direktør for Børn og Unge Bo Lind"
_TITLED = re.compile(
    rf"^(?P<title>{titles.ACTING}?{titles.ADJECTIVE}?[A-Za-zÆØÅæøå][-\w]*?(?: og [-A-ZÆØÅa-zæøå]+?)?"
    rf"(?P<field> (?:for|i|af)[ {SPACE}][A-ZÆØÅ][-\w{SPACE}{COMMA}]*)?)\s+"
    r"(?P<name>(?P<given>[A-ZÆØÅ][-\w.]*)(?: [A-ZÆØÅ][-\w.]*)+.*)$"
)
_DEGREE = re.compile(rf"(?P<title>{titles.DEGREE})[ {SPACE}]+(?P<name>[A-ZÆØÅ].*)")
_IN_NAME = re.compile(r"[^\W\d_]{1,3}['’-][A-ZÆØÅ]")  # *d'Arcy*, *el-Sayed*
_ENDS_IN_FIELD = re.compile(r" (?:for|i|af) [-\w]+$")


@dataclass(frozen=True, slots=True)
class Listed:
    """Participants in printed order, and what stands beside a name that says something else than a known role.

    `items` are the numbers of the items that somebody was there for, by the name, where that is told. `others` are
    named in the entry of another: in whose place they came, or who came in theirs.
    """

    participants: tuple[Participant, ...]
    besides: tuple[str, ...]
    items: Mapping[str, tuple[int, ...]]
    others: tuple[Participant, ...] = ()


def listed(lines: Sequence[str], role: Role) -> Listed:
    """The people of the lines under one label; `role` is what the label says of those who say nothing else."""
    people: list[Participant] = []
    besides: list[str] = []
    items: dict[str, tuple[int, ...]] = {}
    others: list[Participant] = []
    rows = name_lists.rows(lines)
    one_each = name_lists.one_each(rows)
    for sentence in name_lists.sentences(rows):
        parts = [attendance.read(part) for part in name_lists.divided(sentence) if part and part.strip()]
        both = len(parts) == 2 and "," not in sentence and not parts[0].clause
        together = both and parts[1].clause.startswith("deltog")
        for place, part in enumerate(parts):
            own = parts[-1] if together else part
            alone = attendance.read(f"{_SOMEBODY} {part.rest}") if people else attendance.Attendance("")
            told = alone if alone.rest == _SOMEBODY and alone.clause else own
            if told is own:
                own_role = "present" if deputies.came(part.rest) else _role(role, told)
                _add(part.rest, own_role, people, besides, beside=one_each and place > 0)
            if told.clause and people:
                besides.append(f"{people[-1].name} ({told.clause})")
            if people and not told.part:
                others += _others(f"{part.rest} {part.clause}", people[-1])
            if people:
                numbers = told.items or _in_bracket(part.rest)
                items.update({people[-1].name: numbers} if numbers else {})
    return Listed(*_whole(people, besides), items, tuple(others))


def _others(entry: str, who: Participant) -> list[Participant]:
    """Whom an entry names besides its own: in whose place somebody came, or who came in the place of somebody."""
    if who.role == "absent":
        return [Participant(name) for name in deputies.sent(entry)]
    return [Participant(name, "absent") for name in deputies.stood_in_for(entry)]


def unlisted(others: Sequence[Participant], people: Sequence[Participant]) -> list[Participant]:
    """Those of `others` (see `Listed`) who have no entry of their own."""
    keys = [key for one in people if (key := name_key(one.name))]
    return [
        one
        for one in dict.fromkeys(others)
        if (own := name_key(one.name)) and not any(same_person(own, key) for key in keys)
    ]


def _role(role: Role, told: attendance.Attendance) -> Role:
    """Who missed a part of a meeting was there, and who did not take part was not, whatever the label says."""
    if told.missed and role == "present":
        return "absent"
    return "present" if told.part and role == "absent" else role


def _in_bracket(words: str) -> tuple[int, ...]:
    """The items that a bracket beside a name tells of: *Lars Holte (HR-chef, deltog under punkt 1)*."""
    for bracket in BRACKET.findall(words):
        for one in re.split(r"[;,](?!\s*\d)", bracket[1:-1]):
            if found := attendance.read(f"{_SOMEBODY} {as_printed(one).strip()}").items:
                return found
    return ()


def _whole(people: Sequence[Participant], besides: Sequence[str]) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
    whole = tuple(replace(one, name=as_printed(one.name), title=as_printed(one.title)) for one in people)
    return whole, tuple(map(as_printed, besides))


def _add(part: str, role: Role, people: list[Participant], besides: list[str], *, beside: bool) -> None:
    """Take an entry of a list; `beside` says that it stands behind somebody in the line that is theirs alone."""
    words = part.strip(" .,;*_")
    if not words or words.casefold() in layout().nobody or _NOBODY.fullmatch(words):
        return
    leading = _LEADING.match(words)
    if leading:
        role = _role_of(leading["word"].split()[0]) or _role_of(leading["word"].split()[-1]) or role
        words = words[leading.end() :]
    title, words = _titled(words)
    if leading and role != "secretary" and titles.is_title(leading["word"]):
        title = title or leading["word"]
    known = _role_of(words)
    if known and not people:
        return  # *Formand, byrådsmedlem Lis Bo*
    before, bracket = _beside(words)
    if people and not title and (known or words[0].islower() or _is_title(before)):
        for one in (before, *bracket):
            _qualify(one, people, besides)
        return
    if people and not title and _is_field(words, people[-1]):
        last = people[-1]
        if _ENDS_IN_FIELD.search(last.title):
            people[-1] = replace(last, title=f"{last.title} og {words}")
        else:
            besides.append(f"{last.name} ({words})")
        return
    if people and not title and (beside or name_lists.is_organisation(before, people[-1].name)):
        for one in (before, *bracket):
            _qualify(one, people, besides)
        return
    found = _QUALIFIED.match(words)
    if found and not found["name"]:
        besides.append(words)
        return
    name, clause = _ended(found["name"].strip(" ,-–:") if found else words)
    people.append(Participant(name, role, title=titles.as_title(title)))
    for qualifier in filter(None, (clause, *(found.group("bracket", "dash", "rest") if found else ()))):
        for one in _qualifiers(qualifier):
            _qualify(one.lstrip("-– ").removeprefix("som "), people, besides)


def _titled(words: str) -> tuple[str, str]:
    """The title before a name, and the words from the name on; "" where there is none."""
    degree = _DEGREE.fullmatch(words)
    if degree:
        return degree["title"], degree["name"]
    found = _TITLED.match(words)
    if not found or not titles.is_title(as_printed(found["title"])):
        return "", words
    if found["field"]:
        first = as_printed(found["field"]).split()[1]
        if danish.is_given_name(first) or not danish.is_given_name(found["given"]):
            return "", words
    return found["title"], found["name"]


def _ended(words: str) -> tuple[str, str]:
    """A name, and what is told behind it: the name ends before a word in lower case that is no particle."""
    every = words.split(" ")
    end = next((at for at, word in enumerate(every) if _is_small(word) and word not in PARTICLES), len(every))
    while end < len(every) and end and _is_small(every[end - 1]):
        end -= 1
    name = " ".join(every[:end])
    return (name, " ".join(every[end:])) if name_lists.is_name(name) else (words, "")


def _is_small(word: str) -> bool:
    return word[:1].islower() and not _IN_NAME.match(word)


def _beside(words: str) -> tuple[str, list[str]]:
    """What stands beside a name, and what its bracket says besides: *økonomichef (PJN)*."""
    before, opened, within = words.partition("(")
    return (before.strip(), _qualifiers(within)) if opened and before.strip() else (words, [])


def _qualifiers(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"\s*[,;()]\s*", text) if one.strip()]


def _is_title(words: str) -> bool:
    """Whether words say what somebody is: one thing or two, *borgmester og formand*."""
    printed = as_printed(words)
    return titles.is_title(printed) or all(titles.is_title(one) for one in printed.split(" og "))


def _is_field(words: str, last: Participant) -> bool:
    """Whether a word is what the one before is of: *Kultur* of "direktør for Børn og Kultur", a secretary's *HR*."""
    alone = words.split("(")[0].split()
    if len(alone) != 1 or " " not in last.name or danish.is_given_name(alone[0]):
        return False
    return bool(_ENDS_IN_FIELD.search(last.title)) or last.role == "secretary"


def _qualify(words: str, people: list[Participant], besides: list[str]) -> None:
    """What a word beside the last name says of that person."""
    role = _role_of(words)
    last = people[-1]
    if _is_title(words) and not last.title and role != "secretary":
        people[-1] = replace(last, title=titles.as_title(words))
    elif titles.is_initials(words, last.name) and not last.initials:
        people[-1] = replace(last, initials=words)
    elif role is None and _is_more_of_title(words, last.title):
        people[-1] = replace(last, title=f"{last.title}, {words}")
    elif role is None:
        besides.append(f"{last.name} ({words})")
    elif role != "present":
        people[-1] = replace(last, role=role)


def _is_more_of_title(words: str, title: str) -> bool:
    """Whether words are what somebody is head of: *Skole og Kultur* of "direktør, Børn, Skole og Kultur"."""
    return bool(_HEADS.fullmatch(title.partition(", ")[0]) and _FIELD_ALONE.fullmatch(words))


def _role_of(words: str) -> Role | None:
    found = layout().qualifiers.get(words.casefold().strip(" .:"))
    if found == "absent" or attendance.is_absence(words.strip(" .:")):
        return "absent"
    if found == "secretary":
        return "secretary"
    return "present" if found else None
