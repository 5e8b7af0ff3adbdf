"""The service over what the settings name."""

from __future__ import annotations

from pathlib import Path

from engines import open_engine
from engines.base import Engine
from indexer.embedding import Embedder, model_of, open_embedder, open_reader, open_reranker
from mappings.settings import Settings
from search_api.floor import NAME, in_use
from search_api.service import SearchService
from search_api.sources import wanted
from search_api.synonyms import read


def open_service(settings: Settings) -> SearchService:
    """The service over the engine and the model of the settings; raises `IndexMismatch` where they do not fit.

    Raises `BadSettings` where the file of synonyms or of the calibration cannot be read.
    """
    embedder = open_embedder(settings)
    return service_over(settings, open_engine(settings, model=model_of(embedder)), embedder)


def service_over(settings: Settings, engine: Engine, embedder: Embedder) -> SearchService:
    """The service over an engine and a model that are open already; raises `BadSettings` as `open_service`."""
    synonyms = read(Path(settings.synonyms).expanduser() if settings.synonyms else None)
    calibration = in_use(calibration_file(settings), embedder.name)
    reranker = open_reranker(settings)
    return SearchService(
        engine,
        embedder,
        synonyms,
        calibration=calibration,
        reranker=reranker,
        sources=wanted(settings),
        reader=open_reader(),
    )


def calibration_file(settings: Settings) -> Path:
    """Where a calibration of the operator's own is kept."""
    return Path(settings.calibration).expanduser() if settings.calibration else settings.data / NAME
