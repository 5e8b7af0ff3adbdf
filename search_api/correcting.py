"""*Mente du*: another spelling of a question, where the words as typed are nowhere.

A word is respelled where no item that the asker may see holds it in any inflection, and Danish does not know it either
(a word that is right, but of no matter here, has no other spelling; nor has one that is cut short, *indst.*): by the
nearest word of those items, or in a compound by the nearest for the part that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from engines.base import Spelling
from mappings import analysis, compounds, lemmas
from mappings.right_words import is_right
from search_api.readings.plain import Word

MOST_WORDS = 6  # unknown to Danish that are looked up; a question with more is of another kind
MOST_WRONG = 2  # words that are respelled; with more (*nuclear waste storage*) it is another language, or none
# One letter of a very short word, and two of a short one, make another word of it (*prix* and *pris*). The first letter
# of a word is seldom the wrong one.
_SHORTEST, _LONG = (
    5,
    7,
)  # letters of a word that may be one, and two letters off
_SHORTEST_PART = 4  # letters of a part of a compound

_CUT_SHORT = re.compile(r"\.(?:\w|\s+[a-zæøå])")  # a full stop that ends no sentence

Occurs = Callable[[str], bool]
Near = Callable[[str], Sequence[Spelling]]


def corrected(question: str, words: Sequence[Word], occurs: Occurs, near: Near) -> str | None:
    """The question with its misspelt `words` respelled; None where none of them is.

    `occurs` tells whether any item holds a lower-case word in any inflection, `near` the words spelled nearly alike.
    """
    suspects = [word for word in words if _may_be_wrong(word.text) and not _CUT_SHORT.match(question, word.end)]
    if len(suspects) > MOST_WORDS:
        return None
    wrong = [word for word in suspects if not occurs(word.text)]
    if len(wrong) > MOST_WRONG:
        return None
    text = question
    for word in reversed(wrong):
        right = _respelled(word.text, occurs, near)
        if right is not None:
            text = text[: word.start] + _as_typed(right, word.typed) + text[word.end :]
    return text if text != question else None


def _may_be_wrong(word: str) -> bool:
    content = word.isalpha() and len(word) >= _SHORTEST and bool(analysis.content([word]))
    return content and lemmas.known(word) is None and compounds.split(word) is None and not is_right(word)


def _respelled(word: str, occurs: Occurs, near: Near) -> str | None:
    return _nearest(word, near) or _with_a_part_respelled(word, occurs, near)


def _nearest(word: str, near: Near) -> str | None:
    """The nearest word, of those as near the one that most items hold."""
    for other in near(word):
        if other.letters == 1 or (len(word) >= _LONG and other.word[0] == word[0]):
            return other.word
    return None


def _with_a_part_respelled(word: str, occurs: Occurs, near: Near) -> str | None:
    """The compound whose one part is a word that occurs, and whose other part is nearly one."""
    ends = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    first = next((end for end in reversed(ends) if _part(word[:end])), None)
    if first is not None and occurs(_part(word[:first]) or ""):
        right = _nearest(word[first:], near)
        if right is not None:
            return word[:first] + right
    last = next((word[end:] for end in ends if lemmas.known(word[end:]) is not None), None)
    if last is not None and occurs(last):
        head = word[: -len(last)]
        right = _nearest(head.removesuffix("s"), near)
        if right is not None:
            return right + ("s" if head.endswith("s") else "") + last
    return None


def _part(text: str) -> str | None:
    """The word that it is, perhaps with the *s* that joins it to the next."""
    words = (text, text.removesuffix("s"))
    return next((word for word in words if len(word) >= _SHORTEST_PART and lemmas.known(word) is not None), None)


def _as_typed(right: str, typed: str) -> str:
    """In capitals, or with one, where what it stands for was."""
    if typed.isupper():
        return right.upper()
    return right.capitalize() if typed[0].isupper() else right
