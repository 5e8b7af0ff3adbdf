"""Which files there are to read, below the paths an operator names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.reading import is_readable
from mappings.errors import UnreadableSource


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder of a kind that is not read, as a PDF."""

    path: Path


def files(paths: Iterable[Path]) -> Iterator[Path | PassedOver | UnreadableSource]:
    """The files below `paths`, each once, in a stable order; for a path that is not there, the error.

    A file named outright is always given, whatever its ending; in a folder one that cannot be read is passed over, and
    of what is hidden nothing is said.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _below(path):
            if isinstance(found, UnreadableSource):
                yield found
            elif (resolved := (found if isinstance(found, Path) else found.path).resolve()) not in seen:
                seen.add(resolved)
                yield found


def _below(path: Path) -> Iterator[Path | PassedOver | UnreadableSource]:
    if not path.is_dir():
        yield path if path.exists() else UnreadableSource(f"{path}: does not exist; check the path.")
        return
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        yield UnreadableSource(f"{path}: the folder cannot be read ({error.strerror}).")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _below(entry)
        else:
            yield entry if is_readable(entry) else PassedOver(entry)
