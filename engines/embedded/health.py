"""What a data folder holds and whether it is well, in lines for whoever runs the service."""

from __future__ import annotations

import threading
from pathlib import Path

from engines.base import Detail, EngineStatus
from engines.embedded import segments, text
from engines.embedded.files import size_of
from engines.embedded.following import lag
from engines.embedded.lock import busy
from engines.embedded.truth import SCHEMA_VERSION, State, Truth, any_state, snapshot
from engines.embedded.versions import Version, old, unfinished
from mappings.analysis import ANALYSIS_VERSION

_BEHIND = "{} er ikke ført à jour: det bliver det, næste gang indekset åbnes, mens ingen skriver."
_OTHER_VERSION = "Indekset er af version {}.{}, men programmet bruger {}.{}: kør `referat reindex`."
_NAMES = {text.FOLDER: "Tekstindekset", segments.FOLDER: "Vektorindekset"}
_sound: set[Path] = set()  # segments never change, so each is read through once a process
_lock = threading.Lock()


def status(version: Version, truth: Truth) -> EngineStatus:
    """As `Engine.status`."""
    left, left_problems = _left_behind(version.root)
    size = size_of(version.root)
    empty = EngineStatus(
        engine="embedded",
        model=None,
        meetings=0,
        items=0,
        passages=0,
        bytes=size,
        changed=None,
        problems=tuple(left_problems),
        details=left,
    )
    if not truth.exists():
        return empty
    connection = truth.reading()
    with snapshot(connection):
        found = any_state(connection, version.folder)
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
        bytes=size,
        changed=found.changed,
        problems=(*_problems(version.folder, found), *left_problems),
        details=left,
    )


def _left_behind(root: Path) -> tuple[dict[Detail, str], list[str]]:
    """What rebuilding left, and whether that is a problem: nobody goes on with what is unfinished."""
    details: dict[Detail, str] = {}
    problems = []
    if kept := old(root):
        details["old"] = f"{_names(kept)} (slettes med `referat reindex --drop-old`)"
    if begun := unfinished(root):
        details["unfinished"] = _names(begun)
        if not busy(root):
            problems.append(
                f"Genopbygningen {_names(begun)} blev afbrudt: kør `referat reindex` igen, "
                "eller slet den med `referat reindex --drop-old`."
            )
    return details, problems


def _names(versions: list[Version]) -> str:
    return ", ".join(version.name for version in versions)


def _problems(folder: Path, found: State) -> list[str]:
    if not found.fits:
        return [_OTHER_VERSION.format(found.schema, found.analysis, SCHEMA_VERSION, ANALYSIS_VERSION)]
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
