"""How sure a mean over questions is, and how sure it is that two rankings differ.

Other questions of the same kind would have given other figures. The bootstrap (Efron and Tibshirani 1993) draws such
other sets from the questions there are; the randomisation test (Smucker, Allan and Carterette, CIKM 2007) asks how
often a difference as great would come of chance alone. Both draw by a fixed seed: the same figures, the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

# Between eight seeds the ends of an interval over 109 questions moved by 0.003 at most, a p of 0.012 by 0.002; the
# intervals are 0.08 wide.
DRAWS = 10_000
SEED = 20_161_004
CONFIDENCE = 0.95
_ROUNDING = 1e-12  # a sum that is as great but for the order of adding is as great

Figures = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a mean would lie, by `CONFIDENCE`, had other such questions been asked."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much one ranking is better than another on the same questions: the mean, its interval, and p."""

    mean: float
    interval: Interval
    p: float


def difference(before: Sequence[float], after: Sequence[float]) -> Difference:
    """From each question's figure before to the same question's figure after."""
    changes = [b - a for a, b in zip(before, after, strict=True)]
    return Difference(sum(changes) / len(changes) if changes else 0.0, interval(changes), chance(changes))


def intervals(figures: Figures) -> list[Interval]:
    """Percentile bootstrap interval of the mean of each column; `figures` has a row for each question.

    Where all questions fared alike, or there is but one, it has no width: then it says less than it seems to.
    """
    count, columns = figures.shape
    if count == 0:
        return [Interval(0.0, 0.0)] * columns
    drawn = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), size=DRAWS)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(drawn @ figures / count, (tail, 1 - tail), axis=0)
    return [Interval(float(a), float(b)) for a, b in zip(low, high, strict=True)]


def interval(figures: Sequence[float]) -> Interval:
    """The interval of one mean."""
    return intervals(np.array(figures, dtype=np.float64).reshape(-1, 1))[0]


def chance(differences: Sequence[float]) -> float:
    """Two-sided p: how often the mean would be as far from 0 if each difference had come out either way around.

    The signs are drawn, not all tried; the outcome itself counts as one of the draws, so p is never 0.
    """
    changed = np.array([one for one in differences if one], dtype=np.float64)
    if not len(changed):
        return 1.0
    signs = np.random.default_rng(SEED).integers(0, 2, size=(DRAWS, len(changed))) * 2 - 1
    as_far = np.abs(signs @ changed) >= abs(changed.sum()) - _ROUNDING
    return float((1 + as_far.sum()) / (1 + DRAWS))
