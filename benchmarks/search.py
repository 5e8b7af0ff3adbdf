"""Searching and indexing at size, against the raw parts they are made of, in the same run.

    python -m benchmarks.search [--items 2000 20000 100000] [--questions 100]

The raw parts of a hybrid search: one tantivy query over the same fields with its facets, one NumPy product of all
passage vectors with its best fifty, one embedding of the question. All on the same data, warm, one after the other. Of
the questions that the floor is in doubt about up to three passages are read beside the question; that is told apart.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import tantivy

from benchmarks import synthetic
from benchmarks.timing import Times, resident, times
from engines import open_engine
from engines.asked import FACETS, PUBLIC
from engines.base import Engine
from engines.kept import Model
from indexer.embedding import Embedder, JointReader, open_embedder
from mappings.settings import Settings
from search_api import floor, synonyms
from search_api.asking import Asking
from search_api.common import Common
from search_api.query import SearchRequest
from search_api.service import SearchService
from search_api.signals import ALL
from search_api.understanding import understand
from search_api.weighing import Weighing

READ = " ".join(["Direktionen drøftede rammer for hjemmearbejde og godkendte indstillingen."] * 8)  # some 120 pieces


def main() -> None:
    """Print everything for each size."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--items", type=int, nargs="+", default=[2_000, 20_000, 100_000])
    arguments.add_argument("--questions", type=int, default=100)
    given = arguments.parse_args()
    for items in given.items:
        with tempfile.TemporaryDirectory() as folder:
            measure(items, given.questions, Path(folder))


def measure(items: int, count: int, folder: Path) -> None:
    """Index `items` synthetic items and search them."""
    settings = Settings(data=folder)
    embedder, reader = open_embedder(settings), JointReader()
    reader.score("hjemmearbejde", "Direktionen drøftede hjemmearbejde.")
    before = resident()
    engine = open_engine(settings, model=Model(name=embedder.name, dimension=embedder.dimension))
    prepared = list(synthetic.meetings(items, embedder.dimension))
    begun = time.perf_counter()
    engine.write(prepared)
    rate = items / (time.perf_counter() - begun)
    vectors = np.concatenate([one.vectors for one in prepared])
    asked = questions(count, [item.sections[0].text for one in prepared for item in one.meeting.items[:1]])
    del prepared
    print(f"\n{items:,} items, {len(vectors):,} passages: indexed without embedding at {rate:,.0f} items/s")
    _report(engine, embedder, reader, vectors, asked, folder)
    print(
        f"  memory {resident() - before:8.0f} MiB more than before, {vectors.nbytes / 2**20:.0f} of it the raw vectors"
    )
    engine.close()


def _report(
    engine: Engine, embedder: Embedder, reader: JointReader, vectors: np.ndarray, asked: list[str], folder: Path
) -> None:
    hybrid, keyword = SearchService(engine, embedder), SearchService(engine, None)
    reading = SearchService(engine, embedder, reader=reader)
    raw_text = times(_raw_tantivy(folder), asked)
    queries = {question: embedder.queries([question])[0] for question in asked}
    raw_scan = times(lambda question: _raw_scan(vectors, queries[question]), asked)
    fresh = [f"{question} {number}" for number, question in enumerate(asked)]  # nothing an embedder could remember
    embedding = times(lambda question: embedder.queries([question]), fresh)
    parts = Times(raw_text.p50 + raw_scan.p50 + embedding.p50, raw_text.p95 + raw_scan.p95 + embedding.p95)
    again = [f"{question} {number + len(fresh)}" for number, question in enumerate(asked)]
    whole = times(lambda question: hybrid.search(SearchRequest(question=question), PUBLIC), again)
    words = times(lambda question: keyword.search(SearchRequest(question=question), PUBLIC), asked)
    lexical = times(_lexical(engine), asked)
    print(f"  {'words: understood, weighed, ranked':<28} p50 {lexical.p50:7.1f} ms   p95 {lexical.p95:7.1f} ms")
    for name, value in (("raw tantivy with facets", raw_text), ("raw scan", raw_scan), ("embedding", embedding)):
        print(f"  {name:<28} p50 {value.p50:7.1f} ms   p95 {value.p95:7.1f} ms")
    read = times(lambda question: reader.score(question, f"{question} {READ}"), fresh)
    once_more = [f"{question} {number + 2 * len(fresh)}" for number, question in enumerate(asked)]
    with_reader = times(lambda question: reading.search(SearchRequest(question=question), PUBLIC), once_more)
    print(f"  {'a passage read':<28} p50 {read.p50:7.1f} ms   p95 {read.p95:7.1f} ms")
    _ratio("hybrid search, whole answer", whole, parts, "the raw parts")
    _ratio("the same, read where in doubt", with_reader, parts, "the raw parts")
    _ratio("keyword search with facets", words, raw_text, "raw tantivy")


def _lexical(engine: Engine) -> Callable[[str], object]:
    """All that is done for a question beside its vector: understanding, evidence, floor, ranking, widening."""
    calibration = floor.shipped()
    common = Common(engine, None, ())
    asking = Asking(engine, None, synonyms.shipped(), ALL, dt.date.today, common)
    weighing = Weighing(engine, ALL, calibration, calibration.plain, None, None)

    def run(question: str) -> object:
        people = {person.slug: person for person in engine.people(PUBLIC)}
        asked = asking.asked(SearchRequest(question=question), people, PUBLIC)
        return weighing.ranked(asked, asked.filters)

    return run


def _ratio(name: str, value: Times, base: Times, what: str) -> None:
    ratio = f"{value.p50 / base.p50:.2f} x {what} (p95 {value.p95 / base.p95:.2f} x)"
    print(f"  {name:<28} p50 {value.p50:7.1f} ms   p95 {value.p95:7.1f} ms   {ratio}")


def questions(number: int, texts: list[str]) -> list[str]:
    """Two to four words of a text, as somebody would ask for them."""
    chance = random.Random(7)
    return [" ".join(chance.sample(chance.choice(texts).split(), chance.randint(2, 4))) for _ in range(number)]


def _raw_scan(vectors: np.ndarray, query: np.ndarray) -> np.ndarray:
    cosines = vectors @ query
    best = np.argpartition(-cosines, 50)[:50]
    return best[np.argsort(-cosines[best])]


def _raw_tantivy(folder: Path) -> Callable[[str], object]:
    """One query over the engine's own tantivy index: stems, title and 4-grams summed, best 100, its facets."""
    index = tantivy.Index.open(str(folder / "text"))
    index.reload()
    searcher, schema = index.searcher(), index.schema
    facets = {name: {"terms": {"field": name, "size": 20}} for name in FACETS}

    def run(question: str) -> object:
        words = understand(question).words
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(schema, field, token))
            for field, tokens in (("stems", words.stems), ("title_stems", words.stems), ("grams", words.grams))
            for token in tokens
        ]
        query = tantivy.Query.boolean_query(clauses)
        return searcher.search(query, 100), searcher.aggregate(query, facets)

    return run


if __name__ == "__main__":
    main()
