"""Real texts with real vectors: the minutes, the cases of another municipality, and encyclopaedia articles to fill up.

Embedding them takes minutes, so their vectors are kept in `build/vectors`, which git ignores.
"""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks import aarhus
from engines import open_engine
from engines.kept import Prepared
from indexer import sources
from indexer.embedding import Embedder, cache, model_of
from indexer.parsing import parse
from indexer.passages import passages
from mappings.documents import Item, Meeting, Section, embedding_text
from mappings.naming import meeting_id
from mappings.settings import Settings

SHARED = Path(__file__).parents[3] / "shared"
QUESTIONS = SHARED / "queries" / "dev.tsv"
KEPT = Path(__file__).parents[2] / "build" / "vectors"
_CASES = SHARED / "corpora" / "aarhus-cases.jsonl.gz"
_ARTICLES = SHARED / "corpora" / "danfever" / "corpus.jsonl.gz"
_MINUTES = SHARED / "minutes"
_ITEMS_A_MEETING = 10
_FIRST_DAY = dt.date(1950, 1, 1)


def missing() -> str:
    """What is not there, and where it should be; empty where all is."""
    gone = [path for path in (_CASES, _ARTICLES, _MINUTES, QUESTIONS) if not path.exists()]
    return (
        f"needs {', '.join(str(path.relative_to(SHARED.parent)) for path in gone)} beside the checkout" if gone else ""
    )


def prepared(embedder: Embedder, fewest: int) -> list[Prepared]:
    """Meetings with at least `fewest` passages in all, embedded, nobody taking part in them."""
    chosen: list[Meeting] = []
    count = 0
    for meeting in itertools.chain(_minutes(), aarhus.meetings(aarhus.read(_CASES)), _articles()):
        if count >= fewest:
            break
        chosen.append(meeting)
        count += sum(len(passages(item)) for item in meeting.items)
    return list(_embedded(chosen, embedder))


def _embedded(meetings: Iterable[Meeting], embedder: Embedder) -> Iterator[Prepared]:
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = open_engine(Settings(data=KEPT), model=model_of(embedder))
    for meeting in meetings:
        found = [(item, passage) for item in meeting.items for passage in passages(item)]
        vectors = cache.embed(embedder, kept, [embedding_text(item, passage) for item, passage in found])
        identity = meeting.id or meeting_id(meeting.body, meeting.date)
        yield Prepared(
            meeting=replace(meeting, id=identity),
            passages=tuple(passage for _, passage in found),
            vectors=vectors,
            people={item.id: () for item in meeting.items},
            origin=f"/{identity}",
        )
    kept.close()


def _minutes() -> Iterator[Meeting]:
    for path in sorted(_MINUTES.iterdir()):
        yield parse(sources.read(path)).meeting


def _articles() -> Iterator[Meeting]:
    with gzip.open(_ARTICLES, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    for number, start in enumerate(range(0, len(articles), _ITEMS_A_MEETING)):
        date = _FIRST_DAY + dt.timedelta(days=number)
        yield Meeting(
            body="Leksikon",
            date=date,
            items=tuple(
                Item(
                    number=place,
                    id=f"leksikon-{start + place}",
                    title=article["title"],
                    sections=(Section("other", "", article["text"]),),
                )
                for place, article in enumerate(articles[start : start + _ITEMS_A_MEETING], 1)
            ),
        )
