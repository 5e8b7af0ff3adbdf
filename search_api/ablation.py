"""What each signal is worth: the same questions asked with all of them, and with each left out in turn.

What a signal is worth beside the others, that is: of two that say the same, neither is missed. Its weight is 0, but
candidates are gathered as ever, and the floor for a result stays: without a weighty signal fewer reach it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from search_api.certainty import Difference, difference
from search_api.evaluation import Evaluation, Judged, Quality, evaluate
from search_api.service import SearchService
from search_api.signals import ALL, each_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """How it went without a signal; `difference` is from all signals to this, in nDCG@10."""

    signal: str
    ndcg: float
    difference: Difference
    answered_anyway: int
    held_back: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ablation:
    """With all signals, and without each."""

    all: Quality
    without_answer: int
    answered_anyway: int
    held_back: int
    without: tuple[Without, ...]


def ablate(service: SearchService, questions: Sequence[Judged], tell: Callable[[int, int], None]) -> Ablation:
    """Ask every question with each set of signals; `tell` is called with how many were asked, and of how many."""
    variants = list(each_off())

    def telling(round_: int) -> Callable[[int], None]:
        return lambda done: tell(round_ * len(questions) + done, len(questions) * (1 + len(variants)))

    full = evaluate(service.by(ALL), questions, telling(0))
    without = [
        _without(name, full, evaluate(service.by(signals), questions, telling(round_)))
        for round_, (name, signals) in enumerate(variants, 1)
    ]
    return Ablation(
        all=full.all,
        without_answer=full.without_answer,
        answered_anyway=full.answered_anyway,
        held_back=full.held_back,
        without=tuple(without),
    )


def _without(name: str, full: Evaluation, now: Evaluation) -> Without:
    return Without(
        signal=name,
        ndcg=now.all.ndcg,
        difference=difference(_figures(full), _figures(now)),
        answered_anyway=now.answered_anyway,
        held_back=now.held_back,
    )


def _figures(evaluation: Evaluation) -> list[float]:
    """Each question's nDCG@10, of those that have an answer."""
    return [one.ndcg for one in evaluation.questions if one.ndcg is not None]
