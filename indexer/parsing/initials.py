"""Participants named by their initials in a text: *CH orienterede*, *v/ CH*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from mappings.documents import Participant

_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?<![\w/.&(-])[A-ZÆØÅ]{2,5}(?![\w&-])")
BY = re.compile(r"(?<!\w)(?:v/ ?|ved )$")
# What a person does in minutes and an organisation seldom; nothing else tells *CH* from any other abbreviation.
DOES = re.compile(
    r"(?: (?:og [A-ZÆØÅ]{2,5}|har|havde|vil|skal|kan))* (?:"
    r"orientere(?:de|r|t)|fremlag(?:de|t)|fremlægger|bemærke(?:de|r|t)|oply(?:ste|ser|st)|nævn(?:te|er|t)|spurgte|spørger|"
    r"foresl(?:og|år|ået)|redegjorde|redegør|gennemg(?:ik|år|ået)|deltog|deltager|tager|tog|undersøg(?:te|er|t)|gik|går|"
    r"kontakter|inviterer|udarbejder|indkalder|svarede|svarer|me(?:nte|ner)|ønske(?:de|r)|spille(?:de|r)|drøfter|taler|"
    r"talte|bad|beder|takke(?:de|r)|rejste|rejser|præsentere(?:de|r)|forlod|forlader|tiltrådte|skriver|skrev|sender|"
    r"sendte|sørger|følger op|vender tilbage|giver|gav)(?!\w)"
)


def by_initials(text: str, participants: Sequence[Participant]) -> list[tuple[int, str]]:
    """Where participants are named by initials that are only theirs in this meeting, and their names as listed.

    Initials that the list gives stand for their owner anywhere; those that names begin with only where somebody does
    something.
    """
    given, begun = _known(participants)
    if not given and not begun:
        return []
    found = []
    for match in _INITIALS.finditer(text):
        names = given.get(match[0])
        if names is None and (
            DOES.match(text, match.end()) or BY.search(text[max(0, match.start() - 5) : match.start()])
        ):
            names = begun.get(match[0])
        if names is not None and len(names) == 1:
            found.append((match.start(), names[0]))
    return found


def whose(short: str, participants: Sequence[Participant]) -> list[str]:
    """The names of those whose initials these are as the list gives them; where nobody's are, as the names begin."""
    given, begun = _known(participants)
    return given.get(short) or begun.get(short) or []


def _known(participants: Sequence[Participant]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    given: dict[str, list[str]] = defaultdict(list)
    begun: dict[str, list[str]] = defaultdict(list)
    for one in participants:
        letters = [word[0].upper() for word in _WORD.findall(one.name)]
        if one.initials:
            given[one.initials].append(one.name)
        elif len(letters) > 1:
            for short in {"".join(letters), letters[0] + letters[-1]}:
                begun[short].append(one.name)
    return dict(given), dict(begun)
