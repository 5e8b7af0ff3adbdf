"""Kill a writing process again and again, and see what is left: nothing acknowledged may be lost or half there.

    python -m benchmarks.crash [--kills 100] [--seed 1]

A child writes meetings one after another, every third one anew in a later version, and prints each after `write`
returned. The parent kills it (SIGKILL) at a random moment, opens the index, checks it, and lets the next child go on.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from benchmarks import synthetic
from engines import open_engine
from engines.asked import PUBLIC, Filters, Selection
from engines.base import Engine
from engines.kept import Model, Prepared, Vectors
from engines.words import Words
from mappings.analysis import forms, grams, stem
from mappings.documents import Item
from mappings.errors import WriterBusy
from mappings.naming import item_id
from mappings.settings import Settings, load, variable

MODEL = Model(name="random", dimension=64)
_ROOT = Path(__file__).parents[1]
_CHECKED = 10  # meetings looked at closely after each kill; of every one the version is
_PATIENCE = 180.0  # seconds until a writer that says nothing counts as stuck
_MOMENTS = 0.8  # seconds of writing, at most, before a kill


@dataclass
class Outcome:
    """What the kills did: lines for whatever was lost or did not fit together, seconds each recovery took."""

    kills: int = 0
    acknowledged: dict[int, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    inconsistent: list[str] = field(default_factory=list)
    recoveries: list[float] = field(default_factory=list)

    @property
    def next_meeting(self) -> int:
        """The number of one that nobody wrote: the one after the last may be there, unacknowledged."""
        return max(self.acknowledged, default=-1) + 2

    def took(self, writer: Writer, ended: int) -> None:
        """Take in what a writer acknowledged before it ended, which it should have done with `ended`."""
        self.kills += 1
        if writer.returned != ended:
            self.inconsistent.append(f"kill {self.kills}: the writer ended by itself ({writer.returned})")
        self.acknowledged.update(writer.acknowledged)


class Writer:
    """A process that writes to the engine of the settings, and what it acknowledged: number and version of meetings."""

    def __init__(self, settings: Settings, first: int, seed: int) -> None:
        command = [sys.executable, "-m", "benchmarks.crash", "--child", str(first), str(seed)]
        environment = {**os.environ, **_environment(settings)}
        self._process = subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        self._heard = threading.Condition()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._times = 0
        self.acknowledged: dict[int, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end(signal.SIGKILL)

    @property
    def returned(self) -> int | None:
        """What the process ended with."""
        return self._process.returncode

    def wait_for_next(self) -> None:
        """Until it acknowledges something more, or has ended, or is stuck."""
        with self._heard:
            before = self._times
            self._heard.wait_for(lambda: self._times > before or not self._listener.is_alive(), _PATIENCE)

    def end(self, number: int) -> None:
        """Send it a signal, and wait until it is gone and all it said is heard."""
        self._process.send_signal(number)
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith("\n") and line.strip():
                number, version = map(int, line.split())
                with self._heard:
                    self.acknowledged[number] = version
                    self._times += 1
                    self._heard.notify_all()
        self._process.stdout.close()
        with self._heard:
            self._heard.notify_all()


def main(arguments: list[str] | None = None) -> int:
    """Run as a command; 1 where anything was lost or inconsistent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", nargs=2, type=int, metavar=("FIRST", "SEED"), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.child:
        write_until_ended(load(dotenv=None), *given.child)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return report(run(given.kills, Settings(data=Path(folder) / "data"), given.seed))


def report(outcome: Outcome) -> int:
    """Print what came of it; 1 where anything was lost or inconsistent."""
    print(
        f"{outcome.kills} kills, {len(outcome.acknowledged)} meetings acknowledged, {len(outcome.lost)} lost, "
        f"{len(outcome.inconsistent)} inconsistent; recovery median {statistics.median(outcome.recoveries) * 1e3:.0f} "
        f"ms, worst {max(outcome.recoveries) * 1e3:.0f} ms",
        flush=True,
    )
    for line in outcome.lost + outcome.inconsistent:
        print(f"  {line}")
    return 1 if outcome.lost or outcome.inconsistent else 0


