"""The people of a meeting, from the lines that list them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.parsing import attendance, deputies, titles
from indexer.parsing.layout import layout
from indexer.parsing.people import is_no_name
from indexer.parsing.written_names import as_called
from mappings import danish
from mappings.documents import Participant, Role
from mappings.people import PARTICLES, name_key, same_person

_PARTED = re.compile(
    r"\s*[,;|]\s*(?:(?:og|samt)\s+(?=[A-ZÆØÅ]))?|\s+[+*•·]\s+(?=[A-ZÆØÅ])"
    rf"|(?<!-)\s+(?:og|samt)\s+(?=[A-ZÆØÅ]|{titles.ACTING}?{titles.LAST}\s+[A-ZÆØÅ])"
)
# What stands in brackets parts nobody: its own signs wait as others while a list is divided. Those within a field
# (*direktør for Teknik, Kultur og Miljø*) and between numbers wait longer: they part nothing within brackets either.
_WITHIN = str.maketrans(" ,;|", "\ue000\ue001\ue002\ue003")
_RESTORED = {new: old for old, new in _WITHIN.items()}
_FIELD = str.maketrans(" ,", "\ue004\ue005")
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
_SOMEBODY = "N"  # before a clause that stands for itself
_SURE = 0.7  # of lines that each begin with two words in capitals: how many with a name that is known
_UNENDED = re.compile(r"(?:[,;(]| og| samt| for| i)$|\([^()]*$")
_NOBODY = re.compile(r"[Ii]ngen(?: [-a-zæøå]+)*")
_OF_MEETING = re.compile(r"(?:Mødet|Møde|Dagsordenen|Punkt)\b")
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
    r"(?P<field> (?:for|i|af)[ \ue004][A-ZÆØÅ][-\w\ue004\ue005]*)?)\s+"
    r"(?P<name>(?P<given>[A-ZÆØÅ][-\w.]*)(?: [A-ZÆØÅ][-\w.]*)+.*)$"
)
_DEGREE = re.compile(rf"(?P<title>{titles.DEGREE})[ \ue004]+(?P<name>[A-ZÆØÅ].*)")
_BEFORE_NAME = re.compile(rf"(?<![\w.]){titles.DEGREE}\s+(?=[A-ZÆØÅ])")
_IN_NAME = re.compile(r"[^\W\d_]{1,3}['’-][A-ZÆØÅ]")  # *d'Arcy*, *el-Sayed*
# Names parted by dashes; a dash before what somebody is, or is of, is another.
_DASHED = re.compile(r"\s+[-–]\s+(?=(?P<given>[A-ZÆØÅ][a-zæøåé]+)[-\w]*\.? [A-ZÆØÅ])")
# A line that ends in a bracket has ended its name; the next one begins another, comma or none.
_CLOSED = re.compile(r"\)\s+(?=[A-ZÆØÅ])")
_BEHIND_CLOSED = re.compile(r"\)\s+(?=(?P<given>[A-ZÆØÅ][a-zæøåéü]+)[-\w]*\.? [A-ZÆØÅ])")
_BRACKET = re.compile(r"\([^()]*\)")
_ENDS_IN_FIELD = re.compile(r" (?:for|i|af) [-\w]+$")
_JOINING = frozenset(["og", "samt", "de", "von", "van", "af", "la", "for", "i"])


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
    rows = _rows(lines)
    one_each = _one_each(rows)
    for sentence in _sentences(rows):
        parts = [attendance.read(part) for part in _divided(sentence) if part and part.strip()]
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
    return Listed(*_as_printed(people, besides), items, tuple(others))


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
    for bracket in _BRACKET.findall(words.translate(_RESTORED)):
        for one in re.split(r"[;,](?!\s*\d)", bracket[1:-1]):
            if found := attendance.read(f"{_SOMEBODY} {one.translate(_AS_PRINTED).strip()}").items:
                return found
    return ()


def _as_printed(
    people: Sequence[Participant], besides: Sequence[str]
) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
    def shown(text: str) -> str:
        return text.translate(_AS_PRINTED)

    whole = tuple(replace(one, name=shown(one.name), title=shown(one.title)) for one in people)
    return whole, tuple(shown(one) for one in besides)


def looks_like_names(line: str) -> bool:
    """Whether a line reads as names: every part begins with two capitalised words or is a title."""
    line = attendance.read(line).rest
    if not line or len(line) > 200 or line.endswith((".", ":")):
        return False
    parts = [part for part in _divided(line.strip(" -*•·")) if part]
    return bool(parts) and all(_is_entry(part, "" if not place else parts[0]) for place, part in enumerate(parts))


def _is_entry(part: str, first: str) -> bool:
    """Whether a part of a list is somebody's name, or stands beside that of the `first`."""
    own = part.split("(")[0].strip()
    return is_name(own) or _is_beside(part) or _is_organisation(own, first)


