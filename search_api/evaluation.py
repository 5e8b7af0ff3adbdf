"""How good the ranking is, on judged questions.

A file of questions is tab-separated: id, kind, question, judgements (`item-id:grade`, comma-separated; 2 answers it,
1 touches it; none where the minutes hold no answer); `#` begins a comment line.

The ranking judged is what a reader meets: the first ten results, then what is shown as similar.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mappings.errors import UnreadableSource
from search_api.access import PUBLIC
from search_api.certainty import Interval, intervals
from search_api.query import SearchRequest
from search_api.service import SearchService

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A question and the items that answer it, with their grades."""

    id: str
    kind: str
    question: str
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a question got: the ids in the order met, how many of them were results (the rest were similar)."""

    judged: Judged
    ranking: tuple[str, ...]
    results: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Means over questions with an answer, each 0 to 1, with its bootstrap interval."""

    questions: int
    ndcg: float
    ndcg_interval: Interval
    mrr: float
    mrr_interval: Interval
    recall: float
    recall_interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The quality over all and per kind; how the questions without an answer fared, and who was held back.

    `answered_anyway` counts questions without an answer that got results; `held_back` those with one that got none. Of
    those with one that got results, `precision` is the share of the first page's results that answer or touch it, and
    `found` the share of what does that is among them, each the mean over these questions (None without any). `missing`
    are judged items that the index does not hold.
    """

    all: Quality
    kinds: Mapping[str, Quality]
    without_answer: int
    answered_anyway: int
    held_back: int
    precision: float | None
    found: float | None
    missing: tuple[str, ...]
    questions: tuple[QuestionQuality, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionQuality:
    """One question's own figures, None where there is nothing to find; `first` are the first ids met."""

    id: str
    kind: str
    question: str
    grades: Mapping[str, int]
    ndcg: float | None
    reciprocal_rank: float | None
    recall: float | None
    results: int
    first: tuple[str, ...]


def read_all(paths: Iterable[Path]) -> list[Judged]:
    """The judged questions of several files; raises `UnreadableSource`, also where one is asked twice."""
    read: dict[tuple[str, str], Path] = {}
    every = []
    for path in paths:
        for judged in read_questions(path):
            if (judged.id, judged.question) in read:
                first = read[judged.id, judged.question]
                raise UnreadableSource(f"{path}: {judged.id} ({judged.question}) is asked before, in {first}.")
            read[judged.id, judged.question] = path
            every.append(judged)
    return every


