"""What the weights of `search_api/ranking.py` give, and what others would.

    python -m benchmarks.fusion DATA:QUESTIONS.tsv [DATA:QUESTIONS.tsv ...]

Asks every question once of each index, keeps the evidence, and tries weights on it: those in use, each kind of evidence
alone, and the best found by coordinate search, chosen on half of the questions and scored on the other.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from engines.base import PUBLIC, Evidence
from mappings.settings import Settings
from search_api import ranking
from search_api.evaluation import Judged, ndcg, read_questions
from search_api.opening import open_service

NAMES = tuple(weight.name for weight in fields(ranking.Weights) if weight.name != "nearness")
IN_USE: tuple[float, ...] = tuple(getattr(ranking.MEASURED, name) for name in NAMES)
COSINES = 2  # the last of them
BODY = NAMES.index("body")
OTHERS = ((-0.1, 0.0), (0.0, -0.1), (0.0, 0.05), (0.05, 0.05))  # ranges of cosines beside the one in use
STEPS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.4, 2.0)
Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A judged question with its candidates: ids, and evidence of shape (candidates, NAMES), cosines as they are."""

    judged: Judged
    ids: tuple[str, ...]
    evidence: np.ndarray
    all_words: tuple[bool, ...]


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pairs", nargs="+", metavar="DATA:QUESTIONS")
    given = arguments.parse_args()
    asked: list[Asked] = []
    for pair in given.pairs:
        data, _, questions = pair.rpartition(":")
        found, nearness = gather(Path(data), Path(questions))
        asked += found
    stretch = (nearness.low, nearness.high)
    answerable = [one for one in asked if one.judged.grades]
    print(f"{len(answerable)} questions with an answer, {len(asked) - len(answerable)} without")
    print(f"  in use      {_shown(IN_USE)}  {quality(answerable, IN_USE, stretch):.3f}")
    for i, name in enumerate(NAMES):
        alone = tuple(1.0 if j == i else 0.0 for j in range(len(NAMES)))
        print(f"  {name:<10}  {_shown(alone)}  {quality(answerable, alone, stretch):.3f}")
    for low, high in (stretch, *((stretch[0] + low, stretch[1] + high) for low, high in OTHERS)):
        best, value = search(answerable, (low, high))
        print(f"  best, cosines {low}-{high}: {_shown(best)}  {value:.3f}")
    halves = answerable[::2], answerable[1::2]
    carried = [quality(other, search(half, stretch)[0], stretch) for half, other in (halves, tuple(reversed(halves)))]
    print(f"  chosen on one half, scored on the other: {sum(carried) / 2:.3f}")
    _floors(asked, stretch)


def gather(data: Path, questions: Path) -> tuple[list[Asked], ranking.Nearness]:
    """Every question's evidence, and from which cosine to which one counts as near."""
    service = open_service(Settings(data=data))
    found = []
    for judged in read_questions(questions):
        candidates = service.evidence(judged.question, PUBLIC).candidates
        rows = np.array([_row(c.evidence) for c in candidates]).reshape(-1, len(NAMES))
        words = tuple(c.evidence.all_words for c in candidates)
        found.append(Asked(judged, tuple(c.item_id for c in candidates), rows, words))
    service.close()
    return found, service.calibration.nearness


def scores(asked: Asked, weights: Weights, stretch: tuple[float, float]) -> np.ndarray:
    """The candidates' scores under these weights."""
    low, high = stretch
    rows = asked.evidence.copy()
    rows[:, -COSINES:] = np.clip((rows[:, -COSINES:] - low) / (high - low), 0, 1)
    rows[:, BODY] = np.vectorize(ranking.rising, otypes=[float])(rows[:, BODY])
    totals: np.ndarray = rows @ np.array(weights)
    return totals


def quality(asked: Sequence[Asked], weights: Weights, stretch: tuple[float, float]) -> float:
    """Mean nDCG@10."""
    total = 0.0
    for one in asked:
        order = np.argsort(-scores(one, weights, stretch), kind="stable")[:10]
        total += ndcg([one.ids[i] for i in order], one.judged.grades)
    return total / len(asked)


def search(asked: Sequence[Asked], stretch: tuple[float, float]) -> tuple[Weights, float]:
    """The best weights by coordinate search from those in use."""
    best: Weights = IN_USE
    value = quality(asked, best, stretch)
    improved = True
    while improved:
        improved = False
        for i in range(len(NAMES)):
            for step in STEPS:
                tried = (*best[:i], step, *best[i + 1 :])
                if (got := quality(asked, tried, stretch)) > value + 1e-4:
                    best, value, improved = tried, got, True
    return best, value


def _floors(asked: Sequence[Asked], stretch: tuple[float, float]) -> None:
    """What each floor would let through of those without an answer, and hold back of those with one."""
    tops = [(bool(one.judged.grades), _top(scores(one, IN_USE, stretch)), any(one.all_words)) for one in asked]
    for floor in np.arange(0.4, 1.3, 0.1):
        passed = [(answer, words or top >= floor) for answer, top, words in tops]
        anyway = sum(let_through for answer, let_through in passed if not answer)
        held = sum(not let_through for answer, let_through in passed if answer)
        print(f"  floor {floor:.1f}: {anyway} without an answer get results, {held} with one get none")


def _top(values: np.ndarray) -> float:
    return float(values.max()) if len(values) else 0.0


def _row(evidence: Evidence) -> tuple[float, ...]:
    return tuple(getattr(evidence, name) or 0.0 for name in NAMES)


def _shown(weights: Weights) -> str:
    return "  ".join(f"{name} {weight:<4}" for name, weight in zip(NAMES, weights, strict=True))


if __name__ == "__main__":
    main()
