"""Teach the upper layers to read question and text together, by what reading them gave.

    python -m benchmarks.tuning.joint_reader OUT.npz [--minutes 60] [--cases CASES.jsonl.gz] [--anew]

It goes on from the reader that is shipped, or with `--anew` from the model as it indexes. (The shipped one is the mean
of several stages, the first of which learned from other pairs: docs/ranking.md, "Question and text read together".)
The lower layers stay as they are, so that their states of every text are worked out once; the upper ones learn whole.
A question's texts are those judged (`judged.tsv`, and of passages of minutes `judged_passages.tsv`; those of Aarhus
where the corpus of its cases is given), for the former with the item that it was written for (right) and the one that
it only comes near to (wrong); the loss is that of guessing each right, and half that of putting the right before the
wrong. The rate falls to nothing over the `minutes`.

OUT is `indexer/embedding/joint.npz`: of each matrix what was learned by its greatest `rank` directions, in 8 bits (of
64 the figures of 120 pairs go with those of the whole at a correlation of 0.997). Needs torch; some 1,700 pieces a
second on two cores. 200 questions are left out, and tell how often a right text has a greater figure than a wrong one.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from benchmarks.tuning import minutes
from benchmarks.tuning.upper import Layers, learned, linear, of_like_length, teach, weights_of
from benchmarks.tuning.written import as_passage, judged, made_up
from indexer.embedding import joint
from indexer.embedding.joint import LONGEST, SAID, SPREAD, Model
from indexer.embedding.tuning import Numbers
from search_api.logistic import area_under_curve

QUESTIONS, LEFT_OUT = 16, 200  # questions a step; left out
HEAD_RATES = {"inner": 1e-3, "outer": 1e-3, "weigher": 1e-3, "slope": 5e-3, "middle": 5e-3}


@dataclass(frozen=True, slots=True)
class Example:
    """A question, the numbers of texts that answer it and of texts that do not."""

    question: str
    right: tuple[int, ...]
    wrong: tuple[int, ...]


def examples(cases: Path | None = None) -> tuple[list[str], list[Example]]:
    """The texts of all items that were made up and of the passages that were judged, and the judged questions."""
    items = made_up()
    texts = [as_passage(number, item) for number, item in enumerate(items)]
    passages = minutes.texts(cases)
    place = {name: number for number, name in enumerate(passages, len(texts))}
    right, wrong = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    found = dict(judged())
    for number, item in enumerate(items):
        for asked in item.questions:
            right[" ".join(asked.question.split())].add(number)
        for question in item.near:
            wrong[" ".join(question.split())].add(number)
    for question, of_passages in minutes.judged():
        there = {place[name]: grade for name, grade in of_passages.items() if name in place}
        if there:
            found[question] = found.get(question, {}) | there
    for question, grades in found.items():
        right[question] |= {number for number, grade in grades.items() if grade == 2}
        wrong[question] |= {number for number, grade in grades.items() if grade == 0}
    examples = [Example(one, tuple(sorted(right[one])), tuple(sorted(wrong[one] - right[one]))) for one in found]
    return [*texts, *passages.values()], [one for one in examples if one.right or one.wrong]


class Upper(Layers):
    """What `indexer.embedding.joint.Model.score` computes, of many pairs at once and to be learned."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self.roles = nn.Parameter(torch.tensor(model.roles))
        self.weigher, self.inner, self.outer = linear(model.weigher), linear(model.inner), linear(model.outer)
        self.middle, self.slope = nn.Parameter(torch.tensor(model.middle)), nn.Parameter(torch.tensor(model.slope))

    def forward(self, pairs: Sequence[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
        """The figure of each question's and text's lower states; shape (pairs,)."""
        asked = torch.tensor([len(question) for question, _ in pairs])
        whole = torch.tensor([len(question) + len(text) for question, text in pairs])
        states = pad_sequence([torch.cat(pair) for pair in pairs], batch_first=True).float()
        place = torch.arange(states.shape[1])[None]
        is_question, is_there = place < asked[:, None], place < whole[:, None]
        is_text = is_there & ~is_question
        states = states + torch.where(is_question[..., None], self.roles[0], self.roles[1]) * is_there[..., None]
        return self._figure(self.through(states, is_there), asked, is_question, is_text)

    def _figure(
        self, states: torch.Tensor, asked: torch.Tensor, is_question: torch.Tensor, is_text: torch.Tensor
    ) -> torch.Tensor:
        unit, place = functional.normalize(states, dim=2), torch.arange(states.shape[1])[None]
        own = (place >= SAID) & (place < asked[:, None] - 1)
        nearest = (unit @ unit.transpose(1, 2)).masked_fill(~is_text[:, None], -1).amax(2)
        weights = functional.softplus(self.weigher(states)[..., 0]) * own
        late = torch.stack([(weights * nearest).sum(1) / weights.sum(1), nearest.masked_fill(~own, 9).amin(1)], 1)
        late = (late - self.middle) * torch.tensor(np.array(SPREAD))
        means = [functional.normalize((states * one[..., None]).sum(1), dim=1) for one in (is_question, is_text)]
        both = torch.cat([*(mean * states.shape[2] ** 0.5 for mean in means), late], 1)
        read = self.outer(functional.gelu(self.inner(both)))[:, 0]
        found: torch.Tensor = read + late[:, 0] * self.slope[0] / 3 + self.slope[1]
        return found


def untaught(hidden: int = 384, inner: int = 192) -> dict[str, Numbers]:
    """What a reader begins from that has learned nothing: it goes by the nearest pieces alone."""
    start = nn.Linear(2 * hidden + 2, inner)
    zeros = {"roles": (2, hidden), "weigher.w": (1, hidden), "weigher.b": (1,), "outer.w": (1, inner), "outer.b": (1,)}
    return {
        **{name: np.zeros(shape, dtype=np.float32) for name, shape in zeros.items()},
        "inner.w": start.weight.detach().numpy(),
        "inner.b": start.bias.detach().numpy(),
        "middle": np.array([0.8, 0.8], dtype=np.float32),
        "slope": np.array([3.0, 0.0], dtype=np.float32),
    }


class Task:
    """The examples with the lower states of their questions and texts."""

    def __init__(self, model: Model, texts: Sequence[str], found: Sequence[Example]) -> None:
        used = {number for one in found for number in (*one.right, *one.wrong)}
        self.texts = {number: _lower(model, f"passage: {texts[number]}", LONGEST[1]) for number in sorted(used)}
        self.questions = {one.question: _lower(model, f"query: {one.question}", LONGEST[0]) for one in found}

    def length(self, one: Example) -> int:
        """How many pieces the longest of a question's texts has."""
        return max(len(self.texts[number]) for number in (*one.right, *one.wrong))

    def pairs(self, found: Sequence[Example]) -> tuple[list[tuple[torch.Tensor, torch.Tensor]], list[bool]]:
        """Every question with each of its texts, and whether that is right."""
        chosen = [(one, number, number in one.right) for one in found for number in (*one.right, *one.wrong)]
        return (
            [(self.questions[one.question], self.texts[number]) for one, number, _ in chosen],
            [right for *_, right in chosen],
        )


def _lower(model: Model, text: str, longest: int) -> torch.Tensor:
    return torch.from_numpy(model.lower(text, longest)).to(torch.bfloat16)


def loss_of(figures: torch.Tensor, found: Sequence[Example]) -> torch.Tensor:
    """Of guessing each text, and half that of each right one beside each wrong one of its question."""
    truths: list[float] = []
    before: list[int] = []
    after: list[int] = []
    for one in found:
        first = len(truths)
        truths += [1.0] * len(one.right) + [0.0] * len(one.wrong)
        for right in range(len(one.right)):
            for wrong in range(len(one.wrong)):
                before.append(first + right)
                after.append(first + len(one.right) + wrong)
    guessed = functional.binary_cross_entropy_with_logits(figures, torch.tensor(truths))
    return guessed + 0.5 * functional.softplus(figures[after] - figures[before]).mean() if before else guessed


def trained(
    upper: Upper, task: Task, found: Sequence[Example], minutes: float, rate: float, limit: int | None = None
) -> int:
    """Learn for so many minutes, or for `limit` steps however long they take; the number of steps."""
    rates = {name: HEAD_RATES.get(name.split(".")[0], rate) for name, _ in upper.named_parameters()}
    batches = of_like_length(found, task.length, QUESTIONS, random.Random(0))

    def loss(batch: Sequence[Example]) -> torch.Tensor:
        return loss_of(upper(task.pairs(batch)[0]), batch)

    return teach(upper, rates, (partial(loss, batch) for batch in batches), minutes, limit)


@torch.no_grad()
def area(upper: Upper, task: Task, found: Sequence[Example]) -> float:
    """How often a right text has a greater figure than a wrong one."""
    pairs, truths = task.pairs(found)
    figures = torch.cat([upper(pairs[start : start + 64]) for start in range(0, len(pairs), 64)])
    return area_under_curve(figures.double().numpy(), np.array(truths))


def packed(upper: Upper, plain: Model, rank: int) -> dict[str, Numbers]:
    """What was learned beyond the `plain` model, as `joint.npz` has it."""
    made = learned(upper, plain, rank)
    for name in ("weigher", "inner", "outer"):
        own = weights_of(getattr(upper, name))
        made |= {f"{name}.w": own.weights.astype(np.float16), f"{name}.b": own.bias}
    return made | {name: getattr(upper, name).detach().numpy() for name in ("roles", "middle", "slope")}


def main() -> None:
    """Learn, tell how it went, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--minutes", type=float, default=60.0)
    arguments.add_argument("--rate", type=float, default=1e-4)
    arguments.add_argument("--rank", type=int, default=64)
    arguments.add_argument("--cases", type=Path)
    arguments.add_argument("--anew", action="store_true")
    given = arguments.parse_args()
    torch.manual_seed(0)
    plain = joint.load(untaught())
    upper = Upper(plain if given.anew else joint.load())
    texts, found = examples(given.cases)
    random.Random(1).shuffle(found)
    task = Task(plain, texts, found)
    out, rest = found[:LEFT_OUT], found[LEFT_OUT:]
    print(f"{len(rest):,} questions; {area(upper, task, out):.3f} before", flush=True)
    steps = trained(upper, task, rest, given.minutes, given.rate)
    print(f"after {steps} steps {area(upper, task, out):.3f}")
    np.savez_compressed(given.out, allow_pickle=False, **packed(upper, plain, given.rank))


if __name__ == "__main__":
    main()
