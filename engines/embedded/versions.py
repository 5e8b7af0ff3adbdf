"""The versions of an index in a data folder, and which of them is in use.

The first lies in the data folder itself, as version 0; `referat reindex` makes the next below `versions`. The file
`current` holds the number of the one in use and is replaced in one step. What has a higher number is unfinished, what
has a lower one is old; neither is ever read. The vector cache and the writer's lock belong to all of them.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from engines.embedded import following, segments, text, truth
from engines.embedded.files import read_line, replace_file, sync_folder
from mappings.errors import EngineUnavailable

POINTER, FOLDER = "current", "versions"
_FIRST = (truth.NAME, f"{truth.NAME}-wal", f"{truth.NAME}-shm", text.FOLDER, segments.FOLDER, following.NOTE)


@dataclass(frozen=True, slots=True)
class Version:
    """A version by its number, and the folder that it lies in."""

    root: Path
    number: int

    @property
    def folder(self) -> Path:
        """Where its truth and its indexes lie."""
        return self.root / FOLDER / self.name if self.number else self.root

    @property
    def name(self) -> str:
        """What it is called, for a person."""
        return f"v{self.number:06d}"

    def delete(self) -> None:
        """Delete everything of it."""
        for path in [self.folder] if self.number else [self.root / name for name in _FIRST]:
            _delete(path)


def current(root: Path) -> Version:
    """The version in use."""
    try:
        return Version(root, int(read_line(root / POINTER)))
    except (FileNotFoundError, NotADirectoryError):
        return Version(root, 0)
    except ValueError as error:
        raise EngineUnavailable(
            f"{root / POINTER} should hold the number of a version, and nothing else. Write the number of the version "
            f"to use into it (see the names in {root / FOLDER}), or restore it from a backup."
        ) from error


def use(version: Version) -> None:
    """Make a version the one in use, for every process; on the disk on return."""
    sync_folder(version.folder.parent)
    replace_file(version.root / POINTER, f"{version.number}\n".encode())


def old(root: Path) -> list[Version]:
    """What was in use before, oldest first."""
    now = current(root).number
    first = [Version(root, 0)] if now and any((root / name).exists() for name in _FIRST) else []
    return first + [version for version in _below(root) if version.number < now]


def unfinished(root: Path) -> list[Version]:
    """What was begun and never used."""
    now = current(root).number
    return [version for version in _below(root) if version.number > now]


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _below(root: Path) -> list[Version]:
    names = [path.name for path in (root / FOLDER).iterdir()] if (root / FOLDER).is_dir() else []
    numbers = [int(name[1:]) for name in names if name[:1] == "v" and name[1:].isdecimal()]
    return sorted((Version(root, number) for number in numbers), key=lambda version: version.number)
