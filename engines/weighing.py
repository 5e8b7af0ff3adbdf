"""What each token of a question weighs, the same for every engine: BM25 on the absolute scale of `Evidence`.

An engine says how many of the items that the asker may see hold a token; whoever may not see an item does not see it
in the weights either.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

K1 = 1.2  # and b = 0.75, both the engines' own; lengths are kept in one byte (exact up to 40 tokens, then ever coarser)
# Distinct tokens of a question that are looked for, the rarest; a sentence of ten words has some 65 grams. What is
# kept stands for all that is known, so a pasted page is scored on the scale of a short question.
MOST_TOKENS = 128
MOST_CHOICES = 32  # words of a question of whose related terms any one is looked for, the first
# 4-grams that more than a fifth of a large index holds (*#for*, *ning*) say next to nothing and have the longest lists:
# without them 100,000 items are asked in 0.5 ms instead of 2.0 by tantivy and in 17 instead of 127 by Elasticsearch,
# and nDCG@10 on 84 questions is 0.907 instead of 0.906 (`python -m benchmarks.fusion`). Small lists cost nothing and
# are kept.
COMMON_SHARE, COMMON_FROM = 0.2, 1_000


@dataclass(frozen=True, slots=True)
class Weight:
    """One token: in how many items it is, and `value`, its idf × how often it is asked for."""

    token: str
    frequency: float
    value: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """The tokens to look for in one field, and the score that would be 1 on the scale of `Evidence`.

    `value` is what an item would hold of the question's idf that held every token, known or not.
    """

    weights: tuple[Weight, ...]
    greatest: float
    value: float


@dataclass(frozen=True, slots=True)
class WeighedChoices:
    """For each word the terms of which the best counts, and the score that would be 1."""

    choices: tuple[tuple[Weight, ...], ...]
    greatest: float


def weigh(
    tokens: Sequence[str], frequency: Callable[[str], float], items: float, *, drop_common: bool
) -> Weighed | None:
    """What to look for of `tokens`; None where none of them occurs in the `items` that the asker may see.

    `frequency` tells in how many of these a token is. With `drop_common` what very many hold is left out.
    """
    weighed = [_weight(token, frequency(token), items, count) for token, count in Counter(tokens).items()]
    known = [weight for weight in weighed if weight.frequency > 0]
    if not known:
        return None
    many = max(COMMON_FROM, COMMON_SHARE * items)
    telling = [weight for weight in known if weight.frequency <= many] if drop_common else known
    kept = sorted(telling or known, key=lambda weight: weight.frequency)[:MOST_TOKENS]
    share_known = sum(weight.value for weight in known) / sum(weight.value for weight in weighed)
    all_value = sum(weight.value for weight in kept) / share_known
    return Weighed(tuple(kept), (K1 + 1) * all_value, all_value)


def weigh_choices(
    choices: Sequence[Sequence[str]], frequency: Callable[[str], float], items: float, asked: int
) -> WeighedChoices | None:
    """What to look for where any one of several tokens will do; None where none of them occurs.

    `asked` are the words of the question: where only some of them have a choice, that is only so much of it. A choice
    of which nothing occurs is as if it had not been asked for: that a word is missing is told by `terms`.
    """
    weighed = [
        [_weight(token, frequency(token), items, 1) for token in dict.fromkeys(choice)]
        for choice in dict.fromkeys(map(tuple, choices))
    ]
    known = [tuple(weight for weight in choice if weight.frequency > 0) for choice in weighed]
    kept = [choice for choice in known if choice][:MOST_CHOICES]
    if not kept:
        return None
    part = max(1.0, asked / len(weighed))
    return WeighedChoices(tuple(kept), (K1 + 1) * part * sum(max(weight.value for weight in choice) for choice in kept))


def idf(items: float, frequency: float) -> float:
    """How telling a token is that `frequency` of `items` hold."""
    return math.log(1 + (items - frequency + 0.5) / (frequency + 0.5))


def _weight(token: str, frequency: float, items: float, count: int) -> Weight:
    return Weight(token, frequency, count * idf(items, frequency))
