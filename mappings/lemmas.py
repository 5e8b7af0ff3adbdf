"""The lemma of a Danish word, from a table: *bøger* is *bog*, *besluttede* is *beslutte*.

Nouns of action share the lemma of their verb (*beslutning* is *beslutte*); see `mappings/danish/making.py`, which makes
the table. It is read at the first question for a lemma, in some 20 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mappings import danish


def lemma(word: str) -> str | None:
    """The lemma of a lower-case word; None where the table knows neither it nor what it is a regular form of."""
    return _table().get(word) or next(_regular(word), None)


def known(word: str) -> str | None:
    """The lemma of a lower-case word as the table has it, and nothing guessed."""
    return _table().get(word)


def spelled(bare: str) -> str | None:
    """The word of the table that is typed so without its letters, *støtte* of *stotte*; None if there are several."""
    return _by_bare().get(bare)


def forms(base: str) -> tuple[str, ...]:
    """The forms of a lemma that the table has, itself among them; none of one that it lacks."""
    return tuple(form for line in _lines().get(base, ()) for form in _spelled_out(line))


def modern(word: str) -> str:
    """A lower-case word as it is spelled now: *kommunikationslinje* for *kommunikationslinie*."""
    for old, new in _OLD_SPELLINGS:
        word = word.replace(old, new)
    return word


def spellings(word: str) -> tuple[str, ...]:
    """A lower-case word as it is spelled now, and as it was."""
    new = modern(word)
    old = new
    for before, now in _OLD_SPELLINGS:
        old = old.replace(now, before)
    return (new, old) if old != new else (new,)


_OLD_SPELLINGS = (("linie", "linje"), ("resurs", "ressourc"))


def _regular(word: str) -> Iterator[str]:
    """Lemmas of which a word that the table lacks is a form by the rules: *løsningen* of *løsning*."""
    for ending, base_ending in _BY_LAST_LETTER.get(word[-1:], ()):
        if word.endswith(ending):
            base = word.removesuffix(ending) + base_ending
            if len(base) >= _SHORTEST_BASE and base in _table():
                yield _table()[base]


# Endings of nouns, and of verbs and adjectives, longest first, with what the base form has instead.
_ENDINGS = tuple(
    sorted(
        [(ending + s, "") for ending in ("en", "et", "er", "erne", "ene") for s in ("", "s")]
        + [(ending + s, "e") for ending in ("en", "et", "er", "erne") for s in ("", "s")]
        + [(ending, base) for ending in ("ede", "ende", "edes", "es", "t") for base in ("e", "")]
        + [("s", "")],
        key=lambda pair: (-len(pair[0]), pair[1]),
    )
)
_BY_LAST_LETTER = {
    last: tuple(pair for pair in _ENDINGS if pair[0][-1] == last) for last in {ending[-1] for ending, _ in _ENDINGS}
}
_SHORTEST_BASE = 5  # characters; of shorter ones too many words would be forms


@cache
def _table() -> dict[str, str]:
    lemma_of: dict[str, str] = {}
    for line in danish.lines("lemmas"):
        base, *forms = _spelled_out(line)
        lemma_of.setdefault(base, base)  # some are forms of another: *veje* is *vej*, and yet the base of *vejende*
        for form in forms:
            lemma_of[form] = base
    return lemma_of


_BARE = str.maketrans("æøå", "aoa")
_SHORTEST_BARE = 4  # letters; of shorter ones too many are abbreviations


@cache
def _by_bare() -> dict[str, str]:
    """Words of the table without the letters æ, ø and å: 17,000, of which 120 could be words of several lemmas."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for word, base in _table().items():
        if not word.isascii() and len(word) >= _SHORTEST_BARE:
            bare = word.translate(_BARE)
            if _table()[found.setdefault(bare, word)] != base:
                several.add(bare)
    return {bare: word for bare, word in found.items() if bare not in several}


@cache
def _lines() -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {}
    for line in danish.lines("lemmas"):
        lines.setdefault(line.split(" ", 1)[0], []).append(line)
    return lines


def _spelled_out(line: str) -> list[str]:
    """A lemma and its forms, of a line of the table."""
    base, *forms = line.split(" ")
    return [base, *(base + form[1:] if form[0] == "+" else form for form in forms)]
