"""Logistic regression of a few parameters, as much of it as the floor needs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Figures = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]

# How strongly weights are held towards 0, in units of standardised pieces: as one more question for each.
PENALTY = 1.0
_STEPS, _ENOUGH = 50, 1e-8


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights on the figures as they are, one a column, and the intercept."""

    weights: Figures
    intercept: float

    def probability(self, rows: Figures) -> Figures:
        """For each row, how likely it is true; both outcomes count as equally frequent."""
        probability: Figures = 1 / (1 + np.exp(-np.clip(rows @ self.weights + self.intercept, -30, 30)))
        return probability


def fit(rows: Figures, truths: Truths) -> Fitted:
    """By Newton's method (iteratively reweighted least squares), each outcome weighing half in all.

    `rows` has shape (cases, pieces); both outcomes must occur.
    """
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    design = np.hstack([(rows - middle) / spread, np.ones((len(rows), 1))])
    importance = np.where(truths, 0.5 / truths.mean(), 0.5 / (1 - truths.mean()))
    held = np.diag([PENALTY] * rows.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (importance * (truths - expected)) - held @ weights
        curve = (design * (importance * expected * (1 - expected) + 1e-9)[:, None]).T @ design + held
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if float(np.abs(step).max()) < _ENOUGH:
            break
    scaled = weights[:-1] / spread
    return Fitted(scaled, float(weights[-1] - scaled @ middle))


def carried_over(rows: Figures, truths: Truths, folds: int, draws: int, seed: int) -> Figures:
    """Each row's probability by fits that have not seen it, the mean over `draws` ways to part them in `folds`."""
    random = np.random.default_rng(seed)
    found = np.zeros(len(rows))
    for _ in range(draws):
        fold = np.empty(len(rows), dtype=np.int64)
        for outcome in (True, False):
            these = np.flatnonzero(truths == outcome)
            fold[random.permutation(these)] = np.arange(len(these)) % folds
        for one in range(folds):
            found[fold == one] += fit(rows[fold != one], truths[fold != one]).probability(rows[fold == one])
    return found / draws


def area_under_curve(figures: Figures, truths: Truths) -> float:
    """How often a true case has the greater figure of a true and a false one (Mann and Whitney); ties are half."""
    true, false = figures[truths][:, None], figures[~truths][None, :]
    return float(((true > false) + 0.5 * (true == false)).mean())