def begins_with_names(lines: Sequence[str]) -> bool:
    """Whether every line is the entry of one person."""
    return _one_each(lines) and not any(map(reads_as_prose, lines))


def reads_as_prose(line: str) -> bool:
    """Whether a line is a sentence: more words in lower case than a list of names and titles has."""
    if _OF_MEETING.match(line):
        return True
    told = (attendance.read(one).rest for one in _SENTENCE.split(_BRACKET.sub(" ", line)))
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


def _rows(lines: Sequence[str]) -> list[str]:
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


def _sentences(filled: Sequence[str]) -> list[str]:
    """The lists among the lines: one a line where each begins with a name, or all of them as one, wrapped.

    What comes after a full stop is told for itself: "Ingen. I stedet deltog …".
    """
    dashes = _DASHED.findall(" ".join(filled))
    if len(dashes) > 1 and set(dashes) <= danish.words("given_names"):
        filled = [_DASHED.sub(", ", " ".join(filled))]
    if _one_each(filled):
        rows = filled
    else:
        wrapped = any(line.endswith((",", ";")) or line.count(",") > 1 for line in filled)
        one_list = wrapped or ("," in "".join(filled[:1]) and not all(map(looks_like_names, filled)))
        rows = [_CLOSED.sub("), ", " ".join(filled))] if one_list else filled
    return [sentence.rstrip(" .") for row in rows for sentence in _SENTENCE.split(_guarded(row))]


def _one_each(lines: Sequence[str]) -> bool:
    """Whether every line is the entry of one person: it begins with a name, and the one above it has ended."""
    if len(lines) < 2 or any(_UNENDED.search(line) or _is_list(line) for line in lines[:-1]):
        return False
    begun = [found["given"] for line in lines if (found := _BEGINS.match(line))]
    known = sum(map(danish.is_given_name, begun))
    return len(begun) == len(lines) and known >= _SURE * len(lines)


def _is_list(line: str) -> bool:
    """Whether a line holds several people: after a comma another name, or the first word of one that goes on below."""
    parts = [part.split("(")[0].split() for part in _divided(line)[1:] if part and part.strip()]
    return any(words and danish.is_given_name(words[0]) for words in parts)


def _divided(row: str) -> list[str]:
    return [part.translate(_RESTORED) for part in _PARTED.split(_guarded(row))]


def _guarded(row: str) -> str:
    """A row with the signs that part nobody as others."""
    row = attendance.guarded(_IN_FIELD.sub(_field, row), "\ue005")
    row = _BEFORE_NAME.sub(lambda found: f"{found[0].rstrip()}\ue004", row)
    return _BRACKET.sub(lambda found: found[0].translate(_WITHIN), row)


def _field(found: re.Match[str]) -> str:
    """What somebody is director of, its commas kept from parting names; it ends where the next name begins."""
    text = found[0]
    for step in _STEP.finditer(text):
        word = text[step.end() :].split(maxsplit=1)[0].strip(",")
        behind = re.match(r" ([A-ZÆØÅ][\w-]*)", found.string[found.start() + step.end() + len(word) :])
        if danish.is_given_name(word) or (behind and not danish.is_given_name(behind[1])):
            return text[: step.start()].translate(_FIELD) + text[step.start() :]
    return text.translate(_FIELD)


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
    if people and not title and (beside or _is_organisation(before, people[-1].name)):
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
    if not found or not titles.is_title(found["title"].translate(_AS_PRINTED)):
        return "", words
    if found["field"]:
        first = found["field"].translate(_AS_PRINTED).split()[1]
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
    return (name, " ".join(every[end:])) if is_name(name) else (words, "")


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
    printed = words.translate(_AS_PRINTED)
    return titles.is_title(printed) or all(titles.is_title(one) for one in printed.split(" og "))


def _is_field(words: str, last: Participant) -> bool:
    """Whether a word is what the one before is of: *Kultur* of "direktør for Børn og Kultur", a secretary's *HR*."""
    alone = words.split("(")[0].split()
    if len(alone) != 1 or " " not in last.name or danish.is_given_name(alone[0]):
        return False
    return bool(_ENDS_IN_FIELD.search(last.title)) or last.role == "secretary"


def _is_organisation(words: str, last: str) -> bool:
    """Whether words behind a name say for whom somebody is there: *FOA*, *Byrådet*, *Danmarks Lærerforening*."""
    every = words.split()
    if not every or words[0].islower() or " " not in last or danish.is_given_name(every[0]):
        return False
    if every[-1].isupper():
        return every[-1] in layout().unions
    return not _STREET.fullmatch(every[-1]) and is_no_name(every[-1], every[-2] if len(every) > 1 else "")


def is_group(label: str) -> bool:
    """Whether a label heads a group of those who took part: *Ledelsesrepræsentanter*, *Medarbejdersiden*."""
    return _GROUP_ALONE.fullmatch(label) is not None


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
