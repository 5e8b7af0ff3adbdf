"""Who came in whose place: *Bo Sand som stedfortræder for Lise Holm*, *Lise Holm (afbud, stedfortræder Bo Sand)*."""

from __future__ import annotations

import re

from mappings import danish
from mappings.people import PARTICLES

_WORD = r"[A-ZÆØÅ][\w.'’-]*"
NAME = rf"{_WORD}(?: (?:(?:{'|'.join(PARTICLES)}) ){{0,2}}{_WORD})+"
_DEPUTY = "(?:stedfortræder|suppleant|afløser)"
# *for* alone is of a deputy where it stands right behind a name: a director is *for* something too.
_FOR = re.compile(
    rf"(?:(?i:(?<!\w)(?:{_DEPUTY}|i stedet) for )|(?:(?<=\()|^{NAME}(?: \([^()]*\))* )for )(?P<whom>{NAME})"
)
_SENT = re.compile(
    rf"(?<!\w)(?i:{_DEPUTY})(?: er)?:?\s+(?P<name>{NAME})"
    rf"|(?P<other>{NAME})(?: \([^()]*\))? (?:deltog|deltager|mødte) som {_DEPUTY}"
)

_CAME = re.compile(rf"{NAME}(?: \([^()]*\))? (?:deltog|deltager|mødte|er mødt) (?:som {_DEPUTY}|i stedet) for ")


def stood_in_for(entry: str) -> list[str]:
    """Those in whose place somebody came, by an entry of a list of participants."""
    return [found["whom"] for found in _FOR.finditer(entry) if danish.is_given_name(_given(found["whom"]))]


def came(entry: str) -> bool:
    """Whether an entry of a list of those absent tells who came: *Bo Sand mødte som suppleant for Lise Holm*."""
    return _CAME.match(entry) is not None


def sent(told: str) -> list[str]:
    """Those who came in the place of somebody who was not there, by what is told beside that name."""
    return [found["name"] or found["other"] for found in _SENT.finditer(told)]


def _given(name: str) -> str:
    return name.split()[0].split("-")[0]
