"""How the vector index follows the truth, and stays a handful of segments however it is written to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from engines.embedded.changes import Change, NewItem
from engines.embedded.segments import (
    FOLDER,
    Entry,
    Ints,
    Manifest,
    Rows,
    Segment,
    delete_strangers,
    new_name,
    open_segment,
    write_manifest,
    write_segment,
)
from mappings.documents import TITLE

# As soon as this many of the newest segments are of one size class (powers of this number), they become one: a row is
# rewritten once a class, and 400,000 rows written meeting by meeting rest in some twenty segments.
FAN = 4
DEAD_SHARE = 0.3  # a segment with more dead rows than this is rewritten: they cost as much to scan as living ones
_AT_ONCE = 8_000  # items in a segment while rebuilding, and rows copied at a time: bounds the memory it takes


def rebuild(folder: Path, identity: str, dimension: int, change: Change) -> Manifest:
    """The vector index anew from everything that lives."""
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    (folder / FOLDER).mkdir()
    new, entries = iter(change.new), []
    while part := list(islice(new, _AT_ONCE)):
        entries.append(_append(folder, part, change.number))
    found = tuple(entry for entry in entries if entry)
    manifest = Manifest(identity, change.number, change.number, dimension, found)
    write_manifest(folder, manifest)
    return manifest


def follow(folder: Path, manifest: Manifest, change: Change) -> Manifest:
    """Apply a change; durable on return. Nothing is left out yet: readers are at the change before."""
    entry = _append(folder, list(change.new), change.number)
    gone = np.array(change.gone, dtype=np.int64)
    kept = tuple(_counted(folder, old, manifest.dimension, gone) for old in manifest.segments)
    manifest = replace(manifest, applied=change.number, segments=(*kept, entry) if entry else kept)
    write_manifest(folder, manifest)
    return manifest


def merge(folder: Path, manifest: Manifest, living: Callable[[], Ints]) -> Manifest:
    """Merge what has become too many and leave out the dead; `living` gives the ordinals that live.

    Only when the text has followed as well, and readers find the last change: what died in it is gone from then on.
    """
    merged = _merged(folder, manifest, living)
    if merged is not manifest:
        merged = replace(merged, since=manifest.applied)
        write_manifest(folder, merged)
        delete_strangers(folder, merged)
    return merged


def newest_to_merge(rows: Sequence[int]) -> int:
    """From which segment on the newest ones should become one; the number of segments where none should."""
    classes = [count.bit_length() // (FAN.bit_length() - 1) for count in rows]
    start = len(rows)
    for size in sorted(set(classes)):
        first = max((place + 1 for place, found in enumerate(classes) if found > size), default=0)
        if classes[first:].count(size) >= FAN:
            start = min(start, first)
    return start


def _merged(folder: Path, manifest: Manifest, living: Callable[[], Ints]) -> Manifest:
    """The manifest with segments merged and dead rows left out; itself where there was nothing to do."""
    entries = manifest.segments
    start = newest_to_merge([entry.rows for entry in entries])
    heavy = [entry.gone > DEAD_SHARE * entry.rows for entry in entries[:start]]
    if start == len(entries) and not any(heavy):
        return manifest
    alive = living()
    groups: list[tuple[tuple[Entry, ...], bool]] = [
        ((entry,), full) for entry, full in zip(entries[:start], heavy, strict=True)
    ]
    groups += [(entries[start:], True)] if start < len(entries) else []
    after = [_rewritten(folder, manifest, group, alive) if full else group[0] for group, full in groups]
    return replace(manifest, segments=tuple(entry for entry in after if entry))


def _rewritten(folder: Path, manifest: Manifest, entries: Sequence[Entry], alive: Ints) -> Entry | None:
    segments = [open_segment(folder, entry, manifest.dimension) for entry in entries]
    return write_segment(
        folder,
        new_name(manifest.applied),
        (run for segment in segments for run in _living_rows(segment, 0, segment.entry.body, alive)),
        (run for segment in segments for run in _living_rows(segment, segment.entry.body, segment.entry.rows, alive)),
    )


def _living_rows(segment: Segment, first: int, last: int, alive: Ints) -> Iterator[Rows]:
    for start in range(first, last, _AT_ONCE):
        part = slice(start, min(start + _AT_ONCE, last))
        keep = np.isin(segment.ordinals[part], alive)
        yield segment.vectors[part][keep], segment.ordinals[part][keep]


def _append(folder: Path, items: Sequence[NewItem], change: int) -> Entry | None:
    return write_segment(
        folder,
        new_name(change),
        (_rows_of(item, titles=False) for item in items),
        (_rows_of(item, titles=True) for item in items),
    )


def _rows_of(item: NewItem, *, titles: bool) -> Rows:
    chosen = [place for place, passage in enumerate(item.passages) if (passage.section == TITLE) is titles]
    return item.vectors[chosen], np.full(len(chosen), item.ordinal, dtype=np.int64)


def _counted(folder: Path, entry: Entry, dimension: int, gone: Ints) -> Entry:
    if not len(gone):
        return entry
    found = int(np.isin(open_segment(folder, entry, dimension).ordinals, gone).sum())
    return replace(entry, gone=entry.gone + found) if found else entry
