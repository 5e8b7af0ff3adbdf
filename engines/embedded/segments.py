"""The vector index on disk: immutable segments, named by a manifest that is replaced in one step.

A segment is two files. `.vectors` holds float32 rows, first those of sections, then those of titles; `.rows` holds an
int64 for each: the item's ordinal. Rows of one item stand together, ordinals ascend. Files are memory-mapped, so a
reader that has one open is not disturbed when it is replaced.
"""

from __future__ import annotations

import os
import uuid
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from engines.embedded.files import replace_file
from engines.embedded.troubles import SegmentTrouble
from engines.kept import Vectors

FOLDER = "vectors"
MANIFEST = "manifest.json"

Ints = npt.NDArray[np.int64]
Rows = tuple[Vectors, Ints]  # vectors, and for each its item's ordinal


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment as the manifest names it: rows of sections, rows in all, rows of items gone since, checksum."""

    name: str
    body: int
    rows: int
    gone: int
    checksum: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """All segments, oldest first, and the changes of the truth, from `since` to `applied`, that they can show.

    Whatever lived at one of these changes has its rows; what died before may have been left out by a merge.
    """

    identity: str
    since: int
    applied: int
    dimension: int
    segments: tuple[Entry, ...]


@dataclass(frozen=True)
class Segment:
    """A mapped segment: `vectors` (rows × dimension), and whose each row is."""

    entry: Entry
    vectors: Vectors
    ordinals: Ints

    @cached_property
    def body_starts(self) -> Ints:
        """The first row of each item among the rows of sections."""
        return _starts(self.ordinals[: self.entry.body])

    @cached_property
    def title_starts(self) -> Ints:
        """The first row of each item among the rows of titles."""
        return self.entry.body + _starts(self.ordinals[self.entry.body :])


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a data folder, or None where there is none that can be read."""
    try:
        return msgspec.json.decode((folder / FOLDER / MANIFEST).read_bytes(), type=Manifest)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def open_segment(folder: Path, entry: Entry, dimension: int) -> Segment:
    """Map a segment; raises `SegmentTrouble` where its files are not as the manifest says."""
    check_size(folder, entry, dimension)
    vectors, rows = _files(folder, entry.name)
    mapped = np.asarray(np.memmap(vectors, dtype="<f4", mode="r", shape=(entry.rows, dimension)))
    return Segment(entry, mapped, np.fromfile(rows, dtype="<i8"))


def check_size(folder: Path, entry: Entry, dimension: int) -> None:
    """Raise `SegmentTrouble` where a segment's files have not the length they were written with."""
    wanted = (entry.rows * dimension * 4, entry.rows * 8)
    found = tuple(file.stat().st_size for file in _files(folder, entry.name))
    if found != wanted:
        raise SegmentTrouble(f"segment {entry.name} has {found} bytes instead of {wanted}")


def is_whole(folder: Path, entry: Entry) -> bool:
    """Whether a segment's bytes are those that were written."""
    try:
        return _checksum(folder, entry.name) == entry.checksum
    except FileNotFoundError:
        return False


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make `manifest` the one that holds; its segments are on the disk already."""
    replace_file(folder / FOLDER / MANIFEST, msgspec.json.encode(manifest))


def write_segment(folder: Path, name: str, body: Iterable[Rows], titles: Iterable[Rows]) -> Entry | None:
    """Write a segment from runs of rows; on the disk on return. None where there is not a single row."""
    vectors_file, rows_file = _files(folder, name)
    counts = [0, 0]
    checksum = 0
    rows: list[Ints] = []
    with vectors_file.open("wb") as file:
        for kind, runs in enumerate((body, titles)):
            for vectors, ordinals in runs:
                content = np.ascontiguousarray(vectors, dtype="<f4").tobytes()
                checksum = zlib.crc32(content, checksum)
                file.write(content)
                rows.append(ordinals)
                counts[kind] += len(ordinals)
        file.flush()
        os.fsync(file.fileno())
    if not sum(counts):
        vectors_file.unlink()
        return None
    content = np.concatenate(rows).astype("<i8").tobytes()
    replace_file(rows_file, content)
    return Entry(name, counts[0], sum(counts), 0, zlib.crc32(content, checksum))


def delete_strangers(folder: Path, manifest: Manifest) -> None:
    """Delete what no manifest names: what a crash or a merge left behind."""
    known = {file.name for entry in manifest.segments for file in _files(folder, entry.name)}
    for file in (folder / FOLDER).iterdir():
        if file.name not in known and file.name != MANIFEST:
            file.unlink(missing_ok=True)


def new_name(change: int) -> str:
    """A name no segment has had."""
    return f"{change:09d}-{uuid.uuid4().hex[:8]}"


def _files(folder: Path, name: str) -> tuple[Path, Path]:
    return folder / FOLDER / f"{name}.vectors", folder / FOLDER / f"{name}.rows"


def _checksum(folder: Path, name: str) -> int:
    checksum = 0
    for path in _files(folder, name):
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                checksum = zlib.crc32(block, checksum)
    return checksum


def _starts(ordinals: Ints) -> Ints:
    if not len(ordinals):
        return np.empty(0, dtype=np.int64)
    return np.concatenate((np.zeros(1, dtype=np.int64), np.flatnonzero(np.diff(ordinals)) + 1))
