"""Files that an administrator uploads: kept apart under a name nobody can guess, then among the data folder's uploads.

Nothing of them is ever executed or served; they are only read by the indexer. In `uploads` a file keeps its own name,
and no other meeting's file is ever written over: that gets a number beside it.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from indexer.reading import endings
from mappings.errors import EngineUnavailable, NotFound
from mappings.told import Told
from web.administration import Refused, Staged

STAGING, UPLOADS = "staging", "uploads"
STAYS = 24 * 60 * 60  # seconds that a file waits to be taken in
_PIECE = 2**16  # bytes read at a time
_LONGEST_NAME = 120  # bytes; file systems allow 255
_KEY = re.compile(r"[0-9a-f]{32}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # what Windows calls its devices


class Uploads:
    """The uploads of a data folder, of at most `largest` bytes each."""

    def __init__(self, folder: Path, largest: int) -> None:
        self._staging = folder / STAGING
        self._uploads = folder / UPLOADS
        self._largest = largest

    def stage(self, name: str, content: IO[bytes]) -> Staged:
        """Keep a file apart; raises `Refused` for its name, its kind or its size."""
        self._sweep()
        own = _cleaned(name)
        folder = self._staging / secrets.token_hex(16)
        try:
            folder.mkdir(parents=True, mode=0o700)
            try:
                self._copy(content, folder / own)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
        except OSError as error:
            raise EngineUnavailable(f"{self._staging} cannot be written to ({error.strerror}).") from error
        return self.one(folder.name)

    def all(self) -> list[Staged]:
        """The files that are kept apart, latest first."""
        self._sweep()
        keys = [folder.name for folder in self._staging.iterdir()] if self._staging.is_dir() else []
        found = []
        for key in keys:
            with suppress(NotFound, FileNotFoundError):  # taken in or forgotten by another just now
                found.append(self.one(key))
        return sorted(found, key=lambda one: (one.uploaded, one.key), reverse=True)

    def one(self, key: str) -> Staged:
        """One of them; raises `NotFound`."""
        path = self.path(key)
        status = path.stat()
        return Staged(key, path.name, status.st_size, dt.datetime.fromtimestamp(status.st_mtime, dt.UTC))

    def path(self, key: str) -> Path:
        """Where it lies; raises `NotFound`."""
        path = self._file(key)
        if path is None:
            raise NotFound(Told("Filen venter ikke længere: den er læst ind, fortrudt eller over et døgn gammel."))
        return path

    def discard(self, key: str) -> None:
        """Forget a file that is kept apart; raises `NotFound`."""
        shutil.rmtree(self.path(key).parent, ignore_errors=True)

    @contextmanager
    def taken(self, key: str, meetings: Iterable[str], origins: Mapping[str, str]) -> Iterator[Path]:
        """The file among the uploads, to be indexed; it stays there, unless that fails: then all is as it was before.

        `meetings` are the ids of its meetings, `origins` tells where each stored meeting was read from. A file whose
        meetings are all in this one is replaced by it, whatever its name.
        """
        own, staged = set(meetings), self.path(key)
        held = _by_file(origins)
        self._uploads.mkdir(parents=True, exist_ok=True)
        target = self._free(staged.name, own, held)
        before = target.with_name(f".{target.name}.before")
        if target.exists():
            shutil.copy2(target, before)
        try:
            arriving = target.with_name(f".{target.name}.new")
            shutil.copyfile(staged, arriving)
            arriving.replace(target)
            yield target
        except BaseException:
            if before.exists():
                before.replace(target)
            else:
                target.unlink(missing_ok=True)
            raise
        before.unlink(missing_ok=True)
        for path, ids in held.items():
            if path != target and path.parent == target.parent and ids <= own:
                path.unlink(missing_ok=True)
        shutil.rmtree(staged.parent, ignore_errors=True)

    def _free(self, name: str, own: set[str], held: Mapping[Path, set[str]]) -> Path:
        """The file of this name, or the first numbered one, that is not the source of another meeting."""
        path, number = self._uploads.resolve() / name, 1
        stem, ending = _divided(name)
        while path.exists() and not held.get(path, set()) <= own:
            number += 1
            path = path.with_name(f"{stem}-{number}{ending}")
        return path

    def _copy(self, content: IO[bytes], path: Path) -> None:
        size = 0
        path.touch(mode=0o600, exist_ok=False)
        with path.open("wb") as file:
            while piece := content.read(_PIECE):
                size += len(piece)
                if size > self._largest:
                    raise Refused("large", f"{path.name}: larger than {self._largest} bytes.")
                file.write(piece)
        if not size:
            raise Refused("empty", f"{path.name}: is empty.")

    def _file(self, key: str) -> Path | None:
        if not _KEY.fullmatch(key):
            return None
        folder = self._staging / key
        return next(iter(folder.iterdir()), None) if folder.is_dir() else None

    def _sweep(self) -> None:
        """Forget what has waited too long."""
        oldest = time.time() - STAYS
        for folder in self._staging.iterdir() if self._staging.is_dir() else ():
            with suppress(FileNotFoundError):  # another was quicker
                if folder.stat().st_mtime < oldest:
                    shutil.rmtree(folder, ignore_errors=True)


def _cleaned(name: str) -> str:
    """The file's own name, fit for any disk; raises `Refused` where nothing is left of it, or its kind is not read."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = re.sub(r"[^\w .+()-]+", "-", last).strip(" -.")
    stem, ending = _divided(plain)
    if not ending:
        raise Refused("kind" if plain else "name", f"{plain[:_LONGEST_NAME]!r}: files of this kind are not read.")
    if _RESERVED.fullmatch(stem):
        stem = f"fil-{stem}"
    while len(stem.encode()) > _LONGEST_NAME:
        stem = stem[:-1]
    return stem.rstrip(" -.") + ending


def _divided(name: str) -> tuple[str, str]:
    """A file's name without its ending, and the ending as it is written; empty where it is none that is read."""
    ending = next((one for one in sorted(endings(), key=len, reverse=True) if name.lower().endswith(one)), "")
    return name[: len(name) - len(ending)], name[len(name) - len(ending) :]


def _by_file(origins: Mapping[str, str]) -> dict[Path, set[str]]:
    """The meetings of each file."""
    held: dict[Path, set[str]] = {}
    for meeting, path in origins.items():
        held.setdefault(Path(path), set()).add(meeting)
    return held
