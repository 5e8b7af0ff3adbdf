"""Where the minutes are, an index of them, and an Elasticsearch server."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Tests of any input try the same inputs in every run, so that a change is what fails it;
# `pytest --hypothesis-profile=anew` tries others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("anew", deadline=None)
settings.load_profile("same")

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of whoever runs it."""
    for name in list(os.environ):
        if name.startswith("REFERAT_") and not name.startswith("REFERAT_TEST_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples" / "minutes"


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of real minutes."""
    folder = REAL / "minutes"
    if not folder.is_dir():
        pytest.skip(f"needs the real minutes in {folder.relative_to(ROOT.parent)}, beside the checkout")
    return folder


@pytest.fixture(scope="session")
def real_index(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the real minutes, embedded by the model that ships."""
    return _indexed(real, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def examples_index(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the examples, embedded by the model that ships."""
    return _indexed(examples, tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """A server that all tests share: each keeps to indices of its own name, and leaves the server itself alone."""
    named = os.environ.get("REFERAT_TEST_ELASTICSEARCH_URL")
    if named:
        yield named.rstrip("/")
        return
    from tests.elasticsearch import server

    if missing := server.missing():
        pytest.skip(missing)
    started = server.RunningServer()
    yield started.url
    started.close()


def _indexed(minutes: Path, data: Path) -> Path:
    from engines import open_engine
    from indexer.embedding import model_of, open_embedder, open_verdict_reader
    from indexer.outcomes import Verdicts
    from indexer.pipeline import index
    from mappings.settings import Settings

    settings = Settings(data=data)
    embedder = open_embedder(settings)
    engine = open_engine(settings, model=model_of(embedder))
    report = index([minutes], engine, embedder, verdicts=Verdicts(open_verdict_reader(), engine))
    engine.close()
    assert not report.failures
    return data
