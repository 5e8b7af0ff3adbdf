"""How right the reasons of related items are, and what the floor of likeness lets through.

    python -m benchmarks.related DATA [JUDGED.tsv]

DATA is the index of `tests/quality/README.md`. Every item of the judged pairs is asked for what is related to it; of
each kind of reason the first five are compared with what a reader said. Of the pairs of likeness the scores are told
too: the area under the curve, and for several floors how many were right, and how many of the right ones are shown.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np

from engines import open_engine
from engines.asked import PUBLIC
from engines.base import Engine
from indexer.embedding import Embedder, model_of, open_embedder
from mappings.settings import Settings
from search_api import likeness
from search_api.answers import RelatedKind
from search_api.floor import shipped
from search_api.ranking import Nearness
from search_api.related import related

JUDGED = Path(__file__).parents[1] / "tests" / "quality" / "related.tsv"
FIRST = 5
EVERY = 400  # candidates, so that a judged pair has a score however low

Judgements = Mapping[tuple[str, str, str], bool]  # by item, other and kind


def main() -> None:
    """Print both tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("judged", type=Path, nargs="?", default=JUDGED)
    given = arguments.parse_args()
    judged = read(given.judged)
    embedder = open_embedder(Settings())
    engine = open_engine(replace(Settings(), data=given.data), model=model_of(embedder))
    nearness = shipped(embedder.name).plain
    print_reasons(engine, embedder, judged, nearness)
    print_floors(engine, embedder, judged, nearness)
    engine.close()


def read(path: Path) -> dict[tuple[str, str, str], bool]:
    """The judgements of a file."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return {(item, other, kind): right == "1" for item, other, kind, right in (line.split("\t") for line in lines)}


def print_reasons(engine: Engine, embedder: Embedder, judged: Judgements, nearness: Nearness) -> None:
    """Of the first five of each kind: how many were judged, and right; and what an answer takes."""
    shown: dict[str, list[bool | None]] = defaultdict(list)
    seconds = []
    for item in dict.fromkeys(item for item, _, _ in judged):
        begun = time.perf_counter()
        answer = related(engine, embedder, item, PUBLIC, nearness)
        seconds.append(time.perf_counter() - begun)
        for kind in get_args(RelatedKind)[1:]:
            ids = [other.id for other in answer.related if other.kind == kind][:FIRST]
            shown[kind] += [judged.get((item, other, kind)) for other in ids]
    print(f"{len(seconds)} items, {np.median(seconds) * 1e3:.1f} ms p50, {np.quantile(seconds, 0.9) * 1e3:.1f} ms p90")
    print(f"{'':<12} {'shown':>6} {'judged':>6} {'right':>6}")
    for kind, found in shown.items():
        known = [right for right in found if right is not None]
        share = f"{sum(known) / len(known):.2f}" if known else "-"
        print(f"{kind:<12} {len(found):>6} {len(known):>6} {share:>6}")


def print_floors(engine: Engine, embedder: Embedder, judged: Judgements, nearness: Nearness) -> None:
    """What each floor of likeness would show of the judged pairs."""
    pairs = {(item, other): right for (item, other, kind), right in judged.items() if kind == "similar"}
    scores = _scores(engine, embedder, list(pairs), nearness)
    right = np.array(list(pairs.values()))
    good, bad = scores[right], scores[~right]
    area = (good[:, None] > bad).mean() + (good[:, None] == bad).mean() / 2
    print(f"\nlikeness: {len(right)} pairs, {right.sum()} right, area under the curve {area:.3f}")
    print(f"{'floor':>6} {'shown':>6} {'right':>6} {'of all right':>12}")
    for floor in (6.8, 7.2, likeness.FLOOR, 8.0, 8.4):
        above = scores >= floor
        share = right[above].mean() if above.any() else float("nan")
        print(f"{floor:>6} {above.sum():>6} {share:>6.2f} {right[above].sum() / right.sum():>12.2f}")


def _scores(engine: Engine, embedder: Embedder, pairs: Sequence[tuple[str, str]], nearness: Nearness) -> np.ndarray:
    """The score of each pair; -inf where the other is no candidate at all."""
    found: dict[tuple[str, str], float] = {}
    for item in dict.fromkeys(item for item, _ in pairs):
        title = engine.items([item], PUBLIC)[0].item.title
        weighed = likeness.candidates(engine, embedder, title, PUBLIC, EVERY)
        others = engine.items([one.item_id for one in weighed], PUBLIC)
        found |= {
            (item, like.item_id): like.score for like in likeness.alike(title, others, weighed, nearness, floor=-np.inf)
        }
    return np.array([found.get(pair, -np.inf) for pair in pairs])


if __name__ == "__main__":
    main()