def run(kills: int, settings: Settings, seed: int) -> Outcome:
    """Kill `kills` children that write; a recovery is from opening the index to its first answer."""
    outcome, chance = Outcome(), random.Random(seed)
    for number in range(kills):
        with Writer(settings, outcome.next_meeting, seed * 1_000 + number) as writer:
            writer.wait_for_next()
            time.sleep(chance.uniform(0, _MOMENTS))
            writer.end(signal.SIGKILL)
        outcome.took(writer, ended=-signal.SIGKILL)
        begun = time.perf_counter()
        engine = open_engine(settings, model=MODEL)
        engine.write([])  # where opening does not mend what was left, the next to write does
        engine.select(Selection(), PUBLIC)
        outcome.recoveries.append(time.perf_counter() - begun)
        check(engine, outcome, chance)
        engine.close()
    return outcome


def write_until_ended(settings: Settings, first: int, seed: int) -> None:
    """The child: write, acknowledge, go on; SIGTERM ends it after what it is writing."""
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    engine = open_engine(settings, model=MODEL)
    chance = random.Random(seed)
    versions: dict[int, int] = {}
    for place, prepared in enumerate(synthetic.meetings(10**7, MODEL.dimension, seed)):
        anew = place % 3 == 2 and first + place > 1
        number = chance.randrange(first + place) if anew else first + place
        version = versions.get(number, seed * 10_000) + 1  # above whatever an earlier child wrote
        versions[number] = version
        _write(engine, _named(prepared, number, version))
        print(number, version, flush=True)
        if ended.is_set():
            break
    engine.close()


def _write(engine: Engine, prepared: Prepared) -> None:
    """Write, and wait for a lease that outlives the one who was killed."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            engine.write([prepared])
        except WriterBusy:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


def _environment(settings: Settings) -> Mapping[str, str]:
    """The settings as a process is given them."""
    return {variable(one.name): str(getattr(settings, one.name)) for one in fields(settings)}


def check(engine: Engine, outcome: Outcome, chance: random.Random) -> None:
    """Look for all that was acknowledged, and whether what is there fits together, while nobody writes."""
    known = outcome.acknowledged
    every = list(engine.export(PUBLIC))
    stored = {meeting.id: meeting for meeting in every}
    for number, version in known.items():
        meeting = stored.get(_identity(number))
        if meeting is None or int(meeting.source) < version:
            outcome.lost.append(f"kill {outcome.kills}: meeting {number} version {version}")
    status, total = engine.status(), engine.select(Selection(), PUBLIC).total
    items = len({item.id for meeting in every for item in meeting.items})
    if not status.items == total == items or not status.meetings == len(every) == len(stored) or status.problems:
        outcome.inconsistent.append(
            f"kill {outcome.kills}: items {status.items}, {total}, {items}, meetings {status.meetings}, {len(every)}, "
            f"{len(stored)}; {status.problems}"
        )
    for number in chance.sample(sorted(known), min(_CHECKED, len(known))):
        meeting = stored.get(_identity(number))
        for item in meeting.items[:2] if meeting else ():
            if trouble := _trouble(engine, item):
                outcome.inconsistent.append(f"kill {outcome.kills}: {item.id} {trouble}")


def _trouble(engine: Engine, item: Item) -> str | None:
    """What does not hold of a stored item: its own word finds it alone, its vectors find it, old versions are gone."""
    word = item.title.split()[0].lower()
    found = engine.select(Selection(words=Words(forms=(forms(word),))), PUBLIC)
    if found.ids != (item.id,):
        return f"by its word: {found.ids}"
    words = Words(stems=(stem(word),), forms=(forms(word),), grams=grams(word))
    near = engine.candidates(words, _vector(item.title), Filters(), 5, PUBLIC)
    heading = {one.item_id: one.evidence.heading for one in near}.get(item.id)
    if heading is None or heading < 0.999:
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
