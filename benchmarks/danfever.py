"""The lexical side on texts that are no minutes: whoever tunes on minutes alone may spoil it for Danish at large.

    python -m benchmarks.danfever [--claims 600] [--vectors TEXTS]

The claims of DanFEVER (Nørregaard and Derczynski, NoDaLiDa 2021) among its 11,106 texts from encyclopaedias, each an
item; right are the texts that a claim was checked against. nDCG@10 of each kind of lexical evidence alone, of stems and
grams in equal parts, and of all as `search_api/ranking.py` weighs them, without and with the words of the best text
asked for too (`search_api/widening.py`). With `--vectors`, the same with meaning too, among that many texts only, since
embedding takes its time (some 13 passages a second).
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import numpy as np

from engines import open_engine
from engines.asked import PUBLIC, Filters
from engines.base import Engine
from engines.found import Evidence
from engines.kept import Model, Prepared, Stored, Vectors
from engines.words import Words
from indexer.embedding import Embedder, model_of, open_embedder
from indexer.embedding.common import remember
from indexer.preparing import chunks, divided, prepared
from mappings.documents import Item, Meeting, Section
from mappings.naming import meeting_id
from mappings.settings import Settings
from search_api import widening
from search_api.certainty import interval
from search_api.common import Common
from search_api.evaluation import ndcg
from search_api.floor import shipped
from search_api.ranking import ALIKE, Weights, score
from search_api.understanding import understand
from search_api.weighing import CANDIDATES

CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "danfever"
BODY, FIRST_DAY, ITEMS_A_MEETING = "DanFEVER", dt.date(2000, 1, 1), 100
SEED = 7
NOTHING = Model(name="none", dimension=1)  # for an index without passages

LEXICAL: Mapping[str, Callable[[Evidence], float]] = {
    "stems": lambda evidence: evidence.stems,
    "title": lambda evidence: evidence.title,
    "terms": lambda evidence: evidence.terms,
    "grams": lambda evidence: evidence.grams,
    "stems and grams": lambda evidence: evidence.stems + evidence.grams,
    "as weighed": lambda evidence: score(evidence, Weights(body=0.0, heading=0.0)),
}
MEANT: Mapping[str, Callable[[Evidence], float]] = {
    "passage": lambda evidence: evidence.body or 0.0,
    "as weighed, meaning too": score,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, true or not, and the ids of the texts that tell."""

    text: str
    texts: tuple[str, ...]


class Text(msgspec.Struct, rename={"id": "_id"}):
    """An article's beginning."""

    id: str
    title: str
    text: str


def main(arguments: Sequence[str] = ()) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of corpus.jsonl.gz and claims.tsv")
    parser.add_argument("--claims", type=int, default=600, help="how many are asked, a seeded sample")
    parser.add_argument("--vectors", type=int, default=0, metavar="TEXTS", help="meaning too, among so many texts")
    given = parser.parse_args(arguments)
    if not (given.corpus / "corpus.jsonl.gz").is_file() or not (given.corpus / "claims.tsv").is_file():
        print(f"skipped: needs corpus.jsonl.gz and claims.tsv of DanFEVER in {given.corpus}")
        return
    texts, claims = read_texts(given.corpus / "corpus.jsonl.gz"), read_claims(given.corpus / "claims.tsv")
    drawn = random.Random(SEED).sample(claims, min(given.claims, len(claims)))
    _report(texts, drawn, None)
    if given.vectors:
        _report(*subsample(texts, drawn, given.vectors), open_embedder(Settings()))


def read_texts(path: Path) -> list[Text]:
    """The corpus, one JSON a line."""
    decoder = msgspec.json.Decoder(Text)
    with gzip.open(path, "rb") as lines:
        return [decoder.decode(line) for line in lines]


