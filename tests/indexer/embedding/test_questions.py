import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from engines.kept import Vectors
from indexer.embedding import QueryCache
from indexer.embedding.base import Progress


class Asked:
    name = "asked"
    dimension = 2

    def __init__(self) -> None:
        self.texts: list[str] = []

    def queries(self, texts: Sequence[str]) -> Vectors:
        self.texts.extend(texts)
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        raise AssertionError("questions are not passages")


def test_a_question_asked_again_is_not_embedded_again() -> None:
    embedder = Asked()
    cache = QueryCache(embedder)
    assert cache.vector("hjemmearbejde").tolist() == [13, 1]
    assert cache.vector("  hjemmearbejde\n").tolist() == [13, 1]
    assert embedder.texts == ["hjemmearbejde"]


def test_the_question_not_asked_for_longest_is_forgotten_first() -> None:
    embedder = Asked()
    cache = QueryCache(embedder, kept=2)
    for question in ("a", "b", "a", "c", "a", "b"):
        cache.vector(question)
    assert embedder.texts == ["a", "b", "c", "b"]


def test_nobody_can_spoil_what_is_kept() -> None:
    vector = QueryCache(Asked()).vector("a")
    with pytest.raises(ValueError, match="read-only"):
        vector[0] = 9


def test_one_slow_question_does_not_hold_up_a_known_one() -> None:
    class Slow(Asked):
        def queries(self, texts: Sequence[str]) -> Vectors:
            if texts[0] == "slow":
                started.set()
                assert go_on.wait(10)
            return super().queries(texts)

    started, go_on = threading.Event(), threading.Event()
    cache = QueryCache(Slow())
    cache.vector("known")
    with ThreadPoolExecutor(1) as thread:
        slow = thread.submit(cache.vector, "slow")
        assert started.wait(10)
        assert cache.vector("known").tolist() == [5, 1]
        go_on.set()
        assert slow.result(10).tolist() == [4, 1]
