"""Indexing without embedding: what `Engine.write` takes, against `helpers.parallel_bulk` of the same documents.

    python -m benchmarks.elasticsearch.writing [--items 5000] [--rounds 3] [--bytes 1000000 4000000 16000000]

The bulk helper gets documents that were made beforehand and sends them as it does when nothing is set; both write to
new indices of the same settings, in turns, and end with a refresh. `--bytes` tries other sizes of our requests.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from typing import Any
from unittest import mock

from elasticsearch import helpers

from benchmarks import synthetic
from benchmarks.elasticsearch import servers
from engines import open_engine
from engines.elasticsearch import bulk, schema
from engines.elasticsearch.documents import item_documents, meeting_document
from engines.kept import Model, Prepared
from mappings.settings import Settings

MODEL = Model(name="random", dimension=384)
WANTED = 0.8  # times what the bulk helper does, at least


def main(arguments: list[str] | None = None) -> int:
    """Run as a command; 1 where writing is slower than it may be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bytes", type=int, nargs="+", default=[bulk.REQUEST_BYTES])
    given = parser.parse_args(arguments)
    with servers.address() as url:
        if url is None:
            return 0
        ratios = [measure(url, given.items, given.rounds, size) for size in given.bytes]
    return 0 if max(ratios) >= WANTED else 1


def measure(url: str, items: int, rounds: int, size: int) -> float:
    """Write `items` items both ways, `rounds` times, in requests of some `size` bytes; the ratio of the rates."""
    prepared = list(synthetic.meetings(items, MODEL.dimension))
    rates: dict[Callable[[Settings, list[Prepared]], float], list[float]] = {_written: [], _sent: []}
    for turn in range(rounds + 1):
        for way in (_written, _sent) if turn % 2 else (_sent, _written):
            with servers.index(url) as settings, mock.patch.object(bulk, "REQUEST_BYTES", size):
                seconds = way(settings, prepared)
            if turn:  # before the first the server is cold
                rates[way].append(items / seconds)
    ours, theirs = (statistics.median(rates[way]) for way in (_written, _sent))
    for name, way in (("Engine.write", _written), ("helpers.parallel_bulk", _sent)):
        print(f"  {name:<24} {statistics.median(rates[way]):7,.0f} items/s ({_each(rates[way])})")
    print(f"  {ours / theirs:.2f} x the bulk helper (wanted: {WANTED} at least), in requests of {size / 1e6:.0f} MB")
    return ours / theirs


def _written(settings: Settings, prepared: list[Prepared]) -> float:
    """Seconds that the engine takes."""
    engine = open_engine(settings, model=MODEL)
    begun = time.perf_counter()
    engine.write(prepared)
    seconds = time.perf_counter() - begun
    engine.close()
    return seconds


def _sent(settings: Settings, prepared: list[Prepared]) -> float:
    """Seconds that the helper takes."""
    place = servers.place(settings)
    index = place.version(1)
    documents: list[dict[str, Any]] = [
        {"_index": index, "_id": key, "_source": document}
        for one in prepared
        for key, document in (*item_documents(one, place), meeting_document(one, place))
    ]
    body = schema.body(schema.Meta(MODEL, settings.elasticsearch_vectors))
    with servers.client(settings) as client:
        client.indices.create(index=index, settings=body["settings"], mappings=body["mappings"])
        begun = time.perf_counter()
        for _ in helpers.parallel_bulk(client, documents):
            pass
        client.indices.refresh(index=index)
        return time.perf_counter() - begun


def _each(rates: list[float]) -> str:
    return ", ".join(f"{rate:,.0f}" for rate in rates)


if __name__ == "__main__":
    raise SystemExit(main())
