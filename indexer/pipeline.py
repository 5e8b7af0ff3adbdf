"""From paths to a written index: read, parse, divide into passages, embed, write.

Each file stands for itself: one that cannot be read is reported with its reason, and the rest goes on. Meetings are
written in chunks as their vectors are ready, so that an interrupted run keeps what it had done.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engines.asked import Access
from engines.base import Engine
from engines.kept import Refused, Stored
from engines.patience import unhurried
from indexer import discovery
from indexer.embedding import Embedder, common
from indexer.outcomes import Verdicts
from indexer.parsing import Remark
from indexer.people import Registry
from indexer.preparing import Divided, chunks, divided, prepared
from indexer.reading import read
from mappings.documents import Meeting
from mappings.errors import NotMinutes, ReferatError, UnreadableSource

log = logging.getLogger(__name__)

_EVERYTHING = Access(closed=True)  # the indexer compares with what is stored, closed items too

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file (or a line of one) that could not be indexed, and why, in one line that names it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Odd:
    """What was odd in a file that was read all the same, in Danish; `line` is 1-based, 0 for the whole."""

    path: str
    line: int
    reason: str


@dataclass(slots=True)
class IndexReport:
    """What a run did; counts of files, meetings, items and passages; `passed_over` are files of kinds not read."""

    files: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    removed: int = 0
    items: int = 0
    passages: int = 0
    passed_over: list[str] = field(default_factory=list)
    remarks: list[Odd] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    """A meeting just read, and the absolute path it was read from."""

    meeting: Meeting
    origin: str


@unhurried
def index(
    paths: Sequence[Path],
    engine: Engine,
    embedder: Embedder,
    *,
    verdicts: Verdicts | None = None,
    prune: bool = False,
    progress: Progress | None = None,
) -> IndexReport:
    """Bring the engine in line with the files below `paths`; `prune` also removes meetings whose file is gone.

    What decisions came to is told by the rules, and by the `verdicts` where there are some.
    `progress(done, total)` counts passages embedded. Raises `WriterBusy`, `IndexMismatch` or `EngineUnavailable`;
    whatever was written before stays.
    """
    report = IndexReport()
    found = list(_read_all(paths, report, verdicts))
    changed = list(_changed(found, engine, report))
    registry = Registry(engine.people(_EVERYTHING), (one.meeting for one in changed))
    _write(changed, engine, embedder, registry, report, progress)
    if prune:
        _prune(paths, found, engine, report)
    if report.added or report.replaced or report.removed:
        common.remember(engine, embedder)
    return report


def _read_all(paths: Sequence[Path], report: IndexReport, verdicts: Verdicts | None) -> Iterator[_Read]:
    """Every meeting that can be read, each id once."""
    first: dict[str, _Read] = {}
    owners: dict[str, str] = {}
    for path in discovery.files(paths):
        if isinstance(path, UnreadableSource):
            _fail(report, "", path)
            continue
        if isinstance(path, discovery.PassedOver):
            report.passed_over.append(str(path.path))
            continue
        report.files += 1
        try:
            for found in _meetings(path, report, verdicts):
                one = _Read(found, str(path.resolve()))
                other = first.setdefault(found.id, one)
                if other is one:
                    clash = next((i.id for i in found.items if owners.setdefault(i.id, found.id) != found.id), None)
                    if clash is None:
                        yield one
                    else:
                        _fail(report, str(path), _clash(str(path), clash, owners[clash]))
                elif other.meeting.sha256 != found.sha256:
                    reason = f"{path}: the same meeting ({found.id}) as {other.origin}; remove one of the two."
                    report.failures.append(Failure(str(path), reason))
        except (UnreadableSource, NotMinutes) as error:
            _fail(report, str(path), error)
        except ReferatError:  # of the engine, where what was read before is kept
            raise
        except Exception as error:  # one odd file must not cost the other thousand; the log has the whole story
            log.debug("while reading %s", path, exc_info=True)
            _fail(
                report, str(path), UnreadableSource(f"{path}: cannot be understood ({type(error).__name__}: {error}).")
            )


def _meetings(path: Path, report: IndexReport, verdicts: Verdicts | None) -> Iterator[Meeting]:
    for found in read(path, verdicts=verdicts):
        if isinstance(found, Meeting):
            yield found
        elif isinstance(found, Remark):
            report.remarks.append(Odd(str(path), found.line, found.text))
        else:
            _fail(report, str(path), found)


def _changed(read: Iterable[_Read], engine: Engine, report: IndexReport) -> Iterator[_Read]:
    """What differs from what is stored."""
    origins = {origin.meeting_id: origin.path for origin in engine.origins()}
    for one in read:
        stored = engine.meetings([one.meeting.id], _EVERYTHING)
        if stored and stored[0] == one.meeting and origins.get(one.meeting.id) == one.origin:
            report.unchanged += 1
            continue
        others = engine.items([item.id for item in one.meeting.items], _EVERYTHING)
        clash = next((found for found in others if found.meeting.id != one.meeting.id), None)
        if clash is None:
            yield one
        else:
            _fail(report, one.origin, _clash(one.origin, clash.item.id, clash.meeting.id))


def _write(
    changed: Sequence[_Read],
    engine: Engine,
    embedder: Embedder,
    registry: Registry,
    report: IndexReport,
    progress: Progress | None,
) -> None:
    meetings = [divided(_stored(one, registry)) for one in changed]
    total, done = sum(len(one.passages) for one in meetings), 0
    for chunk in chunks(meetings):
        written = engine.write(prepared(chunk, embedder, engine, _teller(progress, done, total)))
        done += sum(len(one.passages) for one in chunk)
        refused = {one.meeting_id for one in written.refused}
        kept = [one for one in chunk if one.stored.meeting.id not in refused]
        report.added += written.added
        report.replaced += written.replaced
        report.items += sum(len(one.stored.meeting.items) for one in kept)
        report.passages += sum(len(one.passages) for one in kept)
        report.failures += _failures(chunk, written.refused)


def _failures(chunk: Iterable[Divided], refused: Iterable[Refused]) -> Iterator[Failure]:
    """Each document that the engine would not have, by the file it comes from."""
    origins = {one.stored.meeting.id: one.stored.origin for one in chunk}
    for one in refused:
        path = origins[one.meeting_id]
        yield Failure(path, f"{path}: {one.item_id or one.meeting_id} cannot be stored: {one.reason}.")


def _stored(one: _Read, registry: Registry) -> Stored:
    people = {item.id: registry.of_item(item, one.meeting) for item in one.meeting.items}
    appearances = registry.appearances(one.meeting)
    return Stored(meeting=one.meeting, people=people, origin=one.origin, appearances=appearances)


def _teller(progress: Progress | None, before: int, total: int) -> Callable[[int], None] | None:
    return None if progress is None else lambda done: progress(before + done, total)


def _prune(paths: Iterable[Path], read: Iterable[_Read], engine: Engine, report: IndexReport) -> None:
    """Forget meetings of files that are gone from below `paths`; never for a path or file that could not be read."""
    kept = {one.meeting.id for one in read}
    failed = {str(Path(failure.path).resolve()) for failure in report.failures if failure.path}
    scopes = [path.resolve() for path in paths if path.exists()]
    gone = [
        origin.meeting_id
        for origin in engine.origins()
        if origin.meeting_id not in kept
        and origin.path not in failed
        and any(Path(origin.path).is_relative_to(scope) for scope in scopes)
    ]
    if gone:
        report.removed = engine.remove(gone).removed


def _clash(path: str, item_id: str, owner: str) -> UnreadableSource:
    return UnreadableSource(f"{path}: item id {item_id!r} belongs to the meeting {owner} already; give it another id.")


def _fail(report: IndexReport, path: str, error: ReferatError) -> None:
    report.failures.append(Failure(path, str(error)))
