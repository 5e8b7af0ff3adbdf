"""What an engine is asked for by words, as tokens: compared with those of items, never parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mappings.analysis import Forms


class Choice(NamedTuple):
    """Ways to say the same, one of which an item must hold: all words of one of `ways` (*HMU*, *Hovedudvalg*), in any
    form, or one of the `runs` of `words` tokens in a row (*kommunernes landsforening*).
    """

    ways: tuple[tuple[Forms, ...], ...]
    runs: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A question's words as `mappings.analysis` gives them. Only ever compared with tokens, never parsed.

    `terms` are what may be meant by the words, synonyms too: they are evidence, never required. Nor are `related`,
    which give for a word the terms of others that an item may use for the same matter, any one of them. `forms` are
    the words that must occur, in any form; of each of the `choices` one way to say it must; `phrases` runs of
    `words` tokens that must stand in a row; of `either` one such run must; `excluded` are words that must not occur
    in any form, `excluded_phrases` runs of `words` that must not stand in a row. A token given twice counts twice.
    Of very many tokens an engine may look for the rarest only, and leave out grams that very many items hold, as
    long as scores keep scale.
    """

    stems: tuple[str, ...] = ()
    grams: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    related: tuple[tuple[str, ...], ...] = ()
    forms: tuple[Forms, ...] = ()
    choices: tuple[Choice, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    either: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[Forms, ...] = ()
    excluded_phrases: tuple[tuple[str, ...], ...] = ()

    @property
    def asks(self) -> bool:
        """Whether there is a word or a phrase that an item can hold."""
        return bool(self.forms or self.choices) or any(self.phrases) or any(self.either)

    @property
    def excludes(self) -> bool:
        """Whether there is anything that an item must not hold."""
        return bool(self.excluded) or any(self.excluded_phrases)
