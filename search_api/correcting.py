"""*Mente du*: another spelling of a question, where the words as typed are nowhere.

A word is respelled where no item that the asker may see holds it in any inflection, and Danish does not know it either
(a word that is right, but of no matter here, has no other spelling; nor has one that is cut short, *indst.*): by the
nearest word of those items, a Danish word that they hold in another inflection, or in a compound by the nearest for the
part that is wrong. What only could be a compound (*hjemearbejde*) is respelled where a word is one letter off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from engines.found import Spelling
from mappings import analysis, compounds, lemmas
from mappings.alphabet import LETTERS
from mappings.right_words import is_right, undoubled
from search_api.readings.plain import Word

MOST_WORDS = 6  # unknown to Danish that are looked up; a question with more is of another kind
MOST_WRONG = 2  # words that are respelled; with more (*nuclear waste storage*) it is another language, or none
# Letters of a word that may be one letter off, of one that Danish is asked for, and of one that may be two off. One
# letter of a very short word, and two of a short one, make another word of it (*prix* and *pris*): of 82 names of towns
# and people that no item holds, 15 were respelled where 7 letters might be two off, and 10 where 9 might. The first
# letter of a word is seldom the wrong one.
_SHORTEST, _LONG, _LONGEST = 5, 7, 9
_SHORTEST_PART = 4  # letters of a part of a compound
_MOST_TRIED = 10  # Danish words one letter off that are looked for; some are none, see right_words.py

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
    if sum(compounds.split(word.text) is None for word in wrong) > MOST_WRONG:
        return None
    text = question
    for word in reversed(wrong):
        right = _respelled(word.text, occurs, near)
        if right is not None:
            text = text[: word.start] + _as_typed(right, word.typed) + text[word.end :]
    return text if text != question else None


def _may_be_wrong(word: str) -> bool:
    content = word.isalpha() and len(word) >= _SHORTEST and bool(analysis.content([word]))
    return content and lemmas.known(word) is None and not is_right(word)


def _respelled(word: str, occurs: Occurs, near: Near) -> str | None:
    if compounds.split(word) is not None:  # nobody knows it, but it could be one
        return next((other for other in _one_off(word, near) if other[0] == word[0]), None)
    return _nearest(word, occurs, near) or _with_a_part_respelled(word, occurs, near)


def _nearest(word: str, occurs: Occurs, near: Near) -> str | None:
    """A word one letter off, else the nearest of those that may be two, of as near ones that which most items hold."""
    one_off = next(iter(_one_off(word, near)), None) or _in_danish(word, occurs)
    return one_off or next((other.word for other in near(word) if _is_meant(other.word, word)), None)


def _is_meant(other: str, word: str) -> bool:
    """Whether a word two letters off may be meant: it begins alike, and is long or only has letters doubled."""
    return other[0] == word[0] and len(word) >= (_LONG if undoubled(other) == undoubled(word) else _LONGEST)


def _one_off(word: str, near: Near) -> list[str]:
    """The words one letter off: those with a letter once for twice first, then those that most items hold."""
    found = [other.word for other in near(word) if other.letters == 1]
    return sorted(found, key=lambda other: undoubled(other) != undoubled(word))


def _in_danish(word: str, occurs: Occurs) -> str | None:
    """A Danish word one letter off held in another inflection: *statistik* where they have *statistikken*."""
    if len(word) < _LONG:
        return None
    right = (other for other in _edited(word) if lemmas.known(other) is not None or is_right(other))
    others = sorted(right, key=lambda other: (undoubled(other) != undoubled(word), lemmas.known(other) is None, other))
    return next(filter(occurs, others[:_MOST_TRIED]), None)


def _edited(word: str) -> set[str]:
    """All that is one letter off, but for the first letter."""
    halves = [(word[:place], word[place:]) for place in range(1, len(word) + 1)]
    found = {before + letter + after for before, after in halves for letter in LETTERS}
    found |= {before + letter + after[1:] for before, after in halves if after for letter in ("", *LETTERS)}
    found |= {before + after[1] + after[0] + after[2:] for before, after in halves if len(after) > 1}
    return found - {word}


def _with_a_part_respelled(word: str, occurs: Occurs, near: Near) -> str | None:
    """The compound whose one part is a word that occurs, and whose other part is nearly one."""
    return next((other for other in _parts_respelled(word, occurs, near) if compounds.split(other)), None)


def _parts_respelled(word: str, occurs: Occurs, near: Near) -> Iterator[str]:
    ends = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    first = next((end for end in reversed(ends) if _part(word[:end])), None)
    if first is not None and occurs(_part(word[:first]) or ""):
        right = _nearest(word[first:], occurs, near)
        if right is not None and analysis.content([right]):
            yield word[:first] + right
    last = next((word[end:] for end in ends if lemmas.known(word[end:]) is not None), None)
    if last is not None and occurs(last):
        head = word[: -len(last)]
        right = _nearest(head.removesuffix("s"), occurs, near)
        if right is not None and analysis.content([right]):
            yield right + ("s" if head.endswith("s") else "") + last


def _part(text: str) -> str | None:
    """The word that it is, perhaps with the *s* that joins it to the next."""
    words = (text, text.removesuffix("s"))
    return next((word for word in words if len(word) >= _SHORTEST_PART and lemmas.known(word) is not None), None)


def _as_typed(right: str, typed: str) -> str:
    """In capitals, or with one, where what it stands for was."""
    if typed.isupper():
        return right.upper()
    return right.capitalize() if typed[0].isupper() else right
