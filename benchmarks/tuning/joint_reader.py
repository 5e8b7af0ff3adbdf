"""Teach the model to read question and text together, by what reading them gave.

    python -m benchmarks.tuning.joint_reader OUT.npz [--minutes 3] [--cases CASES.jsonl.gz]

It begins from the model as it indexes, and learns all its layers (`pairs.py` tells from what). Of a question's texts up
to two right ones and three wrong ones that were judged stand in a step, and some that only lie near, which count for
less, since one in five of the first of them answers as well. The loss is that of guessing each, and half that of
finding each right one among the wrong ones. The rate falls to nothing over the `minutes`.

OUT is `indexer/embedding/joint.npz`: of each matrix what was learned by its greatest `rank` directions, in 8 bits (of
64 the figures of 127 pairs go with those of the whole at a correlation of 0.997). What ships learned so in three
minutes of a GPU (an NVIDIA H200; 1,221 steps), in a trial that this is written after. `joint_upper.npz` is the
mean of several readers of the upper six layers, which no one command makes again (docs/ranking.md). Needs torch. 600
questions are left out, and tell how often a right text has a greater figure than a wrong one.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from benchmarks.tuning.pairs import Example, examples, with_near
from benchmarks.tuning.upper import DEVICE, Layers, learned, linear, of_like_length, teach, weights_of
from indexer.embedding import joint
from indexer.embedding.joint import LONGEST, SAID, SPREAD, Model
from indexer.embedding.tuning import Numbers
from search_api.logistic import area_under_curve

QUESTIONS, LEFT_OUT = 64, 600  # questions a step; left out
RATE, DROPPED = 1.5e-4, 0.1
HEAD_RATES = {"inner": 1e-3, "outer": 1e-3, "weigher": 1e-3, "slope": 5e-3, "middle": 5e-3}
# Texts of a question in a step: right ones, wrong ones that were judged, all; of what lies near and was not judged as
# many as are wanting then, 3 at most beside what was judged, none of the first so many, each counting for so much.
RIGHT, WRONG, ALL = 2, 3, 6
NEAR, FIRST_JUDGED, FIRST_OTHERS, NEAR_COUNTS = 3, 3, 6, 0.3
CERTAIN = 0.96  # of each judgement, for not all of them are right


@dataclass(frozen=True, slots=True)
class Pair:
    """A question of a step, one of its texts, whether it is right, and how much that counts."""

    question: int
    text: int
    right: bool
    counts: float


class Upper(Layers):
    """What `indexer.embedding.joint.Model.score` computes, of many pairs at once and to be learned."""

    def __init__(self, model: Model, dropped: float = 0.0) -> None:
        super().__init__(model, dropped)
        self.roles = nn.Parameter(torch.tensor(model.roles))
        self.weigher, self.inner, self.outer = linear(model.weigher), linear(model.inner), linear(model.outer)
        self.middle, self.slope = nn.Parameter(torch.tensor(model.middle)), nn.Parameter(torch.tensor(model.slope))

    def forward(self, pairs: Sequence[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
        """The figure of each question's and text's lower states; shape (pairs,)."""
        asked = torch.tensor([len(question) for question, _ in pairs]).to(self.roles.device)
        whole = torch.tensor([len(question) + len(text) for question, text in pairs]).to(self.roles.device)
        states = pad_sequence([torch.cat(pair) for pair in pairs], batch_first=True).to(self.roles.device).float()
        place = torch.arange(states.shape[1], device=states.device)[None]
        is_question, is_there = place < asked[:, None], place < whole[:, None]
        is_text = is_there & ~is_question
        states = states + torch.where(is_question[..., None], self.roles[0], self.roles[1]) * is_there[..., None]
        return self._figure(self.through(states, is_there), asked, is_question, is_text)

    def _figure(
        self, states: torch.Tensor, asked: torch.Tensor, is_question: torch.Tensor, is_text: torch.Tensor
    ) -> torch.Tensor:
        unit, place = functional.normalize(states, dim=2), torch.arange(states.shape[1], device=states.device)[None]
        own = (place >= SAID) & (place < asked[:, None] - 1)
        nearest = (unit @ unit.transpose(1, 2)).masked_fill(~is_text[:, None], -1).amax(2)
        weights = functional.softplus(self.weigher(states)[..., 0]) * own
        late = torch.stack([(weights * nearest).sum(1) / weights.sum(1), nearest.masked_fill(~own, 9).amin(1)], 1)
        late = (late - self.middle) * torch.tensor(np.array(SPREAD)).to(late.device)
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
    """The examples with what the layers begin from, of their questions and texts."""

    def __init__(self, model: Model, texts: Sequence[str], found: Sequence[Example]) -> None:
        used = {number for one in found for number in (*one.right, *one.wrong, *one.near)}
        self.texts = {number: _lower(model, f"passage: {texts[number]}", LONGEST[1]) for number in sorted(used)}
        self.questions = {one.question: _lower(model, f"query: {one.question}", LONGEST[0]) for one in found}

    def length(self, one: Example) -> int:
        """How many pieces the longest of a question's texts has."""
        return max(len(self.texts[number]) for number in (*one.right, *one.wrong))

    def pairs(self, found: Sequence[Example]) -> tuple[list[tuple[torch.Tensor, torch.Tensor]], list[bool]]:
        """Every question with each of its texts that are known to be right or wrong, and whether it is right."""
        chosen = [(one, number, number in one.right) for one in found for number in (*one.right, *one.wrong)]
        return (
            [(self.questions[one.question], self.texts[number]) for one, number, _ in chosen],
            [right for *_, right in chosen],
        )

    def step(
        self, found: Sequence[Example], draw: random.Random
    ) -> tuple[list[Pair], list[tuple[torch.Tensor, torch.Tensor]]]:
        """The pairs of one step, and of each the two texts' states."""
        pairs = [pair for place, one in enumerate(found) for pair in _drawn(place, one, draw)]
        return pairs, [(self.questions[found[pair.question].question], self.texts[pair.text]) for pair in pairs]


