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

from engines import open_engine
from engines.base import PUBLIC, Evidence, Filters
from indexer.embedding import model_of, open_embedder
from mappings.settings import Settings
from search_api import ranking
from search_api.evaluation import Judged, ndcg, read_questions
from search_api.understanding import understand
from search_api.weighing import CANDIDATES

NAMES = tuple(weight.name for weight in fields(ranking.Weights) if weight.name != "nearness")
IN_USE: tuple[float, ...] = tuple(getattr(ranking.MEASURED, name) for name in NAMES)
COSINES = 2  # the last of them
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
    asked = [one for pair in given.pairs for one in gather(Path(pair.rsplit(":", 1)[0]), Path(pair.rsplit(":", 1)[1]))]
    answerable = [one for one in asked if one.judged.grades]
    stretch = (ranking.COSINE_LOW, ranking.COSINE_HIGH)
    print(f"{len(answerable)} questions with an answer, {len(asked) - len(answerable)} without")
    print(f"  in use      {_shown(IN_USE)}  {quality(answerable, IN_USE, stretch):.3f}")
    for i, name in enumerate(NAMES):
        alone = tuple(1.0 if j == i else 0.0 for j in range(len(NAMES)))
        print(f"  {name:<10}  {_shown(alone)}  {quality(answerable, alone, stretch):.3f}")
    for low, high in ((0.45, 0.85), (0.5, 0.8), stretch, (0.5, 0.9), (0.6, 0.85)):
        best, value = search(answerable, (low, high))
        print(f"  best, cosines {low}-{high}: {_shown(best)}  {value:.3f}")
    halves = answerable[::2], answerable[1::2]
    carried = [quality(other, search(half, stretch)[0], stretch) for half, other in (halves, tuple(reversed(halves)))]
    print(f"  chosen on one half, scored on the other: {sum(carried) / 2:.3f}")
    _floors(asked)


def gather(data: Path, questions: Path) -> list[Asked]:
    """Every question's evidence."""
    settings = Settings(data=data)
    embedder = open_embedder(settings)
    engine = open_engine(settings, model=model_of(embedder))
    found = []
    for judged in read_questions(questions):
        understood = understand(judged.question)
        vector = embedder.queries([understood.meaning])[0] if understood.meaning else None
        candidates = engine.candidates(understood.words, vector, Filters(), CANDIDATES, PUBLIC)
        rows = np.array([_row(c.evidence) for c in candidates]).reshape(-1, len(NAMES))
        words = tuple(c.evidence.all_words for c in candidates)
        found.append(Asked(judged, tuple(c.item_id for c in candidates), rows, words))
    engine.close()
    return found


def scores(asked: Asked, weights: Weights, stretch: tuple[float, float]) -> np.ndarray:
    """The candidates' scores under these weights."""
    low, high = stretch
    rows = asked.evidence.copy()
    rows[:, -COSINES:] = np.clip((rows[:, -COSINES:] - low) / (high - low), 0, 1)
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


def _floors(asked: Sequence[Asked]) -> None:
    """What each floor would let through of those without an answer, and hold back of those with one."""
    stretch = (ranking.COSINE_LOW, ranking.COSINE_HIGH)
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
