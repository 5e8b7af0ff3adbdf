"""How running text names a body: *Byrådets beslutning*, *på byrådsmødet*, *KFU den 8. maj*, *udvalget*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mappings import analysis

_KIND = r"(?:udvalg|råd|direktion|bestyrelse|magistrat|nævn|forum|kommission|repræsentation)"
_FORM = r"(?:e?[nt])?"
# What a body's name makes a compound with, where it is the body that met or decided.
_OWNS = r"s(?:(?:møde|beslutning|behandling|vedtagelse|drøftelse|dagsorden|referat)(?:e?[nt]s?|s)?)?"
ANY = rf"(?:(?<![-\w])[-\w]*{_KIND}{_FORM}(?:{_OWNS})?\b|(?-i:\b[A-ZÆØÅ]{{1,3}}U\b(?:(?:'?s|-møde\w*)\b)?))"
MEETING = rf"(?:[-\w]*{_KIND}smøde(?:t|ts|s)?|(?-i:[A-ZÆØÅ]{{1,3}}U)-mødet?)"  # a compound: *byrådsmøde*, *ØU-mødet*
_ANY = re.compile(ANY, re.IGNORECASE)
_LAST = re.compile(rf"(?P<base>.*{_KIND}){_FORM}")
# A body that is called by what it is, where one's own is meant: "udvalget", "på mødet", "byrådsmødet".
_OWN = re.compile(rf"(?<![-\w])(?P<base>(?:by|kommunal|kommune|regions)?{_KIND})(?:e?[nt]s?|{_OWNS})\b")
_OWN_MEETING = re.compile(r"\b(?:mødet|møde|seminar|seminaret|referatet)s?\b")
_OF_MATTERS = re.compile(rf"\b{_KIND}{_FORM} (?:for|vedr\w*\.?) (?-i:[A-ZÆØÅ])", re.IGNORECASE)  # *Udvalget for Natur*
_JOINING = ("og", "samt", "for", "i", "af", "ved")
_COUNCILS = {"byråd": ("BY", "BR"), "kommunalbestyrelse": ("KB",), "borgerrepræsentation": ("BR",)}


def any_is_named(text: str) -> bool:
    """Whether a text names a body, of whichever municipality."""
    return bool(_ANY.search(text))


def names(body: str, text: str, own: str) -> bool:
    """Whether a text names a body: by its name, in a compound, by its initials, or, if it is the writer's `own`, by
    what it is."""
    told = f" {' '.join(word for word in analysis.words(text) if word not in ('og', 'samt'))} "
    spelled, initials = _spellings(body)
    if spelled.search(told) or not initials.isdisjoint(analysis.TOKEN.findall(text)):
        return True
    return body == own and _is_called(body, text.lower())


def meant(text: str, bodies: Iterable[str], own: str) -> str | None:
    """Whose meeting the words around it name among these bodies: the one that is named, else the writer's `own`.

    None where they name several, or another than these.
    """
    named = {body for body in bodies if names(body, text, "")}
    longest = [one for one in named if not any(_is_part(one, other) for other in named)]
    if longest:
        return longest[0] if len(longest) == 1 else None
    if _OF_MATTERS.search(text) or (any_is_named(text) and not _is_called_by_kind(own, text.lower())):
        return None
    return own


def base(name: str) -> str:
    """A name without the ending of its last word: *kulturudvalg* of *kulturudvalget*."""
    found = _LAST.fullmatch(name)
    return found["base"] if found else name


def _is_part(one: str, other: str) -> bool:
    """Whether a body's name is a part of another's: of the words *Social- og Sundhedsudvalget* only that is meant."""
    return one != other and base(one.lower()) in base(other.lower())


def _is_called(body: str, text: str) -> bool:
    return bool(_OWN_MEETING.search(text)) or _is_called_by_kind(body, text)


def _is_called_by_kind(body: str, text: str) -> bool:
    own = base(" ".join(analysis.words(body)))
    return any(own.endswith(found["base"]) for found in _OWN.finditer(text))


@lru_cache(maxsize=1000)
def _spellings(body: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern of a body's name within words in small letters, and the initials that it goes by."""
    words = [word for word in analysis.words(body) if word not in ("og", "samt")]
    name = " ".join(words)
    bare = base(name)
    pattern = (
        rf" {re.escape(bare)}{_FORM}(?:{_OWNS})? "
        if bare != name or _LAST.fullmatch(name)
        else rf" {re.escape(name)}s? "
    )
    return re.compile(pattern), _initials(words)


def _initials(words: list[str]) -> frozenset[str]:
    """*KFU* of the words of *Kultur- og Fritidsudvalget*; those that councils go by; none of a single letter."""
    letters = [word[0] for word in words if word not in _JOINING]
    last = base(words[-1]) if words else ""
    if last.endswith("udvalg") and last != "udvalg":
        letters.append("u")
    own = "".join(letters).upper()
    return frozenset((*((own,) if len(own) > 1 and own.endswith("U") else ()), *_COUNCILS.get(last, ())))
