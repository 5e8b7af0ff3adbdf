"""What a body is called, however a heading prints it: in capitals, beside its municipality, with its initials."""

from __future__ import annotations

import re

_SMALL = ("og", "for", "i", "af")
_MUNICIPALITY = r"(?:[A-ZÆØÅ][\w-]+ ){1,3}(?i:kommune)"
_BEFORE = re.compile(rf"^{_MUNICIPALITY}\s*[,:–-]\s*(?=\w)")
_AFTER = re.compile(rf"(?:\s*[,–-]|\s+i)\s+{_MUNICIPALITY}$")
_INITIALS = re.compile(r"\s*\([A-ZÆØÅ]{2,6}\)?$")
_ENDING = re.compile(
    r"(?:udvalg|råd|direktion|bestyrelse|magistrat|nævn|forum|gruppe|kommission|ledelse|møde)(?:e?[nt])?$",
    re.IGNORECASE,
)


def named(text: str) -> str:
    """The body alone: without the municipality and the initials beside it, capitals as in running text."""
    return written(_INITIALS.sub("", _AFTER.sub("", _BEFORE.sub("", text))))


def written(name: str) -> str:
    """A name as in running text where it is printed in capitals."""
    if not name.isupper() or len(name) < _SHORTEST:
        return name
    return " ".join(word.lower() if word.lower() in _SMALL else word.capitalize() for word in name.split())


_SHORTEST = 6  # letters; *HMU* stays as it is


def is_one(text: str) -> bool:
    """Whether a line reads as the name of a body by its last word."""
    return bool(_ENDING.search(named(text)))
