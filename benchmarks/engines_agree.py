"""The same judged questions on both engines: nDCG@10 of each, and whether they differ.

    python -m benchmarks.engines_agree DATA QUESTIONS.tsv ...

What the embedded engine holds in DATA is written to an index of its own on Elasticsearch, which goes away again: the
server that REFERAT_TEST_ELASTICSEARCH_URL names, or the tests' own. Nothing is embedded anew that DATA has vectors of.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.elasticsearch import servers
from engines import open_engine
from engines.asked import PUBLIC
from engines.base import Engine
from engines.kept import Stored
from indexer.embedding import Embedder, model_of, open_embedder
from indexer.people import Registry
from indexer.preparing import chunks, divided, prepared
from mappings.settings import Settings
from search_api.certainty import difference
from search_api.evaluation import Evaluation, Judged, evaluate, read_all
from search_api.service import SearchService

WANTED = 0.01  # nDCG@10 that the engines may differ by


def main(arguments: Sequence[str] = ()) -> None:
    """Print both figures and the difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("questions", type=Path, nargs="+")
    given = parser.parse_args(arguments)
    asked = read_all(given.questions)
    with servers.address() as url:
        if url is None:
            return
        with servers.index(url) as settings:
            embedder = open_embedder(settings)
            ours = open_engine(Settings(data=given.data), model=model_of(embedder))
            theirs = open_engine(settings, model=model_of(embedder))
            copy(ours, theirs, embedder)
            print_both(*(_evaluated(engine, embedder, asked) for engine in (ours, theirs)))
            for engine in (ours, theirs):
                engine.close()


def copy(ours: Engine, theirs: Engine, embedder: Embedder) -> None:
    """Write all public meetings of one engine to the other, vectors from the first one's cache."""
    registry = Registry(ours.people(PUBLIC))
    stored = (
        Stored(meeting=one, people={item.id: registry.of_item(item, one) for item in one.items}, origin=one.id)
        for one in ours.export(PUBLIC)
    )
    for chunk in chunks(map(divided, stored)):
        theirs.write(prepared(chunk, embedder, ours))


def _evaluated(engine: Engine, embedder: Embedder, asked: Sequence[Judged]) -> Evaluation:
    return evaluate(SearchService(engine, embedder), asked, lambda _: None)


def print_both(ours: Evaluation, theirs: Evaluation) -> None:
    """A line for each engine and one for the difference; a kind that differs is told."""
    for name, one in (("embedded", ours), ("Elasticsearch", theirs)):
        print(
            f"  {name:<14} nDCG@10 {one.all.ndcg:.4f}  {one.answered_anyway} of {one.without_answer} without an answer "
            f"get results, {one.held_back} of {one.all.questions} with one get none"
        )
    found = difference(_figures(ours), _figures(theirs))
    print(f"  difference {found.mean:+.4f} (wanted: {WANTED} at most), p {found.p:.2f}")
    for kind, quality in ours.kinds.items():
        if abs(quality.ndcg - theirs.kinds[kind].ndcg) >= WANTED:
            print(f"    {kind}: {quality.ndcg:.3f} and {theirs.kinds[kind].ndcg:.3f}")


def _figures(evaluation: Evaluation) -> list[float]:
    return [one.ndcg for one in evaluation.questions if one.ndcg is not None]


if __name__ == "__main__":
    main(sys.argv[1:])
