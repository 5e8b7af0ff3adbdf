from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import numpy as np
import pytest

from engines.base import Engine
from engines.kept import Vectors
from indexer.embedding.base import Progress
from indexer.embedding.cache import BATCH, embed, vector_key
from tests.doubles import Memory


class Counting:
    """Embeds a text as its length and first letter, and remembers what it was asked."""

    dimension = 2

    def __init__(self, name: str = "counting") -> None:
        self.name = name
        self.asked: list[list[str]] = []

    def queries(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError("the cache is for passages")

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.asked.append(list(texts))
        return np.array([[len(text), ord((text or " ")[0])] for text in texts], dtype=np.float32)


def run(embedder: Counting, memory: Memory, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
    return embed(embedder, cast(Engine, memory), texts, progress)


def test_vectors_come_in_the_order_asked() -> None:
    vectors = run(Counting(), Memory(), ["bb", "a", "cccc"])
    assert vectors.tolist() == [[2, 98], [1, 97], [4, 99]]
    assert vectors.dtype == np.float32


def test_what_was_embedded_before_is_not_embedded_again() -> None:
    memory, embedder = Memory(), Counting()
    run(embedder, memory, ["a", "bb"])
    assert run(embedder, memory, ["bb", "ccc", "a"]).tolist() == [[2, 98], [3, 99], [1, 97]]
    assert embedder.asked == [["bb", "a"], ["ccc"]]


def test_a_text_that_comes_twice_is_embedded_once() -> None:
    embedder = Counting()
    assert run(embedder, Memory(), ["a", "b", "a"]).tolist() == [[1, 97], [1, 98], [1, 97]]
    assert sorted(text for batch in embedder.asked for text in batch) == ["a", "b"]


def test_batches_hold_texts_of_like_length() -> None:
    embedder = Counting()
    run(embedder, Memory(), [str(number % 2) * (1 + number * 37 % 200) for number in range(200)])
    sizes = [[len(text) for text in batch] for batch in embedder.asked]
    assert [len(batch) for batch in sizes] == [BATCH, BATCH, BATCH, 200 - 3 * BATCH]
    assert all(min(longer) >= max(shorter) for longer, shorter in pairwise(sizes))


def test_another_model_finds_nothing_of_the_first() -> None:
    memory = Memory()
    run(Counting("one"), memory, ["a"])
    other = Counting("two")
    run(other, memory, ["a"])
    assert other.asked == [["a"]]


def test_a_kept_vector_of_the_wrong_dimension_is_made_anew() -> None:
    memory = Memory()
    memory.kept[vector_key("counting", "a")] = np.zeros(3, dtype=np.float32)
    assert run(Counting(), memory, ["a"]).tolist() == [[1, 97]]


def test_an_interrupted_run_keeps_the_batches_it_finished() -> None:
    class Interrupted(Counting):
        def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
            if len(self.asked) == 1:
                raise KeyboardInterrupt
            return super().passages(texts, progress)

    memory = Memory()
    texts = [str(number) for number in range(BATCH + 10)]
    with pytest.raises(KeyboardInterrupt):
        run(Interrupted(), memory, texts)
    assert len(memory.kept) == BATCH
    again = Counting()
    run(again, memory, texts)
    assert [len(batch) for batch in again.asked] == [10]


def test_progress_counts_every_text_known_ones_and_repeated_ones_too() -> None:
    memory, told = Memory(), list[int]()
    run(Counting(), memory, ["a", "b"])
    run(Counting(), memory, ["a", "a", "b", "c", "c", "c"], told.append)
    assert told == [3, 6]


def test_no_texts_need_neither_engine_nor_model() -> None:
    embedder = Counting()
    assert run(embedder, Memory(), []).shape == (0, 2)
    assert embedder.asked == []


def test_keys_tell_model_and_text_apart() -> None:
    assert len(vector_key("m", "text")) == 16
    assert vector_key("m", "ab") != vector_key("m", "a b")
    assert vector_key("m", "x") != vector_key("mx", "")
    assert vector_key("m", "\ud800")
