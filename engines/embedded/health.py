"""What a data folder holds and whether it is well, in lines for whoever runs the service."""

from __future__ import annotations

import threading
from pathlib import Path

from engines.embedded import segments, text
from engines.embedded.files import size_of
from engines.embedded.following import lag
from engines.embedded.lock import busy
from engines.embedded.truth import SCHEMA_VERSION, State, Truth, any_state, snapshot
from engines.embedded.versions import Version, old, unfinished
from engines.kept import Detail, EngineStatus
from mappings.analysis import ANALYSIS_VERSION
from mappings.told import Told

_NAMES = {text.FOLDER: Told("Tekstindekset"), segments.FOLDER: Told("Vektorindekset")}
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
    problems: list[str] = []
    if kept := old(root):
        details["old"] = f"{_names(kept)} (slettes med `referat reindex --drop-old`)"
    if begun := unfinished(root):
        details["unfinished"] = _names(begun)
        if not busy(root):
            problems.append(
                Told(
                    "Genopbygningen %(names)s blev afbrudt: kør `referat reindex` igen, "
                    "eller slet den med `referat reindex --drop-old`.",
                    names=_names(begun),
                )
            )
    return details, problems


def _names(versions: list[Version]) -> str:
    return ", ".join(version.name for version in versions)


def _problems(folder: Path, found: State) -> list[str]:
    if not found.fits:
        return [
            Told(
                "Indekset er af version %(made)s, men programmet bruger %(own)s: kør `referat reindex`.",
                made=f"{found.schema}.{found.analysis}",
                own=f"{SCHEMA_VERSION}.{ANALYSIS_VERSION}",
            )
        ]
    problems: list[str] = [
        Told(
            "%(index)s er ikke ført à jour: det bliver det, næste gang indekset åbnes, mens ingen skriver.",
            index=_NAMES[name],
        )
        for name in lag(folder, found)
    ]
    manifest = segments.read_manifest(folder)
    for entry in manifest.segments if manifest else ():
        if not _is_sound(folder, entry):
            problems.append(
                Told(
                    "Vektorsegmentet %(name)s er beskadiget: slet mappen %(folder)s, "
                    "så bygges den igen, næste gang indekset åbnes.",
                    name=entry.name,
                    folder=str(folder / segments.FOLDER),
                )
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
