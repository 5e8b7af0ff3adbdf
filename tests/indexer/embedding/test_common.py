"""What all passages have in common is worked out when an index is written, from what everybody may see."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engines import open_engine
from engines.asked import PUBLIC
from engines.base import Engine
from indexer.embedding import common, model_of
from indexer.passages import passages
from indexer.pipeline import index
from indexer.reindexing import reindex
from mappings.documents import TITLE, embedding_text
from mappings.settings import Settings
from tests.doubles import GramEmbedder

FRONT = "REFERAT Direktionen d. {date}\n\n"
OPEN = "Punkt {n}: {title}\n\n21/10{n}\n\nBaggrund\n\n{text}\n\n"
EMBEDDER = GramEmbedder()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(Settings(data=tmp_path / "data"), model=model_of(EMBEDDER))
    yield opened
    opened.close()


def written(folder: Path, date: str, *items: str) -> Path:
    folder.mkdir(exist_ok=True)
    text = "".join(OPEN.format(n=n, title=one.split()[0], text=one) for n, one in enumerate(items, 1))
    (folder / f"{date}.txt").write_text(FRONT.format(date=date) + text, encoding="utf-8")
    return folder


def mean_of_all(engine: Engine) -> np.ndarray:
    texts = [
        embedding_text(item, one)
        for meeting in engine.export(PUBLIC)
        for item in meeting.items
        for one in passages(item)
        if one.section != TITLE
    ]
    return np.asarray(EMBEDDER.passages(texts).mean(axis=0))


def test_an_index_that_nothing_was_written_to_has_none(engine: Engine) -> None:
    assert common.remembered(engine, EMBEDDER) is None
    common.remember(engine, EMBEDDER)
    assert common.remembered(engine, EMBEDDER) is None


def test_it_is_the_mean_of_the_passages_as_last_written(engine: Engine, tmp_path: Path) -> None:
    minutes = written(tmp_path / "minutes", "12-03-2021", "Skolernes budget lægges om.", "Havnen får en ny mole.")
    for date, count in (("13-03-2021", 2), ("14-03-2021", 3)):
        index([minutes], engine, EMBEDDER)
        found = common.remembered(engine, EMBEDDER)
        assert found is not None
        np.testing.assert_allclose(found.vector, mean_of_all(engine), atol=1e-6)
        minutes = written(minutes, date, "Svømmehallen lukkes for sommeren.")
        assert found.passages == count


def test_what_is_closed_has_no_part_in_it(engine: Engine, tmp_path: Path) -> None:
    closed = "Punkt 2: Lukket\n\n21/102\n\nBaggrund\n\nEn ansat afskediges.\n"
    minutes = written(tmp_path / "minutes", "12-03-2021", "Skolernes budget lægges om.")
    index([minutes], engine, EMBEDDER)
    before = common.remembered(engine, EMBEDDER)
    file = minutes / "12-03-2021.txt"
    file.write_text(file.read_text(encoding="utf-8") + closed, encoding="utf-8")
    index([minutes], engine, EMBEDDER)
    after = common.remembered(engine, EMBEDDER)
    assert before is not None
    assert after is not None
    assert (after.passages, after.vector.tolist()) == (before.passages, before.vector.tolist())


def test_it_is_there_after_the_index_was_made_anew(engine: Engine, tmp_path: Path) -> None:
    index([written(tmp_path / "minutes", "12-03-2021", "Skolernes budget lægges om.")], engine, EMBEDDER)
    before = common.remembered(engine, EMBEDDER)
    reindex(engine, EMBEDDER)
    after = common.remembered(engine, EMBEDDER)
    assert before is not None
    assert after is not None
    np.testing.assert_allclose(after.vector, before.vector)
