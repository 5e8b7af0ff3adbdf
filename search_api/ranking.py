"""One score from several pieces of evidence, the same for every engine.

Each piece is on an absolute scale (see `engines.base.Evidence`), so the sum is too: it says how good a hit is, not
only which is better, and a floor can tell a hit from a mere neighbour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from engines.base import Candidate, Evidence
from search_api.readings.reading import Kind

# The weights of the evidence, chosen on some 1,000 judged questions: 109 of tests/quality to tune on and 491 written
# later, 62 over three real meetings among the cases of another municipality, 57 over the examples, 310 over seven
# made-up municipalities among those cases. By the evidence alone the ones before (terms 0.2, held 0.3 and 0.3, body
# and related 1.0) give 0.904 on the last, these 0.913, and 0.874 and 0.888 on 230 questions over five others that
# nothing was chosen on; on the rest they differ by 0.009 at most. Many sets do as well; found by search, these are
# round. What else was tried, docs/ranking.md tells. Measure again: `python -m benchmarks.fusion DATA:QUESTIONS.tsv ...`
GRAMS, STEMS, TITLE, TERMS, BODY, HEADING = 0.6, 0.1, 0.1, 0.1, 1.9, 0.1
RELATED, GRAMS_HELD, TERMS_HELD = 1.2, 0.3, 0.2

# A passage's nearness counts for more the nearer it is: as near + 0.2 near², brought to 0..1. Of 1,184 questions to
# tune on, by the best weight of all beside it: 0.9161 without, 0.9175 with 0.13, 0.9180 with 0.2, 0.9176 with 0.25 and
# 0.37 (p 0.001; paraphrases 0.737 → 0.746; docs/ranking.md).
RISES = 0.2

# Cosines have no scale of their own: those of `referat-e5-2` to a question less what all passages have in common
# (`search_api.common`) are about 0.21 by chance and 0.76 at best. The useful range is stretched to 0..1; `referat
# calibrate` finds it for each model.
COSINE_LOW, COSINE_HIGH = 0.214, 0.764


@dataclass(frozen=True, slots=True)
class Nearness:
    """From which cosine a text counts as near at all, and from which as near as can be; a model has its own."""

    low: float = COSINE_LOW
    high: float = COSINE_HIGH

    def of(self, cosine: float | None) -> float:
        """A cosine between these as 0 to 1."""
        return 0.0 if cosine is None else min(max(self.along(cosine), 0.0), 1.0)

    def along(self, cosine: float) -> float:
        """The same without an end: below 0 where it is less than `low`, above 1 where it is more than `high`."""
        return (cosine - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each kind of evidence weighs in the score; as measured, unless something is to be measured without it.

    `nearness` is by what cosines are brought to the scale of the others.
    """

    grams: float = GRAMS
    stems: float = STEMS
    title: float = TITLE
    terms: float = TERMS
    related: float = RELATED
    grams_held: float = GRAMS_HELD
    terms_held: float = TERMS_HELD
    body: float = BODY
    heading: float = HEADING
    nearness: Nearness = Nearness()


MEASURED = Weights()


@dataclass(frozen=True, slots=True)
class Bonus:
    """What is added for an item that the question names outright; `hit` where that alone makes it a result.

    `alone`: it is all of the score, so that of several such items the newest comes first.
    """

    value: float
    hit: bool
    alone: bool = False


# A question for a case number is answered by that case before anything else. One that is but a name is answered by all
# they took part in; one that names somebody and a topic by the topic, and rather by what they took part in.
OF_CASE, ALL_THEIRS = Bonus(10.0, hit=True), Bonus(0.6, hit=True)

# A question that is a title is answered by what is so titled: more than all the evidence together.
TITLED = Bonus(5.0, hit=True, alone=True)

# More for an item that names them itself, or that they came for: others are only of a meeting that they were at. Of 33
# questions for people over ten made-up municipalities 0.869 without, 0.873 with 0.3, 0.884 with 0.6 and with 1.0.
NAMED_THERE = 0.6

# What is added for an item that is what the question would rather have, by the kind of the reading that says so. What
# each was worth is in docs/ranking.md.
FAVOURED: dict[Kind, float] = {"person": 0.6, "period": 0.5, "body": 0.2, "outcome": 0.4, "decisions": 0.05}