def _drawn(place: int, one: Example, draw: random.Random) -> Iterator[Pair]:
    right = draw.sample(one.right, min(RIGHT, len(one.right)))
    wrong = draw.sample(one.wrong, min(WRONG, len(one.wrong)))
    wanting = ALL - len(right) - len(wrong)
    near = one.near[FIRST_JUDGED if one.judged else FIRST_OTHERS :]
    near_ones = draw.sample(near, min(wanting, NEAR if one.judged else ALL, len(near)))
    for numbers, is_right, counts in ((right, True, 1.0), (wrong, False, 1.0), (near_ones, False, NEAR_COUNTS)):
        yield from (Pair(place, number, is_right, counts) for number in numbers)


def _lower(model: Model, text: str, longest: int) -> torch.Tensor:
    return torch.from_numpy(model.lower(text, longest)).to(torch.bfloat16)


def loss_of(figures: torch.Tensor, pairs: Sequence[Pair]) -> torch.Tensor:
    """Of guessing each text, and half that of finding each right one among the wrong ones of its question."""
    place = torch.tensor([pair.question for pair in pairs]).to(figures.device)
    right = torch.tensor([pair.right for pair in pairs]).to(figures.device)
    counts = torch.tensor([pair.counts for pair in pairs]).to(figures.device)
    truth = right.float() * CERTAIN + (1 - CERTAIN) / 2
    each = functional.binary_cross_entropy_with_logits(figures, truth, reduction="none")
    guessed = (each * counts).sum() / counts.sum()
    odds = figures.clamp(max=30).exp()
    of_wrong = torch.zeros(int(place.max()) + 1, device=figures.device).index_add(0, place, odds * ~right)[place]
    sought = right & (of_wrong > 0)
    missed = ((odds + of_wrong).log() - figures)[sought]
    return guessed + 0.5 * missed.mean() if len(missed) else guessed


def trained(
    upper: Upper, task: Task, found: Sequence[Example], minutes: float, rate: float = RATE, limit: int | None = None
) -> int:
    """Learn for so many minutes, or for `limit` steps however long they take; the number of steps."""
    rates = {name: HEAD_RATES.get(name.split(".")[0], rate) for name, _ in upper.named_parameters()}
    draw = random.Random(0)
    judged, others = ([one for one in found if one.judged == known] for known in (True, False))

    def batches() -> Iterator[list[Example]]:
        while True:
            chosen = [*judged, *draw.sample(others, min(len(others), len(judged)))]
            yield from of_like_length(chosen, task.length, QUESTIONS, draw, once=True)

    def loss(batch: Sequence[Example]) -> torch.Tensor:
        pairs, states = task.step(batch, draw)
        return loss_of(upper(states), pairs)

    upper.train()
    steps = teach(upper, rates, (partial(loss, batch) for batch in batches()), minutes, limit)
    upper.eval()
    return steps


@torch.no_grad()
def area(upper: Upper, task: Task, found: Sequence[Example]) -> float:
    """How often a right text has a greater figure than a wrong one."""
    pairs, truths = task.pairs(found)
    figures = torch.cat([upper(pairs[start : start + 64]) for start in range(0, len(pairs), 64)]).cpu()
    return area_under_curve(figures.double().numpy(), np.array(truths))


def packed(upper: Upper, plain: Model, rank: int) -> dict[str, Numbers]:
    """What was learned beyond the `plain` model, as `joint.npz` has it."""
    made = learned(upper, plain, rank)
    for name in ("weigher", "inner", "outer"):
        own = weights_of(getattr(upper, name))
        made |= {f"{name}.w": own.weights.astype(np.float16), f"{name}.b": own.bias}
    return made | {name: getattr(upper, name).detach().cpu().numpy() for name in ("roles", "middle", "slope")}


def main() -> None:
    """Learn, tell how it went, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--minutes", type=float, default=3.0)
    arguments.add_argument("--rank", type=int, default=64)
    arguments.add_argument("--cases", type=Path)
    given = arguments.parse_args()
    torch.manual_seed(0)
    plain = joint.load(untaught())
    texts, written = examples(given.cases)
    found = list(with_near(texts, written))
    random.Random(1).shuffle(found)
    task = Task(plain, texts.texts, found)
    judged = [one for one in found if one.judged]
    out = judged[:LEFT_OUT]
    asked = {one.question for one in out}
    rest = [one for one in found if one.question not in asked]
    upper = Upper(plain, DROPPED).to(DEVICE)
    print(f"{len(rest):,} questions, {len(judged) - len(out):,} of them judged", flush=True)
    steps = trained(upper, task, rest, given.minutes)
    print(f"after {steps} steps {area(upper, task, out):.3f} of the {len(out)} left out")
    np.savez_compressed(given.out, allow_pickle=False, **packed(upper, plain, given.rank))


if __name__ == "__main__":
    main()
