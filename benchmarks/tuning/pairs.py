"""Questions with texts that answer them and texts that do not, for the reader of both to learn (`joint_reader.py`).

Of some questions the texts that a search brought up first were judged (`judged.tsv`, `judged_passages.tsv`); of the
others the item that each was written for is right, and what only comes near to an item has that for a wrong one. Beside
these stand, for all, the passages of other items that lie nearest by the vectors: most of them do not answer either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from benchmarks.decisions import QUALITY
from benchmarks.tuning import minutes
from benchmarks.tuning.question_map import embedded
from benchmarks.tuning.written import as_passage, judged, made_up, of_cases
from indexer.embedding import tuning
from search_api.common import SHARE as COMMON
from search_api.evaluation import read_questions

NEAREST = 60  # passages by the vectors, of which those of a question's own items are left out


@dataclass(frozen=True, slots=True)
class Example:
    """A question, the numbers of texts that answer it and of texts that do not.

    `near` are texts that nobody judged, nearest first. Where the question itself was not `judged`, all that is right
    is the item that it was written for.
    """

    question: str
    right: tuple[int, ...]
    wrong: tuple[int, ...]
    near: tuple[int, ...] = ()
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts, and of each the item that it is of."""

    texts: tuple[str, ...]
    items: tuple[str, ...]

    def is_made_up(self, number: int) -> bool:
        """Whether it is an item in one piece, made up, where the others are passages as minutes print them."""
        return self.items[number].startswith("made-up:")


def examples(cases: Path | None = None) -> tuple[Texts, list[Example]]:
    """The texts of all items that were made up and of the passages, and all questions to them.

    Passages of Aarhus are there where the corpus of its `cases` is given.
    """
    items, passages = made_up(), minutes.texts(cases)
    place = {name: number for number, name in enumerate(passages, len(items))}
    texts = Texts(
        (*(as_passage(number, item) for number, item in enumerate(items)), *passages.values()),
        (*(f"made-up:{number}" for number in range(len(items))), *(name.rsplit(".", 1)[0] for name in passages)),
    )
    right, wrong = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    own, only_near = _written(place)
    graded = dict(judged())
    for question, of_passages in minutes.judged():
        there = {place[name]: grade for name, grade in of_passages.items() if name in place}
        if there:
            graded[question] = graded.get(question, {}) | there
    for question, grades in graded.items():
        right[question] |= {number for number, grade in grades.items() if grade == 2}
        wrong[question] |= {number for number, grade in grades.items() if grade == 0}
    for written, found in ((own, right), (only_near, wrong)):
        for question, numbers in written.items():
            if question not in graded or numbers[0] < len(items):
                found[question] |= set(numbers)
    made = [
        Example(one, tuple(sorted(right[one])), tuple(sorted(wrong[one] - right[one])), judged=one in graded)
        for one in dict.fromkeys([*graded, *own, *only_near])
    ]
    return texts, [one for one in made if one.right or one.wrong]


def _written(place: dict[str, int]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Of each question the texts of the item that it was written for, or that it only comes near to."""
    of_item = defaultdict[str, list[int]](list)
    for name, number in place.items():
        of_item[name.rsplit(".", 1)[0]].append(number)
    own, near = dict[str, list[int]](), dict[str, list[int]]()
    for number, item in enumerate(made_up()):
        own |= {_one_line(asked.question): [number] for asked in item.questions}
        near |= {_one_line(question): [number] for question in item.near}
    own |= {_one_line(asked.question): of_item[case] for case, asked in of_cases() if case in of_item}
    for number, in_sections in enumerate(minutes.made_up()):
        own |= {_one_line(asked.question): of_item[f"m{number}"] for asked in in_sections.questions}
        near |= {_one_line(question): of_item[f"m{number}"] for question in in_sections.near}
    return own, near


def _one_line(question: str) -> str:
    return " ".join(question.split())


def with_near(texts: Texts, found: Sequence[Example]) -> Iterator[Example]:
    """The questions with what lies near, and of passages written for only the nearest; embeds all, half an hour.

    What answers a question of the sets that are only reported on stands nowhere as near.
    """
    reported = {
        item
        for half in ("final", "unseen")
        for one in read_questions(QUALITY / f"questions-{half}.tsv")
        for item, grade in one.grades.items()
        if grade
    }
    vectors = embedded(texts.texts, questions=False)
    common = functional.normalize(vectors.mean(0), dim=0)
    asked = embedded([one.question for one in found], questions=True)
    asked = functional.normalize(asked + asked @ torch.tensor(tuning.of_questions()).T, dim=1) - COMMON * common
    sorts = np.array([texts.is_made_up(number) for number in range(len(texts.texts))])
    allowed = np.array([item not in reported for item in texts.items])
    pools = {sort: np.flatnonzero((sorts == sort) & allowed) for sort in (True, False)}
    for one, vector in zip(found, asked, strict=True):
        pool = pools[bool(sorts[(one.right or one.wrong)[0]])]
        nearest = pool[(vectors[pool] @ vector).topk(min(NEAREST, len(pool))).indices.numpy()]
        known = {texts.items[number] for number in (*one.right, *one.wrong)}
        told = {texts.texts[number] for number in (*one.right, *one.wrong)}  # other items may say the very same
        others = (int(number) for number in nearest if texts.items[number] not in known)
        near = tuple(number for number in others if texts.texts[number] not in told)
        if not one.judged:
            one = replace(one, right=_nearest(one.right, vectors, vector), wrong=_nearest(one.wrong, vectors, vector))
        yield replace(one, near=near)


def _nearest(numbers: tuple[int, ...], vectors: torch.Tensor, vector: torch.Tensor) -> tuple[int, ...]:
    return (numbers[int((vectors[list(numbers)] @ vector).argmax())],) if numbers else ()
