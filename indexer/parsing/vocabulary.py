"""The words of `outcomes.toml`, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mappings.documents import Outcome

# The lists of what a body resolves otherwise than by approving, and what each comes to.
RESOLUTIONS: dict[str, Outcome] = {
    "rejected": "rejected",
    "postponed": "postponed",
    "taken_up": "postponed",
    "referred": "referred",
    "recommended": "recommended",
}
_NOT_BEFORE = r"(?P<before>\b(?:ikke|ej|hverken)\s+(?:(?!og\s)\w+\s+){0,3}?)?"
_NOT_AFTER = r"(?P<after>\s+(?:\w+\s+)?(?:ikke|ej)\b)?"


@dataclass(frozen=True)
class Vocabulary:
    """Patterns by what they are for.

    Those of verdicts, *discussed* and *noted* have the group `before` for a negation; `approved` has `verb` and `after`
    besides.
    """

    approved: re.Pattern[str]
    resolutions: Mapping[str, re.Pattern[str]]
    discussed: re.Pattern[str]
    noted: re.Pattern[str]
    others: Mapping[str, re.Pattern[str]]

    def says(self, what: str, text: str) -> bool:
        """Whether words of one of the other lists stand anywhere in a text."""
        return bool(self.others[what].search(text))


@cache
def vocabulary() -> Vocabulary:
    """The words, read once a process."""
    data = tomllib.loads(files(__package__).joinpath("outcomes.toml").read_text(encoding="utf-8"))
    phrases: dict[str, str] = {}
    for name, phrase in data["phrases"].items():
        phrases[name] = _filled(phrase, phrases)

    def words(alternatives: Sequence[str]) -> str:
        return rf"(?<!\w)(?:{'|'.join(_filled(one, phrases) for one in alternatives)})(?!\w)"

    verdicts = data["verdicts"]
    negatable = {key: _compiled(_NOT_BEFORE + words(alternatives)) for key, alternatives in verdicts.items()}
    others = {key: words(found) for group in ("told", "voices", "clauses") for key, found in data[group].items()}
    others["not_yet"] += r"\s+(?:[-\w]+\s+){0,3}$"
    others["maybe"] += r"\s+(?:[-\w]+\s+){0,3}$"
    others["earlier"] += r"\s+$"
    others["had_been"] += r"(?:,? den \d[^,]{0,25},)?\s+(?:(?!og\b)[-\w.]+\s+){0,6}$"
    others["attributive"] += r"\s+$"
    others["highest"] += r"(?: i \w+)?\s*$"
    for heading in ("heading_informed", "heading_discussed"):
        others[heading] = r"^[\W\d]*(?:\w[.)]?\s+)?(?:[^.:]{1,60}(?: [-–]|:) )?" + others[heading]
    others["whole_next"] = r"^\s+(?:(?:derfor|herefter|dermed|samtidig|så|enstemmigt)\s+)?(?:et\s+)?" + others["whole"]
    others["wrapping"] += r"\s*,?\s*(?:at\b)?"
    others["later"] = words(["<later>"])
    return Vocabulary(
        approved=_compiled(_NOT_BEFORE + rf"(?P<verb>{words(verdicts['approved'])})" + _NOT_AFTER),
        resolutions={name: negatable[name] for name in RESOLUTIONS},
        discussed=negatable["discussed"],
        noted=negatable["noted"],
        others={key: _compiled(pattern) for key, pattern in others.items()},
    )


def _filled(pattern: str, phrases: Mapping[str, str]) -> str:
    """A pattern on one line, the names in it replaced by their phrases."""
    return re.sub(r"(?<!\(\?)(?<!P)<([a-z]+)>", lambda name: phrases[name[1]], pattern.replace("\n", ""))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
