"""Kill a writing process again and again, and see what is left: nothing acknowledged may be lost or half there.

    python -m benchmarks.crash [--kills 100] [--seed 1]

A child writes meetings one after another, every third one anew in a later version, and prints each after `write`
returned. The parent kills it (SIGKILL) at a random moment, opens the index, checks it, and lets the next child go on.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from benchmarks import synthetic
from engines import open_engine
from engines.base import PUBLIC, Engine, Filters, Model, Prepared, Selection, Vectors, Words
from mappings.analysis import grams, stem
from mappings.documents import Item
from mappings.naming import item_id
from mappings.settings import Settings

MODEL = Model(name="random", dimension=64)
_ROOT = Path(__file__).parents[1]
_CHECKED = 10  # meetings looked at closely after each kill; of every one the version is


@dataclass
class Outcome:
    """What the kills did: lines for whatever was lost or did not fit together, seconds each recovery took."""

    kills: int = 0
    acknowledged: dict[int, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    inconsistent: list[str] = field(default_factory=list)
    recoveries: list[float] = field(default_factory=list)


def main(arguments: list[str] | None = None) -> int:
    """Run as a command; 1 where anything was lost or inconsistent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", nargs=3, metavar=("FOLDER", "FIRST", "SEED"), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.child:
        write_until_killed(Path(given.child[0]), int(given.child[1]), int(given.child[2]))
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(given.kills, Path(folder) / "data", given.seed)
    print(
        f"{outcome.kills} kills, {len(outcome.acknowledged)} meetings acknowledged, {len(outcome.lost)} lost, "
        f"{len(outcome.inconsistent)} inconsistent; recovery median {statistics.median(outcome.recoveries) * 1e3:.0f} "
        f"ms, worst {max(outcome.recoveries) * 1e3:.0f} ms"
    )
    for line in outcome.lost + outcome.inconsistent:
        print(f"  {line}")
    return 1 if outcome.lost or outcome.inconsistent else 0


def run(kills: int, folder: Path, seed: int) -> Outcome:
    """Kill `kills` children that write to `folder`."""
    outcome, chance = Outcome(), random.Random(seed)
    for number in range(kills):
        _kill_one(folder, outcome, chance, seed * 1_000 + number)
        begun = time.perf_counter()
        engine = open_engine(Settings(data=folder), model=MODEL)
        engine.select(Selection(), PUBLIC)
        outcome.recoveries.append(time.perf_counter() - begun)
        _check(engine, outcome, chance)
        engine.close()
    return outcome


def write_until_killed(folder: Path, first: int, seed: int) -> None:
    """The child: write, acknowledge, go on."""
    engine = open_engine(Settings(data=folder), model=MODEL)
    chance = random.Random(seed)
    versions: dict[int, int] = {}
    for place, prepared in enumerate(synthetic.meetings(10**7, MODEL.dimension, seed)):
        anew = place % 3 == 2 and first + place > 1
        number = chance.randrange(first + place) if anew else first + place
        version = versions.get(number, seed * 10_000) + 1  # above whatever an earlier child wrote
        versions[number] = version
        engine.write([_named(prepared, number, version)])
        print(number, version, flush=True)


def _kill_one(folder: Path, outcome: Outcome, chance: random.Random, seed: int) -> None:
    first = max(outcome.acknowledged, default=-1) + 2  # the one after the last may be there, unacknowledged
    command = [sys.executable, "-m", "benchmarks.crash", "--child", str(folder), str(first), str(seed)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline()]
        time.sleep(chance.uniform(0, 0.8))
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
    outcome.kills += 1
    if child.returncode != -signal.SIGKILL:
        outcome.inconsistent.append(f"kill {outcome.kills}: the writer ended by itself ({child.returncode})")
    for line in lines:
        if line.endswith("\n") and line.strip():
            number, version = map(int, line.split())
            outcome.acknowledged[number] = version


def _check(engine: Engine, outcome: Outcome, chance: random.Random) -> None:
    known = outcome.acknowledged
    stored = {meeting.id: meeting for meeting in engine.export(PUBLIC)}
    for number, version in known.items():
        meeting = stored.get(_identity(number))
        if meeting is None or int(meeting.source) < version:
            outcome.lost.append(f"kill {outcome.kills}: meeting {number} version {version}")
    status, total = engine.status(), engine.select(Selection(), PUBLIC).total
    items = sum(len(meeting.items) for meeting in stored.values())
    if not status.items == total == items or status.problems:
        outcome.inconsistent.append(f"kill {outcome.kills}: {status.items}, {total}, {items}; {status.problems}")
    for number in chance.sample(sorted(known), min(_CHECKED, len(known))):
        meeting = stored.get(_identity(number))
        for item in meeting.items[:2] if meeting else ():
            if trouble := _trouble(engine, item):
                outcome.inconsistent.append(f"kill {outcome.kills}: {item.id} {trouble}")


def _trouble(engine: Engine, item: Item) -> str | None:
    """What does not hold of a stored item: its own word finds it alone, its vectors find it, old versions are gone."""
    word = item.title.split()[0].lower()
    found = engine.select(Selection(words=Words(stems=(stem(word),))), PUBLIC)
    if found.ids != (item.id,):
        return f"by its word: {found.ids}"
    words = Words(stems=(stem(word),), grams=grams(word))
    near = engine.candidates(words, _vector(item.title), Filters(), 5, PUBLIC)
    heading = {one.item_id: one.evidence.heading for one in near}.get(item.id)
    if heading is None or heading.cosine < 0.999:
        return f"by its vector: {heading}"
    held = [one for one in near if one.evidence.all_words]
    return None if [one.item_id for one in held] == [item.id] else f"by all words: {held}"


def _named(prepared: Prepared, number: int, version: int) -> Prepared:
    """The meeting under another name; each title begins with a word of its own and has a vector of its own."""
    identity, old = _identity(number), prepared.meeting
    renamed = {item.id: item_id(identity, item.number) for item in old.items}
    items = tuple(
        replace(item, id=renamed[item.id], title=f"Unik{number}v{version}n{item.number} {item.title}")
        for item in old.items
    )
    titles = {item.id: item.title for item in items}
    passages = tuple(replace(passage, item_id=renamed[passage.item_id]) for passage in prepared.passages)
    vectors = prepared.vectors.copy()
    for row, passage in enumerate(passages):
        if passage.section < 0:
            vectors[row] = _vector(titles[passage.item_id])
    return Prepared(
        meeting=replace(old, id=identity, source=str(version), items=items),
        passages=passages,
        vectors=vectors,
        people={renamed[key]: people for key, people in prepared.people.items()},
        origin=prepared.origin,
    )


def _vector(title: str) -> Vectors:
    seed = int.from_bytes(title.encode()[:40], "big")
    drawn = np.random.default_rng(seed).standard_normal((1, MODEL.dimension), dtype=np.float32)
    found: Vectors = synthetic.unit(drawn)[0]
    return found


def _identity(number: int) -> str:
    return f"direktionen-{dt.date(1900, 1, 1) + dt.timedelta(days=number)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
