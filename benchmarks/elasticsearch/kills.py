"""Kill the indexer, and kill the server, again and again while meetings are written: nothing acknowledged may be lost.

    python -m benchmarks.elasticsearch.kills [--kills 20] [--seed 1]

As `benchmarks.crash` does it. Where the server is killed, the writer is to wait for it and go on by itself; it is
asked to end after what it wrote next, and the index is checked while nobody writes.
"""

from __future__ import annotations

import argparse
import random
import signal
import time

from benchmarks import crash
from benchmarks.crash import Outcome, Writer
from benchmarks.elasticsearch import servers
from engines import open_engine
from mappings.settings import Settings
from tests.elasticsearch.server import RunningServer

MOMENTS = 1.0  # seconds of writing, at most, before a kill


def main(arguments: list[str] | None = None) -> int:
    """Run as a command; 1 where anything was lost or inconsistent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    wrong = 0
    with servers.own() as server:
        if server is None:
            return 0
        with servers.index(server.url) as settings:
            print("of the indexer: ", end="")
            wrong += crash.report(crash.run(given.kills, settings, given.seed))
        with servers.index(server.url) as settings:
            print("of the server: ", end="")
            wrong += crash.report(of_server(given.kills, server, settings, given.seed))
    return 1 if wrong else 0


def of_server(kills: int, server: RunningServer, settings: Settings, seed: int) -> Outcome:
    """Kill the server under a writer `kills` times; a recovery is from its being back to what is acknowledged next."""
    outcome, chance = Outcome(), random.Random(seed)
    for number in range(kills):
        with Writer(settings, outcome.next_meeting, seed * 1_000 + number) as writer:
            writer.wait_for_next()
            time.sleep(chance.uniform(0, MOMENTS))
            server.kill()
            server.start()
            begun = time.perf_counter()
            writer.wait_for_next()
            outcome.recoveries.append(time.perf_counter() - begun)
            writer.end(signal.SIGTERM)
            outcome.took(writer, ended=0)
        engine = open_engine(settings, model=crash.MODEL)
        crash.check(engine, outcome, chance)
        engine.close()
    return outcome


if __name__ == "__main__":
    raise SystemExit(main())
