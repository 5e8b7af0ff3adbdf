"""What all passages have in common is taken off the question."""

from typing import cast

import numpy as np

from engines.base import Engine
from engines.kept import Vectors
from indexer.embedding import common as kept
from search_api.common import PRIOR, SHARE, Common
from tests.doubles import GramEmbedder, Memory

EMBEDDER = GramEmbedder()
SIZE = EMBEDDER.dimension


def axis(place: int) -> Vectors:
    return np.asarray(np.eye(SIZE)[place], dtype=np.float32)


def remembering(mean: Vectors, passages: int) -> Engine:
    memory = Memory()
    memory.cache_vectors({kept.key_of(cast(Engine, memory), EMBEDDER): np.append(mean, passages).astype(np.float32)})
    return cast(Engine, memory)


def test_a_share_of_the_mean_is_taken_off_and_the_length_stays_one() -> None:
    common = Common(remembering(axis(0), 10), EMBEDDER, axis(0).tolist())
    asked = (axis(0) + axis(1)) / np.float32(np.sqrt(2))
    left = common.taken_off(asked)
    np.testing.assert_allclose(np.linalg.norm(left), 1, atol=1e-6)
    np.testing.assert_allclose(left[0] / left[1], 1 - SHARE * np.sqrt(2), atol=1e-6)


def test_passages_rank_by_their_nearness_less_that_to_the_mean() -> None:
    common = Common(remembering(axis(0), 1_000_000), EMBEDDER, axis(1).tolist())
    asked = (2 * axis(0) + axis(2)) / np.float32(np.sqrt(5))
    texts = np.stack([(2 * axis(0) + axis(3)), (axis(2) + axis(0))]) / np.sqrt([[5], [2]], dtype=np.float32)
    by_nearness = texts @ asked - SHARE * texts @ axis(0)
    assert np.argsort(texts @ common.taken_off(asked)).tolist() == np.argsort(by_nearness).tolist()


def test_the_usual_mean_stands_for_that_of_a_small_index() -> None:
    none = Common(cast(Engine, Memory()), EMBEDDER, axis(1).tolist())
    as_many = Common(remembering(axis(0), PRIOR), EMBEDDER, axis(1).tolist())
    assert none.taken_off(axis(2))[1] < 0 == none.taken_off(axis(2))[0]
    left = as_many.taken_off(axis(2))
    np.testing.assert_allclose(left[0], left[1])


def test_nothing_is_taken_off_where_the_calibration_has_no_mean_of_the_model() -> None:
    for common in (
        Common(remembering(axis(0), 10), EMBEDDER, ()),
        Common(remembering(axis(0), 10), EMBEDDER, [0.5, 0.5]),
        Common(remembering(axis(0), 10), None, axis(0).tolist()),
    ):
        assert not common.is_known
        assert common.taken_off(axis(0)).tolist() == axis(0).tolist()
