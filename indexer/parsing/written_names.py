"""Names that a list writes otherwise than people are called: *NIELS HOLM*, *Holm, Niels* and *Niels Holm/formand*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.parsing import titles
from indexer.parsing.layout import layout
from mappings import danish
from mappings.people import PARTICLES

_CAPITALS = r"[A-ZÆØÅÄÖÜÉ]{2,}(?:-[A-ZÆØÅÄÖÜÉ]{2,})*"
_IN_CAPITALS = re.compile(rf"(?<![\w.-])(?P<given>{_CAPITALS})(?: (?:[A-ZÆØÅ]\.|{_CAPITALS})(?![\w-]))+")
_WITH_ROLE = re.compile(r"(?<![\w/])(?P<family>[A-ZÆØÅ][\w'’-]+)/(?P<role>[a-zæøå]+)(?![\w/])")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = r"(?:[a-z]{1,2}['’-])?[A-ZÆØÅÄÖÜÉ][\w'’-]+"
_FAMILY_FIRST = re.compile(
    rf"[-•*–\s]*(?P<family>(?:(?:{'|'.join(PARTICLES)}) )*{_NAME}(?: {_NAME}){{0,2}})"
    rf", (?P<given>{_NAME}(?: (?:{_NAME}|[A-ZÆØÅ]\.))*)(?P<beside>(?:\s*[(,–-].*)?)"
)


def as_called(lines: Sequence[str]) -> list[str]:
    """The lines of a list, an entry each where family names come first, with names as people are called."""
    written = [_WITH_ROLE.sub(_beside, _IN_CAPITALS.sub(_in_small_letters, line)) for line in lines]
    whole = " ".join(written)
    entries = [one for entry in (whole.split(";") if ";" in whole else written) if (one := entry.strip())]
    turned = [found for one in entries if (found := _FAMILY_FIRST.fullmatch(one))]
    if len(turned) < len(entries) or sum(map(_is_family_first, turned)) * 2 <= len(turned):
        return written
    return [f"{found['given']} {found['family']}{found['beside']}" for found in turned]


def _is_family_first(entry: re.Match[str]) -> bool:
    """Whether nothing but given names are behind the comma, and none before it: no *Dagtilbud, Lone Holm*."""
    family = entry["family"]
    if danish.is_given_name(family.split()[0]) or titles.is_title(family):
        return False
    return all(danish.is_given_name(word) for word in entry["given"].split() if not word.endswith("."))


def _beside(found: re.Match[str]) -> str:
    is_role = titles.is_title(found["role"]) or found["role"] in layout().qualifiers
    return f"{found['family']} ({found['role']})" if is_role else found[0]


def _in_small_letters(found: re.Match[str]) -> str:
    return _capitalised(found[0]) if danish.is_given_name(_capitalised(found["given"])) else found[0]


def _capitalised(name: str) -> str:
    return _WORD.sub(lambda word: word[0].capitalize(), name)