def read_questions(path: Path) -> list[Judged]:
    """The judged questions of a file; raises `UnreadableSource` naming the line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableSource(f"{path}: cannot be read ({error}).") from error
    judged = [_judged(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not judged:
        raise UnreadableSource(f"{path}: holds no questions; expected id, kind, question, judgements, tab-separated.")
    return judged


def evaluate(service: SearchService, questions: Sequence[Judged], tell: Callable[[int], None]) -> Evaluation:
    """Ask every question; `tell` is called with the number done."""
    outcomes = []
    for number, judged in enumerate(questions, 1):
        outcomes.append(_ask(service, judged))
        tell(number)
    judged_ids = sorted({item_id for judged in questions for item_id in judged.grades})
    known = set(service.known(judged_ids, PUBLIC))
    return summary(outcomes, tuple(item_id for item_id in judged_ids if item_id not in known))


def summary(outcomes: Sequence[Outcome], missing: tuple[str, ...] = ()) -> Evaluation:
    """The figures of what was asked."""
    answerable = [outcome for outcome in outcomes if outcome.judged.grades]
    others = [outcome for outcome in outcomes if not outcome.judged.grades]
    kinds = dict.fromkeys(outcome.judged.kind for outcome in answerable)
    answered = [outcome for outcome in answerable if outcome.results]
    return Evaluation(
        all=_quality(answerable),
        kinds={kind: _quality([o for o in answerable if o.judged.kind == kind]) for kind in kinds},
        without_answer=len(others),
        answered_anyway=sum(1 for outcome in others if outcome.results),
        held_back=len(answerable) - len(answered),
        precision=_mean(_precision(outcome) for outcome in answered),
        found=_mean(recall(o.ranking[: o.results], o.judged.grades) for o in answered),
        missing=missing,
        questions=tuple(_of_question(outcome) for outcome in outcomes),
    )


def ndcg(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain at `DEPTH`, 0 to 1 (Järvelin and Kekäläinen 2002), gain 2^grade - 1."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return _gain([grades.get(item_id, 0) for item_id in ranking[:DEPTH]]) / ideal if ideal else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """One over the place of the first of `DEPTH` items that answers or touches the question; 0 where none does."""
    for place, item_id in enumerate(ranking[:DEPTH], 1):
        if grades.get(item_id, 0) > 0:
            return 1 / place
    return 0.0


def recall(ranking: Sequence[str], grades: Mapping[str, int], depth: int = DEPTH) -> float:
    """The share of the judged items that are among the first `depth`."""
    relevant = {item_id for item_id, grade in grades.items() if grade > 0}
    return len(relevant & set(ranking[:depth])) / len(relevant) if relevant else 0.0


def _ask(service: SearchService, judged: Judged) -> Outcome:
    answer = service.search(SearchRequest(question=judged.question, size=DEPTH), PUBLIC)
    ids = tuple(result.id for result in (*answer.results, *answer.similar))
    return Outcome(judged, ids, len(answer.results))


def _precision(outcome: Outcome) -> float:
    relevant = sum(1 for item_id in outcome.ranking[: outcome.results] if outcome.judged.grades.get(item_id, 0) > 0)
    return relevant / outcome.results


def _mean(figures: Iterable[float]) -> float | None:
    every = list(figures)
    return sum(every) / len(every) if every else None


def _gain(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1))


def _quality(outcomes: Sequence[Outcome]) -> Quality:
    measures = (ndcg, reciprocal_rank, recall)
    rows = [[measure(o.ranking, o.judged.grades) for measure in measures] for o in outcomes]
    figures = np.array(rows, dtype=np.float64).reshape(-1, len(measures))
    means = figures.mean(axis=0).tolist() if len(rows) else [0.0] * len(measures)
    around = intervals(figures)
    return Quality(
        questions=len(outcomes),
        ndcg=means[0],
        ndcg_interval=around[0],
        mrr=means[1],
        mrr_interval=around[1],
        recall=means[2],
        recall_interval=around[2],
    )


def _of_question(outcome: Outcome) -> QuestionQuality:
    judged, ranking = outcome.judged, outcome.ranking
    return QuestionQuality(
        id=judged.id,
        kind=judged.kind,
        question=judged.question,
        grades=judged.grades,
        ndcg=ndcg(ranking, judged.grades) if judged.grades else None,
        reciprocal_rank=reciprocal_rank(ranking, judged.grades) if judged.grades else None,
        recall=recall(ranking, judged.grades) if judged.grades else None,
        results=outcome.results,
        first=outcome.ranking[:3],
    )


_GRADES = ("0", "1", "2")


def _judged(line: str, place: str) -> Judged:
    fields = line.split("\t")
    if len(fields) not in (3, 4):
        raise UnreadableSource(f"{place}: expected 4 tab-separated fields, found {len(fields)}.")
    grades = {}
    for judgement in (fields[3] if len(fields) == 4 else "").split(","):
        if judgement.strip():
            item_id, colon, grade = judgement.strip().rpartition(":")
            if not colon or grade not in _GRADES:
                raise UnreadableSource(f"{place}: {judgement.strip()!r} is not item-id:grade, of a grade 0, 1 or 2.")
            if int(grade):  # what is judged 0 is as what nobody judged
                grades[item_id] = int(grade)
    if not fields[2].strip():
        raise UnreadableSource(f"{place}: holds no question.")
    return Judged(fields[0].strip(), fields[1].strip(), fields[2].strip(), grades)
