"""Participants called by less than their names in a text: *Carla orienterede*, *Carla H.*, *C. Holm*, *chef Holm*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.parsing import titles
from indexer.parsing.initials import BY, DOES
from mappings.documents import Participant
from mappings.people import name_key, same_person

_GIVEN = r"[A-ZÆØÅÉ][a-zæøåéüö]+(?:-[A-ZÆØÅ][a-zæøåéüö]+)?"
_CALLED = re.compile(
    rf"(?<![\w@./-])(?P<given>{_GIVEN})(?![\w-])(?: (?P<letter>[A-ZÆØÅ])(?:\.|(?![\w.-])))?(?! [A-ZÆØÅ])"
)
_BY_LETTER = re.compile(
    rf"(?<![\w.])(?P<letter>[A-ZÆØÅ])\. (?:[A-ZÆØÅ]\. ){{0,3}}(?P<rest>{_GIVEN}(?: {_GIVEN})*)(?![\w-])"
)
_FOLLOWED = re.compile(rf"(?<![\w@./-])(?P<given>{_GIVEN})(?P<rest>(?: (?:[A-ZÆØÅ]\.|{_GIVEN}))+)")
_ANOTHERS = re.compile(r"(?<!\w)(?:[A-ZÆØÅ][\w-]*|[A-ZÆØÅ]\.) $")  # a name goes on here: *Hans Jørgen orienterede*
_POST = re.compile(r"(?<![\w-])([-A-ZÆØÅa-zæøå]+) $")
_ONE = rf"{_GIVEN}(?: {_GIVEN}){{0,3}}"
_AND = re.compile(rf"(?:(?:,| og) {_ONE}(?![\w-])){{0,4}}")  # *Carla og Bo Lund deltog*
# Whose task it is: *Ansvarlig: Carla*, *Tovholder: Bo og Carla*.
_TASKED = re.compile(
    rf"(?<!\w)(?:ansvarlige?|tovholdere?|oplægsholdere?|opfølgning(?: ved)?|udføres af)\s*:\s*(?:{_ONE}(?:, | og ))*$",
    re.IGNORECASE,
)
# What people do and units seldom, beside what is told of initials too.
_TOLD = (
    r"(?:fortalte|fortæller|bød|byder|indledte|indleder|supplerede|supplerer|uddybede|uddyber|forklarede|forklarer|viste"
    r"|rammesatte|rammesætter|opfordrede|opfordrer|understregede|understreger|afklarer|koordinerer|sikrer)"
)
_LONGEST = 40  # characters before a name that are looked at
_DOES_MORE = re.compile(rf" {_TOLD}(?!\w)")
_DONE_BY = re.compile(
    rf"(?<!\w)(?:{_TOLD}|orienterede|gennemgik|fremlagde|oplyste|bemærkede|redegjorde|præsenterede|foreslog|nævnte|spurgte"
    r"|takkede|gav|giver) $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """The names of a list of participants with what each is, and those that a given name alone stands for."""

    names: Mapping[str, str]
    given: Mapping[str, str]


def listed(participants: Sequence[Participant], texts: Iterable[str]) -> Listed:
    """Whom an item's texts may call by less than the name; a given name is nobody's that they have with another."""
    names = {one.name: one.title for one in participants if len(one.name.split()[0]) > 1 and " " in one.name}
    there: dict[str, list[str]] = defaultdict(list)
    for one in participants:
        if one.name in names and one.role != "absent":
            there[one.name.split()[0]].append(one.name)
    others = {
        found["given"]
        for text in texts
        for found in _FOLLOWED.finditer(text)
        if not any(_goes_on(found["rest"], name) for name in there.get(found["given"], ()))
    }
    return Listed(names, {given: whose[0] for given, whose in there.items() if len(whose) == 1 and given not in others})


def by_short_names(text: str, own: Listed) -> list[tuple[int, str]]:
    """Where participants are called so that only one can be meant, and their names as listed."""
    found = []
    for match in _CALLED.finditer(text) if own.names else ():
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        post = _POST.search(before)
        if post and titles.is_title(post[1]):
            whose = [name for name, title in own.names.items() if _is_post(name, title, match["given"], post[1])]
        elif _ANOTHERS.search(before):
            continue
        elif match["letter"]:
            whose = [name for name in own.names if _is_lettered(name, match["given"], match["letter"])]
        else:
            whose = [own.given[match["given"]]] if match["given"] in own.given and _acts(text, match) else []
        if len(whose) == 1:
            found.append((match.start(), whose[0]))
    for match in _BY_LETTER.finditer(text) if own.names else ():
        whose = [name for name in own.names if name[0] == match["letter"] and _may_be(name, match["rest"])]
        if len(whose) == 1 and not _ANOTHERS.search(text[max(0, match.start() - _LONGEST) : match.start()]):
            found.append((match.start(), whose[0]))
    return found


def whole(name: str, own: Listed) -> str:
    """The one name of the list that a name begins: *Carla Brink* of *Carla Brink Holm*; else the name itself."""
    begun = [one for one in own.names if one.startswith(f"{name} ")]
    return begun[0] if len(begun) == 1 and name not in own.names else name


def _is_post(name: str, title: str, family: str, post: str) -> bool:
    """Whether somebody is called by the family name behind what they are: *direktør Holm*, a *velfærdsdirektør*."""
    return name.split()[-1] == family and title.partition(" for ")[0].lower().endswith(post.lower())


def _goes_on(rest: str, name: str) -> bool:
    return set(rest.replace(".", "").split()) <= {part for word in name.split()[1:] for part in (word, word[0])}


def _is_lettered(name: str, given: str, letter: str) -> bool:
    first, *others = name.split()
    return first == given and any(word[0] == letter for word in others)


def _may_be(name: str, rest: str) -> bool:
    """Whether a name is of that family, and no middle name says otherwise: a fuller name is somebody else's."""
    key, other = name_key(name), name_key(f"{name.split()[0]} {rest}")
    if key is None or other is None or len(other.middle) > len(key.middle):
        return False
    return same_person(key, other)


def _acts(text: str, match: re.Match[str]) -> bool:
    """Whether somebody is told to do something, or that something was done by them."""
    before = text[max(0, match.start() - _LONGEST) : match.start()]
    together = _AND.match(text, match.end())
    end = together.end() if together else match.end()
    behind = DOES.match(text, end) or _DOES_MORE.match(text, end)
    return bool(behind or any(by.search(before) for by in (BY, _DONE_BY, _TASKED)))
