"""What an index takes on disk and in memory, by the type of its vectors, with what it finds and how fast.

    python -m benchmarks.elasticsearch.sizes [--items 10000 100000] [--vectors hnsw int8_hnsw bbq_hnsw] [--fields]
                                             [--merged]

Synthetic items of 130 words with 4 passages each (one of them the title's): as writing left them, and merged to one
segment; with `--merged` nothing is merged on the way there, which takes half the time. What a kNN search wants in the
page cache is the graph, and the vectors it walks by (float32, a byte or a bit a dimension; of titles a byte). Recall
and times are of questions near a passage, through the engine (`candidates` by a vector alone) and by a plain request.
Not part of `python -m benchmarks`: it takes an hour or two.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
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
from engines.asked import Filters
from engines.base import Engine
from engines.kept import Model, Vectors
from mappings.settings import Settings

MODEL = Model(name="random", dimension=384)
_PASSAGES, _TITLES = "passages.vector", "title_passage.vector"
_FLOAT32 = 4 * MODEL.dimension  # bytes of a vector as it came, which every type keeps for exact cosines
# Seconds that the server keeps what was sent beside what it made of it, in case a replica asks; from the next flush on
# merging drops it.
KEEPS = 45
# Writing leaves so many segments side by side that nothing is merged before it is asked for.
_UNMERGED = {"index.merge.policy.segments_per_tier": 10_000, "index.merge.policy.max_merge_at_once": 10_000}


@dataclass(frozen=True, slots=True)
class Written:
    """An index just written: `rate` in items a second, `left` bytes on disk."""

    settings: Settings
    engine: Engine
    client: Elasticsearch
    items: int
    rate: float
    left: int


@dataclass(frozen=True, slots=True)
class Row:
    """One index merged and measured; sizes in bytes, of `fields` by name, searches as recall and times."""

    written: Written
    passages: int
    store: int
    fields: dict[str, int]
    heap: int
    engine: tuple[float, Times]
    plain: tuple[float, Times]

    @property
    def cached(self) -> int:
        """What a search by vectors reads all over: all but float32, unless that is what the graph is walked by."""
        walked = self.fields[_PASSAGES] + self.fields[_TITLES] - self.passages * _FLOAT32
        in_floats = self.written.settings.elasticsearch_vectors == "hnsw"
        return walked + (self.passages - self.written.items) * _FLOAT32 * in_floats

    def __str__(self) -> str:
        items = self.written.items
        return (
            f"  {self.written.settings.elasticsearch_vectors:<10} {items:>7,} {self.written.rate:>8,.0f} "
            f"{self.written.left / items:>8,.0f} {self.store / items:>8,.0f} "
            f"{(self.fields[_PASSAGES] + self.fields[_TITLES]) / self.passages:>8,.0f} "
            f"{self.cached / self.passages:>8,.0f} {self.cached / 2**20:>7,.0f} {self.heap / 2**20:>6,.0f} "
            f"{self.engine[0]:>7.3f} {self.engine[1].p50:>6.1f} {self.plain[0]:>7.3f} {self.plain[1].p50:>6.1f}"
        )


HEAD = (
    f"  {'':<10} {'items':>7} {'items/s':>8} {'left B/i':>8} {'merged':>8} {'vec B/p':>8} {'cached':>8} {'MiB':>7} "
    f"{'heap':>6} {'recall':>7} {'ms':>6} {'plain':>7} {'ms':>6}"
)


def main(arguments: list[str] | None = None) -> int:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--vectors", nargs="+", default=list(TYPES), choices=TYPES)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--fields", action="store_true", help="what each field takes, too")
    parser.add_argument("--merged", action="store_true", help="nothing is merged before all is")
    given = parser.parse_args(arguments)
    with servers.address() as url:
        if url is None:
            return 0
        print(HEAD)
        for items in given.items:
            with ExitStack() as afterwards:
                written = [_write(url, vectors, items, given.merged, afterwards) for vectors in given.vectors]
                truth = exact(synthetic.meetings(items, MODEL.dimension), titles=False)
                time.sleep(KEEPS)
                for one in written:
                    print(_measure(one, truth, _near(truth, given.questions), given.fields), flush=True)
    return 0


def _write(url: str, vectors: str, items: int, unmerged: bool, afterwards: ExitStack) -> Written:
    settings = afterwards.enter_context(servers.index(url, vectors=vectors))
    client = afterwards.enter_context(servers.client(settings))
    engine = open_engine(settings, model=MODEL)
    afterwards.callback(engine.close)
    meetings = synthetic.meetings(items, MODEL.dimension)
    if unmerged:
        engine.write([next(meetings)])
        client.indices.put_settings(index=settings.elasticsearch_index, settings=_UNMERGED)
    begun = time.perf_counter()
    engine.write(meetings)
    rate = items / (time.perf_counter() - begun)
    servers.settle(client, settings.elasticsearch_index)
    return Written(settings, engine, client, items, rate, servers.size(client, settings.elasticsearch_index))


def _measure(written: Written, truth: Exact, asked: Vectors, fields: bool) -> Row:
    """Merge an index and look at what came of it."""
    index, client, engine = written.settings.elasticsearch_index, written.client, written.engine
    client.indices.flush(index=index, force=True)
    servers.merge(client, index)
    servers.settle(client, index)
    usage = _usage(client, index)
    row = Row(
        written=written,
        passages=engine.status().passages,
        store=servers.size(client, index),
        fields={name: one["total_in_bytes"] for name, one in usage.items()},
        engine=_found(truth, asked, lambda vector: by_evidence(engine, vector, Filters(), lambda e: e.body)),
        plain=_found(truth, asked, lambda vector: plain_knn(client, index, vector, Filters())),
        heap=_heap(client),
    )
    if fields:
        _print_fields(usage, written.items)
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


def _usage(client: Elasticsearch, index: str) -> dict[str, Any]:
    """What each field takes, as the server tells it."""
    usage = client.perform_request(  # the client's own method warns that this is a preview
        "POST", f"/{index}/_disk_usage", params={"run_expensive_tasks": "true"}, headers={"accept": "application/json"}
    ).body
    found: dict[str, Any] = next(one for name, one in usage.items() if name.startswith(index))["fields"]
    return found


def _heap(client: Elasticsearch) -> int:
    """Bytes of the heap in use at the lowest while it is searched: right after garbage was collected."""
    lowest = []
    for _ in range(100):
        nodes = client.nodes.stats(metric="jvm")["nodes"].values()
        lowest.append(max(int(node["jvm"]["mem"]["heap_used_in_bytes"]) for node in nodes))
        time.sleep(0.1)
    return min(lowest)


def _print_fields(usage: dict[str, Any], items: int) -> None:
    for name, one in sorted(usage.items(), key=lambda pair: -pair[1]["total_in_bytes"]):
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
