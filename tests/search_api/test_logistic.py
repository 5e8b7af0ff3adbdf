"""Logistic regression, against what is known of it."""

from __future__ import annotations

import numpy as np
import pytest

from search_api.logistic import area_under_curve, carried_over, fit

ROWS = np.array([[0.0, 5.0], [1.0, 5.0], [2.0, 5.0], [3.0, 5.0], [4.0, 5.0], [5.0, 5.0]])
TRUTHS = np.array([False, False, True, False, True, True])


def test_a_piece_that_tells_gets_weight_and_one_that_never_varies_gets_none() -> None:
    found = fit(ROWS, TRUTHS)
    assert found.weights[0] > 0
    assert found.weights[1] == pytest.approx(0, abs=1e-9)


def test_the_other_way_round_the_weights_are_turned() -> None:
    assert fit(ROWS, ~TRUTHS).weights[0] == pytest.approx(-fit(ROWS, TRUTHS).weights[0])


def test_a_piece_in_other_units_says_the_same() -> None:
    other = ROWS * [1000.0, 1.0]
    assert fit(other, TRUTHS).probability(other) == pytest.approx(fit(ROWS, TRUTHS).probability(ROWS))


def test_a_rare_outcome_counts_as_much_as_a_frequent_one() -> None:
    rows = np.array([[0.0]] * 95 + [[1.0]] * 5)
    truths = rows[:, 0] > 0
    low, high = fit(rows, truths).probability(np.array([[0.0], [1.0]]))
    assert low < 0.5 < high


def test_figures_apart_for_ever_still_give_finite_weights() -> None:
    assert np.isfinite(fit(np.array([[0.0], [1.0]]), np.array([False, True])).weights).all()


def test_what_is_carried_over_is_the_same_each_time_and_a_probability() -> None:
    rows, truths = np.vstack([ROWS] * 5), np.tile(TRUTHS, 5)
    found = carried_over(rows, truths, 5, 2, 1)
    assert (found == carried_over(rows, truths, 5, 2, 1)).all()
    assert ((found > 0) & (found < 1)).all()


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    assert area_under_curve(np.array([1.0, 2.0, 3.0]), np.array([False, True, True])) == 1
    assert area_under_curve(np.array([3.0, 1.0]), np.array([False, True])) == 0
    assert area_under_curve(np.array([1.0, 1.0]), np.array([False, True])) == 0.5
