"""Taking 100,000 results along: when the first byte comes, and how much memory the server holds meanwhile.

    python -m benchmarks.exporting [--items 100000] [--elasticsearch]

A server of its own over synthetic items, warm; then each way to take everything along is read to its end, and one that
is asked with a question. Memory is the process's own (RssAnon), the most it held while it answered over what it held
before; what is mapped from files is the system's, and told beside.
"""

from __future__ import annotations

import argparse
import http.client
import re
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks import synthetic
from benchmarks.elasticsearch import servers
from benchmarks.serving import served
from engines import open_engine
from engines.kept import Model
from indexer.embedding import open_embedder
from mappings.settings import Settings

_EVERY = 0.02  # seconds between two looks at the memory
_MOST_MIB, _FIRST_BYTE = 50, 1.0  # what is to be reached
_WAYS = ("/export.csv", "/export.csv?dialect=rfc4180", "/export.jsonl", "/print", "/feed.atom")


@dataclass(frozen=True, slots=True)
class Taken:
    """What one answer took: seconds to its first byte and to its last, bytes, and MiB more than before."""

    first: float
    whole: float
    size: int
    own: float
    mapped: float


def main() -> bool:
    """Print everything; whether something was not as it should be."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--items", type=int, default=100_000)
    arguments.add_argument("--elasticsearch", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        settings: Settings | None = Settings(data=Path(folder))
        if given.elasticsearch:
            url = held.enter_context(servers.address())
            settings = held.enter_context(servers.index(url)) if url else None
        return settings is not None and _measured(settings, given.items, _index(settings, given.items))


def _index(settings: Settings, items: int) -> str:
    """Make the index; gives a word that many items hold."""
    embedder = open_embedder(settings)
    engine = open_engine(settings, model=Model(name=embedder.name, dimension=embedder.dimension))
    engine.write(synthetic.meetings(items, embedder.dimension))
    engine.close()
    return synthetic.words(200)[60]


def _measured(settings: Settings, items: int, word: str) -> bool:
    with served(settings) as server:
        for address in ("/", f"/?q={word}", "/export.csv?year=2008", f"/print?q={word}&year=2008"):
            _read(server.port, address, server.pid)
        wrong = False
        print(f"\n{items:,} items, {settings.engine}; all of them unless a question says which")
        for address in (*_WAYS, f"/export.csv?q={word}", f"/export.csv?q={word}&sort=newest"):
            taken = _read(server.port, address, server.pid)
            wrong |= taken.own > _MOST_MIB or taken.first > _FIRST_BYTE
            print(
                f"  {address:<32} first byte {taken.first * 1000:6.0f} ms   whole {taken.whole:6.1f} s"
                f"   {taken.size / 2**20:6.1f} MiB   memory +{taken.own:5.1f} MiB   mapped {taken.mapped:+6.1f} MiB"
            )
        return wrong


def _read(port: int, address: str, pid: int) -> Taken:
    own, mapped = _memory(pid)
    most = [own, mapped]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_EVERY):
            most[:] = map(max, most, _memory(pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        begun = time.perf_counter()
        asked.request("GET", address)
        answer = asked.getresponse()
        assert answer.status == 200, address
        size = len(answer.read(1))
        first = time.perf_counter() - begun
        while chunk := answer.read(65_536):
            size += len(chunk)
        whole = time.perf_counter() - begun
    finally:
        done.set()
        watcher.join()
    return Taken(first, whole, size, most[0] - own, most[1] - mapped)


def _memory(pid: int) -> tuple[float, float]:
    """MiB that are the process's own, and MiB of files that it has mapped and looked at."""
    told = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    held = {name: int(size) / 1024 for name, size in re.findall(r"^(\w+):\s+(\d+) kB$", told, re.MULTILINE)}
    return held["RssAnon"], held["RssFile"]


if __name__ == "__main__":
    sys.exit("Not as it should be; see above." if main() else 0)
