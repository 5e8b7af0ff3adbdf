"""Every engine that is put through the contract, each on data of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from engines import open_engine
from engines.base import Engine
from engines.kept import Model
from mappings.settings import Settings
from tests.contract.corpus import MODEL
from tests.elasticsearch.indices import own_indices


@dataclass
class Data:
    """One index that can be opened as often as one likes; every handle is closed with the test."""

    settings: Settings
    handles: list[Engine] = field(default_factory=list)

    def open(self, model: Model | None = MODEL) -> Engine:
        engine = open_engine(self.settings, model=model)
        self.handles.append(engine)
        return engine


@pytest.fixture(params=["embedded", "elasticsearch"])
def new_data(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Data]]:
    """Makes data without anything in it; more than once for tests that need many."""
    made: list[Data] = []
    with ExitStack() as afterwards:

        def make() -> Data:
            settings = Settings(engine=request.param, data=tmp_path / f"data-{len(made)}")
            if request.param == "elasticsearch":
                url = request.getfixturevalue("elasticsearch_url")
                name = afterwards.enter_context(own_indices(url))
                settings = replace(settings, elasticsearch_url=url, elasticsearch_index=name)
            made.append(Data(settings))
            return made[-1]

        yield make
        for data in made:
            for engine in data.handles:
                engine.close()


@pytest.fixture
def data(new_data: Callable[[], Data]) -> Data:
    return new_data()


@pytest.fixture
def engine(data: Data) -> Engine:
    return data.open()


@pytest.fixture
def other(data: Data, engine: Engine) -> Engine:
    """A second handle to the same data, opened before anything was written."""
    return data.open()


@pytest.fixture
def run_together() -> Callable[[Callable[[], object], int, int], list[object]]:
    """Runs something in several threads, many times in each, and gives everything it gave."""

    def run(what: Callable[[], object], threads: int, times: int) -> list[object]:
        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(lambda _: what(), range(threads * times)))

    return run
