"""When two spellings name one person.

Names are compared folded (*Skastrup* = *Skaastrup* = *Skåstrup*). The first given name and the family name must agree;
a middle name may be missing from one of the two, but two different middle names are two people. A hyphen binds a second
given name to the first: *Anne-Mette* is *Anne Mette*, but not *Anne*. Family names that only sound alike (*Krag*,
*Kragh*) are one where the two share a middle name. A family name alone never suffices.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mappings.analysis import fold

_WORD = re.compile(r"[^\W\d_]+")
# Words in lower case that a name may have: *Hans af Ugglas*, *Otto von der Recke*.
PARTICLES = (
    *("de", "von", "van", "af", "la", "le", "el", "al", "da", "di", "du", "do", "dos", "der", "den", "del", "della"),
    *("ter", "ten", "zu", "zur", "bin", "ibn", "bint", "abu"),
)
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = (
    *(("ch", "k"), ("ck", "k"), ("ph", "f"), ("dt", "t"), ("h", ""), ("c", "k"), ("q", "k"), ("w", "v"), ("z", "s")),
    *(("y", "i"), ("j", "i")),
)


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name taken apart and folded: what must agree, and the middle names that must not disagree.

    The first `bound` of the middle names are bound to the given name by hyphens, and must not be missing.
    """

    given: str
    family: str
    middle: tuple[str, ...]
    bound: int = 0

    @property
    def sound(self) -> tuple[str, str]:
        """What two spellings of one name share: the given name, and the family name by its sound."""
        return self.given, _heard(self.family)

    @property
    def heard(self) -> tuple[str, str]:
        """What whoever heard a name may write: *Christian Krogh* as *Kristian Krog*."""
        return _heard(self.given), _heard(self.family)


@lru_cache(maxsize=50_000)
def _heard(name: str) -> str:
    """Remembered: every question asks for everybody's."""
    for written, heard in _SOUNDS:
        name = name.replace(written, heard)
    return name


@lru_cache(maxsize=50_000)
def name_key(name: str) -> NameKey | None:
    """The key of a full name; None for what is not a full name (fewer than two words, or a given name alone)."""
    parts = [_DOUBLED.sub(r"\1", fold(word)) for word in _WORD.findall(name.lower())]
    begun = name.split(maxsplit=1)[:1]
    bound = max(len(_WORD.findall(begun[0])) - 1, 0) if begun and "-" in begun[0] else 0
    if len(parts) < bound + 2:
        return None
    return NameKey(parts[0], parts[-1], tuple(parts[1:-1]), bound)


def family_key(word: str) -> str:
    """A family name as `NameKey.family` has it; of a lower-case word that is none, nobody's."""
    return _DOUBLED.sub(r"\1", fold(word))


def same_person(a: NameKey, b: NameKey) -> bool:
    """Whether two full names are one person's."""
    if a.sound != b.sound:
        return False
    if a.family != b.family and not set(a.middle) & set(b.middle):
        return False
    return _agree(a, b)


def sounds_alike(a: NameKey, b: NameKey) -> bool:
    """Whether who heard one name may have written the other: enough to ask for somebody by, not to be them."""
    return a.heard == b.heard and _agree(a, b)


def _agree(a: NameKey, b: NameKey) -> bool:
    """Whether no middle name says that two names are two people's."""
    if not (_begin(a.middle[: a.bound], b.middle) and _begin(b.middle[: b.bound], a.middle)):
        return False
    return _within(a.middle, b.middle) or _within(b.middle, a.middle)


def same_name(a: NameKey, b: NameKey) -> bool:
    """Whether two full names are one name, every part of it."""
    return (a.given, a.middle, a.family) == (b.given, b.middle, b.family)


def _begin(bound: tuple[str, ...], middle: tuple[str, ...]) -> bool:
    return len(bound) <= len(middle) and all(a == b or _initial(a, b) for a, b in zip(bound, middle, strict=False))


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether `few` occur in `many` in order, an initial standing for a name."""
    rest = iter(many)
    return all(any(word == other or _initial(word, other) for other in rest) for word in few)


def _initial(a: str, b: str) -> bool:
    return min(len(a), len(b)) == 1 and a[0] == b[0]
