"""Whether one run of judged questions was better than an earlier one, and on which questions.

Only questions that both runs asked, judged alike, are compared; the others are told, never dropped unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mappings.errors import BadRequest
from search_api.certainty import Difference, difference
from search_api.evaluation import QuestionQuality


@dataclass(frozen=True, slots=True)
class Change:
    """A question's nDCG@10 in the earlier run and in this one."""

    id: str
    kind: str
    question: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions it happened to in the earlier run and in this one."""

    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Mean nDCG@10 of both runs over the same `questions` with an answer, and how they differ.

    `changed` are the questions that did, most first. `answered_anyway` and `held_back` as in `Evaluation`, over the
    questions that both asked. `only_before`, `only_after` and `judged_otherwise` are ids of questions not compared.
    """

    questions: int
    before: float
    after: float
    difference: Difference
    changed: tuple[Change, ...]
    answered_anyway: Count
    held_back: Count
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    judged_otherwise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """What is read of an earlier run's JSON."""

    questions: tuple[QuestionQuality, ...]


def read_run(path: Path) -> tuple[QuestionQuality, ...]:
    """The questions of an earlier run, as `referat evaluate --json` wrote it; raises `BadRequest`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Run).questions
    except OSError as error:
        raise BadRequest(f"{path} kan ikke læses ({error.strerror}).") from error
    except msgspec.MsgspecError as error:
        raise BadRequest(f"{path} er ikke, hvad `referat evaluate --json` skriver: {error}") from error


def compare(before: Iterable[QuestionQuality], after: Iterable[QuestionQuality]) -> Comparison:
    """The runs side by side, question by question; raises `BadRequest` where they have none in common."""
    earlier, now = _by_question(before), _by_question(after)
    both = [key for key in now if key in earlier]
    alike = [(earlier[key], now[key]) for key in both if earlier[key].grades == now[key].grades]
    if not alike:
        raise BadRequest(
            "De to kørsler har ingen spørgsmål til fælles, der er bedømt ens; der er intet at sammenligne."
        )
    changes = [
        Change(new.id, new.kind, new.question, old.ndcg, new.ndcg)
        for old, new in alike
        if old.ndcg is not None and new.ndcg is not None
    ]
    old_figures, new_figures = [one.before for one in changes], [one.after for one in changes]
    changed = sorted((one for one in changes if one.before != one.after), key=lambda c: -abs(c.after - c.before))
    old_questions, new_questions = [old for old, _ in alike], [new for _, new in alike]
    return Comparison(
        questions=len(changes),
        before=_mean(old_figures),
        after=_mean(new_figures),
        difference=difference(old_figures, new_figures),
        changed=tuple(changed),
        answered_anyway=Count(_answered_anyway(old_questions), _answered_anyway(new_questions)),
        held_back=Count(_held_back(old_questions), _held_back(new_questions)),
        only_before=tuple(one.id for key, one in earlier.items() if key not in now),
        only_after=tuple(one.id for key, one in now.items() if key not in earlier),
        judged_otherwise=tuple(now[key].id for key in both if earlier[key].grades != now[key].grades),
    )


def _by_question(questions: Iterable[QuestionQuality]) -> dict[tuple[str, str], QuestionQuality]:
    """An id alone does not make it the same question: files may number theirs alike, and wordings are mended."""
    return {(one.id, one.question): one for one in questions}


def _mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures) if figures else 0.0


def _answered_anyway(questions: Iterable[QuestionQuality]) -> int:
    return sum(1 for one in questions if not one.grades and one.results)


def _held_back(questions: Iterable[QuestionQuality]) -> int:
    return sum(1 for one in questions if one.grades and not one.results)