def read_claims(path: Path) -> list[Claim]:
    """The claims: id, claim, the ids of its texts, tab-separated. A comma within an id is written `%2C`."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [Claim(text, tuple(one.replace("%2C", ",") for one in ids.split(","))) for _, text, ids in rows]


def subsample(texts: Sequence[Text], claims: Sequence[Claim], size: int) -> tuple[list[Text], list[Claim]]:
    """`size` texts and the claims that they answer: for half of them those that claims are about, then any others."""
    wanted: set[str] = set()
    answered = []
    for claim in claims:
        if len(wanted | set(claim.texts)) <= size // 2:
            wanted |= set(claim.texts)
            answered.append(claim)
    others = [text for text in texts if text.id not in wanted]
    random.Random(SEED).shuffle(others)
    return [*(text for text in texts if text.id in wanted), *others[: size - len(wanted)]], answered


def meetings(texts: Sequence[Text]) -> Iterator[Meeting]:
    """The texts as agenda items that keep their ids, a hundred a meeting."""
    for number, first in enumerate(range(0, len(texts), ITEMS_A_MEETING)):
        date = FIRST_DAY + dt.timedelta(days=number)
        items = tuple(
            Item(id=text.id, number=place, title=text.title, sections=(Section("other", "", text.text),))
            for place, text in enumerate(texts[first : first + ITEMS_A_MEETING], 1)
        )
        yield Meeting(id=meeting_id(BODY, date), body=BODY, date=date, items=items)


def figures(
    engine: Engine,
    embedder: Embedder | None,
    claims: Sequence[Claim],
    rankings: Mapping[str, Callable[[Evidence], float]],
) -> dict[str, list[float]]:
    """nDCG@10 of every claim under each way to score a candidate."""
    found: dict[str, list[float]] = {name: [] for name in rankings}
    weighed = {name: scoring for name, scoring in rankings.items() if name.startswith("as weighed")}
    for name in weighed:
        found[f"{name}, widened"] = []
    common = Common(engine, embedder, shipped(embedder.name).common if embedder else ())
    for claim in claims:
        understood = understand(claim.text)
        vector = common.taken_off(embedder.queries([understood.meaning])[0]) if embedder else None
        words = understood.words
        candidates = engine.candidates(words, vector, Filters(), CANDIDATES, PUBLIC)
        if not candidates and words.phrases:  # a claim quotes what no text does; then the nearest count, as in a search
            words = replace(words, phrases=())
            candidates = engine.candidates(words, vector, Filters(), CANDIDATES, PUBLIC)
        right = dict.fromkeys(claim.texts, 1)
        for name, scoring in rankings.items():
            scores = {candidate.item_id: scoring(candidate.evidence) for candidate in candidates}
            found[name].append(ndcg(_ranked(scores), right))
            if name in weighed:
                found[f"{name}, widened"].append(ndcg(_ranked(_widened(engine, words, vector, scores)), right))
    return found


def _widened(engine: Engine, words: Words, vector: Vectors | None, scores: Mapping[str, float]) -> dict[str, float]:
    """The scores with what shares words with the best, as `search_api.weighing` raises it."""
    raised, best = dict(scores), _ranked(scores)[:1]
    for one in widening.alike(engine, best[0], words, vector, Filters(), CANDIDATES, PUBLIC) if best else ():
        raised[one.item_id] = raised.get(one.item_id, 0.0) + ALIKE * one.evidence.related
    return raised


def _ranked(scores: Mapping[str, float]) -> list[str]:
    """Those that have any of the evidence, best first."""
    return sorted((one for one in scores if scores[one] > 0), key=lambda one: (-scores[one], one))


def _report(texts: Sequence[Text], claims: Sequence[Claim], embedder: Embedder | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(Settings(data=Path(folder)), model=model_of(embedder) if embedder else NOTHING)
        _index(engine, texts, embedder)
        found = figures(engine, embedder, claims, {**LEXICAL, **MEANT} if embedder else LEXICAL)
        engine.close()
    print(f"{len(claims)} claims among {len(texts):,} texts, nDCG@10 with its 95 % interval:")
    for name, values in found.items():
        around = interval(values)
        print(f"  {name:<24} {np.mean(values):.3f} [{around.low:.3f}-{around.high:.3f}]", flush=True)


def _index(engine: Engine, texts: Sequence[Text], embedder: Embedder | None) -> None:
    stored = (Stored(meeting=meeting, people={}, origin=meeting.id) for meeting in meetings(texts))
    if embedder:
        for chunk in chunks(map(divided, stored)):
            engine.write(prepared(chunk, embedder, engine))
        remember(engine, embedder)
        return
    empty = np.empty((0, NOTHING.dimension), dtype=np.float32)
    engine.write(
        Prepared(meeting=one.meeting, passages=(), vectors=empty, people=one.people, origin=one.origin)
        for one in stored
    )


if __name__ == "__main__":
    main(sys.argv[1:])
