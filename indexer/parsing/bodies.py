"""What a body is called, however a heading prints it: in capitals, beside its municipality, with its initials."""

from __future__ import annotations

import re

_SMALL = ("og", "for", "i", "af", "ved")
_CAPITALS = frozenset(("MED", "SSP", "IT", "HR", "PPR", "SFO", "HMU", "FOA", "II", "III", "A/S"))
_MUNICIPALITY = r"(?:[A-ZÆØÅ][\w-]+ ){1,3}(?i:kommune)"
# The paragraph of the act on local government that a committee was set up by: *§ 17, stk. 4-udvalget om bosætning*
PARAGRAPH = re.compile(r"§ ?17,?(?: ?stk\.? ?4|[.,]4)?[- –]{0,3}(?=udvalg)", re.IGNORECASE)
_BEFORE = re.compile(rf"^{_MUNICIPALITY}\s*[,:–-]\s*(?=\w)(?!{_MUNICIPALITY}$)")
_BESIDE = re.compile(rf"^{_MUNICIPALITY}\s+(?=[A-ZÆØÅ])")
_AFTER = re.compile(rf"(?:\s*[,–-]|\s+[iI])\s+{_MUNICIPALITY}$|\s+[–-]\s+(?i:mødesager)$")
_SIGNS = re.compile(r"\s+[^\w\s()&/.,:;\"'”’-]+$")  # behind a title: *Fælles elevråd 🏫*
_TERM = re.compile(r"(?:,?\s+|\s+[–-]\s+)\(?20\d\d\s?[–-]\s?20\d\d\)?$")  # for which it is elected
_INITIALS = re.compile(r"\s*\((?P<initials>[A-ZÆØÅ]{2,6})\)?$")
_KIND = r"(?:udvalg|råd|direktion|bestyrelse|magistrat|nævn|forum|gruppe|kommission|hegnssyn|repræsentantskab)"
# Those who meet without being a body: *Personalemøde i Borgerservice*, *TR-møde*
_OF_STAFF = r"(?:personale|team|afdelings|leder|chef|stabs|kontor|status|projekt|dialog|koordin\w+s|TR-|AMR-)møde"
_ONE = re.compile(
    rf"(?:[-\w]*{_KIND}(?:e?[nt])?|{_OF_STAFF})(?: (?:for|i|ved|af|på) .*)?|.* {_KIND}(?:e?[nt])?|.*-MED.*",
    re.IGNORECASE,
)
# *Teknik- og Miljøudvalget*: its last word is one, and those before it are names.
_LAST = re.compile(
    rf"(?:(?:[A-ZÆØÅ][-\w]*,?|og|samt|for) ){{1,6}}[A-ZÆØÅ][-\w]*(?:{_KIND}(?:e?[nt])?)|[A-ZÆØÅ][-\w]*udvalg(?:et)?"
)
_DEFINITE = {"udvalg": "et", "råd": "et", "nævn": "et", "bestyrelse": "n", "gruppe": "n", "direktion": "en"}
_OF_BODY = re.compile(rf"^(?P<body>[-\w]*(?P<kind>{'|'.join(_DEFINITE)}))s?møde[rt]?(?!\w)", re.IGNORECASE)
_SHORTEST = 6  # letters; *HMU* stays as it is


def meeting(text: str) -> str:
    """What a meeting is called, told as its body: *bestyrelsesmøde på Nyskolen*, *Bestyrelsen på Nyskolen*."""
    found = _OF_BODY.match(text)
    if not found:
        return text
    body, ending = found["body"], _DEFINITE[found["kind"].lower()]
    return body[0].upper() + body[1:] + (ending.upper() if body.isupper() else ending) + text[found.end() :]


def named(text: str) -> str:
    """The body alone: without municipality, term and its own initials beside it, capitals as in running text."""
    bare = _AFTER.sub("", _TERM.sub("", _BEFORE.sub("", _SIGNS.sub("", text))))
    beside = _BESIDE.sub("", bare)
    bare = beside if _is_called_so(beside) else bare
    initials = _INITIALS.search(bare)
    if initials and _are_its(initials["initials"], bare[: initials.start()]):
        bare = bare[: initials.start()]
    elif initials:
        return written(bare[: initials.start()]) + bare[initials.start() :]
    return written(bare)


def written(name: str) -> str:
    """A name as in running text where it is printed in capitals."""
    if not name.isupper() or len(name) < _SHORTEST:
        return name
    return " ".join(_word(word) for word in name.split())


def is_one(text: str) -> bool:
    """Whether a line reads as the name of a body by its first word or its last; initials may stand behind it."""
    return PARAGRAPH.match(text) is not None or _is_called_so(named(_INITIALS.sub("", text)))


def _is_called_so(name: str) -> bool:
    return bool(_ONE.fullmatch(name) or _LAST.fullmatch(name))


def _word(word: str) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    first, *rest = word.split("-")
    parts = [first if first in _CAPITALS else first.capitalize()]
    parts += [part if part in _CAPITALS else part.lower() for part in rest]
    return "-".join(parts)


def _are_its(initials: str, name: str) -> bool:
    """Whether the letters stand in the name in that order, the first one first; *MED (SOF)* is one of several."""
    letters = iter(name.upper())
    return name.upper().startswith(initials[0]) and all(letter in letters for letter in initials)
