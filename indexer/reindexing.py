"""The index made anew from what is stored: for the program and the model as they are now, with no file read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from engines.base import Engine, Part
from engines.kept import Prepared, Stored
from engines.patience import unhurried
from indexer.embedding import Embedder, common, model_of
from indexer.people import Registry
from indexer.preparing import chunks, divided, prepared

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class ReindexReport:
    """What a run did; counts. `resumed` meetings had been copied by an earlier run that was interrupted."""

    meetings: int = 0
    resumed: int = 0
    items: int = 0
    passages: int = 0


@unhurried
def reindex(engine: Engine, embedder: Embedder, progress: Progress | None = None) -> ReindexReport:
    """Build the next index from what is stored and search it from then on; the old one is kept.

    `progress(done, total)` counts meetings, in each owner's share by itself. Raises `WriterBusy`, `IndexMismatch` or
    `EngineUnavailable`; then the index is as it was, and the next run goes on from where this one came to.
    """
    report = ReindexReport()
    with engine.rebuild(model_of(embedder)) as rebuilding:
        for part in rebuilding.parts():
            _copy(part, engine, embedder, report, progress)
        rebuilding.finish()
    common.remember(engine, embedder)
    return report


def _whole(stored: Stored) -> Stored:
    """With who is in it, as far as the meeting itself tells, where an earlier version did not keep that."""
    if stored.appearances:
        return stored
    known = (person for people in stored.people.values() for person in people)
    registry = Registry(known, [stored.meeting])
    return replace(stored, appearances=registry.appearances(stored.meeting))


def _copy(part: Part, engine: Engine, embedder: Embedder, report: ReindexReport, progress: Progress | None) -> None:
    copied = 0

    def meetings() -> Iterator[Prepared]:
        nonlocal copied
        for chunk in chunks(divided(_whole(stored)) for stored in part.remaining()):
            yield from prepared(chunk, embedder, engine)
            copied += len(chunk)
            report.items += sum(len(one.stored.meeting.items) for one in chunk)
            report.passages += sum(len(one.passages) for one in chunk)
            if progress:
                progress(part.done, part.total)

    part.write(meetings())
    report.meetings += copied
    report.resumed += part.done - copied
    if progress:
        progress(part.done, part.total)
