"""How often the outcome of a decision is read right: decisions judged by reading, half of them never worked on.

    python -m benchmarks.outcomes [--wrong]

*Main* is the first outcome, *all* are all of them in order; the debatable are those where a careful reader might say
otherwise. *Written* are decisions that were made up, in the wordings of many municipalities; *rest* are all wordings
of the corpus in neither half. How all of them were chosen and judged: tests/quality/README.md. *Rules* are those of
`indexer.parsing.outcomes`, *read* is what the model says alone, *both* is what is indexed; the model is asked only
about what it has not learned from. Last, how often the rules read each main outcome in all decisions of the corpus, and
how many of its texts a second of a CPU are read.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from benchmarks.decisions import QUALITY, Key, corpus, digest, minutes, missing, rows
from indexer.embedding import open_verdict_reader
from indexer.outcomes import both
from indexer.parsing import decided
from indexer.parsing.outcomes import outcomes, said
from mappings.documents import OUTCOMES, Decision
from search_api.certainty import interval

LABELS = QUALITY / "outcomes.tsv"
WRITTEN = QUALITY / "decisions-written.jsonl"
SPLITS = ("tuning", "test")
_READER = open_verdict_reader()
REST, WEIGHING, FRESH, TAUGHT = "rest", "weighing", "fresh", "taught"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reader says that a decision came to; `debatable` is why another might say otherwise."""

    split: str
    key: Key
    sha256: str
    outcomes: tuple[str, ...]
    debatable: str


class Written(msgspec.Struct, frozen=True):
    """A decision that was made up, and what it comes to."""

    split: str
    text: str
    outcomes: tuple[str, ...]
    debatable: str


def main(arguments: Sequence[str] = ()) -> str:
    """Print the figures; gives what is wrong with the set itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="show the decisions to tune on that come out wrong")
    given = parser.parse_args(arguments)
    for split in (*SPLITS, WEIGHING, FRESH):
        chosen = [(one.text, one) for one in written() if one.split == split]
        _report(f"written, {split}", chosen, with_reader=split != "tuning")
    if reason := missing():
        print(reason)
        return ""
    whole = corpus()
    texts = whole | minutes()
    judged = read()
    changed = [one.key for one in judged if digest(texts.get(one.key, "")) != one.sha256]
    judged = [one for one in judged if one.key not in changed]
    for split in (*SPLITS, REST):
        _report(split, [(texts[one.key], one) for one in judged if one.split == split], with_reader=split == "test")
    _spread(whole.values())
    _speed(sorted({text for text in whole.values() if text.strip()}))
    if given.wrong:
        _show([(str(one.key), texts[one.key], one) for one in judged if one.split == "tuning"])
        _show([("written", one.text, one) for one in written() if one.split == "tuning"])
    return f"the texts of {changed} are not those that were judged" if changed else ""


def _speed(texts: Sequence[str]) -> None:
    """How many a CPU second: by the rules for outcomes, with deadlines, responsible and amounts, and by the model."""
    decisions = [Decision("Byrådet", dt.date(2016, 5, 26), text) for text in texts]
    for name, read_one in (
        ("outcomes", lambda one: outcomes(one.text)),
        ("with deadlines, responsible and amounts", decided.read),
        ("by the model", lambda one: _READER.read(said(one.text))),
    ):
        begin = time.process_time()
        for decision in decisions:
            read_one(decision)
        taken = time.process_time() - begin
        print(f"{len(decisions):,} texts, {name}: {len(decisions) / taken:,.0f} a CPU second")


def read(path: Path = LABELS) -> list[Judged]:
    """The judged decisions."""
    return [
        Judged(split, (item, int(number)), sha256, tuple(found.split(",")), debatable)
        for split, item, number, sha256, found, debatable in rows(path)
    ]


def written(path: Path = WRITTEN) -> list[Written]:
    """The decisions that were made up."""
    decoder = msgspec.json.Decoder(Written)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()]


def _report(split: str, judged: Sequence[tuple[str, Judged | Written]], *, with_reader: bool) -> None:
    told = [decided.telling(Decision("", dt.date(2000, 1, 1), text)) for text, _ in judged]
    by_rules = [outcomes(text) for text in told]
    _figures(f"{split}, rules", by_rules, judged)
    if with_reader:
        read = [_READER.read(said(text)) for text in told]
        _figures(f"{split}, read", [(OUTCOMES[int(figures.argmax())],) for figures in read], judged)
        known = dict(zip(map(said, told), read, strict=True))
        by_both = [both(rules, said(text), known.__getitem__) for rules, text in zip(by_rules, told, strict=True)]
        _figures(f"{split}, both", by_both, judged)


def _figures(name: str, found: Sequence[tuple[str, ...]], judged: Sequence[tuple[str, Judged | Written]]) -> None:
    pairs = [(mine, one) for mine, (_, one) in zip(found, judged, strict=True)]
    for which, these in (("all", pairs), ("without the debatable", [pair for pair in pairs if not pair[1].debatable])):
        main_right = [float(mine[0] == one.outcomes[0]) for mine, one in these]
        all_right = [float(mine == one.outcomes) for mine, one in these]
        print(f"{name:<24} {which:<22} {len(these):>4}   main {_share(main_right)}   all {_share(all_right)}")


def _share(right: Sequence[float]) -> str:
    around = interval(right)
    return f"{sum(right) / len(right):.3f} [{around.low:.3f}-{around.high:.3f}]"


def _spread(texts: Iterable[str]) -> None:
    counts = Counter(outcomes(text)[0] for text in texts)
    spread = ", ".join(f"{outcome} {counts[outcome]:,}" for outcome in OUTCOMES)
    print(f"main outcomes of all {counts.total():,} decisions of the corpus: {spread}")


def _show(judged: Iterable[tuple[str, str, Judged | Written]]) -> None:
    for name, text, one in judged:
        found = outcomes(text)
        if found != one.outcomes:
            mark = "main" if found[0] != one.outcomes[0] else "rest"
            print(f"\n{name} {mark}: {','.join(found)}, not {','.join(one.outcomes)} ({one.debatable or 'clear'})")
            print(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
