"""From meetings to what an engine writes: divided into passages, embedded, some hundred passages at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engines.base import Engine
from engines.kept import Prepared, Stored
from indexer.embedding import Embedder, cache
from indexer.embedding.base import Progress
from indexer.passages import passages
from mappings.documents import Passage, embedding_text

CHUNK = 256  # passages embedded and written together: some 30 s of work at most to lose, and batches of like length


@dataclass(frozen=True, slots=True)
class Divided:
    """A meeting to be stored, and its passages."""

    stored: Stored
    passages: tuple[Passage, ...]


def divided(stored: Stored) -> Divided:
    """The meeting with the passages of its items, in their order."""
    return Divided(stored, tuple(passage for item in stored.meeting.items for passage in passages(item)))


def chunks(meetings: Iterable[Divided]) -> Iterator[list[Divided]]:
    """Whole meetings, as many as have some `CHUNK` passages together."""
    chunk: list[Divided] = []
    size = 0
    for one in meetings:
        chunk.append(one)
        size += len(one.passages)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def prepared(
    chunk: Iterable[Divided], embedder: Embedder, engine: Engine, progress: Progress | None = None
) -> list[Prepared]:
    """The meetings with their vectors, those that the engine knows already taken from its cache."""
    chunk = list(chunk)
    texts = [text for one in chunk for text in _texts(one)]
    vectors = cache.embed(embedder, engine, texts, progress=progress)
    found, start = [], 0
    for one in chunk:
        end = start + len(one.passages)
        found.append(
            Prepared(
                meeting=one.stored.meeting,
                passages=one.passages,
                vectors=vectors[start:end],
                people=one.stored.people,
                origin=one.stored.origin,
                appearances=one.stored.appearances,
            )
        )
        start = end
    return found


def _texts(one: Divided) -> Iterator[str]:
    items = {item.id: item for item in one.stored.meeting.items}
    for passage in one.passages:
        yield embedding_text(items[passage.item_id], passage)
