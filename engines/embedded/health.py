"""What a data folder holds and whether it is well, in lines for whoever runs the service."""

from __future__ import annotations

import threading
from pathlib import Path

from engines.base import EngineStatus
from engines.embedded import segments, text
from engines.embedded.files import size_of
from engines.embedded.following import lag
from engines.embedded.truth import State, Truth, snapshot, state

_BEHIND = "{} er ikke ført à jour: det bliver det, næste gang indekset åbnes, mens ingen skriver."
_NAMES = {text.FOLDER: "Tekstindekset", segments.FOLDER: "Vektorindekset"}
_sound: set[Path] = set()  # segments never change, so each is read through once a process
_lock = threading.Lock()


def status(folder: Path, truth: Truth) -> EngineStatus:
    """As `Engine.status`."""
    empty = EngineStatus(
        engine="embedded", model=None, meetings=0, items=0, passages=0, bytes=size_of(folder), changed=None
    )
    if not truth.exists():
        return empty
    connection = truth.reading()
    with snapshot(connection):
        found = state(connection, folder)
        if found is None:
            return empty
        meetings = connection.execute("SELECT count(*) FROM meetings").fetchone()[0]
        living = "SELECT count(*), coalesce(sum(passages), 0) FROM items WHERE died IS NULL"
        items, passages = connection.execute(living).fetchone()
    return EngineStatus(
        engine="embedded",
        model=found.model,
        meetings=meetings,
        items=items,
        passages=passages,
        bytes=size_of(folder),
        changed=found.changed,
        problems=tuple(_problems(folder, found)),
    )


def _problems(folder: Path, found: State) -> list[str]:
    problems = [_BEHIND.format(_NAMES[name]) for name in lag(folder, found)]
    manifest = segments.read_manifest(folder)
    for entry in manifest.segments if manifest else ():
        if not _is_sound(folder, entry):
            problems.append(
                f"Vektorsegmentet {entry.name} er beskadiget: slet mappen {folder / segments.FOLDER}, "
                "så bygges den igen, næste gang indekset åbnes."
            )
    return problems


def _is_sound(folder: Path, entry: segments.Entry) -> bool:
    key = folder.absolute() / entry.name
    with _lock:
        if key in _sound:
            return True
    if not segments.is_whole(folder, entry):
        return False
    with _lock:
        _sound.add(key)
    return True
