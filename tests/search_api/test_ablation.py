"""Without each signal in turn: what becomes of the figures, on the small index of conftest.py."""

import pytest

from search_api.ablation import Ablation, Without, ablate
from search_api.evaluation import Judged, evaluate
from search_api.service import SearchService
from search_api.signals import Signals, each_off

ANNA = {f"direktionen-{day}": 2 for day in ("2019-05-06-01", "2019-05-06-02", "2020-05-04-01", "2020-05-04-02")}
QUESTIONS = [
    Judged("1", "exact", "skolernes budget", {"direktionen-2019-05-06-02": 2, "byraadet-2021-06-07-01": 2}),
    Judged("2", "person", "Anna Lund", ANNA),
    Judged("3", "nonsense", "xyzzy", {}),
]


@pytest.fixture(scope="module")
def found(service: SearchService) -> Ablation:
    return ablate(service, QUESTIONS, lambda done, total: None)


def row(found: Ablation, signal: str) -> Without:
    return next(one for one in found.without if one.signal == signal)


def test_every_signal_has_its_row(found: Ablation) -> None:
    assert [one.signal for one in found.without] == [name for name, _ in each_off()]


def test_with_all_signals_it_is_the_evaluation(found: Ablation, service: SearchService) -> None:
    whole = evaluate(service, QUESTIONS, lambda done: None)
    assert (found.all, found.without_answer) == (whole.all, 1)
    assert (found.answered_anyway, found.held_back) == (whole.answered_anyway, whole.held_back)


def test_without_the_rule_for_people_their_question_fails(found: Ablation, service: SearchService) -> None:
    whole = evaluate(service.by(Signals(people=False)), QUESTIONS, lambda done: None)
    without = row(found, "people")
    assert without.ndcg == whole.all.ndcg < found.all.ndcg
    assert without.difference.mean == pytest.approx(without.ndcg - found.all.ndcg)
    assert without.held_back == found.held_back + 1


def test_a_signal_that_no_question_needs_is_worth_nothing(found: Ablation) -> None:
    without = row(found, "case_numbers")
    assert (without.ndcg, without.difference.mean, without.difference.p) == (found.all.ndcg, 0.0, 1.0)


def test_every_question_is_told_of_once(service: SearchService) -> None:
    told: list[tuple[int, int]] = []
    ablate(service, QUESTIONS, lambda done, total: told.append((done, total)))
    every = len(QUESTIONS) * (1 + len(list(each_off())))
    assert told == [(done, every) for done in range(1, every + 1)]
