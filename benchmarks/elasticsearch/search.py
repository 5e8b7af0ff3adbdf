"""Hybrid search on Elasticsearch: against its raw requests, the embedded engine, and a newcomer's request.

    python -m benchmarks.elasticsearch.search [--items 100000] [--questions 100] [--merged]

Every way answers the same questions, in turns, warm: each question was asked before, as its words are by others on any
day. A raw request is the very bytes that the engine sent, sent again by a bare HTTP client, and its answer decoded;
the raw parts of a search are its requests and one embedding of the question. What the server remembers of whole
answers is forgotten before each, or it would be measured instead.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch

from benchmarks import synthetic
from benchmarks.elasticsearch import servers
from benchmarks.elasticsearch.wire import Bare, Request, recorded
from benchmarks.search import questions
from engines import open_engine
from engines.asked import PUBLIC
from engines.base import Engine
from indexer.embedding import Embedder, model_of, open_embedder
from mappings.settings import Settings
from search_api.query import SearchRequest
from search_api.service import SearchService

WANTED = 1.5  # times the raw parts, at most
WARM_UP = 20  # other questions, before any is timed
ROUNDS = 3  # each question so often; the median counts


@dataclass
class Way:
    """One way to answer question number so-and-so, and the milliseconds it took, a list for each question."""

    name: str
    answer: Callable[[int], object]
    taken: dict[int, list[float]] = field(default_factory=dict)

    def run(self, number: int) -> None:
        """Answer a question, timed."""
        begun = time.perf_counter()
        self.answer(number)
        self.taken.setdefault(number, []).append((time.perf_counter() - begun) * 1000)

    @property
    def times(self) -> list[float]:
        """Milliseconds of every question, by number."""
        return [statistics.median(self.taken[number]) for number in sorted(self.taken)]


def main(arguments: list[str] | None = None) -> int:
    """Run as a command; 1 where a search takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--merged", action="store_true", help="merge the index to one segment first")
    given = parser.parse_args(arguments)
    with servers.address() as url:
        if url is None:
            return 0
        with servers.index(url) as settings, tempfile.TemporaryDirectory() as folder:
            ratio = measure(settings, Settings(data=Path(folder)), given.items, given.questions, given.merged)
    return 0 if ratio <= WANTED else 1


def measure(settings: Settings, embedded: Settings, items: int, count: int, merged: bool) -> float:
    """Index `items` synthetic items in both engines and ask `count` questions; the ratio to the raw parts."""
    embedder = open_embedder(settings)
    with ExitStack() as afterwards:
        engine, other = (open_engine(one, model=model_of(embedder)) for one in (settings, embedded))
        client = servers.client(settings)
        for one in (engine, other, client):
            afterwards.callback(one.close)
        for name, one in (("embedded", other), ("Elasticsearch", engine)):
            begun = time.perf_counter()
            one.write(synthetic.meetings(items, embedder.dimension))
            print(f"  {name:<14} indexed {items / (time.perf_counter() - begun):8,.0f} items/s", flush=True)
        if merged:
            servers.merge(client, settings.elasticsearch_index)
        servers.settle(client, settings.elasticsearch_index)
        print(
            f"  {items:,} items in {servers.segments(client, settings.elasticsearch_index)} segments, "
            f"{servers.size(client, settings.elasticsearch_index) / 2**20:,.0f} MiB"
        )
        texts = [
            item.sections[0].text
            for one in synthetic.meetings(min(items, 20_000), embedder.dimension)
            for item in one.meeting.items[:1]
        ]
        asked = questions(count + WARM_UP, texts)
        for question in asked[count:]:
            SearchService(engine, embedder).search(SearchRequest(question=question), PUBLIC)
        return _compare(settings, engine, other, embedder, client, asked[:count])


