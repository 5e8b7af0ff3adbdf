"""The lemma of a Danish word, from a table: *bøger* is *bog*, *besluttede* is *beslutte*.

Nouns of action share the lemma of their verb (*beslutning* is *beslutte*); see `mappings/danish/making.py`, which makes
the table. It is read at the first question for a lemma, in some 20 ms.
"""

from __future__ import annotations

from functools import cache

from mappings import danish


def lemma(word: str) -> str | None:
    """The lemma of a lower-case word; None where the table does not know it."""
    return _table().get(word)


@cache
def _table() -> dict[str, str]:
    lemma_of: dict[str, str] = {}
    for line in danish.lines("lemmas"):
        base, *forms = line.split(" ")
        lemma_of.setdefault(base, base)  # some are forms of another: *veje* is *vej*, and yet the base of *vejende*
        for form in forms:
            lemma_of[base + form[1:] if form[0] == "+" else form] = base
    return lemma_of
