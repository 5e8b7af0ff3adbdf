"""Several who ask at once: answers a second, and how long each waits, from `referat serve`.

    python -m benchmarks.clients [DATA QUESTIONS.tsv] [--questions 80] [--clients 1 2 4]

Without DATA, an index of its own of the examples, and their questions. For each number of clients a server of its own
is asked all the questions (`/api/v1/search`), each client the next one as soon as it has its answer; then all once
more, when what was read beside a question is known and need not be read again.
"""

from __future__ import annotations

import argparse
import json
import queue
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.serving import served
from benchmarks.timing import Times
from engines import open_engine
from engines.kept import Model
from indexer.embedding import open_embedder
from indexer.pipeline import index
from mappings.settings import Settings
from search_api.evaluation import read_questions

EXAMPLES = Path("examples")


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers a second by all clients together, and how long one took."""

    each_second: float
    times: Times


def main() -> bool:
    """Print everything; whether something was not as it should be."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path, nargs="?")
    arguments.add_argument("file", type=Path, nargs="?", default=EXAMPLES / "questions.tsv")
    arguments.add_argument("--questions", type=int, default=80)
    arguments.add_argument("--clients", type=int, nargs="+", default=(1, 2, 4))
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=given.data or Path(folder))
        if given.data is None:
            _index_examples(settings)
        asked = [judged.question for judged in read_questions(given.file)][: given.questions]
        print(f"\n{len(asked)} questions to /api/v1/search")
        for clients in given.clients:
            with served(settings) as server:
                for question in ("skole", "vej"):
                    ask(server.port, question)
                for what in ("anew", "again"):
                    _tell(clients, what, answered(server.port, asked, clients))
    return False


def _index_examples(settings: Settings) -> None:
    embedder = open_embedder(settings)
    engine = open_engine(settings, model=Model(name=embedder.name, dimension=embedder.dimension))
    index([EXAMPLES / "minutes"], engine, embedder)
    engine.close()


def ask(port: int, question: str) -> float:
    """Milliseconds until the whole answer is there."""
    begun = time.perf_counter()
    address = f"http://127.0.0.1:{port}/api/v1/search?{urllib.parse.urlencode({'q': question})}"
    with urllib.request.urlopen(address) as answer:
        json.load(answer)
    return (time.perf_counter() - begun) * 1000


def answered(port: int, questions: Sequence[str], clients: int) -> Answered:
    """All the questions, each once, by so many clients at once; raises what one of them raised."""
    left: queue.SimpleQueue[str] = queue.SimpleQueue()
    for question in questions:
        left.put(question)
    taken: list[float] = []
    failed: list[Exception] = []

    def client() -> None:
        while not failed:
            try:
                taken.append(ask(port, left.get_nowait()))
            except queue.Empty:
                return
            except OSError as error:
                failed.append(error)

    threads = [threading.Thread(target=client) for _ in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return Answered(len(taken) / (time.perf_counter() - begun), Times.of(taken))


def _tell(clients: int, what: str, found: Answered) -> None:
    print(
        f"  {clients} at once, {what:<5}   {found.each_second:6.1f} answers/s"
        f"   p50 {found.times.p50:6.0f} ms   p95 {found.times.p95:6.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    main()