def _compare(
    settings: Settings, engine: Engine, other: Engine, embedder: Embedder, client: Elasticsearch, asked: list[str]
) -> float:
    """Ask the questions in every way, in turns; prints, and gives the ratio to the raw parts."""
    ours, theirs = SearchService(engine, embedder), SearchService(other, embedder)
    index, bare = settings.elasticsearch_index, Bare(settings.elasticsearch_url)
    requests = [SearchRequest(question=question) for question in asked]
    anew: list[list[Request]] = []
    first = Way("hybrid, words never asked for", lambda number: ours.search(requests[number], PUBLIC))
    for number in range(len(asked)):
        with recorded() as sent:
            first.run(number)
        anew.append(list(sent))
    known: list[list[Request]] = []
    same = 0
    for request in requests:
        with recorded() as sent:
            answer = ours.search(request, PUBLIC)
        known.append(list(sent))
        wanted = {result.id for result in theirs.search(request, PUBLIC).results}
        same += len(wanted & {result.id for result in answer.results}) == len(wanted)
    ways = {
        "hybrid": Way("hybrid, whole answer", lambda number: ours.search(requests[number], PUBLIC)),
        "raw": Way("  its raw requests", lambda number: bare.send(known[number])),
        "anew": Way("  those with words never asked for", lambda number: bare.send(anew[number])),
        "embedding": Way("  embedding the question", lambda number: embedder.queries([asked[number]])),
        "embedded": Way("hybrid, embedded engine", lambda number: theirs.search(requests[number], PUBLIC)),
        "naive": Way("a newcomer's request", lambda number: naive(client, index, embedder, asked[number])),
    }
    order = list(ways.values())
    for turn in range(ROUNDS * len(asked)):
        number = turn % len(asked)
        for way in order[turn % len(order) :] + order[: turn % len(order)]:
            client.indices.clear_cache(index=index, request=True)
            way.run(number)
    bare.close()
    _print(ways, first, known, anew, same)
    return _ratio(ways["hybrid"], ways["raw"], ways["embedding"])


def naive(client: Elasticsearch, index: str, embedder: Embedder, question: str) -> Any:
    """What a newcomer would write: one request, words or nearest passages, with the same filter and facets."""
    allowed = [{"term": {"kind": "item"}}, {"term": {"item.closed": False}}]
    facets = {"body": "meeting.body", "year": "year", "person": "labels", "outcome": "outcomes"}
    return client.search(
        index=index,
        size=10,
        query={
            "bool": {
                "must": [{"multi_match": {"query": question, "fields": ["item.title", "text"]}}],
                "filter": allowed,
            }
        },
        knn={
            "field": "passages.vector",
            "query_vector": embedder.queries([question])[0].tolist(),
            "k": 10,
            "num_candidates": 100,
            "filter": allowed,
        },
        aggs={name: {"terms": {"field": field, "size": 100}} for name, field in facets.items()},
    )


def _print(ways: dict[str, Way], first: Way, known: list[list[Request]], anew: list[list[Request]], same: int) -> None:
    print(f"  {'':<36} {'p50':>8} {'p95':>8}  ms")
    for way in (first, *ways.values()):
        print(f"  {way.name:<36} {_at(way.times, 0.5):8.1f} {_at(way.times, 0.95):8.1f}")
    for name, sent in (("", known), (", words never asked for", anew)):
        print(f"  requests of a search{name}: {statistics.mean(map(len, sent)):.1f}")
    print(f"  the embedded engine shows the same results to {same} of {len(known)} questions")
    raw = _ratio(ways["hybrid"], ways["raw"], ways["embedding"])
    raw_anew = _ratio(first, ways["anew"], ways["embedding"])
    print(
        f"  hybrid search: {raw:.2f} x its raw requests and embedding (wanted: {WANTED} at most; words never asked for "
        f"{raw_anew:.2f} x), "
        f"{_ratio(ways['hybrid'], ways['embedded']):.2f} x the embedded engine, "
        f"{_ratio(ways['hybrid'], ways['naive']):.2f} x a newcomer's request"
    )


def _ratio(way: Way, *parts: Way) -> float:
    """Median to median, the parts summed question by question."""
    sums = [sum(taken) for taken in zip(*(part.times for part in parts), strict=True)]
    return float(statistics.median(way.times) / statistics.median(sums))


def _at(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


if __name__ == "__main__":
    raise SystemExit(main())