# What is added for an item that has a year of the question in its title, and the question's other words: more than what
# was only dealt with in that year gets. Of 98 questions made of titles with a year (*Trafiksikkerhedsplan 2019*) such
# an item is first for 91 without, for 98 with 0.5 and with 1.0; no judged question changes (docs/ranking.md).
OF_ITS_YEAR = 1.0

# What is added for an item that has the one word of a question in its title: others tell of it among other things, and
# may say it more often. Of 96 judged questions of one word to tune on one gains by it and none loses; with 0.5 and with
# 1.0 an item with the word in its title comes before one with the outcome that the question names (docs/ranking.md).
IN_TITLE = 0.3

# What sharing words with the best item weighs, times BM25 over them as a share of the greatest (`search_api.widening`).
ALIKE = 0.4

# Of one case so many stand on a page of ten, while what is of other cases has this share of the best score left. nDCG
# knows no harm in a page of one case, so it only tells the cost: on the examples, where a case comes up to six times,
# 0.903 without, 0.901 with 3 and 0.9, 0.900 with 0.8, 0.891 with 2; on the tuning half, where it seldom does, nothing.
MOST_OF_CASE, NEARLY, PAGE = 3, 0.9, 10


class Ranked(msgspec.Struct, frozen=True):
    """A candidate with its score and whether it counts as a hit (else it is only similar)."""

    candidate: Candidate
    score: float
    hit: bool


def score(evidence: Evidence, weights: Weights = MEASURED) -> float:
    """The weighted sum of the evidence; from 0 to the sum of the weights."""
    return (
        weights.grams * evidence.grams
        + weights.stems * evidence.stems
        + weights.title * evidence.title
        + weights.terms * evidence.terms
        + weights.related * evidence.related
        + weights.grams_held * evidence.grams_held
        + weights.terms_held * evidence.terms_held
        + weights.body * rising(weights.nearness.of(evidence.body))
        + weights.heading * weights.nearness.of(evidence.heading)
    )


def rising(near: float) -> float:
    """What a passage's nearness, 0 to 1, counts: more than its share the nearer it is; 0 to 1 again."""
    return near * (1 + RISES * near) / (1 + RISES)


def scores(candidates: Iterable[Candidate], weights: Weights = MEASURED) -> list[float]:
    """The score of each."""
    return [score(one.evidence, weights) for one in candidates]


def rank(
    candidates: Sequence[Candidate], values: Sequence[float], named: Mapping[str, Bonus], floor: float
) -> list[Ranked]:
    """Best first; ties by newest, then by id, so that the order is always the same.

    `values` are the candidates' scores. `named` are the items that the question names outright (by case number or
    person), each with its bonus. A hit holds all the words, or has a score of `floor` at least (see
    `search_api.floor`), or is named.
    """
    ranked = [
        _ranked(one, value, named.get(one.item_id, NO_BONUS), floor)
        for one, value in zip(candidates, values, strict=True)
    ]
    return sorted(ranked, key=lambda r: (-r.score, -r.candidate.date.toordinal(), r.candidate.item_id))


def _ranked(candidate: Candidate, value: float, bonus: Bonus, floor: float) -> Ranked:
    value = 0.0 if bonus.alone else value
    return Ranked(candidate, value + bonus.value, bonus.hit or candidate.evidence.all_words or value >= floor)


NO_BONUS = Bonus(0.0, hit=False)


def spread(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The same, but of one case no more than `MOST_OF_CASE` on a page while others are nearly as good.

    What has to wait stands on the next page, or behind those others; nothing is left out.
    """
    waiting, found = list(ranked), list[Ranked]()
    while waiting:
        if len(found) % PAGE == 0:
            shown: Counter[str] = Counter()
        taken = waiting.pop(0 if _has_room(waiting[0], shown) else _next(waiting, shown))
        found.append(taken)
        shown[taken.candidate.case_number or ""] += 1
    return found


def _next(waiting: Sequence[Ranked], shown: Mapping[str, int]) -> int:
    """The place of the best with room beside what is shown, where it is nearly as good as the first; else the first."""
    least = NEARLY * waiting[0].score
    return next((place for place, one in enumerate(waiting) if one.score >= least and _has_room(one, shown)), 0)


def _has_room(one: Ranked, shown: Mapping[str, int]) -> bool:
    case = one.candidate.case_number
    return case is None or shown[case] < MOST_OF_CASE
