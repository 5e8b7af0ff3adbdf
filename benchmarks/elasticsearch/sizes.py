"""What an index takes on disk and in memory, by the type of its vectors, with what it finds and how fast.

    python -m benchmarks.elasticsearch.sizes [--items 10000 100000] [--vectors hnsw int8_hnsw bbq_hnsw] [--fields]

Synthetic items of 130 words with 4 passages each (one of them the title's), merged to one segment. What a kNN
search wants in the page cache is the graph, and the vectors it walks by (float32, a byte or a bit a dimension). Recall
and times are of questions near a passage, through the engine (`candidates` by a vector alone) and by a plain request.
Not part of `python -m benchmarks`: it takes the better part of an hour.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from elasticsearch import Elasticsearch

from benchmarks import synthetic
from benchmarks.elasticsearch import servers
from benchmarks.elasticsearch.exact import Exact, exact
from benchmarks.elasticsearch.recall import TYPES, by_evidence, plain_knn
from benchmarks.timing import Times, times
from engines import open_engine
from engines.base import Filters, Model, Vectors

MODEL = Model(name="random", dimension=384)
# Lucene's files: the graph, and what each type of it walks by. Float32 (`vec`) is kept by all, for exact cosines.
_GRAPH, _FLOAT = "vex", "vec"
_WALKED = {"hnsw": _FLOAT, "int8_hnsw": "veq", "bbq_hnsw": "veb"}


@dataclass(frozen=True, slots=True)
class Row:
    """One index measured; sizes in bytes, rates in items a second."""

    vectors: str
    items: int
    passages: int
    rate: float
    left: int
    store: int
    files: dict[str, int]
    heap: int
    engine: tuple[float, Times]
    plain: tuple[float, Times]

    @property
    def cached(self) -> int:
        """What a search by vectors wants in the page cache."""
        return self.files.get(_GRAPH, 0) + self.files.get(_WALKED[self.vectors], 0)

    def __str__(self) -> str:
        vectors = sum(size for name, size in self.files.items() if name.startswith("ve"))
        return (
            f"  {self.vectors:<10} {self.items:>7,} {self.rate:>8,.0f} {self.left / 2**20:>8,.0f} "
            f"{self.store / 2**20:>8,.0f} {self.store / self.items:>8,.0f} {vectors / self.passages:>8,.0f} "
            f"{self.cached / self.passages:>8,.0f} {self.cached / 2**20:>8,.0f} {self.heap / 2**20:>6,.0f} "
            f"{self.engine[0]:>7.3f} {self.engine[1].p50:>6.1f} {self.plain[0]:>7.3f} {self.plain[1].p50:>6.1f}"
        )


HEAD = (
    f"  {'':<10} {'items':>7} {'items/s':>8} {'left MiB':>8} {'merged':>8} {'B/item':>8} {'B vec/p':>8} "
    f"{'B cache/p':>8} {'MiB':>7} {'heap':>6} {'recall':>7} {'ms':>6} {'plain':>7} {'ms':>6}"
)


def main(arguments: list[str] | None = None) -> int:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--vectors", nargs="+", default=list(TYPES), choices=TYPES)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--fields", action="store_true", help="what each field takes, too")
    given = parser.parse_args(arguments)
    with servers.address() as url:
        if url is None:
            return 0
        print(HEAD)
        for items in given.items:
            truth = exact(synthetic.meetings(items, MODEL.dimension), titles=False)
            asked = _near(truth, given.questions)
            for vectors in given.vectors:
                print(measure(url, vectors, items, truth, asked, given.fields), flush=True)
    return 0


def measure(url: str, vectors: str, items: int, truth: Exact, asked: Vectors, fields: bool) -> Row:
    """Index `items` items with vectors of a type, and look at what came of it."""
    with servers.index(url, vectors=vectors) as settings, servers.client(settings) as client:
        index = settings.elasticsearch_index
        engine = open_engine(settings, model=MODEL)
        begun = time.perf_counter()
        engine.write(synthetic.meetings(items, MODEL.dimension))
        rate = items / (time.perf_counter() - begun)
        servers.settle(client, index)
        left = servers.size(client, index)
        servers.merge(client, index)
        servers.settle(client, index)
        row = Row(
            vectors=vectors,
            items=items,
            passages=engine.status().passages,
            rate=rate,
            left=left,
            store=servers.size(client, index),
            files=_files(client, index),
            engine=_found(truth, asked, lambda vector: by_evidence(engine, vector, Filters(), lambda e: e.body)),
            plain=_found(truth, asked, lambda vector: plain_knn(client, index, vector, Filters())),
            heap=_heap(client),
        )
        if fields:
            _print_fields(client, index, items)
        engine.close()
    return row


def _found(truth: Exact, asked: Vectors, find: Callable[[Vectors], Sequence[str]]) -> tuple[float, Times]:
    """Recall, and how long it takes."""
    recalled = statistics.mean(truth.recall(find(vector), vector, Filters()) for vector in asked)
    return recalled, times(find, asked)


def _near(truth: Exact, count: int) -> Vectors:
    """Questions a little away from some passages, of unit length."""
    rng = np.random.default_rng(11)
    chosen = truth.vectors[rng.integers(len(truth.vectors), size=count)]
    away = rng.standard_normal(chosen.shape, dtype=np.float32) * (0.7 / chosen.shape[1] ** 0.5)
    return synthetic.unit(chosen + away)


def _files(client: Elasticsearch, index: str) -> dict[str, int]:
    """Bytes by the ending of Lucene's files."""
    stats = client.indices.stats(index=index, metric="segments", include_segment_file_sizes=True)
    sizes: dict[str, Any] = stats["_all"]["primaries"]["segments"]["file_sizes"]
    return {name: int(one["size_in_bytes"]) for name, one in sizes.items()}


def _heap(client: Elasticsearch) -> int:
    """Bytes of the heap in use at the lowest while it is searched: right after garbage was collected."""
    lowest = []
    for _ in range(100):
        nodes = client.nodes.stats(metric="jvm")["nodes"].values()
        lowest.append(max(int(node["jvm"]["mem"]["heap_used_in_bytes"]) for node in nodes))
        time.sleep(0.1)
    return min(lowest)


def _print_fields(client: Elasticsearch, index: str, items: int) -> None:
    usage = client.indices.disk_usage(index=index, run_expensive_tasks=True)
    found = next(one for name, one in usage.items() if name.startswith(index))["fields"]
    for name, one in sorted(found.items(), key=lambda pair: -pair[1]["total_in_bytes"]):
        if one["total_in_bytes"] / items >= 1:
            parts = {key.removesuffix("_in_bytes"): size for key, size in one.items() if key.endswith("_in_bytes")}
            shown = ", ".join(
                f"{part} {size / items:,.0f}"
                for part, size in parts.items()
                if isinstance(size, int) and part != "total" and size / items >= 1
            )
            print(f"    {name:<28} {one['total_in_bytes'] / items:9,.0f} B an item: {shown}")


if __name__ == "__main__":
    raise SystemExit(main())
