"""Intervals and chance, against what can be worked out by hand."""

from math import comb

import numpy as np
import pytest

from search_api.certainty import CONFIDENCE, Interval, chance, interval, intervals


def test_the_interval_of_a_share_is_that_of_the_binomial() -> None:
    """Half of 16 questions right: the mean of a drawn set is a binomial, whose quantiles a table gives."""
    drawn = [comb(16, right) / 2**16 for right in range(17)]
    low = next(right for right in range(17) if sum(drawn[: right + 1]) > (1 - CONFIDENCE) / 2)
    assert interval([1.0, 0.0] * 8) == Interval(low / 16, 1 - low / 16)


def test_the_interval_narrows_with_the_root_of_the_number() -> None:
    few, many = interval([1.0, 0.0] * 50), interval([1.0, 0.0] * 200)
    assert (few.high - few.low) / (many.high - many.low) == pytest.approx(2, rel=0.06)
    assert few.high - few.low == pytest.approx(2 * 1.96 * 0.05, rel=0.06)


def test_questions_that_all_fared_alike_leave_no_width() -> None:
    assert interval([0.5, 0.5, 0.5]) == Interval(0.5, 0.5)


def test_each_column_has_its_own_interval_from_the_same_questions() -> None:
    of_both = intervals(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]))
    assert of_both == [interval([1.0, 0.0, 1.0]), interval([0.0, 1.0, 0.0])]


def test_no_questions_no_interval() -> None:
    assert intervals(np.empty((0, 2))) == [Interval(0.0, 0.0)] * 2


def test_three_questions_all_better_may_well_be_chance() -> None:
    """Of the eight ways the signs can fall, two are as far from nothing: p = 1/4."""
    assert chance([0.1, 0.1, 0.1]) == pytest.approx(2 / 8, abs=0.02)


def test_the_size_of_a_difference_counts() -> None:
    """Of the eight sums of ±3 ±1 ±1, those of 3+1-1 = 3 or farther are all but ±1: six of eight."""
    assert chance([3.0, 1.0, -1.0]) == pytest.approx(6 / 8, abs=0.02)


def test_a_planted_difference_is_found() -> None:
    assert chance([0.1] * 12 + [-0.1] + [0.0] * 100) < 0.01


def test_better_or_worse_is_all_the_same() -> None:
    differences = [0.3, 0.2, -0.1, 0.05]
    assert chance(differences) == chance([-one for one in differences])


def test_questions_that_did_not_change_say_nothing() -> None:
    assert chance([0.3, 0.2, 0.1]) == chance([0.3, 0.2, 0.1] + [0.0] * 50)
    assert chance([0.0] * 5) == chance([]) == 1.0


def test_noise_is_rarely_taken_for_a_difference() -> None:
    """Where there is none, p is below 0.05 in one case of twenty."""
    rng = np.random.default_rng(3)
    below = sum(chance(list(rng.normal(size=20))) < 0.05 for _ in range(200))
    assert 2 <= below <= 20
