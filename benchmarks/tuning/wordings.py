"""Teach runs of words what a decision came to, by the decisions that the reader of `verdicts.py` learns from.

    python -m benchmarks.tuning.wordings OUT.npz [--hold 20]

OUT is `indexer/embedding/wordings.npz`. The loss is the cross-entropy of each decision, as much as it counts, and the
figures' squares halved, over `hold`; it has one least value, which L-BFGS finds in some minutes. Last it tells how
many of the decisions are read right that how much it counts was chosen on. Needs torch.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from benchmarks import outcomes
from benchmarks.tuning.verdicts import Example, examples
from indexer.embedding.tuning import Numbers
from indexer.embedding.wordings import BUCKETS, Wordings, runs
from indexer.parsing.outcomes import said
from mappings.documents import OUTCOMES

ROUNDS = 200  # after so many the figures move no more


def learned(found: Sequence[Example], hold: float) -> dict[str, Numbers]:
    """The figures, as `wordings.npz` has them."""
    having = [runs(one.text) for one in found]
    lengths = np.array([len(one) for one in having])
    places = torch.from_numpy(np.stack([np.repeat(np.arange(len(found)), lengths), np.concatenate(having)]))
    shares = torch.from_numpy(np.repeat(lengths, lengths) ** -0.5).float()
    table = torch.sparse_coo_tensor(places, shares, (len(found), BUCKETS), check_invariants=True).coalesce()
    right = torch.tensor([one.outcome for one in found])
    counts = torch.tensor([one.counts for one in found])
    weights = torch.zeros(BUCKETS, len(OUTCOMES), requires_grad=True)
    alone = torch.zeros(len(OUTCOMES), requires_grad=True)
    search = torch.optim.LBFGS([weights, alone], max_iter=ROUNDS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        figures = torch.sparse.mm(table, weights) + alone
        wrong = (functional.cross_entropy(figures, right, reduction="none") * counts).sum()
        total: torch.Tensor = wrong + weights.square().sum() / (2 * hold)
        total.backward()  # type: ignore[no-untyped-call]
        return total

    search.step(loss)  # type: ignore[no-untyped-call]
    scale = weights.detach().abs().amax() / 127
    return {
        "w": (weights.detach() / scale).round().to(torch.int8).numpy(),
        "scale": np.float32(scale.item()).reshape(1),
        "b": alone.detach().numpy(),
    }


def main() -> None:
    """Learn, write, tell how it went."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--hold", type=float, default=20.0)
    given = arguments.parse_args()
    found = examples()
    print(f"{len(found):,} decisions", flush=True)
    figures = learned(found, given.hold)
    np.savez_compressed(given.out, allow_pickle=False, **figures)
    model = Wordings(figures)
    for split in (outcomes.WEIGHING, outcomes.FRESH):
        told = [one for one in outcomes.written() if one.split == split]
        right = sum(OUTCOMES[int(model.read(said(one.text)).argmax())] == one.outcomes[0] for one in told)
        print(f"{split}: {right} of {len(told)} right by words alone")


if __name__ == "__main__":
    main()
